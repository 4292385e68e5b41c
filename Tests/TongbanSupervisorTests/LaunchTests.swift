// SPDX-License-Identifier: Apache-2.0

import CTongbanLinux
import Glibc
import Subprocess
import SystemPackage
import Testing

@testable import TongbanSupervisor

@Suite("The start helper", .timeLimit(.minutes(1)))
struct LaunchTests {
    private func launch(
        _ words: [String],
        listening: Bool = true
    ) async throws -> (status: TerminationStatus, report: String, errors: String) {
        let folder = try TemporaryFolder()
        let descriptor =
            listening
            ? tongban_listen_unix(folder.path + "/socket", 0o600, 1)
            : socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        try #require(descriptor >= 0)
        let result = try await Subprocess.run(
            .path(FilePath(SupervisorRig.launcher)),
            arguments: Arguments(["--report-fd", "1"] + words),
            input: .fileDescriptor(FileDescriptor(rawValue: descriptor), closeAfterSpawningProcess: true),
            output: .string(limit: 4096),
            error: .string(limit: 4096)
        )
        return (result.terminationStatus, result.standardOutput, result.standardError)
    }

    @Test(
        "Each failure before the start has a code and a line of its own",
        arguments: [
            (["--bogus", "1", "--", "/bin/true"], 120, "--bogus is unknown"),
            (["--files", "many", "--", "/bin/true"], 120, "--files needs a number"),
            (["--allow-read", "etc", "--", "/bin/true"], 120, "needs an absolute path"),
            (["--name", "a:b", "--", "/bin/true"], 120, "without a colon"),
            (["--", "true"], 120, "is not an absolute path"),
            (["--"], 120, "a program are missing"),
            (["--working-directory", "/nowhere", "--", "/bin/true"], 124, "cannot enter /nowhere"),
            (["--parent", "1", "--", "/bin/true"], 125, "the parent 1 is gone"),
            (["--", "/etc/passwd"], 126, "cannot execute /etc/passwd"),
            (["--", "/nowhere"], 127, "cannot execute /nowhere"),
        ] as [([String], Int32, String)]
    )
    func failures(words: [String], code: Int32, reason: String) async throws {
        let (status, report, errors) = try await self.launch(words)
        #expect(status == .exited(code))
        #expect(!report.contains("pid"))
        #expect(errors.contains(reason) && errors.split(separator: "\n").count == 1)
    }

    @Test("A socket that does not listen is refused")
    func noListener() async throws {
        let (status, _, errors) = try await self.launch(["--", "/bin/true"], listening: false)
        #expect(status == .exited(121))
        #expect(errors.contains("does not listen"))
    }

    @Test("The helper ends as the program did, and says how")
    func endings() async throws {
        let exited = try await self.launch(["--", "/bin/sh", "-c", "exit 127"])
        #expect(exited.status == .exited(127))
        #expect(exited.report.hasPrefix("pid ") && exited.report.contains("\nexited 127 "))
        let killed = try await self.launch(["--", "/bin/sh", "-c", "kill -SEGV $$"])
        #expect(killed.status == .signaled(SIGSEGV))
        #expect(killed.report.contains("\nsignalled 11 "))
    }

    @Test("Without network only Unix sockets are had")
    func network() async throws {
        let script = """
            import socket
            for family in (socket.AF_UNIX, socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK):
                try: socket.socket(family); print('had')
                except OSError as error: print(error.errno)
            """
        let denied = try await self.launch(["--deny-network", "--", "/usr/bin/python3", "-c", script])
        #expect(denied.errors.split(separator: "\n") == ["had", "97", "97", "97"])
        let free = try await self.launch(["--", "/usr/bin/python3", "-c", script])
        #expect(free.errors.split(separator: "\n").prefix(2) == ["had", "had"])
    }

    @Test("Limits and no-new-privileges hold in the program; signals are as new")
    func limits() async throws {
        let script = """
            import resource, signal
            for limit in (resource.RLIMIT_NOFILE, resource.RLIMIT_DATA, resource.RLIMIT_CORE, resource.RLIMIT_CPU):
                print(resource.getrlimit(limit)[0])
            status = open('/proc/self/status').read()
            for name in ('NoNewPrivs', 'SigBlk', 'SigIgn'):
                print(status.split(name + ':')[1].split()[0])
            """
        let words = ["--files", "77", "--memory", "99999744", "--cpu-seconds", "9"]
        // Python itself ignores SIGPIPE and SIGXFSZ.
        let (_, _, errors) = try await self.launch(words + ["--", "/usr/bin/python3", "-c", script])
        #expect(
            errors.split(separator: "\n")
                == ["77", "99999744", "0", "9", "1", "0000000000000000", "0000000001001000"]
        )
    }

    @Test("A plugin cannot signal the daemon or its warden", .enabled(if: tongban_landlock_abi() >= 6))
    func signals() async throws {
        let script = """
            import os
            for pid in (os.getppid(), \(getpid())):
                try: os.kill(pid, 0); print('sent')
                except PermissionError: print('denied')
            """
        let (_, _, errors) = try await self.launch(["--", "/usr/bin/python3", "-c", script])
        #expect(errors == "denied\ndenied\n")
    }
}
