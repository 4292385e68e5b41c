// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import TongbanEngine
import TongbanModel

/// A bureau whose cases go through everything: the applicant's side, pauses, other bodies, parallel work, suspension,
/// delayed events, handlers, marks, child cases, closing and being taken up again.
enum Relay {
    static let citizen = PersonView.person("li", "citizen")
    static let clerk = PersonView.person("clerk", "relay:bureau")
    static let head = PersonView.person("head", "relay:head")
    static let start = "2022-07-12T09:00:00+08:00"

    static var definition: BureauDefinition {
        BureauDefinition("relay", "接力局", "Relay", about: ("测试用的部门。", "A bureau for tests."), prefix: "JL") {
            Role("bureau", "科员", "Clerk")
            Role("head", "领导", "Head")
            Handler("check", "核查", "Check") { _, _ in [.set(["checked": true]), .raise(event: "checked")] }
            self.matter
        }
    }

    static var matter: Item {
        Item(
            "matter",
            "事项",
            "Matter",
            about: ("一件事。", "One matter."),
            openedBy: ["citizen", "bureau"],
            subject: "who"
        ) {
            Form {
                Field("who", "何人", "Who").required().personal()
                Field("text", "内容", "Text")
                Field("illness", "病情", "Illness").sensitive()
                Field("lines", "明细", "Lines") {
                    Field("what", "何物", "What")
                    Field("account", "账号", "Account").sensitive()
                }
            }
            Deadline("whole", "全程", "Whole", .workingDays(30), pausedIn: ["EXPERT"])
            Suspends(in: "WORK", by: "bureau", deciders: "head")
            Flow {
                State("OPEN", "办理中", "Open") {
                    Action("withdraw", "撤回", "Withdraw", by: "citizen", to: "WITHDRAWN").whileSuspended()
                    self.work
                    self.both
                }
                Final("DONE", "办结", "Done") {
                    Action("appeal", "申诉", "Appeal", by: "citizen", to: "DESK")
                }
                Final("LAPSED", "逾期", "Lapsed")
                Final("WITHDRAWN", "撤回", "Withdrawn")
            }
        }
    }

    private static var work: State {
        State("WORK", "承办", "Work") {
            Deadline("work", "承办", "Work on it", .workingDays(5), pausedIn: ["EXPERT", "ASKED"], onReturn: .resume)
            History("BACK", otherwise: "DESK")
            OnEvent("checked") { Sets("checks", to: value("checks").appending(now)) }
            State("DESK", "经办", "At the desk") {
                OnEntry { Sets("visits", to: value("visits", or: 0) + 1) }
                Action("note", "记录", "Note", by: "bureau") {
                    Field("remark", "备注", "Remark").atMost(50)
                    Field("finding", "病情", "Finding").sensitive()
                    Sets("notes", to: value("notes").appending(given("remark")))
                    Sets("copied", to: given("finding"))
                }
                Action("edit", "改表", "Edit", by: "bureau") { Edits(completing: false) }
                Action("ask", "要求补正", "Ask", by: "bureau", to: "ASKED")
                Action("consult", "专家评审", "Consult", by: "bureau", to: "EXPERT") {
                    Field("reason", "原因", "Reason", oneOf: ["EXPERT": ("专家", "expert"), "HEARING": ("听证", "hearing")])
                }
                Action("send", "转办", "Send", by: "bureau", to: "BANK") {
                    Field("to", "去向", "To", oneOf: ["bank": ("银行", "bank"), "city": ("市里", "city")]).required()
                }
                Action("split", "分头办", "Split", by: "bureau", to: "BOTH")
                Action("check", "核查", "Check", by: "bureau") { Submits("check") }
                Action("later", "约定", "Later", by: "bureau") { Delays("checked", seconds: 86_400) }
                Action("extend", "延长", "Extend", by: "head") { Extends("work", by: Limit(3, .workingDays), times: 2) }
                Action("mark", "存疑", "Mark", by: "bureau") { Marks("DOUBTED") }
                Action("unmark", "释疑", "Unmark", by: "bureau") { Unmarks("DOUBTED") }
                Action("branch", "另开", "Branch", by: "bureau") { Opens("matter", ["who": "child"]) }
                Action("finish", "办结", "Finish", by: "bureau", to: "DONE")
            }
            State("ASKED", "待补正", "Asked") {
                Deadline("reply", "补正", "Reply", .days(10), then: "LAPSED", intended: true)
                Action("reply", "补正", "Reply", by: "citizen", to: "DESK") { Field("answer", "答复", "Answer") }
            }.heldBy(.applicant)
            State("EXPERT", "评审", "Expert review") {
                Action("back", "评审完毕", "Back", by: "bureau", to: "DESK")
            }.untimed().heldBy(.pause(value("reason")))
            State("BANK", "转办", "Sent on") {
                Deadline("bank", "转办", "Sent on", .hours(24))
                Action("returned", "退回", "Returned", by: "bureau", to: "DESK")
            }.heldBy(.body(value("to")))
        }
    }

    private static var both: State {
        Parallel("BOTH", "分头", "Both") {
            Deadline("both", "分头办", "Both", .officeHours(16))
            Action("join", "合并", "Join", by: "bureau", to: "BACK")
            State("ONE", "其一", "One") {
                State("X", "等申请人", "Waits for the applicant") {
                    Action("x", "甲完", "X", by: "citizen", to: "Y")
                }.heldBy(.applicant)
                State("Y", "等听证", "Waits for the hearing") {
                    Action("y", "再来", "Y", by: "bureau", to: "X")
                }.heldBy(.pause("HEARING"))
            }
            State("TWO", "其二", "Two") {
                State("U", "等外单位", "Waits for another body") {
                    Action("u", "乙完", "U", by: "bureau", to: "V")
                }.heldBy(.body("city"))
                State("V", "等力量", "Waits for staff") {
                    Action("v", "再等", "V", by: "bureau", to: "W")
                }.heldBy(.pause("FORCE_MAJEURE"))
                State("W", "经办", "At work") { Action("w", "退", "W", by: "bureau", to: "U") }
            }
        }
    }

    static func daemon(_ definition: BureauDefinition = Relay.definition) throws -> TestDaemon {
        try TestDaemon(definition, at: self.start, calendar: CalendarTable.tables(inFolder: Welfare.calendarFolder))
    }

    /// Values for an action, by chance.
    static func values(_ action: ActionDeclaration, _ chance: inout Chance) -> JSONObject {
        var values = JSONObject()
        switch action.id {
        case "note":
            values["remark"] = .string("r\(chance.below(100))")
            if chance.below(3) == 0 { values["finding"] = .string("finding-\(chance.below(1_000))") }
        case "edit":
            values["text"] = .string("t\(chance.below(100))")
            values["illness"] = .string("illness-\(chance.below(1_000))")
            values["lines"] = [["what": "a", "account": .string("account-\(chance.below(1_000))")]]
        case "consult": if chance.below(2) == 0 { values["reason"] = chance.below(2) == 0 ? "EXPERT" : "HEARING" }
        case "send": values["to"] = chance.below(2) == 0 ? "bank" : "city"
        case "suspend": values["reason"] = chance.below(2) == 0 ? "EXPERT" : "SITE_TEST"
        case "reply": values["answer"] = .string("a\(chance.below(10))")
        default: break
        }
        return values
    }

    /// Lets some time pass, from none to days and from milliseconds to midnights.
    static func wait(_ daemon: TestDaemon, _ chance: inout Chance) async throws {
        let milliseconds: Int
        switch chance.below(6) {
        case 0: return
        case 1: milliseconds = chance.below(2_000)
        case 2: milliseconds = chance.below(3_600_000)
        case 3: milliseconds = chance.below(86_400_000)
        case 4:
            let day = ShanghaiTime.day(of: daemon.now).adding(days: 1)
            return try await daemon.advance(to: ShanghaiTime.startOfDay(day))
        default: milliseconds = chance.below(6 * 86_400_000)
        }
        try await daemon.advance(by: .milliseconds(milliseconds))
    }

    /// Takes an action that somebody may take now, by chance; closing ones less often.
    ///
    /// - Returns: whether there was one.
    @discardableResult
    static func act(_ daemon: TestDaemon, _ number: String, _ chance: inout Chance) async throws -> Bool {
        var possible: [(ActionDeclaration, PersonView)] = []
        for person in [self.citizen, self.clerk, self.head] {
            for action in try daemon.case(number, as: person).actions where action.refusal == nil {
                if ["withdraw", "finish"].contains(action.declaration.id), chance.below(8) > 0 { continue }
                possible.append((action.declaration, person))
            }
        }
        guard !possible.isEmpty else { return false }
        let (action, person) = possible[chance.below(possible.count)]
        let values = self.values(action, &chance)
        // What a rule forbids, such as a third extension, changes nothing.
        _ = try await refusal { try await daemon.act(number, action.id, as: person, values) }
        return true
    }
}

/// Chance with a seed, so that what happened can be seen again.
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: Int) { self.state = UInt64(truncatingIfNeeded: seed &+ 1) &* 0xD134_2543_DE82_EF95 }

    mutating func next() -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var z = self.state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}
