// SPDX-License-Identifier: Apache-2.0

import BureauKit

/// The businesses under supervision, and what inspections found of them.
extension Market {
    /// Kinds of businesses, each with a checklist of its own.
    static let entityKinds: KeyValuePairs<String, (String, String)> = [
        "MARKET": ("农贸市场", "market"), "SUPERMARKET": ("超市", "supermarket"), "PHARMACY": ("药店", "pharmacy"),
        "CATERING": ("餐饮", "catering"), "COLDSTORE": ("冷库", "cold store"), "LODGING": ("住宿", "lodging"),
        "OTHER": ("其他", "other"),
    ]

    /// Kept by the day, so that the number of businesses on a past day stays the denominator of that day.
    static var entities: Register {
        Register(
            "entity",
            "经营主体",
            "Businesses",
            key: "uscc",
            unique: [Unique("reg_no")],
            indexed: ["kind", "village_code"],
            dated: true,
            keptBy: ["bureau"]
        ) {
            Field("uscc", "统一社会信用代码", "Unified social credit code", .businessCode).required()
                .help("个体户尚无代码的填 15 位注册号", "where there is none yet, the registration number of 15 digits")
            Field("reg_no", "原注册号", "Former registration number")
            Field("name", "名称", "Name").required()
            Field("kind", "类别", "Kind", oneOf: Self.entityKinds).required()
            Field("village_code", "村(社区)", "Village", .area)
            Field("lat", "纬度", "Latitude", .integer)
            Field("lon", "经度", "Longitude", .integer)
            Field("datum", "坐标系", "Datum", oneOf: ["WGS84": ("WGS84", "WGS84"), "GCJ02": ("GCJ02", "GCJ02")])
            Field("contact_name", "联系人", "Contact").personal()
            Field("contact_phone", "电话", "Telephone", .mobile).personal()
            Field("account", "经营者账号", "The operator's account")
                .help("填写后,只有该账号可代表经营者声称已改正", "with it, only this person claims rectification for the business")
            Requires(
                "DATUM",
                (!value("lat").exists && !value("lon").exists)
                    || (value("lat").exists && value("lon").exists && value("datum").exists),
                "经纬度须成对填写并注明坐标系。",
                "a place has a latitude, a longitude and a datum; give all three"
            )
        }
    }

    /// The first and the last result of every business in every campaign: rates are by the first.
    static var inspected: Register {
        Register(
            "inspected",
            "检查结果",
            "Results of inspections",
            key: "entity",
            and: ["campaign"],
            indexed: ["last_result"]
        ) {
            Field("entity", "经营主体", "Business", .businessCode).required()
            Field("campaign", "行动", "Campaign").required()
            Field("first", "首次检查", "First inspection").required()
            Field("first_result", "首次结果", "First result").required()
            Field("first_on", "首次日期", "First on", .date).required()
            Field("last", "最近检查", "Last inspection").required()
            Field("last_result", "最近结果", "Last result").required()
            Field("last_on", "最近日期", "Last on", .date).required()
        }
    }

    /// What became a case of administrative penalty (立案), from an order or a report.
    static var filings: Register {
        Register("filing", "立案", "Cases filed", key: "case_no", indexed: ["filed_on"]) {
            Field("case_no", "立案号", "File number").required()
            Field("source", "来源办件", "From case").required()
            Field("respondent", "当事人", "Respondent").required()
            Field("filed_on", "立案日期", "Filed on", .date).required()
            Field("filed_by", "批准人", "Approved by").required()
        }
    }
}
