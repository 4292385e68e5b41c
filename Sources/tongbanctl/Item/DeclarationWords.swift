// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

/// Puts what a bureau declares into words.
struct DeclarationWords {
    let bureau: BureauDeclaration
    let language: Language

    /// Roles that every bureau has, by their ids.
    private static let common: [String: Bilingual] = [
        "citizen": Bilingual("申请人", "applicant"), "agent": Bilingual("代办人", "agent"),
        "village": Bilingual("村(社区)", "village"), "town": Bilingual("镇街", "town"),
        "bureau": Bilingual("局科员", "bureau clerk"), "head": Bilingual("局领导", "head"),
        "finance": Bilingual("财政", "finance"), "auditor": Bilingual("监督", "auditor"),
    ]

    func text(_ both: Bilingual) -> String { self.language == .chinese ? both.zh : both.en }
    func text(_ zh: String, _ en: String) -> String { self.language == .chinese ? zh : en }

    /// `局领导 head`.
    func role(_ id: String) -> String {
        let own = self.bureau.roles.first { $0.id == id }?.name
        guard let name = own ?? Self.common[id] else { return id }
        return self.text(name) == id ? id : "\(self.text(name)) \(id)"
    }

    func roles(_ ids: [String]) -> String { ids.map(self.role).joined(separator: self.text("、", ", ")) }

    /// The codes of a choice with their names: `PHARMACY 药店`.
    func options(_ field: FieldDeclaration) -> String {
        field.options.map { "\($0.code) \(self.text($0.name))" }.joined(separator: self.text("、", ", "))
    }

    func kind(_ field: FieldDeclaration) -> String {
        let name: Bilingual =
            switch field.kind {
            case .text: Bilingual("文字", "text")
            case .integer: Bilingual("整数", "whole number")
            case .boolean: Bilingual("是/否", "yes or no")
            case .choice: Bilingual("单选", "one of")
            case .choices: Bilingual("多选", "some of")
            case .date: Bilingual("日期", "day")
            case .moment: Bilingual("时刻", "moment")
            case .money: Bilingual("金额(分)", "amount in fen")
            case .mu: Bilingual("面积(0.01 亩)", "area in 0.01 mu")
            case .percent: Bilingual("比率", "share")
            case .approximate: Bilingual("约数", "about")
            case .personName: Bilingual("姓名", "name")
            case .residentID: Bilingual("公民身份号码", "resident ID")
            case .creditCode: Bilingual("统一社会信用代码", "credit code")
            case .businessCode: Bilingual("统一社会信用代码或注册号", "credit code or registration number")
            case .disabilityCertificate: Bilingual("残疾人证号", "disability certificate")
            case .mobile: Bilingual("手机号", "mobile number")
            case .area: Bilingual("区划代码", "area code")
            case .geo: Bilingual("坐标", "place")
            case .texts: Bilingual("若干文字", "texts")
            case .rows: Bilingual("多行", "rows")
            case .any: Bilingual("JSON", "JSON")
            }
        var text = self.text(name)
        switch (field.minimum, field.maximum) {
        case (let least?, let most?): text += " \(least)–\(most)"
        case (let least?, nil): text += " ≥ \(least)"
        case (nil, let most?): text += " ≤ \(most)"
        case (nil, nil): break
        }
        return text
    }

    /// What must be filled in, and who may see it.
    func marks(_ field: FieldDeclaration) -> String {
        var marks: [String] = []
        if field.required {
            marks.append(
                field.onlyIf == nil ? self.text("必填", "required") : self.text("视情必填", "required if it applies")
            )
        } else if field.onlyIf != nil {
            marks.append(self.text("视情", "if it applies"))
        }
        switch field.privacy {
        case .public: break
        case .personal: marks.append(self.text("个人信息", "personal"))
        case .sensitive: marks.append(self.text("敏感信息", "sensitive"))
        }
        if let roles = field.seenBy { marks.append(self.text("仅供 ", "for ") + self.roles(roles)) }
        return marks.joined(separator: self.text("、", ", "))
    }

    /// `7 个工作日`; of a rule with its id, and its value on a day.
    func limit(_ rule: JSON, on day: CivilDay) -> String {
        if let text = rule.stringValue { return self.limit(text) }
        if let path = (rule["var"]?[0] ?? rule["var"])?.stringValue, path.hasPrefix("\(RuleSet.name).") {
            let id = String(path.dropFirst(RuleSet.name.count + 1))
            guard let version = self.bureau.ruleBook?.first(where: { $0.id == id })?.version(on: day),
                let text = version.value.stringValue
            else { return self.text("规则 \(id)", "rule \(id)") }
            return "\(self.limit(text))(\(self.text("规则", "rule")) \(id))"
        }
        let limits = Self.limits(in: rule).map(self.limit)
        guard !limits.isEmpty else { return self.text("按情况", "as it falls") }
        return limits.joined(separator: self.text(" 或 ", " or "))
    }

    func limit(_ text: String) -> String {
        guard let limit = try? Limit(text) else { return text }
        return "\(limit.count) \(self.text(limit.unit.name))"
    }

    private static func limits(in rule: JSON) -> [String] {
        switch rule {
        case .string(let text): (try? Limit(text)) == nil ? [] : [text]
        case .array(let parts): parts.flatMap(self.limits)
        case .object(let object): object.members.filter { $0.name != "var" }.flatMap { self.limits(in: $0.value) }
        default: []
        }
    }
}
