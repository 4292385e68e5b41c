// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import DisabilityBureau

@Suite("Disability: certificates")
struct CertificateTests {
    @Test(
        "Given id18 34060219750818007X category 4 grade 2, when the certificate is issued, then its number is 34060219750818007X42; after the first loss it is 34060219750818007X42B1"
    )
    func numbers() async throws {
        let daemon = try Bench.daemon(at: "2022-04-29T09:00:00+08:00")
        let number = try await Bench.issued(daemon)
        #expect(try daemon.data(of: number)["certificate"] == "34060219750818007X42")
        #expect(try daemon.record("person", Bench.adult)?["cert_no"] == "34060219750818007X42")
        try await daemon.act(number, "lost", as: Bench.citizen)
        try await daemon.act(number, "reissue", as: Bench.clerk)
        #expect(try daemon.state(of: number) == "ISSUED")
        #expect(try daemon.data(of: number)["certificate"] == "34060219750818007X42B1")
        #expect(try daemon.record("person", Bench.adult)?["cert_no"] == "34060219750818007X42B1")
        try await daemon.act(number, "lost", as: Bench.citizen)
        try await daemon.act(number, "reissue", as: Bench.clerk)
        #expect(try daemon.data(of: number)["certificate"] == "34060219750818007X42B2")
    }

    @Test("Given a certificate lost nine times, when it is lost again, then REISSUES: it is to be renewed")
    func tenthLoss() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.issued(daemon, Bench.minor)
        for _ in 1...9 {
            try await daemon.act(number, "lost", as: Bench.citizen)
            try await daemon.act(number, "reissue", as: Bench.clerk)
        }
        #expect(try daemon.data(of: number)["certificate"] == .string("\(Bench.minor)42B9"))
        let refused = try await refusal { try await daemon.act(number, "lost", as: Bench.citizen) }
        #expect(refused?.refusalCode == "REISSUES")
    }

    @Test(
        "Given a 20-char number whose first 18 fail MOD 11-2, when it is entered, then it is refused; and so is one with 19th char 8 or 20th char 5",
        arguments: ["34060219750818007542", "34060219750818007X82", "34060219750818007X45"]
    )
    func faultyNumbers(number: String) async throws {
        let daemon = try Bench.daemon()
        var record = Bench.person()
        record["cert_no"] = .string(number)
        record["category"] = nil
        record["grade"] = nil
        let refused = try await refusal { try daemon.put("person", Bench.adult, record) }
        #expect(refused?.formFaults == ["cert_no: format"])
        #expect(try daemon.record("person", Bench.adult) == nil)
    }

    @Test("Given a certificate issued 2016-02-29, when its expiry is asked, then it expires 2026-02-28")
    func leapDay() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.issued(daemon, Bench.minor, ["issued": "2016-02-29"])
        #expect(try daemon.data(of: number)["expires"] == "2026-02-28")
        #expect(try daemon.record("person", Bench.minor)?["expires"] == "2026-02-28")
    }

    @Test("Given a record without a day of expiry, when the daily scan has run, then it is ten years after the issue")
    func expiryOfRecord() async throws {
        let daemon = try Bench.daemon()
        var record = Bench.person(expires: nil)
        record["issued"] = "2016-02-29"
        try daemon.put("person", Bench.adult, record)
        try await daemon.advance(to: "2022-07-13T08:00:00+08:00")
        #expect(try daemon.record("person", Bench.adult)?["expires"] == "2026-02-28")
    }

    @Test("Given a printed day of expiry, when it differs from ten years, then the printed one counts")
    func printed() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.issued(
            daemon,
            Bench.minor,
            ["issued": "2022-07-12", "expires": "2027-07-11"]
        )
        #expect(try daemon.data(of: number)["expires"] == "2027-07-11")
        #expect(try daemon.record("person", Bench.minor)?["expires"] == "2027-07-11")
    }

    @Test(
        "Given a notice for an adult posted 2022-04-29, when it runs, then it ends 2022-05-10 (5 WD with make-up 05-07); for a minor there is no notice"
    )
    func notices() async throws {
        let daemon = try Bench.daemon(at: "2022-04-29T09:00:00+08:00")
        let number = try await Bench.examined(daemon)
        let notice = try #require(try daemon.publicNotices(of: number).first)
        #expect(notice.end.description == "2022-05-10")
        // Neither number nor kind nor degree stands there.
        #expect(notice.lines.map(\.value.zh) == ["张*", Bench.villageCode])
        let minor = try await Bench.examined(daemon, Bench.minor)
        #expect(try daemon.state(of: minor) == "ISSUING")
        #expect(try daemon.publicNotices(of: minor).isEmpty)
        try await daemon.advance(to: "2022-05-10T23:59:59.999+08:00")
        #expect(try daemon.state(of: number) == "NOTICED")
        try await daemon.advance(to: "2022-05-11T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "ISSUING")
    }

    @Test("Given an objection, when the notice ends, then the federation decides; another than who examined")
    func contested() async throws {
        let daemon = try Bench.daemon(at: "2022-04-29T09:00:00+08:00")
        let number = try await Bench.examined(daemon)
        let notice = try #require(try daemon.publicNotices(of: number).first)
        try await daemon.object(to: notice.number, who: "李某", text: "不符合条件")
        try await daemon.advance(to: "2022-05-11T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "CONTESTED")
        let both = PersonView.person("hospital", "disability:hospital", "disability:bureau")
        let refused = try await refusal { try await daemon.act(number, "uphold", as: both) }
        #expect(refused?.refusalCode == "FOUR_EYES")
        try await daemon.act(number, "uphold", as: Bench.clerk)
        #expect(try daemon.state(of: number) == "ISSUING")
    }

    @Test("Given another person's number, when issued, then CERTIFICATE; with a lower-case x it is the same number")
    func issue() async throws {
        let daemon = try Bench.daemon(at: "2022-04-29T09:00:00+08:00")
        let number = try await daemon.open(
            "certificate",
            as: Bench.citizen,
            ["applicant": "34060219750818007x", "name": "张三", "village_code": .string(Bench.villageCode)]
        )
        #expect(try daemon.data(of: number)["applicant"] == .string(Bench.adult))
        #expect(try daemon.case(number).record.subject == Bench.adult)
        let again = try await refusal { _ = try await Bench.examined(daemon) }
        #expect(again?.refusalCode == "DUPLICATE")
        try await daemon.act(number, "examine", as: Bench.hospital, ["category": 4, "grade": 2])
        try await daemon.advance(to: "2022-05-11T00:00:00+08:00")
        let refused = try await refusal {
            try await daemon.act(number, "issue", as: Bench.clerk, ["certificate": .string("\(Bench.other)42")])
        }
        #expect(refused?.refusalCode == "CERTIFICATE")
        try await daemon.act(number, "issue", as: Bench.clerk, ["certificate": "34060219750818007x42"])
        #expect(try daemon.data(of: number)["certificate"] == "34060219750818007X42")
        #expect(try daemon.card(Bench.adult)?.tags.map(\.tag) == ["disability.certified"])
    }

    @Test("Given no grade, when nobody appeals within 10 working days, then it is rejected")
    func notFound() async throws {
        let daemon = try Bench.daemon(at: "2022-04-29T09:00:00+08:00")
        let number = try await Bench.examined(daemon, grade: 0)
        #expect(try daemon.state(of: number) == "NOT_FOUND")
        try await daemon.advance(to: "2022-05-17T23:59:59.999+08:00")
        #expect(try daemon.state(of: number) == "NOT_FOUND")
        try await daemon.advance(to: "2022-05-18T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "REJECTED")
    }

    @Test("Given an appeal, when the city and then the province examine, then the province's result is final")
    func appeal() async throws {
        let daemon = try Bench.daemon(at: "2022-04-29T09:00:00+08:00")
        let number = try await Bench.examined(daemon, grade: 0)
        try await daemon.act(number, "appeal", as: Bench.citizen, ["grounds": "另有病历"])
        #expect(try daemon.state(of: number) == "CITY_REEXAM")
        try await daemon.act(number, "cityExamined", as: Bench.city, ["category": 4, "grade": 0])
        #expect(try daemon.state(of: number) == "NOT_FOUND")
        try await daemon.act(number, "appeal", as: Bench.citizen, ["grounds": "不服"])
        try await daemon.act(number, "province", as: Bench.citizen)
        #expect(try daemon.state(of: number) == "PROVINCE_FINAL")
        try await daemon.act(number, "final", as: Bench.province, ["category": 4, "grade": 3])
        #expect(try daemon.state(of: number) == "FINALLY_NOTICED")
        let again = try await refusal { try await daemon.act(number, "appeal", as: Bench.citizen, ["grounds": "x"]) }
        #expect(again?.refusalCode == "NOT_POSSIBLE")
    }

    @Test(
        "Given a holder who moved out of the district, when not transferred in 6 months, then frozen and the town told; a year later cancelled, and no new application for a year"
    )
    func frozen() async throws {
        let daemon = try Bench.daemon(at: "2022-04-29T09:00:00+08:00")
        let number = try await Bench.issued(daemon)
        try await daemon.tell(Bench.adult, "person.moved", ["effective": "2022-05-11", "to": "340602102"])
        #expect(try daemon.state(of: number) == "ISSUED")
        try await daemon.tell(Bench.adult, "person.moved", ["effective": "2022-05-11", "to": "340621"])
        #expect(try daemon.state(of: number) == "MOVED")
        try await daemon.advance(to: "2022-11-11T23:59:59+08:00")
        #expect(try daemon.state(of: number) == "MOVED")
        try await daemon.advance(to: "2022-11-12T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "FROZEN")
        #expect(try daemon.record("person", Bench.adult)?["cert_state"] == "FROZEN")
        #expect(try daemon.notices(of: number).last?.to == "town")
        try await daemon.advance(to: "2023-11-12T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "FROZEN")
        try await daemon.advance(to: "2023-11-14T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "CANCELLED")
        #expect(try daemon.notices(of: number).last?.to == "town")
        #expect(try daemon.card(Bench.adult)?.tags.isEmpty == true)
        let from = try #require(try daemon.record("person", Bench.adult)?["reapply_from"]?.stringValue)
        let day = try #require(CivilDay(from))
        try await daemon.advance(to: "\(day.adding(days: -1))T12:00:00+08:00")
        let early = try await refusal { _ = try await Bench.examined(daemon) }
        #expect(early?.refusalCode == "REAPPLY")
        try await daemon.advance(to: "\(day)T12:00:00+08:00")
        _ = try await Bench.examined(daemon)
    }

    @Test("Given a holder who died, then cancelled, and no tag is left")
    func died() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.issued(daemon, Bench.minor)
        try await daemon.tell(Bench.minor, "person.deceased")
        #expect(try daemon.state(of: number) == "CANCELLED")
        #expect(try daemon.card(Bench.minor)?.tags.isEmpty == true)
    }

    @Test("Given a renewal, when no disability is found any more, then the certificate is cancelled")
    func renewal() async throws {
        let daemon = try Bench.daemon()
        let number = try await Bench.issued(daemon, Bench.minor)
        try await daemon.act(number, "renew", as: Bench.citizen, ["reason": "CHANGED"])
        try await daemon.act(number, "examine", as: Bench.hospital, ["category": 4, "grade": 0])
        #expect(try daemon.state(of: number) == "CANCELLED")
        #expect(try daemon.record("person", Bench.minor)?["cert_state"] == "CANCELLED")
    }

    @Test(
        "Given a certificate that expires 2023-01-08, when 180, 60 and 30 days are left, then the holder is told; the day after it is expired"
    )
    func warnings() async throws {
        let daemon = try Bench.daemon(at: "2022-07-11T09:00:00+08:00")
        try daemon.put("person", Bench.adult, Bench.person(expires: "2023-01-08"))
        // 180 days before.
        try await daemon.advance(to: "2022-07-12T07:59:00+08:00")
        #expect(try daemon.numbers(of: "renewal").isEmpty)
        try await daemon.advance(to: "2022-07-12T08:00:00+08:00")
        let number = try #require(try daemon.numbers(of: "renewal").first)
        func told() throws -> [String] {
            try daemon.notices(of: number).filter { $0.topic == "certificate.expires" }.map {
                ShanghaiTime.day(of: $0.at).description
            }
        }
        try await daemon.advance(to: "2023-01-08T23:59:59+08:00")
        #expect(try told() == ["2022-07-12", "2022-11-09", "2022-12-09"])
        #expect(try daemon.state(of: number) == "THIRD")
        try await daemon.advance(to: "2023-01-09T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "EXPIRED")
        #expect(try daemon.record("person", Bench.adult)?["cert_state"] == "EXPIRED")
        #expect(try daemon.numbers(of: "renewal").count == 1)
    }

    @Test("Given a reminder, when the certificate is renewed, then no more reminders follow")
    func renewed() async throws {
        let daemon = try Bench.daemon()
        let certificate = try await Bench.issued(
            daemon,
            Bench.minor,
            ["issued": "2012-08-01", "expires": "2022-08-01"]
        )
        try await daemon.advance(to: "2022-07-13T08:00:00+08:00")
        let number = try #require(try daemon.numbers(of: "renewal").first)
        #expect(try daemon.state(of: number) == "THIRD")
        try await daemon.act(certificate, "renew", as: Bench.citizen, ["reason": "EXPIRY"])
        try await daemon.act(certificate, "examine", as: Bench.hospital, ["category": 4, "grade": 1])
        try await daemon.act(certificate, "issue", as: Bench.clerk)
        #expect(try daemon.state(of: number) == "RENEWED")
        #expect(try daemon.record("person", Bench.minor)?["cert_no"] == .string("\(Bench.minor)41"))
        #expect(try daemon.record("person", Bench.minor)?["expires"] == "2032-07-13")
    }
}
