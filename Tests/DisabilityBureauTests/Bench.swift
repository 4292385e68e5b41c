// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine

@testable import DisabilityBureau

enum Bench {
    static let citizen = PersonView.person("zhang", "citizen")
    static let village = PersonView.person("village", "village")
    static let town = PersonView.person("town", "disability:town")
    static let head = PersonView.person("head", "disability:head")
    static let assessor = PersonView.person("assessor", "disability:assessor")
    static let builder = PersonView.person("builder", "disability:builder")
    static let supervisor = PersonView.person("supervisor", "disability:supervisor")
    static let clerk = PersonView.person("clerk", "disability:bureau")
    static let clerk2 = PersonView.person("clerk2", "disability:bureau")
    static let helper = PersonView.person("helper", "disability:helper")
    static let hospital = PersonView.person("hospital", "disability:hospital")
    static let city = PersonView.person("city", "disability:city")
    static let province = PersonView.person("province", "disability:province")
    static let civil = PersonView.person("civil", "disability:civil")

    static let adult = "34060219750818007X"
    static let other = "340602199003070018"
    /// Eleven years old in 2022.
    static let minor = "340602201103070023"
    static let villageCode = "340602101203"

    static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
        .joined(separator: "/")

    /// A daemon with the rule file the plugin is shipped with.
    static func daemon(at moment: String = "2022-07-12T09:00:00+08:00") throws -> TestDaemon {
        try TestDaemon(
            Disability(),
            rulesIn: self.root + "/Plugins/Disability",
            at: moment,
            calendar: CalendarTable.tables(inFolder: self.root + "/seeds/calendar")
        )
    }

    static func person(_ id: String = Bench.adult, grade: Int64 = 2, expires: String? = "2029-07-12") -> JSONObject {
        var record: JSONObject = [
            "id18": .string(id), "name": "张三", "phone": "13800138000", "village_code": .string(self.villageCode),
            "cert_no": .string("\(id)4\(grade)"), "category": 4, "grade": .integer(grade),
        ]
        if let expires { record["expires"] = .string(expires) }
        return record
    }

    // MARK: Renovations

    static func application(grade: Int64 = 2, household: String = "H-1", _ more: JSONObject = [:]) -> JSONObject {
        var data: JSONObject = [
            "household": .string(household), "applicant": .string(self.adult),
            "certificate": .string("\(self.adult)4\(grade)"), "grade": .integer(grade), "needy": "LOWINC",
            "address": "1号", "village_code": .string(self.villageCode),
        ]
        for member in more { data[member.name] = member.value }
        return data
    }

    /// An application that village, town and district agreed to.
    static func approved(_ daemon: TestDaemon, household: String = "H-1", _ more: JSONObject = [:]) async throws
        -> String
    {
        let number = try await daemon.open(
            "renovation",
            as: self.citizen,
            self.application(household: household, more)
        )
        try await daemon.act(number, "villageOk", as: self.village)
        try await daemon.act(number, "townOk", as: self.town)
        try await daemon.act(number, "districtOk", as: self.head)
        return number
    }

    /// Needs outcomes 3 and 4; the price is that of each of the works, in fen.
    static func plan(
        price: Int64 = 100_000,
        works: [String] = ["GRAB_BAR", "SHOWER_SEAT"],
        needed: [String] = ["O3", "O4"]
    ) -> JSONObject {
        [
            "needed": .array(needed.map(JSON.string)),
            "works": .array(works.map { ["code": .string($0), "quantity": 1, "price": .integer(price)] }),
        ]
    }

    /// A home at work.
    static func building(_ daemon: TestDaemon, household: String = "H-1", _ more: JSONObject = [:]) async throws
        -> String
    {
        let number = try await self.approved(daemon, household: household, more)
        try await daemon.act(number, "assess", as: self.assessor, self.plan())
        try await daemon.act(number, "sign", as: self.citizen)
        try await daemon.act(number, "begin", as: self.builder)
        return number
    }

    /// A home that was built and waits to be accepted.
    static func built(_ daemon: TestDaemon, household: String = "H-1", _ more: JSONObject = [:]) async throws -> String
    {
        let number = try await self.building(daemon, household: household, more)
        try await daemon.act(number, "built", as: self.builder, ["photos": ["1.jpg", "2.jpg"]])
        return number
    }

    static func sheet(_ outcomes: String...) -> JSONObject {
        ["accepted": .array(outcomes.map(JSON.string))]
    }

    // MARK: Certificates

    static func examined(
        _ daemon: TestDaemon,
        _ who: String = Bench.adult,
        grade: Int64 = 2
    ) async throws -> String {
        let number = try await daemon.open(
            "certificate",
            as: self.citizen,
            ["applicant": .string(who), "name": "张三", "village_code": .string(self.villageCode)]
        )
        try await daemon.act(number, "examine", as: self.hospital, ["category": 4, "grade": .integer(grade)])
        return number
    }

    /// A certificate issued to a minor, who needs no public notice, or to an adult after it.
    static func issued(_ daemon: TestDaemon, _ who: String = Bench.adult, _ given: JSONObject = [:]) async throws
        -> String
    {
        let number = try await self.examined(daemon, who)
        if try daemon.state(of: number) == "NOTICED" {
            let end = try #require(try daemon.publicNotices(of: number).first?.end)
            try await daemon.advance(to: "\(end.adding(days: 1))T00:00:00+08:00")
        }
        try await daemon.act(number, "issue", as: self.clerk, given)
        return number
    }

    // MARK: Pairings

    static func proposal(_ who: String = Bench.adult, helper: String = "helper") -> JSONObject {
        [
            "person": .string(who), "helper": .string(helper), "plan": "每月走访", "needs": ["SECURITY"],
            "village_code": .string(self.villageCode),
        ]
    }

    static func paired(_ daemon: TestDaemon, _ who: String = Bench.adult, helper: String = "helper") async throws
        -> String
    {
        let number = try await daemon.open("pairing", as: self.town, self.proposal(who, helper: helper))
        try await daemon.act(number, "activate", as: self.clerk, ["personAgrees": true, "helperAgrees": true])
        return number
    }
}
