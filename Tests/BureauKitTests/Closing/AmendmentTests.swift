// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Cases: corrections after closing")
struct AmendmentTests {
    @Test("A correction in force is shown, and what was there is kept, with the state the case closed in")
    func approved() async throws {
        let daemon = try Hotline.daemon()
        let number = try await Hotline.closed(daemon, ["who": "li", "times": 2])
        let original = try daemon.body(of: number)["flow"]
        let id = try await daemon.amend(number, ["times": 3, "who": "wang"], reason: "笔误", as: Hotline.clerk)
        #expect(id == 1)
        #expect(try daemon.state(of: number) == "CLOSED")
        #expect(try daemon.data(of: number)["times"] == 2)
        try await daemon.decideAmendment(1, of: number, approve: true, as: Hotline.head)
        let shown = try daemon.case(number)
        #expect(shown.record.state == "AMENDED" && shown.dossier.closedIn == "CLOSED")
        #expect(shown.data["times"] == 3 && shown.dossier.original?["times"] == 2)
        #expect(try daemon.data(of: number)["times"] == 3)
        #expect(shown.record.subject == "wang")
        let amendment = try #require(shown.dossier.amendments.first)
        #expect(amendment.before == ["times": 2, "who": "li"] && amendment.after == ["times": 3, "who": "wang"])
        #expect(amendment.by == "clerk" && amendment.decision?.by == "head" && amendment.reason == "笔误")
        #expect(try daemon.body(of: number)["flow"] == original)
        // A second one corrects the first.
        try await daemon.amend(number, ["times": nil], as: Hotline.clerk)
        try await daemon.decideAmendment(2, of: number, approve: true, as: Hotline.head)
        #expect(try daemon.data(of: number)["times"] == nil)
        #expect(try daemon.case(number).dossier.amendments[1].before == ["times": 3])
    }

    @Test("Who asks does not decide, and each needs his role")
    func fourEyes() async throws {
        let daemon = try Hotline.daemon()
        let number = try await Hotline.closed(daemon)
        let both = PersonView.person("both", "bureau", "head")
        #expect(try await code { try await daemon.amend(number, ["matter": "光"], as: Hotline.li) } == "ROLE")
        try await daemon.amend(number, ["matter": "光"], as: both)
        func deciding(_ person: PersonView) async throws -> String? {
            try await code { try await daemon.decideAmendment(1, of: number, approve: true, as: person) }
        }
        #expect(try await deciding(both) == "FOUR_EYES")
        #expect(try await deciding(Hotline.other) == "ROLE")
        #expect(try await deciding(Hotline.head) == nil)
        #expect(try await deciding(Hotline.head) == "DECIDED")
        #expect(
            try await code { try await daemon.decideAmendment(2, of: number, approve: true, as: Hotline.head) }
                == "NO_AMENDMENT"
        )
    }

    @Test("A rejected correction changes nothing, and the field may be corrected again")
    func rejected() async throws {
        let daemon = try Hotline.daemon()
        let number = try await Hotline.closed(daemon)
        try await daemon.amend(number, ["matter": "光"], as: Hotline.clerk)
        #expect(
            try await code { try await daemon.amend(number, ["matter": "尘"], as: Hotline.other) }
                == "AMENDMENT_PENDING"
        )
        try await daemon.amend(number, ["times": 4], as: Hotline.other)
        try await daemon.decideAmendment(1, of: number, approve: false, as: Hotline.head)
        #expect(try daemon.state(of: number) == "CLOSED")
        #expect(try daemon.data(of: number)["matter"] == "噪声")
        #expect(try daemon.case(number).dossier.original == nil)
        try await daemon.amend(number, ["matter": "尘"], as: Hotline.clerk)
        #expect(try daemon.case(number).dossier.amendments.map(\.id) == [1, 2, 3])
        let decided = try daemon.journal("amendment.decided").map { try $0.data.parsed()["approved"]?.boolValue }
        #expect(decided == [false])
    }

    @Test("Corrected values must fit the form, or the action they were given in")
    func form() async throws {
        let daemon = try Hotline.daemon()
        let number = try await Hotline.closed(daemon)
        func amending(_ values: JSONObject) async throws -> String? {
            try await code { try await daemon.amend(number, values, as: Hotline.clerk) }
        }
        #expect(try await amending(["times": 11]) == "times: range")
        #expect(try await amending(["times": "viele"]) == "times: type")
        #expect(try await amending(["matter": nil]) == "matter: missing")
        #expect(try await amending(["nothing": 1]) == "nothing: unknown")
        #expect(try await amending(["reply": .string(String(repeating: "长", count: 201))]) == "reply: range")
        #expect(try await amending(["matter": "噪声"]) == "NO_CHANGE")
        #expect(try await amending([:]) == "INVALID values")
        #expect(try await amending(["times": 10, "reply": "改"]) == nil)
    }

    @Test("An open case is acted on, not corrected; evidence must be attached; the revision counts")
    func refused() async throws {
        let daemon = try Hotline.daemon()
        let open = try await Hotline.complaint(daemon)
        #expect(try await code { try await daemon.amend(open, ["matter": "光"], as: Hotline.clerk) } == "OPEN")
        let number = try await Hotline.closed(daemon)
        let hash = String(repeating: "a", count: 64)
        func amending(_ revision: Int?) async throws -> String? {
            try await code {
                try await daemon.amend(
                    number,
                    ["matter": "光"],
                    evidence: [hash],
                    as: Hotline.clerk,
                    revision: revision
                )
            }
        }
        #expect(try await amending(nil) == "NO_ATTACHMENT")
        try await daemon.attach(
            .init(hash: hash, name: "证据.pdf", mediaType: .pdf, size: 10, privacy: .personal),
            to: number,
            as: Hotline.clerk
        )
        #expect(try await amending(1) == "CONFLICT")
        #expect(try await amending(try daemon.case(number).record.revision) == nil)
        #expect(try daemon.case(number).dossier.amendments.first?.evidence == [hash])
    }

    @Test("Reasons, fields and corrections are taken up to their limits, and no further")
    func limits() async throws {
        var limits = EngineLimits()
        limits.amendments = 2
        limits.amendedFields = 2
        limits.reasonLength = 3
        let daemon = try Hotline.daemon(limits: limits)
        let number = try await Hotline.closed(daemon)
        func amending(_ values: JSONObject, _ reason: String) async throws -> String? {
            try await code { try await daemon.amend(number, values, reason: reason, as: Hotline.clerk) }
        }
        #expect(try await amending(["matter": "光"], "一二三四") == "TOO_LARGE reason")
        #expect(try await amending(["matter": "光"], "") == "INVALID reason")
        #expect(try await amending(["matter": "光", "times": 1, "reply": "改"], "一二三") == "TOO_LARGE values")
        #expect(try await amending(["matter": "光", "times": 1], "一二三") == nil)
        #expect(try await amending(["reply": "改"], "一") == nil)
        #expect(try await amending(["who": "wang"], "一") == "LIMIT")
    }

    @Test("Sensitive values stand in the case, not in the journal, and are hidden from strangers")
    func sensitive() async throws {
        let daemon = try Hotline.daemon()
        let number = try await Hotline.closed(daemon, ["illness": "旧病情甲"])
        try await daemon.amend(number, ["illness": "新病情乙"], as: Hotline.clerk)
        #expect(try daemon.journal().allSatisfy { !$0.data.text.contains("病情") })
        let stranger = PersonView.person("stranger", "auditor")
        #expect(try daemon.case(number, as: stranger).dossier.amendments.map(\.after) == [["illness": "***"]])
        #expect(try daemon.case(number, as: Hotline.clerk).dossier.amendments.map(\.after) == [["illness": "新病情乙"]])
        try await daemon.decideAmendment(1, of: number, approve: true, as: Hotline.head)
        #expect(try daemon.case(number, as: stranger).dossier.original?["illness"] == "***")
        #expect(try daemon.case(number, as: stranger).data["illness"] == "***")
    }

    @Test("A merged case that was corrected says that it closed as merged")
    func mergedThenAmended() async throws {
        let daemon = try Hotline.daemon()
        let numbers = try await Hotline.complaints(2, daemon)
        try await daemon.merge([numbers[1]], into: numbers[0], as: Hotline.clerk)
        try await Hotline.close(numbers[0], daemon)
        try await daemon.amend(numbers[1], ["matter": "光"], as: Hotline.clerk)
        try await daemon.decideAmendment(1, of: numbers[1], approve: true, as: Hotline.head)
        #expect(try daemon.state(of: numbers[1]) == "AMENDED")
        #expect(try daemon.case(numbers[1]).dossier.closedIn == "MERGED")
    }

    @Test("A case that is taken up again goes on with the corrected values, and what was there stays on record")
    func takenUpAgain() async throws {
        let daemon = try Hotline.daemon()
        let number = try await Hotline.closed(daemon, ["times": 2])
        try await daemon.amend(number, ["times": 3], as: Hotline.clerk)
        try await daemon.decideAmendment(1, of: number, approve: true, as: Hotline.head)
        try await daemon.amend(number, ["matter": "光"], as: Hotline.clerk)
        try await daemon.act(number, "appeal", as: Hotline.li)
        #expect(try daemon.state(of: number) == "HANDLING")
        #expect(try daemon.data(of: number)["times"] == 3)
        #expect(try daemon.case(number).dossier.amendments[0].before == ["times": 2])
        // What was asked for before can only be rejected now.
        let deciding = try await code {
            try await daemon.decideAmendment(2, of: number, approve: true, as: Hotline.head)
        }
        #expect(deciding == "OPEN")
        try await daemon.decideAmendment(2, of: number, approve: false, as: Hotline.head)
        try await daemon.act(number, "reply", as: Hotline.other, ["reply": "改判"])
        #expect(try daemon.state(of: number) == "CLOSED")
        let again = try #require(CaseBody(json: try daemon.body(of: number)))
        #expect(again.amendments[0].taken != nil && again.amendments[0].decision?.isApproved == true)
    }
}
