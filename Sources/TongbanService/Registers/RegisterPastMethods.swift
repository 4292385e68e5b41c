// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import Varlink

/// The methods of `org.tongban.Registers` about the past, locks and requests.
struct RegisterPastMethods {
    let endpoint: Endpoint

    func add(to service: inout VarlinkService) {
        self.addPast(to: &service)
        self.addLocks(to: &service)
        self.addRequests(to: &service)
    }

    private func addPast(to service: inout VarlinkService) {
        self.endpoint.change(RegistersInterface.End.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            try core.cases.registers.requireKeeper(
                of: input.register,
                in: input.bureau,
                by: caller.decider,
                puts: [(input.key, [:])]
            )
            guard let day = try RegisterMethods.day(input.on, "on") else { return .init() }
            try core.cases.registers.end(input.key, on: day, bureau: input.bureau, register: input.register)
            return .init()
        }
        self.endpoint.readNoting(RegistersInterface.History.self, in: &service) { input, caller, core in
            let register = try RegisterMethods.declaration(input.bureau, input.register, caller, core)
            let mask = RegisterMethods.seesMasked(caller) ? FormMask(fields: register.fields) : nil
            let history = try core.cases.registers.history(
                of: input.key,
                bureau: input.bureau,
                register: input.register
            )
            let output = RegistersInterface.History.Output(
                versions: history.map { key, version in
                    .init(
                        key: key,
                        from: version.from.description,
                        serial: Int(version.serial),
                        at: version.at.description,
                        by: version.by,
                        data: version.data.map { RawJSON(.object(mask?.list($0) ?? $0)) },
                        request: version.request
                    )
                }
            )
            return (
                output,
                RegisterMethods.note(of: register, key: input.key, count: history.count, input.bureau, caller, core)
            )
        }
        self.endpoint.change(RegistersInterface.TakeSnapshot.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let snapshot = try core.cases.registers.takeSnapshot(
                input.name,
                on: try RegisterMethods.day(input.day, "day"),
                bureau: input.bureau,
                register: input.register,
                by: caller.decider
            )
            return .init(snapshot: Self.shown(snapshot))
        }
        self.endpoint.read(RegistersInterface.Snapshots.self, in: &service) { input, caller, core in
            _ = try RegisterMethods.declaration(input.bureau, input.register, caller, core)
            let snapshots = try core.cases.registers.snapshots(bureau: input.bureau, register: input.register)
            return .init(snapshots: snapshots.map(Self.shown))
        }
    }

    private func addLocks(to service: inout VarlinkService) {
        self.endpoint.change(RegistersInterface.SetLock.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let lock = try core.cases.registers.lock(
                from: try RegisterMethods.day(input.from, "from"),
                to: try RegisterMethods.day(input.to, "to"),
                reason: input.reason,
                bureau: input.bureau,
                register: input.register,
                by: caller.decider
            )
            return .init(lock: Self.shown(lock))
        }
        self.endpoint.read(RegistersInterface.Locks.self, in: &service) { input, caller, core in
            _ = try RegisterMethods.declaration(input.bureau, input.register, caller, core)
            let locks = try core.cases.registers.locks(bureau: input.bureau, register: input.register)
            return .init(locks: locks.map(Self.shown))
        }
    }

    private func addRequests(to service: inout VarlinkService) {
        self.endpoint.change(RegistersInterface.Amend.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let request = try core.cases.registers.askAmendment(
                of: input.key,
                values: try Self.values(input.values),
                from: try RegisterMethods.day(input.from, "from"),
                reason: input.reason,
                evidence: input.evidence ?? [],
                bureau: input.bureau,
                register: input.register,
                by: caller.decider
            )
            return .init(request: Self.shown(request, input.bureau, caller, core))
        }
        self.endpoint.change(RegistersInterface.Rekey.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let request = try core.cases.registers.askRekey(
                of: input.key,
                values: try Self.values(input.values),
                reason: input.reason,
                evidence: input.evidence ?? [],
                bureau: input.bureau,
                register: input.register,
                by: caller.decider
            )
            return .init(request: Self.shown(request, input.bureau, caller, core))
        }
        self.endpoint.change(RegistersInterface.Decide.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let request = try core.cases.registers.decide(
                input.id,
                isApproved: input.approve,
                reason: input.reason,
                bureau: input.bureau,
                by: caller.decider
            )
            return .init(request: Self.shown(request, input.bureau, caller, core))
        }
        self.endpoint.read(RegistersInterface.Requests.self, in: &service) { input, caller, core in
            guard caller.mayRead(bureau: input.bureau) else { throw VarlinkServiceFailure.permissionDenied }
            var state: RegisterRequest.State?
            if let name = input.state {
                guard let known = RegisterRequest.State(rawValue: name.uppercased()) else {
                    throw EngineError.invalid(
                        field: "state",
                        Bilingual("须为 PENDING、APPROVED 或 REJECTED", "must be PENDING, APPROVED or REJECTED")
                    )
                }
                state = known
            }
            let requests = try core.cases.registers.requests(
                bureau: input.bureau,
                state: state,
                after: input.after,
                limit: min(max(input.limit ?? 100, 1), 1_000)
            )
            return .init(requests: requests.map { Self.shown($0, input.bureau, caller, core) })
        }
    }

    private static func values(_ raw: RawJSON) throws(EngineError) -> JSONObject {
        guard let values = try? raw.parsed().objectValue else {
            throw .invalid(field: "values", Bilingual("须为 JSON 对象", "must be a JSON object"))
        }
        return values
    }

    private static func shown(_ snapshot: RegisterSnapshot) -> RegistersInterface.Snapshot {
        .init(
            name: snapshot.name,
            day: snapshot.day.description,
            records: snapshot.count,
            by: snapshot.by,
            at: snapshot.at.description
        )
    }

    private static func shown(_ lock: RegisterLock) -> RegistersInterface.Lock {
        .init(
            id: lock.id,
            from: lock.from?.description,
            to: lock.to?.description,
            reason: lock.reason,
            by: lock.by,
            at: lock.at.description
        )
    }

    private static func shown(
        _ request: RegisterRequest,
        _ bureau: String,
        _ caller: Caller,
        _ core: DaemonCore
    ) -> RegistersInterface.Request {
        let fields = core.directory.declaration(of: bureau)?.declaration.register(request.register)?.fields ?? []
        let mask = RegisterMethods.seesMasked(caller) ? FormMask(fields: fields) : nil
        func raw(_ data: JSONObject) -> RawJSON { RawJSON(.object(mask?.list(data) ?? data)) }
        return .init(
            id: request.id,
            register: request.register,
            key: request.key,
            newKey: request.newKey,
            from: request.from?.description,
            before: raw(request.before),
            after: raw(request.after),
            reason: request.reason,
            evidence: request.evidence,
            by: request.by,
            at: request.at.description,
            state: request.state.rawValue,
            decidedBy: request.decidedBy,
            decidedAt: request.decidedAt?.description,
            decision: request.decision
        )
    }
}
