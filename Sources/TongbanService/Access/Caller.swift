// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import Varlink

/// Who is at the other end of a call, and what follows from it.
struct Caller {
    enum Standing: Hashable {
        /// Runs the service: root, the daemon's own user, or one the configuration names.
        case `operator`
        /// A bureau's plugin, known by its process.
        case plugin(String)
        /// A person of the directory.
        case person
        /// A Unix user who is nobody here.
        case stranger
    }

    var standing: Standing
    var view: PersonView
    var actor: Actor
    /// Leases taken in this call outlive the connection.
    var keepsLeases: Bool

    var isOperator: Bool { self.standing == .operator }

    /// Whether there is a person, given or mapped, on whose behalf cases are worked on.
    var isPerson: Bool { !self.view.roles.isEmpty }

    /// As whom the caller decides: an operator who acts for nobody may do what those may who answer for a bureau.
    var decider: PersonView {
        guard self.isOperator, !self.isPerson else { return self.view }
        return PersonView(id: self.view.id, roles: [], isSystem: true)
    }

    func requireOperator() throws(VarlinkServiceFailure) {
        guard self.isOperator else { throw .permissionDenied }
    }

    /// Reading needs a role: an operator's, a plugin's or any person's.
    func requireReader() throws(VarlinkServiceFailure) {
        guard self.standing != .stranger || self.isPerson else { throw .permissionDenied }
    }

    /// Whether the caller may see what a bureau holds.
    func mayRead(bureau: String) -> Bool {
        switch self.standing {
        case .operator where !self.isPerson: true
        case .plugin(let id): id == bureau
        default: self.view.belongs(to: bureau)
        }
    }
}

/// What decides who a caller is.
struct AccessPolicy: Sendable {
    /// Unix users who run the service.
    var operators: Set<UInt32>
    /// Unix users of programs that may act for any person, such as a web front end.
    var trusted: Set<UInt32>

    init(operators: Set<UInt32>, trusted: Set<UInt32>) {
        self.operators = operators
        self.trusted = trusted
    }

    /// As the settings say; root and the daemon's own user always run the service.
    init(_ settings: LiveSettings) {
        self.init(operators: settings.operators.union([0, ProcessIdentity.userID]), trusted: settings.trusted)
    }

    func caller(of context: VarlinkContext, in core: DaemonCore, plugin: (Int32) -> String?) throws -> Caller {
        let peer = context.peer
        let uid = peer?.userID
        let header = try? context.headers["org.tongban.call"]?.parsed()
        let keepsLeases = header?["detached"]?.boolValue ?? false
        var standing = Caller.Standing.stranger
        var view = PersonView(id: uid.map { "uid:\($0)" } ?? "unknown", roles: [])
        if let peer, let bureau = plugin(peer.processID) {
            standing = .plugin(bureau)
            view = PersonView(id: Actor.bureau(bureau).id, roles: [])
        } else if let uid, self.operators.contains(uid) {
            standing = .operator
        } else if let uid, let person = core.directory.person(uid: uid) {
            standing = .person
            view = PersonView(person)
        }
        if let wanted = header?["actor"]?.stringValue, wanted != view.id {
            guard let uid, self.operators.contains(uid) || self.trusted.contains(uid) else {
                throw DaemonFailure.refused(
                    code: "ACT_FOR",
                    zh: "您无权代表 \(wanted) 办理。",
                    en: "you may not act for \(wanted)"
                )
            }
            guard let person = core.directory.persons[wanted] else {
                throw PersonsFailure.noSuchPerson(id: wanted)
            }
            guard person.active else {
                throw DaemonFailure.refused(
                    code: "INACTIVE",
                    zh: "人员 \(wanted) 已停用。",
                    en: "person \(wanted) is not active"
                )
            }
            // Acting for a person means having his rights, and no others.
            view = PersonView(person)
            standing = .person
        }
        return Caller(
            standing: standing,
            view: view,
            actor: Actor(id: view.id, uid: uid, pid: peer?.processID),
            keepsLeases: keepsLeases
        )
    }
}
