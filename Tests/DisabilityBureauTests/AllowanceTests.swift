// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import DisabilityBureau

@Suite("Disability: the two allowances")
struct AllowanceTests {
    static func application(_ kind: String = "NURSING", grade: Int64 = 2) -> JSONObject {
        [
            "person": .string(Bench.adult), "name": "张三", "certificate": .string("\(Bench.adult)4\(grade)"),
            "grade": .integer(grade), "kind": .string(kind), "village_code": .string(Bench.villageCode),
        ]
    }

    /// Applied for on 2022-07-12 and granted on the day after the notice.
    static func granted(_ daemon: TestDaemon) async throws -> String {
        let number = try await daemon.open("allowance", as: Bench.citizen, Self.application())
        try await daemon.act(number, "check", as: Bench.town)
        try await daemon.advance(to: "2022-07-20T00:00:00+08:00")
        try await daemon.act(number, "confirm", as: Bench.clerk)
        try await daemon.act(number, "grant", as: Bench.civil)
        return number
    }

    @Test(
        "Given an application of 2022-07-12, when it is checked, then town 10 WD, notice 7 CD, federation 10 WD, civil affairs; paid from July on"
    )
    func whole() async throws {
        let daemon = try Bench.daemon()
        try await daemon.appropriate(Fen(10_000_000), to: "allowance")
        let number = try await daemon.open("allowance", as: Bench.citizen, Self.application())
        #expect(try daemon.due("town", of: number) == .end(of: "2022-07-26"))
        try await daemon.act(number, "check", as: Bench.town)
        let notice = try #require(try daemon.publicNotices(of: number).first)
        #expect(notice.end.description == "2022-07-19")
        #expect(notice.lines.map(\.value.zh) == ["张*", Bench.villageCode])
        try await daemon.advance(to: "2022-07-20T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "FEDERATION_CHECK")
        // The day after the notice counts as the first.
        #expect(try daemon.due("federation", of: number) == .end(of: "2022-08-03"))
        try await daemon.act(number, "confirm", as: Bench.clerk)
        try await daemon.act(number, "grant", as: Bench.civil)
        #expect(try daemon.state(of: number) == "GRANTED")
        try await daemon.advance(to: "2022-08-10T09:00:00+08:00")
        // July, the month of the application, and August.
        #expect(try daemon.payments(of: number).map(\.paid) == [14_000])
        #expect(try daemon.record("allowance_payment", "2022-08/\(number)")?["months"] == 2)
        try await daemon.advance(to: "2022-09-13T09:00:00+08:00")
        #expect(try daemon.payments(of: number).map(\.paid) == [14_000, 7_000])
        #expect(try daemon.report("allowances", "2022-08").total.cells.map(\.n) == [1, 14_000])
        #expect(try daemon.ledgerFaults("allowance").isEmpty)
    }

    @Test("Given who entered or checked it, when he takes the next step, then FOUR_EYES")
    func fourEyes() async throws {
        let daemon = try Bench.daemon()
        let all = PersonView.person("all", "village", "disability:town", "disability:bureau", "disability:civil")
        let number = try await daemon.open("allowance", as: all, Self.application())
        let own = try await refusal { try await daemon.act(number, "check", as: all) }
        #expect(own?.refusalCode == "FOUR_EYES")
    }

    @Test(
        "Given a kind of allowance, when its condition is not met, then it is refused",
        arguments: [("LIVING", 2, "NEEDY"), ("NURSING", 3, "GRADE"), ("NURSING", 2, nil)] as [(String, Int64, String?)]
    )
    func conditions(kind: String, grade: Int64, code: String?) async throws {
        let daemon = try Bench.daemon()
        let refused = try await refusal {
            _ = try await daemon.open("allowance", as: Bench.citizen, Self.application(kind, grade: grade))
        }
        #expect(refused?.refusalCode == code)
    }

    @Test(
        "Given a certificate that expires, when it is renewed within 90 days, then paid again without the months between; later, stopped"
    )
    func expiry() async throws {
        for isRenewed in [true, false] {
            let daemon = try Bench.daemon()
            try await daemon.appropriate(Fen(10_000_000), to: "allowance")
            try daemon.put("person", Bench.adult, Bench.person(expires: "2022-08-20"))
            let number = try await Self.granted(daemon)
            try await daemon.advance(to: "2022-08-20T23:59:59+08:00")
            #expect(try daemon.state(of: number) == "GRANTED")
            try await daemon.advance(to: "2022-08-21T00:00:00+08:00")
            #expect(try daemon.state(of: number) == "SUSPENDED_BENEFIT")
            try await daemon.advance(to: "2022-10-20T09:00:00+08:00")
            #expect(try daemon.payments(of: number).map(\.paid) == [14_000])
            guard isRenewed else {
                try await daemon.advance(to: "2022-11-22T00:00:00+08:00")
                #expect(try daemon.state(of: number) == "STOPPED")
                continue
            }
            let certificate = try await Bench.issued(daemon)
            #expect(try daemon.state(of: certificate) == "ISSUED")
            #expect(try daemon.state(of: number) == "GRANTED")
            try await daemon.advance(to: "2022-11-10T09:00:00+08:00")
            // September is left out; October, in which it was renewed, and November are paid.
            #expect(try daemon.payments(of: number).map(\.paid) == [14_000, 14_000])
        }
    }

    @Test(
        "Given a person who died in July, when that is told in September, then it stops and what was paid since is asked back"
    )
    func died() async throws {
        let daemon = try Bench.daemon()
        try await daemon.appropriate(Fen(10_000_000), to: "allowance")
        let number = try await Self.granted(daemon)
        try await daemon.advance(to: "2022-09-14T09:00:00+08:00")
        #expect(try daemon.payments(of: number).map(\.paid) == [14_000, 7_000])
        try await daemon.tell(Bench.adult, "person.deceased", ["on": "2022-07-20"])
        #expect(try daemon.state(of: number) == "STOPPED")
        let recovery = try #require(try daemon.numbers(of: "recovery").first)
        #expect(try daemon.data(of: recovery)["amount"] == 14_000)
        try await daemon.act(recovery, "recovered", as: Bench.civil, ["back": 14_000])
        #expect(try daemon.state(of: recovery) == "RECOVERED")
    }

    @Test("Given a need of social security, when the person is on the list of allowances, then nothing is handed on")
    func onList() async throws {
        let daemon = try Bench.daemon()
        _ = try await Self.granted(daemon)
        let number = try await daemon.open(
            "need",
            as: Bench.village,
            ["person": .string(Bench.adult), "code": "SECURITY", "urgency": 1]
        )
        #expect(try daemon.handoffs().isEmpty)
        #expect(try daemon.data(of: number)["onList"] == true)
    }
}
