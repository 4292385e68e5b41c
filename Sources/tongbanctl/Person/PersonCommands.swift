// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import Varlink

struct PersonCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person",
        abstract: "人员 · Who handles cases.",
        subcommands: [List.self, WhoAmI.self, AbsenceCommands.self, SubstituteCommands.self]
    )

    struct List: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "列出人员 · List the persons.")
        @OptionGroup var global: GlobalOptions

        func run(_ session: Session) async throws {
            let output = try await session.call(PersonsInterface.List.self, .init())
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            var table = Table(
                console.text("人员", "PERSON"),
                console.text("名称", "NAME"),
                console.text("角色", "ROLES"),
                console.text("区域", "AREA")
            )
            for person in output.persons {
                table.add(person.id, person.name, person.roles.joined(separator: ", "), person.area ?? "")
            }
            console.line(table.text)
        }
    }

    struct WhoAmI: DaemonCommand {
        static let configuration = CommandConfiguration(
            commandName: "whoami",
            abstract: "我是谁 · Whom the daemon takes you for."
        )
        @OptionGroup var global: GlobalOptions

        func run(_ session: Session) async throws {
            let output = try await session.call(PersonsInterface.WhoAmI.self, .init())
            if session.console.wantsJSON { return session.console.json(output) }
            session.console.line(
                "\(output.id)  \(output.roles.joined(separator: ", "))\(output.operator ? "  operator" : "")"
            )
        }
    }
}
