// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Deadlines: the ladder")
struct LadderTests {
    private func to(_ daemon: TestDaemon, _ number: String) throws -> [String] {
        try daemon.journal("due", of: number).map { entry in
            let roles = try entry.data.parsed()["to"]?.arrayValue?.compactMap(\.stringValue) ?? []
            return "\(entry.kind) \(roles.joined(separator: "+"))"
        }
    }

    @Test(
        "due.half, due.soon, due.breach, due.breach.3: at half, one working day left, passed, three working days past; each once, to whom the rules say"
    )
    func usual() async throws {
        let daemon = try Office.daemon()
        let number = try await Office.call("4wd", in: daemon)
        try await daemon.advance(to: "2022-08-30T00:00:00+08:00")
        #expect(
            try self.to(daemon, number) == [
                "due.half handler", "due.soon handler+supervisor", "due.breach supervisor+head",
                "due.breach.3 auditor",
            ]
        )
        #expect(
            try daemon.climbs(number, "reply") == [
                "half \(instant("2022-07-15T00:00:00"))", "soon \(instant("2022-07-18T00:00:00"))",
                "due \(instant("2022-07-19T00:00:00"))", "breach3 \(instant("2022-07-22T00:00:00"))",
            ]
        )
    }

    @Test("of a limit in hours a quarter is left at the yellow card")
    func quarter() async throws {
        let daemon = try Office.daemon()
        let number = try await Office.call("4h", in: daemon)
        try await daemon.advance(to: "2022-07-12T14:00:00+08:00")
        #expect(
            try daemon.climbs(number, "reply") == [
                "half \(instant("2022-07-12T11:00:00"))", "soon \(instant("2022-07-12T12:00:00"))",
                "due \(instant("2022-07-12T13:00:00.001"))",
            ]
        )
    }

    @Test("declared rungs join the ladder, replace those of their id and take them away")
    func declared() async throws {
        let daemon = try Office.daemon()
        let number = try await daemon.open("ladder", as: .system)
        let run = try daemon.deadline("work", of: number)
        #expect(run.due == .end(of: "2022-07-26"))
        // The consent leads to another state on the fourth day; what is left of the ladder goes with the state.
        try await daemon.advance(to: "2022-07-16T00:00:00+08:00")
        #expect(try self.to(daemon, number) == ["due.quarter clerk", "due.elapsed handler"])
        #expect(try daemon.state(of: number) == "AGREED")
        try await daemon.advance(to: "2022-07-16T05:00:00+08:00")
        #expect(
            try daemon.climbs(number, "hour") == [
                "half \(instant("2022-07-16T02:00:00"))", "soon \(instant("2022-07-16T03:00:00"))",
                "last \(instant("2022-07-16T03:00:00"))", "due \(instant("2022-07-16T04:00:00.001"))",
            ]
        )
        #expect(try daemon.deadline("consent", of: number).state == .elapsed)
    }

    @Test("every declared moment: two working days before, a quarter, five working days after")
    func moments() async throws {
        let declaration = try #require(
            Office.definition.declaration.item("ladder")?.deadlines.first { $0.id == "work" }
        )
        let ladder = declaration.ladder
        #expect(ladder.map(\.rung.rawValue) == ["soon", "due", "breach3", "leader", "quarter"])
        #expect(ladder[0].moment == .before(Limit(2, .workingDays)) && ladder[0].to == ["clerk", "head"])
        #expect(ladder[1].moment == .due && ladder[1].to == ["supervisor", "head"])
        #expect(RungMoment("99%") == .part(99) && RungMoment("100%") == nil && RungMoment("0%") == nil)
        #expect(RungMoment("-0wd") == nil && RungMoment("1wd") == nil && RungMoment("+3mon") == nil)
    }

    @Test("a warning that was past when the deadline started is not given; the passing of the moment counts, at once")
    func pastAtTheStart() async throws {
        let daemon = try Office.daemon()
        // Half of ten working days from 27 June was over on 4 July; one day is left on 11 July.
        let warned = try await Office.call("10wd", in: daemon, since: "2022-07-01")
        try await daemon.advance(to: "2022-07-20T00:00:00+08:00")
        #expect(try daemon.told(warned) == ["due.soon", "due.breach"])
        let over = try await Office.call("2wd", in: daemon, since: "2022-07-01")
        try await daemon.advance(to: "2022-07-30T00:00:00+08:00")
        // Three working days past was past as well.
        #expect(try daemon.told(over) == ["due.breach"])
        #expect(try daemon.deadline("reply", of: over).state == .breached)
    }

    @Test("nothing is told while the clock stands, after the breach as well")
    func standing() async throws {
        let daemon = try Office.daemon()
        let number = try await Office.call("2wd", in: daemon)
        try await daemon.act(number, "hold", as: .system)
        try await daemon.advance(to: "2022-08-01T09:00:00+08:00")
        #expect(try daemon.told(number).isEmpty)
        try await daemon.act(number, "go", as: .system)
        try await daemon.advance(to: "2022-08-04T09:00:00+08:00")
        #expect(try daemon.told(number).last == "due.breach")
        let before = try daemon.told(number).count
        try await daemon.act(number, "hold", as: .system)
        try await daemon.advance(to: "2022-09-01T09:00:00+08:00")
        #expect(try daemon.told(number).count == before)
        try await daemon.act(number, "go", as: .system)
        try await daemon.advance(by: .seconds(1))
        #expect(try daemon.told(number).last == "due.breach.3")
    }

    @Test("a rung that was climbed is not climbed again after an extension")
    func once() async throws {
        let daemon = try Office.daemon()
        let number = try await Office.call("4wd", in: daemon)
        try await daemon.advance(to: "2022-07-18T09:00:00+08:00")
        #expect(try daemon.told(number) == ["due.half", "due.soon"])
        try await daemon.act(number, "longer", as: .system)
        #expect(try daemon.due("reply", of: number) == .end(of: "2022-08-01"))
        try await daemon.advance(to: "2022-09-01T00:00:00+08:00")
        #expect(try daemon.told(number) == ["due.half", "due.soon", "due.breach", "due.breach.3"])
    }
}
