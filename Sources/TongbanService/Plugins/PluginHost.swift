// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Logging
import NIOCore
import Synchronization
import Systemd
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import TongbanSupervisor
import Varlink

/// The bureaus' plugins: started and watched by the supervisor, declared to the engine, given their tasks.
public final class PluginHost: Sendable {
    /// The protocol versions the daemon speaks.
    static let protocolVersions = 1...1

    /// What is known of the plugins, for calls that cannot wait for the supervisor.
    struct Snapshot: Sendable {
        var bureauByProcess: [Int32: String] = [:]
        var phases: [String: String] = [:]
        var reasons: [String: Bilingual] = [:]
        var names: [String: Bilingual] = [:]
        var versions: [String: String] = [:]
        var declarations: [String: Int] = [:]
    }

    private struct State {
        var snapshot = Snapshot()
        /// Where plugins that declared themselves can be asked anew.
        var places: [String: (endpoint: BureauEndpoint, note: Note)] = [:]
        /// Bureaus that are being asked anew.
        var asked: Set<String> = []
        var dispatchers: [String: BureauDispatcher] = [:]
        var catalog: BureauCatalog
    }

    /// Told which call of a bureau is running; `nil` when none is.
    typealias Note = @Sendable (_ bureau: String, _ call: String?) async -> Void

    let logger: Logger
    let version: String
    let socketAddress: String
    private let state: Mutex<State>
    /// One element after every change of a plugin's phase that is not taken note of yet; for one reader.
    let changes: AsyncStream<Void>
    private let change: AsyncStream<Void>.Continuation
    private let starts: AsyncStream<Start>
    private let start: AsyncStream<Start>.Continuation
    /// Bureaus whose rules have become others.
    private let outdated: AsyncStream<String>
    private let ask: AsyncStream<String>.Continuation
    private let group: any EventLoopGroup

    private struct Start: Sendable {
        var dispatcher: BureauDispatcher
        var kinds: [String]
        var concurrency: Int
    }

    public init(
        catalog: BureauCatalog,
        version: String,
        socketAddress: String,
        group: any EventLoopGroup,
        logger: Logger
    ) {
        self.state = Mutex(State(catalog: catalog))
        (self.changes, self.change) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        self.logger = logger
        self.version = version
        self.socketAddress = socketAddress
        self.group = group
        (self.starts, self.start) = AsyncStream.makeStream()
        (self.outdated, self.ask) = AsyncStream.makeStream()
        self.adopt(catalog)
    }

    var catalog: BureauCatalog { self.state.withLock { $0.catalog } }

    /// Takes over what was found in the plugins' folders.
    func adopt(_ catalog: BureauCatalog) {
        self.state.withLock { state in
            state.catalog = catalog
            for manifest in catalog.manifests {
                state.snapshot.names[manifest.id] = manifest.name
                // Nothing is known of it yet.
                if state.snapshot.phases[manifest.id] == nil { state.snapshot.phases[manifest.id] = "starting" }
            }
        }
        self.change.yield(())
    }

    /// A plugin is not supervised any more.
    func forget(_ id: String) {
        self.dispatcher(of: id)?.stop()
        let removed = Bilingual("插件 \(id) 已移除。", "plugin \(id) was removed.")
        self.state.withLock { state in
            state.snapshot.bureauByProcess = state.snapshot.bureauByProcess.filter { $0.value != id }
            let isThere = state.catalog.manifests.contains { $0.id == id }
            state.snapshot.phases[id] = isThere ? "starting" : "stopped"
            state.snapshot.reasons[id] = isThere ? nil : removed
        }
        self.change.yield(())
    }

    /// The phases of the plugins there are.
    var phases: [String: String] {
        self.state.withLock { state in
            Dictionary(
                uniqueKeysWithValues: state.catalog.manifests.map {
                    ($0.id, state.snapshot.phases[$0.id] ?? "starting")
                }
            )
        }
    }

    /// One line for the service manager.
    var statusLine: String { StartProgress.statusLine(self.phases) }

    /// Has ``changes`` give an element though nothing has changed.
    func poke() { self.change.yield(()) }

    var snapshot: Snapshot { self.state.withLock { $0.snapshot } }

    func dispatcher(of bureau: String) -> BureauDispatcher? { self.state.withLock { $0.dispatchers[bureau] } }

    func bureau(ofProcess pid: Int32) -> String? { self.state.withLock { $0.snapshot.bureauByProcess[pid] } }

    /// What keeps a bureau's tasks from being worked on.
    func trouble(with queue: String) -> Bilingual? {
        let bureau = String(queue.prefix { $0 != "." })
        let snapshot = self.snapshot
        guard let phase = snapshot.phases[bureau], phase != "ready" else { return nil }
        return snapshot.reasons[bureau]
            ?? Bilingual("插件 \(bureau) 的状态是 \(phase)。", "plugin \(bureau) is \(phase).")
    }

    /// Whether some bureau's handlers have something to do: a task in work, or a ready one that will be.
    func isBusy(_ core: DaemonCore) -> Bool {
        let (dispatchers, phases, isAsking) = self.state.withLock {
            ($0.dispatchers, $0.snapshot.phases, !$0.asked.isEmpty)
        }
        if isAsking { return true }
        for (bureau, dispatcher) in dispatchers {
            if dispatcher.isBusy { return true }
            guard phases[bureau] == "ready", core.engine.queueRecord(bureau)?.paused == false,
                let declaration = core.directory.declaration(of: bureau)?.declaration
            else { continue }
            let kinds = declaration.handlers.map(\.kind)
            if !kinds.isEmpty, (try? core.engine.hasReady(queue: bureau, kinds: kinds)) == true { return true }
        }
        return false
    }

    // MARK: The supervisor's calls

    /// How the supervisor speaks with plugins.
    func calls(_ endpoint: Endpoint, note: @escaping Note) -> BureauCalls {
        BureauCalls(
            handshake: { try await self.handshake($0, endpoint, note) },
            probe: { place in
                _ = try await self.client(place).call(BureauInterface.Ping.self, .init(), timeout: .seconds(5))
            },
            retire: { place in
                self.dispatcher(of: place.bureau)?.stop()
                _ = try await self.client(place).call(BureauInterface.Retire.self, .init())
            }
        )
    }

    private func client(_ place: BureauEndpoint) -> VarlinkClient {
        VarlinkClient(address: .path(place.socketPath), group: self.group)
    }

    private func handshake(
        _ place: BureauEndpoint,
        _ endpoint: Endpoint,
        _ note: @escaping Note
    ) async throws {
        let id = place.bureau
        let output: BureauInterface.Handshake.Output
        let rules = self.catalog.manifests.first { $0.id == id }?.rules
        let today = try await endpoint.onLoop { ShanghaiTime.day(of: $0.now).description }
        do {
            output = try await self.client(place).call(
                BureauInterface.Handshake.self,
                .init(
                    minimum: Self.protocolVersions.lowerBound,
                    maximum: Self.protocolVersions.upperBound,
                    daemon: self.version,
                    socket: self.socketAddress,
                    today: rules == nil ? nil : today,
                    rules: rules.map { RawJSON($0) }
                )
            )
        } catch let error as VarlinkError {
            if case .versionMismatch(_, _, let reason)? = error.failure(as: BureauFailure.self) {
                throw HandshakeFailure.versionMismatch(reason)
            }
            if case .badRules(let reason)? = error.failure(as: BureauFailure.self) {
                throw HandshakeFailure.refused("rules.json: \(reason)")
            }
            throw error
        }
        guard Self.protocolVersions.contains(output.protocol) else {
            throw HandshakeFailure.versionMismatch(
                "the plugin chose version \(output.protocol); the daemon speaks \(Self.protocolVersions.lowerBound) to \(Self.protocolVersions.upperBound)"
            )
        }
        let json: JSON
        do {
            json = try output.declaration.parsed()
        } catch {
            throw HandshakeFailure.refused("the declaration is no JSON: \(error)")
        }
        let registered: (version: Int, declaration: BureauDeclaration?)
        do {
            let version = try await endpoint.perform(by: .bureau(id)) { core throws(EngineError) in
                try core.cases.register(json, bureau: id)
            }
            let declaration = try await endpoint.onLoop { $0.directory.declaration(of: id)?.declaration }
            registered = (version, declaration)
        } catch let error as EngineError {
            if case .unavailable = error { throw error }
            throw HandshakeFailure.refused(error.reason)
        }
        guard let declaration = registered.declaration else { throw HandshakeFailure.refused("it declares nothing") }
        let dispatcher = BureauDispatcher(
            bureau: id,
            endpoint: endpoint,
            client: self.client(place),
            logger: self.logger,
            note: { await note(id, $0) }
        )
        self.state.withLock { state in
            state.dispatchers[id]?.stop()
            state.dispatchers[id] = dispatcher
            state.places[id] = (place, note)
            state.snapshot.versions[id] = output.version
            state.snapshot.declarations[id] = registered.version
        }
        try await endpoint.onLoop { core in core.onReady[id] = { dispatcher.wake() } }
        self.start.yield(
            Start(
                dispatcher: dispatcher,
                kinds: declaration.handlers.map(\.kind),
                concurrency: declaration.concurrency
            )
        )
    }

    /// Gives tasks to plugins until ``finish()``.
    func run() async {
        await withDiscardingTaskGroup { group in
            for await start in self.starts {
                group.addTask { await start.dispatcher.run(kinds: start.kinds, concurrency: start.concurrency) }
            }
            for dispatcher in self.state.withLock({ Array($0.dispatchers.values) }) { dispatcher.stop() }
        }
    }

    func finish() {
        self.start.finish()
        self.ask.finish()
    }

    // MARK: Rules that become others

    /// Has bureaus asked anew, each once at a time; those whose plugin is not at work are when it is again.
    func askAnew(_ bureaus: Set<String>) {
        let new = self.state.withLock { state in
            let new = bureaus.filter { state.snapshot.phases[$0] == "ready" && !state.asked.contains($0) }
            state.asked.formUnion(new)
            return new
        }
        for bureau in new.sorted() { self.ask.yield(bureau) }
    }

    /// Asks bureaus anew what they declare, until ``finish()``.
    func askOutdated(_ endpoint: Endpoint) async {
        for await bureau in self.outdated {
            do {
                guard let place = self.state.withLock({ $0.places[bureau] }) else { continue }
                try await self.handshake(place.endpoint, endpoint, place.note)
            } catch {
                self.logger.error(
                    "a bureau could not declare itself by its new rules; it stays as it was",
                    metadata: ["bureau": "\(bureau)", "error": "\(error)"]
                )
                try? await endpoint.onLoop { $0.cases.leaveOutdated(bureau) }
                let reason = Bilingual("新规则未能生效:\(error)", "the new rules could not be put in force: \(error)")
                await self.tell("plugin.outdated", bureau, reason, endpoint)
            }
            self.state.withLock { _ = $0.asked.remove(bureau) }
            await endpoint.checkQuiet()
        }
    }

    // MARK: Events

    /// Takes note of what happened to a plugin.
    func observe(_ event: SupervisorEvent, _ endpoint: Endpoint) async {
        let id = event.bureau
        switch event.kind {
        case .log(let message):
            self.logger.log(
                level: message.level.loggerLevel,
                "\(message.text)",
                metadata: ["bureau": "\(id)"]
            )
            return
        case .identified(let pid):
            self.state.withLock { state in
                state.snapshot.bureauByProcess = state.snapshot.bureauByProcess.filter { $0.value != id }
                state.snapshot.bureauByProcess[pid] = id
            }
            return
        case .started: self.set(id, "starting", nil)
        case .ready:
            self.set(id, "ready", nil)
            self.logger.notice("a plugin is ready", metadata: .event(.bureauReady, ["bureau": "\(id)"]))
            await self.tell("plugin.ready", id, nil, endpoint)
            self.dispatcher(of: id)?.wake()
        case .unhealthy: self.set(id, "unhealthy", nil)
        case .failed(let report):
            self.set(id, "backingOff", report.text)
            self.logger.warning(
                "a plugin failed",
                metadata: .event(.bureauFailed, ["bureau": "\(id)", "reason": "\(report.text.en)"])
            )
            self.dispatcher(of: id)?.stop()
            await self.tell("plugin.failed", id, report.summary, endpoint)
        case .backingOff: self.set(id, "backingOff", self.snapshot.reasons[id])
        case .quarantined(let report):
            self.set(id, "quarantined", report.text)
            self.logger.error(
                "a plugin is quarantined",
                metadata: .event(.bureauQuarantined, ["bureau": "\(id)", "reason": "\(report.text.en)"])
            )
            await self.tell("plugin.quarantined", id, report.text, endpoint)
        case .stopped:
            self.set(id, "stopped", nil)
            self.dispatcher(of: id)?.stop()
        case .disabled:
            self.set(id, "disabled", Bilingual("插件 \(id) 已停用。", "plugin \(id) is disabled."))
            self.dispatcher(of: id)?.stop()
        }
        await endpoint.checkQuiet()
    }

    private func set(_ id: String, _ phase: String, _ reason: Bilingual?) {
        self.state.withLock { state in
            state.snapshot.phases[id] = phase
            state.snapshot.reasons[id] = reason
        }
        self.change.yield(())
    }

    private func tell(_ kind: String, _ id: String, _ reason: Bilingual?, _ endpoint: Endpoint) async {
        try? await endpoint.perform(by: .system) { core throws(EngineError) in
            try core.engine.record(kind, bureau: id, caseNumber: nil) { writer in
                writer.beginObject()
                if let reason {
                    writer.member("zh", reason.zh)
                    writer.member("en", reason.en)
                }
                writer.endObject()
            }
        }
    }
}
