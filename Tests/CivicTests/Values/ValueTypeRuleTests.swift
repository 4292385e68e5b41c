// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing

@Suite("0.1 Value types")
struct ValueTypeRuleTests {
    @Test("fen: whole cents in 64 bits; 1 yuan is 100, 10,000 yuan 1,000,000, a hundred million 10,000,000,000")
    func fen() throws {
        #expect(try #require(Fen(yuan: "1")).amount == 100)
        #expect(try #require(Fen(yuan: "10000")).amount == 1_000_000)
        #expect(try #require(Fen(yuan: "100000000")).amount == 10_000_000_000)
        let project = try #require(Fen(yuan: "387000000"))
        #expect(project.amount == 38_700_000_000)
        #expect(Int32(exactly: project.amount) == nil)
        #expect(Fen(.max).adding(Fen(0)) == Fen(.max))
        #expect(Fen(.max).adding(Fen(1)) == nil)
    }

    @Test("mu2: hundredths of a mu; one mu is 2000/3 square metres, 15 mu a hectare")
    func mu() throws {
        #expect(try #require(Mu("15")).hundredths == 1_500)
        #expect(Mu(hundredths: 1_500).squareMetres == 10_000)
        #expect(Mu(hundredths: 300).squareMetres == 2_000)
        #expect(Mu(hundredths: 100).squareMetres == 667)
        #expect(Mu("0.001") == nil)
    }

    @Test("date: a civil day of Shanghai, not of UTC")
    func date() throws {
        let evening = try #require(Instant("2022-07-11T16:00:00Z"))
        #expect(ShanghaiTime.day(of: evening).description == "2022-07-12")
        #expect(ShanghaiTime.day(of: evening.adding(milliseconds: -1)).description == "2022-07-11")
        #expect(CivilDay("2022-02-29") == nil)
        #expect(CivilDay("2024-02-29") != nil)
    }

    @Test("ts: milliseconds UTC, shown in Asia/Shanghai")
    func moment() throws {
        let moment = try #require(Instant("2022-07-12T01:00:00.001Z"))
        #expect(moment.milliseconds == 1_657_587_600_001)
        #expect(moment.description == "2022-07-12T09:00:00.001+08:00")
    }

    @Test("geo: degrees times ten million with their datum; only equal datums are compared")
    func geo() throws {
        let one = try #require(GeoPoint("33.9859762,116.8427409", datum: .wgs84))
        #expect(one.latitude == 339_859_762 && one.longitude == 1_168_427_409)
        let other = try #require(GeoPoint(latitude: one.latitude, longitude: one.longitude, datum: .gcj02))
        #expect(throws: GeoError.differentDatums(.wgs84, .gcj02)) { try one.metres(to: other) }
        #expect(GeoPoint.Datum.allCases.map(\.rawValue) == ["WGS84", "GCJ02"])
    }

    @Test(
        "pct: numerator and denominator stay whole; half up with two decimals; nothing of nothing is —, never 0",
        arguments: [
            (22_231, 28_313, "78.52"), (1, 8, "12.50"), (1, 3, "33.33"), (2, 3, "66.67"), (1, 20_000, "0.01"),
            (1, 20_001, "0.00"), (0, 0, "—"), (0, 1, "0.00"),
        ] as [(Int64, Int64, String)]
    )
    func percent(numerator: Int64, denominator: Int64, expected: String) {
        let share = Percentage(numerator, of: denominator)
        #expect(share.numerator == numerator && share.denominator == denominator)
        #expect(share.description == expected)
    }

    @Test("approx: a figure keeps its qualifier, and is never an exact one")
    func approximate() {
        #expect(Approximate(8_700, .moreThan) != Approximate(8_700))
        #expect(Approximate(4_000_000, .nearly).text.zh == "近4000000")
        #expect(Approximate(8_700, .moreThan).text.zh == "8700余")
        #expect((Approximate(8_700, .moreThan) + Approximate(1)).qualifier == .moreThan)
    }
}
