// SPDX-License-Identifier: Apache-2.0

import CTongbanLinux
import Civic
import Glibc
import Testing

@testable import TongbanSupervisor

@Suite("Processes and their numbers")
struct ProcessHandleTests {
    @Test("go-plugin PR #320, nomad #23969: a number that is not the warden's child is not taken for the plugin")
    func strangers() {
        let handle = ProcessHandle()
        #expect(!handle.adopt(program: getpid(), childOf: getpid()))
        #expect(!handle.adopt(program: 1, childOf: getpid()))
        #expect(handle.programID == nil && handle.residentMemory == nil)
    }

    @Test("A process that was reaped is signalled no more, whoever has its number now")
    func reaped() throws {
        var pid: pid_t = 0
        var words: [UnsafeMutablePointer<CChar>?] = [strdup("/bin/cat"), nil]
        var pipes: [Int32] = [0, 0]
        try #require(pipe(&pipes) == 0)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, pipes[0], 0)
        posix_spawn_file_actions_addclose(&actions, pipes[1])
        try #require(posix_spawn(&pid, "/bin/cat", &actions, nil, &words, environ) == 0)
        for word in words { free(word) }
        close(pipes[0])
        let descriptor = tongban_pidfd_open(pid)
        let handle = ProcessHandle()
        handle.adopt(warden: descriptor)
        #expect(handle.adopt(program: pid, childOf: getpid()))
        #expect((handle.residentMemory ?? 0) > 0)
        #expect(tongban_pidfd_send_signal(descriptor, 0) == 0)
        close(pipes[1])
        waitpid(pid, nil, 0)
        #expect(tongban_pidfd_send_signal(descriptor, SIGKILL) == -1 && errno == ESRCH)
        #expect(handle.residentMemory == nil)
        close(descriptor)
    }

    @Test(
        "The warden's lines are understood, and nothing else",
        arguments: [
            ("pid 42", .identified(pid: 42)), ("exited 3 10", .ended(.exited(code: 3), peakMemory: 10 << 10)),
            ("signalled 11 0", .ended(.signalled(11), peakMemory: 0)), ("failed 127", .failed), ("pid", nil),
            ("pid x", nil), ("exited 3", nil), ("", nil),
        ] as [(String, WardenReport?)]
    )
    func reports(line: String, report: WardenReport?) {
        #expect(WardenReport(line: line) == report)
    }

    @Test("The command line holds the limits and never a path of the daemon's data; secrets stay with the daemon")
    func plan() {
        let manifest = BureauManifest(
            id: "market",
            name: .init("市", "M"),
            folder: "/p/market",
            executable: "/p/market/run",
            arguments: ["-v"],
            limits: ProcessLimits(memory: 1 << 26, files: 99, processes: 7, processorSeconds: 8, denyNetwork: true)
        )
        let plan = LaunchPlan(
            manifest,
            configuration: SupervisorConfiguration(
                launcher: "/l",
                runtimeDirectory: "/r",
                readablePaths: ["/a"],
                writablePaths: ["/b"],
                environment: ["MODE": "test"]
            ),
            parent: 5,
            inherited: { $0 == "TZ" ? "Asia/Shanghai" : nil }
        )
        #expect(
            plan.arguments.joined(separator: " ")
                == "--listen-fd 0 --report-fd 1 --name varlink --parent 5 --working-directory /p/market "
                + "--memory 67108864 --files 99 --processes 7 --cpu-seconds 8 --deny-network "
                + "--allow-read /p/market --allow-read /a --allow-write /b -- /p/market/run -v"
        )
        #expect(plan.environment == ["MODE": "test", "TZ": "Asia/Shanghai", "TONGBAN_BUREAU": "market"])
    }
}
