// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON

/// The emergency teams (疫情防控应急小分队) and their daily roll-call.
extension Market {
    /// As many as the rule `team.limit` says, numbered from 1; nobody is in two of them. Kept by the day: who replaced whom,
    /// and when, stays.
    static var teams: Register {
        let limit = RuleBook.current.integer("team.limit")
        let numbers = Expression(.array((1...max(1, limit)).map { .string("\($0)") }))
        return Register(
            "team",
            "应急小分队",
            "Emergency teams",
            key: "no",
            unique: [Unique(each: "captain", "members")],
            limit: limit,
            dated: true,
            keptBy: ["dispatcher", "bureau"]
        ) {
            Field("no", "队号", "Number").required()
            Field("captain", "队长", "Captain").required()
            Field("members", "队员", "Members", .texts).personal()
            Requires(
                "LIMIT",
                numbers.contains(value("no")),
                "队号须为 1 至 \(limit);要增加队伍须先改规则 team.limit。",
                "a team has a number from 1 to \(limit); for more the rule team.limit must be changed first"
            )
            Requires(
                "CAPTAIN",
                !value("members").exists || value("members").contains(value("captain")),
                "队长须在队员名单中。",
                "the captain must be among the members"
            )
        }
    }

    /// Who was on duty on a day, as the team answered the roll-call.
    static var readiness: Register {
        Register("readiness", "在岗情况", "Readiness", key: "team", and: ["date"], indexed: ["date"]) {
            Field("team", "队号", "Team").required()
            Field("date", "日期", "Date", .date).required()
            Field("present", "在岗队员", "Present", .texts).required().personal()
            Field("on_duty", "在岗人数", "On duty", .integer).required().atLeast(0)
            Field("answered_at", "应答时间", "Answered at", .moment).required()
        }
    }

    static var rollcall: Item {
        Item(
            "rollcall",
            "队伍点名",
            "Team roll-call",
            about: ("每日早间各小分队应答在岗人员。", "Every morning each team says who is on duty."),
            openedBy: ["dispatcher"],
            unique: ["team", "date"]
        ) {
            Form {
                Field("team", "队号", "Team").required()
                Field("date", "日期", "Date", .date).required()
                Field("late_by", "迟发(分钟)", "Late by minutes", .integer)
                Requires("NO_TEAM", isRegistered("team", form("team")), "没有这支小分队。", "there is no such team")
            }
            Flow {
                State("CALLED", "点名中", "Called") {
                    Work("rollcall", "应答点名", "Answer the roll-call", for: "captain", "member")
                    Deadline("answer", "应答", "Answer", .rule("rollcall.answer")) {
                        Rung("due", tells: "head", "dispatcher")
                        Notifies(
                            to: "head",
                            about: "rollcall.unanswered",
                            zh: text("第 ", value("team"), " 小分队未应答今日点名。"),
                            en: text("Team ", value("team"), " has not answered today's roll-call.")
                        )
                    }
                    Deadline("day", "当日有效", "For the day", .days(0), then: "UNANSWERED", intended: true)
                    Action("answer", "应答", "Answer", by: "captain", "member", to: "READY") {
                        Field("present", "在岗队员", "Present", .texts).required().personal()
                        Requires(
                            "NOT_IN_TEAM",
                            registered("team", value("team"), "captain") == applicant
                                || registered("team", value("team"), "members").contains(applicant),
                            "只有本队人员可以应答。",
                            "only somebody of the team answers for it"
                        )
                        Requires(
                            "TOO_MANY",
                            form("present").count <= registered("team", value("team"), "members").count
                                || !registered("team", value("team"), "members").exists,
                            "在岗人数不得多于全队人数。",
                            "no more can be present than the team has"
                        )
                        Sets("on_duty", to: given("present").count)
                        Records(
                            in: "readiness",
                            key: text(value("team"), "|", value("date")),
                            [
                                "team": value("team"), "date": value("date"), "present": given("present"),
                                "on_duty": given("present").count, "answered_at": now,
                            ]
                        )
                    }
                }
                Final("READY", "已应答", "Ready")
                Final("UNANSWERED", "当日未应答", "Not answered")
            }
        }
    }

    /// Missed while the daemon was down, it is called once when it is back, and says how late.
    static var dailyRollcall: Schedule {
        Schedule(
            "rollcall",
            "早间点名",
            "Morning roll-call",
            "daily(\(RuleBook.current.text("rollcall.at")))",
            submits: "rollcall.call",
            catchUp: 1
        )
    }

    static var callRoll: Handler {
        Handler("rollcall.call", "发起点名", "Call the roll") { task, daemon in
            let date = task.payload["period"]?.stringValue ?? task.today.description
            let lateBy = (task.payload["lateBy"]?.integerValue ?? 0) / 60_000
            // A dispatcher may have called a team by hand before.
            let called = Set(
                try await daemon.cases("rollcall", open: true).filter { $0["date"]?.stringValue == date }
                    .compactMap { $0["team"]?.stringValue }
            )
            var effects: [Effect] = []
            for team in try await daemon.records("team") where !called.contains(team.key) {
                effects.append(
                    .open(
                        item: "rollcall",
                        data: ["team": .string(team.key), "date": .string(date), "late_by": .integer(lateBy)]
                    )
                )
                guard let captain = team.data["captain"]?.stringValue else { continue }
                effects.append(
                    .notify(
                        to: captain,
                        text: Bilingual("请应答今日点名。", "Please answer today's roll-call."),
                        topic: "rollcall.called"
                    )
                )
            }
            return effects
        }
    }
}
