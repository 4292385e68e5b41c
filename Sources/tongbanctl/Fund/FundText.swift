// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanAPI

/// Money in the words of a terminal: in yuan.
enum FundText {
    static func table(_ accounts: [MoneyInterface.Account], _ console: Console) -> Table {
        var table = Table(
            console.text("部门", "BUREAU"),
            console.text("资金", "FUND"),
            console.text("账户", "ACCOUNT"),
            console.text("预算", "BUDGET"),
            console.text("已支付", "PAID"),
            console.text("已追回", "RECOVERED"),
            console.text("余额", "BALANCE"),
            console.text("轮候", "WAITING")
        )
        for one in accounts {
            table.add(
                one.bureau,
                "\(one.fund) \(console.text(one.zh, one.en))",
                one.account,
                one.limited ? Self.yuan(one.budget) : "—",
                Self.yuan(one.paid),
                Self.yuan(one.recovered),
                Self.yuan(one.balance),
                Self.yuan(one.waiting)
            )
        }
        return table
    }

    static func table(_ entries: [MoneyInterface.Entry], _ console: Console) -> Table {
        var table = Table(
            "#",
            console.text("时间", "AT"),
            console.text("事由", "WHAT"),
            console.text("金额", "AMOUNT"),
            console.text("余额", "BALANCE"),
            console.text("办件", "CASE"),
            console.text("经办", "BY"),
            console.text("说明", "NOTE")
        )
        for entry in entries {
            table.add(
                String(entry.number),
                Format.moment(entry.at, console.language),
                console.text(entry.kindZh, entry.kindEn),
                Self.yuan(entry.amount),
                Self.yuan(entry.balance),
                entry.case ?? "",
                entry.by,
                entry.note ?? ""
            )
        }
        return table
    }

    static func table(_ payments: [MoneyInterface.Payment], _ console: Console) -> Table {
        var table = Table(
            console.text("支付", "PAYMENT"),
            console.text("办件", "CASE"),
            console.text("资金", "FUND"),
            console.text("申请", "ASKED"),
            console.text("核定", "GRANTED"),
            console.text("已支付", "PAID"),
            console.text("轮候", "WAITING"),
            console.text("已追回", "RECOVERED"),
            console.text("状态", "STATE")
        )
        for one in payments {
            table.add(
                one.number,
                one.case,
                "\(one.fund) \(one.account)",
                Self.yuan(one.asked),
                Self.yuan(one.granted),
                Self.yuan(one.paid),
                Self.yuan(one.waiting),
                Self.yuan(one.recovered),
                "\(one.state) \(console.text(one.stateZh, one.stateEn))"
            )
        }
        return table
    }

    private static func yuan(_ fen: Int) -> String { Fen(Int64(fen)).description }
}
