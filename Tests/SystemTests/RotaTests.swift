// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Foundation
import Testing
import TongbanTestSupport

@Suite("tongbanctl: rotas", .timeLimit(.minutes(5)))
struct RotaTests {
    private static let persons = """
        {"persons": [
            {"id": "cun", "name": "村", "roles": ["congress:villagehead"]},
            {"id": "li", "name": "李", "roles": ["congress:deputy"]},
            {"id": "yi", "name": "医", "roles": ["medical:bureau"]}
        ]}
        """

    @Test("shifts are planned, changed, watched and counted through the CLI; a missing check-in climbs the ladder")
    func whole() async throws {
        let rig = try DaemonRig()
        try rig.install("congress", "CongressBureau")
        _ = try rig.folder.makeFolder("seed")
        try rig.folder.write("seed/persons.json", Self.persons)
        let daemon = try await rig.start(clock: "2022-07-11T21:00:00+08:00")
        defer { withExtendedLifetime(daemon) {} }
        #expect(try await rig.control("seed", "load", rig.folder.path + "/seed").status == 0)

        func rota(_ words: String...) async throws -> RunningProgram.Report {
            try await rig.control(["--as", "cun", "rota"] + words)
        }
        let place = ["congress", "patrol", "340604100201"]
        let listed = try await rota("list")
        #expect(listed.status == 0 && listed.output.contains("06-15..09-15"), "\(listed)")
        let planned = try await rota(
            "plan",
            place[0],
            place[1],
            place[2],
            "--shift",
            "2022-07-12 00:00-08:00 li,wang",
            "--shift",
            "2022-07-12 08:00-15:59 zhao,qian",
            "--shift",
            "2022-07-12 16:00-24:00 sun,zhou"
        )
        #expect(planned.status == 0 && planned.output.contains("2022-07-12 15:59 – 2022-07-12 16:00"), "\(planned)")
        let odd = try await rota("plan", place[0], place[1], place[2], "--shift", "tomorrow li,wang")
        #expect(odd.status == 2, "\(odd)")
        let twice = try await rota("plan", place[0], place[1], "elsewhere", "--shift", "2022-07-12 07:00-09:00 li,feng")
        #expect(twice.status == 1 && twice.errors.contains("[PERSON_TWICE]"), "\(twice)")
        let few = try await rota("plan", place[0], place[1], "elsewhere", "--shift", "2022-07-12 07:00-09:00 feng")
        #expect(few.status == 1 && few.errors.contains("[TOO_FEW]"), "\(few)")

        let mine = try await rig.control(["--as", "li", "--json", "rota", "mine"])
        let number = try #require(try JSON(parsing: mine.output)["shifts"]?.arrayValue?.first?["number"]?.stringValue)
        let early = try await rig.control(["--as", "li", "rota", "check-in", number])
        #expect(early.status == 1 && early.errors.contains("[EARLY]"), "\(early)")
        #expect(try await rig.control("clock", "advance", "--to", "2022-07-11T23:55:00+08:00").status == 0)
        let there = try await rig.control([
            "--as", "li", "rota", "check-in", number, "--point", "二号塘", "--geo", "34.0512,116.8231",
        ])
        #expect(there.status == 0, "\(there)")
        #expect(try await rota("check-in", number, "--person", "wang").status == 0)
        #expect(try await rig.control("clock", "advance", "--to", "2022-07-12T03:30:00+08:00").status == 0)
        let shown = try await rota("show", number)
        #expect(shown.output.contains("34.0512") && shown.output.contains("2022-07-12 02:00"), "\(shown)")
        let own = try await rig.control(["--as", "li", "rota", "show", number])
        #expect(own.status == 0 && !own.output.contains("34.0512"), "\(own)")
        let told = try await rota("show", number, "--json")
        #expect(try JSON(parsing: told.output)["missed"]?.arrayValue?.compactMap { $0["rungs"]?.integerValue } == [3])

        let short = try await rota(
            "coverage",
            place[0],
            place[1],
            place[2],
            "--from",
            "2022-07-12",
            "--through",
            "2022-07-12"
        )
        #expect(short.status == 1 && short.output.contains("1439/1440") && short.output.contains("99.93"), "\(short)")
        let second = try await rota("shifts", place[0], place[1], place[2], "--from", "2022-07-12", "--json")
        let shifts = try JSON(parsing: second.output)["shifts"]?.arrayValue ?? []
        let changed = try await rota(
            "change",
            shifts[1]["number"]?.stringValue ?? "",
            "--end",
            "2022-07-12T16:00:00+08:00",
            "--reason",
            "补足"
        )
        #expect(changed.status == 0, "\(changed)")
        let whole = try await rota(
            "coverage",
            place[0],
            place[1],
            place[2],
            "--from",
            "2022-07-12",
            "--through",
            "2022-07-12"
        )
        #expect(whole.status == 0, "\(whole)")
        #expect(try await rota("cancel", shifts[2]["number"]?.stringValue ?? "", "--reason", "改期").status == 0)
        let pattern = try await rota(
            "pattern",
            place[0],
            place[1],
            place[2],
            "--from",
            "2022-07-13",
            "--slot",
            "00:00-12:00",
            "--slot",
            "12:00-24:00",
            "--team",
            "li,wang",
            "--team",
            "zhao,qian"
        )
        #expect(pattern.status == 0, "\(pattern)")

        let stranger = try await rig.control(["--as", "yi", "rota", "shifts"] + place)
        #expect(stranger.status == 1 && stranger.errors.contains("[ROLE]"), "\(stranger)")
        let staff = try await rig.control(["--as", "li", "rota", "cancel", number, "--reason", "x"])
        #expect(staff.status == 1 && staff.errors.contains("[ROLE]"), "\(staff)")
    }
}
