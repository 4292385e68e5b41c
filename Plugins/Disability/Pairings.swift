// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import TongbanModel

/// One-to-one pairing (一对一结对): one helper for a person with an urgent need, who visits every month.
extension Disability {
    /// Who is helped by whom, as the cases say; the card of the pairing.
    static var pairings: Register {
        Register("pairing", "结对卡", "Pairings", key: "no", indexed: ["helper", "state"]) {
            Field("no", "办件", "Case").required()
            Field("person", "身份证号", "Identity number", .residentID).required().sensitive()
            Field("helper", "帮扶人", "Helper").required().personal()
            Field("state", "状态", "State").required()
            Field("from", "起", "From", .date)
            Field("to", "止", "To", .date)
            Field("plan", "帮扶计划", "Plan").personal()
            Field("village_code", "村(社区)", "Village", .area)
        }
    }

    /// How many pairings each helper has in hand.
    static var helpers: Register {
        Register("helper", "帮扶人", "Helpers", key: "id") {
            Field("id", "帮扶人", "Helper").required()
            Field("active", "正在帮扶人数", "Active pairings", .integer).required().atLeast(0)
        }
    }

    static var pairing: Item {
        Item(
            "pairing",
            "一对一结对",
            "One-to-one pairing",
            about: (
                "为有急难需求的残疾人确定一名帮扶人,双方同意后结对,每月走访。",
                "One helper for a person with an urgent need; both agree, and the helper visits every month."
            ),
            openedBy: ["citizen", "agent", "village", "town", "bureau"],
            unique: ["person"],
            subject: "person",
            area: "village_code"
        ) {
            Form {
                Field("person", "身份证号", "Identity number", .residentID).required().sensitive()
                Field("helper", "帮扶人", "Helper").required().personal()
                Field("plan", "帮扶计划", "Plan").required().between(1, 1_000).personal()
                Field("needs", "急难需求", "Urgent needs", someOf: Self.needCodes).sensitive()
                Field("mobile", "手机", "Mobile", .mobile).personal()
                Field("village_code", "村(社区)", "Village", .area)
                Self.helperHasRoom(form("helper"))
            }
            Reached(mobile: "mobile")
            // A first visit soon; while nobody helps, its time stands.
            Deadline(
                "first",
                "首次走访",
                "First visit",
                .rule("pairing.first"),
                startsIn: ["ACTIVE"],
                endsOn: ["VISITED"],
                pausedIn: ["PAUSED"],
                source: "一对一结对帮扶工作安排"
            ) {
                Rung("due", tells: "bureau", "head")
            }
            Flow {
                Self.proposed
                Self.checked
                Self.active
                State("VISITED", "已走访", "Visited") { When(true, to: "ACTIVE") }.untimed()
                Self.paused
                Final("ENDED", "已结束", "Ended")
                Final("WITHDRAWN", "已撤回", "Withdrawn")
            }
        }
    }

    private static var proposed: State {
        State("PROPOSED", "已提议", "Proposed") {
            OnEvent("person.deceased", to: "WITHDRAWN")
            OnEvent("person.moved", to: "WITHDRAWN")
            Action("activate", "结对", "Pair", by: "bureau", to: "CHECKED", notBy: ["open"]) {
                Field("personAgrees", "残疾人(监护人)同意", "The person agrees", .boolean).required()
                Field("helperAgrees", "帮扶人同意", "The helper agrees", .boolean).required()
                Requires(
                    "BOTH_AGREE",
                    form("personAgrees") == true && form("helperAgrees") == true,
                    "须双方同意后才能结对。",
                    "both must agree before they are paired"
                )
                Self.helperHasRoom(value("helper"))
            }
            Action("withdraw", "撤回", "Withdraw", by: "citizen", "agent", "bureau", to: "WITHDRAWN")
        }
        .untimed()
    }

    /// Counts the helper's pairings once more, after all that was done before.
    private static var checked: State {
        State("CHECKED", "核对帮扶人", "Looking at the helper") {
            OnEntry { Submits("pairing.check") }
            OnEvent("helper.free", to: "ACTIVE") {
                Sets("from", to: value("from", or: today))
                Sets("left", to: false)
                Self.notePairing("ACTIVE")
                Tags(value("person"), as: "helped")
                Submits("visit.open")
                Submits("helper.count")
                Notifies("subject", about: "pairing.active", "您的结对帮扶已开始。", "Your helper will visit you.")
                Notifies(
                    to: value("helper"),
                    about: "pairing.active",
                    zh: text("结对 ", caseNumber, " 已开始,请及时首次走访。"),
                    en: text("Pairing ", caseNumber, " has begun: make your first visit soon.")
                )
            }
            OnEvent("helper.full", to: "PAUSED") {
                Notifies(
                    "bureau",
                    about: "pairing.full",
                    "帮扶人结对已满,请另行安排。",
                    "The helper has no room for another pairing: find another."
                )
            }
        }
        .untimed()
        .untasked()
    }

    private static var active: State {
        State("ACTIVE", "帮扶中", "Active") {
            OnEvent("month") { Submits("visit.open", ["month": given("month")]) }
            OnEvent("child.visit.closed", to: "VISITED", when: given("outcome") == "DONE") {
                Sets("visits", to: value("visits").appending(given("case")))
            }
            Action("pause", "暂停", "Pause", by: "bureau", "helper", to: "PAUSED") {
                Field("reason", "原因", "Reason", oneOf: Self.pauses).required()
                Field("note", "说明", "Note").atMost(500)
                Sets("left", to: given("reason") == "HELPER_LEFT")
                Self.stopVisits("PAUSED")
            }
            Self.ending
        }
        .untimed()
        .untasked()
    }

    static let pauses: KeyValuePairs<String, (String, String)> = [
        "HELPER_LEFT": ("帮扶人离开", "the helper left"), "PERSON_AWAY": ("残疾人外出", "the person is away"),
        "OTHER": ("其他", "other"),
    ]

    /// When the helper left, another is found in time.
    private static var paused: State {
        State("PAUSED", "已暂停", "Paused") {
            Deadline(
                "replace",
                "更换帮扶人",
                "Find another helper",
                .by(choose(value("left") == true, rule("pairing.replace"), rule("pairing.pause")))
            ) {
                Rung("due", tells: "bureau", "head")
            }
            Action("replace", "更换帮扶人", "Another helper", by: "bureau", to: "CHECKED") {
                Field("helper", "帮扶人", "Helper").required().personal()
                Requires(
                    "SAME_HELPER",
                    form("helper") != value("helper"),
                    "请指定另一名帮扶人。",
                    "name another helper"
                )
                Self.helperHasRoom(form("helper"))
            }
            Action("resume", "恢复", "Resume", by: "bureau", to: "CHECKED") {
                Requires(
                    "HELPER_LEFT",
                    value("left") != true,
                    "帮扶人已离开,请更换(replace)。",
                    "the helper left: name another (replace)"
                )
                Self.helperHasRoom(value("helper"))
            }
            Self.ending
        }
    }

    @ListBuilder<any StatePart>
    private static var ending: [any StatePart] {
        Action("end", "结束", "End", by: "bureau", to: "ENDED") {
            Field("reason", "原因", "Reason").required().atMost(500)
            Self.over
        }
        OnEvent("person.deceased", to: "ENDED") { Self.over }
        OnEvent("person.moved", to: "ENDED") { Self.over }
    }

    @ListBuilder<any Step>
    private static var over: [any Step] {
        Sets("to", to: today)
        Untags(value("person"), as: "helped")
        Self.stopVisits("ENDED")
    }

    /// Visits still due fall away.
    @ListBuilder<any Step>
    private static func stopVisits(_ state: String) -> [any Step] {
        Withdraws("visit")
        Self.notePairing(state)
        Submits("helper.count")
    }

    private static func notePairing(_ state: String) -> Records {
        Records(
            in: "pairing",
            key: caseNumber,
            [
                "no": caseNumber, "person": value("person"), "helper": value("helper"),
                "state": Expression(stringLiteral: state), "from": value("from"), "to": value("to"),
                "plan": value("plan"), "village_code": value("village_code"),
            ]
        )
    }

    private static func helperHasRoom(_ helper: Expression) -> Requires {
        Requires(
            "HELPER_FULL",
            !isRegistered("helper", helper) || registered("helper", helper, "active") < rule("pairing.limit"),
            "该帮扶人结对人数已满,请另选帮扶人。",
            "this helper has no room for another pairing: choose another"
        )
    }
}
