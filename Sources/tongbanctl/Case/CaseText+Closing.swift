// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanAPI

/// Links, merging, ratings, corrections and attachments of a case as people read them.
extension CaseText {
    static func showClosing(_ shown: CasesInterface.Case, console: Console) {
        let language = console.language
        if let closedIn = shown.closedIn, closedIn != shown.summary.state {
            console.say("办结时状态:\(closedIn)", "closed in: \(closedIn)")
        }
        let merged = shown.linked.filter { $0.kind == "merges" }
        for link in shown.linked where link.kind != "merges" {
            console.line("  \(Self.name(of: link.kind, console)): \(link.number)")
        }
        if !merged.isEmpty {
            let first = merged.prefix(5).map(\.number).joined(separator: ", ") + (merged.count > 5 ? " …" : "")
            console.say("并入本件 \(merged.count) 件:\(first)", "merged into this: \(merged.count): \(first)")
        }
        if let merge = shown.merge {
            console.say(
                "自 \(Format.moment(merge.at, language)) 起并入 \(merge.main)",
                "merged into \(merge.main) since \(Format.moment(merge.at, language))"
            )
            if let answer = merge.answer { console.say("单独答复:\(answer)", "its own answer: \(answer)") }
            if let zh = merge.zh, let en = merge.en { console.say("答复:\(zh)", "answered: \(en)") }
        }
        if let rework = shown.rework {
            console.say("重办:\(rework.of)(评价 \(rework.grade))", "does \(rework.of) anew (rated \(rework.grade))")
        }
        for rating in shown.ratings {
            let anew = rating.rework.map { console.text(",重办 \($0)", ", anew as \($0)") } ?? ""
            console.say(
                "评价 \(Format.moment(rating.at, language)):\(rating.grade) \(rating.zh)\(anew)",
                "rated \(Format.moment(rating.at, language)): \(rating.grade) \(rating.en)\(anew)"
            )
        }
        for amendment in shown.amendments { self.show(amendment, console) }
        if !shown.attachments.isEmpty {
            console.line(
                Self.attachments(
                    shown.attachments.map {
                        .init(
                            hash: $0.hash,
                            name: $0.name,
                            type: $0.type,
                            size: $0.size,
                            class: $0.class,
                            by: $0.by,
                            at: $0.at
                        )
                    },
                    console
                ).text
            )
        }
    }

    private static func show(_ amendment: CasesInterface.Amendment, _ console: Console) {
        let state =
            switch amendment.approved {
            case nil: console.text("待批", "waiting")
            case true?: console.text("已批准", "approved") + " (\(amendment.decidedBy ?? ""))"
            case false?: console.text("已驳回", "rejected") + " (\(amendment.decidedBy ?? ""))"
            }
        console.say(
            "更正 \(amendment.id) [\(state)] \(amendment.by):\(amendment.reason)",
            "correction \(amendment.id) [\(state)] \(amendment.by): \(amendment.reason)"
        )
        let before = (try? amendment.before.parsed()) ?? .null
        for member in (try? amendment.after.parsed().objectValue) ?? [:] {
            console.line(
                "  \(member.name): \(Format.value(before[member.name] ?? .null)) → \(Format.value(member.value))"
            )
        }
    }

    static func attachments(_ attachments: [AttachmentsInterface.Attachment], _ console: Console) -> Table {
        var table = Table(
            console.text("附件", "ATTACHMENT"),
            console.text("大小", "SIZE"),
            console.text("类别", "CLASS"),
            console.text("添加", "BY"),
            "SHA-256",
            rightAligned: [1]
        )
        for attachment in attachments {
            table.add(attachment.name, String(attachment.size), attachment.class, attachment.by, attachment.hash)
        }
        return table
    }

    private static func name(of kind: String, _ console: Console) -> String {
        switch kind {
        case "parent": console.text("上级办件", "parent")
        case "child": console.text("子办件", "child")
        case "duplicateOf": console.text("重复于", "duplicate of")
        case "duplicate": console.text("重复件", "duplicate")
        case "mergedInto": console.text("并入", "merged into")
        case "appealOf": console.text("申诉对象", "appeal against")
        case "appeal": console.text("申诉", "appeal")
        case "reworkOf": console.text("重办对象", "does anew")
        case "rework": console.text("重办", "done anew as")
        default: console.text("相关", "related")
        }
    }
}
