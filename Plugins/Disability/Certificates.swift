// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import TongbanModel

/// Certificates of disability (残疾人证): examined by a hospital, made public by the village, issued by the federation for
/// ten years; frozen and cancelled when not transferred after a move.
///
/// Source: 残疾人证管理办法 (中国残疾人联合会, 2017).
extension Disability {
    private static let measures = "残疾人证管理办法"

    /// What the village reads on its board. The kind and degree of a disability are never made public.
    static var certificateNotice: Notice {
        Notice(
            "certificate",
            "拟核发残疾人证公示",
            "Certificate to be issued",
            showing: ["name", "village_code"],
            for: RuleBook.current.limit("certificate.notice")
        )
    }

    static var certificate: Item {
        Item(
            "certificate",
            "残疾人证",
            "Certificate of disability",
            about: (
                "申请、指定医院评定、村级公示(未成年人不公示)、核发;遗失补发、换证;迁出逾期冻结,冻结逾期注销。",
                "Application, examination, public notice (not of minors), issue; reissue after a loss, renewal; frozen and cancelled when not transferred."
            ),
            openedBy: ["citizen", "agent", "village"],
            unique: ["applicant"],
            subject: "applicant",
            area: "village_code",
            contact: "contact"
        ) {
            Form {
                Field("applicant", "身份证号", "Identity number", .residentID).required().sensitive()
                Field("name", "姓名", "Name", .personName).required().personal()
                Field("mobile", "手机", "Mobile", .mobile).personal()
                Field("contact", "联系人(监护人)", "Whom to tell instead").personal()
                Field("guardian_consent", "监护人同意", "Guardian's consent", .boolean)
                    .help("未满 14 周岁的须填写", "of a child under 14")
                Field("village_code", "村(社区)", "Village", .area).required()
                Requires(
                    "REAPPLY",
                    !registered("person", form("applicant"), "reapply_from").exists
                        || registered("person", form("applicant"), "reapply_from") <= value("today"),
                    "残疾人证注销后未满一年,不能重新申请。",
                    "the certificate was cancelled less than a year ago: apply again after that"
                )
            }
            Reached(mobile: "mobile")
            Flow(initial: "APPLIED") {
                Self.examining
                Self.noticing
                Self.appealing
                Self.holding
                Final("TRANSFERRED", "已转出", "Transferred")
                Final("CANCELLED", "已注销", "Cancelled")
                Final("REJECTED", "不予核发", "Rejected")
                Final("WITHDRAWN", "已撤回", "Withdrawn")
            }
        }
    }

    // MARK: Examination 评定

    /// Grade 0: not disabled by the standard.
    @ListBuilder<any ActionPart>
    private static var examination: [any ActionPart] {
        Field("category", "类别", "Category", .integer).required().between(1, 7).sensitive()
        Field("grade", "等级", "Grade", .integer).required().between(0, 4).sensitive()
    }

    static var certificateTold: Notifies {
        Notifies(
            "subject",
            about: "certificate.result",
            "您申请的证件有结果,请到窗口查询。",
            "There is a result of the certificate you applied for: please ask at the counter."
        )
    }

    @ListBuilder<State>
    private static var examining: [State] {
        State("APPLIED", "已申请", "Applied") {
            Action("examine", "评定", "Examine", by: "hospital", to: "EXAMINED", notBy: ["open"]) { Self.examination }
            Action("withdraw", "撤回", "Withdraw", by: "citizen", "agent", "village", to: "WITHDRAWN")
        }
        .untimed()
        State("EXAMINED", "已评定", "Examined") {
            When(value("grade") == 0 && value("renewing") == true, to: "CANCELLED") {
                Self.certificateTold
                Self.cancelled
            }
            When(value("grade") == 0, to: "NOT_FOUND") { Self.certificateTold }
            When(isUnder(18, value("applicant")), to: "ISSUING")
            When(true, to: "NOTICED") { Publishes("certificate") }
        }
        .untimed()
    }

    /// Whoever is dissatisfied appeals in time to the city's federation.
    private static var appeal: Action {
        Action("appeal", "申请复评", "Appeal", by: "citizen", "agent", to: "CITY_REEXAM") {
            Field("grounds", "理由", "Grounds").required().atMost(500)
        }
    }

    @ListBuilder<State>
    private static var noticing: [State] {
        State("NOTICED", "公示中", "Public notice") {
            Self.appeal
            OnEvent("notice.ended", to: "ISSUING")
            OnEvent("notice.contested", to: "CONTESTED")
            OnEvent("notice.withdrawn", to: "CONTESTED")
        }
        .untimed()
        State("CONTESTED", "有异议", "Contested") {
            Action("uphold", "异议不成立", "Objection not upheld", by: "bureau", to: "ISSUING", notBy: ["examine"])
            Action("reexamine", "重新评定", "Examine again", by: "bureau", to: "APPLIED")
        }
        .untimed()
        State("ISSUING", "待核发", "To be issued") {
            Self.appeal
            Self.issuing
        }
        .untimed()
        State("NOT_FOUND", "未达标准", "Not found disabled") {
            Deadline(
                "appeal",
                "申请复评",
                "Appeal",
                .rule("certificate.appeal"),
                then: "REJECTED",
                intended: true,
                source: Self.measures
            )
            Self.appeal
        }
    }

    /// The number is the holder's, his category and grade; a printed day of expiry goes before the ten years.
    private static var issuing: Action {
        Action("issue", "核发", "Issue", by: "bureau", to: "ISSUED", notBy: ["open", "examine"]) {
            Field("certificate", "残疾人证号", "Certificate", .disabilityCertificate).sensitive()
                .help("不填则按身份证号、类别、等级生成", "made of identity number, category and grade unless given")
            Field("issued", "发证日期", "Issued", .date).help("不填为今天", "today unless given")
            Field("expires", "证面有效期", "Expires, as printed", .date).help("不填为十年", "ten years unless given")
            Requires(
                "CERTIFICATE",
                !form("certificate").exists || characters(of: form("certificate"), from: 0, count: 20) == Self.number,
                "残疾人证号须由申请人的身份证号和评定的类别、等级组成,请核对。",
                "the number is the applicant's identity number with the category and grade found: check it"
            )
            Requires(
                "ISSUED",
                !form("issued").exists || form("issued") <= value("today"),
                "发证日期不得晚于今天。",
                "it cannot be issued in the future"
            )
            Requires(
                "EXPIRES",
                !form("expires").exists
                    || form("expires") > choose(form("issued").exists, form("issued"), value("today")),
                "有效期须晚于发证日期。",
                "it cannot expire before it is issued"
            )
            Sets("certificate", to: choose(given("certificate").exists, given("certificate"), Self.number))
            Sets("issued", to: choose(given("issued").exists, given("issued"), today))
            Sets("expires", to: given("expires"))
            Sets("reissues", to: 0)
            Sets("renewing", to: false)
            Tags(value("applicant"), as: "certified")
            Submits("certificate.issued")
            Self.certificateTold
        }
    }

    private static let number = text(value("applicant"), value("category"), value("grade"))

    // MARK: Appeals 复评

    @ListBuilder<State>
    private static var appealing: [State] {
        State("CITY_REEXAM", "市级复评", "Re-examined by the city") {
            Action("cityExamined", "市级复评", "City's result", by: "city", to: "EXAMINED", notBy: ["examine"]) {
                Self.examination
            }
            Action("province", "申请省级终评", "Ask the province", by: "citizen", "agent", to: "PROVINCE_FINAL")
        }
        .untimed()
        State("PROVINCE_FINAL", "省级终评", "Examined by the province") {
            Action(
                "final",
                "省级终评",
                "Province's result",
                by: "province",
                to: "DECIDED",
                notBy: ["examine", "cityExamined"]
            ) { Self.examination }
        }
        .untimed()
        State("DECIDED", "终评已定", "Decided for good") {
            When(value("grade") == 0, to: "REJECTED") { Self.certificateTold }
            When(isUnder(18, value("applicant")), to: "FINALLY_ISSUING")
            When(true, to: "FINALLY_NOTICED") { Publishes("certificate") }
        }
        .untimed()
        // There is no appeal against the province's result.
        State("FINALLY_NOTICED", "公示中(终评)", "Public notice of the final result") {
            OnEvent("notice.ended", to: "FINALLY_ISSUING")
            OnEvent("notice.contested", to: "FINALLY_ISSUING")
            OnEvent("notice.withdrawn", to: "FINALLY_ISSUING")
        }
        .untimed()
        State("FINALLY_ISSUING", "待核发(终评)", "To be issued by the final result") { Self.issuing }.untimed()
    }

    // MARK: Holding 持证

    @ListBuilder<State>
    private static var holding: [State] {
        State("ISSUED", "已核发", "Issued") {
            // Within the district nothing changes but the address.
            OnEvent(
                "person.moved",
                to: "MOVED",
                when: characters(of: given("to"), from: 0, count: 6) != rule("district")
            ) { Sets("moved_on", to: given("effective")) }
            Action("lost", "挂失", "Report a loss", by: "citizen", "agent", "village", to: "LOST") {
                Requires(
                    "REISSUES",
                    value("reissues", or: 0) < 9,
                    "补发次数已满,请换领新证(renew)。",
                    "it was issued again nine times: renew it"
                )
            }
            Action("renew", "换证", "Renew", by: "citizen", "agent", "village", to: "APPLIED") {
                Field("reason", "原因", "Reason", oneOf: Self.renewals).required()
                Sets("renewing", to: true)
            }
            Self.ending
        }
        .untimed()
        .untasked()
        State("LOST", "已挂失", "Lost") {
            Deadline("reissue", "补发", "Issue again", .rule("certificate.reissue"))
            Action("reissue", "补发", "Issue again", by: "bureau", to: "ISSUED", notBy: ["lost"]) {
                Sets("reissues", to: value("reissues", or: 0) + 1)
                Sets(
                    "certificate",
                    to: text(characters(of: value("certificate"), from: 0, count: 20), "B", value("reissues"))
                )
                Submits("certificate.issued")
                Self.certificateTold
            }
            Self.ending
        }
        State("MOVED", "已迁出待转移", "Moved, to be transferred") {
            Deadline(
                "transfer",
                "转移残疾人证",
                "Transfer",
                .rule("certificate.freeze"),
                from: value("moved_on"),
                then: "FROZEN",
                intended: true,
                source: Self.measures
            ) { Submits("certificate.state", ["state": "FROZEN"]) }
            OnEvent("person.returned", to: "ISSUED")
            Self.transfer
            Self.ending
        }
        .untasked()
        State("FROZEN", "已冻结", "Frozen") {
            Self.townTold("已冻结", "was frozen")
            Deadline(
                "cancel",
                "逾期注销",
                "Cancel",
                .rule("certificate.cancel"),
                then: "CANCELLED",
                intended: true,
                source: Self.measures
            ) { Self.cancelled }
            Self.transfer
            Self.ending
        }
        .untasked()
    }

    static let renewals: KeyValuePairs<String, (String, String)> = [
        "EXPIRY": ("到期", "expiry"), "CHANGED": ("残疾状况变化", "the disability changed"), "DAMAGED": ("损坏", "damaged"),
    ]

    private static var transfer: Action {
        Action("transfer", "已转移", "Transferred", by: "bureau", to: "TRANSFERRED") {
            Untags(value("applicant"), as: "certified")
            Submits("certificate.state", ["state": "TRANSFERRED"])
        }
    }

    @ListBuilder<any StatePart>
    private static var ending: [any StatePart] {
        OnEvent("person.deceased", to: "CANCELLED") { Self.cancelled }
        Action("cancel", "注销", "Cancel", by: "bureau", to: "CANCELLED") {
            Field("reason", "原因", "Reason").required().atMost(500)
            Self.cancelled
        }
    }

    @ListBuilder<any Step>
    private static var cancelled: [any Step] {
        Untags(value("applicant"), as: "certified")
        Submits("certificate.state", ["state": "CANCELLED"])
        Self.townTold("已注销", "was cancelled")
    }

    private static func townTold(_ zh: String, _ en: String) -> Notifies {
        Notifies(
            to: "town",
            about: "certificate.ended",
            zh: text("证件办件 ", caseNumber, " ", Expression(stringLiteral: zh), "。"),
            en: text("Certificate case ", caseNumber, " ", Expression(stringLiteral: en), ".")
        )
    }

    // MARK: What follows

    @ListBuilder<any BureauPart>
    static var certificateHandlers: [any BureauPart] {
        let rules = RuleBook.current
        Handler("certificate.issued", "登记持证人", "Keep the holder") { task, daemon in
            let data = task.caseData
            guard let person = data["applicant"]?.stringValue,
                let issued = data["issued"]?.stringValue.flatMap({ CivilDay($0) })
            else { throw TaskFailure("the case has no day of issue", isFatal: true) }
            // The printed day goes before the years of the measures.
            let expires =
                data["expires"]?.stringValue.flatMap { CivilDay($0) }
                ?? issued.adding(rules.on(issued).limit("certificate.valid"))
            var record = try await daemon.record("person", person) ?? ["id18": .string(person)]
            record["name"] = data["name"]
            if let mobile = data["mobile"], !mobile.isNull { record["phone"] = mobile }
            record["village_code"] = data["village_code"]
            record["cert_no"] = data["certificate"]
            record["category"] = data["category"]
            record["grade"] = data["grade"]
            record["issued"] = .string(issued.description)
            record["expires"] = .string(expires.description)
            record["cert_state"] = "ISSUED"
            record["reapply_from"] = nil
            let renewed = try await Self.openCases(of: person, daemon).map { number in
                Effect.raise(
                    event: "certificate.renewed",
                    case: number,
                    data: ["expires": .string(expires.description), "day": .string(task.today.description)]
                )
            }
            return [
                .set(["expires": .string(expires.description)]), .put(register: "person", key: person, record: record),
            ] + renewed
        }
        Handler("certificate.state", "登记证件状态", "Keep the certificate's state") { task, daemon in
            guard let person = task.caseData["applicant"]?.stringValue,
                let state = task.payload["state"]?.stringValue,
                var record = try await daemon.record("person", person)
            else { return [] }
            record["cert_state"] = .string(state)
            if state == "CANCELLED" {
                record["reapply_from"] = .string(
                    task.today.adding(rules.on(task.today).limit("certificate.reapply")).description
                )
            }
            let ended = try await Self.openCases(of: person, daemon).map { number in
                Effect.raise(event: "certificate.ended", case: number)
            }
            return [.put(register: "person", key: person, record: record)] + ended
        }
    }

    /// The allowances and warnings that depend on somebody's certificate.
    static func openCases(of person: String, _ daemon: any DaemonAccess) async throws -> [String] {
        var numbers: [String] = []
        for item in ["allowance", "renewal"] {
            numbers += try await daemon.cases(item, open: true).filter { $0["person"]?.stringValue == person }
                .map(\.number)
        }
        return numbers
    }
}
