// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanModel

@Suite("Figures of deadlines, actions and rotas; means")
struct DeadlineFigureTests {
    private let clerk = PersonView.person("clerk", "clerk")
    private let keeper = PersonView.person("keeper", "clerk")

    private var definition: BureauDefinition {
        BureauDefinition("desk", "窗口", "Desk", about: ("窗口。", "A desk."), prefix: "CK") {
            Role("clerk", "科员", "Clerk")
            Item("call", "出勤", "Call", about: ("一次。", "One."), openedBy: ["clerk"]) {
                Form { Field("costs", "费用", "Costs", .money) }
                Flow {
                    State("OPEN", "办理中", "Open") {
                        Deadline("answer", "答复", "Answer", .workingDays(3))
                        Action("return", "退回", "Return", by: "clerk", to: "RETURNED")
                        Action("close", "办结", "Close", by: "clerk", to: "DONE")
                    }
                    State("RETURNED", "退回", "Returned") {
                        Action("again", "再交", "Again", by: "clerk", to: "OPEN")
                    }
                    .untimed()
                    Final("DONE", "办结", "Done")
                }
            }
            Rota("watch", "值班", "Watch", people: 1, keptBy: ["clerk"]).hours("08:00", "12:00").checkIns(
                everyMinutes: 120
            )
            Figure("due", "到期", "Due", .cases("call"), dated: "_due.answer")
            Figure(
                "inTime",
                "按期",
                "In time",
                .cases("call"),
                when: value("_met.answer") == true,
                dated: "_due.answer"
            )
            Figure("rate", "按期率", "In time, share", share: "inTime", of: "due")
            Figure("first", "首次按期", "First in time", .cases("call"), when: value("_firstMet.answer") == true)
            Figure("returned", "退回过", "Returned", .cases("call"), when: value("_acts").contains("return"))
            Figure("days", "用时", "Days used", .cases("call"), sum: "_used.answer")
            Figure("cases", "件数", "Cases", .cases("call"))
            Figure("meanDays", "平均用时", "Mean days", mean: "days", of: "cases", unit: ("天", "days"))
            Figure("required", "应值守", "Required", .rota("watch", .required))
            Figure("covered", "已值守", "Covered", .rota("watch", .covered))
            Figure("coverage", "值守率", "Coverage", share: "covered", of: "required")
            Figure("checksDue", "应签到", "Check-ins due", .rota("watch", .checkInsDue))
            Figure("checksMade", "已签到", "Check-ins made", .rota("watch", .checkInsMade))
            Report("deadlines", "时限", "Deadlines", figures: "due", "inTime", "rate", "first", "returned", "meanDays")
            Report("duty", "值守", "Duty", figures: "required", "covered", "coverage", "checksDue", "checksMade")
        }
    }

    private func daemon() throws -> TestDaemon { try TestDaemon(self.definition, at: "2022-07-11T09:00:00+08:00") }

    private func texts(_ report: ReportDocument) -> [String] {
        zip(report.columns, report.total.cells).map { $1.text(isShare: $0.isShare).en }
    }

    @Test(
        "a deadline counts in the period of its last day, met or not; of several runs the last, and the first for itself"
    )
    func deadlines() async throws {
        let daemon = try self.daemon()
        let quick = try await daemon.open("call", as: self.clerk, [:])
        let late = try await daemon.open("call", as: self.clerk, [:])
        let returned = try await daemon.open("call", as: self.clerk, [:])
        try await daemon.advance(to: "2022-07-12T09:00:00+08:00")
        try await daemon.act(quick, "close", as: self.clerk)
        try await daemon.act(returned, "return", as: self.clerk)
        try await daemon.act(returned, "again", as: self.clerk)
        // Due on Thursday the 14th, and of the one that came back on Friday the 15th.
        #expect(self.texts(try daemon.report("deadlines", "2022-07-14")) == ["2", "1", "50.00", "0", "0", "—"])
        #expect(self.texts(try daemon.report("deadlines", "2022-07-15")) == ["1", "0", "0.00", "0", "0", "—"])
        try await daemon.advance(to: "2022-07-15T23:59:59+08:00")
        try await daemon.act(returned, "close", as: self.clerk)
        try await daemon.advance(to: "2022-07-18T09:00:00+08:00")
        try await daemon.act(late, "close", as: self.clerk)
        // One day; three of those granted; one and three.
        #expect(self.texts(try daemon.report("deadlines", "2022-07")) == ["3", "2", "66.67", "2", "1", "2.67"])
    }

    @Test("what was true at a past moment is told of the past: nothing was late yet")
    func past() async throws {
        let daemon = try self.daemon()
        try await daemon.open("call", as: self.clerk, [:])
        try await daemon.advance(to: "2022-07-20T09:00:00+08:00")
        #expect(try daemon.report("deadlines", "2022-07").total.cells[0].n == 1)
        let then = try daemon.report("deadlines", "2022-07", at: "2022-07-13T09:00:00+08:00")
        #expect(then.total.cells[0].n == 1 && then.total.cells[1].n == 0)
    }

    @Test("minutes of a rota and its check-ins, day by day, up to the day of the report")
    func rota() async throws {
        let daemon = try self.daemon()
        try await daemon.plan(
            "watch",
            at: "340602101001",
            on: "2022-07-12",
            ["08:00-10:00": ["a"], "10:00-11:59": ["b"]],
            as: self.keeper
        )
        try await daemon.advance(to: "2022-07-12T08:00:00+08:00")
        let shifts = try daemon.shifts("watch", at: "340602101001", on: "2022-07-12")
        _ = try await daemon.checkIn(shifts[0].number, of: "a", as: self.keeper)
        try await daemon.advance(to: "2022-07-12T11:00:00+08:00")
        let planned = self.texts(try daemon.report("duty", "2022-07-12"))
        #expect(planned == ["240", "239", "99.58", "2", "1"])
        // Nobody was heard of on the second one: it covered nothing.
        try await daemon.advance(to: "2022-07-12T18:00:00+08:00")
        let duty = self.texts(try daemon.report("duty", "2022-07-12"))
        #expect(duty == ["240", "120", "50.00", "2", "1"])
        // The day after has not come.
        #expect(try daemon.report("duty", "2022-07-12..2022-07-13").total.cells[0].n == 240)
    }

    @Test("a figure that asks for a field, a deadline or a name there is not is refused")
    func unknown() {
        func faults(_ figure: FigureDeclaration) -> [String] {
            var declaration = self.definition.declaration
            declaration.registers = [
                .init(
                    id: "home",
                    name: Bilingual("户", "Home"),
                    key: "no",
                    fields: [FieldDeclaration("no", Bilingual("号", "No"), required: true)]
                )
            ]
            declaration.figures = (declaration.figures ?? []) + [figure]
            return DeclarationCheck.faults(in: declaration).filter { $0.place == "figure/x" }.map(\.message.en)
        }
        func figure(_ source: FigureDeclaration.Source, _ of: String, _ filter: JSON) -> FigureDeclaration {
            FigureDeclaration(id: "x", name: Bilingual("某", "x"), source: source, of: of, filter: filter)
        }
        #expect(faults(figure(.cases, "call", ["!!": [["var": "_met.answer"]]])).isEmpty)
        #expect(faults(figure(.cases, "call", ["!!": [["var": "_met.other"]]])) == ["there is no field \"_met.other\""])
        #expect(faults(figure(.cases, "call", ["!!": [["var": "_nobody"]]])) == ["there is no field \"_nobody\""])
        #expect(faults(figure(.register, "home", ["!!": [["var": "no"]]])).isEmpty)
        #expect(faults(figure(.register, "home", ["!!": [["var": "village"]]])) == ["there is no field \"village\""])
    }
}
