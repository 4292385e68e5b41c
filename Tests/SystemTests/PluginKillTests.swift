// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Glibc
import Testing
import TongbanAPI
import TongbanTestSupport
import Varlink

@Suite("A plugin killed outright", .timeLimit(.minutes(2)))
struct PluginKillTests {
    /// A bureau with one handler: it hangs at a task's first attempt and says so, at the second it puts a record.
    static let slowBureau = #"""
        import json, os, socket, sys, threading

        DECLARATION = {
            "id": "slow", "name": {"zh": "慢办局", "en": "Slow bureau"},
            "summary": {"zh": "第一次不办。", "en": "Does nothing at first."},
            "prefix": "SL", "roles": [{"id": "clerk", "name": {"zh": "经办", "en": "Clerk"}}],
            "registers": [{"id": "done", "name": {"zh": "已办", "en": "Done"}, "key": "id", "fields": [
                {"id": "id", "name": {"zh": "编号", "en": "Number"}, "kind": "text", "required": True,
                 "privacy": "-", "options": [], "fields": []}]}],
            "items": [], "concurrency": 1,
            "handlers": [{"kind": "slow.work", "name": {"zh": "办理", "en": "Work"}, "maxAttempts": 5,
                "firstRetryMilliseconds": 1, "longestRetryMilliseconds": 1, "leaseMilliseconds": 60000}],
        }

        def answer(method, parameters):
            if method.endswith(".Handshake"):
                return {"protocol": 1, "version": "1", "declaration": DECLARATION}
            if method.endswith(".Ping"):
                return {"running": 0}
            if method.endswith(".Retire"):
                os._exit(0)
            task = parameters["task"]
            if task["attempt"] == 1:
                print("HANGS", os.getpid(), "END", file=sys.stderr, flush=True)
                threading.Event().wait()
            record = {"id": task["id"]}
            return {"effects": [{"effect": "put", "register": "done", "key": task["id"], "record": record}]}

        def serve(connection):
            waiting = b""
            while chunk := connection.recv(65536):
                *messages, waiting = (waiting + chunk).split(b"\0")
                for message in messages:
                    call = json.loads(message)
                    reply = {"parameters": answer(call["method"], call.get("parameters", {}))}
                    connection.sendall(json.dumps(reply).encode() + b"\0")

        listener = socket.socket(fileno=3)
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=serve, args=(connection,), daemon=True).start()
        """#

    @Test("kill -9 in the middle of a task: its successor does the task, and its effects are there once")
    func middleOfTask() async throws {
        let rig = try DaemonRig()
        try rig.install("slow", script: Self.slowBureau)
        let daemon = try await rig.start()
        try await rig.client.withConnection { connection in
            let submitted = try await connection.call(
                QueueInterface.Submit.self,
                .init(tasks: [.init(queue: "slow", kind: "slow.work")])
            )
            let id = try #require(submitted.ids.first)

            let pid = try await Self.hangingPlugin(daemon)
            let plugin = try await connection.call(PluginsInterface.Get.self, .init(id: "slow")).plugin
            #expect(plugin.pid == Int(pid))
            try #require(try await connection.call(QueueInterface.Get.self, .init(id: id)).task.state == .leased)
            kill(pid, SIGKILL)

            try await Self.completion(of: id, rig)
            let task = try await connection.call(QueueInterface.Get.self, .init(id: id)).task
            #expect(task.state == .done && task.attempt == 2)
            #expect(task.errors?.count == 1)
            let record = try await connection.call(
                RegistersInterface.Get.self,
                .init(bureau: "slow", register: "done", key: id)
            ).record
            #expect(record.revision == 1)
            #expect(try record.data.parsed() == ["id": .string(id)])
            try await Self.notices(of: "plugin.ready", 2, rig)
            let successor = try await connection.call(PluginsInterface.Get.self, .init(id: "slow")).plugin
            #expect(successor.state == .ready)
            #expect(successor.pid != Int(pid))
            #expect(successor.restarts == 1)

            let notices = try await connection.call(
                NoticesInterface.List.self,
                .init(after: 0, kind: "task.completed", limit: 1_000)
            ).notices
            #expect(notices.count == 1)
        }
        daemon.send(SIGTERM)
        #expect(try await daemon.end() == .init(status: 0, wasKilled: false))
    }

    @Test("kill -9 of the daemon in the middle of a plugin's task: the next daemon gives it out again, no attempt lost")
    func daemonKilled() async throws {
        let rig = try DaemonRig()
        try rig.install("slow", script: Self.slowBureau)
        let first = try await rig.start()
        let submitted = try await rig.client.call(
            QueueInterface.Submit.self,
            .init(tasks: [.init(queue: "slow", kind: "slow.work")])
        )
        let id = try #require(submitted.ids.first)
        let orphan = try await Self.hangingPlugin(first)
        first.send(SIGKILL)
        #expect(try await first.end().wasKilled)

        let second = try await rig.start()
        // It hangs at a first attempt only: the end of the daemon was not counted as one.
        let plugin = try await Self.hangingPlugin(second)
        #expect(plugin != orphan)
        kill(plugin, SIGKILL)
        try await Self.completion(of: id, rig)
        let task = try await rig.client.call(QueueInterface.Get.self, .init(id: id)).task
        #expect(task.state == .done && task.attempt == 2)
        let completions = try await rig.client.call(
            NoticesInterface.List.self,
            .init(after: 0, kind: "task.completed", limit: 1_000)
        ).notices
        #expect(completions.count == 1)
        second.send(SIGTERM)
        #expect(try await second.end() == .init(status: 0, wasKilled: false))
    }

    /// Waits until the plugin hangs over a task.
    /// - Returns: Its process.
    private static func hangingPlugin(_ daemon: RunningProgram) async throws -> Int32 {
        try #require(await daemon.errors.wait(for: " END"))
        let words = daemon.errors.text.split(whereSeparator: \.isWhitespace)
        let place = try #require(words.firstIndex { $0.hasSuffix("HANGS") })
        return try #require(Int32(words[place + 1]))
    }

    /// Waits until the journal says that this task is done.
    private static func completion(of id: String, _ rig: DaemonRig) async throws {
        try await rig.client.withConnection { connection in
            let pages = connection.callMore(NoticesInterface.Subscribe.self, .init(after: 0, kind: "task.completed"))
            for try await page in pages {
                if try page.notices.contains(where: { try $0.data.taskIDs().contains(id) }) { return }
            }
        }
    }

    /// Waits until the journal has so many entries of a kind.
    private static func notices(of kind: String, _ count: Int, _ rig: DaemonRig) async throws {
        try await rig.client.withConnection { connection in
            var seen = 0
            for try await page in connection.callMore(NoticesInterface.Subscribe.self, .init(after: 0, kind: kind)) {
                seen += page.notices.count
                if seen >= count { return }
            }
        }
    }
}
