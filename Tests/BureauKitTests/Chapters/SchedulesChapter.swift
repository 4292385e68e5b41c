// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Chapter: recurring work")
struct SchedulesChapter {
    static var definition: BureauDefinition {
        BureauDefinition("water", "示例", "Example", about: ("示例。", "An example."), prefix: "SW") {
            Role("clerk", "科员", "Clerk")
            Register("figures", "数字", "Figures", key: "period") {
                Field("period", "期间", "Period")
                Field("late", "迟到毫秒", "Late by, in milliseconds")
            }
            Item("report", "周报", "Weekly report", about: ("周报。", "A report."), openedBy: ["clerk"]) {
                Form { Field("week", "周", "Week").required() }
                Flow {
                    State("OPEN", "填报", "Open") {
                        Deadline("fill", "填报", "Fill in", .workingDays(2))
                        Action("hand-in", "报送", "Hand in", by: "clerk", to: "DONE")
                    }
                    Final("DONE", "办结", "Done")
                }
            }
            Schedule("weekly", "周报", "Weekly report", "weekly.lastwd(16:00)", opens: "report", period: "week")
            Schedule(
                "statistics",
                "月度统计",
                "Monthly statistics",
                "monthly.day(5 09:00)",
                submits: "statistics",
                catchUp: 3
            )
            Handler("statistics", "月度统计", "Monthly statistics") { task, _ in
                let period = task.payload["previous"]?.stringValue ?? ""
                let late = task.payload["lateBy"]?.integerValue ?? 0
                return [
                    .put(
                        register: "figures",
                        key: period,
                        record: ["period": .string(period), "late": .string("\(late)")]
                    )
                ]
            }
        }
    }

    @Test("The example does what the chapter says")
    func example() async throws {
        let daemon = try TestDaemon(
            Self.definition,
            at: "2022-09-28T09:00:00+08:00",
            calendar: CalendarTable.tables(inFolder: Welfare.calendarFolder)
        )
        // The fifth is in the holiday week: the figures of September come on the eighth, a Saturday that is worked.
        #expect(try daemon.schedule("statistics").nextDue == "2022-10-08T09:00:00+08:00")

        // Nobody was there for three days; the run happens once, late, for its own period.
        try await daemon.isDown(until: "2022-10-11T09:00:00+08:00")
        #expect(try daemon.runs(of: "statistics").map(\.period) == ["2022-10"])
        #expect(try daemon.record("figures", "2022-09")?["late"] == "259200000")
        #expect(try daemon.runs(of: "weekly").map(\.period) == ["2022-W39", "2022-W40"])

        let head = PersonView.person("chief", "head")
        try daemon.pauseSchedule("weekly", reason: "flood", as: head)
        try await daemon.advance(to: "2022-10-24T09:00:00+08:00")
        try await daemon.resumeSchedule("weekly", reason: "over", as: head)
        #expect(try daemon.runs(of: "weekly").map(\.outcome) == [.ran, .ran, .skipped, .skipped])
        try await daemon.runSchedule("weekly", period: "2022-W42", reason: "wanted after all", as: head)
        #expect(try daemon.numbers(of: "report").count == 3)
    }
}
