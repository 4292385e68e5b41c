// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI

extension CaseCommands {
    struct Decisions: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "决策及理由 · What tables and score cards decided in a case, and why.",
            discussion: "Every decision is kept; what is of class S is shown as ***."
        )
        @OptionGroup var global: GlobalOptions
        @OptionGroup var output: DecisionFormat
        @Argument var number: String
        @Option(help: "As it was at this moment, such as 2022-07-12T09:00:00+08:00.") var at: String?

        func run(_ session: Session) async throws {
            let answer = try await session.call(
                DecisionsInterface.OfCase.self,
                .init(number: self.number, at: self.at)
            )
            let console = session.console
            guard !self.output.isJSON(console) else { return console.json(answer) }
            if self.output.format == .csv {
                var table = Table("number", "at", "table", "version", "into", "rows", "value")
                for decision in answer.decisions {
                    table.add(
                        String(decision.number),
                        decision.at,
                        decision.result.table,
                        decision.result.version,
                        decision.into ?? "",
                        decision.result.rows.joined(separator: " "),
                        DecisionText.plain((try? decision.result.output.parsed())?["value"] ?? .null)
                    )
                }
                return self.output.print(table, console)
            }
            if answer.decisions.isEmpty { console.say("没有决策。", "Nothing was decided.") }
            DecisionText.show(answer.decisions, console)
        }
    }
}
