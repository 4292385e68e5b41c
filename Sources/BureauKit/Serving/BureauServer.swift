// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOPosix
import Synchronization
import TongbanAPI
import TongbanModel
import Varlink

/// Serves `org.tongban.Bureau` for a bureau.
final class BureauServer: Sendable {
    /// The protocol versions this SDK speaks.
    static let protocolVersions = 1...1

    private let bureau: any Bureau
    let version: String
    /// What the bureau declared last, by the rules it was given.
    private let declared: Mutex<BureauDefinition>
    private let running = Atomic<Int>(0)
    private let daemon = Mutex<DaemonConnection?>(nil)
    /// Called when the daemon wants the plugin to end.
    private let retire: @Sendable () -> Void

    init(bureau: some Bureau, version: String, retire: @escaping @Sendable () -> Void) {
        self.bureau = bureau
        self.declared = Mutex(bureau.definition)
        self.version = version
        self.retire = retire
    }

    private var definition: BureauDefinition { self.declared.withLock { $0 } }

    func service() -> VarlinkService {
        var service = VarlinkService(
            vendor: "Tongban",
            product: self.definition.declaration.id,
            version: self.version,
            url: "https://github.com/tongban/tongban"
        )
        service.add(BureauInterface.interface)
        service.handle(BureauInterface.Handshake.self) { input, _ in try self.handshake(input) }
        service.handle(BureauInterface.Handle.self) { input, _ in try await self.handle(input.task) }
        service.handle(BureauInterface.Ping.self) { _, _ in
            .init(running: self.running.load(ordering: .relaxed))
        }
        service.handle(BureauInterface.Retire.self) { _, _ in
            self.retire()
            return .init()
        }
        return service
    }

    private func handshake(_ input: BureauInterface.Handshake.Input) throws -> BureauInterface.Handshake.Output {
        let own = Self.protocolVersions
        guard input.minimum <= own.upperBound, input.maximum >= own.lowerBound else {
            throw BureauFailure.versionMismatch(
                minimum: own.lowerBound,
                maximum: own.upperBound,
                reason:
                    "the daemon speaks versions \(input.minimum) to \(input.maximum) of the plugin protocol, this plugin \(own.lowerBound) to \(own.upperBound)"
            )
        }
        let definition = try self.declare(input)
        if !input.socket.isEmpty {
            let address = try VarlinkAddress(input.socket)
            let connection = DaemonConnection(
                bureau: definition.declaration.id,
                client: VarlinkClient(address: address)
            )
            self.daemon.withLock { $0 = connection }
        }
        return .init(
            protocol: min(own.upperBound, input.maximum),
            version: self.version,
            declaration: RawJSON(try JSON(encoding: definition.declaration))
        )
    }

    /// Has the bureau declare itself by the rules of a day.
    private func declare(_ input: BureauInterface.Handshake.Input) throws -> BureauDefinition {
        guard let rules = input.rules else { return self.definition }
        let day = input.today.flatMap { CivilDay($0) } ?? RuleFile.today()
        do {
            let book = try RuleBook(json: rules.parsed())
            let definition = try BureauDefinition(self.bureau, rules: book, on: day)
            self.declared.withLock { $0 = definition }
            return definition
        } catch let error as RuleBookError {
            throw BureauFailure.badRules(reason: error.description)
        }
    }

    private func handle(_ task: BureauInterface.Handled) async throws -> BureauInterface.Handle.Output {
        guard let daemon = self.daemon.withLock({ $0 }) else {
            throw BureauFailure.taskFailed(reason: "no handshake came first", fatal: false)
        }
        self.running.wrappingAdd(1, ordering: .relaxed)
        defer { self.running.wrappingSubtract(1, ordering: .relaxed) }
        let definition = self.definition
        guard definition.declaration.handlers.contains(where: { $0.kind == task.kind }) else {
            throw BureauFailure.unknownKind(kind: task.kind)
        }
        do {
            let handled = HandledTask(
                id: task.id,
                kind: task.kind,
                attempt: task.attempt,
                payload: try task.payload.parsed().objectValue ?? [:],
                caseNumber: task.case,
                caseData: try task.caseData?.parsed().objectValue ?? [:],
                now: Instant(task.now) ?? Instant(milliseconds: 0)
            )
            let effects = try await definition.handle(handled, daemon)
            return .init(effects: effects.map { RawJSON($0.json) })
        } catch let failure as TaskFailure {
            throw BureauFailure.taskFailed(
                reason: failure.reason,
                fatal: failure.isFatal,
                retryAfterSeconds: failure.retryAfterSeconds
            )
        } catch let error as CancellationError {
            throw error
        } catch {
            throw BureauFailure.taskFailed(reason: "\(error)", fatal: false)
        }
    }
}
