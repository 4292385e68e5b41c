// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import Varlink

struct IdentifierCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "id",
        abstract: "证号校验 · Check identifiers; needs no daemon.",
        subcommands: [Check.self]
    )

    struct Check: ParsableCommand {
        enum Kind: String, ExpressibleByArgument, CaseIterable {
            case resident
            case creditCode = "credit-code"
            case organisation
            case disabilityCertificate = "disability-certificate"
            case mobile
        }

        static let configuration = CommandConfiguration(
            abstract: "校验一个号码 · Check one identifier; ends 1 when it is wrong."
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "resident, credit-code, organisation, disability-certificate or mobile.") var kind: Kind
        @Argument var value: String

        func run() throws {
            let console = Console(language: self.global.chosenLanguage, wantsJSON: self.global.json)
            do throws(IdentifierError) {
                let (normal, facts) = try self.read()
                if console.wantsJSON {
                    console.json(JSON.object(["valid": true, "value": .string(normal), "facts": .object(facts)]))
                } else {
                    console.say("有效:\(normal)", "valid: \(normal)")
                    for fact in facts { console.line("  \(fact.name): \(Format.value(fact.value))") }
                }
            } catch {
                if console.wantsJSON {
                    console.json(
                        JSON.object([
                            "valid": false, "code": .string(error.code), "zh": .string(error.message.zh),
                            "en": .string(error.message.en),
                        ])
                    )
                } else {
                    console.complain(
                        "无效 [\(error.code)] \(error.message.zh)",
                        "not valid [\(error.code)] \(error.message.en)"
                    )
                }
                throw ExitCode(1) as any Error
            }
        }

        private func read() throws(IdentifierError) -> (String, JSONObject) {
            let today = ShanghaiTime.day(of: Wall.now)
            switch self.kind {
            case .resident:
                let id = try ResidentID(self.value, today: today)
                return (
                    id.text,
                    [
                        "birth": .string(id.birth.description), "sex": id.sex == .male ? "male" : "female",
                        "age": .integer(Int64(id.birth.age(on: today))),
                        "region": .string(id.regionOfFirstRegistration),
                    ]
                )
            case .creditCode:
                let code = try UnifiedCreditCode(self.value)
                return (
                    code.text, ["region": .string(code.region), "organisation": .string(code.organisationCode)]
                )
            case .organisation: return (try OrganisationCode(self.value).text, [:])
            case .disabilityCertificate:
                let certificate = try DisabilityCertificate(self.value, today: today)
                return (
                    certificate.text,
                    [
                        "holder": .string(certificate.holder.text),
                        "category": .integer(Int64(certificate.category.rawValue)),
                        "grade": .integer(Int64(certificate.grade)), "reissue": .integer(Int64(certificate.reissue)),
                    ]
                )
            case .mobile: return (try MobileNumber(self.value).text, [:])
            }
        }
    }
}
