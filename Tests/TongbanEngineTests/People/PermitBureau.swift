// SPDX-License-Identifier: Apache-2.0

import BureauKit

/// A bureau whose matters are worked on by people alone.
enum PermitBureau {
    static let definition = BureauDefinition(
        "permit",
        "许可",
        "Permits",
        about: ("测试用的部门。", "A bureau for tests."),
        prefix: "XK"
    ) {
        Role("clerk", "科员", "Clerk")
        Role("head", "负责人", "Head")
        Role("dispatcher", "派遣员", "Dispatcher")
        Self.permit
        Self.visit
    }

    /// A clerk proposes, a head decides, and never the same person.
    static let permit = Item(
        "permit",
        "许可",
        "Permit",
        about: ("提出、决定。", "Proposed and decided."),
        openedBy: ["citizen", "clerk"],
        subject: "who",
        area: "area"
    ) {
        Form {
            Field("who", "何人", "Who").required()
            Field("area", "区域", "Area", .area)
        }
        Flow(initial: "REVIEW") {
            State("REVIEW", "审查", "Review") {
                Deadline("review", "审查", "Review", .workingDays(5))
                Action("propose", "拟同意", "Propose", by: "clerk", to: "DECISION")
                Action("extend", "延长", "Extend", by: "clerk", "head") { Extends("review", by: Limit(5, .workingDays)) }
                Action("note", "记录", "Note", by: "clerk")
                Action("withdraw", "撤回", "Withdraw", by: "citizen", to: "WITHDRAWN")
            }
            State("DECISION", "待决定", "Decision") {
                Deadline("decide", "决定", "Decide", .workingDays(3), then: "LAPSED")
                Action("approve", "批准", "Approve", by: "head", to: "APPROVED", notBy: ["propose"])
                Action("sendBack", "退回", "Send back", by: "head", to: "REVIEW", notBy: ["propose"])
            }
            Final("APPROVED", "已批准", "Approved")
            Final("WITHDRAWN", "已撤回", "Withdrawn")
            Final("LAPSED", "逾期", "Lapsed")
        }
    }

    /// Work that is declared: it must be held, and persons of every area may have it.
    static let visit = Item(
        "visit",
        "走访",
        "Visit",
        about: ("上门走访。", "A visit at home."),
        openedBy: ["clerk"],
        area: "area"
    ) {
        Form { Field("area", "区域", "Area", .area) }
        Flow(initial: "TODO") {
            State("TODO", "待走访", "To be made") {
                Deadline("visit", "走访", "Visit", .workingDays(10))
                Work("go", "上门", "Go there", for: "clerk", anywhere: true, priority: 3, mustHold: true)
                Action("done", "已走访", "Done", by: "clerk", to: "REPORT")
            }
            State("REPORT", "报告", "Report") {
                Deadline("report", "报告", "Report", .workingDays(2))
                Action("report", "报告", "Report", by: "clerk", to: "DONE")
            }
            .untasked()
            Final("DONE", "完成", "Done")
        }
    }
}
