// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import BureauTesting

@Suite("Where the time of a case went")
struct CaseTimeTests {
    private func time(_ daemon: TestDaemon, _ number: String) throws -> CaseTime { try daemon.cases.time(of: number) }

    @Test("Handling leaves out the applicant's side, and each return is counted (X8)")
    func applicantsSide() async throws {
        let daemon = try Relay.daemon()
        let number = try await daemon.open("matter", as: Relay.citizen, ["who": "li"])
        try await daemon.advance(to: "2022-07-12T11:00:00+08:00")
        try await daemon.act(number, "ask", as: Relay.clerk)
        try await daemon.advance(to: "2022-07-15T11:00:00+08:00")
        try await daemon.act(number, "reply", as: Relay.citizen)
        try await daemon.act(number, "ask", as: Relay.clerk)
        try await daemon.advance(to: "2022-07-15T11:30:00+08:00")
        try await daemon.act(number, "reply", as: Relay.citizen)
        try await daemon.advance(to: "2022-07-15T15:00:00.001+08:00")
        try await daemon.act(number, "finish", as: Relay.clerk)
        let time = try self.time(daemon, number)
        #expect(time.handling.milliseconds == 2 * 3_600_000 + 12_600_001)
        #expect(time.handling.calendarDays == 0)
        // 09:00 to 11:00, 11:30 to 12:00; in summer the afternoon begins at 15:00.
        #expect(time.handling.officeMilliseconds == (120 + 30) * 60_000 + 1)
        #expect(time.handling.officeMinutes == 150)
        let applicant = try #require(time.sums.first { $0.holder == .applicant })
        #expect(applicant.milliseconds == 3 * 86_400_000 + 1_800_000)
        #expect(applicant.calendarDays == 3)
        #expect(applicant.workingDays == 3)
        #expect(time.returns == 2)
        #expect(time.totalMilliseconds == time.record.closed?.since(time.record.opened))
    }

    @Test("Suspension is a pause with its reason, whoever held the case before")
    func suspension() async throws {
        let daemon = try Relay.daemon()
        let number = try await daemon.open("matter", as: Relay.citizen, ["who": "li"])
        try await daemon.act(number, "ask", as: Relay.clerk)
        try await daemon.act(number, "suspend", as: Relay.clerk, ["reason": "EXPERT"])
        try await daemon.advance(by: .seconds(100))
        try await daemon.act(number, "resume", as: Relay.clerk)
        try await daemon.advance(by: .seconds(10))
        let time = try self.time(daemon, number)
        #expect(time.spans.map(\.holder) == [.pause("EXPERT"), .applicant])
        #expect(time.spans.map(\.milliseconds) == [100_000, 10_000])
        #expect(time.names["pause:EXPERT"] == Bilingual("暂停:专家评审", "pause: expert opinion"))
    }

    @Test("A pause nobody named is no pause: the time is the bureau's")
    func unnamedPause() async throws {
        let daemon = try Relay.daemon()
        let number = try await daemon.open("matter", as: Relay.citizen, ["who": "li"])
        try await daemon.act(number, "consult", as: Relay.clerk)
        try await daemon.advance(by: .seconds(10))
        #expect(try self.time(daemon, number).spans.map(\.holder) == [.bureau("relay")])
    }

    @Test("Of states active together a bureau comes before a body, a body before the applicant, he before a pause")
    func parallel() async throws {
        let daemon = try Relay.daemon()
        let number = try await daemon.open("matter", as: Relay.citizen, ["who": "li"])
        var holders: [Holder?] = []
        func look() async throws {
            try await daemon.advance(by: .seconds(1))
            holders.append(try self.time(daemon, number).spans.last?.holder)
        }
        try await daemon.act(number, "split", as: Relay.clerk)
        try await look()
        try await daemon.act(number, "u", as: Relay.clerk)
        try await look()
        try await daemon.act(number, "x", as: Relay.citizen)
        try await look()
        try await daemon.act(number, "v", as: Relay.clerk)
        try await look()
        #expect(holders == [.body("city"), .applicant, .pause("FORCE_MAJEURE"), .bureau("relay")])
    }

    @Test("The time before the opening belongs to the bureau whose person took the matter in")
    func contact() async throws {
        let daemon = try Relay.daemon()
        let contacted = daemon.now.adding(milliseconds: -90_061_001)
        let stranger = PersonView.person("other", "medical:clerk", "citizen")
        let new = NewCase(bureau: "relay", item: "matter", data: ["who": "li"], contacted: contacted)
        let number = try daemon.call { cases throws(EngineError) in try cases.openCase(new, by: stranger) }
        let time = try self.time(daemon, number)
        #expect(time.contacted == contacted)
        #expect(time.spans.first?.holder == .bureau("medical"))
        #expect(time.spans.first?.state == Custody.contact)
        #expect(time.totalMilliseconds == 90_061_001)
        #expect(time.returns == 0)
    }

    @Test(
        "A first contact may lie 30 days back, and now; not further, and not in the future",
        arguments: [
            (-30 * 86_400_000, true), (-30 * 86_400_000 - 1, false), (0, true), (1, false),
        ] as [(Int64, Bool)]
    )
    func contactLimits(offset: Int64, isTaken: Bool) async throws {
        let daemon = try Relay.daemon()
        let contacted = daemon.now.adding(milliseconds: offset)
        let new = NewCase(bureau: "relay", item: "matter", data: ["who": "li"], contacted: contacted)
        let refused = try await refusal {
            _ = try daemon.call { cases throws(EngineError) in try cases.openCase(new, by: Relay.clerk) }
        }
        #expect(refused?.refusalCode == (isTaken ? nil : "CONTACT"))
    }

    @Test("An applicant does not say when he first came")
    func applicantsContact() async throws {
        let daemon = try Relay.daemon()
        let new = NewCase(bureau: "relay", item: "matter", data: ["who": "li"], contacted: daemon.now)
        let refused = try await refusal {
            _ = try daemon.call { cases throws(EngineError) in try cases.openCase(new, by: Relay.citizen) }
        }
        #expect(refused?.refusalCode == "CONTACT")
    }

    @Test("Time between closing and being taken up again is nobody's, and everything still adds up")
    func reopened() async throws {
        let daemon = try Relay.daemon()
        let number = try await daemon.open("matter", as: Relay.citizen, ["who": "li"])
        try await daemon.advance(by: .seconds(5))
        try await daemon.act(number, "finish", as: Relay.clerk)
        #expect(try self.time(daemon, number).totalMilliseconds == 5_000)
        try await daemon.advance(by: .seconds(60))
        #expect(try self.time(daemon, number).totalMilliseconds == 5_000)
        try await daemon.act(number, "appeal", as: Relay.citizen)
        try await daemon.advance(by: .seconds(7))
        let time = try self.time(daemon, number)
        #expect(time.spans.map(\.holder) == [.bureau("relay"), .closed, .bureau("relay")])
        #expect(time.spans.map(\.milliseconds) == [5_000, 60_000, 7_000])
        #expect(time.totalMilliseconds == 72_000)
        #expect(time.handling.milliseconds == 12_000)
    }

    @Test("A draft and a case returned for completion are the applicant's in the base life")
    func baseLife() async throws {
        let daemon = try Welfare.daemon()
        let number = try await daemon.open("grant", as: Welfare.citizen, Welfare.application)
        try await daemon.act(number, "return", as: Welfare.clerk, ["missing": ["照片"]])
        try await daemon.advance(by: .seconds(30))
        let time = try self.time(daemon, number)
        #expect(time.spans.map(\.holder) == [.applicant])
        #expect(time.returns == 1)
    }

    @Test("Every millisecond has one holder, sums add up, and the journal says the same", arguments: 0..<25)
    func property(seed: Int) async throws {
        var chance = Chance(seed)
        let daemon = try Relay.daemon()
        let contacted = seed % 3 == 0 ? daemon.now.adding(milliseconds: -Int64(chance.below(100_000_000))) : nil
        let new = NewCase(bureau: "relay", item: "matter", data: ["who": "li"], contacted: contacted)
        let number = try daemon.call { cases throws(EngineError) in try cases.openCase(new, by: Relay.clerk) }
        for _ in 0..<40 {
            try await Relay.wait(daemon, &chance)
            try await Relay.act(daemon, number, &chance)
        }
        let calendar = daemon.cases.directory.calendar
        for number in try daemon.numbers(of: "matter") {
            let time = try self.time(daemon, number)
            #expect(time.until == time.record.closed ?? daemon.now)
            var moment = time.contacted
            for span in time.spans {
                #expect(span.from == moment)
                #expect(span.to > span.from)
                moment = span.to
            }
            #expect(moment == time.until)
            #expect(time.sums.reduce(0) { $0 + $1.milliseconds } == time.until.since(time.contacted))
            let first = ShanghaiTime.day(of: time.contacted)
            let last = ShanghaiTime.day(of: time.until)
            #expect(time.sums.reduce(0) { $0 + $1.calendarDays } == first.days(until: last))
            var days = 0
            var day = first
            while day < last {
                if calendar.isWorkingDay(day) { days += 1 }
                day = day.adding(days: 1)
            }
            #expect(time.sums.reduce(0) { $0 + $1.workingDays } == days)
            let derived = try CustodyOracle(daemon, number).stretches(until: time.until)
            #expect(derived == CustodyOracle.joined(time.spans))
        }
    }
}

/// Who held a case, told from its journal alone.
struct CustodyOracle {
    struct Stretch: Hashable {
        var from: Instant
        var holder: String
    }

    private var changes: [Stretch] = []

    init(_ daemon: TestDaemon, _ number: String) throws {
        var states: [String] = []
        var suspended: String?
        var isOpen = true
        var values: [String: String] = [:]
        for entry in try daemon.journal(of: number) {
            let data = try entry.data.parsed()
            func take(_ given: JSON?) {
                for member in given?.objectValue ?? [:] { values[member.name] = member.value.stringValue }
            }
            switch entry.kind {
            case "case.opened":
                take(data["values"])
                if let contacted = data["contacted"]?.stringValue, let by = data["contactedBy"]?.stringValue {
                    self.changes.append(Stretch(from: try #require(Instant(contacted)), holder: by))
                }
            case "case.action": take(data["values"])
            case "case.state":
                states = (data["state"]?.stringValue ?? "").split(separator: "+").map(String.init)
            case "case.suspended": suspended = data["reason"]?.stringValue
            case "case.resumed": suspended = nil
            case "case.closed":
                isOpen = false
                suspended = nil
            case "case.reopened": isOpen = true
            default: continue
            }
            let holder = isOpen ? suspended.map { "pause:\($0)" } ?? Self.holder(states, values) : "closed"
            self.changes.append(Stretch(from: entry.at, holder: holder))
        }
    }

    private static func holder(_ states: [String], _ values: [String: String]) -> String {
        let holders = states.map { state in
            switch state {
            case "ASKED", "X": "applicant"
            case "EXPERT": values["reason"].map { "pause:\($0)" } ?? "bureau:relay"
            case "BANK": values["to"].map { "body:\($0)" } ?? "bureau:relay"
            case "Y": "pause:HEARING"
            case "U": "body:city"
            case "V": "pause:FORCE_MAJEURE"
            default: "bureau:relay"
            }
        }
        for prefix in ["bureau", "body", "applicant"] {
            if let holder = holders.first(where: { $0.hasPrefix(prefix) }) { return holder }
        }
        return holders.min() ?? "bureau:relay"
    }

    /// Each with its start; what was over at once or did not change is left out.
    func stretches(until end: Instant) -> [Stretch] {
        var result: [Stretch] = []
        for (index, change) in self.changes.enumerated() {
            let next = index + 1 < self.changes.count ? self.changes[index + 1].from : end
            guard next > change.from, change.from < end, result.last?.holder != change.holder else { continue }
            result.append(change)
        }
        return result
    }

    static func joined(_ spans: [Custody.Span]) -> [Stretch] {
        var result: [Stretch] = []
        for span in spans where result.last?.holder != span.holder.code {
            result.append(Stretch(from: span.from, holder: span.holder.code))
        }
        return result
    }
}
