// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI

extension ReportCommands {
    struct Adjust: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "调整 · Correct a figure of a locked period by a line in the running one."
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "BUREAU/REPORT") var name: Name
        @Option(help: "The locked period.") var period: String
        @Option(help: "The figure.") var figure: String
        @Option(help: "What is to be added, such as -1.", transform: Self.number) var delta: Int
        @Option(help: "Why.") var reason: String

        private static func number(_ text: String) throws -> Int {
            guard let number = Int(text) else { throw ValidationError("\"\(text)\" is no whole number") }
            return number
        }

        func run(_ session: Session) async throws {
            let output = try await session.call(
                ReportsInterface.Adjust.self,
                .init(
                    bureau: self.name.bureau,
                    report: self.name.report,
                    period: self.period,
                    figure: self.figure,
                    delta: self.delta,
                    reason: self.reason
                )
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            session.console.say("已列入 \(output.period)。", "it stands in \(output.period)")
        }
    }

    struct Restate: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "申请重报 · Ask for a locked period to be worked out anew; another head approves."
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "BUREAU/REPORT") var name: Name
        @Option(help: "The locked period.") var period: String
        @Option(help: "Why.") var reason: String

        func run(_ session: Session) async throws {
            let output = try await session.call(
                ReportsInterface.AskRestatement.self,
                .init(
                    bureau: self.name.bureau,
                    report: self.name.report,
                    period: self.period,
                    reason: self.reason
                )
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            session.console.say("已申请,等待另一人批准。", "asked; another person must approve")
        }
    }

    struct Approve: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "批准重报 · Approve a restatement: it becomes the next version."
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "BUREAU/REPORT") var name: Name
        @Option(help: "The locked period.") var period: String

        func run(_ session: Session) async throws {
            let output = try await session.call(
                ReportsInterface.ApproveRestatement.self,
                .init(bureau: self.name.bureau, report: self.name.report, period: self.period)
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            session.console.say("已重报 \(self.period)。", "\(self.period) is restated")
        }
    }
}
