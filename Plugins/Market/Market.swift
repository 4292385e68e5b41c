// SPDX-License-Identifier: Apache-2.0

import BureauKit

/// Market supervision: complaints, and inspections with orders and rechecks.
@main
struct Market: Bureau {
    var definition: BureauDefinition {
        BureauDefinition(
            "market",
            "市场监管",
            "Market supervision",
            about: (
                "受理投诉、检查经营主体、责令改正并复查。", "Takes complaints, inspects businesses, orders rectification and rechecks it."
            ),
            prefix: "SJ"
        ) {
            Role("bureau", "局科员", "Bureau clerk")
            Role("head", "局领导", "Head")
            Role("dispatcher", "调度员", "Dispatcher")
            Role("inspector", "执法人员", "Inspector")

            Self.entities
            Self.teams
            Self.complaint
            Item.rework("rework", "投诉重办", "Complaint redone", prefix: "CB", by: ["bureau"], callBackBy: ["callback"])
            Self.inspection

            Figure("complaints", "投诉举报", "Complaints", .cases("complaint"), unit: ("件", "cases"))
            Figure("inspections", "检查", "Inspections", .cases("inspection"), unit: ("次", "visits"))
            Figure("inspected", "检查主体", "Businesses inspected", .cases("inspection"), distinct: "entity")
            Figure("entities", "登记主体", "Businesses registered", .register("entity"))
            Figure("coverage", "检查覆盖率", "Coverage", share: "inspected", of: "entities")
            Report(
                "monthly",
                "市场监管月报",
                "Monthly report",
                figures: "complaints",
                "inspections",
                "inspected",
                "coverage",
                by: .init(kind: .town, field: "_area", rows: Self.towns),
                comparedWith: .previous,
                chart: .bars
            )

            Handler("complaint.notice", "生成告知书", "Write the notice") { task, _ in
                guard let decision = task.payload["decision"]?.stringValue, let number = task.caseNumber else {
                    throw TaskFailure("the task names no decision", isFatal: true)
                }
                return [
                    .set(["notice": .string("\(number)/\(decision)"), "noticeDate": .string(task.today.description)]),
                    .notify(
                        to: "subject",
                        text: Bilingual("您的投诉 \(number) 已有处理结果。", "Your complaint \(number) has a result."),
                        topic: "complaint.result"
                    ),
                ]
            }
            Handler("inspection.record", "登记检查结果", "Record the inspection") { task, daemon in
                guard let uscc = task.caseData["entity"]?.stringValue else {
                    throw TaskFailure("the case names no business", isFatal: true)
                }
                guard try await daemon.record("entity", uscc) != nil else {
                    return [
                        .notify(
                            to: "bureau",
                            text: Bilingual("检查对象 \(uscc) 不在台账中。", "Business \(uscc) is not in the register."),
                            topic: "inspection.unregistered"
                        )
                    ]
                }
                let result = task.payload["result"]?.stringValue ?? ""
                return [.set(["recorded": .string(result), "recordedOn": .string(task.today.description)])]
            }
        }
    }

    /// The streets and towns of Duji District.
    static let towns: [ReportDeclaration.Rows.Row] = [
        .init(id: "340602001000", name: Bilingual("高岳街道", "Gaoyue Street")),
        .init(id: "340602002000", name: Bilingual("矿山集街道", "Kuangshanji Street")),
        .init(id: "340602100000", name: Bilingual("朔里镇", "Shuoli Town")),
        .init(id: "340602101000", name: Bilingual("石台镇", "Shitai Town")),
        .init(id: "340602102000", name: Bilingual("段园镇", "Duanyuan Town")),
        .init(id: "340602400000", name: Bilingual("淮北杜集经济开发区", "Duji Economic Development Zone")),
    ]

    static let entities = Register("entity", "经营主体", "Businesses", key: "uscc") {
        Field("uscc", "统一社会信用代码", "Unified social credit code", .creditCode).required()
        Field("reg_no", "注册号", "Registration number")
        Field("name", "名称", "Name").required()
        Field(
            "kind",
            "类别",
            "Kind",
            oneOf: [
                "MARKET": ("农贸市场", "market"), "SUPERMARKET": ("超市", "supermarket"),
                "PHARMACY": ("药店", "pharmacy"), "CATERING": ("餐饮", "catering"),
                "COLDSTORE": ("冷库", "cold store"), "LODGING": ("住宿", "lodging"), "OTHER": ("其他", "other"),
            ]
        ).required()
        Field("village_code", "村(社区)", "Village", .area)
        Field("lat", "纬度", "Latitude", .integer)
        Field("lon", "经度", "Longitude", .integer)
        Field("datum", "坐标系", "Datum")
        Field("contact_name", "联系人", "Contact").personal()
        Field("contact_phone", "电话", "Telephone", .mobile).personal()
    }

    /// The seven emergency teams; an eighth needs another limit.
    static let teams = Register("team", "应急小分队", "Emergency teams", key: "no", limit: 7) {
        Field("no", "队号", "Number").required()
        Field("captain", "队长", "Captain").required()
        Field("members", "队员", "Members", .texts).personal()
    }

    /// Provisional Measures for Handling Complaints and Reports on Market Supervision (Order No. 20 of 2019).
    static let complaint = Item(
        "complaint",
        "投诉",
        "Complaint",
        about: (
            "消费者与经营者的争议,7 个工作日内决定是否受理,受理后 45 个工作日内调解。",
            "A consumer's dispute with a business: accepted or refused in 7 working days, mediated within 45."
        ),
        openedBy: ["citizen", "agent", "village", "bureau"],
        unique: ["complainant", "respondent", "matter"],
        subject: "complainant",
        area: "village_code"
    ) {
        Form {
            Field(
                "source",
                "来源",
                "Source",
                oneOf: [
                    "12315": ("12315 热线", "hotline 12315"), "12345": ("12345 热线", "hotline 12345"),
                    "GRID": ("网格", "grid"), "WINDOW": ("窗口", "window"),
                ]
            ).required()
            Field("complainant", "投诉人", "Complainant").required().sensitive()
            Field("phone", "联系电话", "Telephone", .mobile).personal()
            Field("respondent", "被投诉人", "Respondent").required()
            Field("matter", "事项", "Matter").required().between(1, 500)
            Field("village_code", "所属村(社区)", "Village", .area)
        }
        Flow(initial: "RECEIVED") {
            State("RECEIVED", "已收到", "Received") {
                Deadline(
                    "accept",
                    "决定是否受理",
                    "Accept or refuse",
                    .workingDays(7),
                    source: "市场监督管理投诉举报处理暂行办法 第14条"
                )
                Action("accept", "受理", "Accept", by: "bureau", to: "ACCEPTED", notBy: ["open"])
                Action("refuse", "不予受理", "Refuse", by: "bureau", to: "REFUSED", notBy: ["open"]) {
                    Field("reason", "理由", "Reason").required()
                    Field("competent", "有权处理的机关", "Competent body")
                    Submits("complaint.notice", ["decision": "REFUSED"])
                }
                Action("withdraw", "撤回", "Withdraw", by: "citizen", "agent", to: "WITHDRAWN")
            }
            State("ACCEPTED", "已受理", "Accepted") {
                Deadline(
                    "mediate",
                    "调解",
                    "Mediate",
                    .workingDays(45),
                    then: "TELLING",
                    intended: true,
                    source: "市场监督管理投诉举报处理暂行办法 第21条"
                ) { Sets("outcome", to: "TERMINATED") }
                Action("mediated", "达成调解", "Agreement reached", by: "bureau", to: "MEDIATED") {
                    Field("agreement", "调解内容", "Agreement").required()
                    Submits("complaint.notice", ["decision": "MEDIATED"])
                }
                Action("fail", "终止调解", "End mediation", by: "bureau", to: "TELLING") {
                    Field("reason", "理由", "Reason").required()
                    Sets("outcome", to: "TERMINATED")
                }
                Action("withdraw", "撤回", "Withdraw", by: "citizen", "agent", to: "WITHDRAWN")
            }
            State("TELLING", "待告知", "To be told") {
                Deadline(
                    "tell",
                    "告知投诉人",
                    "Tell the complainant",
                    .workingDays(7),
                    source: "市场监督管理投诉举报处理暂行办法 第21条"
                )
                Action("told", "已告知", "Told", by: "bureau", to: "TERMINATED") {
                    Submits("complaint.notice", ["decision": "TERMINATED"])
                }
            }
            Final("REFUSED", "不予受理", "Refused")
            Final("MEDIATED", "调解结案", "Settled")
            Final("TERMINATED", "终止调解", "Mediation ended")
            Final("WITHDRAWN", "已撤回", "Withdrawn")
        }
        Merging(by: "bureau")
        Rating(
            by: "citizen",
            "agent",
            callBack: ["callback"],
            rework: ReworkDeclaration(item: "rework", callBackBy: ["callback"])
        )
    }

    static let inspection = Item(
        "inspection",
        "检查",
        "Inspection",
        about: (
            "对经营主体的检查;不合格的责令改正并复查。", "The inspection of a business; failures are ordered to be put right and rechecked."
        ),
        openedBy: ["bureau", "dispatcher"],
        unique: ["entity", "planned"],
        subject: "entity",
        area: "village_code"
    ) {
        Form {
            Field("entity", "检查对象", "Business", .creditCode).required()
            Field("planned", "计划日期", "Planned date", .date).required()
            Field("inspectors", "执法人员", "Inspectors", .texts).required()
            Field("village_code", "所属村(社区)", "Village", .area)
            Requires(
                "TWO_INSPECTORS",
                value("inspectors").count >= 2,
                "检查须至少两名执法人员。",
                "an inspection needs at least two inspectors"
            )
        }
        Flow(initial: "PLANNED") {
            State("PLANNED", "已计划", "Planned") {
                Deadline("start", "开始检查", "Begin", .days(1), from: value("planned"))
                Action("begin", "开始检查", "Begin", by: "inspector", to: "RUNNING")
                Action("cancel", "取消", "Cancel", by: "dispatcher", "head", to: "CANCELLED") {
                    Field("reason", "理由", "Reason").required()
                }
            }
            State("RUNNING", "检查中", "Running") {
                Deadline("finish", "当日完成", "Finish the same day", .workingDays(0))
                Action("pass", "合格", "Passed", by: "inspector", to: "PASSED") {
                    Submits("inspection.record", ["result": "PASSED"])
                }
                Action("fail", "不合格", "Failed", by: "inspector", to: "FAILED") {
                    Field("items", "不合格项", "Failures", .texts).required().atLeast(1)
                    Field("note", "说明", "Note").required()
                    Submits("inspection.record", ["result": "FAILED"])
                }
            }
            State("FAILED", "不合格", "Failed") {
                Deadline("order", "当日责令改正", "Order the same day", .workingDays(0))
                Action("order", "责令改正", "Order rectification", by: "inspector", to: "ORDERED") {
                    Field("days", "改正期限(工作日)", "Working days to rectify", .integer).between(0, 60)
                    Sets("orderedOn", to: today)
                }
            }
            State("ORDERED", "责令改正", "Ordered") {
                Deadline(
                    "rectify",
                    "改正",
                    "Rectify",
                    .by(text(value("days", or: 3), "wd")),
                    then: "RECHECK",
                    source: "行政处罚法 第28条"
                )
                Action("claim", "经营者称已改正", "Rectification claimed", by: "inspector", "citizen", to: "RECHECK")
            }
            State("RECHECK", "待复查", "To be rechecked") {
                Deadline("recheck", "复查", "Recheck", .workingDays(2))
                Action("ok", "复查合格", "Recheck passed", by: "inspector", to: "CLOSED") {
                    Field("evidence", "证据", "Evidence")
                }
                Action("bad", "复查不合格", "Recheck failed", by: "inspector", to: "VERIFYING") {
                    Field("note", "说明", "Note").required()
                }
            }
            State("VERIFYING", "核查立案", "To be filed") {
                Deadline("file", "核查", "Verify", .workingDays(15), source: "市场监督管理行政处罚程序规定 第18条")
                Action("extend", "延长核查", "Extend", by: "head") {
                    Field("reason", "理由", "Reason").required()
                    Extends("file", by: Limit(15, .workingDays))
                }
                Action("file", "立案", "File a case", by: "head", to: "CASE_FILED", notBy: ["bad", "order"])
                Action("drop", "不予立案", "Do not file", by: "head", to: "CLOSED", notBy: ["bad", "order"]) {
                    Field("reason", "理由", "Reason").required()
                }
            }
            Final("PASSED", "合格", "Passed")
            Final("CLOSED", "已结案", "Closed")
            Final("CASE_FILED", "已立案", "Case filed")
            Final("CANCELLED", "已取消", "Cancelled")
        }
    }
}
