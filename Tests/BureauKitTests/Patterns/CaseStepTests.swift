// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import BureauTesting

@Suite("Steps and values of cases: notices, numbers, values for some roles, kept registers")
struct CaseStepTests {
    private let clerk = PersonView.person("clerk", "clerk")
    private let head = PersonView.person("head", "head")
    private let citizen = PersonView.person("wang", "citizen")

    private var definition: BureauDefinition {
        BureauDefinition("tips", "线索", "Tips", about: ("线索。", "Tips."), prefix: "XS") {
            Role("clerk", "科员", "Clerk")
            Role("head", "局领导", "Head")
            Register("place", "地点", "Places", key: "id", keptBy: ["clerk"]) {
                Field("id", "编号", "Number").required()
                Field("village", "村", "Village", .area)
            }
            Item("tip", "线索", "Tip", about: ("一条线索。", "A tip."), openedBy: ["citizen", "clerk"]) {
                Form {
                    Field("who", "举报人", "Who reports").required().sensitive().seenBy("head", "auditor")
                    Field("about", "事由", "About").required()
                    Field("guard", "值守人", "Guard")
                    Field("levels", "分级表", "Levels", .any)
                }
                Flow {
                    State("OPEN", "办理中", "Open") {
                        Action("alarm", "报警", "Alarm", by: "clerk") {
                            Notifies(
                                to: value("guard"),
                                about: "tip.alarm",
                                zh: text("线索 ", caseNumber, ":", value("about")),
                                en: text("Tip ", caseNumber, ": ", value("about")),
                                urgency: .life
                            )
                            Sets("number", to: caseNumber)
                        }
                        Action("weigh", "分级", "Weigh", by: "clerk") {
                            Field("grave", "严重", "Grave", .boolean).required()
                            If(given("grave") == true) {
                                Sets("level", to: value("levels").member(text("l", 1)))
                                Notifies("head", about: "tip.grave", "严重线索。", "A grave tip.")
                            } otherwise: {
                                Sets("level", to: "LOW")
                            }
                        }
                        Action("count", "清点", "Count", by: "clerk") { Submits("tip.count") }
                        Action("close", "办结", "Close", by: "head", to: "DONE")
                    }
                    .untimed()
                    Final("DONE", "办结", "Done")
                }
            }
            Figure("tips", "线索", "Tips", .cases("tip"))
            Report("month", "月报", "Month", figures: "tips")
            Handler("tip.count", "清点线索", "Count the tips") { task, daemon in
                let all = try await daemon.cases("tip")
                let open = try await daemon.cases("tip", open: true)
                let report = try await daemon.report("month", "2022-07")
                return [
                    .set([
                        "all": .integer(Int64(all.count)), "open": .array(open.map { .string($0.number) }),
                        "abouts": .array(all.map { $0["about"] ?? .null }),
                        "reported": .integer(report.total.cells[0].n ?? -1),
                    ])
                ]
            }
        }
    }

    private func daemon() throws -> TestDaemon { try TestDaemon(self.definition, at: "2022-07-12T22:30:00+08:00") }
    private let tip: JSONObject = ["who": "王某", "about": "占道", "guard": "li", "levels": ["l1": "HIGH"]]

    @Test("a notice goes to whom a value names, says what values hold, and a matter of life waits for no morning")
    func notice() async throws {
        let daemon = try self.daemon()
        let number = try await daemon.open("tip", as: self.citizen, self.tip)
        try await daemon.act(number, "alarm", as: self.clerk)
        let notice = try #require(try daemon.notices().last)
        #expect(notice.to == "li" && notice.text.en == "Tip \(number): 占道")
        #expect(try daemon.data(of: number)["number"] == .string(number))
        let message = try #require(try daemon.journal("notify.tip.alarm").last)
        #expect(try message.data.parsed()["urgency"] == "LIFE")
    }

    @Test("a value for some roles is hidden from others who work on the case, and who looked in vain is told of")
    func withheld() async throws {
        let daemon = try self.daemon()
        let number = try await daemon.open("tip", as: self.citizen, self.tip)
        func shown(_ person: PersonView) throws -> JSON? {
            let view = try daemon.look(at: number, as: person)
            return view.data["who"]
        }
        #expect(try shown(self.clerk) == "***")
        let withheld = try #require(try daemon.journal("case.withheld").last)
        #expect(try withheld.data.parsed()["fields"] == ["who"])
        #expect(try daemon.journal("case.read").isEmpty)
        #expect(try shown(self.head) == "王某")
        #expect(try daemon.journal("case.read").count == 1)
        // Who may see it does, though he does not work on the case.
        #expect(try shown(PersonView(id: "jian", roles: ["auditor"])) == "王某")
        // Who brought it knows.
        #expect(try shown(self.citizen) == "王某")
        #expect(try daemon.journal("case.withheld").count == 1)
    }

    @Test("steps under a condition are done when it holds, and the others when it does not")
    func conditional() async throws {
        let daemon = try self.daemon()
        let number = try await daemon.open("tip", as: self.citizen, self.tip)
        try await daemon.act(number, "weigh", as: self.clerk, ["grave": false])
        #expect(try daemon.data(of: number)["level"] == "LOW" && daemon.notices().isEmpty)
        try await daemon.act(number, "weigh", as: self.clerk, ["grave": true])
        #expect(try daemon.data(of: number)["level"] == "HIGH" && daemon.notices().map(\.to) == ["head"])
    }

    @Test("a value for some roles that is not of class S is a fault of the declaration")
    func openWithheld() {
        var declaration = self.definition.declaration
        declaration.items[0].form[0].privacy = .personal
        #expect(DeclarationCheck.faults(in: declaration).contains { $0.place == "tip/who" })
    }

    @Test("a handler sees the bureau's cases with their values, and its reports")
    func handler() async throws {
        let daemon = try self.daemon()
        let first = try await daemon.open("tip", as: self.citizen, self.tip)
        try await daemon.act(first, "close", as: self.head)
        let second = try await daemon.open("tip", as: self.citizen, ["who": "王某", "about": "噪声"])
        try await daemon.act(second, "count", as: self.clerk)
        let data = try daemon.data(of: second)
        #expect(data["all"] == 2 && data["open"] == [.string(second)] && data["reported"] == 2)
        #expect(data["abouts"] == ["占道", "噪声"])
    }

    @Test("a register is kept by the roles it names, each in his own area, and by nobody else")
    func keeping() throws {
        let daemon = try self.daemon()
        let registers = daemon.cases.registers
        func refused(_ person: PersonView, _ village: String) -> String? {
            do {
                try registers.requireKeeper(
                    of: "place",
                    in: "tips",
                    by: person,
                    puts: [("A", ["id": "A", "village": .string(village)])]
                )
                return nil
            } catch {
                return error.refusalCode
            }
        }
        let keeper = PersonView(id: "k", roles: ["tips:clerk"], area: "340602101000")
        #expect(refused(keeper, "340602101003") == nil)
        #expect(refused(keeper, "340602102003") == "AREA")
        #expect(refused(PersonView(id: "h", roles: ["tips:head"]), "340602101003") == "ROLE")
        #expect(refused(.system, "340602102003") == nil)
        // What is there already outside his area is not his to change either.
        try daemon.put("place", "A", ["id": "A", "village": "340602102003"])
        #expect(refused(keeper, "340602101003") == "AREA")
    }
}
