// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Foundation
import Testing
import TongbanAPI
import TongbanTestSupport
import Varlink

@Suite("Attachments and ratings through the whole daemon", .timeLimit(.minutes(2)))
struct AttachmentTests {
    private static let clock = "2022-07-12T09:00:00+08:00"

    /// A daemon with the market bureau, a citizen and a clerk, and a complaint of the citizen.
    private static func desk() async throws -> (rig: DaemonRig, daemon: RunningProgram, number: String) {
        let rig = try DaemonRig()
        try rig.install("market", "MarketBureau")
        let daemon = try await rig.start(clock: Self.clock)
        let number = try await rig.client.withConnection { connection in
            let persons: [PersonsInterface.Person] = [
                .init(id: "li", name: "甲", roles: ["citizen"], active: true),
                .init(id: "wang", name: "乙", roles: ["citizen"], active: true),
                .init(id: "clerk", name: "丙", roles: ["market:bureau"], active: true),
            ]
            _ = try await connection.call(PersonsInterface.Put.self, .init(persons: persons))
            let data = RawJSON(unchecked: Array(Self.complaint.utf8))
            return try await connection.call(
                CasesInterface.Open.self,
                .init(bureau: "market", item: "complaint", data: data),
                headers: Self.headers("li")
            ).number
        }
        return (rig, daemon, number)
    }

    private static let complaint = #"{"source":"12315","complainant":"甲","respondent":"某店","matter":"短斤少两"}"#

    @Test("A file goes in and comes out byte for byte, and one flipped bit of it is found")
    func wholeWay() async throws {
        let (rig, daemon, number) = try await Self.desk()
        // Several chunks, the last one short.
        var content = Array("%PDF-1.7\n".utf8)
        for index in 0..<600_001 { content.append(UInt8(truncatingIfNeeded: index &* 31 ^ (index >> 7))) }
        let path = rig.folder.path + "/证据.pdf"
        try Data(content).write(to: URL(fileURLWithPath: path))
        let attached = try await rig.control("--as", "li", "--json", "case", "attach", number, path, "--class", "S")
        try #require(attached.status == 0, "\(attached.errors)")
        let hash = try #require(
            try JSON(parsing: Array(attached.output.utf8))["attachment"]?["hash"]?.stringValue
        )

        let out = rig.folder.path + "/out.pdf"
        let fetched = try await rig.control(
            "--as",
            "clerk",
            "case",
            "fetch",
            number,
            String(hash.prefix(12)),
            "-o",
            out
        )
        #expect(fetched.status == 0, "\(fetched.errors)")
        #expect(try Data(contentsOf: URL(fileURLWithPath: out)) == Data(content))
        let stranger = try await rig.control("--as", "wang", "case", "fetch", number, hash, "-o", out + "2")
        #expect(stranger.status == 1 && stranger.errors.contains("[NO_ATTACHMENT]"), "\(stranger.errors)")
        #expect(!FileManager.default.fileExists(atPath: out + "2"))
        let history = try await rig.control("case", "history", number)
        #expect(history.output.contains("attachment.read"))
        let shown = try await rig.control("--as", "clerk", "case", "show", number)
        #expect(shown.output.contains(hash) && shown.output.contains("证据.pdf"))

        let sound = try await rig.control("journal", "verify", "--attachments")
        #expect(sound.status == 0, "\(sound.errors)")
        let stored = URL(fileURLWithPath: "\(rig.state)/attachments/\(hash.prefix(2))/\(hash.dropFirst(2))")
        content[300_000] ^= 1
        try Data(content).write(to: stored)
        let broken = try await rig.control("journal", "verify", "--attachments")
        #expect(broken.status == 1 && broken.errors.contains(hash) && broken.errors.contains("altered"))
        let damaged = try await rig.control("--as", "clerk", "case", "fetch", number, hash, "-o", out + "3")
        #expect(damaged.status == 1 && damaged.errors.contains("[Damaged]"), "\(damaged.errors)")
        #expect(!FileManager.default.fileExists(atPath: out + "3"))
        try FileManager.default.removeItem(at: stored)
        let missing = try await rig.control("case", "verify-attachments")
        #expect(missing.status == 1 && missing.errors.contains("missing"))
        daemon.send(SIGTERM)
        #expect(try await daemon.end().status == 0)
    }

    @Test("What a connection does not finish is gone with it, and a connection takes no more than its share")
    func unfinished() async throws {
        let (rig, daemon, number) = try await Self.desk()
        let headers = Self.headers("li")
        let begin = AttachmentsInterface.Begin.Input(number: number, name: "a.txt", size: 4)
        try await rig.client.withConnection { connection in
            var uploads: [String] = []
            for _ in 0..<4 {
                uploads.append(
                    try await connection.call(AttachmentsInterface.Begin.self, begin, headers: headers).upload
                )
            }
            #expect(
                await Self.failure { () async throws in
                    _ = try await connection.call(AttachmentsInterface.Begin.self, begin, headers: headers)
                } == .tooManyUploads(limit: 4)
            )
            #expect(try await Self.chunk("ab", at: 0, uploads[0], connection) == 2)
            #expect(
                await Self.failure { _ = try await Self.chunk("cd", at: 0, uploads[0], connection) }
                    == .wrongOffset(received: 2)
            )
            let more = await Self.failure { _ = try await Self.chunk("cde", at: 2, uploads[0], connection) }
            guard case .notAsAnnounced = more else { return #expect(Bool(false), "\(String(describing: more))") }
            #expect(
                await Self.failure {
                    _ = try await connection.call(
                        AttachmentsInterface.Finish.self,
                        .init(upload: uploads[0]),
                        headers: headers
                    )
                } == .wrongOffset(received: 2)
            )
            #expect(try await Self.chunk("cd", at: 2, uploads[0], connection) == 4)
            let attachment = try await connection.call(
                AttachmentsInterface.Finish.self,
                .init(upload: uploads[0]),
                headers: headers
            ).attachment
            #expect(attachment.size == 4 && attachment.type == "txt" && attachment.class == "P")
            _ = try await connection.call(AttachmentsInterface.Cancel.self, .init(upload: uploads[1]))
            // Another connection knows nothing of them.
            let other = await Self.failure {
                _ = try await rig.client.withConnection { other in
                    try await other.call(AttachmentsInterface.Cancel.self, .init(upload: uploads[2]))
                }
            }
            #expect(other == .noSuchUpload(upload: uploads[2]))
        }
        // The daemon removes drafts when it learns that the connection has ended, and in any case when it ends.
        daemon.send(SIGTERM)
        #expect(try await daemon.end().status == 0)
        let again = try await rig.start(clock: Self.clock)
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(rig.state)/attachments/new").isEmpty)
        let listed = try await rig.control("--as", "li", "--json", "case", "attachments", number)
        #expect(try JSON(parsing: Array(listed.output.utf8))["attachments"]?.arrayValue?.count == 1)
        again.send(SIGTERM)
        #expect(try await again.end().status == 0)
    }

    @Test("Repeats are merged, answered, rated and redone by commands, and survive the daemon's restart")
    func repeats() async throws {
        let (rig, daemon, number) = try await Self.desk()
        func control(_ arguments: String...) async throws -> JSON {
            let report = try await RunningProgram.run(
                DaemonRig.program("tongbanctl"),
                ["--socket", rig.socket, "--json"] + arguments,
                environment: ["LC_ALL": "en_US.UTF-8"]
            )
            #expect(report.status == 0, "\(arguments): \(report.errors)")
            return try JSON(parsing: Array(report.output.utf8))
        }
        let data = Self.complaint.replacingOccurrences(of: "甲", with: "乙")
        let opened = try await control("--as", "wang", "case", "open", "market", "complaint", "--data", data)
        let other = try #require(opened["number"]?.stringValue)
        let merged = try await control("--as", "clerk", "case", "merge", number, other)
        #expect(merged["case"]?["linked"] == [["kind": "merges", "number": .string(other)]])
        _ = try await control("--as", "clerk", "case", "answer", other, "已一并调解。")
        daemon.send(SIGTERM)
        #expect(try await daemon.end().status == 0)

        let again = try await rig.start(clock: Self.clock)
        #expect(try await control("case", "show", other)["case"]?["merge"]?["main"] == .string(number))
        _ = try await control("--as", "clerk", "case", "act", number, "accept")
        _ = try await control("--as", "clerk", "case", "act", number, "mediated", "agreement=退款")
        let closed = try await control("case", "show", other)
        #expect(closed["case"]?["closedIn"] == "MERGED" && closed["case"]?["merge"]?["outcome"] == "MEDIATED")
        #expect(closed["case"]?["merge"]?["zh"] == "已一并调解。")
        let rated = try await control("--as", "wang", "case", "rate", other, "--grade", "2", "--comment", "太慢")
        let rework = try #require(rated["rework"]?.stringValue)
        #expect(try await control("case", "show", rework)["case"]?["rework"]?["of"] == .string(other))
        _ = try await control("--as", "li", "case", "rate", number, "--grade", "5")
        let words = try await control("--as", "clerk", "case", "rating-comment", other)
        #expect(words["comment"] == "太慢")
        let report = try await control("rating", "report", "--from", "2022-07-12", "--to", "2022-07-12")
        #expect(report["counts"]?[0]?["grades"] == [0, 1, 0, 0, 1])
        let history = try await rig.control("case", "history", other)
        #expect(!history.output.contains("太慢") && history.output.contains("rating.read"))
        again.send(SIGTERM)
        #expect(try await again.end().status == 0)
    }

    @Test("Refusals of the new commands carry their code, in both languages")
    func refusals() async throws {
        let (rig, daemon, number) = try await Self.desk()
        try rig.folder.write("a.exe", "MZ")
        let cases: [([String], String)] = [
            (["--as", "li", "case", "rate", number, "--grade", "5"], "OPEN"),
            (["--as", "clerk", "case", "merge", number, number], "MERGE_SELF"),
            (["--as", "clerk", "case", "unmerge", number], "NOT_MERGED"),
            (["--as", "clerk", "case", "answer", number, "甲"], "NOT_MERGED"),
            (["--as", "clerk", "case", "link", number, number], "SELF"),
            (["--as", "clerk", "case", "amend", number, "--set", "matter=乙", "--reason", "误"], "OPEN"),
            (["--as", "clerk", "case", "amend-decide", number, "1", "--approve"], "ROLE"),
            (["--as", "clerk", "case", "rating-comment", number], "NO_COMMENT"),
            (["--as", "li", "case", "attach", number, rig.folder.path + "/a.exe"], "MEDIA_TYPE"),
        ]
        for (arguments, code) in cases {
            for (locale, word) in [("en_US.UTF-8", "refused"), ("zh_CN.UTF-8", "拒绝")] {
                let report = try await RunningProgram.run(
                    DaemonRig.program("tongbanctl"),
                    ["--socket", rig.socket] + arguments,
                    environment: ["LC_ALL": locale]
                )
                #expect(report.status == 1 && report.errors.contains("\(word) [\(code)]"), "\(arguments): \(report)")
            }
        }
        let report = try await rig.control("rating", "report", "--from", "2022-07-01", "--to", "2022-07-31")
        #expect(report.status == 0, "\(report.errors)")
        let reversed = try await rig.control("rating", "report", "--from", "2022-07-02", "--to", "2022-07-01")
        #expect(reversed.status == 1)
        daemon.send(SIGTERM)
        #expect(try await daemon.end().status == 0)
    }

    /// Sends a chunk.
    private static func chunk(
        _ text: String,
        at offset: Int,
        _ upload: String,
        _ connection: VarlinkConnection
    ) async throws -> Int {
        try await connection.call(
            AttachmentsInterface.Chunk.self,
            .init(upload: upload, offset: offset, data: Base64.encode(Array(text.utf8)))
        ).received
    }

    /// Those of a call for a person.
    private static func headers(_ person: String) -> VarlinkHeaders {
        var headers = VarlinkHeaders()
        headers["org.tongban.call"] = RawJSON(["actor": .string(person)])
        return headers
    }

    /// The failure of the interface that a call ends with; `nil` when it ends otherwise.
    private static func failure(_ body: () async throws -> Void) async -> AttachmentsFailure? {
        do {
            try await body()
        } catch let VarlinkError.failure(name, parameters) {
            return AttachmentsFailure(errorName: name, errorParameters: parameters)
        } catch {}
        return nil
    }
}
