// SPDX-License-Identifier: Apache-2.0

import TongbanAPI

/// Public notices in the words of a terminal, and of a board.
enum PublicNoticeText {
    static func table(_ notices: [PublicNoticesInterface.Notice], _ console: Console) -> Table {
        var table = Table(
            console.text("公示", "NOTICE"),
            console.text("事由", "TITLE"),
            console.text("部门", "BUREAU"),
            console.text("办件", "CASE"),
            console.text("开始", "START"),
            console.text("截止", "END"),
            console.text("状态", "STATUS"),
            console.text("异议", "OBJECTIONS")
        )
        for one in notices {
            table.add(
                one.number,
                console.text(one.zh, one.en),
                one.bureau,
                one.case,
                one.start,
                one.end,
                "\(one.status) \(console.text(one.statusZh, one.statusEn))",
                String(one.objections)
            )
        }
        return table
    }

    static func show(_ output: PublicNoticesInterface.Get.Output, _ console: Console) {
        let one = output.notice
        console.line(Self.poster(one, console))
        console.line("\(console.text("状态", "status")): \(one.status) \(console.text(one.statusZh, one.statusEn))")
        console.line("\(console.text("办件", "case")): \(one.case) (\(one.bureau))")
        if let reason = output.reason { console.line("\(console.text("原因", "reason")): \(reason)") }
        guard !output.objections.isEmpty else {
            return console.line("\(console.text("异议", "objections")): \(one.objections)")
        }
        var table = Table(
            "#",
            console.text("时间", "AT"),
            console.text("何人", "WHO"),
            console.text("异议", "OBJECTION"),
            console.text("经办", "BY")
        )
        for objection in output.objections {
            table.add(
                String(objection.number),
                Format.moment(objection.at, console.language),
                objection.who,
                objection.text,
                objection.by
            )
        }
        console.line(table.text)
    }

    /// The notice as it is put up on a board.
    static func poster(_ notice: PublicNoticesInterface.Notice, _ console: Console) -> String {
        var lines = ["\(console.text("公示", "PUBLIC NOTICE")) \(notice.number)", console.text(notice.zh, notice.en), ""]
        for line in notice.lines {
            lines.append("\(console.text(line.zh, line.en)): \(console.text(line.valueZh, line.valueEn))")
        }
        lines += [
            "",
            console.text(
                "公示期:\(notice.start) 至 \(notice.end)(截止当日 24:00)。如有异议,请在公示期内提出。",
                "From \(notice.start) to \(notice.end), 24:00. Objections are taken until then."
            ),
        ]
        return lines.joined(separator: "\n")
    }
}
