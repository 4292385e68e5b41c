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
    static let hospital = PersonView.person("hospital", "hospital")
    static let city = PersonView.person("city", "city")
    static let province = PersonView.person("province", "province")
    static let adult = "34060219750818007X"
    /// Eleven years old in 2022.
    static let minor = "340602201103070023"

    static func examined(
        _ who: String = CertificateTests.adult,
        grade: Int64 = 2,
        at moment: String = "2022-04-29T09:00:00+08:00"
    ) async throws -> (TestDaemon, String) {
        let daemon = try Bench.daemon(at: moment)
        let number = try await daemon.open(
            "certificate",
            as: Bench.citizen,
            ["applicant": .string(who), "name": "张三", "village_code": "340604100201"]
        )
        try await daemon.act(number, "examine", as: Self.hospital, ["category": 4, "grade": .integer(grade)])
        return (daemon, number)
    }

    static func issued() async throws -> (TestDaemon, String) {
        let (daemon, number) = try await Self.examined()
        try await daemon.advance(to: "2022-05-11T00:00:00+08:00")
        try await daemon.act(number, "issue", as: Bench.clerk, ["certificate": "34060219750818007X42"])
        return (daemon, number)
    }

    @Test("Given an adult examined on 2022-04-29, then the notice ends on 2022-05-10 (5 WD with make-up day 05-07)")
    func adult() async throws {
        let (daemon, number) = try await Self.examined()
        let notice = try #require(try daemon.publicNotices(of: number).first)
        #expect(notice.end.description == "2022-05-10")
        // Neither number nor kind nor degree stands there.
        #expect(notice.lines.map(\.value.zh) == ["张*", "340604100201"])
        try await daemon.advance(to: "2022-05-10T23:59:59.999+08:00")
        #expect(try daemon.state(of: number) == "NOTICED")
        try await daemon.advance(to: "2022-05-11T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "ISSUING")
    }

    @Test("Given a minor, when examined, then there is no notice")
    func minor() async throws {
        let (daemon, number) = try await Self.examined(Self.minor)
        #expect(try daemon.state(of: number) == "ISSUING")
        #expect(try daemon.publicNotices(of: number).isEmpty)
    }

    @Test("Given an objection, when the notice ends, then the federation decides; another than who examined")
    func contested() async throws {
        let (daemon, number) = try await Self.examined()
        let notice = try #require(try daemon.publicNotices(of: number).first)
        try await daemon.object(to: notice.number, who: "李某", text: "不符合条件")
        try await daemon.advance(to: "2022-05-11T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "CONTESTED")
        try await daemon.act(number, "uphold", as: Bench.clerk)
        #expect(try daemon.state(of: number) == "ISSUING")
    }

    @Test("Given another person's certificate number, when issued, then it is refused; his own is, and he is tagged")
    func issue() async throws {
        let (daemon, number) = try await Self.examined(Self.minor)
        let refused = try await refusal {
            try await daemon.act(number, "issue", as: Bench.clerk, ["certificate": "34060219750818007X42"])
        }
        #expect(refused?.refusalCode == "CERTIFICATE")
        let (other, own) = try await Self.issued()
        #expect(try other.state(of: own) == "ISSUED")
        #expect(try other.card(Self.adult)?.tags.map(\.tag) == ["disability.certified"])
    }

    @Test("Given no grade, when nobody appeals within 10 working days, then it is rejected")
    func notFound() async throws {
        let (daemon, number) = try await Self.examined(grade: 0)
        #expect(try daemon.state(of: number) == "NOT_FOUND")
        try await daemon.advance(to: "2022-05-17T23:59:59.999+08:00")
        #expect(try daemon.state(of: number) == "NOT_FOUND")
        try await daemon.advance(to: "2022-05-18T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "REJECTED")
    }

    @Test("Given an appeal, when the city and then the province examine, then the province's result is final")
    func appeal() async throws {
        let (daemon, number) = try await Self.examined(grade: 0)
        try await daemon.act(number, "appeal", as: Bench.citizen, ["grounds": "另有病历"])
        try await daemon.act(number, "cityExamined", as: Self.city, ["category": 4, "grade": 0])
        #expect(try daemon.state(of: number) == "NOT_FOUND")
        try await daemon.act(number, "appeal", as: Bench.citizen, ["grounds": "不服"])
        try await daemon.act(number, "province", as: Bench.citizen)
        try await daemon.act(number, "final", as: Self.province, ["category": 4, "grade": 0])
        #expect(try daemon.state(of: number) == "REJECTED")
    }

    @Test("Given a holder who moved, when not transferred in 6 months, then frozen, and a year later cancelled")
    func frozen() async throws {
        let (daemon, number) = try await Self.issued()
        try await daemon.tell(Self.adult, "person.moved", ["effective": "2022-05-11", "to": "340621"])
        #expect(try daemon.state(of: number) == "MOVED")
        try await daemon.advance(to: "2022-11-10T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "MOVED")
        try await daemon.advance(to: "2022-11-20T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "FROZEN")
        try await daemon.advance(to: "2023-12-01T00:00:00+08:00")
        #expect(try daemon.state(of: number) == "CANCELLED")
        #expect(try daemon.card(Self.adult)?.tags.isEmpty == true)
    }

    @Test("Given a holder who died, then cancelled, and no tag is left")
    func died() async throws {
        let (daemon, number) = try await Self.issued()
        try await daemon.tell(Self.adult, "person.deceased")
        #expect(try daemon.state(of: number) == "CANCELLED")
        #expect(try daemon.card(Self.adult)?.tags.isEmpty == true)
    }
}
