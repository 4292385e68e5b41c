// SPDX-License-Identifier: Apache-2.0

import BureauKit

/// Reports of violations (举报): whether a case is filed, and whoever gave a name is told.
///
/// A report is no dispute: it goes on when a complaint about the same is withdrawn, and when who reported takes it back.
///
/// Source: as complaints; Provisions on Procedures for Administrative Penalties in Market Supervision, article 18.
extension Market {
    static var report: Item {
        Item(
            "report",
            "举报",
            "Report",
            about: (
                "对违法行为的举报,限期决定是否立案,实名的告知举报人。",
                "A report of a violation: whether a case is filed is decided in time, and whoever gave a name is told."
            ),
            openedBy: ["citizen", "agent", "village", "bureau"],
            unique: ["respondent", "matter"],
            subject: "reporter",
            area: "village_code"
        ) {
            Form {
                Field("source", "来源", "Source", oneOf: Self.sources).required()
                Field("reporter", "举报人", "Reporter").sensitive().seenBy("bureau", "head")
                    .help("匿名的不填", "none when the report is anonymous")
                Field("phone", "联系电话", "Telephone", .mobile).sensitive().seenBy("bureau", "head")
                Field("respondent", "被举报人", "Respondent").required()
                Field("matter", "事项", "Matter").required().between(1, 500)
                Field("village_code", "所属村(社区)", "Village", .area)
                Self.platformFields
                Field("complaint", "相关投诉", "Complaint")
            }
            Detached()
            Reached(mobile: "phone")
            Suspends(in: "RECEIVED", by: "bureau", atMost: RuleBook.current.limit("suspension.limit"), deciders: "head")
            Flow(initial: "RECEIVED") {
                Self.receivedReport
                Self.decidedReport
                Self.handedOnState(back: "RECEIVED")
                Final("REPORTER_TOLD", "已告知举报人", "Reporter told")
                Final("CLOSED", "已决定(匿名,无需告知)", "Decided; nobody to be told")
                Final("HANDED_OVER", "已移交", "Handed over")
            }
            // From Order No. 121 on, what several people report is one matter.
            Merging(by: "bureau", repeats: rule("report.merge") == true)
        }
    }

    private static var receivedReport: State {
        State("RECEIVED", "已收到", "Received") {
            OnEntry { Sets("basis", to: rule("complaint.basis")) }
            Deadline(
                "decide",
                "决定是否立案",
                "Decide whether to file",
                .rule("report.decide"),
                source: "市场监督管理行政处罚程序规定 第18条"
            )
            Work("decide", "核查并决定", "Verify and decide", for: "bureau", "inspector")
            Action("check", "核查", "Verify", by: "inspector") {
                Field("finding", "核查情况", "Finding").required().between(1, 2_000)
            }
            Action("file", "立案", "File a case", by: "bureau", "head", to: "FILED", notBy: ["open", "check"]) {
                Self.ownJurisdiction
                Sets("case_no", to: text("LA-", caseNumber))
                Records(
                    in: "filing",
                    key: text("LA-", caseNumber),
                    [
                        "case_no": text("LA-", caseNumber), "source": caseNumber, "respondent": value("respondent"),
                        "filed_on": today, "filed_by": actor,
                    ]
                )
            }
            Action("notFile", "不予立案", "Do not file", by: "bureau", "head", to: "NOT_FILED", notBy: ["open", "check"]) {
                Field("reason", "理由", "Reason").required()
            }
            Action("extend", "延长核查", "Extend", by: "head") {
                Field("extension_reason", "理由", "Reason").required()
                Extends("decide", by: rule("report.extension"))
            }
            Self.handOn
            Self.crime
            // The matter is looked into all the same.
            Action("withdraw", "撤回举报", "Withdraw", by: "citizen", "agent") { Marks("WITHDRAWN") }.whileSuspended()
        }
    }

    private static var decidedReport: State {
        State("DECIDED", "已决定", "Decided", initial: "FILED") {
            Deadline(
                "tell",
                "告知举报人",
                "Tell the reporter",
                .rule("report.tell"),
                source: "市场监督管理投诉举报处理暂行办法 第31条"
            )
            When(!value("reporter").exists, to: "CLOSED")
            Action("tell", "告知举报人", "Tell the reporter", by: "bureau", to: "REPORTER_TOLD") {
                Submits("complaint.notice", ["decision": value("decision"), "item": "report"])
            }
            State("FILED", "已立案", "Filed") { Sets("decision", to: "FILED") }
            State("NOT_FILED", "不予立案", "Not filed") { Sets("decision", to: "NOT_FILED") }
        }
    }
}
