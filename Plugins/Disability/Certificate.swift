// SPDX-License-Identifier: Apache-2.0

import BureauKit

extension Disability {
    /// What the village reads on its board. The kind and degree of a disability are never made public.
    ///
    /// Source: 残疾人证管理办法 (China Disabled Persons' Federation, 2017), five working days.
    static let certificateNotice = Notice(
        "certificate",
        "拟核发残疾人证公示",
        "Certificate to be issued",
        showing: ["name", "village_code"],
        for: Limit(5, .workingDays)
    )

    /// Source: 残疾人证管理办法 (China Disabled Persons' Federation, 2017).
    static let certificate = Item(
        "certificate",
        "残疾人证",
        "Certificate of disability",
        about: (
            "申请、指定医院评定、村级公示(未成年人不公示)、核发;迁出逾期冻结,冻结逾期注销。",
            "Application, examination, public notice (not of minors), issue; frozen and cancelled when not transferred."
        ),
        openedBy: ["citizen", "agent", "village"],
        unique: ["applicant"],
        subject: "applicant",
        area: "village_code"
    ) {
        Form {
            Field("applicant", "身份证号", "Identity number", .residentID).required().sensitive()
            Field("name", "姓名", "Name", .personName).required().personal()
            Field("mobile", "手机", "Mobile", .mobile).personal()
            Field("village_code", "村(社区)", "Village", .area).required()
        }
        Reached(mobile: "mobile")
        Flow(initial: "APPLIED") {
            State("APPLIED", "已申请", "Applied") {
                Action("examine", "评定", "Examine", by: "hospital", to: "EXAMINED") { Self.examination }
                Action("withdraw", "撤回", "Withdraw", by: "citizen", "agent", to: "WITHDRAWN")
            }
            .untimed()
            State("EXAMINED", "已评定", "Examined") {
                When(value("grade") == 0, to: "NOT_FOUND") { Self.told }
                When(isUnder(18, value("applicant")), to: "ISSUING")
                When(true, to: "NOTICED") { Publishes("certificate") }
            }
            .untimed()
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
                Action("issue", "核发", "Issue", by: "bureau", to: "ISSUED", notBy: ["examine"]) {
                    Field("certificate", "残疾人证号", "Certificate", .disabilityCertificate).required().sensitive()
                    Requires(
                        "CERTIFICATE",
                        form("certificate").contains(value("applicant")),
                        "残疾人证号须以申请人的身份证号开头。",
                        "the number of a certificate begins with its holder's identity number"
                    )
                    Tags(value("applicant"), as: "certified")
                    Self.told
                }
            }
            .untimed()
            State("NOT_FOUND", "未达标准", "Not found disabled") {
                Deadline("appeal", "申请复评", "Appeal", .workingDays(10), then: "REJECTED", intended: true)
                Self.appeal
            }
            State("CITY", "市级复评", "Re-examined by the city") {
                Action("cityExamined", "市级复评", "City's result", by: "city", to: "EXAMINED") { Self.examination }
                Action("province", "申请省级终评", "Ask the province", by: "citizen", "agent", to: "PROVINCE")
            }
            .untimed()
            State("PROVINCE", "省级终评", "Examined by the province") {
                Action("final", "省级终评", "Province's result", by: "province", to: "DECIDED") { Self.examination }
            }
            .untimed()
            State("DECIDED", "终评已定", "Decided for good") {
                When(value("grade") == 0, to: "REJECTED") { Self.told }
                When(isUnder(18, value("applicant")), to: "ISSUING")
                When(true, to: "NOTICED") { Publishes("certificate") }
            }
            .untimed()
            State("ISSUED", "已核发", "Issued") {
                OnEvent("person.moved", to: "MOVED")
                OnEvent("person.deceased", to: "CANCELLED") { Untags(value("applicant"), as: "certified") }
                Self.cancel
            }
            .untimed()
            State("MOVED", "已迁出待转移", "Moved, to be transferred") {
                Deadline("transfer", "转移残疾人证", "Transfer", .months(6), then: "FROZEN", intended: true)
                OnEvent("person.returned", to: "ISSUED")
                OnEvent("person.deceased", to: "CANCELLED") { Untags(value("applicant"), as: "certified") }
                Action("transfer", "已转移", "Transferred", by: "bureau", to: "TRANSFERRED") {
                    Untags(value("applicant"), as: "certified")
                }
                Self.cancel
            }
            State("FROZEN", "已冻结", "Frozen") {
                Deadline("cancel", "逾期注销", "Cancel", .years(1), then: "CANCELLED", intended: true) {
                    Untags(value("applicant"), as: "certified")
                }
                OnEvent("person.deceased", to: "CANCELLED") { Untags(value("applicant"), as: "certified") }
                Action("transfer", "已转移", "Transferred", by: "bureau", to: "TRANSFERRED") {
                    Untags(value("applicant"), as: "certified")
                }
                Self.cancel
            }
            Final("TRANSFERRED", "已转出", "Transferred")
            Final("CANCELLED", "已注销", "Cancelled")
            Final("REJECTED", "不予核发", "Rejected")
            Final("WITHDRAWN", "已撤回", "Withdrawn")
        }
    }

    /// Grade 0: not disabled by the standard.
    @ListBuilder<any ActionPart>
    private static var examination: [any ActionPart] {
        Field("category", "类别", "Category", .integer).required().between(1, 7).sensitive()
        Field("grade", "等级", "Grade", .integer).required().between(0, 4).sensitive()
    }

    private static let appeal = Action("appeal", "申请复评", "Appeal", by: "citizen", "agent", to: "CITY") {
        Field("grounds", "理由", "Grounds").required().atMost(500)
    }

    private static let cancel = Action("cancel", "注销", "Cancel", by: "bureau", to: "CANCELLED") {
        Field("reason", "原因", "Reason").required().atMost(500)
        Untags(value("applicant"), as: "certified")
    }

    private static let told = Notifies(
        "subject",
        about: "certificate.result",
        "您申请的证件有结果,请到窗口查询。",
        "There is a result of the certificate you applied for: please ask at the counter."
    )
}
