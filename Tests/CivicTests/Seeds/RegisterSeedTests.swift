// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing

@Suite("Seeds: registers")
struct RegisterSeedTests {
    private let villages: Set<String>
    private let persons: Set<String>
    private let today: CivilDay

    init() throws {
        self.villages = try SeedTests.areaCodes().filter { $0.count == 12 }
        let persons = try #require(try SeedFiles.json("persons.json")["persons"]?.arrayValue)
        self.persons = Set(persons.compactMap { $0["id"]?.stringValue })
        self.today = try day("2022-07-12")
    }

    private func field(_ row: [String: String], _ name: String) throws -> String {
        try #require(row[name], "no field \(name)")
    }

    private func expectTelephone(_ row: [String: String], _ name: String) throws {
        let text = try self.field(row, name)
        if !text.isEmpty { _ = try MobileNumber(text) }
    }

    private func expectPlace(_ row: [String: String]) throws {
        let latitude = try #require(Int32(try self.field(row, "lat")))
        let longitude = try #require(Int32(try self.field(row, "lon")))
        #expect(GeoPoint.Datum(rawValue: try self.field(row, "datum")) == .wgs84)
        #expect((339_000_000...343_500_000).contains(latitude))
        #expect((1_166_000_000...1_171_000_000).contains(longitude))
        #expect(self.villages.contains(try self.field(row, "village_code")))
    }

    @Test("At least 300 businesses with credit codes of their own, some with an old registration number")
    func entities() throws {
        let rows = try SeedFiles.register("market.entity")
        let codes = rows.compactMap { $0["uscc"] }
        #expect(codes.count >= 300)
        #expect(Set(codes).count == codes.count)
        for code in codes {
            let credit = try UnifiedCreditCode(code)
            #expect(credit.region == "340602")
            _ = try OrganisationCode(credit.organisationCode)
        }
        let numbers = rows.compactMap { $0["reg_no"] }.filter { !$0.isEmpty }
        #expect(numbers.count >= 20)
        #expect(numbers.allSatisfy { $0.count == 15 && $0.allSatisfy(\.isNumber) })
        #expect(Set(numbers).count == numbers.count)
        let kinds: Set<String> = ["MARKET", "SUPERMARKET", "PHARMACY", "CATERING", "COLDSTORE", "LODGING", "OTHER"]
        #expect(Set(rows.compactMap { $0["kind"] }) == kinds)
        for row in rows {
            try self.expectPlace(row)
            try self.expectTelephone(row, "contact_phone")
            _ = try PersonName(try self.field(row, "contact_name"))
        }
    }

    @Test("Seven teams, nobody in two of them")
    func teams() throws {
        let rows = try SeedFiles.register("market.team")
        #expect(rows.compactMap { $0["no"] } == (1...7).map(String.init))
        let members = rows.flatMap { $0["members"]?.split(separator: ";").map(String.init) ?? [] }
        #expect(Set(members).count == members.count)
        #expect(self.persons.isSuperset(of: members))
        #expect(try rows.allSatisfy { self.persons.contains(try self.field($0, "captain")) })
    }

    @Test("2,000 insured, each once, with a valid identity number and somebody to call")
    func insured() throws {
        let rows = try SeedFiles.register("medical.insured")
        #expect(rows.count >= 2_000)
        #expect(Set(rows.compactMap { $0["id18"] }).count == rows.count)
        for row in rows {
            let text = try self.field(row, "id18")
            #expect(try ResidentID(text, today: self.today).text == text)
            _ = try PersonName(try self.field(row, "name"))
            try self.expectTelephone(row, "phone")
            try self.expectTelephone(row, "contact_phone")
            #expect(row["phone"] != "" || row["contact_phone"] != "")
            #expect(self.villages.contains(try self.field(row, "village_code")))
            #expect((row["category"] == "EMPLOYEE") == (row["scheme"] == "310"))
            #expect(["310", "390"].contains(try self.field(row, "scheme")))
        }
        #expect(Set(rows.compactMap { $0["phone"] }.filter { !$0.isEmpty }).count == rows.count { $0["phone"] != "" })
    }

    @Test("Diseases have codes of the right form, of both kinds")
    func diseases() throws {
        let rows = try SeedFiles.register("medical.disease")
        #expect(Set(rows.compactMap { $0["kind"] }) == ["CHRONIC", "SPECIAL"])
        #expect(Set(rows.compactMap { $0["code"] }).count == rows.count)
        for row in rows {
            #expect(try MedicalCode(try self.field(row, "code")).kind == .disease)
            #expect(Int(try self.field(row, "review_months")) != nil)
            #expect(CivilDay(try self.field(row, "effective_from")) != nil)
        }
        #expect(Set(rows.compactMap { $0["code"] }).isSuperset(of: ["M03900", "M01600"]))
    }

    @Test("1,000 holders of certificates that are their own and run for ten years")
    func disabled() throws {
        let rows = try SeedFiles.register("disability.person")
        #expect(rows.count >= 1_000)
        #expect(Set(rows.compactMap { $0["id18"] }).count == rows.count)
        let insured = Set(try SeedFiles.register("medical.insured").compactMap { $0["id18"] })
        #expect(rows.count { insured.contains($0["id18"] ?? "") } >= 500, "many are insured too")
        for row in rows {
            let certificate = try DisabilityCertificate(try self.field(row, "cert_no"), today: self.today)
            #expect(certificate.holder.text == row["id18"])
            #expect(String(certificate.category.rawValue) == row["category"])
            #expect(String(certificate.grade) == row["grade"])
            let issued = try day(try self.field(row, "issued"))
            #expect(issued >= certificate.holder.birth && issued <= self.today)
            #expect(issued.adding(months: 120) == (try day(try self.field(row, "expires"))))
            #expect(self.villages.contains(try self.field(row, "village_code")))
            try self.expectTelephone(row, "phone")
            try self.expectTelephone(row, "guardian_phone")
            #expect(row["phone"] != "" || row["guardian_phone"] != "")
            if certificate.holder.birth.age(on: self.today) < 14 { #expect(row["guardian_name"] != "") }
            for need in try self.field(row, "needs").split(separator: ";") {
                let parts = need.split(separator: ":")
                #expect(parts.count == 2 && ["1", "2", "3"].contains(parts[1]))
            }
        }
        #expect(rows.contains { $0["cert_no"] == "34060219750818007X42" })
    }

    @Test("Homes belong to holders of grade 1 or 2 and need outcomes that items give")
    func homes() throws {
        let rows = try SeedFiles.register("disability.home")
        // The works and what they reach stand in the bureau's rule file.
        let tables = try SeedFiles.json("../Plugins/Disability/rules.json")["tables"]?.arrayValue
        let works = try #require(tables?.first { $0["id"] == "work_outcomes" }?["rows"]?.arrayValue)
        let given = Set(works.flatMap { $0["then"]?["outcomes"]?.arrayValue?.compactMap(\.stringValue) ?? [] })
        #expect(given == ["O1", "O2", "O3", "O4", "O5"])
        let grades = Dictionary(
            uniqueKeysWithValues: try SeedFiles.register("disability.person").map {
                (try self.field($0, "id18"), try self.field($0, "grade"))
            }
        )
        #expect(rows.count >= 60)
        #expect(Set(rows.compactMap { $0["household"] }).count == rows.count)
        for row in rows {
            #expect(grades[try self.field(row, "applicant")] == row["grade_max"])
            #expect(["1", "2"].contains(try self.field(row, "grade_max")))
            #expect(given.isSuperset(of: try self.field(row, "needed_outcomes").split(separator: ";").map(String.init)))
            #expect(row["cap_fen"] == "600000")
            #expect(self.villages.contains(try self.field(row, "village_code")))
        }
    }

    @Test("At least 120 waters in all eight villages, each kind among them")
    func waters() throws {
        let rows = try SeedFiles.register("congress.water")
        #expect(rows.count >= 120)
        #expect(Set(rows.compactMap { $0["id"] }).count == rows.count)
        #expect(Set(rows.compactMap { $0["kind"] }) == ["RIVER", "CULVERT", "RESERVOIR", "DITCH_POND"])
        #expect(Set(rows.compactMap { $0["village_code"] }) == self.villages.filter { $0.hasPrefix("340602101") })
        for row in rows {
            try self.expectPlace(row)
            #expect(["1", "2", "3"].contains(try self.field(row, "danger")))
            let other = try self.field(row, "shared_with")
            #expect(other.isEmpty || (self.villages.contains(other) && other != row["village_code"]))
        }
    }

    @Test("Facilities stand at waters; signs are missing at the two bridge heads; every dangerous water has a sign row")
    func facilities() throws {
        let waters = Dictionary(
            uniqueKeysWithValues: try SeedFiles.register("congress.water").map { (try self.field($0, "id"), $0) }
        )
        let rows = try SeedFiles.register("congress.facility")
        for row in rows {
            #expect(waters[try self.field(row, "water")] != nil)
            #expect(["SIGN", "RING", "ROPE", "POLE", "FENCE", "CAMERA"].contains(try self.field(row, "kind")))
            #expect(["OK", "DAMAGED", "MISSING"].contains(try self.field(row, "state")))
            #expect(CivilDay(try self.field(row, "checked")) != nil)
        }
        let signs = rows.filter { $0["kind"] == "SIGN" }
        let signed = Set(signs.compactMap { $0["water"] })
        #expect(waters.values.allSatisfy { $0["danger"] == "3" || signed.contains($0["id"] ?? "") })
        let bridges = waters.values.filter { $0["name"]?.hasSuffix("进庄路桥头") == true }
        #expect(bridges.count == 2)
        for bridge in bridges {
            #expect(signs.first { $0["water"] == bridge["id"] }?["state"] == "MISSING")
        }
    }

    @Test("Deputies of all three levels, who are persons of the directory")
    func deputies() throws {
        let rows = try SeedFiles.register("congress.deputy")
        #expect(Set(rows.compactMap { $0["level"] }) == ["CITY", "DISTRICT", "TOWN"])
        for row in rows {
            #expect(self.persons.contains(try self.field(row, "person")))
            #expect(self.villages.contains(try self.field(row, "village_code")))
            #expect(try day(try self.field(row, "term_from")) < day(try self.field(row, "term_to")))
        }
    }
}
