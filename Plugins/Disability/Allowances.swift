// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import TongbanModel

/// The two allowances (两项补贴): for the living of disabled persons in need, for the nursing of gravely disabled ones.
///
/// The town checks, the village makes it public, the federation checks, civil affairs decide; paid every month, from the
/// month of the application on.
///
/// Source: 国务院关于全面建立困难残疾人生活补贴和重度残疾人护理补贴制度的意见 (国发〔2015〕52号).
extension Disability {
    static let allowanceKinds: KeyValuePairs<String, (String, String)> = [
        "LIVING": ("困难残疾人生活补贴", "living allowance"), "NURSING": ("重度残疾人护理补贴", "nursing allowance"),
    ]

    static var allowanceMoney: Fund { Fund("allowance", "两项补贴资金", "Allowances", each: .year) }

    /// Neither kind nor grade stands there.
    static var allowanceNotice: Notice {
        Notice(
            "allowance",
            "拟发放补贴公示",
            "Allowance to be granted",
            showing: ["name", "village_code"],
            for: RuleBook.current.limit("allowance.notice")
        )
    }

    /// The monthly list, as it was paid.
    static var allowancePayments: Register {
        Register("allowance_payment", "补贴发放清单", "Allowances paid", key: "no", indexed: ["period"]) {
            Field("no", "编号", "Number").required()
            Field("period", "发放月份", "Month").required()
            Field("period_day", "月份首日", "First day of the month", .date).required()
            Field("case", "办件", "Case").required()
            Field("kind", "种类", "Kind", oneOf: Self.allowanceKinds).required().sensitive()
            Field("months", "补发月数", "Months", .integer).required()
            Field("amount", "金额(分)", "Amount in fen", .money).required().sensitive()
            Field("village_code", "村(社区)", "Village", .area)
        }
    }

    static var allowance: Item {
        Item(
            "allowance",
            "残疾人两项补贴",
            "Allowance",
            about: (
                "镇街初审、村级公示、区残联审核、民政审定,自申请当月起按月发放。",
                "Checked by the town, made public, checked by the federation, decided by civil affairs; paid every month from that of the application on."
            ),
            openedBy: ["citizen", "agent", "village"],
            unique: ["person", "kind"],
            subject: "person",
            area: "village_code",
            contact: "contact"
        ) {
            Self.allowanceForm
            Reached(mobile: "mobile")
            Flow(initial: "APPLIED") {
                Self.allowanceChecks
                Self.granted
                Self.suspendedBenefit
                Final("STOPPED", "已停发", "Stopped")
                Final("REJECTED", "不予发放", "Rejected") {
                    Action("appeal", "申请复核", "Appeal", by: "citizen", "agent", "village", to: "APPLIED") {
                        Field("grounds", "理由", "Grounds").required().between(1, 2_000)
                    }.within(RuleBook.current.limit("home.appeal"))
                }
                Final("WITHDRAWN", "已撤回", "Withdrawn")
            }
        }
    }

    private static var allowanceForm: Form {
        Form {
            Field("person", "身份证号", "Identity number", .residentID).required().sensitive()
            Field("name", "姓名", "Name", .personName).required().personal()
            Field("certificate", "残疾人证号", "Certificate", .disabilityCertificate).required().sensitive()
            Field("grade", "残疾等级", "Grade", .integer).required().between(1, 4).sensitive()
            Field("kind", "种类", "Kind", oneOf: Self.allowanceKinds).required().sensitive()
            Field("needy", "困难类别", "Kind of need", oneOf: Self.needyKinds).sensitive()
            Field("mobile", "手机", "Mobile", .mobile).personal()
            Field("contact", "联系人(监护人)", "Whom to tell instead").personal()
            Field("village_code", "村(社区)", "Village", .area).required()
            Requires(
                "CERTIFICATE",
                characters(of: form("certificate"), from: 0, count: 18) == form("person")
                    && characters(of: form("certificate"), from: 19, count: 1) == text(form("grade")),
                "残疾人证号须与身份证号和等级一致,请核对。",
                "the certificate's number holds the identity number and the grade: check them"
            )
            Requires(
                "CERT_EXPIRED",
                !registered("person", form("person"), "expires").exists
                    || registered("person", form("person"), "expires") >= value("today"),
                "残疾人证已过期,请先换证再申请。",
                "the certificate has expired: renew it, then apply"
            )
            Requires(
                "NEEDY",
                form("kind") != "LIVING" || (form("needy").exists && form("needy") != "NONE"),
                "生活补贴发给困难残疾人,请填写困难类别。",
                "the living allowance is for persons in need: say of which kind"
            )
            Requires(
                "GRADE",
                form("kind") != "NURSING" || form("grade") <= 2,
                "护理补贴发给一、二级重度残疾人。",
                "the nursing allowance is for grades 1 and 2"
            )
        }
    }

    static var allowanceTold: Notifies {
        Notifies(
            to: "subject",
            about: "allowance.progress",
            zh: text("您的申请 ", caseNumber, " 有新进展,请查询或到窗口咨询。"),
            en: text("There is news of your application ", caseNumber, ": look it up, or ask at the counter.")
        )
    }

    // MARK: From the application to the decision

    @ListBuilder<State>
    private static var allowanceChecks: [State] {
        State("APPLIED", "已申请", "Applied") {
            OnEntry { Sets("applied_on", to: value("applied_on", or: today)) }
            Deadline("town", "镇街初审", "Town check", .rule("allowance.town"))
            Action("check", "初审通过", "Town agrees", by: "town", to: "NOTICED", notBy: ["open"])
            Self.refuse("town", notBy: ["open"])
            Self.leaving
        }
        State("NOTICED", "公示中", "Public notice") {
            Publishes("allowance")
            OnEvent("notice.ended", to: "FEDERATION_CHECK")
            OnEvent("notice.contested", to: "CONTESTED")
            OnEvent("notice.withdrawn", to: "CONTESTED")
            Self.leaving
        }
        .untimed()
        State("CONTESTED", "有异议", "Contested") {
            Deadline("objection", "核查异议", "Look into the objection", .rule("allowance.town"))
            Action("uphold", "异议不成立", "Not upheld", by: "town", to: "FEDERATION_CHECK", notBy: ["open", "check"])
            Self.refuse("town", notBy: ["open", "check"])
            Self.leaving
        }
        State("FEDERATION_CHECK", "区残联审核", "Federation checks") {
            Deadline("federation", "区残联审核", "Federation check", .rule("allowance.federation"))
            Action(
                "confirm",
                "审核通过",
                "Federation agrees",
                by: "bureau",
                to: "CIVIL",
                notBy: ["open", "check", "uphold"]
            )
            Self.refuse("bureau", notBy: ["open", "check", "uphold"])
            Self.leaving
        }
        State("CIVIL", "民政审定", "Civil affairs decide") {
            Deadline("decide", "民政审定", "Decide", .rule("allowance.decide"))
            Action("grant", "同意发放", "Grant", by: "civil", to: "GRANTED", notBy: ["open", "check", "uphold", "confirm"])
            {
                Sets("granted_on", to: today)
                Sets("next_month", to: characters(of: value("applied_on"), from: 0, count: 7))
                Self.allowanceTold
            }
            Self.refuse("civil", notBy: ["open", "check", "uphold", "confirm"])
            Self.leaving
        }
    }

    private static func refuse(_ role: String, notBy earlier: [String]) -> Action {
        Action("reject", "不予发放", "Reject", by: [role], to: "REJECTED", notBy: earlier) {
            Field("reason", "理由", "Reason").required().between(1, 500)
            Notifies(
                to: "subject",
                about: "allowance.rejected",
                zh: text("您的申请 ", caseNumber, " 未获批准,可在 60 日内申请复核。"),
                en: text("Your application ", caseNumber, " was not approved: you may appeal within 60 days.")
            )
        }
    }

    @ListBuilder<any StatePart>
    private static var leaving: [any StatePart] {
        Action("withdraw", "撤回", "Withdraw", by: "citizen", "agent", "village", to: "WITHDRAWN")
        OnEvent("person.deceased", to: "WITHDRAWN")
    }

    // MARK: Paying

    private static var granted: State {
        State("GRANTED", "发放中", "Paid") {
            OnEvent("pay") {
                Pays(given("amount"), from: "allowance", to: value("person"))
                Sets("next_month", to: given("next"))
                Records(
                    in: "allowance_payment",
                    key: text(given("period"), "/", caseNumber),
                    [
                        "no": text(given("period"), "/", caseNumber), "period": given("period"),
                        "period_day": text(given("period"), "-01"), "case": caseNumber, "kind": value("kind"),
                        "months": given("months"), "amount": given("amount"),
                        "village_code": value("village_code"),
                    ]
                )
            }
            // A certificate that has expired stops the allowance until it is renewed.
            OnEvent("certificate.expired", to: "SUSPENDED_BENEFIT") { Self.allowanceTold }
            Self.stopping
        }
        .untimed()
        .untasked()
    }

    private static var suspendedBenefit: State {
        State("SUSPENDED_BENEFIT", "暂停发放", "Payment suspended") {
            Deadline(
                "renew",
                "换证后恢复",
                "Renew and resume",
                .rule("allowance.resume"),
                then: "STOPPED",
                intended: true
            ) { Self.allowanceTold }
            // The months between are not paid.
            OnEvent("certificate.renewed", to: "GRANTED") {
                Sets(
                    "next_month",
                    to: choose(value("next_month") > Self.month, value("next_month"), Self.month)
                )
                Self.allowanceTold
            }
            Self.stopping
        }
        .untasked()
    }

    private static let month = characters(of: today, from: 0, count: 7)

    /// It ends with the month of the death or the move; what was paid beyond is asked back. Renouncing holds from the next
    /// month on.
    @ListBuilder<any StatePart>
    private static var stopping: [any StatePart] {
        Action("stop", "停发", "Stop", by: "civil", to: "STOPPED") {
            Field("reason", "原因", "Reason").required().between(1, 500)
            Self.allowanceTold
        }
        Action("renounce", "放弃", "Renounce", by: "citizen", "agent", to: "STOPPED")
        OnEvent("certificate.ended", to: "STOPPED")
        OnEvent("person.deceased", to: "STOPPED") { Submits("allowance.over", ["day": given("on")]) }
        OnEvent("person.moved", to: "STOPPED") { Submits("allowance.over", ["day": given("effective")]) }
    }

    static var paySchedule: Schedule {
        Schedule(
            "allowances",
            "补贴发放",
            "Paying the allowances",
            "monthly.day(\(RuleBook.current.integer("allowance.day")) 09:00)",
            submits: "allowance.pay"
        )
    }

    @ListBuilder<any BureauPart>
    static var allowanceHandlers: [any BureauPart] {
        let rules = RuleBook.current
        Self.recovery
        Handler("allowance.pay", "按月发放", "Pay a month's allowances") { task, daemon in
            guard let period = task.payload["period"]?.stringValue, let last = CivilDay("\(period)-01") else {
                throw TaskFailure("the task names no month", isFatal: true)
            }
            var effects: [Effect] = []
            for found in try await daemon.cases("allowance", open: true) where found.isIn("GRANTED") {
                guard let next = found["next_month"]?.stringValue.flatMap({ CivilDay("\($0)-01") }), next <= last
                else { continue }
                let (months, amount) = Self.due(found["kind"]?.stringValue ?? "", from: next, through: last, rules)
                effects.append(
                    .raise(
                        event: "pay",
                        case: found.number,
                        data: [
                            "amount": .integer(amount), "months": .integer(months), "period": .string(period),
                            "next": .string(String(last.adding(months: 1).description.prefix(7))),
                        ]
                    )
                )
            }
            return effects
        }
        Handler("allowance.over", "核对多发金额", "What was paid too much") { task, daemon in
            let end = task.payload["day"]?.stringValue.flatMap { CivilDay($0) } ?? task.today
            let data = task.caseData
            guard let first = CivilDay(year: end.year, month: end.month, day: 1)?.adding(months: 1),
                let next = data["next_month"]?.stringValue.flatMap({ CivilDay("\($0)-01") }), first < next
            else { return [] }
            let (months, amount) = Self.due(
                data["kind"]?.stringValue ?? "",
                from: first,
                through: next.adding(months: -1),
                rules
            )
            return [
                .open(
                    item: "recovery",
                    data: [
                        "allowance": .string(task.caseNumber ?? ""), "months": .integer(months),
                        "amount": .integer(amount), "village_code": data["village_code"] ?? .null,
                    ]
                )
            ]
        }
    }

    /// What is due for the months from one to another, each by the rate of its own month.
    private static func due(
        _ kind: String,
        from first: CivilDay,
        through last: CivilDay,
        _ rules: RulesInForce
    ) -> (months: Int64, amount: Int64) {
        var (months, amount): (Int64, Int64) = (0, 0)
        var month = first
        while month <= last {
            months += 1
            amount += rules.on(month).money(kind == "NURSING" ? "allowance.nursing" : "allowance.living").amount
            month = month.adding(months: 1)
        }
        return (months, amount)
    }

    /// What was paid too much is asked back; it is booked with `tongbanctl fund recover` of the allowance's case.
    static var recovery: Item {
        Item(
            "recovery",
            "补贴追回",
            "Recovery",
            about: ("死亡或迁出后多发的补贴依法追回。", "What was paid after a death or a move is asked back."),
            openedBy: ["bureau", "civil"],
            unique: ["allowance"],
            area: "village_code"
        ) {
            Detached()
            Form {
                Field("allowance", "补贴办件", "Allowance").required()
                Field("months", "多发月数", "Months", .integer).required().atLeast(1)
                Field("amount", "金额(分)", "Amount in fen", .money).required().atLeast(0).sensitive()
                Field("village_code", "村(社区)", "Village", .area)
            }
            Flow {
                State("OPEN", "待追回", "To be recovered") {
                    Deadline("recover", "追回", "Recover", .rule("allowance.recover"))
                    Action("recovered", "已追回", "Recovered", by: "civil", to: "RECOVERED") {
                        Field("back", "追回金额(分)", "Came back, in fen", .money).required().atLeast(0).sensitive()
                        Requires(
                            "AMOUNT",
                            form("back") == value("amount"),
                            "追回金额与多发金额不一致;确需减免的请用 waive。",
                            "what came back is not the whole amount: use waive for the rest"
                        )
                    }
                    Action("waive", "减免", "Waive", by: "head", to: "WAIVED") {
                        Field("reason", "理由", "Reason").required().between(1, 500)
                    }
                }
                Final("RECOVERED", "已追回", "Recovered")
                Final("WAIVED", "已减免", "Waived")
            }
        }
    }
}
