// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import TongbanAPI
import Varlink

extension RegisterCommands {
    struct Amend: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "申请更正 · Ask that values of a record be changed, whether it is locked or not.",
            discussion: """
                A head who is another person decides with `register amend-decide`.

                tongbanctl --as credit.clerk register amend credit households H1 grade=AA \
                --from 2022-03-01 --reason 录入错误 --evidence XY-20220701-000001
                """
        )
        @OptionGroup var global: GlobalOptions
        @Argument var bureau: String
        @Argument var register: String
        @Argument var key: String
        @Argument(help: "The values as they are to be, name=value each; name= removes one.") var values: [String]
        @Option(help: "The day from which it is valid, in a dated register; today unless given.") var from: String?
        @Option var reason: String
        @Option(help: "A case's number or an attachment's hash; may be given several times.") var evidence: [String] =
            []

        func run(_ session: Session) async throws {
            let output = try await session.call(
                RegistersInterface.Amend.self,
                .init(
                    bureau: self.bureau,
                    register: self.register,
                    key: self.key,
                    values: try await RegisterCommands.values(self.values, of: self.register, self.bureau, session),
                    from: self.from,
                    reason: self.reason,
                    evidence: self.evidence
                )
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            session.console.line(RegisterText.requests([output.request], session.console).text)
        }
    }

    struct Rekey: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "申请换键 · Ask that a record with a wrong key get the right one; the old one stays an alias.",
            discussion: """
                tongbanctl --as credit.clerk register rekey credit households H1 id=H2 --reason 编号有误
                """
        )
        @OptionGroup var global: GlobalOptions
        @Argument var bureau: String
        @Argument var register: String
        @Argument var key: String
        @Argument(help: "The fields of the key as they are to be, name=value each.") var values: [String]
        @Option var reason: String
        @Option(help: "A case's number or an attachment's hash; may be given several times.") var evidence: [String] =
            []

        func run(_ session: Session) async throws {
            let output = try await session.call(
                RegistersInterface.Rekey.self,
                .init(
                    bureau: self.bureau,
                    register: self.register,
                    key: self.key,
                    values: try await RegisterCommands.values(self.values, of: self.register, self.bureau, session),
                    reason: self.reason,
                    evidence: self.evidence
                )
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            session.console.line(RegisterText.requests([output.request], session.console).text)
        }
    }

    struct Requests: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "列出申请 · List what was asked: corrections and other keys."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var bureau: String
        @Option(help: "pending, approved or rejected.") var state: String?
        @Option(help: "Only those after this number.") var after: Int?
        @Option var limit: Int = 100

        func run(_ session: Session) async throws {
            let output = try await session.call(
                RegistersInterface.Requests.self,
                .init(bureau: self.bureau, state: self.state, after: self.after, limit: self.limit)
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            session.console.line(RegisterText.requests(output.requests, session.console).text)
        }
    }

    struct AmendDecide: DaemonCommand {
        static let configuration = CommandConfiguration(
            commandName: "amend-decide",
            abstract: "决定申请 · Approve or reject a correction or another key.",
            discussion: "tongbanctl --as credit.head register amend-decide credit 1 --approve"
        )
        @OptionGroup var global: GlobalOptions
        @Argument var bureau: String
        @Argument(help: "The number of the request.") var id: Int
        @Flag(inversion: .prefixedNo, help: "Approve it, or reject it with --no-approve.") var approve: Bool
        @Option var reason: String?

        func run(_ session: Session) async throws {
            let output = try await session.call(
                RegistersInterface.Decide.self,
                .init(bureau: self.bureau, id: self.id, approve: self.approve, reason: self.reason)
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            session.console.line(RegisterText.requests([output.request], session.console).text)
        }
    }

    /// Reads `name=value` arguments by the fields of a register; an empty value becomes `null`.
    static func values(
        _ pairs: [String],
        of register: String,
        _ bureau: String,
        _ session: Session
    ) async throws -> RawJSON {
        let description = try await session.call(
            RegistersInterface.Describe.self,
            .init(bureau: bureau, register: register)
        )
        let fields = description.fields.map { field -> JSON in
            ["id": .string(field.id), "kind": .string(field.kind)]
        }
        var values = try Values.parse(pairs, json: nil, fields: fields)
        for name in values.names where values[name] == "" { values[name] = JSON.null }
        return RawJSON(.object(values))
    }
}
