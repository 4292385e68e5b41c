// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import BureauTesting

@Suite("Money: budgets, payments and ledgers")
struct FundRuleTests {
    static let clerk = PersonView.person("ann", "town:clerk")
    static let head = PersonView.person("fan", "town:head")

    static func town(_ fund: Fund = Fund("help", "救助资金", "Help")) -> BureauDefinition {
        BureauDefinition("town", "镇", "Town", about: ("测试。", "A test."), prefix: "ZZ") {
            Role("clerk", "科员", "Clerk")
            Role("head", "负责人", "Head", supervises: true)
            fund
            Fund("bank", "银行自担", "The bank's own share", isUnlimited: true)
            Item("claim", "补偿", "Claim", about: ("补偿。", "A claim."), openedBy: ["clerk"]) {
                Form {
                    Field("amount", "金额", "Amount", .money).required()
                    Field("who", "何人", "Who")
                }
                Suspends(in: "WAITING", by: "clerk", deciders: "clerk")
                Flow {
                    State("OPEN", "办理", "Open") {
                        Action("pay", "支付", "Pay", by: "clerk", to: "ASKED") {
                            Pays(value("amount"), from: "help", to: value("who"))
                        }
                        Action("share", "分担", "Share", by: "clerk", to: "ASKED") {
                            Pays(share(8, of: 10, value("amount")), from: "help")
                            Pays(share(2, of: 10, value("amount")), from: "bank")
                        }
                    }.untimed()
                    State("ASKED", "待付", "Asked") {
                        OnEvent("payment.paid", to: "PAID")
                        OnEvent("payment.part", to: "PART")
                        OnEvent("payment.waiting", to: "WAITING")
                        OnEvent("payment.capped", to: "CAPPED")
                    }.untimed()
                    State("PART", "部分支付", "Part") { OnEvent("payment.paid", to: "PAID") }.untimed()
                    State("WAITING", "轮候", "Waiting") {
                        OnEvent("payment.withdrawn", to: "CAPPED")
                        OnEvent("payment.paid", to: "PAID")
                        OnEvent("payment.part", to: "PART")
                    }.untimed()
                    State("PAID", "已付", "Paid") {
                        Action("recover", "追回", "Recover", by: "clerk", to: "PAID") {
                            Field("back", "金额", "Amount", .money).required()
                            Recovers(given("back"))
                        }
                        Action("done", "办结", "Done", by: "clerk", to: "DONE")
                    }.untimed()
                    State("CAPPED", "已达上限", "Capped") { Action("done", "办结", "Done", by: "clerk", to: "DONE") }
                        .untimed()
                    Final("DONE", "办结", "Done")
                }
            }
        }
    }

    private static func daemon(
        _ budget: Int64,
        _ fund: Fund = Fund("help", "救助资金", "Help")
    ) async throws -> TestDaemon {
        let daemon = try TestDaemon(Self.town(fund), at: "2022-07-12T09:00:00+08:00")
        if budget > 0 { try await daemon.appropriate(Fen(budget), to: "help", as: Self.head) }
        return daemon
    }

    private static func claim(
        _ amount: Int64,
        _ daemon: TestDaemon,
        _ who: String = "li",
        _ action: String = "pay"
    ) async throws -> String {
        let number = try await daemon.open("claim", as: Self.clerk, ["amount": .integer(amount), "who": .string(who)])
        try await daemon.act(number, action, as: Self.clerk)
        return number
    }

    private static func code(_ body: () async throws -> Void) async throws -> String? {
        do {
            try await body()
            return nil
        } catch EngineError.refused(let refusal) {
            return refusal.code
        }
    }

    @Test("A payment takes the balance down and stands in the ledger; the fund of 5,000,000 pays 150,000")
    func pays() async throws {
        let daemon = try await Self.daemon(500_000_000)
        let number = try await Self.claim(15_000_000, daemon)
        #expect(try daemon.state(of: number) == "PAID")
        #expect(try daemon.account("help").balance == 485_000_000)
        let ledger = try daemon.ledger("help")
        #expect(ledger.map(\.kind) == [.budget, .pay])
        #expect(ledger.map(\.amount) == [500_000_000, -15_000_000])
        #expect(ledger.map(\.balance) == [500_000_000, 485_000_000])
        #expect(ledger.last?.caseNumber == number && ledger.last?.by == "ann")
        #expect(try daemon.ledgerFaults("help").isEmpty)
    }

    @Test(
        "First come, first served: 400.00 yuan are left, 555.83 asked: 400.00 are paid, 155.83 wait, and so do others"
    )
    func partly() async throws {
        let daemon = try await Self.daemon(40_000)
        let first = try await Self.claim(55_583, daemon)
        let second = try await Self.claim(100, daemon, "wu")
        let payment = try #require(try daemon.payments(of: first).first)
        #expect(payment.paid == 40_000 && payment.waiting == 15_583 && payment.state == .part)
        #expect(try daemon.state(of: first) == "PART")
        #expect(try daemon.state(of: second) == "WAITING")
        #expect(try daemon.account("help").waiting == 15_683)
        // One fen short of the first, then the fen, then the second.
        try await daemon.appropriate(Fen(15_582), to: "help", as: Self.head)
        #expect(try daemon.state(of: first) == "PART")
        #expect(try daemon.state(of: second) == "WAITING")
        try await daemon.appropriate(Fen(1), to: "help", as: Self.head)
        #expect(try daemon.state(of: first) == "PAID")
        #expect(try daemon.state(of: second) == "WAITING")
        try await daemon.appropriate(Fen(100), to: "help", as: Self.head)
        #expect(try daemon.state(of: second) == "PAID")
        #expect(try daemon.account("help").balance == 0 && daemon.account("help").waiting == 0)
        #expect(try daemon.ledgerFaults("help").isEmpty)
    }

    @Test("The balance to the fen pays whole; one fen more pays in part")
    func toTheFen() async throws {
        let exact = try await Self.daemon(1_000)
        #expect(try await exact.state(of: Self.claim(1_000, exact)) == "PAID")
        let short = try await Self.daemon(1_000)
        #expect(try await short.state(of: Self.claim(1_001, short)) == "PART")
        let empty = try await Self.daemon(0)
        #expect(try await empty.state(of: Self.claim(1, empty)) == "WAITING")
        #expect(try await empty.state(of: Self.claim(0, empty, "wu")) == "PAID")
    }

    @Test("A fund that pays nothing in part lets a payment wait whole, and those behind it too")
    func whole() async throws {
        let daemon = try await Self.daemon(1_000, Fund("help", "救助资金", "Help", paysInPart: false))
        let large = try await Self.claim(1_001, daemon)
        let small = try await Self.claim(10, daemon, "wu")
        #expect(try daemon.state(of: large) == "WAITING")
        #expect(try daemon.state(of: small) == "WAITING")
        let payment = try #require(try daemon.payments(of: large).first)
        try await daemon.withdrawPayment(payment.number, as: Self.head)
        #expect(try daemon.payments(of: large).first?.state == .withdrawn)
        #expect(try daemon.state(of: large) == "CAPPED")
        #expect(try daemon.state(of: small) == "PAID")
        #expect(try daemon.account("help").balance == 990)
        #expect(
            try await Self.code { try await daemon.withdrawPayment(payment.number, as: Self.head) } == "NOT_WAITING"
        )
    }

    @Test("A payment waits while the balance is below a fifth of the budget, and is paid at a fifth")
    func floor() async throws {
        let daemon = try await Self.daemon(1_000, Fund("help", "救助资金", "Help", waitsBelow: 20))
        #expect(try await daemon.state(of: Self.claim(800, daemon, "a")) == "PAID")
        #expect(try daemon.account("help").balance == 200)
        #expect(try await daemon.state(of: Self.claim(1, daemon, "b")) == "PAID")
        let waits = try await Self.claim(1, daemon, "c")
        #expect(try daemon.state(of: waits) == "WAITING")
        // 199 + 1 of 1,000 + 1: still below; 200 of 1,000 is not.
        let first = try await Self.claim(1, daemon, "d")
        try await daemon.appropriate(Fen(1), to: "help", as: Self.head)
        #expect(try daemon.state(of: waits) == "WAITING")
        try await daemon.appropriate(Fen(1), to: "help", as: Self.head)
        #expect(try daemon.account("help").budget == 1_002)
        #expect(try daemon.state(of: waits) == "PAID")
        #expect(try daemon.state(of: first) == "WAITING")
    }

    @Test("A payment and a payee get no more than the caps, counted over the account")
    func caps() async throws {
        let fund = Fund("help", "救助资金", "Help", each: .year, paymentCap: Fen(600), payeeCap: Fen(1_000))
        let daemon = try await Self.daemon(100_000, fund)
        func granted(_ amount: Int64, _ who: String) async throws -> Int64? {
            try await daemon.payments(of: Self.claim(amount, daemon, who)).first?.granted
        }
        #expect(try await granted(600, "li") == 600)
        #expect(try await granted(601, "wu") == 600)
        #expect(try await granted(500, "li") == 400)
        let capped = try await Self.claim(1, daemon, "li")
        #expect(try daemon.state(of: capped) == "CAPPED")
        #expect(try daemon.payments(of: capped).first?.state == .capped)
        // What came back counts no more, and next year counts anew.
        let case1 = try #require(try daemon.ledger("help").first { $0.kind == .pay }?.caseNumber)
        try await daemon.recover(Fen(50), for: case1, as: Self.head)
        #expect(try await granted(100, "li") == 50)
        try await daemon.advance(to: "2023-01-01T00:00:00+08:00")
        try await daemon.appropriate(Fen(2_000), to: "help", as: Self.head)
        #expect(try await granted(600, "li") == 600)
    }

    @Test("Each year has its own money; what waits at its end goes over only when somebody decides so, in its order")
    func years() async throws {
        let daemon = try await Self.daemon(100, Fund("help", "救助资金", "Help", each: .year))
        let first = try await Self.claim(150, daemon, "a")
        let second = try await Self.claim(20, daemon, "b")
        try await daemon.advance(to: "2023-01-03T09:00:00+08:00")
        try await daemon.appropriate(Fen(60), to: "help", as: Self.head)
        #expect(try daemon.state(of: first) == "PART")
        #expect(try daemon.state(of: second) == "WAITING")
        #expect(try await daemon.carry("help", from: "2022", to: "2023", as: Self.head) == 2)
        #expect(try daemon.state(of: first) == "PAID")
        #expect(try daemon.state(of: second) == "PART")
        #expect(try daemon.account("help", "2022").waiting == 0)
        #expect(try daemon.account("help", "2023").waiting == 10)
        #expect(try daemon.payments(of: first).map(\.granted) == [100, 50])
        #expect(try daemon.ledgerFaults("help", "2022").isEmpty && daemon.ledgerFaults("help", "2023").isEmpty)
        await #expect(throws: EngineError.self) { try await daemon.carry("help", from: "2023", to: "2023") }
        #expect(throws: EngineError.self) { try daemon.account("help", "ALL") }
    }

    @Test("What comes back goes to those who bore it, in proportion, at most what was paid, and pays what waits")
    func recovers() async throws {
        let daemon = try await Self.daemon(80)
        let shared = try await Self.claim(100, daemon, "a", "share")
        #expect(try daemon.account("help").balance == 0)
        #expect(try daemon.account("bank").balance == -20)
        let waits = try await Self.claim(4, daemon, "b")
        #expect(try await Self.code { try await daemon.recover(Fen(101), for: shared, as: Self.head) } == "TOO_MUCH")
        try await daemon.act(shared, "recover", as: Self.clerk, ["back": 10])
        #expect(try daemon.payments(of: shared).map(\.recovered) == [8, 2])
        #expect(try daemon.account("bank").balance == -18)
        // The four fen that waited are paid out of the eight.
        #expect(try daemon.state(of: waits) == "PAID")
        #expect(try daemon.account("help").balance == 4)
        try await daemon.recover(Fen(90), for: shared, as: Self.head)
        #expect(try daemon.payments(of: shared).map(\.kept) == [0, 0])
        #expect(try await Self.code { try await daemon.recover(Fen(1), for: shared, as: Self.head) } == "TOO_MUCH")
        #expect(try daemon.ledgerFaults("help").isEmpty && daemon.ledgerFaults("bank").isEmpty)
    }

    @Test("A suspended case is paid, and hears of it when it goes on")
    func suspended() async throws {
        let daemon = try await Self.daemon(0)
        let number = try await Self.claim(10, daemon)
        try await daemon.act(number, "suspend", as: Self.clerk, ["reason": "OTHER_BUREAU", "note": "等"])
        try await daemon.appropriate(Fen(10), to: "help", as: Self.head)
        #expect(try daemon.payments(of: number).first?.state == .paid)
        #expect(try daemon.state(of: number) == "SUSPENDED")
        try await daemon.act(number, "resume", as: Self.clerk)
        #expect(try daemon.state(of: number) == "PAID")
    }

    @Test("A budget goes down to what is left, not below; only who answers for the bureau decides, with a reason")
    func deciding() async throws {
        let daemon = try await Self.daemon(100)
        _ = try await Self.claim(40, daemon)
        #expect(
            try await Self.code { try await daemon.appropriate(Fen(-61), to: "help", as: Self.head) } == "OVERDRAWN"
        )
        try await daemon.appropriate(Fen(-60), to: "help", as: Self.head)
        #expect(try daemon.account("help").balance == 0)
        #expect(try await Self.code { try await daemon.appropriate(Fen(1), to: "help", as: Self.clerk) } != nil)
        #expect(try await Self.code { try await daemon.appropriate(Fen(1), to: "bank", as: Self.head) } == "UNLIMITED")
        #expect(try await Self.code { try await daemon.appropriate(Fen(1), to: "none", as: Self.head) } == "NO_FUND")
        await #expect(throws: EngineError.self) { try await daemon.appropriate(Fen(0), to: "help", as: Self.head) }
        await #expect(throws: EngineError.self) {
            try await daemon.appropriate(Fen(1), to: "help", reason: "", as: Self.head)
        }
        #expect(try daemon.ledger("help").count == 3)
    }

    @Test("A sum that does not fit in 64 bits is refused, and nothing changes")
    func tooLarge() async throws {
        let daemon = try await Self.daemon(.max)
        #expect(try await Self.code { try await daemon.appropriate(Fen(1), to: "help", as: Self.head) } == "AMOUNT")
        #expect(try daemon.account("help").balance == .max)
        #expect(try daemon.ledger("help").count == 1)
    }

    @Test("More payments than are paid in one turn are all paid, in their order, by turns")
    func turns() async throws {
        let daemon = try await Self.daemon(0)
        let count = Int64(MoneyDesk.servedAtOnce + 1)
        var last = ""
        for _ in 0..<count { last = try await Self.claim(1, daemon) }
        try await daemon.appropriate(Fen(count), to: "help", as: Self.head)
        try await daemon.advance(to: "2022-07-12T09:00:01+08:00")
        #expect(try daemon.account("help").waiting == 0)
        #expect(try daemon.state(of: last) == "PAID")
        let paid = try daemon.ledger("help").filter { $0.kind == .pay }.compactMap(\.payment)
        #expect(paid.count == Int(count) && paid == paid.sorted())
    }

    @Test("A ledger somebody tampered with does not add up")
    func tampered() {
        var account = FundAccount(bureau: "town", fund: "help", name: "ALL")
        func check(_ entries: [LedgerEntry]) -> [String] {
            var check = LedgerCheck()
            for entry in entries { check.add(entry) }
            check.end(account)
            return check.faults.map(\.en)
        }
        var entries: [LedgerEntry] = []
        for (kind, amount) in [(.budget, 100), (.pay, -30), (.recover, 5)] as [(LedgerEntry.Kind, Int64)] {
            guard let entry = try? account.book(kind, amount, at: 0, by: "fan") else { return }
            entries.append(entry)
        }
        #expect(entries.count == 3 && check(entries).isEmpty)
        var changed = entries
        changed[1].amount = -20
        #expect(check(changed) == ["the balance after line 2 does not agree"])
        #expect(
            check([entries[0], entries[2]]) == [
                "line 2 is missing", "the balance after line 3 does not agree",
            ]
        )
        account.paid += 1
        #expect(check(entries) == ["budget, payments and recoveries do not make the balance"])
        account.entries = 4
        #expect(check(entries).contains("the account counts 4 lines, the ledger has 3"))
    }
}
