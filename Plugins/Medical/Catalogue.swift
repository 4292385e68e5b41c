// SPDX-License-Identifier: Apache-2.0

import BureauKit

/// Who is insured, which diseases there are, and which hospitals are designated.
extension Medical {
    static let categories: KeyValuePairs<String, (String, String)> = [
        "GENERAL": ("一般人员", "general"), "LIFTED": ("脱贫人口", "lifted out of poverty"),
        "MONITORED": ("监测对象", "monitored against return to poverty"), "LOWINC": ("低保对象", "minimum living allowance"),
        "EXTREME": ("特困人员", "extreme poverty"), "EDGE": ("低保边缘家庭", "edge of the minimum"),
        "EMPLOYEE": ("职工", "employee"),
    ]

    static let schemes: KeyValuePairs<String, (String, String)> = [
        "310": ("职工医保", "employees' insurance"), "390": ("居民医保", "residents' insurance"),
    ]

    /// One record for each person; what he was on a past day stays known.
    static var insured: Register {
        Register("insured", "参保人", "Insured persons", key: "id18", dated: true, keptBy: ["bureau", "agency"]) {
            Field("id18", "身份证号", "Identity number", .residentID).required().sensitive()
            Field("name", "姓名", "Name", .personName).required().personal()
            Field("phone", "电话", "Telephone", .mobile).personal()
            Field("scheme", "险种", "Scheme", oneOf: Self.schemes).required()
            Field("category", "人员类别", "Category", oneOf: Self.categories).required().sensitive()
            Field("village_code", "村(社区)", "Village", .area)
            Field("contact_name", "联系人", "Contact").personal()
            Field("contact_phone", "联系电话", "Contact's telephone", .mobile).personal()
        }
    }

    /// The catalogue as it was on each day: who holds a qualification keeps it to its end when his disease leaves it.
    static var diseases: Register {
        Register("disease", "病种目录", "Disease catalogue", key: "code", dated: true, keptBy: ["bureau"]) {
            Field("code", "代码", "Code").required().between(6, 6)
            Field("name", "名称", "Name").required()
            Requires(
                "CODE",
                value("code").prefix(1) == "M",
                "病种代码为 M 加五位数字。",
                "the code of a disease is M and five digits"
            )
            Field("kind", "类别", "Kind", oneOf: ["CHRONIC": ("慢性病", "chronic"), "SPECIAL": ("特殊病", "special")])
                .required()
            Field("review_months", "复审月数(0 为长期)", "Months to review, 0 for life", .integer).required().between(0, 600)
            Field("materials", "材料", "Papers", .texts)
            Field("schemes", "险种", "Schemes", someOf: Self.schemes)
            Field("effective_from", "执行日期", "In force from", .date)
            Field("effective_to", "退出目录前最后一日", "Last day in the catalogue", .date)
        }
    }

    static var hospitals: Register {
        Register("hospital", "定点医院", "Designated hospitals", key: "code", keptBy: ["bureau", "agency"]) {
            Field("code", "代码", "Code").required().between(12, 12)
            Field("name", "名称", "Name").required()
            Field("designated", "定点", "Designated", .boolean).required()
        }
    }

    /// The qualifications in force, by person and disease; kept by the daemon from the cases.
    static var qualifications: Register {
        Register("qualification", "待遇资格", "Qualifications", key: "person", and: ["disease"], keptBy: []) {
            Field("person", "参保人", "Person", .residentID).required().sensitive()
            Field("disease", "病种", "Disease").required().sensitive()
            Field("no", "编号", "Number").required()
            Field("from", "起", "From", .date).required()
            Field("to", "止", "To", .date)
            Field("village_code", "村(社区)", "Village", .area)
            Field(
                "state",
                "状态",
                "State",
                oneOf: [
                    "IN_FORCE": ("有效", "in force"), "PAUSED": ("暂停", "paused"), "STOPPED": ("停止", "stopped"),
                    "EXPIRED": ("到期", "expired"),
                ]
            ).required()
            Field("reason", "停止原因", "Why it ended")
            Field("paused_on", "暂停日期", "Paused since", .date)
        }
    }

    static let outreachKinds: KeyValuePairs<String, (String, String)> = [
        "LEAFLET": ("发放宣传单", "leaflets"), "HOME_VISIT": ("入户走访", "home visits"),
        "TEST_SITE": ("核酸检测点", "test sites"), "ENTERPRISE": ("企业", "enterprises"),
    ]

    /// What was done to make the policy known.
    static var outreach: Register {
        Register("outreach", "政策宣传", "Outreach", key: "no", keptBy: ["bureau", "town", "village"]) {
            Field("no", "编号", "Number").required()
            Field("kind", "方式", "Way", oneOf: Self.outreachKinds).required()
            Field("date", "日期", "Date", .date).required()
            Field("place", "地点", "Place").required()
            Field("copies", "份数", "Copies", .approximate)
            Field("people", "人次", "People", .integer).atLeast(0)
        }
    }

    /// Suggestions to the higher authority.
    static var proposals: Register {
        Register("proposal", "政策建议", "Proposals", key: "no", keptBy: ["bureau"]) {
            Field("no", "编号", "Number").required()
            Field("text", "内容", "Text").required().between(1, 2_000)
            Field("sent_to", "报送单位", "Sent to").required()
            Field("date", "日期", "Date", .date).required()
            Field("answer", "答复", "Answer").atMost(2_000)
        }
    }

    /// What a stay in hospital cost the person himself, by which those are found whom it may bring back to poverty.
    static var stays: Register {
        Register("stay", "住院费用", "Stays in hospital", key: "no", keptBy: ["agency", "hospital"]) {
            Field("no", "编号", "Number").required()
            Field("person", "参保人", "Person", .residentID).required().sensitive()
            Field("category", "人员类别", "Category", oneOf: Self.categories).required().sensitive()
            Field("rural", "农村居民", "Rural resident", .boolean).required()
            Field("left", "出院日期", "Left hospital", .date).required()
            Field("own_payment", "个人自付", "Paid by himself", .money).required().atLeast(0)
            Field("village_code", "村(社区)", "Village", .area)
        }
    }
}
