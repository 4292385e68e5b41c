// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Cases: ratings")
struct RatingTests {
    @Test("Each grade is taken as it is; only 1 and 2 have the matter handled anew", arguments: 1...5)
    func grades(grade: Int) async throws {
        let daemon = try Hotline.daemon()
        let number = try await Hotline.closed(daemon)
        let rework = try await daemon.rate(number, grade, as: Hotline.li)
        #expect((rework != nil) == (grade <= 2))
        let rating = try #require(try daemon.case(number).dossier.ratings.first)
        #expect(rating.grade.rawValue == grade && rating.source == .applicant && rating.rework == rework)
        #expect(try daemon.numbers(of: "redo").count == (grade <= 2 ? 1 : 0))
    }

    @Test("The five grades have their names")
    func names() {
        let names = CaseRating.Grade.allCases.reversed().map(\.name.zh)
        #expect(names == ["非常满意", "满意", "基本满意", "不满意", "非常不满意"])
    }

    @Test("A grade below 1 or above 5 is refused", arguments: [0, 6, -1])
    func noGrade(grade: Int) async throws {
        let daemon = try Hotline.daemon()
        let number = try await Hotline.closed(daemon)
        #expect(try await code { try await daemon.rate(number, grade, as: Hotline.li) } == "INVALID grade")
    }

    @Test("A handling is rated once, by whomever, and not before it has ended")
    func once() async throws {
        let daemon = try Hotline.daemon()
        let number = try await Hotline.complaint(daemon)
        #expect(try await code { try await daemon.rate(number, 5, as: Hotline.li) } == "OPEN")
        try await Hotline.close(number, daemon)
        try await daemon.rate(number, 4, as: Hotline.li)
        let before = try daemon.body(of: number)
        for person in [Hotline.li, Hotline.caller] {
            #expect(try await code { try await daemon.rate(number, 1, as: person) } == "RATED")
        }
        #expect(try daemon.body(of: number) == before)
    }

    @Test("A case that is taken up again is a new handling, with a rating of its own")
    func newHandling() async throws {
        let daemon = try Hotline.daemon()
        let number = try await Hotline.closed(daemon)
        try await daemon.rate(number, 3, as: Hotline.li)
        try await daemon.act(number, "appeal", as: Hotline.li)
        #expect(try await code { try await daemon.rate(number, 5, as: Hotline.li) } == "OPEN")
        try await daemon.advance(by: .seconds(60))
        try await daemon.act(number, "reply", as: Hotline.other, ["reply": "改判"])
        try await daemon.rate(number, 5, as: Hotline.li)
        #expect(try daemon.case(number).dossier.ratings.map(\.grade.rawValue) == [3, 5])
        #expect(try await code { try await daemon.rate(number, 5, as: Hotline.li) } == "RATED")
    }

    @Test("Nobody of the bureau and nobody who took part rates, whoever he is besides")
    func who() async throws {
        let daemon = try Hotline.daemon()
        let number = try await Hotline.closed(daemon)
        func rating(_ person: PersonView) async throws -> String? {
            try await code { try await daemon.rate(number, 5, as: person) }
        }
        #expect(try await rating(Hotline.clerk) == "OWN_BUREAU")
        #expect(try await rating(.person("li", "citizen", "bureau")) == "OWN_BUREAU")
        #expect(try await rating(.person("li", "citizen", "hotline:clerk")) == "OWN_BUREAU")
        #expect(try await rating(.person("caller", "callback", "head")) == "OWN_BUREAU")
        // He answered it, and has changed to the callers since.
        #expect(try await rating(.person("clerk", "callback")) == "TOOK_PART")
        #expect(try await rating(.person("li", "callback")) == "TOOK_PART")
        #expect(try await rating(Hotline.wang) == "NOT_APPLICANT")
        #expect(try await rating(.person("zhao", "auditor")) == "ROLE")
        #expect(try await rating(.system) == "OWN_BUREAU")
        #expect(try daemon.journal("case.rated").isEmpty)
        try await daemon.rate(number, 3, as: Hotline.caller)
        #expect(try daemon.case(number).dossier.ratings.map(\.source) == [.callback])
    }

    @Test("An applicant whose role was given to him in the bureau is an applicant still")
    func scopedApplicant() async throws {
        let daemon = try Hotline.daemon()
        let li = PersonView.person("li", "hotline:citizen")
        let number = try await Hotline.closed(daemon, by: li)
        let wang = PersonView.person("wang", "hotline:citizen")
        #expect(try await code { try await daemon.rate(number, 5, as: wang) } == "NOT_APPLICANT")
        try await daemon.rate(number, 5, as: li)
    }

    @Test("A clerk who has a second name in the directory does not rate under it")
    func secondName() async throws {
        let daemon = try Hotline.daemon()
        let number = try await Hotline.closed(daemon)
        try daemon.put(PersonRecord(id: "li", name: "甲", uid: 1_001, roles: ["citizen"]))
        try daemon.put(PersonRecord(id: "hotline.li", name: "甲", uid: 1_001, roles: ["hotline:bureau"]))
        #expect(try await code { try await daemon.rate(number, 5, as: Hotline.li) } == "OWN_BUREAU")
        try daemon.put(PersonRecord(id: "hotline.li", name: "乙", uid: 1_002, roles: ["hotline:bureau"]))
        try await daemon.rate(number, 5, as: Hotline.li)
    }

    @Test("The subject rates a case that somebody else opened for him")
    func subject() async throws {
        let daemon = try Hotline.daemon()
        let number = try await Hotline.closed(daemon, by: Hotline.other, ["who": "wang"])
        #expect(try await code { try await daemon.rate(number, 5, as: Hotline.other) } == "OWN_BUREAU")
        try await daemon.rate(number, 5, as: Hotline.wang)
    }

    @Test("30 days after closing a case can be rated to the last moment, and not after it")
    func timeLimit() async throws {
        let end = try #require(Instant.end(of: "2022-08-11"))
        for (moment, expected) in [(end.adding(milliseconds: -1), nil), (end, "RATING_OVER")] as [(Instant, String?)] {
            let daemon = try Hotline.daemon()
            let number = try await Hotline.closed(daemon)
            try await daemon.advance(to: moment)
            #expect(try await code { try await daemon.rate(number, 5, as: Hotline.li) } == expected)
        }
    }

    @Test("A bad rating opens a linked case with 15 working days, called back by somebody independent")
    func rework() async throws {
        let daemon = try Hotline.daemon()
        let number = try await Hotline.closed(daemon)
        let rework = try #require(try await daemon.rate(number, 1, as: Hotline.li))
        #expect(try daemon.case(number).dossier.linked == [CaseLink(.rework, rework)])
        let anew = try daemon.case(rework)
        #expect(anew.dossier.linked == [CaseLink(.reworkOf, number)])
        #expect(anew.data == ["original": .string(number), "grade": 1])
        #expect(anew.dossier.rework?.handlers == ["clerk"])
        #expect(try daemon.deadline("rework", of: rework).limit == "15wd")
        #expect(try daemon.due("rework", of: rework) == Instant.end(of: "2022-08-02"))
        #expect(try daemon.notices(of: number).map(\.topic) == ["rating.rework"])

        try await daemon.act(rework, "redone", as: Hotline.other, ["result": "已装隔音板"])
        func calling(_ person: PersonView) async throws -> String? {
            try await code { try await daemon.act(rework, "callBack", as: person, ["solved": true]) }
        }
        #expect(try await calling(Hotline.clerk) == "ROLE")
        #expect(try await calling(.person("clerk", "callback")) == "INDEPENDENT")
        #expect(try await calling(.person("other", "callback")) == "INDEPENDENT")
        #expect(try await calling(.person("zhao", "callback", "bureau")) == "INDEPENDENT")
        try await daemon.act(rework, "callBack", as: Hotline.caller, ["solved": false, "note": "仍有噪声"])
        #expect(try daemon.state(of: rework) == "REWORKING")
        try await daemon.act(rework, "redone", as: Hotline.other, ["result": "已停工"])
        try await daemon.act(rework, "callBack", as: Hotline.caller, ["solved": true])
        #expect(try daemon.state(of: rework) == "SOLVED")
        // The new handling is rated by itself, and its rework remembers everybody.
        let third = try #require(try await daemon.rate(rework, 2, as: Hotline.caller))
        #expect(try daemon.case(third).dossier.rework?.handlers == ["clerk", "other"])
        #expect(try daemon.case(rework).dossier.linked == [CaseLink(.reworkOf, number), CaseLink(.rework, third)])
    }

    @Test("Nobody opens a case of rework by hand")
    func noOpening() async throws {
        let daemon = try Hotline.daemon()
        let form: JSONObject = ["original": "RX-20220712-000001", "grade": 1]
        for person in [Hotline.li, Hotline.clerk, Hotline.head, Hotline.caller] {
            #expect(try await code { try await daemon.open("redo", as: person, form) } == "ROLE")
        }
    }

    @Test("Who handled the main case took part in those merged into it")
    func mergedHandlers() async throws {
        let daemon = try Hotline.daemon()
        let numbers = try await Hotline.complaints(2, daemon)
        try await daemon.merge([numbers[1]], into: numbers[0], as: Hotline.other)
        try await Hotline.close(numbers[0], daemon)
        #expect(
            try await code { try await daemon.rate(numbers[1], 5, as: .person("clerk", "callback")) } == "TOOK_PART"
        )
        let rework = try #require(try await daemon.rate(numbers[1], 1, as: .person("citizen1", "citizen")))
        #expect(try daemon.case(rework).dossier.rework?.handlers == ["clerk"])
    }

    @Test("A comment has 500 characters at most; it is shown to nobody, and its reading is told")
    func comment() async throws {
        let daemon = try Hotline.daemon()
        let number = try await Hotline.closed(daemon)
        let comment = String(repeating: "差", count: 500)
        let longer = try await code { try await daemon.rate(number, 1, as: Hotline.li, comment: comment + "差") }
        #expect(longer == "TOO_LARGE comment")
        try await daemon.rate(number, 1, as: Hotline.li, comment: comment)
        #expect(try daemon.case(number, as: Hotline.clerk).dossier.ratings.map(\.comment) == ["***"])
        #expect(try daemon.journal().allSatisfy { !$0.data.text.contains("差差") })
        #expect(try daemon.journal("rating.read").isEmpty)
        #expect(throws: EngineError.self) { try daemon.ratingComment(of: number, as: Hotline.wang) }
        #expect(try daemon.journal("rating.read").isEmpty)
        #expect(try daemon.ratingComment(of: number, as: Hotline.clerk) == comment)
        #expect(try daemon.journal("rating.read").map { $0.actor?.id } == ["clerk"])
        let silent = try await Hotline.closed(daemon)
        try await daemon.rate(silent, 5, as: Hotline.li, comment: "")
        #expect(throws: EngineError.self) { try daemon.ratingComment(of: silent, as: Hotline.clerk) }
    }

    @Test("The report counts from the cases what the journal tells")
    func report() async throws {
        let daemon = try Hotline.daemon()
        var random = SeededRandom(seed: 7)
        for _ in 0..<40 {
            let number = try await Hotline.closed(daemon)
            if Bool.random(using: &random) {
                let grade = Int.random(in: 1...5, using: &random)
                if let rework = try await daemon.rate(number, grade, as: Hotline.li) {
                    try await daemon.act(rework, "redone", as: Hotline.clerk, ["result": "已办"])
                    try await daemon.act(rework, "callBack", as: Hotline.caller, ["solved": true])
                    try await daemon.rate(rework, 5, as: Hotline.caller)
                }
            }
            try await daemon.advance(by: .seconds(3_600 * 12))
        }
        let from = try #require(Instant("2022-07-15T00:00:00+08:00"))
        let to = try #require(Instant("2022-07-25T00:00:00+08:00"))
        var told: [String: [Int]] = [:]
        for entry in try daemon.journal("case.rated") where entry.at >= from && entry.at < to {
            let data = try entry.data.parsed()
            let item = try #require(data["item"]?.stringValue)
            let grade = Int(try #require(data["grade"]?.integerValue))
            told[item, default: [0, 0, 0, 0, 0]][grade - 1] += 1
        }
        let counts = try daemon.ratings(from: from, to: to)
        #expect(Dictionary(uniqueKeysWithValues: counts.map { ($0.item, $0.counts) }) == told)
        #expect(told.count == 2 && told["complaint"]?.reduce(0, +) ?? 0 > 5)
    }

    @Test("A moment belongs to the report that begins with it, not to the one that ends with it")
    func reportBounds() async throws {
        let daemon = try Hotline.daemon()
        let number = try await Hotline.closed(daemon)
        try await daemon.rate(number, 5, as: Hotline.li)
        let at = daemon.now
        let after = at.adding(milliseconds: 1)
        #expect(try daemon.ratings(from: at, to: after).map(\.counts) == [[0, 0, 0, 0, 1]])
        #expect(try daemon.ratings(from: at.adding(milliseconds: -1), to: at).isEmpty)
        #expect(try daemon.ratings(from: after, to: after.adding(milliseconds: 1)).isEmpty)
    }

    @Test("A declaration that would let the bureau rate itself, or leave a bad rating without rework, is refused")
    func declaration() throws {
        func faults(_ change: (inout ItemDeclaration) -> Void) -> [String] {
            var bureau = Hotline.definition.declaration
            change(&bureau.items[0])
            return DeclarationCheck.faults(in: bureau).map(\.place)
        }
        #expect(faults { _ in }.isEmpty)
        #expect(faults { $0.rating?.by = ["bureau"] } == ["complaint/rating"])
        #expect(faults { $0.rating?.callBack = ["head"] } == ["complaint/rating"])
        #expect(faults { $0.rating?.within = "soon" } == ["complaint/rating"])
        #expect(faults { $0.rating?.rework?.item = "none" } == ["complaint/rating/rework"])
        #expect(faults { $0.rating?.rework?.limit = "16wd" } == ["complaint/rating/rework"])
        #expect(faults { $0.rating?.rework?.callBackBy = ["other"] } == ["complaint/rating/rework"])
        #expect(faults { $0.rating?.rework?.carry = ["none"] } == ["complaint/rating/rework"])
        // The form of a report needs a matter, which nobody gives.
        #expect(
            faults { $0.rating?.rework?.item = "report" }
                == Array(repeating: "complaint/rating/rework", count: 3)
        )
        #expect(faults { $0.merging?.with = ["none"] } == ["complaint/merging"])
        #expect(faults { $0.merging?.by = [] } == ["complaint/merging"])
        #expect(faults { $0.merging?.answerField = "illness" } == ["complaint/merging"])
        #expect(faults { $0.amendment = .init(by: [], decidedBy: ["head"]) } == ["complaint/amendment"])
        #expect(faults { $0.attachments = .init(types: []) } == ["complaint/attachments"])
        #expect(faults { $0.attachments = .init(sizeLimit: 0) } == ["complaint/attachments"])
        #expect(faults { $0.attachments = .init(countLimit: 0) } == ["complaint/attachments"])
    }

    @Test("Declarations from before ratings, merging and the like are read")
    func oldDeclaration() throws {
        var bureau = Hotline.definition.declaration
        for index in bureau.items.indices {
            bureau.items[index].rating = nil
            bureau.items[index].merging = nil
            bureau.items[index].attachments = nil
        }
        let json = try JSON(encoding: bureau)
        #expect(!json.text.contains("\"rating\""))
        #expect(try json.decoded(as: BureauDeclaration.self) == bureau)
    }
}
