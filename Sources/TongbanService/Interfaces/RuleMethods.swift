// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanAPI
import TongbanEngine
import TongbanModel
import Varlink

/// `org.tongban.Rules`.
struct RuleMethods {
    let endpoint: Endpoint

    func add(to service: inout VarlinkService) {
        service.add(RulesInterface.interface)
        self.endpoint.read(RulesInterface.List.self, in: &service) { input, _, core in
            let day: CivilDay
            if let text = input.day {
                guard let given = CivilDay(text) else {
                    throw EngineError.invalid(
                        field: "day",
                        Bilingual("“\(text)”不是日期,如 2022-07-12", "\"\(text)\" is no day such as 2022-07-12")
                    )
                }
                day = given
            } else {
                day = ShanghaiTime.day(of: core.now)
            }
            if let bureau = input.bureau, core.directory.declaration(of: bureau) == nil {
                throw EngineError.invalid(
                    field: "bureau",
                    Bilingual("没有部门 \(bureau)", "there is no bureau \(bureau)")
                )
            }
            let bureaus = input.bureau.map { [$0] } ?? core.directory.bureauIDs
            var rules: [RulesInterface.Rule] = []
            for bureau in bureaus {
                for rule in core.directory.declaration(of: bureau)?.declaration.ruleBook ?? [] {
                    rules.append(Self.shown(rule, of: bureau, on: day))
                }
            }
            return .init(rules: rules, day: day.description)
        }
    }

    private static func shown(_ rule: RuleDeclaration, of bureau: String, on day: CivilDay) -> RulesInterface.Rule {
        let current = rule.version(on: day)
        return .init(
            bureau: bureau,
            id: rule.id,
            zh: rule.name.zh,
            en: rule.name.en,
            kind: .init(rawValue: rule.kind.rawValue) ?? .text,
            versions: rule.versions.map { version in
                .init(
                    effectiveFrom: version.effectiveFrom.description,
                    value: version.value.text,
                    source: version.source,
                    inForce: version == current
                )
            }
        )
    }
}
