// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Civic
import TongbanAPI

extension CaseCommands {
    struct Time: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "时间去向:每一段时间在谁手里 · Where the time went: who held the case, and for how long.",
            discussion:
                "From the first contact to the closing every millisecond has one holder. A day counts for who holds the case at its end."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var number: String

        func run(_ session: Session) async throws {
            let time = try await session.call(CasesInterface.Time.self, .init(number: self.number))
            let console = session.console
            guard !console.wantsJSON else { return console.json(time) }
            let language = console.language
            var spans = Table(
                console.text("自", "FROM"),
                console.text("至", "TO"),
                console.text("历时", "FOR"),
                console.text("在谁手里", "HELD BY"),
                console.text("状态", "STATE"),
                rightAligned: [2]
            )
            for span in time.spans {
                spans.add(
                    Format.moment(span.from, language),
                    Format.moment(span.to, language),
                    Self.length(span.ms, console),
                    console.text(span.zh, span.en),
                    span.state
                )
            }
            console.line(spans.text)
            var sums = Table(
                console.text("合计", "IN ALL"),
                console.text("历时", "FOR"),
                console.text("自然日", "DAYS"),
                console.text("工作日", "WORKING DAYS"),
                console.text("办公分钟", "OFFICE MINUTES"),
                rightAligned: [1, 2, 3, 4]
            )
            for sum in time.sums {
                sums.add(
                    console.text(sum.zh, sum.en),
                    Self.length(sum.ms, console),
                    String(sum.calendarDays),
                    String(sum.workingDays),
                    String(sum.officeMinutes)
                )
            }
            sums.add(
                console.text("共", "total"),
                Self.length(time.totalMs, console),
                String(time.sums.reduce(0) { $0 + $1.calendarDays }),
                String(time.sums.reduce(0) { $0 + $1.workingDays }),
                ""
            )
            console.line("")
            console.line(sums.text)
            console.say(
                "本部门办理 \(Self.length(time.handling.ms, console)),退回申请人 \(time.returns) 次",
                "handled by the bureau for \(Self.length(time.handling.ms, console)), given back \(time.returns) time(s)"
            )
        }

        /// To the millisecond, so that what is printed adds up.
        static func length(_ milliseconds: Int, _ console: Console) -> String {
            let (days, rest) = milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
            let seconds = rest / 1_000
            var text = days == 0 ? "" : console.text("\(days) 日 ", "\(days) d ")
            text += "\(Format.two(seconds / 3_600)):\(Format.two(seconds / 60 % 60)):\(Format.two(seconds % 60))"
            let fraction = rest % 1_000
            if fraction > 0 { text += "." + String(String(fraction + 1_000).dropFirst()) }
            return text
        }
    }
}
