// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Chapter: rules in a file")
struct RuleFilesChapter {
    struct Office: Bureau {
        var definition: BureauDefinition {
            BureauDefinition("office", "示例", "Example", about: ("示例。", "An example."), prefix: "BG") {
                Role("clerk", "科员", "Clerk")
                Register("desk", "窗口", "Desks", key: "no", limit: RuleBook.current.integer("desks")) {
                    Field("no", "编号", "Number").required()
                }
                Item("grant", "补助", "Grant", about: ("补助。", "A grant."), openedBy: ["clerk"]) {
                    Flow {
                        State("ASKED", "已申请", "Asked") {
                            Deadline("decide", "决定", "Decide", .rule("grant.decide"))
                            Action("grant", "批准", "Grant", by: "clerk", to: "GRANTED")
                        }
                        Final("GRANTED", "已批准", "Granted")
                    }
                }
            }
        }
    }

    static let text = """
        {
          "bureau": "office",
          "rules": [
            { "id": "grant.decide", "kind": "limit", "name": { "zh": "决定时限", "en": "Deciding" },
              "versions": [
                { "effective_from": "2022-01-01", "value": "5wd", "source": "甲〔2022〕1号" },
                { "effective_from": "2023-01-01", "value": "3wd", "source": "甲〔2022〕9号" }
              ] },
            { "id": "desks", "kind": "integer", "name": { "zh": "窗口数", "en": "Desks" },
              "versions": [
                { "effective_from": "2022-01-01", "value": 1, "source": "编制批复" },
                { "effective_from": "2022-09-01", "value": 2, "source": "编制批复" }
              ] }
          ]
        }
        """

    static var book: RuleBook { get throws { try RuleBook(text: Self.text) } }

    @Test("The example does what the chapter says")
    func example() async throws {
        let clerk = PersonView.person("clerk", "clerk")
        let daemon = try TestDaemon(Office(), rules: Self.book, at: "2022-07-12T09:00:00+08:00")
        let old = try await daemon.open("grant", as: clerk)
        #expect(try daemon.due("decide", of: old) == .end(of: "2022-07-19"))
        try daemon.put("desk", "1", ["no": "1"])
        #expect(throws: EngineError.self) { try daemon.put("desk", "2", ["no": "2"]) }

        // From September on there are two; nothing was restarted.
        try await daemon.advance(to: "2022-09-01T00:00:00+08:00")
        try daemon.put("desk", "2", ["no": "2"])

        try await daemon.advance(to: "2023-01-03T09:00:00+08:00")
        let new = try await daemon.open("grant", as: clerk)
        #expect(try daemon.due("decide", of: new) == .end(of: "2023-01-06"))
        // The old case is decided by the rules of its day, and the journal tells of the others.
        #expect(try daemon.due("decide", of: old) == .end(of: "2022-07-19"))
        #expect(try daemon.journal("rule.effective").count == 2)
    }
}
