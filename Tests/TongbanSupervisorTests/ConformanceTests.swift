// SPDX-License-Identifier: Apache-2.0

import CTongbanLinux
import Civic
import Glibc
import Testing

@testable import TongbanSupervisor

/// What every supervisor of plugins must keep to, with plugins that misbehave.
@Suite("Plugins that misbehave", .timeLimit(.minutes(2)))
struct ConformanceTests {
    /// A plugin that answers every connection with `answer(line)`, an expression of Python.
    static func server(_ answer: String, before: String = "") -> String {
        """
        import os, socket, sys, signal, subprocess
        \(before)
        listener = socket.socket(fileno=3)
        while True:
            connection, _ = listener.accept()
            line = connection.makefile().readline().strip()
            connection.sendall(str(\(answer)).encode())
            connection.close()

        """
    }

    @Test("The socket is descriptor 3, the variables are those of socket activation, and nothing else is inherited")
    func environment() async throws {
        let script = Self.server(
            """
            (os.environ['LISTEN_FDS'], os.environ['LISTEN_PID'] == str(os.getpid()), os.environ['LISTEN_FDNAMES'], \
            os.environ['TONGBAN_BUREAU'], 'HOME' in os.environ, sorted(int(fd) for fd in os.listdir('/proc/self/fd'))[:4], \
            os.path.realpath('/proc/self/fd/0'), os.getcwd() == os.path.dirname(os.path.realpath(sys.argv[0])))
            """
        )
        try await SupervisorRig.run(script) { rig in
            let answer = try await SupervisorRig.ask(rig.socketPath, "")
            #expect(answer == "('1', True, 'varlink', 'market', False, [0, 1, 2, 3], '/dev/null', True)")
        }
    }

    @Test("A plugin that crashes on start is given up with its last words")
    func crashOnStart() async throws {
        let script = "import sys\nprint('cannot read the seal', file=sys.stderr)\nsys.exit(3)\n"
        let policy = RestartPolicy(shortestPause: .milliseconds(10), failures: 3)
        try await SupervisorRig.run(script, policy: policy, handshake: { _ in try await hang() }) { rig in
            try await rig.supervisor.settled("market")
            let status = try await rig.supervisor.status(of: "market")
            guard case .quarantined(let report) = status.phase else { return #expect(Bool(false)) }
            #expect(report.cause == .ended(.exited(code: 3)) && report.failures == 3)
            #expect(report.lastLines == ["cannot read the seal"])
            #expect(status.pid == nil && status.restarts == 2)
            #expect(status.reason?.zh.contains("退出码 3") == true)
        }
    }

    @Test("A plugin that cannot be executed is given up with the reason, not with an exit code")
    func cannotExecute() async throws {
        try await SupervisorRig.run("", policy: RestartPolicy(occasion: .never)) { rig in
            try await rig.supervisor.settled("market")
            try await rig.supervisor.remove("market")
            var manifest = rig.manifest
            manifest.executable = manifest.folder + "/gone"
            try await rig.supervisor.start([manifest])
            try await rig.supervisor.settled("market")
            let status = try await rig.supervisor.status(of: "market")
            guard case .quarantined(let report) = status.phase, case .couldNotStart(let why) = report.cause else {
                return #expect(Bool(false), "\(status)")
            }
            #expect(why.contains("No such file"))
        }
    }

    @Test("k8s #60176: a call made while the plugin is down waits and is answered by its successor")
    func callsWait() async throws {
        let script = Self.server("os.abort() if line == 'die' else os.getpid()")
        try await SupervisorRig.run(script) { rig in
            let first = try await SupervisorRig.ask(rig.socketPath, "")
            #expect(try await SupervisorRig.ask(rig.socketPath, "die") == "")
            let second = try await SupervisorRig.ask(rig.socketPath, "")
            #expect(!second.isEmpty && second != first)
            let failures = await rig.events.failures
            #expect(failures.first?.cause == .ended(.signalled(SIGABRT)))
        }
    }

    @Test("A plugin that never answers the handshake is killed")
    func hangsAtHandshake() async throws {
        let timings = SupervisionTimings(handshake: .milliseconds(300))
        let policy = RestartPolicy(failures: 1)
        try await SupervisorRig.run(
            "import signal\nwhile True: signal.pause()\n",
            policy: policy,
            timings: timings,
            handshake: { _ in try await hang() }
        ) { rig in
            try await rig.supervisor.settled("market")
            let failures = await rig.events.failures
            #expect(failures.map(\.cause) == [.handshakeTimedOut(.milliseconds(300))])
        }
    }

    @Test("deno #20700, ruby-lsp #196: a plugin that ignores every request to end is ended")
    func ignoresTermination() async throws {
        let script = Self.server(
            "os.getpid()",
            before: "for n in (1, 2, 3, 10, 12, 15): signal.signal(n, signal.SIG_IGN)"
        )
        let timings = SupervisionTimings(retire: .milliseconds(10), terminate: .milliseconds(10))
        try await SupervisorRig.run(script, timings: timings) { rig in
            let pid = try #require(Int32(try await SupervisorRig.ask(rig.socketPath, "")))
            // It may answer before its warden has told which process it is.
            await rig.events.wait { $0 == .identified(pid: pid) }
            #expect(try await rig.supervisor.status(of: "market").pid == pid)
            #expect(await rig.supervisor.bureau(ofProcess: pid) == "market")
            await rig.supervisor.stopAll(limit: .milliseconds(30))
            #expect(isGone(pid))
            #expect(try await rig.supervisor.status(of: "market").phase == .stopped)
        }
    }

    @Test(
        "containerd #6860, telegraf #2476: what a plugin has started ends with it, sessions of its own notwithstanding"
    )
    func grandchildren() async throws {
        let script = Self.server(
            "os.abort()",
            before: """
                one = subprocess.Popen(['/bin/sleep', '1000'])
                two = subprocess.Popen(['/bin/sh', '-c', 'sleep 1000 & echo PID $! >&2; wait'], start_new_session=True)
                print('CHILDREN', one.pid, two.pid, file=sys.stderr, flush=True)
                """
        )
        try await SupervisorRig.run(script, policy: RestartPolicy(failures: 1)) { rig in
            let words = await rig.events.text(after: "CHILDREN ") + " " + (await rig.events.text(after: "PID "))
            let pids = words.split(separator: " ").compactMap { Int32($0) }
            try #require(pids.count == 3)
            #expect(pids.allSatisfy { !isGone($0) })
            _ = try await SupervisorRig.ask(rig.socketPath, "")
            try await rig.supervisor.settled("market")
            #expect(pids.allSatisfy { isGone($0) })
        }
    }

    @Test("go-plugin #10, dkron #247: when the daemon is killed outright, nothing it has started is left")
    func daemonKilled() async throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "daemon.py",
            """
            import os, socket, subprocess, sys
            listener = socket.socket(socket.AF_UNIX)
            listener.bind('\(folder.path)/socket')
            listener.listen()
            report, end = os.pipe()
            plugin = ['/bin/sh', '-c', 'setsid sleep 1000 & sleep 1000 & echo started; wait']
            launch = subprocess.Popen(['\(SupervisorRig.launcher)', '--parent', str(os.getpid()), '--'] + plugin,
                stdin=listener, stdout=end, stderr=3)
            os.read(report, 100)
            os.write(3, b'killed')
            os.kill(os.getpid(), 9)

            """
        )
        // Every process holds the pipe's other end: it ends when none of them is left.
        var pipes: [Int32] = [0, 0]
        try #require(pipe(&pipes) == 0)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, pipes[1], 3)
        var pid: pid_t = 0
        var words: [UnsafeMutablePointer<CChar>?] = [
            strdup("/usr/bin/python3"), strdup(folder.path + "/daemon.py"), nil,
        ]
        try #require(posix_spawn(&pid, "/usr/bin/python3", &actions, nil, &words, environ) == 0)
        close(pipes[1])
        let (daemon, reader) = (pid, pipes[0])
        let (status, said) = try await SupervisorRig.blocking {
            var status: Int32 = 0
            waitpid(daemon, &status, 0)
            return (status, try SupervisorRig.readToEnd(reader))
        }
        #expect(status & 0x7F == SIGKILL)
        #expect(said == "killed")
        close(pipes[0])
        for word in words { free(word) }
    }

    @Test("The last lines of a plugin that floods its output are kept, the flood is not")
    func floods() async throws {
        let script = """
            import sys
            for n in range(100000): print('line', n, file=sys.stderr)
            sys.exit(1)
            """
        let logs = LogLimits(messages: 50, interval: .seconds(3_600))
        try await SupervisorRig.run(
            script,
            policy: RestartPolicy(failures: 1),
            logs: logs,
            handshake: { _ in try await hang() }
        ) { rig in
            try await rig.supervisor.settled("market")
            let messages = await rig.events.messages
            #expect(messages.count == 51)
            #expect(messages.last?.text.hasPrefix("99950 messages dropped") == true)
            #expect(await rig.events.failures.first?.lastLines.last == "line 99999")
        }
    }

    @Test("A message of several lines, written in pieces, arrives whole")
    func multiline() async throws {
        let script = Self.server(
            "os.getpid()",
            before: """
                for line in ['<3>review failed', '  at Review.swift:12', '  at Queue.swift:90', '<6>goes on']:
                    os.write(2, (line + chr(10)).encode())
                """
        )
        try await SupervisorRig.run(script) { rig in
            _ = await rig.events.text(after: "goes on")
            #expect(
                await rig.events.messages.first
                    == LogMessage(.error, "review failed\n  at Review.swift:12\n  at Queue.swift:90")
            )
        }
    }

    @Test(
        "The daemon's data is out of a plugin's reach, the daemon's socket is not",
        .enabled(if: tongban_landlock_abi() > 0)
    )
    func sandbox() async throws {
        let script = Self.server(
            "attempt(line)",
            before: """
                def attempt(path):
                    try:
                        open(path).close()
                        return 'opened'
                    except OSError as error: return error.strerror
                """
        )
        try await SupervisorRig.run(script) { rig in
            try rig.folder.write("state/tongban.db", "secret")
            #expect(
                try await SupervisorRig.ask(rig.socketPath, rig.folder.path + "/state/tongban.db")
                    == "Permission denied"
            )
            #expect(try await SupervisorRig.ask(rig.socketPath, rig.manifest.executable) == "opened")
        }
    }

    @Test("A plugin that needs more memory than it may have is told of as such")
    func memory() async throws {
        let script = "data = bytearray(400 << 20)\n"
        try await SupervisorRig.run(
            script,
            policy: RestartPolicy(failures: 1),
            limits: ProcessLimits(memory: 128 << 20),
            handshake: { _ in try await hang() }
        ) { rig in
            try await rig.supervisor.settled("market")
            let report = try #require(await rig.events.failures.first)
            guard case .memoryExceeded(let limit, _) = report.cause else {
                return #expect(Bool(false), "\(report)")
            }
            #expect(limit == 128 << 20)
            #expect(report.text.en.contains("limits.memory"))
        }
    }

    @Test("containerd #13784: two supervisors cannot take the same sockets")
    func twoSupervisors() async throws {
        try await SupervisorRig.run(Self.server("1")) { rig in
            let path = rig.folder.path + "/run"
            #expect(throws: SupervisorError.runtimeDirectory(path, reason: "another daemon uses it")) {
                try ChildSupervisor(
                    configuration: SupervisorConfiguration(launcher: SupervisorRig.launcher, runtimeDirectory: path),
                    calls: BureauCalls(handshake: { _ in }, probe: { _ in }, retire: { _ in })
                ) { _ in }
            }
            await #expect(throws: SupervisorError.alreadySupervised("market")) {
                try await rig.supervisor.start([rig.manifest])
            }
        }
    }
}

/// Never returns, but throws when it is cancelled.
func hang() async throws {
    let (stream, continuation) = AsyncStream<Never>.makeStream()
    for await _ in stream {}
    continuation.finish()
    try Task.checkCancellation()
}
