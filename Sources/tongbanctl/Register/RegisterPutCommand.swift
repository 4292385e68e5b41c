// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import TongbanModel
import Varlink

extension RegisterCommands {
    struct Put: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "登记一条记录 · Put one record: a new one, or the whole of one that is there.",
            discussion: """
                tongbanctl register put congress facility id=F00001 water=W0001 kind=SIGN state=OK checked=2022-07-12
                tongbanctl register put medical screening --from 2022-07-12 --data '{"person": "…", "disease": "M03900", …}'

                At a terminal the required values that are missing are asked for. Who may do it: tongbanctl register describe.
                """
        )
        @OptionGroup var global: GlobalOptions
        @Argument var bureau: String
        @Argument var register: String
        @Argument(help: "Values of its fields, as name=value.") var values: [String] = []
        @Option(help: "The values as one JSON object.") var data: String?
        @Option(help: "In a dated register: valid from this day; otherwise from today.") var from: String?

        func validate() throws { try Values.check(self.values, json: self.data) }

        func run(_ session: Session) async throws {
            let description = try await session.call(
                RegistersInterface.Describe.self,
                .init(bureau: self.bureau, register: self.register)
            )
            let whole = try await session.call(ItemsInterface.GetBureau.self, .init(bureau: self.bureau)).declaration
            let declared = try whole.parsed().decoded(as: BureauDeclaration.self).register(self.register)
            let fields = try (declared?.fields ?? []).map { try JSON(encoding: $0) }
            var values = try Values.parse(self.values, json: self.data, fields: fields)
            Prompt.fill(&values, fields: fields, today: try await session.today(), console: session.console)
            var parts: [String] = []
            for name in declared?.keyFields ?? description.fields.filter(\.key).map(\.id) {
                guard let value = values[name], !value.isNull else {
                    throw UsageError("\(name) is part of the key and must be given / 键 \(name) 必须填写")
                }
                parts.append(value.stringValue ?? value.text)
            }
            let key = parts.count == 1 ? parts[0] : parts.map(Self.escaped).joined(separator: "|")
            let output = try await session.call(
                RegistersInterface.Put.self,
                .init(
                    bureau: self.bureau,
                    register: self.register,
                    records: [.init(key: key, data: RawJSON(.object(values)), from: self.from)]
                )
            )
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            if output.added > 0 {
                console.say("已登记 \(key)。", "added \(key)")
            } else if output.changed > 0 {
                console.say("已更改 \(key)。", "changed \(key)")
            } else {
                console.say("\(key) 没有变化。", "\(key) was the same already")
            }
        }

        /// Of a key of several values each is told apart from the marks between them.
        private static func escaped(_ part: String) -> String {
            part.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%25")
                .split(separator: "|", omittingEmptySubsequences: false).joined(separator: "%7C")
        }
    }
}
