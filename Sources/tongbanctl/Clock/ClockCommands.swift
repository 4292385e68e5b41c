// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import Varlink

struct ClockCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clock",
        abstract: "时钟 · The daemon's clock.",
        subcommands: [Show.self, Advance.self]
    )

    struct Show: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "现在几点 · What time the daemon has.")
        @OptionGroup var global: GlobalOptions

        func run(_ session: Session) async throws {
            let output = try await session.call(ClockInterface.Get.self, .init())
            if session.console.wantsJSON { return session.console.json(output) }
            session.console.line(
                "\(Format.moment(output.now, session.console.language))\(output.clock == .simulated ? session.console.text("(模拟)", " (simulated)") : "")"
            )
        }
    }

    struct Advance: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "拨快模拟时钟 · Move a simulated clock through every timer on the way.",
            discussion: "tongbanctl clock advance 3d · 90min · 1d12h, or --to 2022-07-20T00:00:00+08:00"
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "How far.") var by: String?
        @Option(help: "A moment or a date.") var to: String?

        func validate() throws {
            guard (self.by == nil) != (self.to == nil) else {
                throw ValidationError("say how far, or --to when / 请写拨快多少,或 --to 时刻")
            }
        }

        func run(_ session: Session) async throws {
            let console = session.console
            var last: ClockInterface.Advance.Output?
            for try await output in session.stream(ClockInterface.Advance.self, .init(by: self.by, to: self.to)) {
                last = output
                console.progress(
                    "\(Format.moment(output.now, console.language)),已触发 \(output.fired)",
                    "\(Format.moment(output.now, console.language)), fired \(output.fired)"
                )
            }
            console.endProgress()
            guard let last else { return }
            if console.wantsJSON { return console.json(last) }
            console.say(
                "现在是 \(Format.moment(last.now, console.language)),途中触发 \(last.fired) 个定时。",
                "it is \(Format.moment(last.now, console.language)); \(last.fired) timers fired on the way"
            )
        }
    }
}
