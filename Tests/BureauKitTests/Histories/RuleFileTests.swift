// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("A bureau's rule file")
struct RuleFileTests {
    struct Claims: Bureau {
        var definition: BureauDefinition {
            BureauDefinition("claim", "医保局", "Claims", about: ("测试用的部门。", "A bureau for tests."), prefix: "BX") {
                Role("bureau", "科员", "Clerk")
                Item("claim", "报销", "Claim", about: ("报销。", "A claim."), openedBy: ["bureau"]) {
                    Form { Field("amount", "金额", "Amount", .money).required() }
                    Flow {
                        State("OPEN", "已开", "Open") {
                            Deadline("pay", "支付", "Pay", .rule("claim.pay"))
                            Action("extend", "延长", "Extend", by: "bureau") {
                                Extends("pay", by: rule("claim.extension"))
                            }
                            Action("pay", "支付", "Pay", by: "bureau", to: "PAID") {
                                Requires("CAP", value("amount") <= rule("claim.cap"), "超过封顶线。", "over the cap")
                            }
                        }
                        Final("PAID", "已支付", "Paid")
                    }
                }
            }
        }
    }

    /// Asks for what its file does not have.
    struct Asking: Bureau {
        var definition: BureauDefinition {
            BureauDefinition("claim", "医保局", "Claims", about: ("测试用的部门。", "A bureau for tests."), prefix: "BX") {
                Role("bureau", "科员", "Clerk")
                Register("desk", "窗口", "Desks", key: "no", limit: RuleBook.current.integer("claim.cap")) {
                    Field("no", "编号", "Number").required()
                }
                Item("claim", "报销", "Claim", about: ("报销。", "A claim."), openedBy: ["bureau"]) {
                    Flow {
                        State("OPEN", "已开", "Open") {
                            Deadline("pay", "支付", "Pay", .rule("claim.unknown"))
                            Action("pay", "支付", "Pay", by: "bureau", to: "PAID")
                        }
                        Final("PAID", "已支付", "Paid")
                    }
                }
            }
        }
    }

    static func book(pay: [(String, String)] = [("2022-01-01", "5wd")], cap: Int64 = 100) -> RuleBook {
        func rule(_ id: String, _ kind: RuleDeclaration.Kind, _ versions: [(String, JSON)]) -> RuleDeclaration {
            RuleDeclaration(
                id: id,
                kind: kind,
                name: Bilingual(id, id),
                versions: versions.map { .init(effectiveFrom: CivilDay($0.0)!, value: $0.1, source: "S") }
            )
        }
        return RuleBook(
            bureau: "claim",
            rules: [
                rule("claim.pay", .limit, pay.map { ($0.0, .string($0.1)) }),
                rule("claim.cap", .money, [("2022-01-01", .integer(cap))]),
                rule("claim.extension", .limit, [("2022-01-01", "3wd")]),
                rule("unused", .text, [("2022-01-01", "kept by no case")]),
            ]
        )
    }

    static let clerk = PersonView.person("clerk", "bureau")

    @Test("A case keeps the rules it asks for, and no others, whatever the file says later")
    func kept() async throws {
        let daemon = try TestDaemon(Claims(), rules: Self.book(), at: "2022-07-12T09:00:00+08:00")
        let number = try await daemon.open("claim", as: Self.clerk, ["amount": 101])
        let kept = try daemon.data(of: number)["rules"]
        #expect(kept?["claim"] == ["pay": "5wd", "cap": 100, "extension": "3wd"])
        #expect(kept?["unused"] == nil)
        try daemon.change(Claims(), rules: Self.book(cap: 200))
        let refused = try await refusal { try await daemon.act(number, "pay", as: Self.clerk) }
        #expect(refused?.refusalCode == "CAP")
        let new = try await daemon.open("claim", as: Self.clerk, ["amount": 101])
        try await daemon.act(new, "pay", as: Self.clerk)
        let changes = try daemon.journal("rule.changed")
        #expect(changes.count == 1)
        let change = try #require(try changes.first?.data.parsed())
        #expect(change["rule"] == "claim.cap")
        #expect(change["before"]?.arrayValue?.first?["value"] == 100)
        #expect(change["after"]?.arrayValue?.first?["value"] == 200)
    }

    @Test("An extension may be a rule")
    func extending() async throws {
        let daemon = try TestDaemon(Claims(), rules: Self.book(), at: "2022-07-12T09:00:00+08:00")
        let number = try await daemon.open("claim", as: Self.clerk, ["amount": 1])
        #expect(try daemon.due("pay", of: number) == .end(of: "2022-07-19"))
        try await daemon.act(number, "extend", as: Self.clerk)
        #expect(try daemon.due("pay", of: number) == .end(of: "2022-07-22"))
    }

    @Test("A day on which a rule begins is told once, also when the daemon was down that day")
    func effective() async throws {
        let book = Self.book(pay: [("2022-01-01", "5wd"), ("2022-07-13", "2wd"), ("2022-07-20", "1wd")])
        let daemon = try TestDaemon(Claims(), rules: book, at: "2022-07-12T09:00:00+08:00")
        try await daemon.advance(to: "2022-07-12T23:59:59+08:00")
        #expect(try daemon.journal("rule.effective").isEmpty)
        try await daemon.advance(to: "2022-07-13T00:00:00+08:00")
        #expect(try daemon.journal("rule.effective").count == 1)
        let number = try await daemon.open("claim", as: Self.clerk, ["amount": 1])
        #expect(try daemon.due("pay", of: number) == .end(of: "2022-07-15"))
        try await daemon.isDown(until: "2022-07-21T09:00:00+08:00")
        try await daemon.advance(to: "2022-07-22T09:00:00+08:00")
        #expect(try daemon.journal("rule.effective").count == 2)
        let later = try await daemon.open("claim", as: Self.clerk, ["amount": 1])
        #expect(try daemon.due("pay", of: later) == .end(of: "2022-07-25"))
    }

    @Test("Nothing opens before the rules it asks for begin, and the refusal names rule and day")
    func early() async throws {
        let daemon = try TestDaemon(Claims(), rules: Self.book(), at: "2021-12-31T09:00:00+08:00")
        let refused = try await refusal { try await daemon.open("claim", as: Self.clerk, ["amount": 1]) }
        #expect(refused?.refusalCode == "NO_RULES")
    }

    @Test("A rule that is not in the file, or of another kind, makes the declaration faulty with its name")
    func missing() throws {
        let definition = try BureauDefinition(Asking(), rules: Self.book(), on: CivilDay("2022-07-12")!)
        let faults = DeclarationCheck.faults(in: definition.declaration)
        #expect(
            Set(faults.map(\.message.en)) == [
                "the rule claim.cap (integer, 2022-07-12) is missing", "there is no rule claim.unknown",
            ]
        )
        #expect(throws: RuleBookError.self) {
            try BureauDefinition(Claims(), rules: RuleBook(bureau: "other"), on: CivilDay("2022-07-12")!)
        }
    }
}
