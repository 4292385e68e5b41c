// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TongbanAPI
import Varlink

struct SubstituteCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "substitute",
        abstract: "替代人 · Who takes a person's place when an absence names nobody.",
        subcommands: [Show.self, Set.self]
    )

    struct Show: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "查看替代人 · Show the substitutes of a person.")
        @OptionGroup var global: GlobalOptions
        @Argument var person: String

        func run(_ session: Session) async throws {
            let output = try await session.call(WorkInterface.Substitutes.self, .init(person: self.person))
            if session.console.wantsJSON { return session.console.json(output) }
            for id in output.substitutes { session.console.line(id) }
        }
    }

    struct Set: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "设置替代人 · Set the substitutes of a person, in the order they are asked; none clears them."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var person: String
        @Argument var substitutes: [String] = []

        func run(_ session: Session) async throws {
            let output = try await session.call(
                WorkInterface.SetSubstitutes.self,
                .init(person: self.person, substitutes: self.substitutes)
            )
            if session.console.wantsJSON { return session.console.json(output) }
            session.console.say(
                "\(self.person) 的替代人:\(self.substitutes.isEmpty ? "无" : self.substitutes.joined(separator: "、"))",
                "substitutes of \(self.person): \(self.substitutes.isEmpty ? "none" : self.substitutes.joined(separator: ", "))"
            )
        }
    }
}
