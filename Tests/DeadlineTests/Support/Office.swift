// SPDX-License-Identifier: Apache-2.0

import BureauKit
import BureauTesting
import ByteJSON
import Civic
import TongbanEngine
import TongbanModel

/// A small bureau: permits with a limit for the whole and one for each step, and calls with whatever limit is given.
enum Office {
    static let tables: [CalendarTable] = {
        let folder =
            #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
            + "/seeds/calendar"
        do {
            return try CalendarTable.tables(inFolder: folder)
        } catch {
            preconditionFailure("the calendar tables of the seeds cannot be read: \(error)")
        }
    }()

    static let definition = BureauDefinition(
        "office",
        "办公室",
        "Office",
        about: ("测试用的部门。", "A bureau for tests."),
        prefix: "BS"
    ) {
        Role("clerk", "科员", "Clerk")
        Role("head", "领导", "Head")
        Item("permit", "许可", "Permit", about: ("一件许可。", "A permit."), openedBy: ["clerk"]) {
            Deadline(
                "total",
                "全程",
                "The whole",
                .workingDays(20),
                pausedIn: ["SUSPENDED"],
                tells: ["handler", "subject"]
            )
            Deadline(
                "answer",
                "答复",
                "Answer",
                .hours(24),
                startsIn: ["WORK"],
                endsOn: ["WORK"],
                onReturn: .resume
            )
            Deadline("once", "一次", "Once", .days(30), startsIn: ["WORK"], endsOn: ["WORK"])
            Flow {
                State("RECEIVED", "已收到", "Received") {
                    Deadline("accept", "受理", "Accept", .workingDays(2))
                    Action("accept", "受理", "Accept", by: "clerk", to: "WORK")
                    Action("longer", "延长", "Extend", by: "clerk") { Extends("accept", by: Limit(3, .workingDays)) }
                }
                State("WORK", "办理", "In hand") {
                    Action("suspend", "中止", "Suspend", by: "clerk", to: "SUSPENDED")
                    Action("finish", "办毕", "Finish", by: "clerk", to: "CHECK")
                }
                State("SUSPENDED", "中止:专家评审", "Suspended: experts") {
                    Action("resume", "恢复", "Resume", by: "clerk", to: "WORK")
                }.untimed()
                State("CHECK", "复核", "Check") {
                    Action("back", "退回", "Back", by: "clerk", to: "WORK")
                    Action("close", "办结", "Close", by: "clerk", to: "DONE")
                }
                Final("DONE", "办结", "Done")
            }
        }
        Item("call", "来电", "Call", about: ("一个来电。", "A call."), openedBy: ["clerk"]) {
            Form {
                Field("limit", "时限", "Limit").required()
                Field("since", "起算", "Since")
            }
            Flow {
                State("OPEN", "已派发", "Dispatched") {
                    Deadline(
                        "reply",
                        "答复",
                        "Reply",
                        .by(value("limit")),
                        from: value("since"),
                        pausedIn: ["HELD"]
                    )
                    Action("longer", "延长", "Extend", by: "clerk") { Extends("reply", by: Limit(10, .workingDays)) }
                    Action("done", "办结", "Done", by: "clerk", to: "DONE")
                    State("WAITING", "待签收", "Waiting") {
                        Action("sign", "签收", "Sign for", by: "clerk", to: "SIGNED")
                        Action("hold", "挂起", "Hold", by: "clerk", to: "HELD")
                    }
                    State("SIGNED", "已签收", "Signed for") { Action("hold", "挂起", "Hold", by: "clerk", to: "HELD") }
                    State("HELD", "挂起", "Held") { Action("go", "继续", "Go on", by: "clerk", to: "WAITING") }
                }
                Final("DONE", "办结", "Done")
            }
        }
        Item("faulty", "有误", "Faulty", about: ("到期时出错。", "It fails when it is due."), openedBy: ["clerk"]) {
            Flow {
                State("OPEN", "进行", "Open") {
                    Deadline("work", "办理", "Work", .minutes(10)) {
                        Rung.without("half")
                        Rung.without("soon")
                        Sets("sum", to: Expression(["/": [1, 0]]))
                    }
                    Action("done", "办结", "Done", by: "clerk", to: "DONE")
                }
                Final("DONE", "办结", "Done")
            }
        }
        Item("ladder", "分级", "Ladder", about: ("分级提醒。", "A ladder."), openedBy: ["clerk"]) {
            Flow {
                State("OPEN", "进行", "Open") {
                    Deadline("work", "办理", "Work", .workingDays(10)) {
                        Rung("leader", at: "+5wd", tells: "leader")
                        Rung("quarter", at: "20%", tells: "clerk")
                        Rung("soon", at: "-2wd", tells: "clerk", "head")
                        Rung.without("half")
                    }
                    Deadline("consent", "默认", "Consent", .days(3), then: "AGREED", intended: true)
                    Action("done", "办结", "Done", by: "clerk", to: "DONE")
                }
                State("AGREED", "默认同意", "Agreed") {
                    Deadline("hour", "一小时", "An hour", .hours(4)) { Rung("last", at: "-1h", tells: "clerk") }
                    Action("done", "办结", "Done", by: "clerk", to: "DONE")
                }
                Final("DONE", "办结", "Done")
            }
        }
    }

    static func daemon(at moment: String = "2022-07-12T09:00:00+08:00") throws -> TestDaemon {
        try TestDaemon(self.definition, at: moment, calendar: self.tables)
    }

    /// A call with a limit, opened now.
    static func call(_ limit: String, in daemon: TestDaemon, since: String? = nil) async throws -> String {
        var data: JSONObject = ["limit": .string(limit)]
        if let since { data["since"] = .string(since) }
        return try await daemon.open("call", as: .system, data)
    }
}

extension TestDaemon {
    /// What was told of a case's deadlines: the kinds of the entries, in order.
    func told(_ number: String, _ kind: String = "due") throws -> [String] {
        try self.journal(kind, of: number).map(\.kind)
    }

    /// The moments and kinds at which rungs were climbed.
    func climbs(_ number: String, _ deadline: String) throws -> [String] {
        try self.deadline(deadline, of: number).climbs.map { "\($0.rung.rawValue) \($0.at)" }
    }
}

func instant(_ text: String) -> Instant { Instant(text + "+08:00") ?? Instant(milliseconds: 0) }
