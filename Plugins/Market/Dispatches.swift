// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import TongbanModel

/// Sending emergency teams out (应急调度): the captain answers, the team is on site, and the community confirms.
extension Market {
    static let dispatchTasks: KeyValuePairs<String, (String, String)> = [
        "TEST_SUPPORT": ("核酸检测支援", "support of testing"), "ORDER_KEEPING": ("秩序维护", "keeping order"),
        "DELIVERY": ("物资配送", "delivery"), "DISINFECT": ("消毒", "disinfection"), "PATROL": ("巡查", "patrol"),
    ]

    static var dispatch: Item {
        Item(
            "dispatch",
            "应急调度",
            "Dispatch",
            about: (
                "调度小分队支援社区:队长限时应答,队伍限时到场,社区确认人数与时长。",
                "Sends a team to a community: its captain answers and the team arrives in time, the community confirms people and hours."
            ),
            openedBy: ["dispatcher", "liaison"],
            area: "village_code"
        ) {
            Form {
                Field("team", "队号", "Team").required()
                Field("task", "任务", "Task", oneOf: Self.dispatchTasks).required()
                Field("place", "地点", "Place").required().personal()
                Field("village_code", "所属村(社区)", "Village", .area)
                Field("start", "开始", "Start", .moment).required()
                Field("end", "结束", "End", .moment).required()
                Field("headcount", "人数", "People", .integer).required().atLeast(1)
                Self.knownTeam(form("team"))
                Self.endAfterStart(form("start"), form("end"))
                Self.enoughOnDuty(form("team"), form("headcount"))
            }
            Deadline(
                "arrive",
                "到场",
                "Be on site",
                .rule("dispatch.arrive"),
                startsIn: ["REQUESTED"],
                endsOn: ["ASSIGNED"]
            )
            Flow {
                Self.requested
                Self.assigned
                Self.onSite
                Self.returned
                Final("CONFIRMED", "已确认", "Confirmed")
                Final("CANCELLED", "已取消", "Cancelled")
            }
        }
    }

    private static var requested: State {
        State("REQUESTED", "已请求", "Requested") {
            Submits("dispatch.call")
            Work("answer", "应答调度", "Answer the dispatch", for: "captain")
            Deadline("answer", "队长应答", "The captain answers", .rule("dispatch.answer")) {
                Rung("due", tells: "dispatcher", "head")
            }
            Action("answer", "应答", "Answer", by: "captain", to: "ASSIGNED") {
                Self.ownCaptain
                Field("going", "出动队员", "Who goes", .texts).personal()
                Sets("answered_at", to: now)
            }
            Action("reassign", "改派", "Send another team", by: "dispatcher", to: "REQUESTED") {
                Field("team", "队号", "Team").required()
                Self.knownTeam(form("team"))
                Self.enoughOnDuty(form("team"), value("headcount"))
            }
            Self.cancel
        }
    }

    private static var assigned: State {
        State("ASSIGNED", "已应答", "Assigned") {
            Work("arrive", "到场", "Be on site", for: "captain", "member")
            Action("arrive", "到场", "On site", by: "captain", "member", to: "ON_SITE") {
                Requires(
                    "NOT_IN_TEAM",
                    registered("team", value("team"), "captain") == applicant
                        || registered("team", value("team"), "members").contains(applicant),
                    "只有该小分队人员可以报到。",
                    "only somebody of the team reports its arrival"
                )
                Sets("arrived_at", to: now)
            }
            Self.cancel
        }
        .untimed()
    }

    private static var onSite: State {
        State("ON_SITE", "在场", "On site") {
            Deadline("return", "返回", "Return", .rule("dispatch.return"), from: value("end"))
            Action("return", "返回", "Returned", by: "captain", to: "RETURNED") {
                Self.ownCaptain
                Field("attendance", "出勤名单", "Attendance", .texts).required().personal()
                Field("start", "实际开始", "Actual start", .moment)
                Field("end", "实际结束", "Actual end", .moment)
                Self.endAfterStart(
                    choose(form("start").exists, form("start"), value("start")),
                    choose(form("end").exists, form("end"), value("end"))
                )
                Sets("returned_at", to: now)
            }
        }
    }

    private static var returned: State {
        State("RETURNED", "已返回", "Returned") {
            Deadline("confirm", "社区确认", "Confirm", .rule("dispatch.confirm"))
            Action(
                "confirm",
                "确认",
                "Confirm",
                by: "liaison",
                "dispatcher",
                to: "CONFIRMED",
                notBy: ["answer", "return"]
            ) {
                Field("headcount", "实到人数", "People who came", .integer).atLeast(1)
                Sets("confirmed_on", to: today)
                Sets("minutes", to: minutes(from: value("start"), to: value("end")) * value("headcount"))
            }
            Action("sendBack", "退回核对", "Send back", by: "liaison", "dispatcher", to: "ON_SITE") {
                Field("reason", "理由", "Reason").required()
            }
        }
    }

    private static var cancel: Action {
        Action("cancel", "取消", "Cancel", by: "dispatcher", "liaison", to: "CANCELLED") {
            Field("reason", "理由", "Reason").required()
            Notifies(
                to: value("captain", or: "dispatcher"),
                about: "dispatch.cancelled",
                zh: text("调度 ", caseNumber, " 已取消。"),
                en: text("Dispatch ", caseNumber, " is cancelled.")
            )
        }
    }

    // MARK: Rules

    private static func knownTeam(_ team: Expression) -> Requires {
        Requires("NO_TEAM", isRegistered("team", team), "没有这支小分队。", "there is no such team")
    }

    private static func endAfterStart(_ start: Expression, _ end: Expression) -> Requires {
        Requires("END_AFTER_START", minutes(from: start, to: end) > 0, "结束须晚于开始。", "the end must come after the start")
    }

    /// Those who answered today's roll-call; before the answer, the whole team.
    private static func enoughOnDuty(_ team: Expression, _ people: Expression) -> Requires {
        let key = text(team, "|", value("today"))
        return Requires(
            "HEADCOUNT",
            people
                <= choose(
                    isRegistered("readiness", key),
                    registered("readiness", key, "on_duty"),
                    registered("team", team, "members").count
                ),
            "人数多于该小分队今日在岗人数。",
            "more people than the team has on duty today"
        )
    }

    private static var ownCaptain: Requires {
        Requires(
            "NOT_CAPTAIN",
            registered("team", value("team"), "captain") == applicant,
            "须由该小分队队长办理。",
            "only the captain of this team may do that"
        )
    }

    /// Tells everybody of the team, and the liaisons.
    static var callTeam: Handler {
        Handler("dispatch.call", "通知小分队", "Call the team") { task, daemon in
            guard let number = task.caseNumber, let team = task.caseData["team"]?.stringValue else {
                throw TaskFailure("the task has no dispatch", isFatal: true)
            }
            let record = try await daemon.record("team", team)
            let captain = record?["captain"]?.stringValue
            var people = record?["members"]?.arrayValue?.compactMap(\.stringValue) ?? []
            if let captain, !people.contains(captain) { people.insert(captain, at: 0) }
            var effects: [Effect] = people.map { person in
                .notify(
                    to: person,
                    text: Bilingual(
                        "调度 \(number):第 \(team) 小分队请速应答。",
                        "Dispatch \(number): team \(team), please answer at once."
                    ),
                    topic: "dispatch.called",
                    urgency: .urgent
                )
            }
            effects.append(
                .notify(
                    to: "liaison",
                    text: Bilingual(
                        "调度 \(number) 已通知第 \(team) 小分队。",
                        "Dispatch \(number): team \(team) has been called."
                    ),
                    topic: "dispatch.requested"
                )
            )
            if let captain { effects.append(.set(["captain": .string(captain)])) }
            return effects
        }
    }
}
