// SPDX-License-Identifier: Apache-2.0

import BureauKit
import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Chapter: money")
struct MoneyChapter {
    static var definition: BureauDefinition {
        BureauDefinition("loans", "贷款", "Loans", about: ("示例。", "An example."), prefix: "ZZ") {
            Role("clerk", "科员", "Clerk")
            Role("finance", "财政", "Finance", supervises: true)
            Fund("subsidy", "贴息资金", "Interest subsidy", each: .year, payeeCap: Fen(1_000_000))
            Item("quarter", "季度贴息", "Quarter", about: ("贴息。", "A subsidy."), openedBy: ["clerk"]) {
                Form {
                    Field("household", "户主", "Household").required()
                    Field("principal", "本金", "Principal", .money).required()
                    Field("rate", "年利率(百万分之一)", "Yearly rate", .integer).required()
                    Field("days", "计息天数", "Days", .integer).required()
                }
                Flow {
                    State("CHECKED", "已核对", "Checked") {
                        Action("pay", "支付", "Pay", by: "clerk", to: "PAYING") {
                            Pays(
                                interest(on: value("principal"), rate: value("rate"), days: value("days")),
                                from: "subsidy",
                                to: value("household")
                            )
                        }
                    }
                    .untimed()
                    State("PAYING", "支付中", "Paying") {
                        OnEvent("payment.paid", to: "PAID")
                    }
                    .untimed()
                    State("PAID", "已支付", "Paid") {
                        Action("refund", "退回", "Refund", by: "clerk", to: "PAID") {
                            Field("amount", "金额", "Amount", .money).required()
                            Recovers(given("amount"))
                        }
                        Action("close", "归档", "Close", by: "clerk", to: "CLOSED")
                    }
                    .untimed()
                    Final("CLOSED", "已归档", "Closed")
                }
            }
        }
    }

    @Test("The example does what the chapter says")
    func example() async throws {
        let daemon = try TestDaemon(Self.definition, at: "2022-07-12T09:00:00+08:00")
        let clerk = PersonView.person("clerk", "loans:clerk")
        let finance = PersonView.person("fin", "loans:finance")
        try await daemon.appropriate(Fen(40_000), to: "subsidy", as: finance)
        let loan: JSONObject = ["household": "li", "principal": 5_000_000, "rate": 43_500, "days": 92]
        let number = try await daemon.open("quarter", as: clerk, loan)
        try await daemon.act(number, "pay", as: clerk)
        // 555.83 yuan are due, 400.00 are left.
        let payment = try #require(try daemon.payments(of: number).first)
        #expect(payment.paid == 40_000 && payment.waiting == 15_583)
        #expect(try daemon.state(of: number) == "PAYING")
        try await daemon.appropriate(Fen(20_000), to: "subsidy", as: finance)
        #expect(try daemon.state(of: number) == "PAID")
        #expect(try daemon.account("subsidy").balance == 4_417)
        try await daemon.act(number, "refund", as: clerk, ["amount": 10_000])
        #expect(try daemon.ledger("subsidy").map(\.amount) == [40_000, -40_000, 20_000, -15_583, 10_000])
        #expect(try daemon.ledgerFaults("subsidy").isEmpty)
    }
}
