// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import TongbanEngine
import TongbanModel

/// A small bureau whose one handler asks for what the case says.
enum Desk {
    static let clerk = PersonView.person("clerk", "clerk")

    /// - Parameter effects: what the handler returns.
    static func definition(
        _ effects: @escaping @Sendable (HandledTask, any DaemonAccess) async throws -> [Effect] = { _, _ in [] }
    ) -> BureauDefinition {
        BureauDefinition("desk", "窗口", "Desk", about: ("测试用的部门。", "A bureau for tests."), prefix: "CK") {
            Role("clerk", "科员", "Clerk")
            Register("stamp", "印章", "Stamps", key: "no", limit: 1) {
                Field("no", "编号", "Number").required()
                Field("holder", "保管人", "Holder").personal()
            }
            Item("matter", "事项", "Matter", about: ("一件事。", "One matter."), openedBy: ["clerk"], subject: "who") {
                Form {
                    Field("who", "何人", "Who").required().between(1, 20)
                    Field("kind", "种类", "Kind", oneOf: ["A": ("甲", "a"), "B": ("乙", "b")])
                    Field("lines", "明细", "Lines") { Field("count", "数量", "Count", .integer).atLeast(1) }
                    Requires("NOT_NOBODY", value("who") != "nobody", "不能是无名氏。", "it must be somebody")
                }
                Flow {
                    State("OPEN", "已开", "Open") {
                        Deadline("work", "办理", "Work on it", .workingDays(3), pausedIn: ["HELD"], source: "内部规定")
                        Action("enter", "登记", "Enter", by: "clerk", notBy: ["approve"]) {
                            Sets("entries", to: value("entries").appending(actor))
                            Submits("enter")
                        }
                        Action("extend", "延长", "Extend", by: "clerk") {
                            Extends("work", by: Limit(2, .workingDays), times: 2)
                        }
                        OnEvent("entered", to: "DONE", when: value("entries").count >= 1)
                        State("WAITING", "等待", "Waiting") {
                            Action("hold", "搁置", "Hold", by: "clerk", to: "HELD")
                        }
                        State("HELD", "搁置", "Held") { Action("go", "继续", "Go on", by: "clerk", to: "WAITING") }
                    }
                    Final("DONE", "办结", "Done")
                }
            }
            Handler("enter", "登记", "Enter", maxAttempts: 2, firstRetryMilliseconds: 60_000, effects)
        }
    }

    static func daemon(
        _ effects: @escaping @Sendable (HandledTask, any DaemonAccess) async throws -> [Effect] = { _, _ in [] }
    ) throws -> TestDaemon {
        try TestDaemon(self.definition(effects), at: "2022-07-12T09:00:00+08:00")
    }
}
