// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Foundation
import Testing
import TongbanTestSupport

@Suite(
    "A client by others",
    .enabled(if: DaemonRig.python != nil, "TONGBAN_TEST_PYTHON does not name a Python with the package varlink"),
    .timeLimit(.minutes(2))
)
struct IndependentClientTests {
    private let rig: DaemonRig

    init() throws {
        self.rig = try DaemonRig()
    }

    private func tool(_ arguments: String...) async throws -> RunningProgram.Report {
        try await RunningProgram.run(DaemonRig.python ?? "", ["-m", "varlink.cli"] + arguments)
    }

    @Test("the command line tool of the Python package reads every interface of the daemon")
    func introspection() async throws {
        let daemon = try await self.rig.start()
        let info = try await self.tool("info", "unix:\(self.rig.socket)")
        #expect(info.status == 0, "\(info.errors)")
        #expect(info.output.contains("Product: tongband"))
        let interfaces = info.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { $0.hasPrefix("org.") || $0.hasPrefix("io.") }
        #expect(interfaces.count >= 17 && interfaces.contains("io.systemd.service"))
        for interface in interfaces {
            let help = try await self.tool("help", "unix:\(self.rig.socket)/\(interface)")
            #expect(help.status == 0, "\(help.errors)")
            #expect(help.output.contains("interface \(interface)"))
        }
        daemon.send(SIGTERM)
        #expect(try await daemon.end().status == 0)
    }

    /// A worker as the package's documentation shows one.
    private static let worker = """
        import sys, varlink
        client = varlink.Client.new_with_address(sys.argv[1])
        with client.open("org.tongban.Queue") as queue, client.open("org.tongban.Queue") as claims, \\
                client.open("org.tongban.Notices") as notices:
            stream = notices.Subscribe(_more=True)
            start = next(stream)["upTo"]
            assert queue.Configure({"queue": "work"}) == {"created": True}
            claimed = claims.Claim("work", 10, None, 60, _more=True)
            for number in ("one", "two"):
                new = {"queue": "work", "kind": "greet", "payload": {"text": "你好"}, "key": number}
                ids = queue.Submit([new])["ids"]
                assert queue.Submit([new])["ids"] == ids
                # The second task comes as a further reply to the same call.
                [task] = next(claimed)["tasks"]
                assert task["id"] == ids[0] and task["payload"] == {"text": "你好"}, task
                [outcome] = queue.Complete([{"lease": task["lease"], "output": {"length": 2}}])["outcomes"]
                assert outcome["accepted"], outcome
                done = queue.Get(ids[0])["task"]
                assert done["state"] == "done" and done["output"] == {"length": 2}, done
            try:
                queue.Get("999999")
            except varlink.VarlinkError as error:
                assert error.error() == "org.tongban.Queue.NoSuchTask", error
            else:
                raise AssertionError("no error")
            kinds, numbers = [], []
            while kinds.count("task.completed") < 2:
                for notice in next(stream)["notices"]:
                    kinds.append(notice["kind"])
                    numbers.append(notice["seq"])
            assert numbers == list(range(start + 1, start + 1 + len(numbers))), numbers
            print("DONE", *[kind for kind in kinds if kind.startswith("task.")])
        """

    @Test("a worker written with the Python package submits, claims as tasks come, completes, and hears of it")
    func worker() async throws {
        let daemon = try await self.rig.start()
        let result = try await RunningProgram.run(
            DaemonRig.python ?? "",
            ["-c", Self.worker, "unix:\(self.rig.socket)"]
        )
        #expect(result.status == 0, "\(result.errors)")
        let course = "task.submitted task.claimed task.completed"
        #expect(result.output == "DONE \(course) \(course)\n")
        daemon.send(SIGTERM)
        #expect(try await daemon.end().status == 0)
    }
}
