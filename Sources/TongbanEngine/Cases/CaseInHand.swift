// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

/// A case while one call works on it: what was read, what is being changed, and what is to be told of it.
struct CaseInHand {
    var record: CaseRecord
    var body: CaseBody
    var state: FlowState
    let item: LoadedItem
    /// Whether the case is new and has no row yet.
    var isNew = false
    /// What `_event.data` carries beside the values given, in every step of this call.
    var stamps: JSONObject = [:]
    /// The open tasks for people, once they were read.
    var work: [HumanTaskRecord]?
    /// Whose action moves the case in this call; `nil` when no person does.
    var acting: Acting?
    /// The event that moves it, when no person does.
    var cause: String?
    /// Where that event comes from: `handler`, `timer`, `system`, `handoff`, `locks` or another case's number.
    var origin: String?

    /// What the journal says of the case.
    let told: ToldCase

    /// An action and who takes it.
    struct Acting {
        var action: String
        /// With what he may do by standing in for somebody.
        var person: PersonView
        /// As he is by himself.
        var asked: PersonView
    }

    /// - Parameter told: what the journal says of the case, when that is not the case as it is given here.
    init(record: CaseRecord, body: CaseBody, state: FlowState, item: LoadedItem, told: ToldCase? = nil) {
        self.record = record
        self.body = body
        self.state = state
        self.item = item
        self.told = told ?? ToldCase(record: record, body: body, state: state)
    }

    /// What the journal says of the case by now, for one that goes on in another version.
    func toldSoFar() -> ToldCase {
        self.told.begin(self)
        return self.told
    }

    /// The active states and those around them.
    var configuration: Set<String> { self.item.interpreter.activeStates(of: self.state) }

    /// The case's values with what conditions may ask beside them.
    func context(form: JSONObject, actor: PersonView, now: Instant) -> JSON {
        var context = self.state.data
        context["form"] = .object(form)
        var given = form
        given["_actor"] = .string(actor.id)
        given["_today"] = .string(ShanghaiTime.day(of: now).description)
        given["_now"] = .string(now.description)
        given["_case"] = .string(self.record.number)
        context["_event"] = ["data": .object(given)]
        context["actor"] = [
            "id": .string(actor.id), "roles": .array(actor.roles.map(JSON.string)),
            "area": actor.area.map(JSON.string) ?? .null,
        ]
        context["case"] = [
            "number": .string(self.record.number), "state": .string(self.record.state),
            "opened": .string(self.record.opened.description),
            "contacted": .string((self.body.custody.contacted ?? self.record.opened).description),
            "area": self.record.area.map(JSON.string) ?? .null,
            "subject": self.record.subject.map(JSON.string) ?? .null,
        ]
        context["marks"] = .array(self.body.marks.map(JSON.string))
        context["today"] = .string(ShanghaiTime.day(of: now).description)
        context["now"] = .string(now.description)
        return .object(context)
    }
}

/// Who acts, as rules see him.
public struct PersonView: Sendable, Hashable {
    public var id: String
    /// As in the directory: `market:head`, `auditor`.
    public var roles: [String]
    public var area: String?
    /// The daemon itself, or an operator of it: no role is asked.
    public var isSystem: Bool

    public init(id: String, roles: [String], area: String? = nil, isSystem: Bool = false) {
        self.id = id
        self.roles = roles
        self.area = area
        self.isSystem = isSystem
    }

    public static let system = PersonView(id: Actor.system.id, roles: [], isSystem: true)

    public init(_ person: PersonRecord) {
        self.init(id: person.id, roles: person.active ? person.roles : [], area: person.area)
    }

    public func holdsOne(of roles: [String], in bureau: String) -> Bool {
        self.isSystem || roles.contains { role in self.roles.contains { $0 == role || $0 == "\(bureau):\(role)" } }
    }

    /// The three administrators (三员): they run the system, and see nothing of what bureaus hold.
    public static let administrators: Set = ["sysadmin", "secadmin", "logadmin"]

    /// Whether the person has any role at all in the bureau, beside that of an administrator.
    public func belongs(to bureau: String) -> Bool {
        self.isSystem
            || self.roles.contains { role in
                role.hasPrefix(bureau + ":") || (!role.contains(":") && !Self.administrators.contains(role))
            }
    }

    /// Whether a case in the area is one the person answers for. A case without an area is everybody's.
    public func covers(_ area: String?) -> Bool {
        guard !self.isSystem, let own = self.area, let area else { return true }
        return area.hasPrefix(Self.significantPart(own))
    }

    /// An area code without the zeros that stand for "all of it": `340602101000` covers every village of the town.
    static func significantPart(_ code: String) -> String {
        var code = Substring(code)
        for length in [9, 6, 4, 2] where code.count > length && code.dropFirst(length).allSatisfy({ $0 == "0" }) {
            code = code.prefix(length)
        }
        return String(code)
    }
}
