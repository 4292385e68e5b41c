// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Suspended cases")
struct SuspensionTests {
    @Test("X9: the clock pauses for a reason of a closed list and goes on with what was left")
    func pause() async throws {
        let daemon = try Welfare.daemon()
        let number = try await Welfare.accepted(daemon)
        #expect(try daemon.due("decide", of: number) == .end(of: "2022-08-09"))
        let unknown = try await refusal {
            try await daemon.act(number, "suspend", as: Welfare.clerk, ["reason": "HOLIDAY"])
        }
        #expect(unknown?.formFaults == ["reason: option"])

        try await daemon.advance(to: "2022-07-14T09:00:00+08:00")
        try await daemon.act(number, "suspend", as: Welfare.clerk, ["reason": "EXPERT", "note": "请专家"])
        #expect(try daemon.state(of: number) == "SUSPENDED")
        #expect(try daemon.due("decide", of: number) == nil)
        #expect(try daemon.deadline("suspension", of: number).due == .end(of: "2022-10-12"))
        try await daemon.advance(to: "2022-07-21T09:00:00+08:00")
        try await daemon.act(number, "resume", as: Welfare.clerk)
        #expect(try daemon.state(of: number) == "ACCEPTED")
        // Five working days, 14 to 20 July, do not count.
        #expect(try daemon.due("decide", of: number) == .end(of: "2022-08-16"))
        let suspension = try #require(try daemon.case(number).suspensions.first)
        #expect(suspension.reason == "EXPERT")
        #expect(suspension.by == "clerk")
        #expect(suspension.until == Instant("2022-07-21T09:00:00+08:00"))
    }

    @Test("Nothing else can be done meanwhile but what says so; nobody else may suspend")
    func refusals() async throws {
        let daemon = try Welfare.daemon()
        let number = try await Welfare.accepted(daemon)
        let citizen = try await refusal {
            try await daemon.act(number, "suspend", as: Welfare.citizen, ["reason": "EXPERT"])
        }
        #expect(citizen?.refusalCode == "ROLE")
        try await daemon.act(number, "suspend", as: Welfare.clerk, ["reason": "EXPERT"])
        let begin = try await refusal { try await daemon.act(number, "begin", as: Welfare.clerk) }
        #expect(begin?.refusalCode == "SUSPENDED")
        let twice = try await refusal {
            try await daemon.act(number, "suspend", as: Welfare.clerk, ["reason": "EXPERT"])
        }
        #expect(twice?.refusalCode == "NOT_POSSIBLE")
        let open = try daemon.case(number, as: Welfare.clerk).actions.filter { $0.refusal == nil }
        #expect(open.map(\.declaration.id) == ["resume", "terminate"])
        try await daemon.act(number, "withdraw", as: Welfare.citizen)
        #expect(try daemon.state(of: number) == "WITHDRAWN")
        #expect(try daemon.deadline("suspension", of: number).ended != nil)
    }

    @Test("After 90 days a head must decide; that it came to this stays a breach")
    func limit() async throws {
        let daemon = try Welfare.daemon()
        let number = try await Welfare.accepted(daemon)
        try await daemon.act(number, "suspend", as: Welfare.clerk, ["reason": "EXPERT"])
        try await daemon.advance(to: "2022-10-10T23:59:59+08:00")
        #expect(try daemon.deadline("suspension", of: number).state == .running)
        try await daemon.advance(to: "2022-10-11T00:00:00+08:00")
        #expect(try daemon.deadline("suspension", of: number).state == .breached)
        let clerk = try await refusal { try await daemon.act(number, "resume", as: Welfare.clerk) }
        #expect(clerk?.refusalCode == "MUST_DECIDE")
        try await daemon.act(number, "resume", as: Welfare.head)
        #expect(try daemon.deadline("suspension", of: number).state == .breached)
        #expect(try daemon.state(of: number) == "ACCEPTED")
    }

    @Test("Tasks are blocked and delayed events held back; both go on afterwards, each once")
    func tasksAndEvents() async throws {
        let daemon = try Welfare.daemon()
        let number = try await Welfare.accepted(daemon)
        try await daemon.act(number, "begin", as: Welfare.clerk)
        try await daemon.act(number, "remind", as: Welfare.clerk)
        try await daemon.act(number, "suspend", as: Welfare.clerk, ["reason": "SITE_TEST"])
        try await daemon.advance(to: "2022-07-15T09:00:00+08:00")
        #expect(try daemon.data(of: number)["arranged"] == nil)
        #expect(try daemon.journal("case.held", of: number).count == 1)
        try await daemon.act(number, "resume", as: Welfare.clerk)
        #expect(try daemon.data(of: number)["arranged"]?.stringValue?.hasPrefix("2022-07-15") == true)
        try await daemon.advance(to: "2022-07-18T09:00:00+08:00")
        #expect(try daemon.journal("case.event", of: number).filter { $0.data.text.contains("arranged") }.count == 1)
    }

    @Test("elsa-core#6523: a case resumed right after it was suspended is not lost")
    func resumedAtOnce() async throws {
        let daemon = try Welfare.daemon()
        let number = try await Welfare.accepted(daemon)
        let due = try daemon.due("decide", of: number)
        for _ in 0..<3 {
            try await daemon.act(number, "suspend", as: Welfare.clerk, ["reason": "EXPERT"])
            try await daemon.act(number, "resume", as: Welfare.clerk)
        }
        #expect(try daemon.state(of: number) == "ACCEPTED")
        #expect(try daemon.due("decide", of: number) == due)
    }
}
