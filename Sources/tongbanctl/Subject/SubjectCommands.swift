// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import Varlink

struct SubjectCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "subject",
        abstract: "当事人 · The persons and organisations that cases are about.",
        subcommands: [
            Show.self, Find.self, Put.self, Tag.self, Untag.self, Tell.self, Resolve.self, Correct.self, Decide.self,
            Corrections.self,
        ]
    )

    struct Tell: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "登记当事人的变故 · Tell every open case of somebody what happened to him.",
            discussion: "tongbanctl subject tell 11010519491231002X person.deceased on=2022-07-12"
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "证件号 · The identifier.") var subject: String
        @Argument(help: "事件 · The event, such as person.deceased or person.moved.") var event: String
        @Argument(help: "Values that go with it, as name=value.") var values: [String] = []

        func run(_ session: Session) async throws {
            let data = try Values.parse(self.values, json: nil, fields: [])
            let output = try await session.call(
                SubjectsInterface.Tell.self,
                .init(subject: self.subject, event: self.event, data: RawJSON(.object(data)))
            )
            if session.console.wantsJSON { return session.console.json(output) }
            session.console.line(
                session.console.text("涉及 \(output.cases.count) 件", "\(output.cases.count) case(s)")
                    + (output.cases.isEmpty ? "" : ": " + output.cases.joined(separator: ", "))
            )
        }
    }

    struct Resolve: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "查现行证件号 · The identifier that stands for a corrected one."
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "证件号 · The identifier.") var identifier: String

        func run(_ session: Session) async throws {
            let output = try await session.call(SubjectsInterface.Resolve.self, .init(identifier: self.identifier))
            session.console.wantsJSON ? session.console.json(output) : session.console.line(output.current)
        }
    }

    struct Correct: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "申请更正证件号 · Ask that cases be pointed to another identifier."
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "现号 · The identifier they are under.") var from: String
        @Argument(help: "正确的号 · The right one.") var to: String
        @Option(help: "理由 · Why.") var reason: String

        func run(_ session: Session) async throws {
            let output = try await session.call(
                SubjectsInterface.AskCorrection.self,
                .init(from: self.from, to: self.to, reason: self.reason)
            )
            if session.console.wantsJSON { return session.console.json(output) }
            session.console.line(
                session.console.text(
                    "更正 \(output.id) 待局领导批准,涉及 \(output.cases.count) 件: ",
                    "correction \(output.id) waits for a head's approval, \(output.cases.count) case(s): "
                ) + output.cases.joined(separator: ", ")
            )
        }
    }

    struct Decide: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "批准或不批准更正 · Approve or refuse a correction."
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "更正编号 · The number of the correction.") var id: Int
        @Flag(inversion: .prefixedNo, help: "批准与否 · Whether to approve it.") var approve: Bool

        func run(_ session: Session) async throws {
            let output = try await session.call(
                SubjectsInterface.DecideCorrection.self,
                .init(id: self.id, approve: self.approve)
            )
            if session.console.wantsJSON { return session.console.json(output) }
            session.console.line(
                self.approve
                    ? session.console.text("已更正 \(output.cases.count) 件", "\(output.cases.count) case(s) corrected")
                    : session.console.text("未批准", "refused")
            )
        }
    }

    struct Corrections: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "列出更正 · List the corrections.")
        @OptionGroup var global: GlobalOptions

        func run(_ session: Session) async throws {
            let output = try await session.call(SubjectsInterface.ListCorrections.self, .init())
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            var table = Table(
                console.text("编号", "ID"),
                console.text("现号", "FROM"),
                console.text("更正为", "TO"),
                console.text("理由", "REASON"),
                console.text("申请人", "ASKED"),
                console.text("状态", "STATE"),
                console.text("决定人", "DECIDED")
            )
            for correction in output.corrections {
                let state =
                    switch correction.state {
                    case .waiting: console.text("待批准", "waiting")
                    case .approved: console.text("已批准", "approved")
                    case .refused: console.text("未批准", "refused")
                    }
                table.add(
                    "\(correction.id)",
                    correction.from,
                    correction.to,
                    correction.reason,
                    correction.asked,
                    state,
                    correction.decided ?? ""
                )
            }
            console.line(table.text)
        }
    }
}
