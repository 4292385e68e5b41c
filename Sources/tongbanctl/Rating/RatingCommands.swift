// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import Varlink

struct RatingCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rating",
        abstract: "好差评 · Ratings.",
        subcommands: [Report.self]
    )

    struct Report: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "按部门、事项、等次统计 · Count the ratings by bureau, item and grade."
        )
        @OptionGroup var global: GlobalOptions
        @Option(help: "The first day, such as 2022-07-01.") var from: String
        @Option(help: "The last day, included.") var to: String

        func run(_ session: Session) async throws {
            let output = try await session.call(
                RatingsInterface.Report.self,
                .init(from: self.from, to: self.to)
            )
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            var table = Table(
                console.text("部门/事项", "BUREAU/ITEM"),
                console.text("非常满意", "5"),
                console.text("满意", "4"),
                console.text("基本满意", "3"),
                console.text("不满意", "2"),
                console.text("非常不满意", "1"),
                console.text("合计", "TOTAL"),
                rightAligned: [1, 2, 3, 4, 5, 6]
            )
            for count in output.counts {
                let grades = count.grades.reversed().map(String.init)
                guard grades.count == 5 else { continue }
                table.add(
                    "\(count.bureau)/\(count.item)",
                    grades[0],
                    grades[1],
                    grades[2],
                    grades[3],
                    grades[4],
                    String(count.total)
                )
            }
            console.line(table.text)
        }
    }
}
