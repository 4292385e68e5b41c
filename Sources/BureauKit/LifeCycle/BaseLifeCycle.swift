// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

/// The life most applications share: submitted, accepted or returned for completion, reviewed, decided by a head,
/// published where the item says so, in effect, delivered; withdrawn, terminated or appealed on the way.
///
/// ```swift
/// Item("subsidy", "补贴", "Subsidy", about: …, openedBy: ["citizen", "village"], unique: ["applicant"]) {
///     Form { … }
///     Suspends(in: "HANDLING", by: "bureau", deciders: "head")
///     Flow {
///         BaseLifeCycle(publicity: .workingDays(5)).states()
///     }
/// }
/// ```
///
/// What differs is said by the properties; what an item has more goes into the builders of
/// ``states(review:effective:more:)``. Its states and actions have the same codes in every bureau:
///
/// | state | way out |
/// |---|---|
/// | `DRAFT` | `edit`, `submit`, `discard`; discarded after 30 days untouched |
/// | `SUBMITTED` | `accept`, `return` (once, naming everything that is missing), `refuse`; silence accepts |
/// | `RETURNED` | `complete`; lapses after 60 days |
/// | `HANDLING`: `ACCEPTED`, `REVIEW`, `PROPOSED` | `begin`, `propose`, `approve`, `reject`, `sendBack`; `extend` once |
/// | `PUBLICITY` | `object`, or an objection to the public notice; in effect when the days have passed |
/// | `EFFECTIVE` | `deliver`, and what the item adds; `dispute` marks it `DISPUTED` beside the state until `settle` |
/// | `REJECTED`, `REVOKED` | closed; `appeal` within 60 days leads to `APPEALED` |
/// | `APPEALED` | `uphold`, `reopen`, by others than before |
///
/// Source: Administrative Licensing Law, articles 32, 34, 42 to 45; the periods an item sets may be others.
public struct BaseLifeCycle: Sendable {
    /// What silence means when the limit for accepting has passed.
    public enum Silence: Sendable, Hashable {
        /// The case is accepted, with effect from the day of receipt.
        case accepts
        /// It is a breach, and the case stays where it is.
        case breaches
    }

    /// Who applies, completes, withdraws and appeals.
    public var applicants: [String]
    /// Who accepts, returns and refuses.
    public var accepters: [String]
    /// Who reviews and proposes.
    public var reviewers: [String]
    /// Who decides and extends.
    public var heads: [String]
    /// Whether a case begins as a draft of the applicant's; the item then says `drafts: true`.
    public var draft: Bool
    public var accept: TimeLimit
    public var silence: Silence
    public var decide: TimeLimit
    /// How much a head may add to the limit for deciding, once; of the same unit.
    public var lengthening: Limit
    /// For how long an approval is made public before it takes effect; `nil` for none.
    public var publicity: TimeLimit?
    /// The ``Notice`` of the bureau that stands in public, in place of ``publicity``.
    public var publishing: String?
    public var deliver: TimeLimit
    /// Whether a head may revoke what is in effect.
    public var revocable: Bool

    public init(
        applicants: [String] = ["citizen", "agent", "village"],
        accepters: [String] = ["bureau", "town"],
        reviewers: [String] = ["bureau"],
        heads: [String] = ["head"],
        draft: Bool = false,
        accept: TimeLimit = .workingDays(5),
        silence: Silence = .accepts,
        decide: TimeLimit = .workingDays(20),
        lengthening: Limit = Limit(10, .workingDays),
        publicity: TimeLimit? = nil,
        publishing: String? = nil,
        deliver: TimeLimit = .workingDays(10),
        revocable: Bool = false
    ) {
        self.applicants = applicants
        self.accepters = accepters
        self.reviewers = reviewers
        self.heads = heads
        self.draft = draft
        self.accept = accept
        self.silence = silence
        self.decide = decide
        self.lengthening = lengthening
        self.publicity = publicity
        self.publishing = publishing
        self.deliver = deliver
        self.revocable = revocable
    }

    /// The states, for ``Flow``.
    ///
    /// - Parameters:
    ///   - review: what the review has beside its own actions: states inside it, actions, deadlines.
    ///   - effective: what may happen while the decision is in effect; with it, the item says how its cases close.
    ///   - more: states of the item's own, such as `SUSPENDED_BENEFIT` or `EXPIRED`.
    public func states(
        @ListBuilder<any StatePart> review: () -> [any StatePart] = { [] },
        @ListBuilder<any StatePart> effective: () -> [any StatePart] = { [] },
        @ListBuilder<State> more: () -> [State] = { [] }
    ) -> [State] {
        let review = review()
        let effective = effective()
        let open = State("OPEN", "办理中", "Open") {
            State("UNDECIDED", "未决定", "Undecided") {
                if self.draft { self.drafting }
                self.submitted
                self.returned
                self.handling(review)
                Action("withdraw", "撤回", "Withdraw", by: self.applicants, to: "WITHDRAWN").whileSuspended()
            }
            if let publishing { self.noticeState(publishing) } else if let publicity { self.publicityState(publicity) }
            self.effectiveState(effective)
            self.appealed
            Action("terminate", "终止", "Terminate", by: self.reviewers + self.heads, to: "TERMINATED") {
                Field("termination", "原因", "Reason", oneOf: Self.terminationReasons).required()
                Field("note", "说明", "Note").required().atMost(500)
            }.whileSuspended()
            OnEvent("person.deceased", to: "TERMINATED") { Sets("termination", to: "DEAD") }
        }
        return [open] + more() + self.finals
    }

    public static let terminationReasons: KeyValuePairs<String, (String, String)> = [
        "DEAD": ("死亡", "death"), "GONE": ("主体灭失", "subject no longer exists"), "MOVED": ("迁出", "moved away"),
        "FRAUD": ("弄虚作假", "fraud"),
    ]

    // MARK: Before the decision

    private var drafting: State {
        State("DRAFT", "草稿", "Draft") {
            Deadline("draft", "草稿保留", "Keep the draft", .days(30), then: "DISCARDED", intended: true)
            Action("edit", "修改", "Edit", by: self.applicants, to: "DRAFT") {
                Edits(completing: false)
            }
            Action("submit", "提交", "Submit", by: self.applicants, to: "SUBMITTED") { Edits() }
            Action("discard", "删除草稿", "Discard", by: self.applicants, to: "DISCARDED")
        }.heldBy(.applicant)
            .untasked()
    }

    private var submitted: State {
        State("SUBMITTED", "已提交", "Submitted") {
            OnEntry { Sets("receivedOn", to: today) }
            if self.silence == .accepts {
                Deadline("accept", "受理", "Accept", self.accept, then: "ACCEPTED", intended: true) {
                    // As the law has it, from the day of receipt.
                    Sets("acceptedOn", to: value("receivedOn"))
                    Sets("acceptedBySilence", to: true)
                }
            } else {
                Deadline("accept", "受理", "Accept", self.accept)
            }
            Action("accept", "受理", "Accept", by: self.accepters, to: "ACCEPTED", notBy: ["open"]) {
                Sets("acceptedOn", to: today)
                Notifies("subject", about: "case.accepted", "您的申请已受理。", "Your application has been accepted.")
            }
            Action(
                "return",
                "退回补正",
                "Return for completion",
                by: self.accepters,
                to: "RETURNED",
                notBy: ["open"]
            ) {
                Field("missing", "须补正的全部内容", "Everything that is missing", .texts).required().atLeast(1)
                Requires(
                    "ONCE",
                    value("returns", or: 0) < 1,
                    "只能一次性告知补正,已退回过。",
                    "it was returned before: everything missing is named at once"
                )
                Sets("returns", to: value("returns", or: 0) + 1)
                Notifies("subject", about: "case.returned", "您的申请需要补正材料。", "Your application needs completing.")
            }
            Action("refuse", "不予受理", "Refuse", by: self.accepters, to: "REFUSED", notBy: ["open"]) {
                Field("reason", "理由", "Reason").required().atMost(500)
                Field("competent", "有权处理的机关", "Competent body").required()
                Notifies("subject", about: "case.refused", "您的申请未予受理。", "Your application was not accepted.")
            }
            OnEvent("person.moved", to: "TERMINATED") { Sets("termination", to: "MOVED") }
        }
    }

    private var returned: State {
        State("RETURNED", "退回补正", "Returned for completion") {
            Deadline("completion", "补正", "Complete", .days(60), then: "LAPSED", intended: true)
            Action("complete", "补正后提交", "Complete and submit", by: self.applicants, to: "SUBMITTED") {
                Field("completion", "补正内容", "What was completed").required().atMost(2_000)
                Edits()
            }
            OnEvent("person.moved", to: "TERMINATED") { Sets("termination", to: "MOVED") }
        }.heldBy(.applicant)
    }

    private func handling(_ review: [any StatePart]) -> State {
        State("HANDLING", "办理", "Handling") {
            Deadline("decide", "作出决定", "Decide", self.decide, from: value("acceptedOn"))
            Action("extend", "延长期限", "Extend", by: self.heads) {
                Field("reason", "理由", "Reason").required().atMost(500)
                Extends("decide", by: self.lengthening)
                Notifies("subject", about: "case.extended", "您的申请办理期限已延长。", "More time is needed for your application.")
            }
            OnEvent("person.moved") { Sets("movedTo", to: given("to")) }
            State("ACCEPTED", "已受理", "Accepted") {
                Action("begin", "开始审查", "Begin the review", by: self.reviewers, to: "REVIEW")
            }
            State("REVIEW", "审查", "Review") {
                Action("propose", "提出意见", "Propose", by: self.reviewers, to: "PROPOSED") {
                    Field(
                        "proposal",
                        "意见",
                        "Proposal",
                        oneOf: ["APPROVE": ("同意", "approve"), "REJECT": ("不同意", "reject")]
                    ).required()
                    Field("grounds", "理由", "Grounds").required().atMost(2_000)
                    Requires(
                        "OTHER_REVIEWER",
                        !value("formerReviewers").contains(applicant),
                        "申诉后须由另一人审查。",
                        "after an appeal somebody else reviews the case"
                    )
                    Sets("reviewers", to: value("reviewers").appending(actor))
                }
                review
            }
            State("PROPOSED", "待决定", "Proposed") {
                Action(
                    "approve",
                    "批准",
                    "Approve",
                    by: self.heads,
                    to: self.publicity == nil && self.publishing == nil ? "EFFECTIVE" : "PUBLICITY",
                    notBy: Self.handled
                ) {
                    Sets("decision", to: "APPROVED")
                    Sets("decidedOn", to: today)
                }
                Action("reject", "不予批准", "Reject", by: self.heads, to: "REJECTED", notBy: Self.handled) {
                    Field("reason", "理由", "Reason").required().atMost(500)
                    Sets("decision", to: "REJECTED")
                    Sets("decidedOn", to: today)
                    Notifies(
                        "subject",
                        about: "case.rejected",
                        "您的申请未获批准;可在 60 日内申请复核或行政复议,或在 6 个月内提起行政诉讼。",
                        "Your application was rejected; a re-check or reconsideration within 60 days, or a suit within 6 months, is open to you."
                    )
                }
                Action("sendBack", "退回重审", "Send back", by: self.heads, to: "REVIEW") {
                    Field("reason", "理由", "Reason").required().atMost(500)
                }
            }
        }
    }

    /// Who took one of these never decides the case.
    private static let handled = ["open", "accept", "begin", "propose"]

    // MARK: After the decision

    private func publicityState(_ limit: TimeLimit) -> State {
        State("PUBLICITY", "公示", "Public notice") {
            Deadline("publicity", "公示期", "Public notice", limit, then: "EFFECTIVE", intended: true)
            Action("object", "提出异议", "Object", by: ["citizen", "village"] + self.reviewers, to: "REVIEW") {
                Field("objection", "异议", "Objection").required().atMost(2_000)
                // The objection is handled within a limit of its own.
                Sets("acceptedOn", to: today)
            }
        }
    }

    /// Everybody may object to the notice; an objection leads back to the review, with a limit of its own.
    private func noticeState(_ notice: String) -> State {
        State("PUBLICITY", "公示", "Public notice") {
            OnEntry { Publishes(notice) }
            OnEvent("notice.ended", to: "EFFECTIVE")
            OnEvent("notice.objection", to: "REVIEW") { Sets("acceptedOn", to: today) }
            OnEvent("notice.withdrawn", to: "REVIEW") { Sets("acceptedOn", to: today) }
        }
        .untimed()
    }

    private func effectiveState(_ own: [any StatePart]) -> State {
        State("EFFECTIVE", "已生效", "In effect") {
            Deadline("deliver", "送达", "Deliver", self.deliver)
            if own.isEmpty {
                Action("deliver", "送达办结", "Deliver and close", by: self.reviewers, to: "CLOSED") {
                    Sets("deliveredOn", to: today)
                }
            }
            if self.revocable {
                Action("revoke", "撤销", "Revoke", by: self.heads, to: "REVOKED", notBy: Self.handled) {
                    Field("reason", "理由", "Reason").required().atMost(500)
                }
            }
            Action("dispute", "提出争议", "Dispute", by: self.applicants + self.reviewers) {
                Field("dispute", "争议内容", "What is disputed").required().atMost(2_000)
                Requires("DISPUTED", !isMarked("DISPUTED"), "已在争议处理中。", "it is disputed already")
                Marks("DISPUTED")
            }
            Action("settle", "处理争议", "Settle the dispute", by: self.heads, notBy: Self.handled) {
                Field("settlement", "处理结果", "How it was settled").required().atMost(2_000)
                Requires("UNDISPUTED", isMarked("DISPUTED"), "没有争议。", "nothing is disputed")
                Unmarks("DISPUTED")
            }
            own
        }
    }

    private var appealed: State {
        State("APPEALED", "申诉复核", "Appealed") {
            Deadline("recheck", "复核", "Re-check", .workingDays(5))
            Action("uphold", "维持", "Uphold", by: self.reviewers + self.heads, to: "UPHELD", notBy: Self.decided) {
                Field("reason", "理由", "Reason").required().atMost(500)
                Notifies("subject", about: "case.upheld", "复核结果:维持原决定。", "The re-check upheld the decision.")
            }
            Action("reopen", "重新审查", "Review again", by: self.reviewers + self.heads, to: "REVIEW", notBy: Self.decided)
            {
                Sets("acceptedOn", to: today)
                Sets("formerReviewers", to: value("reviewers"))
                Notifies("subject", about: "case.reopened", "复核结果:重新审查。", "The case is reviewed again.")
            }
        }
    }

    private static let decided = Self.handled + ["approve", "reject", "revoke"]

    private func appeal() -> Action {
        Action("appeal", "申诉", "Appeal", by: self.applicants, to: "APPEALED") {
            Field("grounds", "理由", "Grounds").required().atMost(2_000)
        }.within(Limit(60, .calendarDays))
    }

    @ListBuilder<State>
    private var finals: [State] {
        Final("REFUSED", "不予受理", "Refused")
        Final("LAPSED", "逾期未补正", "Lapsed")
        if self.draft { Final("DISCARDED", "草稿已删除", "Discarded") }
        Final("WITHDRAWN", "已撤回", "Withdrawn")
        Final("TERMINATED", "已终止", "Terminated")
        Final("REJECTED", "不予批准", "Rejected") { self.appeal() }
        if self.revocable { Final("REVOKED", "已撤销", "Revoked") { self.appeal() } }
        Final("UPHELD", "维持原决定", "Upheld")
        Final("CLOSED", "已办结", "Closed")
    }
}
