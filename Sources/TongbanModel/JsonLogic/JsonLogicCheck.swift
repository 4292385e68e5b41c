// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// Finds in a rule, without data, what could never be evaluated where the rule stands: an operation that does not exist
/// or does not exist there, a wrong number of operands, a name that stands for nothing.
///
/// What may be right is let pass: a value of which nothing is known may have any member.
struct JsonLogicCheck {
    /// What `var` looks in.
    var scope: JsonLogicShape
    /// Names that can be read everywhere, inside a condition over a list too.
    var specials: Set<String> = []
    /// The states that `in_state` may name; `nil` outside of a flow.
    var states: Set<String>?
    /// The decision tables and score cards there are; `nil` where none can be asked.
    var tables: Set<String>?
    /// The registers `record` may name, with the fields it may ask for; `nil` where none can be asked.
    var registers: [String: Set<String>]?
    /// The names of the case, to tell that they are not seen inside a condition over a list.
    var outerNames: Set<String> = []
    private(set) var faults: [Bilingual] = []

    init(
        scope: JsonLogicShape,
        specials: Set<String> = [],
        states: Set<String>? = nil,
        tables: Set<String>? = nil,
        registers: [String: Set<String>]? = nil
    ) {
        self.scope = scope
        self.specials = specials
        self.states = states
        self.tables = tables
        self.registers = registers
    }

    /// The faults of a rule.
    func faults(in rule: JSON) -> [Bilingual] {
        var check = self
        check.look(at: rule)
        return check.faults
    }

    private mutating func fault(_ zh: String, _ en: String) { self.faults.append(Bilingual(zh, en)) }

    private mutating func look(at rule: JSON) {
        switch rule {
        case .array(let rules): for rule in rules { self.look(at: rule) }
        case .object(let object) where object.count == 1:
            let member = object.members[0]
            guard let operation = JsonLogicOperation(rawValue: member.name) else {
                return self.fault("没有运算 \(member.name)", "there is no operation \(member.name)")
            }
            self.look(at: operation, member.value)
        default: break
        }
    }

    private mutating func look(at operation: JsonLogicOperation, _ argument: JSON) {
        let operands = argument.arrayValue ?? [argument]
        if let counts = operation.operandCounts, !counts.contains(operands.count) {
            let wanted =
                counts.lowerBound == counts.upperBound
                ? "\(counts.lowerBound)"
                : counts.upperBound == .max ? "\(counts.lowerBound)+" : "\(counts.lowerBound)-\(counts.upperBound)"
            return self.fault(
                "运算 \(operation.rawValue) 的操作数应为 \(wanted) 个,现为 \(operands.count) 个",
                "operation \(operation.rawValue) takes \(wanted) operands, not \(operands.count)"
            )
        }
        switch operation {
        case .preserve: break
        case .variable: self.lookUp(operands)
        case .typeName:
            // It alone may name what is not there.
            if operands.first?["var"]?.stringValue == nil { for rule in operands { self.look(at: rule) } }
        case .missing, .missingSome: break
        case .eachKey:
            guard case .object(let object) = argument else {
                return self.fault("eachKey 的操作数须为对象", "eachKey takes an object")
            }
            for member in object { self.look(at: member.value) }
        case .inState: self.lookAtState(operands)
        case .table, .decision: self.lookAtTable(operands)
        case .record: self.lookAtRecord(operands)
        case .map, .filter, .all, .none, .some:
            self.look(at: operands[0])
            self.inside(self.elements(of: operands[0])) { $0.look(at: operands[1]) }
        case .reduce:
            self.look(at: operands[0])
            if operands.count > 2 { self.look(at: operands[2]) }
            let element = self.elements(of: operands[0])
            self.inside(.members(["current": element, "accumulator": .any])) { $0.look(at: operands[1]) }
        default: for rule in operands { self.look(at: rule) }
        }
    }

    private mutating func lookAtTable(_ operands: [JSON]) {
        guard let tables = self.tables else {
            return self.fault("这里不能使用决策表", "no decision table can be asked here")
        }
        guard let name = operands.first?.stringValue, tables.contains(name) else {
            return self.fault(
                "没有决策表 \(operands.first?.text ?? "")",
                "there is no decision table \(operands.first?.text ?? "")"
            )
        }
        for rule in operands.dropFirst() { self.look(at: rule) }
    }

    private mutating func lookAtRecord(_ operands: [JSON]) {
        guard let registers = self.registers else {
            return self.fault(
                "这里不能查台账(record 只能用于动作和申请的规则)",
                "no register can be asked here (record is for rules of actions and of opening)"
            )
        }
        guard let name = operands.first?.stringValue, let fields = registers[name] else {
            return self.fault(
                "没有台账 \(operands.first?.text ?? "")",
                "there is no register \(operands.first?.text ?? "")"
            )
        }
        self.look(at: operands[1])
        if operands.count > 2, let field = operands[2].stringValue, !fields.contains(field) {
            self.fault(
                "台账 \(name) 没有字段 \(field),或它是敏感信息",
                "register \(name) has no field \(field), or it is sensitive"
            )
        }
    }

    private mutating func lookAtState(_ operands: [JSON]) {
        guard let states = self.states else {
            return self.fault(
                "这里不能询问办件是否处于某状态(in_state 只能用于流程)",
                "whether the case is in a state cannot be asked here (in_state is for flows)"
            )
        }
        if let name = operands[0].stringValue, !states.contains(name) {
            self.fault("没有状态 \(name)", "there is no state \(name)")
        }
        if operands[0].stringValue == nil { self.look(at: operands[0]) }
    }

    /// Looks at a rule that is evaluated with another value to look in.
    private mutating func inside(_ scope: JsonLogicShape, _ body: (inout JsonLogicCheck) -> Void) {
        var inner = self
        inner.scope = scope
        if inner.outerNames.isEmpty, case .members(let members, _) = self.scope { inner.outerNames = Set(members.keys) }
        body(&inner)
        self.faults = inner.faults
    }

    /// What the elements of the list are that a rule gives.
    private func elements(of rule: JSON) -> JsonLogicShape {
        switch rule {
        case .object(let object) where object.count == 1:
            let member = object.members[0]
            let operands = member.value.arrayValue ?? [member.value]
            switch JsonLogicOperation(rawValue: member.name) {
            case .variable:
                guard let path = operands.first?.stringValue, case .list(let element)? = self.shape(at: path) else {
                    return .any
                }
                return element
            case .filter: return operands.first.map { self.elements(of: $0) } ?? .any
            default: return .any
            }
        default: return .any
        }
    }

    // MARK: Names

    private mutating func lookUp(_ operands: [JSON]) {
        if operands.count > 1 { self.look(at: operands[1]) }
        guard let path = operands.first?.stringValue else {
            if let rule = operands.first { self.look(at: rule) }
            return
        }
        guard !path.isEmpty else { return }
        let root = String(path.prefix { $0 != "." })
        if case .any = self.scope, self.outerNames.contains(root) {
            return self.fault(
                "对列表的条件只看得到列表的元素,看不到办件的 \(root)",
                "a condition over a list sees the element only, not the case's \(root)"
            )
        }
        guard self.shape(at: path) == nil else { return }
        if self.outerNames.contains(root) {
            self.fault(
                "对列表的条件只看得到列表的元素,看不到办件的 \(root)",
                "a condition over a list sees the element only, not the case's \(root)"
            )
        } else {
            self.fault("没有名为 \(path) 的值", "there is no value \(path)")
        }
    }

    /// What stands at a dotted path; `nil` when nothing can.
    private func shape(at path: String) -> JsonLogicShape? {
        let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if let root = parts.first, self.specials.contains(root) { return .any }
        var shape = self.scope
        for part in parts {
            switch shape {
            case .any: return .any
            case .plain: return nil
            case .list(let element):
                guard Int(part) != nil else { return part == "length" ? .plain : nil }
                shape = element
            case .members(let members, let isOpen):
                guard let member = members[part] else { return isOpen ? .any : nil }
                shape = member
            }
        }
        return shape
    }
}

extension JsonLogicOperation {
    /// How many operands it takes; `nil` for any number.
    fileprivate var operandCounts: ClosedRange<Int>? {
        switch self {
        case .missing, .merge, .join, .preserve, .eachKey: nil
        case .not, .truth, .log, .inState, .count, .typeName: 1...1
        case .looselyEqual, .strictlyEqual, .notLooselyEqual, .notStrictlyEqual, .divide, .remainder, .contains,
            .percent, .plus, .age, .minutes, .map, .filter, .all, .none, .some, .missingSome:
            2...2
        case .distance: 2...2
        case .ternary, .within, .interest, .share: 3...3
        case .table, .decision: 1...3
        case .variable, .subtract: 1...2
        case .greater, .greaterOrEqual, .less, .lessOrEqual, .substring, .get, .reduce, .record: 2...3
        case .ifThen: 2...Int.max
        case .or, .and, .max, .min, .add, .multiply: 1...Int.max
        }
    }
}
