// SPDX-License-Identifier: Apache-2.0

import TongbanAPI

/// Messages in the words of a terminal.
enum MessageText {
    static func table(_ messages: [MessagesInterface.Message], _ next: String?, _ console: Console) {
        guard !messages.isEmpty else { return console.say("没有消息。", "no messages") }
        var table = Table(
            console.text("消息", "MESSAGE"),
            console.text("办件", "CASE"),
            console.text("收件人", "TO"),
            console.text("主题", "TOPIC"),
            console.text("渠道", "CHANNEL"),
            console.text("状态", "STATUS"),
            console.text("尝试", "TRIES"),
            console.text("下次", "NEXT")
        )
        for one in messages {
            table.add(
                one.number,
                one.case ?? "",
                one.to,
                one.topic,
                console.text(one.channelZh ?? "", one.channelEn ?? ""),
                console.text(one.statusZh, one.statusEn),
                "\(one.tries)",
                one.next.map { Format.moment($0, console.language) } ?? ""
            )
        }
        console.line(table.text)
        if let next { console.say("还有更多:--after \(next)", "more: --after \(next)") }
    }

    static func show(_ output: MessagesInterface.Get.Output, _ console: Console) {
        self.table([output.message], nil, console)
        console.line(console.text(output.message.zh, output.message.en))
        if let replaced = output.replaced {
            console.say(
                "短文本(原文不宜外发:\(replaced)):\(output.shortZh)",
                "short text (the other may not travel: \(replaced)): \(output.shortEn)"
            )
        }
        for entry in output.history {
            console.line(
                "  \(Format.moment(entry.at, console.language)) \(entry.channel ?? "") \(entry.what) \(entry.detail ?? "")"
            )
        }
    }
}
