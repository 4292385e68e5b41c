// SPDX-License-Identifier: Apache-2.0

import BureauKit

/// Deputies' suggestions: assigned, answered within three months, rated by the deputy, and followed until done.
extension Congress {
    static var suggestion: Item {
        Item(
            "suggestion",
            "代表建议",
            "Deputies' suggestion",
            about: (
                "代表建议交办后三个月内答复,经同意可至六个月;代表评价不满意的一个月内重办;列入计划的跟踪到办结。",
                "Answered within three months of assignment, six by consent; handled again within a month when the deputy is not satisfied; what is planned is followed until done."
            ),
            openedBy: ["deputy"],
            unique: ["text", "lead"],
            subject: "lead"
        ) {
            Form {
                Field("text", "建议内容", "Text").required().between(10, 2_000)
                    .help("一事一议", "one matter in each")
                Field("level", "级别", "Level", oneOf: Self.levels)
                Field("lead", "领衔代表", "Lead deputy").required()
                Field("joint", "附议代表", "Joint deputies", .texts)
            }
            Flow(initial: "INTAKE") {
                State("INTAKE", "受理", "Taken in", initial: "RAISED") {
                    Deadline("assign", "交办", "Assign", .rule("suggestion.assign"), source: Self.deputiesLaw)
                    State("RAISED", "已提出", "Raised") {
                        Action("check", "审核通过", "Check", by: "presidium", "bureau", to: "CHECKED", notBy: ["open"]) {
                            Field("kind", "类别", "Kind")
                        }
                    }
                    State("CHECKED", "已审核", "Checked") { Self.assigning }
                    Action("return", "退回代表", "Return", by: "presidium", "bureau", to: "RETURNED", notBy: ["open"]) {
                        Field(
                            "reason",
                            "理由",
                            "Reason",
                            oneOf: [
                                "OWN_INTEREST": ("涉及本人或亲属个人事务", "about own or relatives' affairs"),
                                "SEVERAL_MATTERS": ("不是一事一议", "several matters in one"),
                                "LETTER": ("属于群众来信", "a citizen's letter"),
                                "JUDICIAL": ("属于司法案件", "a matter of the courts"),
                            ]
                        ).required()
                        Field("note", "说明", "Note").atMost(500)
                        Submits("suggestion.told", ["what": "RETURNED"])
                    }
                    Self.withdrawal
                }
                State("ASSIGNED", "已交办", "Assigned") {
                    Work("reply", "答复", "Reply", for: "handler")
                    Deadline("reply", "答复", "Reply", .rule("suggestion.reply"), source: Self.handlingRules) {
                        Rung("d30", at: "-30d", tells: "handler")
                        Rung("d7", at: "-7d", tells: "handler", "presidium")
                        Rung("d1", at: "-1d", tells: "handler", "presidium")
                        Rung("due", tells: "presidium", "bureau")
                    }
                    // After that the body keeps it.
                    Deadline(
                        "bounce",
                        "退回期限",
                        "Time for sending back",
                        .rule("suggestion.bounce"),
                        intended: true,
                        source: Self.handlingRules
                    ) { Sets("kept", to: true) }
                    Action("consent", "同意延期", "Consent to more time", by: "presidium", "bureau") {
                        Field("reason", "理由", "Reason").required().atMost(500)
                        Extends("reply", by: rule("suggestion.extension"))
                        Submits("suggestion.told", ["what": "EXTENDED"])
                    }
                    Action("bounce", "退回交办单位", "Send back", by: "handler", to: "BOUNCED") {
                        Field("competent", "应承办单位", "Competent body").required()
                        Requires(
                            "TOO_LATE",
                            value("kept") != true,
                            "已过退回期限,请按期答复。",
                            "the time for sending it back is over: reply to it"
                        )
                        Sets("bounces", to: value("bounces", or: 0) + 1)
                    }
                    Action("reply", "答复", "Reply", by: "handler", to: "REPLIED") { Self.replyFields }
                    Self.withdrawal
                }
                State("BOUNCED", "已退回,待重新交办", "Sent back, to be assigned again") {
                    Deadline("reassign", "重新交办", "Assign again", .rule("suggestion.assign"))
                    Self.assigning
                    Self.withdrawal
                }
                State("REPLIED", "已答复", "Replied") {
                    Work("opinion", "评价", "Opinion", for: "deputy")
                    Deadline(
                        "opinion",
                        "代表评价",
                        "Opinion",
                        .rule("suggestion.opinion"),
                        then: "RATED",
                        intended: true
                    ) {
                        Sets("satisfaction", to: "BASICALLY")
                        Sets("bySilence", to: true)
                        Marks("SILENT")
                    }
                    Self.opinion("satisfied", "满意", "Satisfied", "SATISFIED")
                    Self.opinion("basically", "基本满意", "Basically satisfied", "BASICALLY")
                    Action("dissatisfied", "不满意", "Dissatisfied", by: "deputy", to: "REHANDLED") {
                        Field("reason", "理由", "Reason").required().atMost(500)
                        Sets("satisfaction", to: "DISSATISFIED")
                    }
                }
                State("RATED", "已评价", "Rated") {
                    When(value("class") == "B", to: "TRACKED")
                    When(value("satisfaction") == "SATISFIED", to: "SATISFIED")
                    When(value("satisfaction") != "SATISFIED", to: "BASICALLY")
                }
                .untimed()
                State("REHANDLED", "重办", "Handled again") {
                    Work("again", "再次答复", "Second reply", for: "handler")
                    Deadline("again", "再次答复", "Second reply", .rule("suggestion.again"), source: Self.handlingRules)
                    Action("replyAgain", "再次答复", "Second reply", by: "handler", to: "REPLIED2") {
                        Field("answer", "答复内容", "Answer").required().between(1, 2_000)
                        Submits("suggestion.told", ["what": "REPLIED2"])
                    }
                }
                State("TRACKED", "跟踪办理", "Followed") {
                    Deadline("promise", "承诺办结", "As promised", .days(0), from: value("promised")) {
                        Rung("due", tells: "presidium", "bureau")
                    }
                    OnEvent("quarter") {
                        Sets("checks", to: value("checks", or: 0) + 1)
                        Notifies(
                            "handler",
                            about: "suggestion.quarter",
                            "列入计划的代表建议须报告进度。",
                            "Report how the planned suggestion goes on."
                        )
                    }
                    Action("progress", "报告进度", "Report progress", by: "handler") {
                        Field("progress", "进度", "Progress").required().between(1, 1_000)
                    }
                    Action("done", "办结答复", "Done", by: "handler", to: "DONE") {
                        Field("closing", "办结答复", "Closing reply").required().between(1, 2_000)
                        Submits("suggestion.told", ["what": "DONE"])
                    }
                }
                Final("SATISFIED", "满意", "Satisfied")
                Final("BASICALLY", "基本满意", "Basically satisfied")
                Final("REPLIED2", "再次答复", "Answered again")
                Final("DONE", "已办结", "Done")
                Final("RETURNED", "退回代表", "Returned")
                Final("WITHDRAWN", "已撤回", "Withdrawn")
            }
            // Several on one matter are handled together; each deputy gets a reply of his own.
            Merging(
                by: "presidium",
                "bureau",
                answerField: "answer",
                answer: (
                    "代表建议 {number} 与 {main} 并案办理,答复:{answer}", "Suggestion {number} was handled with {main}: {answer}"
                )
            )
        }
    }

    private static let deputiesLaw = "全国人民代表大会和地方各级人民代表大会代表法"
    private static let handlingRules = "全国人民代表大会代表建议、批评和意见处理办法"

    /// Lead and co-handling bodies. The lead's three months begin.
    private static var assigning: Action {
        Action("assign", "交办", "Assign", by: "presidium", "bureau", to: "ASSIGNED", notBy: ["open"]) {
            Field("body", "主办单位", "Lead body").required()
            Field("cobodies", "协办单位", "Co-handling bodies", .texts)
            Sets("assignedOn", to: today)
            Sets("kept", to: nil)
            Submits("suggestion.assigned", ["cobodies": given("cobodies")])
        }
    }

    private static var withdrawal: Action {
        Action("withdraw", "撤回", "Withdraw", by: "deputy", to: "WITHDRAWN") {
            Field("reason", "理由", "Reason").atMost(500)
        }
    }

    /// Class A is solved, B is planned for a day that is promised, C cannot be done now.
    @ListBuilder<any ActionPart>
    private static var replyFields: [any ActionPart] {
        Field(
            "class",
            "答复类别",
            "Class",
            oneOf: [
                "A": ("已解决或基本解决", "solved"), "B": ("列入计划", "planned"), "C": ("暂不能解决", "not now"),
            ]
        ).required()
        Field("answer", "答复内容", "Answer").required().between(1, 2_000)
        Field("promised", "承诺办结日期", "Promised day", .date).onlyIf(value("class") == "B").required()
        Requires(
            "PAST",
            form("class") != "B" || form("promised") > value("today"),
            "承诺日期须在今天之后。",
            "the promised day must lie ahead"
        )
        Sets("repliedOn", to: today)
        Submits("suggestion.told", ["what": "REPLIED"])
    }

    private static func opinion(_ id: String, _ zh: String, _ en: String, _ code: String) -> Action {
        Action(id, zh, en, by: "deputy", to: "RATED") {
            Field("remark", "意见", "Remark").atMost(500)
            Sets("satisfaction", to: Expression(stringLiteral: code))
        }
    }

    /// What a co-handling body tells the lead body.
    static var coreply: Item {
        Item(
            "coreply",
            "协办意见",
            "Opinion of a co-handling body",
            about: ("协办单位一个月内向主办单位提出意见。", "A co-handling body gives its opinion to the lead body within a month."),
            prefix: "XB",
            openedBy: []
        ) {
            Form {
                Field("suggestion", "代表建议", "Suggestion").required()
                Field("body", "协办单位", "Co-handling body").required()
            }
            Flow(initial: "ASKED") {
                State("ASKED", "待回复", "Asked") {
                    Deadline("answer", "协办回复", "Opinion", .rule("suggestion.coreply"), source: Self.handlingRules)
                    Action("answer", "提出意见", "Give the opinion", by: "handler", to: "ANSWERED") {
                        Field("opinion", "协办意见", "Opinion").required().between(1, 2_000)
                    }
                }
                Final("ANSWERED", "已回复", "Answered")
            }
        }
    }
}
