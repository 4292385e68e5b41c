// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import TongbanModel

/// Complaints of consumers (投诉): a dispute with a business, accepted or refused, then mediated.
///
/// Source: Provisional Measures for Handling Complaints and Reports on Market Supervision (Order No. 20 of 2019, in force
/// from 1 January 2020), followed by the Measures of Order No. 121. A case keeps the order of the day it was received.
extension Market {
    static let sources: KeyValuePairs<String, (String, String)> = [
        "12315": ("12315 热线", "hotline 12315"), "12345": ("12345 热线", "hotline 12345"),
        "GRID": ("网格", "grid"), "WINDOW": ("窗口", "window"),
    ]

    static var complaint: Item {
        Item(
            "complaint",
            "投诉",
            "Complaint",
            about: (
                "消费者与经营者的争议,限期决定是否受理,受理后限期调解。",
                "A consumer's dispute with a business: accepted or refused, then mediated, each within its limit."
            ),
            openedBy: ["citizen", "agent", "village", "bureau"],
            unique: ["complainant", "respondent", "matter"],
            subject: "complainant",
            area: "village_code"
        ) {
            Form {
                Field(
                    "kind",
                    "类型",
                    "Kind",
                    someOf: ["COMPLAINT": ("投诉", "complaint"), "REPORT": ("同时举报", "report as well")]
                ).help("同时举报的另立举报件", "what is reported as well becomes a report of its own")
                Field("source", "来源", "Source", oneOf: Self.sources).required()
                Field("complainant", "投诉人", "Complainant").required().sensitive()
                Field("phone", "联系电话", "Telephone", .mobile).personal()
                Field("respondent", "被投诉人", "Respondent").required()
                Field("matter", "事项", "Matter").required().between(1, 500)
                Field("village_code", "所属村(社区)", "Village", .area)
                Self.platformFields
                Field("grid_case", "网格事件", "Case of the grid").onlyIf(value("source") == "GRID")
                Field("received_on", "收到时间", "Received at", .moment).onlyIf(value("source") == "GRID")
                Requires(
                    "USE_REPORT",
                    !form("kind").exists || form("kind").contains("COMPLAINT"),
                    "只举报、不投诉的,请用“举报”事项。",
                    "who only reports and has no dispute of his own opens a \"report\""
                )
            }
            Reached(mobile: "phone")
            Suspends(
                in: "RECEIVED",
                "ACCEPTED",
                by: "bureau",
                atMost: RuleBook.current.limit("suspension.limit"),
                deciders: "head"
            )
            Flow(initial: "RECEIVED") {
                Self.receivedComplaint
                Self.acceptedComplaint
                Self.terminatedComplaint
                Self.handedOnState(back: "RECEIVED")
                Final("REFUSED", "不予受理", "Refused")
                Final("MEDIATED", "调解结案", "Settled")
                Final("TOLD", "终止调解并已告知", "Mediation ended, and told")
                Final("WITHDRAWN", "已撤回", "Withdrawn")
                Final("HANDED_OVER", "已移交", "Handed over")
            }
            // The same complaint of the same person is handled with the first, and he is told.
            Merging(by: "bureau", repeats: rule("complaint.merge") == true)
            Rating(
                by: "citizen",
                "agent",
                callBack: ["callback"],
                rework: ReworkDeclaration(item: "rework", callBackBy: ["callback"])
            )
        }
    }

    /// Of what was bought on a platform.
    @ListBuilder<any ActionPart>
    static var platformFields: [any ActionPart] {
        Field("platform", "交易平台", "Platform")
        Field("address_hidden", "平台内经营者未公示地址", "The shop hides its address", .boolean)
        Field("platform_area", "平台住所地区划", "Area of the platform's seat", .area)
    }

    private static var receivedComplaint: State {
        State("RECEIVED", "已收到", "Received") {
            OnEntry {
                Sets("basis", to: rule("complaint.basis"))
                // Once: not again when a matter handed on comes back.
                If(value("kind").contains("REPORT") && value("reported") != true) {
                    Sets("reported", to: true)
                    Opens(
                        "report",
                        [
                            "source": value("source"), "reporter": value("complainant"), "phone": value("phone"),
                            "respondent": value("respondent"), "matter": value("matter"),
                            "village_code": value("village_code"), "complaint": caseNumber,
                        ]
                    )
                }
            }
            Deadline(
                "accept",
                "决定是否受理",
                "Accept or refuse",
                .rule("complaint.accept"),
                from: value("received_on"),
                source: "市场监督管理投诉举报处理暂行办法 第14条"
            )
            Work("RECEIVED", "已收到", "Received", for: "bureau", notBy: ["open"])
            Action("accept", "受理", "Accept", by: "bureau", to: "ACCEPTED", notBy: ["open"]) {
                Self.ownJurisdiction
                Sets("accepted_on", to: today)
            }
            Action("refuse", "不予受理", "Refuse", by: "bureau", to: "REFUSED", notBy: ["open"]) {
                Field("reason", "理由", "Reason").required()
                Field("competent", "有权处理的机关", "Competent body")
                Submits("complaint.notice", ["decision": "REFUSED"])
            }
            Self.handOn
            Self.crime
            Self.withdrawComplaint
            Self.deceased
        }
    }

    private static var acceptedComplaint: State {
        State("ACCEPTED", "已受理", "Accepted") {
            Deadline(
                "mediate",
                "调解",
                "Mediate",
                .rule("complaint.mediate"),
                then: "TERMINATED",
                intended: true,
                source: "市场监督管理投诉举报处理暂行办法 第21条"
            ) {
                Sets("outcome", to: "TERMINATED")
                Sets("terminated_for", to: "TIME")
            }
            Action("mediated", "达成调解", "Agreement reached", by: "bureau", to: "MEDIATED") {
                Field("agreement", "调解内容", "Agreement").required()
                Sets("outcome", to: "MEDIATED")
                Submits("complaint.notice", ["decision": "MEDIATED"])
            }
            Action("fail", "终止调解", "End mediation", by: "bureau", to: "TERMINATED") {
                Field("reason", "理由", "Reason").required()
                Sets("outcome", to: "TERMINATED")
                Sets("terminated_for", to: "NO_AGREEMENT")
            }
            Self.crime
            Self.withdrawComplaint
            Self.deceased
        }
    }

    /// Mediation has ended without an agreement; the complainant is still to be told.
    private static var terminatedComplaint: State {
        State("TERMINATED", "终止调解", "Mediation ended") {
            Deadline(
                "tell",
                "告知投诉人",
                "Tell the complainant",
                .rule("complaint.tell"),
                source: "市场监督管理投诉举报处理暂行办法 第21条"
            )
            Action("told", "已告知", "Told", by: "bureau", to: "TOLD") {
                Submits("complaint.notice", ["decision": "TERMINATED"])
            }
        }
    }

    private static var withdrawComplaint: Action {
        Action("withdraw", "撤回", "Withdraw", by: "citizen", "agent", to: "WITHDRAWN").whileSuspended()
    }

    /// With the complainant his dispute ends; nothing is sent to him any more.
    private static var deceased: OnEvent {
        OnEvent("person.deceased", to: "TERMINATED") {
            Sets("outcome", to: "TERMINATED")
            Sets("terminated_for", to: "DEAD")
        }
    }

    // MARK: Shared with reports

    /// From Order No. 121 on: when a shop on a platform hides its address, the place of the platform's seat is competent.
    static var ownJurisdiction: Requires {
        Requires(
            "PLATFORM_SEAT",
            rule("jurisdiction.platform") != true || value("address_hidden") != true || !value("platform_area").exists
                || Expression(["substr": [["var": "platform_area"], 0, 6]]) == Expression(.string(Self.district)),
            "平台内经营者未公示地址的,由平台住所地管辖;请不予受理并告知该地机关,或移交。",
            "the shop hides its address: the place of the platform's seat is competent; refuse and name it, or hand on"
        )
    }

    /// Rubbish, street stalls and the like, which are not for this bureau.
    static var handOn: Action {
        Action("handOn", "移交城管", "Hand to urban management", by: "bureau", to: "HANDED_ON", notBy: ["open"]) {
            Field("request", "移交内容", "What is handed on").required().between(1, 500)
            HandsOver("urban", request: given("request"))
        }
    }

    /// Until the other body has answered; when it is taken back, the matter goes on here.
    static func handedOnState(back state: String) -> State {
        State("HANDED_ON", "已移交,待反馈", "Handed on") {
            OnEvent("handoff.confirmed", to: "HANDED_OVER") {
                Sets("handoff_result", to: given("result"))
                Submits("complaint.notice", ["decision": "HANDED_OVER"])
            }
            OnEvent("handoff.withdrawn", to: state)
        }
        .untimed()
        .heldBy(.body("urban-management"))
    }

    static var crime: Action {
        Action("crime", "涉嫌犯罪移送公安", "Hand to public security", by: "bureau") {
            Field("request", "移送内容", "What is handed on").required().between(1, 500)
            HandsOver("police", request: given("request"))
        }
    }

    /// Writes the notice of a decision, and tells who complained or reported. Nothing of the matter is in the text.
    static var writeNotice: Handler {
        Handler("complaint.notice", "生成告知书", "Write the notice") { task, _ in
            guard let decision = task.payload["decision"]?.stringValue, let number = task.caseNumber else {
                throw TaskFailure("the task names no decision", isFatal: true)
            }
            let isReport = task.payload["item"]?.stringValue == "report"
            return [
                .set(["notice": .string("\(number)/\(decision)"), "notice_date": .string(task.today.description)]),
                .notify(
                    to: "subject",
                    text: isReport
                        ? Bilingual("您的举报 \(number) 已有处理决定。", "Your report \(number) has been decided.")
                        : Bilingual("您的投诉 \(number) 已有处理结果。", "Your complaint \(number) has a result."),
                    topic: isReport ? "report.result" : "complaint.result"
                ),
            ]
        }
    }
}
