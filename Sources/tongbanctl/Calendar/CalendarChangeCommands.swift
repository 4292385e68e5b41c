// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import Varlink

extension CalendarCommands {
    struct Load: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "载入某年的放假安排 · Load the table of a year.",
            discussion: """
                With --preview nothing is changed: every running deadline whose due moment would move is listed.
                tongbanctl calendar load 2027.json --preview
                """
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "A file {year, version, status, source, off, work, lieu}.") var file: String
        @Flag(help: "Only show what would move.") var preview = false

        func run(_ session: Session) async throws {
            let table = try CalendarFile.read(self.file)
            if self.preview { return try await MoveList.show(.init(table: table), session) }
            let output = try await session.call(CalendarInterface.Load.self, .init(table: table))
            session.console.say(
                "\(output.year) 年已载入,共 \(output.workingDays) 个工作日。",
                "\(output.year) is loaded: \(output.workingDays) working days"
            )
            try await MoveList.follow(session)
        }
    }

    struct Rollback: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "恢复某年的前一版 · Go back to the table of a year that the present one replaced."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var year: Int
        @Flag(help: "Only show what would move.") var preview = false

        func run(_ session: Session) async throws {
            if self.preview { return try await MoveList.show(.init(rollback: self.year), session) }
            let output = try await session.call(CalendarInterface.Rollback.self, .init(year: self.year))
            session.console.say(
                "\(output.year) 年已恢复前一版,共 \(output.workingDays) 个工作日。",
                "\(output.year) is back at its former table: \(output.workingDays) working days"
            )
            try await MoveList.follow(session)
        }
    }

    struct Hours: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "办公时间与值班时间 · Show the office hours and hours of duty, or load them from a file."
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "A file {seasons, duty}.") var file: String?
        @Flag(help: "Only show what would move.") var preview = false

        func run(_ session: Session) async throws {
            guard let file else {
                let output = try await session.call(CalendarInterface.Hours.self, .init())
                return session.console.json(output.hours)
            }
            let hours = try CalendarFile.read(file)
            if self.preview { return try await MoveList.show(.init(hours: hours), session) }
            _ = try await session.call(CalendarInterface.SetHours.self, .init(hours: hours))
            session.console.say("办公时间已载入。", "the hours are loaded")
            try await MoveList.follow(session)
        }
    }
}

private enum CalendarFile {
    static func read(_ path: String) throws -> RawJSON {
        let bytes = try contents(of: path)
        do {
            return RawJSON(try JSON(parsing: bytes))
        } catch {
            throw UsageError("\(path) is no JSON / 不是 JSON: \(error)")
        }
    }
}

/// What a change of the calendar moves, as it is found.
private enum MoveList {
    static func show(_ input: CalendarInterface.Preview.Input, _ session: Session) async throws {
        let console = session.console
        var table = Table(
            console.text("办件", "CASE"),
            console.text("时限", "DEADLINE"),
            console.text("原到期", "WAS DUE"),
            console.text("新到期", "IS DUE"),
            console.text("说明", "NOTE")
        )
        var cases = 0
        var moved = 0
        for try await output in session.stream(CalendarInterface.Preview.self, input) {
            cases = output.cases
            for move in output.moves {
                moved += 1
                if console.wantsJSON {
                    console.json(move)
                } else {
                    table.add(
                        move.number,
                        console.text(move.zh, move.en),
                        Format.due(move.was, console.language),
                        Format.due(move.due, console.language),
                        self.note(move, console)
                    )
                }
            }
            console.progress("已查 \(cases) 件,\(moved) 个时限变动", "\(cases) cases, \(moved) deadlines move")
        }
        console.endProgress()
        guard !console.wantsJSON else { return }
        if moved > 0 { console.line(table.text) }
        console.say(
            "在办 \(cases) 件,将变动 \(moved) 个时限;尚未作任何更改。",
            "\(cases) open cases, \(moved) deadlines would move; nothing was changed"
        )
    }

    private static func note(_ move: CalendarInterface.Move, _ console: Console) -> String {
        if move.wasProvisional, !move.provisional { return console.text("暂定转为确定", "becomes firm") }
        if !move.wasProvisional, move.provisional { return console.text("转为暂定", "becomes provisional") }
        return move.provisional ? console.text("暂定", "provisional") : ""
    }

    /// Waits until the running deadlines are counted anew.
    static func follow(_ session: Session) async throws {
        let console = session.console
        var last: CalendarInterface.Recount.Output?
        for try await output in session.stream(CalendarInterface.Recount.self, .init()) {
            last = output
            console.progress(
                "重新计算:\(output.cases) 件,\(output.moved) 个时限变动",
                "counting anew: \(output.cases) cases, \(output.moved) deadlines moved"
            )
        }
        console.endProgress()
        guard let last else { return }
        if console.wantsJSON { return console.json(last) }
        console.say(
            "已重新计算 \(last.cases) 件,变动 \(last.moved) 个时限。",
            "\(last.cases) cases counted anew, \(last.moved) deadlines moved"
        )
    }
}
