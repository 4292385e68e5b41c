// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import Testing
import TongbanModel

@Suite("BureauKit: tasks for people")
struct WorkDeclarationTests {
    private static func bureau(@ListBuilder<State> _ states: () -> [State]) -> BureauDeclaration {
        let states = states()
        return BureauDefinition("desk", "窗口", "Desk", about: ("测试", "test"), prefix: "CK") {
            Role("chief", "主任", "Chief", supervises: true)
            Item("matter", "事项", "Matter", about: ("一件事。", "One matter."), openedBy: ["citizen"]) {
                Form { Field("who", "何人", "Who") }
                Flow { states }
            }
        }.declaration
    }

    private static func item(@ListBuilder<State> _ states: () -> [State]) throws -> ItemDeclaration {
        // As the daemon reads what the plugin sends.
        let json = try JSON(encoding: Self.bureau(states))
        return try #require(try json.decoded(as: BureauDeclaration.self).items.first)
    }

    @Test("A state in which persons act has a task for their roles, applicants left aside")
    func implied() throws {
        let item = try Self.item {
            State("REVIEW", "审查", "Review") {
                Action("accept", "受理", "Accept", by: "clerk", "citizen", to: "END", notBy: ["open"])
                Action("refuse", "拒绝", "Refuse", by: "head", "clerk", to: "END", notBy: ["open"])
                Action("withdraw", "撤回", "Withdraw", by: "citizen", "agent", to: "WAIT")
            }
            State("WAIT", "等待", "Waiting") { Action("go", "继续", "Go on", by: "citizen", to: "END") }
            Final("END", "完", "End")
        }
        let task = try #require(item.humanTasks.first)
        #expect(item.humanTasks.count == 1)
        #expect(task.id == "REVIEW" && task.state == "REVIEW" && task.name == Bilingual("审查", "Review"))
        #expect(task.roles == ["clerk", "head"])
        // Four-eyes holds for the task when it holds for all its actions.
        #expect(task.notBy == ["open"])
    }

    @Test("Four-eyes that not all actions share is left to the actions")
    func mixedFourEyes() throws {
        let item = try Self.item {
            State("REVIEW", "审查", "Review") {
                Action("accept", "受理", "Accept", by: "clerk", to: "END", notBy: ["open"])
                Action("note", "记录", "Note", by: "clerk")
            }
            Final("END", "完", "End")
        }
        #expect(item.humanTasks.first?.notBy == nil)
    }

    @Test("A declared task takes the place of the implied one, in the states inside too")
    func declared() throws {
        let item = try Self.item {
            State("GROUP", "组", "Group") {
                Work("whole", "整体", "Whole", for: "head", anywhere: true, notBy: ["open"], priority: 2, mustHold: true)
                State("A", "甲", "A") { Action("a", "甲", "A", by: "clerk", to: "B") }
                State("B", "乙", "B") { Action("b", "乙", "B", by: "clerk", to: "END") }
            }
            Final("END", "完", "End")
        }
        #expect(
            item.humanTasks == [
                HumanTaskDeclaration(
                    id: "whole",
                    state: "GROUP",
                    name: Bilingual("整体", "Whole"),
                    roles: ["head"],
                    anywhere: true,
                    notBy: ["open"],
                    priority: 2,
                    mustHold: true
                )
            ]
        )
    }

    @Test("A state may say that it has none")
    func untasked() throws {
        let item = try Self.item {
            State("GROUP", "组", "Group") {
                State("A", "甲", "A") { Action("a", "甲", "A", by: "clerk", to: "END") }
            }
            .untasked()
            Final("END", "完", "End")
        }
        #expect(item.humanTasks.isEmpty)
    }

    @Test("Actions of a group make a task of each state that has none of its own; parallel states share one")
    func groups() throws {
        let item = try Self.item {
            State("GROUP", "组", "Group") {
                Action("stop", "停止", "Stop", by: "head", to: "BOTH")
                State("A", "甲", "A") { Action("a", "甲", "A", by: "clerk", to: "B") }
                State("B", "乙", "B")
            }
            Parallel("BOTH", "并行", "Both") {
                Action("close", "结束", "Close", by: "head", to: "END")
                State("L", "左", "Left") { State("L1", "左一", "L1") }
                State("R", "右", "Right") { State("R1", "右一", "R1") { Action("r", "右", "R", by: "clerk") } }
            }
            Final("END", "完", "End")
        }
        let found = item.humanTasks.map { "\($0.state) \($0.roles.joined(separator: "+"))" }
        #expect(found == ["A clerk", "B head", "BOTH head", "R1 clerk"])
    }

    @Test("Who answers for the bureau is said by a role, or is the head")
    func heads() {
        let bureau = Self.bureau { Final("END", "完", "End") }
        #expect(bureau.heads == ["chief"])
        #expect(bureau.supervisors == ["chief", "supervisor", "dispatcher"])
        var plain = bureau
        plain.roles = []
        #expect(plain.heads == ["head"])
    }

    @Test("A faulty declaration is refused with the place")
    func faults() {
        let bureau = Self.bureau {
            State("A", "甲", "A") {
                Work("one", "一", "One", for: "clerk", notBy: ["none"], reminders: ["never"])
                Work("one", "一", "One")
                Action("a", "甲", "A", by: "clerk", to: "END")
            }
            .untimed()
            Final("END", "完", "End")
        }
        let faults = DeclarationCheck.faults(in: bureau).map { "\($0.place): \($0.message.en)" }
        #expect(
            faults == [
                "matter/one: there is no action none, which notBy names",
                "matter/one: there is no rung never to remind at",
                "matter/one: this task for people is declared twice", "matter/one: the task for people has no role",
            ]
        )
        var lost = bureau.items[0]
        lost.tasks = [.init(id: "x", state: "NOWHERE", name: Bilingual("", ""), roles: ["clerk"])]
        lost.untasked = ["NOWHERE"]
        var other = bureau
        other.items = [lost]
        #expect(
            DeclarationCheck.faults(in: other).map { "\($0.place): \($0.message.en)" }
                == ["matter/x: there is no state NOWHERE", "matter/NOWHERE: there is no such state"]
        )
    }
}
