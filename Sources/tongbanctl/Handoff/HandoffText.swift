// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import TongbanAPI
import Varlink

/// Hand-offs in the words of a terminal, and of a printed slip.
enum HandoffText {
    static func table(_ handoffs: [HandoffsInterface.Handoff], _ console: Console) -> Table {
        var table = Table(
            console.text("移交单", "HAND-OFF"),
            console.text("事项", "MATTER"),
            console.text("办件", "CASE"),
            console.text("承办单位", "TO"),
            console.text("缓急", "URGENCY"),
            console.text("状态", "STATE"),
            console.text("期限", "DUE"),
            console.text("超期", "BREACHED")
        )
        for one in handoffs {
            table.add(
                one.number,
                console.text(one.zh, one.en),
                one.case,
                console.text(one.toZh, one.toEn),
                one.urgency,
                "\(one.state) \(console.text(one.stateZh, one.stateEn))",
                Self.due(one, console),
                one.breaches.joined(separator: ", ")
            )
        }
        return table
    }

    static func answer(_ output: some JSONWritable, _ handoff: HandoffsInterface.Handoff, _ console: Console) {
        guard !console.wantsJSON else { return console.json(output) }
        let due = Self.due(handoff, console)
        let state = "\(handoff.state) \(console.text(handoff.stateZh, handoff.stateEn))"
        console.line("\(handoff.number)  \(state)" + (due.isEmpty ? "" : console.text(",至 \(due)", ", until \(due)")))
    }

    static func show(_ output: HandoffsInterface.Get.Output, _ console: Console) throws {
        let one = output.handoff
        console.line("\(one.number)  \(console.text(one.zh, one.en))")
        console.line("\(console.text("状态", "state")): \(one.state) \(console.text(one.stateZh, one.stateEn))")
        let due = Self.due(one, console)
        if !due.isEmpty { console.line("\(console.text("期限", "due")): \(due)") }
        console.line("\(console.text("移交部门", "from")): \(one.bureau) (\(one.case))")
        let receiver = one.receiverCase.map { " (\($0))" } ?? ""
        console.line("\(console.text("承办单位", "to")): \(console.text(one.toZh, one.toEn))\(receiver)")
        console.line("\(console.text("缓急", "urgency")): \(one.urgency)")
        if !one.request.isEmpty { console.line("\(console.text("请求", "request")): \(one.request)") }
        for member in try output.data.parsed().objectValue ?? [:] {
            console.line("  \(member.name): \(Format.value(member.value))")
        }
        for hash in output.attachments { console.line("\(console.text("附件", "file")): \(hash)") }
        if let result = output.result { console.line("\(console.text("结果", "result")): \(result)") }
        for hash in output.evidence { console.line("\(console.text("证据", "evidence")): \(hash)") }
        var table = Table(console.text("时间", "AT"), console.text("经过", "WHAT"), console.text("何人", "BY"), "")
        for event in output.events {
            let more = [event.to.map { "→ \($0)" }, event.text].compactMap { $0 }.joined(separator: " ")
            table.add(Format.moment(event.at, console.language), event.what, event.by, more)
        }
        console.line("")
        console.line(table.text)
    }

    /// What is handed over on paper, with room for the receiver's answer.
    static func slip(_ output: HandoffsInterface.Get.Output, _ console: Console) throws -> String {
        let one = output.handoff
        var lines = [
            console.text("移 交 单", "HAND-OFF"),
            "",
            "\(console.text("编号", "Number")): \(one.number)",
            "\(console.text("致", "To")): \(console.text(one.toZh, one.toEn))",
            "\(console.text("移交部门", "From")): \(one.bureau) (\(one.case))",
            "\(console.text("事项", "Matter")): \(console.text(one.zh, one.en))",
            "\(console.text("缓急", "Urgency")): \(one.urgency)",
        ]
        if let sent = output.events.first {
            lines.append("\(console.text("日期", "Date")): \(Format.moment(sent.at, console.language))")
        }
        lines += ["", "\(console.text("请求", "Request")):", "  \(one.request)", ""]
        for member in try output.data.parsed().objectValue ?? [:] {
            lines.append("  \(member.name): \(Format.value(member.value))")
        }
        lines += [
            "",
            console.text("签收人:____________  日期:____________", "Taken by: ____________  Date: ____________"),
            console.text(
                "退办:主管单位 ____________  理由 ____________",
                "Sent back: competent ____________  reason ____________"
            ),
            console.text("办理结果:", "Result:"),
            "",
            "______________________________________________",
            console.text("承办人:____________  日期:____________", "Done by: ____________  Date: ____________"),
        ]
        return lines.joined(separator: "\n")
    }

    private static func due(_ one: HandoffsInterface.Handoff, _ console: Console) -> String {
        guard let due = one.due else { return "" }
        let moment = Format.due(due, console.language)
        return one.provisional ? moment + console.text("(暂定)", " (provisional)") : moment
    }
}
