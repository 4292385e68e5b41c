// SPDX-License-Identifier: Apache-2.0

import Civic

extension DeclarationCheck {
    static func moneyFaults(in bureau: BureauDeclaration) -> [Fault] {
        var faults: [Fault] = []
        var seen: Set<String> = []
        for fund in bureau.funds ?? [] {
            func fault(_ zh: String, _ en: String) {
                faults.append(Fault(place: "fund/\(fund.id)", message: Bilingual(zh, en)))
            }
            if !seen.insert(fund.id).inserted { fault("资金重复", "this fund is declared twice") }
            if !self.isID(fund.id) {
                fault("编号须为 1 至 64 个小写字母、数字、- 或 _", "an id has 1 to 64 of a-z, 0-9, - and _")
            }
            for cap in [fund.paymentCap, fund.payeeCap] where cap.map({ $0 <= 0 }) ?? false {
                fault("上限须大于 0", "a cap is more than 0")
            }
            if let percent = fund.waitsBelow, !(1...100).contains(percent) {
                fault("轮候线须为 1 至 100(%)", "payments wait below 1 to 100 per cent")
            }
            if !fund.hasBudget, fund.waitsBelow != nil {
                fault("没有预算的资金没有轮候线", "a fund without a budget has no share below which payments wait")
            }
        }
        for (place, id) in self.named(by: "pay", in: bureau) where !seen.contains(id) {
            faults.append(
                Fault(place: place, message: Bilingual("没有声明资金 \(id)", "no fund \(id) is declared"))
            )
        }
        return faults
    }
}
