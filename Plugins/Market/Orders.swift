// SPDX-License-Identifier: Apache-2.0

import BureauKit

/// Orders to rectify (责令改正), one for each failed inspection.
extension Market {
    /// Source: Administrative Penalty Law, article 28; Provisions on Procedures for Administrative Penalties in Market
    /// Supervision, article 18 for filing.
    static var order: Item {
        Item(
            "order",
            "责令改正",
            "Order to rectify",
            about: (
                "责令经营主体限期改正,改正后或到期后复查;复查不合格或逾期的可立案。",
                "Orders a business to put something right; rechecked after it claims so or when time is up; failure may be filed as a case."
            ),
            openedBy: [],
            unique: ["inspection"],
            subject: "entity",
            area: "village_code"
        ) {
            Form {
                Field("inspection", "检查", "Inspection").required()
                Field("entity", "经营主体", "Business", .businessCode).required()
                Field("kind", "类别", "Kind", oneOf: Self.entityKinds)
                Field("items", "改正项", "What to put right", .texts).required()
                Field("days", "期限(工作日)", "Working days", .integer).required()
                Field("inspectors", "执法人员", "Inspectors", .texts)
                Field("phone", "联系电话", "Telephone", .mobile).personal()
                Field("village_code", "所属村(社区)", "Village", .area)
            }
            Detached()
            Reached(mobile: "phone")
            Suspends(in: "OPEN", by: "bureau", atMost: RuleBook.current.limit("suspension.limit"), deciders: "head")
            Flow {
                State("OPEN", "办理中", "Open") {
                    Self.orderedState
                    Self.recheckState
                    Self.recheckOK
                    Self.recheckFail
                    Self.recheckDisputed
                    Self.closedDown
                    Action("crime", "涉嫌犯罪移送公安", "Hand to public security", by: "bureau") {
                        Field("request", "移送内容", "What is handed on").required().between(1, 500)
                        HandsOver("police", request: given("request"))
                    }
                }
                Final("CLOSED", "已结案", "Closed")
                Final("CASE_FILED", "已立案", "Case filed")
                Final("NO_SUBJECT", "主体灭失结案", "Closed: business gone")
            }
        }
    }

    private static var orderedState: State {
        State("ORDERED", "责令改正", "Ordered") {
            OnEntry {
                Sets("ordered_on", to: today)
                Notifies(
                    to: "subject",
                    about: "order.issued",
                    zh: text("责令改正通知 ", caseNumber, ":请在 ", value("days"), " 个工作日内改正。"),
                    en: text("Order ", caseNumber, ": put it right within ", value("days"), " working days.")
                )
            }
            Deadline(
                "rectify",
                "改正",
                "Rectify",
                .by(text(value("days"), "wd")),
                then: "OVERDUE",
                source: "行政处罚法 第28条"
            ) {
                // When the working day before the last one begins.
                Rung("tomorrow", at: "-2wd", raises: true, tells: "inspector")
                Rung("due", tells: "inspector", "head")
                Notifies(
                    to: "subject",
                    about: "order.overdue",
                    zh: text("责令改正 ", caseNumber, " 已逾期,将进行复查。"),
                    en: text("Order ", caseNumber, " is overdue and will be rechecked.")
                )
                Self.tellsOverdue("inspector")
                Self.tellsOverdue("head")
            }
            OnEvent("rung.rectify.tomorrow") {
                Notifies(
                    to: "subject",
                    about: "order.tomorrow",
                    zh: text("责令改正 ", caseNumber, " 将于下一个工作日到期。"),
                    en: text("Order ", caseNumber, " is due on the next working day.")
                )
                Notifies(
                    to: "inspector",
                    about: "rectify.tomorrow",
                    zh: text("责令改正 ", caseNumber, " 将于下一个工作日到期。"),
                    en: text("Order ", caseNumber, " is due on the next working day.")
                )
            }
            Self.claim
        }
    }

    private static func tellsOverdue(_ role: Expression) -> Notifies {
        Notifies(
            to: role,
            about: "rectify.overdue",
            zh: text("责令改正 ", caseNumber, " 逾期未报改正,请复查。"),
            en: text("Order ", caseNumber, " is overdue without a claim: recheck it.")
        )
    }

    private static var claim: Action {
        Action("claim", "经营者称已改正", "Rectification claimed", by: "citizen", "agent", "inspector", to: "CLAIMED") {
            Field("note", "说明", "Note")
            Field("evidence", "照片哈希", "Hash of the photograph")
            Requires(
                "NOT_YOURS",
                value("actor.roles").contains("market:inspector")
                    || !registered("entity", value("entity"), "account").exists
                    || registered("entity", value("entity"), "account") == applicant,
                "只有该经营主体的账号或执法人员可以申报。",
                "only the account of this business, or an inspector, may claim that"
            )
            Sets("claimed_on", to: today)
        }
    }

    /// The recheck, after a claim or when time is up.
    private static var recheckState: State {
        State("RECHECK", "待复查", "To be rechecked", initial: "CLAIMED") {
            Deadline("recheck", "复查", "Recheck", .rule("order.recheck"))
            Self.recheckOKAction
            Self.recheckBadAction
            State("CLAIMED", "称已改正", "Claimed") {}
            State("OVERDUE", "逾期未改正", "Overdue") {
                Self.claim
                Self.file
            }
        }
    }

    private static var recheckOKAction: Action {
        Action("recheckOk", "复查合格", "Recheck passed", by: "inspector", to: "RECHECK_OK") {
            Self.recheckParts
            Field("recheck_note", "说明", "Note")
            Sets("recheck_result", to: "OK")
        }
    }

    private static var recheckBadAction: Action {
        Action("recheckBad", "复查不合格", "Recheck failed", by: "inspector", to: "RECHECK_FAIL") {
            Self.recheckParts
            Field("recheck_note", "说明", "Note").required()
            Sets("recheck_result", to: "FAIL")
        }
    }

    /// Two inspectors; after a dispute neither of those who rechecked before.
    @ListBuilder<any ActionPart>
    private static var recheckParts: [any ActionPart] {
        Field("second", "另一名执法人员", "The other inspector").required()
        Field("recheck_photo", "照片哈希", "Hash of the photograph")
        Requires(
            "TWO_INSPECTORS",
            form("second") != applicant,
            "复查须两名执法人员。",
            "a recheck needs two inspectors"
        )
        Requires(
            "OTHER_INSPECTORS",
            !value("recheckers").contains(applicant) && !value("recheckers").contains(form("second")),
            "有争议的复查须由另外两名执法人员进行。",
            "a disputed recheck is done by another pair of inspectors"
        )
        Sets("recheckers", to: value("recheckers").appending(actor))
        Sets("recheckers", to: value("recheckers").appending(given("second")))
        Sets("recheck_on", to: today)
        Unmarks("DISPUTED")
    }

    private static var recheckOK: State {
        State("RECHECK_OK", "复查合格", "Recheck passed") {
            Deadline("close", "结案", "Close", .rule("order.close"))
            Action("close", "结案", "Close", by: "bureau", "head", "inspector", to: "CLOSED", notBy: ["recheckOk"]) {
                Sets("closed_as", to: "RECTIFIED")
            }
            Self.dispute
        }
    }

    private static var recheckFail: State {
        State("RECHECK_FAIL", "复查不合格", "Recheck failed") {
            Deadline(
                "verify",
                "核查",
                "Verify",
                .rule("order.verify"),
                source: "市场监督管理行政处罚程序规定 第18条"
            )
            Action("extend", "延长核查", "Extend", by: "head") {
                Field("reason", "理由", "Reason").required()
                Extends("verify", by: rule("order.extension"))
            }
            Self.file
            Action("drop", "不予立案", "Do not file", by: "head", to: "CLOSED", notBy: Self.rechecks) {
                Field("reason", "理由", "Reason").required()
                Sets("closed_as", to: "NOT_FILED")
            }
            Self.dispute
        }
    }

    private static let rechecks = ["recheckOk", "recheckBad", "claim"]

    /// By the head, who did not recheck; not while the recheck is disputed.
    private static var file: Action {
        Action("file", "立案", "File a case", by: "head", to: "CASE_FILED", notBy: Self.rechecks) {
            Sets("case_no", to: text("LA-", caseNumber))
            Records(
                in: "filing",
                key: text("LA-", caseNumber),
                [
                    "case_no": text("LA-", caseNumber), "source": caseNumber, "respondent": value("entity"),
                    "filed_on": today, "filed_by": actor,
                ]
            )
        }
    }

    private static var dispute: Action {
        Action(
            "dispute",
            "对复查提出异议",
            "Dispute the recheck",
            by: "citizen",
            "agent",
            "bureau",
            "inspector",
            to: "RECHECK_DISPUTED"
        ) {
            Field("dispute", "异议", "What is disputed").required().between(1, 500)
            Marks("DISPUTED")
        }
    }

    /// The old result stands until another pair has looked.
    private static var recheckDisputed: State {
        State("RECHECK_DISPUTED", "复查有争议", "Recheck disputed") {
            Deadline("review", "另行复查", "Recheck again", .rule("order.dispute"))
            Self.recheckOKAction
            Self.recheckBadAction
        }
    }

    /// A business that is gone: noted at a first visit, closed at a later one.
    @ListBuilder<any StatePart>
    private static var closedDown: [any StatePart] {
        Action("absent", "上门未见主体", "Visited, nobody there", by: "inspector") {
            Field("visit_note", "说明", "Note").required()
            Requires(
                "SAME_DAY",
                value("visited_on") != value("today"),
                "今天已上门,请改日再访。",
                "it was visited today already; go again on another day"
            )
            Sets("visits", to: value("visits", or: 0) + 1)
            Sets("visited_on", to: today)
        }
        Action("noSubject", "主体灭失结案", "Close: business gone", by: "inspector", to: "NO_SUBJECT") {
            Field("visit_note", "说明", "Note").required()
            Field("video_hash", "视频哈希", "Hash of the video")
            Requires(
                "SECOND_VISIT",
                value("visits", or: 0) + 1 >= rule("order.visits") && value("visited_on") != value("today"),
                "须在首次上门之后改日再次上门,方可结案。",
                "record a first visit with \"absent\", then close at another visit on a later day"
            )
            Sets("closed_as", to: "NO_SUBJECT")
        }
    }
}
