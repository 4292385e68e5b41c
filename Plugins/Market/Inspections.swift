// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import TongbanModel

/// Inspections (监督检查): two inspectors, an item-by-item record, signed by both and by the business.
extension Market {
    /// The item of the pharmacies' checklist that says that medicines for fever, cough, viruses and infections are sold
    /// with the buyer's real name only (四类药品实名登记).
    static let realName = "REAL_NAME"

    static let checkResults: KeyValuePairs<String, (String, String)> = [
        "PASS": ("合格", "pass"), "FAIL": ("不合格", "fail"), "NA": ("不适用", "not applicable"),
    ]

    static var inspection: Item {
        Item(
            "inspection",
            "检查",
            "Inspection",
            about: (
                "对经营主体的检查;两名执法人员逐项记录并签字,不合格的当日责令改正。",
                "The inspection of a business: two inspectors record item by item and sign; failures are ordered to be put right the same day."
            ),
            openedBy: ["bureau", "dispatcher"],
            unique: ["entity", "campaign", "planned_date"],
            subject: "entity",
            area: "village_code"
        ) {
            Form {
                Field("entity", "检查对象", "Business", .businessCode).required()
                Field("campaign", "行动", "Campaign").help(
                    "如:冷链专项;日常检查不填",
                    "such as a cold-chain campaign; none for routine"
                )
                Field("planned_date", "计划日期", "Planned date", .date).required()
                Field("inspectors", "执法人员", "Inspectors", .texts).required()
                Field("kind", "类别", "Kind", oneOf: Self.entityKinds).help("以台账为准", "the register decides")
                Field("phone", "联系电话", "Telephone", .mobile).personal().help("以台账为准", "the register decides")
                Field("village_code", "所属村(社区)", "Village", .area)
                Requires(
                    "TWO_INSPECTORS",
                    form("inspectors").count >= rule("inspection.inspectors")
                        && form("inspectors.0") != form("inspectors.1"),
                    "检查须至少两名执法人员,每人只列一次。",
                    "an inspection needs at least two inspectors, each named once"
                )
            }
            Suspends(in: "FAILED", by: "bureau", atMost: RuleBook.current.limit("suspension.limit"), deciders: "head")
            Flow(initial: "PLANNED") {
                Self.plannedInspection
                Self.runningInspection
                Self.failedInspection
                State("HANDED_ON", "待移交反馈", "Handed on") {
                    OnEvent("handoff.confirmed", to: "ORDERED")
                    OnEvent("handoff.withdrawn", to: "ORDERED")
                }
                .untimed()
                .heldBy(.body("epidemic-headquarters"))
                Final("PASSED", "合格", "Passed")
                Final("ORDERED", "不合格,已责令改正", "Failed and ordered")
                Final("CANCELLED", "已取消", "Cancelled")
            }
        }
    }

    private static var plannedInspection: State {
        State("PLANNED", "已计划", "Planned") {
            Submits("inspection.prepare")
            Deadline("start", "当日检查", "Inspect on the day", .days(0), from: value("planned_date"))
            Action("begin", "开始检查", "Begin", by: "inspector", to: "RUNNING") { Self.ownInspectors }
            Action("cancel", "取消", "Cancel", by: "dispatcher", "head", to: "CANCELLED") {
                Field("reason", "理由", "Reason").required()
            }
        }
    }

    private static var runningInspection: State {
        State("RUNNING", "检查中", "Running") {
            Deadline("finish", "当日完成", "Finish the same day", .days(0))
            Action("record", "记录检查结果", "Record the results", by: "inspector") {
                Self.ownInspectors
                Field("items", "检查项", "Items") {
                    Field("code", "项目代码", "Code").required()
                    Field("result", "结果", "Result", oneOf: Self.checkResults).required()
                    Field("note", "说明", "Note")
                    Field("photo_hash", "照片哈希", "Hash of the photograph")
                }.required().between(1, 200)
                Requires(
                    "NOTE_NEEDED",
                    form("items").all(element("result") != "FAIL" || element("note").exists),
                    "不合格项须写明情况。",
                    "every failed item needs a note"
                )
                // Whoever signed before signed something else.
                Sets("signed", to: [])
                Sets("entity_signature", to: nil)
            }
            Action("sign", "执法人员签字", "Sign", by: "inspector") {
                Self.ownInspectors
                Self.recorded
                Requires("SIGNED", !value("signed").contains(applicant), "您已签字。", "you have signed already")
                Sets("signed", to: value("signed").appending(actor))
            }
            Action("entitySign", "经营者签字", "The business signs", by: "inspector") {
                Self.ownInspectors
                Self.recorded
                Field("signer", "签字人", "Signed by").required().personal()
                Sets("entity_signature", to: "SIGNED")
            }
            Action("refuseSign", "经营者拒签", "The business refuses to sign", by: "inspector") {
                Self.ownInspectors
                Self.recorded
                Field("video_hash", "视频哈希", "Hash of the video").required()
                Requires(
                    "TWO_INSPECTORS",
                    value("signed").count >= rule("inspection.inspectors"),
                    "拒签须先由两名执法人员签字,并留存视频。",
                    "a refusal is recorded after both inspectors have signed, with a video"
                )
                Sets("entity_signature", to: "REFUSED")
            }
            When(Self.isSigned && value("items").none(element("result") == "FAIL"), to: "PASSED") {
                Sets("outcome", to: "PASSED")
                Sets("finished_on", to: today)
                Submits("inspection.record", ["result": "PASSED"])
            }
            When(Self.isSigned && value("items").some(element("result") == "FAIL"), to: "FAILED") {
                Sets("outcome", to: "FAILED")
                Sets("finished_on", to: today)
                Submits("inspection.record", ["result": "FAILED"])
                // In the transaction that fails it. A business not in the register counts as what its checklist is for.
                If(value("kind", or: "PHARMACY") == "PHARMACY" && Self.failedRealName) {
                    Sets("handed", to: true)
                    HandsOver(
                        "headquarters",
                        request: text("药店未按规定实名登记销售四类药品,检查 ", caseNumber, ",请核查购药人员。")
                    )
                }
            }
        }
    }

    private static var failedInspection: State {
        State("FAILED", "不合格", "Failed") {
            Deadline("order", "当日责令改正", "Order the same day", .days(0))
            Action(
                "order",
                "责令改正",
                "Order rectification",
                by: "inspector",
                to: "HANDED_ON",
                when: value("handed") == true
            ) {
                Self.orderIssued
            }
            Action("order", "责令改正", "Order rectification", by: "inspector", to: "ORDERED") { Self.orderIssued }
            Action("crime", "涉嫌犯罪移送公安", "Hand to public security", by: "bureau") {
                Field("request", "移送内容", "What is handed on").required().between(1, 500)
                HandsOver("police", request: given("request"))
            }
            OnEvent("handoff.confirmed") { Sets("handed", to: false) }
            OnEvent("handoff.withdrawn") { Sets("handed", to: false) }
        }
    }

    /// What an order is issued with: on the spot is 0 working days.
    @ListBuilder<any ActionPart>
    private static var orderIssued: [any ActionPart] {
        Self.ownInspectors
        Field("days", "改正期限(工作日,当场改正填 0)", "Working days to rectify, 0 on the spot", .integer).between(
            0,
            Int64(RuleBook.current.integer("order.maximum"))
        )
        Opens(
            "order",
            [
                "inspection": caseNumber, "entity": value("entity"), "kind": value("kind"), "phone": value("phone"),
                "village_code": value("village_code"), "days": value("_event.data.days", or: rule("order.days")),
                "items": value("items").filter(element("result") == "FAIL").map(element("code")),
                "inspectors": value("inspectors"),
            ]
        )
    }

    private static var ownInspectors: Requires {
        Requires(
            "NOT_INSPECTOR",
            value("inspectors").contains(applicant),
            "须由本次检查的执法人员办理。",
            "only the inspectors of this inspection may do that"
        )
    }

    private static var recorded: Requires {
        Requires("NO_RECORD", value("items").exists, "请先记录检查结果。", "record the results first")
    }

    private static var isSigned: Expression {
        value("signed").count >= rule("inspection.inspectors") && value("entity_signature").exists
    }

    private static var failedRealName: Expression {
        value("items").some(element("code") == Expression(.string(Self.realName)) && element("result") == "FAIL")
    }

    /// Takes over what the register says of the business. One that is not in it is inspected all the same, and the clerks
    /// are told.
    static var prepareInspection: Handler {
        Handler("inspection.prepare", "核对检查对象", "Look up the business") { task, daemon in
            guard let uscc = task.caseData["entity"]?.stringValue else {
                throw TaskFailure("the case names no business", isFatal: true)
            }
            guard let entity = try await daemon.record("entity", uscc) else {
                return [
                    .notify(
                        to: "bureau",
                        text: Bilingual(
                            "检查 \(task.caseNumber ?? "") 的对象不在经营主体台账中,请登记。",
                            "The business of inspection \(task.caseNumber ?? "") is not in the register; please add it."
                        ),
                        topic: "inspection.unregistered"
                    )
                ]
            }
            var values: JSONObject = ["kind": entity["kind"] ?? .null, "entity_name": entity["name"] ?? .null]
            if let phone = entity["contact_phone"], !phone.isNull { values["phone"] = phone }
            return [.set(values)]
        }
    }

    /// Keeps the result; the first one of a business in a campaign is marked in the case.
    static var recordInspection: Handler {
        Handler("inspection.record", "登记检查结果", "Record the inspection") { task, daemon in
            guard let uscc = task.caseData["entity"]?.stringValue, let number = task.caseNumber,
                let result = task.payload["result"]?.stringValue
            else { throw TaskFailure("the task names no business or result", isFatal: true) }
            let day = JSON.string(task.caseData["finished_on"]?.stringValue ?? task.today.description)
            // Routine inspections are each the first of their own.
            let campaign = task.caseData["campaign"]?.stringValue ?? "ROUTINE-\(number)"
            let key = "\(uscc)|\(campaign.replacing("%", with: "%25").replacing("|", with: "%7C"))"
            let before = try await daemon.record("inspected", key)
            let isFirst = before == nil || before?["first"]?.stringValue == number
            var record: JSONObject = [
                "entity": .string(uscc), "campaign": .string(campaign), "first": .string(number),
                "first_result": .string(result), "first_on": day, "last": .string(number),
                "last_result": .string(result), "last_on": day,
            ]
            for name in ["first", "first_result", "first_on"] { if let value = before?[name] { record[name] = value } }
            return [
                .put(register: "inspected", key: key, record: record),
                .set(["first": .bool(isFirst), "recorded_on": .string(task.today.description)]),
            ]
        }
    }
}
