// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Deadlines: of a state and of the whole case")
struct WholeCaseTests {
    @Test("the whole case's starts at the opening and ends at the closing")
    func whole() async throws {
        let daemon = try Office.daemon()
        let number = try await daemon.open("permit", as: .system)
        #expect(try daemon.due("total", of: number) == .end(of: "2022-08-09"))
        try await daemon.act(number, "accept", as: .system)
        try await daemon.act(number, "finish", as: .system)
        #expect(try daemon.deadline("total", of: number).isActive)
        try await daemon.act(number, "close", as: .system)
        let run = try daemon.deadline("total", of: number)
        #expect(run.state == .met && run.ended == daemon.now)
        #expect(try daemon.told(number, "deadline.ended").count >= 4)
    }

    @Test("one that names its states starts with the first entry and ends with leaving, and runs once")
    func namedStates() async throws {
        let daemon = try Office.daemon()
        let number = try await daemon.open("permit", as: .system)
        #expect(throws: TestDaemonError.noDeadline("once")) { try daemon.deadline("once", of: number) }
        try await daemon.act(number, "accept", as: .system)
        #expect(try daemon.deadline("once", of: number).isActive)
        try await daemon.act(number, "finish", as: .system)
        #expect(try daemon.deadline("once", of: number).state == .met)
        try await daemon.act(number, "back", as: .system)
        #expect(try daemon.deadline("once", of: number).isActive == false)
        #expect(try daemon.case(number).deadlines.filter { $0.run.id == "once" }.count == 1)
    }

    @Test("one step over its limit is a breach that stays, though the whole is in time")
    func oneStep() async throws {
        let daemon = try Office.daemon()
        let number = try await daemon.open("permit", as: .system)
        try await daemon.advance(to: "2022-07-15T09:00:00+08:00")
        try await daemon.act(number, "accept", as: .system)
        try await daemon.act(number, "finish", as: .system)
        try await daemon.act(number, "close", as: .system)
        #expect(try daemon.deadline("accept", of: number).state == .breached)
        #expect(try daemon.deadline("total", of: number).state == .met)
        let cards = try daemon.case(number).cards
        #expect(cards.map(\.deadline) == ["accept", "accept"])
        #expect(cards.map(\.color) == [.yellow, .red])
        #expect(cards.map(\.at) == [instant("2022-07-14T00:00:00"), instant("2022-07-15T00:00:00")])
    }

    @Test("it starts at dispatch, not when it is signed for; and from another day when the declaration says so")
    func dispatch() async throws {
        let daemon = try Office.daemon()
        let number = try await Office.call("2h", in: daemon)
        try await daemon.advance(by: .seconds(3_600))
        try await daemon.act(number, "sign", as: .system)
        #expect(try daemon.due("reply", of: number) == instant("2022-07-12T11:00:00"))
        let earlier = try await Office.call("20wd", in: daemon, since: "2022-07-08")
        #expect(try daemon.due("reply", of: earlier) == .end(of: "2022-08-05"))
    }

    @Test("what is done at the very moment of a limit in hours is in time; a millisecond later it is late")
    func moment() async throws {
        let daemon = try Office.daemon()
        let inTime = try await Office.call("15min", in: daemon)
        let late = try await Office.call("15min", in: daemon)
        try await daemon.advance(to: "2022-07-12T09:15:00+08:00")
        try await daemon.act(inTime, "done", as: .system)
        try await daemon.advance(to: "2022-07-12T09:15:00.001+08:00")
        try await daemon.act(late, "done", as: .system)
        #expect(try daemon.deadline("reply", of: inTime).state == .met)
        #expect(try daemon.deadline("reply", of: late).state == .breached)
    }

    @Test(
        "urgent days count every day, urgent hours the hours of duty",
        arguments: [
            ("2uwd", "2022-10-03T00:00:00"), ("3uh", "2022-09-30T19:00:00"), ("90umin", "2022-09-30T17:30:00"),
            ("2wd", "2022-10-10T00:00:00"), ("3oh", "2022-10-08T09:00:00"),
        ]
    )
    func urgent(limit: String, due: String) async throws {
        let daemon = try Office.daemon(at: "2022-09-30T16:00:00+08:00")
        let number = try await Office.call(limit, in: daemon)
        #expect(try daemon.due("reply", of: number) == instant(due))
    }

    @Test("hours of duty that end at night are waited for in the morning, on any day; what runs is counted anew")
    func hoursOfDuty() async throws {
        let daemon = try Office.daemon(at: "2022-09-30T16:00:00+08:00")
        let before = try await Office.call("5uh", in: daemon)
        var hours = OfficeHours.standard
        hours.dutySeasons = [.init(from: (1, 1), to: (12, 31), segments: [.init(start: 420, end: 1_140)])]
        #expect(try daemon.preview(.hours(hours)).map(\.number) == [before])
        try await daemon.apply(.hours(hours))
        // Three hours until 19:00, two of a holiday's morning.
        #expect(try daemon.due("reply", of: before) == instant("2022-10-01T09:00:00"))
    }

    @Test("a declaration with a state, rung or extension that makes no sense is refused, with its place")
    func faults() throws {
        var item = try #require(Office.definition.declaration.item("ladder"))
        item.deadlines[0].pausedIn = ["NOWHERE"]
        item.deadlines[0].rungs = [
            RungDeclaration(id: "late", moment: "3 weeks"), RungDeclaration(id: "due", moment: "+1wd"),
            RungDeclaration(id: "Bad Name", moment: "+1wd"), RungDeclaration(id: "nothing"),
            RungDeclaration(id: "nobody", moment: "+1wd", to: []),
        ]
        item.deadlines[1].limit = "3 days"
        var bureau = Office.definition.declaration
        bureau.items = [item]
        let faults = DeclarationCheck.faults(in: bureau)
        #expect(faults.filter { $0.place == "ladder/work" }.count == 6)
        #expect(faults.filter { $0.place == "ladder/consent" }.count == 1)
        #expect(DeclarationCheck.faults(in: Office.definition.declaration) == [])
    }
}
