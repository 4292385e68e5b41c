// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import Testing
import TongbanModel

@Suite("Declarations of funds")
struct FundDeclarationTests {
    private static func faults(_ fund: Fund, _ change: (inout FundDeclaration) -> Void = { _ in }) -> [String] {
        var bureau = FundRuleTests.town(fund).declaration
        if var declared = bureau.funds?.first {
            change(&declared)
            bureau.funds?[0] = declared
        }
        return DeclarationCheck.faults(in: bureau).map { "\($0.place): \($0.message.en)" }
    }

    @Test("A fund that is well declared has no fault, at each limit of its own")
    func well() {
        #expect(Self.faults(Fund("help", "救助", "Help")).isEmpty)
        #expect(Self.faults(Fund("help", "救助", "Help", paymentCap: Fen(1), waitsBelow: 1)).isEmpty)
        #expect(Self.faults(Fund("help", "救助", "Help", payeeCap: Fen(1), waitsBelow: 100)).isEmpty)
    }

    @Test("Each fault of a fund is named")
    func faults() {
        #expect(Self.faults(Fund("help", "救助", "Help", paymentCap: Fen(0))) == ["fund/help: a cap is more than 0"])
        #expect(Self.faults(Fund("help", "救助", "Help", payeeCap: Fen(-1))) == ["fund/help: a cap is more than 0"])
        for percent in [0, 101] {
            #expect(
                Self.faults(Fund("help", "救助", "Help", waitsBelow: percent)) == [
                    "fund/help: payments wait below 1 to 100 per cent"
                ]
            )
        }
        #expect(
            Self.faults(Fund("help", "救助", "Help", isUnlimited: true, waitsBelow: 20)) == [
                "fund/help: a fund without a budget has no share below which payments wait"
            ]
        )
        #expect(
            Self.faults(Fund("help", "救助", "Help")) { $0.id = "Help" }.contains(
                "fund/Help: an id has 1 to 64 of a-z, 0-9, - and _"
            )
        )
        #expect(
            Self.faults(Fund("help", "救助", "Help")) { $0.id = "bank" }.contains(
                "fund/bank: this fund is declared twice"
            )
        )
        #expect(Self.faults(Fund("aid", "救助", "Help")).contains("claim/OPEN: no fund help is declared"))
    }

    @Test("The effects of paying and recovering read back as they were written")
    func effects() throws {
        for effect in [
            Effect.pay(fund: "help", amount: 5, payee: "li"), .pay(fund: "help", amount: 0), .recover(amount: 7),
        ] {
            #expect(try Effect(json: effect.json) == effect)
        }
        let half: JSON = ["effect": "pay", "fund": "help", "amount": 0.5]
        #expect(throws: EffectError.self) { try Effect(json: half) }
    }
}
