// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import TongbanModel

/// Homes that are made barrier-free: what is known of each, and the money for it.
///
/// Which works reach which outcome stands in the decision table `work_outcomes` of the rule file and not in a register,
/// since it decides whether a plan may be signed: it has versions by their day and a source like any other rule, and a
/// case is decided by that of its opening day. Whether a household may apply is the table `eligibility`.
extension Disability {
    /// What a home is to make possible.
    static let outcomes: KeyValuePairs<String, (String, String)> = [
        "O1": ("行得通", "can move about"), "O2": ("出得去", "can get out"), "O3": ("能如厕", "can use the toilet"),
        "O4": ("洗上澡", "can bathe"), "O5": ("晒太阳", "can get into the sun"),
    ]

    static let needyKinds: KeyValuePairs<String, (String, String)> = [
        "LOWINC": ("低保", "low income"), "EXTREME": ("特困", "extreme poverty"), "EDGE": ("低保边缘", "marginal"),
        "MONITORED": ("监测对象", "monitored"), "NONE": ("不属于困难家庭", "not a needy family"),
    ]

    static let ownerships: KeyValuePairs<String, (String, String)> = [
        "OWN": ("自有", "own"), "TENANT": ("租住", "rented"),
    ]

    /// The homes by household, as the cases left them.
    static var homes: Register {
        Register(
            "home",
            "住房档案",
            "Homes",
            key: "household",
            indexed: ["village_code", "priority"],
            keptBy: ["bureau", "town"]
        ) {
            Field("household", "户号", "Household").required()
            Field("applicant", "申请人身份证号", "Identity number", .residentID).sensitive()
            Field("address", "地址", "Address").personal()
            Field("village_code", "村(社区)", "Village", .area)
            Field("ownership", "产权", "Ownership", oneOf: Self.ownerships)
            Field("owner_consent", "房主同意", "Owner's consent", .boolean)
            Field("grade_max", "最重等级", "Gravest grade", .integer).between(1, 4).sensitive()
            Field("needy_kind", "困难类别", "Kind of need", oneOf: Self.needyKinds).sensitive()
            Field("multi", "一户多残", "Several disabled", .boolean).sensitive()
            Field("old_carer", "以老养残", "Old parent caring", .boolean).sensitive()
            Field("alone", "独居", "Living alone", .boolean).sensitive()
            Field("priority", "优先分", "Priority", .integer).atLeast(0)
            Field("needed_outcomes", "所需效果", "Outcomes needed", someOf: Self.outcomes)
            Field("accepted_outcomes", "验收通过的效果", "Outcomes accepted", someOf: Self.outcomes)
            Field("items", "改造项目", "Works") {
                Field("code", "项目", "Work").required()
                Field("quantity", "数量", "Quantity", .integer).required()
                Field("price", "单价(分)", "Price in fen", .money).required()
            }
            Field("cap_fen", "上限(分)", "Cap in fen", .money)
            Field("case", "最近办件", "Last case")
            Field("closed", "办结日期", "Closed", .date)
            Field("again_from", "可再次申请之日", "May apply again from", .date)
        }
    }

    static var renovationMoney: Fund {
        Fund("home", "无障碍改造资金", "Renovation money", each: .year, paymentCap: RuleBook.current.money("home.cap"))
    }

    @ListBuilder<any BureauPart>
    static var homeHandlers: [any BureauPart] {
        let rules = RuleBook.current
        let years = rules.limit("home.again")
        Handler("home.keep", "登记住房档案", "Keep what is known of a home") { task, daemon in
            let data = task.caseData
            guard let household = data["household"]?.stringValue else { return [] }
            var record = try await daemon.record("home", household) ?? ["household": .string(household)]
            let names = [
                "applicant": "applicant", "address": "address", "village_code": "village_code",
                "ownership": "ownership", "owner_consent": "owner_consent", "grade": "grade_max", "needy": "needy_kind",
                "multi": "multi", "old_carer": "old_carer", "alone": "alone", "priority": "priority",
                "needed": "needed_outcomes", "accepted": "accepted_outcomes", "works": "items",
            ]
            for (name, field) in names { if let value = data[name], !value.isNull { record[field] = value } }
            record["cap_fen"] = .integer(rules.on(task.today).money("home.cap").amount)
            record["case"] = task.caseNumber.map(JSON.string)
            if task.payload["closed"]?.boolValue == true {
                record["closed"] = .string(task.today.description)
                record["again_from"] = .string(task.today.adding(years).description)
            }
            return [.put(register: "home", key: household, record: record)]
        }
        Handler("home.rank", "排定优先次序", "Put the waiting homes in order") { _, daemon in
            let waiting = ["APPLIED", "VILLAGE_OK", "TOWN_OK", "DISTRICT_OK"]
            let homes = try await daemon.cases("renovation", open: true).filter { home in
                waiting.contains { home.isIn($0) }
            }.sorted { one, other in
                let (first, second) = (one["priority"]?.integerValue ?? 0, other["priority"]?.integerValue ?? 0)
                // The graver need first; of equals who applied first.
                return (second, one["applied_on"]?.stringValue ?? "", one.number)
                    < (first, other["applied_on"]?.stringValue ?? "", other.number)
            }
            return zip(1..., homes).compactMap { rank, home in
                home["rank"] == .integer(Int64(rank))
                    ? nil : .set(["rank": .integer(Int64(rank))], case: home.number)
            }
        }
    }
}

extension CivilDay {
    /// The day so many months, years or days later; the last of a shorter month.
    func adding(_ limit: Limit) -> CivilDay {
        switch limit.unit {
        case .months: self.adding(months: limit.count)
        case .years: self.adding(months: 12 * limit.count)
        default: self.adding(days: limit.count)
        }
    }
}
