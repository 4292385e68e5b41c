// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import DisabilityBureau

@Suite("Disability: pairings and visits")
struct PairingTests {
    @Test("Given an active pairing, when a second helper is proposed, then it is refused; after ENDED accepted")
    func second() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.paired(daemon)
        #expect(try daemon.state(of: number) == "ACTIVE")
        let refused = try await refusal {
            _ = try await daemon.open("pairing", as: Bench.town, Bench.proposal(helper: "another"))
        }
        #expect(refused?.refusalCode == "DUPLICATE")
        try await daemon.act(number, "end", as: Bench.clerk, ["reason": "需求已解决"])
        #expect(try daemon.state(of: number) == "ENDED")
        let next = try await Bench.paired(daemon, helper: "another")
        #expect(try daemon.state(of: next) == "ACTIVE")
    }

    @Test("Given a proposal, when one side does not agree, then BOTH_AGREE; by who proposed it, then FOUR_EYES")
    func agreement() async throws {
        let daemon = try Bench.daemon()
        let number = try await daemon.open("pairing", as: Bench.clerk, Bench.proposal())
        let alone: JSONObject = ["personAgrees": true, "helperAgrees": false]
        let refused = try await refusal { try await daemon.act(number, "activate", as: Bench.clerk2, alone) }
        #expect(refused?.refusalCode == "BOTH_AGREE")
        let both: JSONObject = ["personAgrees": true, "helperAgrees": true]
        let own = try await refusal { try await daemon.act(number, "activate", as: Bench.clerk, both) }
        #expect(own?.refusalCode == "FOUR_EYES")
        try await daemon.act(number, "activate", as: Bench.clerk2, both)
        #expect(try daemon.state(of: number) == "ACTIVE")
        #expect(try daemon.card(Bench.adult)?.tags.map(\.tag) == ["disability.helped"])
    }

    @Test("Given a helper of five, when a sixth is proposed, then HELPER_FULL; when one has ended, then not")
    func full() async throws {
        let daemon = try Bench.daemon()
        let people = try (1...6).map { try Self.someone($0) }
        var numbers: [String] = []
        for person in people.prefix(5) { numbers.append(try await Bench.paired(daemon, person)) }
        #expect(try daemon.record("helper", "helper")?["active"] == 5)
        let refused = try await refusal { _ = try await Bench.paired(daemon, people[5]) }
        #expect(refused?.refusalCode == "HELPER_FULL")
        try await daemon.act(numbers[0], "end", as: Bench.clerk, ["reason": "搬迁"])
        #expect(try daemon.record("helper", "helper")?["active"] == 4)
        let sixth = try await Bench.paired(daemon, people[5])
        #expect(try daemon.state(of: sixth) == "ACTIVE")
    }

    /// A made-up person of a serial number.
    static func someone(_ serial: Int) throws -> String {
        let head = "34060219700101\(serial)0\(serial % 10)"
        let digits = "0123456789X"
        return try #require(
            digits.lazy.map { "\(head)\($0)" }.first { (try? ResidentID($0, today: CivilDay("2022-07-12")!)) != nil }
        )
    }

    @Test(
        "Given a pairing of 2022-07-12, when no visit is made in 10 working days, then a breach on 2022-07-26; a visit ends it"
    )
    func firstVisit() async throws {
        let daemon = try Bench.daemon()
        let late = try await Bench.paired(daemon, Bench.other)
        let number = try await Bench.paired(daemon)
        #expect(try daemon.due("first", of: number) == .end(of: "2022-07-26"))
        let visit = try #require(try daemon.numbers(of: "visit").last)
        try await daemon.advance(to: "2022-07-20T10:00:00+08:00")
        try await daemon.act(visit, "visit", as: Bench.helper, ["date": "2022-07-20", "note": "已走访"])
        #expect(try daemon.state(of: visit) == "DONE")
        #expect(try daemon.state(of: number) == "ACTIVE")
        #expect(try daemon.deadline("first", of: number).state == .met)
        #expect(try daemon.data(of: number)["visits"] == [.string(visit)])
        try await daemon.advance(to: "2022-07-27T00:00:00+08:00")
        #expect(try daemon.deadline("first", of: late).state == .breached)
    }

    @Test(
        "Given no visit in July 2022, when the month is over, then MISSED at 2022-07-31 24:00 and a task for the federation on 08-01"
    )
    func missed() async throws {
        let daemon = try Bench.daemon(at: "2022-06-28T09:00:00+08:00")
        let number = try await Bench.paired(daemon)
        let june = try #require(try daemon.numbers(of: "visit").first)
        try await daemon.act(june, "visit", as: Bench.helper, ["date": "2022-06-28", "note": "首次走访"])
        try await daemon.advance(to: "2022-07-01T00:00:00+08:00")
        let july = try #require(try daemon.numbers(of: "visit").last)
        #expect(try daemon.data(of: july)["month"] == "2022-07")
        try await daemon.advance(to: "2022-07-31T23:59:59.999+08:00")
        #expect(try daemon.state(of: july) == "DUE")
        try await daemon.advance(to: "2022-08-01T00:00:00+08:00")
        #expect(try daemon.state(of: july) == "MISSED")
        #expect(try daemon.work(of: july).map(\.kind) == ["missed"])
        #expect(try daemon.offeredWork(to: Bench.clerk).map(\.caseNumber) == [july])
        #expect(try daemon.notices(of: july).last?.to == "bureau")
        #expect(try daemon.data(of: #require(try daemon.numbers(of: "visit").last))["month"] == "2022-08")
        try await daemon.act(july, "followUp", as: Bench.clerk, ["finding": "帮扶人出差"])
        #expect(try daemon.state(of: number) == "ACTIVE")
    }

    @Test(
        "Given a visit not made, when seven days of the month are left, then the helper is reminded; not when it is made"
    )
    func reminded() async throws {
        let daemon = try Bench.daemon()
        _ = try await Bench.paired(daemon)
        let visit = try #require(try daemon.numbers(of: "visit").first)
        func reminders() throws -> [String] {
            try daemon.notices(of: visit).filter { $0.topic == "visit.reminder" }.map(\.at.description)
        }
        try await daemon.advance(to: "2022-07-23T23:59:59+08:00")
        #expect(try reminders().isEmpty)
        try await daemon.advance(to: "2022-07-24T00:00:00+08:00")
        #expect(try daemon.notices(of: visit).last?.to == "helper")
        #expect(try reminders().count == 1)
        try await daemon.act(visit, "visit", as: Bench.helper, ["date": "2022-07-24", "note": "走访"])
        try await daemon.advance(to: "2022-08-20T00:00:00+08:00")
        let august = try #require(try daemon.numbers(of: "visit").last)
        try await daemon.act(august, "visit", as: Bench.helper, ["date": "2022-08-20", "note": "走访"])
        try await daemon.advance(to: "2022-08-31T00:00:00+08:00")
        #expect(try daemon.notices(of: august).allSatisfy { $0.topic != "visit.reminder" })
    }

    @Test("Given a day of another month, or one that lies ahead, when a visit is noted, then it is refused")
    func days() async throws {
        let daemon = try Bench.daemon()
        _ = try await Bench.paired(daemon)
        let visit = try #require(try daemon.numbers(of: "visit").first)
        for (day, code) in [("2022-06-30", "MONTH"), ("2022-07-13", "FUTURE")] {
            let refused = try await refusal {
                try await daemon.act(visit, "visit", as: Bench.helper, ["date": .string(day), "note": "走访"])
            }
            #expect(refused?.refusalCode == code)
        }
    }

    @Test("Given a helper who leaves, when paused, then another is found within 10 working days and visits go on")
    func left() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.paired(daemon)
        let visit = try #require(try daemon.numbers(of: "visit").first)
        try await daemon.act(number, "pause", as: Bench.clerk, ["reason": "HELPER_LEFT"])
        #expect(try daemon.state(of: number) == "PAUSED")
        #expect(try daemon.state(of: visit) == "CANCELLED")
        #expect(try daemon.due("replace", of: number) == .end(of: "2022-07-26"))
        #expect(try daemon.due("first", of: number) == nil)
        let same = try await refusal { try await daemon.act(number, "resume", as: Bench.clerk) }
        #expect(same?.refusalCode == "HELPER_LEFT")
        try await daemon.act(number, "replace", as: Bench.clerk, ["helper": "another"])
        #expect(try daemon.state(of: number) == "ACTIVE")
        #expect(try daemon.record("pairing", number)?["helper"] == "another")
        #expect(try daemon.record("helper", "helper")?["active"] == 0)
        #expect(try daemon.record("helper", "another")?["active"] == 1)
        #expect(try daemon.data(of: #require(try daemon.numbers(of: "visit").last))["helper"] == "another")
    }

    @Test("Given a person who dies, then the pairing ends, and no visit is due")
    func died() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.paired(daemon)
        try await daemon.tell(Bench.adult, "person.deceased")
        #expect(try daemon.state(of: number) == "ENDED")
        #expect(try daemon.state(of: #require(try daemon.numbers(of: "visit").first)) == "CANCELLED")
        #expect(try daemon.record("pairing", number)?["state"] == "ENDED")
    }

    @Test(
        "Given persons with urgent needs, when the month is reported, then coverage and visit rate are shares of them"
    )
    func report() async throws {
        let daemon = try Bench.daemon()
        for (index, urgency) in [1, 2, 2, 3].enumerated() {
            _ = try await daemon.open(
                "need",
                as: Bench.town,
                ["person": .string(try Self.someone(index + 1)), "code": "REHAB", "urgency": .integer(Int64(urgency))]
            )
        }
        let first = try await Bench.paired(daemon, try Self.someone(1))
        _ = try await Bench.paired(daemon, try Self.someone(2))
        let visit = try #require(try daemon.numbers(of: "visit").first)
        try await daemon.act(visit, "visit", as: Bench.helper, ["date": "2022-07-12", "note": "走访"])
        let cells = try daemon.report("pairing", "2022-07").total.cells
        #expect(cells.map { $0.text(isShare: $0.d != nil).en } == ["2", "3", "66.67", "2", "1", "50.00"])
        try await daemon.act(first, "end", as: Bench.clerk, ["reason": "已解决"])
        #expect(try daemon.report("pairing", "2022-07").total.cells[0].n == 1)
    }
}
