// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing
import TongbanModel

@Suite("Case bodies: sections")
struct CaseSectionTests {
    private static func full() -> CaseBody {
        var body = CaseBody(flow: [:], links: [CaseLink(.mergedInto, "A")])
        var merge = CaseMerge(main: "A", at: Instant(milliseconds: 1), by: "li")
        merge.answer = "答"
        merge.held = [.init(event: "due.x", data: ["a": 1], origin: "deadline")]
        merge.outcome = "DONE"
        merge.given = Bilingual("甲", "a")
        body.merge = merge
        body.rework = CaseRework(of: "B", grade: .bad, callBackBy: ["caller"], handlers: ["li"])
        body.ratings = [
            CaseRating(
                grade: .veryBad,
                source: .callback,
                at: Instant(milliseconds: 2),
                handling: Instant(milliseconds: 1),
                comment: "差",
                rework: "C"
            )
        ]
        body.amendments = [
            CaseAmendment(
                id: 1,
                before: ["a": nil],
                after: ["a": 1],
                reason: "误",
                evidence: ["ab"],
                by: "li",
                at: Instant(milliseconds: 3),
                decision: .init(isApproved: true, by: "wang", at: Instant(milliseconds: 4), reason: "是")
            )
        ]
        body.attachments = [
            CaseAttachment(
                hash: "ab",
                name: "a.pdf",
                mediaType: .pdf,
                size: 1,
                privacy: .sensitive,
                by: "li",
                at: Instant(milliseconds: 5)
            )
        ]
        return body
    }

    @Test("A body with every section is read as it was written")
    func roundTrip() throws {
        let body = Self.full()
        #expect(CaseBody(json: try JSON(parsing: body.json.text)) == body)
    }

    @Test("A section that is empty is not written")
    func compact() {
        #expect(CaseBody(flow: [:]).json.objectValue?.names == ["flow", "acts", "deadlines", "links"])
    }

    @Test(
        "A body with a section that cannot be read is not read",
        arguments: ["merge", "rework", "ratings", "amendments", "attachments"]
    )
    func damaged(section: String) {
        var json = Self.full().json
        json[section] = json[section]?.arrayValue == nil ? ["main": 1] : [["id": "x"]]
        #expect(CaseBody(json: json) == nil)
        json[section] = 1
        #expect(CaseBody(json: json) == nil)
    }
}
