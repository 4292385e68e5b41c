// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Testing
import TongbanEngine
import TongbanModel

@Suite("Cases: links")
struct LinkTests {
    @Test("A link stands in both cases, is told in both, and goes from both")
    func bothSides() async throws {
        let daemon = try Hotline.daemon()
        let numbers = try await Hotline.complaints(2, daemon)
        try await daemon.relate(numbers[0], numbers[1], as: Hotline.clerk)
        #expect(try daemon.case(numbers[0]).dossier.linked == [CaseLink(.related, numbers[1])])
        #expect(try daemon.case(numbers[1]).dossier.linked == [CaseLink(.related, numbers[0])])
        #expect(try daemon.journal("case.linked").map(\.caseNumber) == numbers)
        #expect(try numbers.map { try daemon.case($0).record.revision } == [2, 2])
        try await daemon.relate(numbers[1], numbers[0], isLinked: false, as: Hotline.clerk)
        #expect(try numbers.allSatisfy { try daemon.case($0).dossier.linked.isEmpty })
        #expect(try daemon.journal("case.unlinked").map(\.caseNumber) == numbers.reversed())
    }

    @Test("What cannot be linked is refused with its code, and nothing is changed")
    func refused() async throws {
        let daemon = try Hotline.daemon()
        let numbers = try await Hotline.complaints(3, daemon)
        try await daemon.relate(numbers[0], numbers[1], as: Hotline.clerk)
        let journal = try daemon.journal().count
        #expect(try await code { try await daemon.relate(numbers[0], numbers[0], as: Hotline.clerk) } == "SELF")
        #expect(try await code { try await daemon.relate(numbers[1], numbers[0], as: Hotline.clerk) } == "LINKED")
        #expect(
            try await code { try await daemon.relate(numbers[0], numbers[2], isLinked: false, as: Hotline.clerk) }
                == "NOT_LINKED"
        )
        #expect(try await code { try await daemon.relate(numbers[0], numbers[2], as: Hotline.li) } == "ROLE")
        #expect(
            try await code { try await daemon.relate(numbers[0], "RX-20220712-000999", as: Hotline.clerk) }
                == "NO_SUCH_CASE"
        )
        #expect(try daemon.journal().count == journal)
    }

    @Test("A case has as many related ones as the limit says, and no more, from either side")
    func limit() async throws {
        var limits = EngineLimits()
        limits.relatedCases = 2
        let daemon = try Hotline.daemon(limits: limits)
        let numbers = try await Hotline.complaints(4, daemon)
        try await daemon.relate(numbers[0], numbers[1], as: Hotline.clerk)
        try await daemon.relate(numbers[0], numbers[2], as: Hotline.clerk)
        #expect(try await code { try await daemon.relate(numbers[0], numbers[3], as: Hotline.clerk) } == "LIMIT")
        #expect(try await code { try await daemon.relate(numbers[3], numbers[0], as: Hotline.clerk) } == "LIMIT")
    }

    @Test("A case that opens another is its parent, and each knows")
    func children() async throws {
        let daemon = try Hotline.daemon()
        let number = try await Hotline.complaint(daemon)
        try await daemon.act(number, "split", as: Hotline.clerk)
        let child = try #require(try daemon.numbers(of: "report").first)
        #expect(try daemon.case(number).dossier.linked == [CaseLink(.child, child)])
        #expect(try daemon.case(child).dossier.linked == [CaseLink(.parent, number)])
    }

    @Test("Each kind has one that is it seen from the other side", arguments: CaseLink.Kind.allCases)
    func inverse(kind: CaseLink.Kind) {
        #expect(kind.inverse.inverse == kind)
        #expect((kind.inverse == kind) == (kind == .related))
    }

    @Test("A body written before links had kinds is read: the parent by its number, the others as children")
    func oldBody() throws {
        let text = #"{"flow":{},"acts":[],"deadlines":[],"links":["A","B"]}"#
        let body = try #require(CaseBody(json: try JSON(parsing: text), parent: "A"))
        #expect(body.links == [CaseLink(.parent, "A"), CaseLink(.child, "B")])
        #expect(body.json.text == #"{"flow":{},"acts":[],"deadlines":[],"links":[["parent","A"],["child","B"]]}"#)
        #expect(CaseBody(json: body.json) == body)
        let unknown = #"{"flow":{},"acts":[],"deadlines":[],"links":[["uncle","A"]]}"#
        #expect(CaseBody(json: try JSON(parsing: unknown)) == nil)
    }
}
