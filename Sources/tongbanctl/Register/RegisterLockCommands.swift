// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import TongbanAPI
import Varlink

extension RegisterCommands {
    struct Lock: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "锁定台账 · Lock the days of a dated register, or a whole register.",
            discussion: """
                A lock stays; what is wrong is amended with `register amend` and `register amend-decide`.

                tongbanctl --as credit.head register lock credit households --to 2022-06-30 --reason 半年报
                """
        )
        @OptionGroup var global: GlobalOptions
        @Argument var bureau: String
        @Argument var register: String
        @Option(help: "The first day.") var from: String?
        @Option(help: "The last day.") var to: String?
        @Option var reason: String

        func run(_ session: Session) async throws {
            let output = try await session.call(
                RegistersInterface.SetLock.self,
                .init(
                    bureau: self.bureau,
                    register: self.register,
                    from: self.from,
                    to: self.to,
                    reason: self.reason
                )
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            session.console.line(RegisterText.locks([output.lock], session.console).text)
        }
    }

    struct Locks: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "列出锁定 · List the locks of a register.")
        @OptionGroup var global: GlobalOptions
        @Argument var bureau: String
        @Argument var register: String

        func run(_ session: Session) async throws {
            let output = try await session.call(
                RegistersInterface.Locks.self,
                .init(bureau: self.bureau, register: self.register)
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            session.console.line(RegisterText.locks(output.locks, session.console).text)
        }
    }
}
