// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Synchronization
import Systemd
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import TongbanSupervisor
import Varlink

/// The daemon, whole: store, engine, socket, plugins. `run()` works until the task is cancelled or the service is asked
/// to stop gracefully; then running tasks finish, what was accepted is on disk, and it returns.
public struct Daemon: Service {
    let configuration: DaemonConfiguration
    let logger: Logger
    /// Sockets the service manager handed over; without any the daemon listens by itself.
    let activated: [CInt]
    /// Told when the daemon serves, when its state changes, and when it begins to stop.
    let onReady: @Sendable (_ ready: Int, _ status: String) async -> Void
    let onStatus: @Sendable (String) -> Void
    let onStopping: @Sendable () -> Void
    /// Called at an interval with whether engine and store still work; feeds the watchdog.
    let onPulse: (@Sendable () -> Void)?
    let pulseInterval: Duration
    /// Has the daemon reload.
    let control: DaemonControl
    let surroundings: DaemonSurroundings

    public init(
        configuration: DaemonConfiguration,
        logger: Logger,
        activated: [CInt] = [],
        onReady: @escaping @Sendable (_ ready: Int, _ status: String) async -> Void = { _, _ in },
        onStatus: @escaping @Sendable (String) -> Void = { _ in },
        onStopping: @escaping @Sendable () -> Void = {},
        pulseInterval: Duration = .seconds(5),
        onPulse: (@Sendable () -> Void)? = nil,
        control: DaemonControl = DaemonControl(),
        surroundings: DaemonSurroundings? = nil
    ) {
        self.configuration = configuration
        self.logger = logger
        self.activated = activated
        self.onReady = onReady
        self.onStatus = onStatus
        self.onStopping = onStopping
        self.pulseInterval = pulseInterval
        self.onPulse = onPulse
        self.control = control
        let settings = configuration.live
        self.surroundings = surroundings ?? DaemonSurroundings(loadSettings: { settings })
    }

    public func run() async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        do {
            try await self.run(on: group)
        } catch {
            try? await group.shutdownGracefully()
            throw error
        }
        try await group.shutdownGracefully()
    }

    private func run(on group: MultiThreadedEventLoopGroup) async throws {
        let configuration = self.configuration
        let logger = self.logger
        let loop = group.next()
        let reader = try await self.openCore(on: loop)
        let core = reader.core
        let catalog = BureauCatalog(discoveringIn: configuration.pluginDirectories)
        for fault in catalog.faults { logger.refused(fault) }
        let host = PluginHost(
            catalog: catalog,
            version: configuration.version,
            socketAddress: "unix:" + configuration.socketPath,
            group: group,
            logger: logger
        )
        let endpoint = Endpoint(core: core, pluginOf: { host.bureau(ofProcess: $0) })
        let supervisor = try self.supervisor(host, endpoint)
        let facts = self.facts(host, reader.store)
        let desk = UploadDesk(store: try FileAttachmentStore(folder: configuration.attachmentPath, ring: reader.ring))
        let imports = ImportDesk()
        let service = self.service(endpoint, host, supervisor, facts, desk, imports)
        let server = VarlinkServer(service: service, configuration: configuration.server, group: group) { event in
            switch event {
            case .connectionOpened(let connection):
                facts.connections.add(1)
                desk.connectionOpened(connection.id)
                imports.connectionOpened(connection.id)
            case .connectionClosed(let connection, _):
                facts.connections.add(-1)
                core.value.connectionGone("connection:\(connection.id)")
                desk.connectionClosed(connection.id)
                imports.connectionClosed(connection.id)
            case .connectionRefused(let peer, let refusal):
                logger.warning(
                    "a connection was refused",
                    metadata: ["uid": "\(peer.map { String($0.userID) } ?? "?")", "reason": "\(refusal)"]
                )
            }
        }
        let version = configuration.version
        try await loop.submit {
            let core = core.value
            core.isBusy = { [unowned core] in host.isBusy(core) }
            core.onOutdated = { host.askAnew($0) }
            core.engine.workerTrouble = { host.trouble(with: $0) }
            let status = self.onStatus
            core.onAvailability = { cause in
                status(cause.map { "read-only: \($0.message)" } ?? host.statusLine)
            }
            core.start(version: version)
        }.get()

        if self.activated.isEmpty {
            try await server.listen(at: .path(configuration.socketPath))
        } else {
            for descriptor in self.activated {
                try await server.serve(VarlinkActivatedSocket(descriptor: descriptor, isListening: true))
            }
        }
        try await self.serve(server, host, supervisor, endpoint, catalog)
    }

    /// Runs everything until the end is asked for, then ends it in order.
    private func serve(
        _ server: VarlinkServer,
        _ host: PluginHost,
        _ supervisor: ChildSupervisor,
        _ endpoint: Endpoint,
        _ catalog: BureauCatalog
    ) async throws {
        let disabled = try await PluginMethods.disabled(endpoint)
        let reloader = Reloader(
            endpoint: endpoint,
            host: host,
            supervisor: supervisor,
            server: server,
            surroundings: self.surroundings,
            logger: self.logger,
            settings: self.configuration.live
        )
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await server.run() }
            tasks.addTask { await host.run() }
            tasks.addTask { await host.askOutdated(endpoint) }
            tasks.addTask { try await supervisor.run() }
            for manifest in catalog.manifests {
                if disabled.contains(manifest.id) {
                    try await supervisor.addDisabled(manifest)
                } else {
                    try await supervisor.start([manifest])
                }
            }
            if let pulse = self.onPulse {
                let interval = self.pulseInterval
                tasks.addTask { try await Self.pulse(endpoint, every: interval, pulse) }
            }
            let limit = self.configuration.startLimit
            let isTimeUp = Flag()
            tasks.addTask {
                try await Task.sleep(for: limit)
                isTimeUp.set()
                host.poke()
            }
            tasks.addTask { await self.announce(host, isTimeUp) }
            tasks.addTask { await self.reload(with: reloader) }
            tasks.addTask { try await Self.waitForEnd() }
            // Only the end, or a failure, finishes first; the others go on.
            while let _ = try await tasks.next() {
                if Task.isCancelled || Self.isEnding { break }
            }
            self.onStopping()
            self.logger.notice("stopping", metadata: .event(.daemonStopping))
            self.control.finish()
            await supervisor.stopAll(limit: self.configuration.stopLimit)
            host.finish()
            try? await endpoint.core.eventLoop.submit { endpoint.core.value.stop() }.get()
            server.shutdown(grace: .seconds(2))
            tasks.cancelAll()
        }
    }

    private static var isEnding: Bool { Task.isShuttingDownGracefully }

    private static func waitForEnd() async throws {
        try? await gracefulShutdown()
    }

    /// Says that the daemon is ready, and afterwards what becomes of its plugins.
    private func announce(_ host: PluginHost, _ isTimeUp: Flag) async {
        var progress = StartProgress()
        for await _ in host.changes {
            let phases = host.phases
            switch isTimeUp.isSet ? progress.timeUp(phases) : progress.phases(phases) {
            case .none: break
            case .announce(let ready, let status): await self.onReady(ready, status)
            case .status(let status): self.onStatus(status)
            }
        }
    }

    private func reload(with reloader: Reloader) async {
        var reloader = reloader
        await self.control.run { await reloader.reload() }
    }

    /// Goes through engine and store, so that a watchdog is fed by what really works.
    private static func pulse(
        _ endpoint: Endpoint,
        every interval: Duration,
        _ pulse: @Sendable () -> Void
    ) async throws {
        while !Task.isCancelled {
            _ = try? await endpoint.onLoop { core in try core.engine.nextWakeUp() }
            pulse()
            try await Task.sleep(for: interval)
        }
    }

    // MARK: Parts

    private func openCore(
        on loop: any EventLoop
    ) async throws -> (core: NIOLoopBound<DaemonCore>, store: NIOLoopBound<SQLiteStore>, ring: KeyRing) {
        let configuration = self.configuration
        let logger = self.logger
        return try await loop.submit {
            try StateDirectory.make(configuration.stateDirectory)
            let store = try SQLiteStore(path: configuration.storePath)
            let keys = SealingKeys(
                configured: configuration.sealingKeys,
                credentials: configuration.credentialsDirectory,
                stateDirectory: configuration.stateDirectory
            )
            let ring = try keys.ring(for: store)
            let core = try DaemonCore(
                loop: loop,
                store: store,
                vault: SealingVault(ring),
                clock: configuration.clock,
                limits: configuration.limits,
                access: AccessPolicy(configuration.live),
                logger: logger
            )
            try core.note(ring)
            core.cases.messages.rules = configuration.messages
            logger.info("sealing keys", metadata: ["file": "\(keys.path)"])
            return (NIOLoopBound(core, eventLoop: loop), NIOLoopBound(store, eventLoop: loop), ring)
        }.get()
    }

    private func supervisor(_ host: PluginHost, _ endpoint: Endpoint) throws -> ChildSupervisor {
        let note = NoteRelay()
        let supervisor = try ChildSupervisor(
            configuration: SupervisorConfiguration(
                launcher: self.configuration.launcher,
                runtimeDirectory: self.configuration.runtimeDirectory,
                readablePaths: SwiftRuntime.folder.map { [$0] } ?? []
            ),
            calls: host.calls(endpoint, note: { await note.note($0, $1) }),
            observe: { await host.observe($0, endpoint) }
        )
        note.supervisor.withLock { $0 = supervisor }
        return supervisor
    }

    private func facts(_ host: PluginHost, _ store: NIOLoopBound<SQLiteStore>) -> DaemonFacts {
        let path = self.configuration.storePath
        return DaemonFacts(
            version: self.configuration.version,
            started: DaemonClock.machineTime(),
            storePath: path,
            storeBytes: { StateDirectory.size(of: path) + StateDirectory.size(of: path + "-wal") },
            bureaus: {
                let snapshot = host.snapshot
                return host.catalog.manifests.map { manifest in
                    .init(
                        id: manifest.id,
                        zh: manifest.name.zh,
                        en: manifest.name.en,
                        state: snapshot.phases[manifest.id] ?? "stopped",
                        reason: snapshot.reasons[manifest.id]?.en
                    )
                }
            },
            backup: { target in
                let reader = try SQLiteReader(path: path)
                try reader.backup(to: target)
                return StateDirectory.size(of: target)
            }
        )
    }

    private func service(
        _ endpoint: Endpoint,
        _ host: PluginHost,
        _ supervisor: ChildSupervisor,
        _ facts: DaemonFacts,
        _ desk: UploadDesk,
        _ imports: ImportDesk
    ) -> VarlinkService {
        var service = VarlinkService(
            vendor: "Tongban",
            product: "tongband",
            version: self.configuration.version,
            url: "https://github.com/tongban/tongban"
        )
        DaemonMethods(endpoint: endpoint, facts: facts).add(to: &service)
        QueueMethods(endpoint: endpoint).add(to: &service)
        CaseMethods(endpoint: endpoint).add(to: &service)
        WorkMethods(endpoint: endpoint).add(to: &service)
        RatingMethods(endpoint: endpoint).add(to: &service)
        DecisionMethods(endpoint: endpoint).add(to: &service)
        ReportMethods(endpoint: endpoint).add(to: &service)
        ScheduleMethods(endpoint: endpoint).add(to: &service)
        HandoffMethods(endpoint: endpoint).add(to: &service)
        MoneyMethods(endpoint: endpoint).add(to: &service)
        PublicNoticeMethods(endpoint: endpoint).add(to: &service)
        RotaMethods(endpoint: endpoint).add(to: &service)
        MessageMethods(endpoint: endpoint).add(to: &service)
        AttachmentMethods(endpoint: endpoint, desk: desk).add(to: &service)
        SubjectMethods(endpoint: endpoint).add(to: &service)
        ItemMethods(endpoint: endpoint).add(to: &service)
        NoticeMethods(endpoint: endpoint).add(to: &service)
        JournalMethods(endpoint: endpoint).add(to: &service)
        DirectoryMethods(endpoint: endpoint).add(to: &service)
        RegisterMethods(endpoint: endpoint, desk: imports).add(to: &service)
        CalendarMethods(endpoint: endpoint).add(to: &service)
        ClockMethods(endpoint: endpoint).add(to: &service)
        RuleMethods(endpoint: endpoint).add(to: &service)
        PluginMethods(endpoint: endpoint, host: host, supervisor: supervisor).add(to: &service)
        ManagementMethods(
            endpoint: endpoint,
            control: self.control,
            setLogLevel: self.surroundings.setLogLevel,
            logger: self.logger
        ).add(to: &service)
        return service
    }
}
