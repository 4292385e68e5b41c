// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

extension ScoreCard {
    /// What is wrong with the card, each with the place in it; of bands that overlap or leave a gap, a score as example.
    public func faults() -> [DeclarationCheck.Fault] {
        var faults = DecisionTable.inputFaults(self.inputs, of: self.id)
        func fault(_ place: String, _ zh: String, _ en: String) {
            let path = place.isEmpty ? self.id : "\(self.id)/\(place)"
            faults.append(.init(place: path, message: Bilingual(zh, en)))
        }
        if self.effectiveFrom <= DecisionTable.noDay { fault("", "生效日期有误", "it begins on no day") }
        if self.inputs.count > DecisionTable.inputLimit {
            fault("", "输入最多 \(DecisionTable.inputLimit) 个", "it has more than \(DecisionTable.inputLimit) inputs")
        }
        let criteria = self.groups.flatMap(\.criteria)
        if !(1...Self.criterionLimit).contains(criteria.count) {
            fault("", "评分项须有 1 至 \(Self.criterionLimit) 个", "it must have 1 to \(Self.criterionLimit) criteria")
        }
        let ids = self.groups.map(\.id) + criteria.map(\.id) + (self.vetoes ?? []).map(\.id)
        for id in DecisionTable.repeated(ids) { fault(id, "名称重复", "this name is used twice") }
        for group in self.groups {
            if Self.areCrossed(group.minimum, group.maximum) { fault(group.id, "上下限颠倒", "its bounds are crossed") }
        }
        if Self.areCrossed(self.minimum, self.maximum) { fault("", "上下限颠倒", "its bounds are crossed") }
        let check = JsonLogicCheck(
            scope: .members(Dictionary(self.inputs.map { ($0.id, JsonLogicShape.plain) }) { first, _ in first })
        )
        for veto in self.vetoes ?? [] {
            for message in check.faults(in: veto.if) { fault(veto.id, message.zh, message.en) }
        }
        for criterion in criteria { faults += self.faults(in: criterion, check) }
        var numbers = [self.base, self.minimum, self.maximum]
        for group in self.groups { numbers += [group.minimum, group.maximum] }
        for criterion in criteria {
            numbers += [criterion.points, criterion.minimum, criterion.maximum, criterion.otherwise]
            for step in criterion.steps ?? [] { numbers.append(step.points) }
        }
        if numbers.contains(where: { ($0 ?? 0).magnitude > Self.pointLimit.magnitude }) {
            fault("", "分值过大", "a number of points is too great")
        }
        return faults.isEmpty ? self.bandFaults() : faults
    }

    private static func areCrossed(_ minimum: Int64?, _ maximum: Int64?) -> Bool {
        if let minimum, let maximum { minimum > maximum } else { false }
    }

    private func faults(in criterion: Criterion, _ check: JsonLogicCheck) -> [DeclarationCheck.Fault] {
        var faults: [DeclarationCheck.Fault] = []
        func fault(_ zh: String, _ en: String) {
            faults.append(.init(place: "\(self.id)/\(criterion.id)", message: Bilingual(zh, en)))
        }
        if Self.areCrossed(criterion.minimum, criterion.maximum) { fault("上下限颠倒", "its bounds are crossed") }
        switch (criterion.steps, criterion.points) {
        case (let steps?, nil):
            guard let input = self.inputs.first(where: { $0.id == criterion.input }) else {
                fault("分档须注明输入", "its steps need an input")
                break
            }
            for step in steps where (try? DecisionCondition(step.when, kind: input.kind)) == nil {
                fault("条件“\(step.when)”无法读取", "the condition \"\(step.when)\" cannot be read as \(input.kind.rawValue)")
            }
        case (nil, .some):
            for rule in [criterion.count, criterion.of].compactMap({ $0 }) {
                for message in check.faults(in: rule) { fault(message.zh, message.en) }
            }
        default: fault("须给出分档或每项分值,二者择一", "it needs either steps or points")
        }
        return faults
    }

    /// Bands are a table with one input, of which exactly one row may fit.
    private func bandFaults() -> [DeclarationCheck.Fault] {
        guard let bands = self.bands else { return [] }
        guard (1...Self.bandLimit).contains(bands.count) else {
            return [
                .init(
                    place: self.id,
                    message: Bilingual(
                        "等级须有 1 至 \(Self.bandLimit) 个",
                        "it must have 1 to \(Self.bandLimit) bands of grades"
                    )
                )
            ]
        }
        let table = DecisionTable(
            id: "\(self.id)/bands",
            name: self.name,
            effectiveFrom: self.effectiveFrom,
            policy: .unique,
            inputs: [
                DecisionInput(
                    "score",
                    Bilingual("得分", "score"),
                    kind: .hundredths,
                    minimum: self.minimum.map(JSON.integer),
                    maximum: self.maximum.map(JSON.integer)
                )
            ],
            outputs: [DecisionOutput("grade", Bilingual("等级", "grade"))],
            rows: bands.map { .init(id: $0.grade, when: ["score": $0.when], then: ["grade": .string($0.grade)]) }
        )
        return table.faults()
    }
}
