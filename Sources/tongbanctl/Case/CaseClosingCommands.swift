// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import Varlink

extension CaseCommands {
    /// Prints a case as it is after a command.
    fileprivate static func show(_ shown: CasesInterface.Case, _ output: some JSONWritable, _ session: Session)
        async throws
    {
        guard !session.console.wantsJSON else { return session.console.json(output) }
        try await CaseText.show(shown, in: session)
    }

    struct Link: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "关联两件相关办件 · Link two cases as related."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var number: String
        @Argument var other: String
        @Option(help: "Refuse when the first case is no longer at this revision.") var revision: Int?

        func run(_ session: Session) async throws {
            let output = try await session.call(
                CasesInterface.Link.self,
                .init(number: self.number, other: self.other, revision: self.revision)
            )
            try await show(output.case, output, session)
        }
    }

    struct Unlink: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "取消人工关联 · Take the link of two related cases away."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var number: String
        @Argument var other: String
        @Option(help: "Refuse when the first case is no longer at this revision.") var revision: Int?

        func run(_ session: Session) async throws {
            let output = try await session.call(
                CasesInterface.Unlink.self,
                .init(number: self.number, other: self.other, revision: self.revision)
            )
            try await show(output.case, output, session)
        }
    }

    struct Merge: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "并案:其余各件与主件一并办理 · Handle cases together with a main one.",
            discussion: "Each keeps its number, limits, answer and rating. More than 500 are merged in several calls."
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "The main case.") var main: String
        @Argument(help: "The cases to be merged into it.") var others: [String]
        @Option(help: "Refuse when the main case is no longer at this revision.") var revision: Int?

        func run(_ session: Session) async throws {
            var rest = self.others[...]
            var revision = self.revision
            while !rest.isEmpty {
                let part = Array(rest.prefix(500))
                rest = rest.dropFirst(500)
                let output = try await session.call(
                    CasesInterface.Merge.self,
                    .init(number: self.main, others: part, revision: revision)
                )
                revision = output.case.summary.revision
                if rest.isEmpty { try await show(output.case, output, session) }
            }
        }
    }

    struct Unmerge: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "拆分:恢复单独办理 · Take a case out of its main one."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var number: String
        @Option(help: "Refuse when the case is no longer at this revision.") var revision: Int?

        func run(_ session: Session) async throws {
            let output = try await session.call(
                CasesInterface.Unmerge.self,
                .init(number: self.number, revision: self.revision)
            )
            try await show(output.case, output, session)
        }
    }

    struct Answer: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "并案件的单独答复 · Write the answer that one merged case gets."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var number: String
        @Argument var text: String
        @Option(help: "Refuse when the case is no longer at this revision.") var revision: Int?

        func run(_ session: Session) async throws {
            let output = try await session.call(
                CasesInterface.Answer.self,
                .init(number: self.number, text: self.text, revision: self.revision)
            )
            try await show(output.case, output, session)
        }
    }

    struct Amend: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "申请更正已办结的办件 · Ask for a correction of a closed case.",
            discussion: "tongbanctl --as market.clerk1 case amend SJ-20220712-000001 --set matter=… --reason 录入有误"
        )
        @OptionGroup var global: GlobalOptions
        @Argument var number: String
        @Option(help: "A value as it is to be, as name=value; may be given again.") var set: [String] = []
        @Option(help: "A value to be removed; may be given again.") var remove: [String] = []
        @Option var reason: String
        @Option(help: "The hash of an attachment of the case; may be given again.") var evidence: [String] = []
        @Option(help: "Refuse when the case is no longer at this revision.") var revision: Int?

        func run(_ session: Session) async throws {
            let current = try await session.call(CasesInterface.Get.self, .init(number: self.number)).case
            let item = try await session.call(
                ItemsInterface.Get.self,
                .init(bureau: current.summary.bureau, item: current.summary.item)
            ).declaration.parsed()
            var fields = item["form"]?.arrayValue ?? []
            for action in item["actions"]?.arrayValue ?? [] { fields += action["fields"]?.arrayValue ?? [] }
            var values = try Values.parse(self.set, json: nil, fields: fields)
            for name in self.remove { values[name] = .null }
            let output = try await session.call(
                CasesInterface.Amend.self,
                .init(
                    number: self.number,
                    values: RawJSON(.object(values)),
                    reason: self.reason,
                    evidence: self.evidence.isEmpty ? nil : self.evidence,
                    revision: self.revision
                )
            )
            try await show(output.case, output, session)
        }
    }

    struct AmendDecide: DaemonCommand {
        static let configuration = CommandConfiguration(
            commandName: "amend-decide",
            abstract: "批准或驳回更正 · Approve or reject a correction."
        )
        enum Decision: String, EnumerableFlag {
            case approve
            case reject
        }

        @OptionGroup var global: GlobalOptions
        @Argument var number: String
        @Argument(help: "The number of the correction within the case.") var id: Int
        @Flag var decision: Decision
        @Option var reason: String?
        @Option(help: "Refuse when the case is no longer at this revision.") var revision: Int?

        func run(_ session: Session) async throws {
            let output = try await session.call(
                CasesInterface.DecideAmendment.self,
                .init(
                    number: self.number,
                    id: self.id,
                    approve: self.decision == .approve,
                    reason: self.reason,
                    revision: self.revision
                )
            )
            try await show(output.case, output, session)
        }
    }
}
