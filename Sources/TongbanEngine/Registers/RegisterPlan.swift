// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

/// How a query is answered: by which index, and what is left to be checked of each record.
struct RegisterPlan {
    /// The field of the index; `nil` to look through the records by key.
    var index: String?
    var bounds: RegisterBounds?
    /// The day and the last version the past is seen by; `nil` for now.
    var past: (day: CivilDay, serial: Int64)?
    private var checks: [(field: FieldDeclaration, bounds: RegisterBounds)] = []
    private let filter: JSON?
    private let mask: FormMask?

    init(_ query: RegisterQuery, of register: BureauDeclaration.Register) throws(EngineError) {
        self.filter = query.filter
        self.mask = query.isMasked ? FormMask(fields: register.fields) : nil
        let indexed = register.indexed ?? []
        for condition in query.conditions {
            guard let field = register.field(condition.field), field.kind.hasOrder else {
                throw Self.noSuchField(condition.field)
            }
            guard !query.isMasked || Self.mayAsk(condition.test, of: field) else { throw Self.hidden(field) }
            guard let bounds = RegisterBounds(condition.test, of: field) else {
                throw .invalid(
                    field: field.id,
                    Bilingual("“\(field.name.zh)”的条件不是该项的值", "the condition on \"\(field.name.en)\" is no value of it")
                )
            }
            self.checks.append((field, bounds))
        }
        if query.view != .now {
            guard query.order == nil || query.order == register.key else {
                throw .invalid(
                    field: "order",
                    Bilingual("过去的记录只能按键排序", "records of the past come in the order of their keys")
                )
            }
        } else if let order = query.order, order != register.key || register.keyFields.count > 1 {
            guard let field = register.field(order) else { throw Self.noSuchField(order) }
            guard indexed.contains(order) else {
                throw .invalid(
                    field: "order",
                    Bilingual(
                        "“\(field.name.zh)”未索引,只能按 \(([register.key] + indexed).joined(separator: "、")) 排序",
                        "\"\(field.name.en)\" is not indexed; the order can be "
                            + ([register.key] + indexed).joined(separator: ", ")
                    )
                )
            }
            guard !query.isMasked || field.privacy == .public else { throw Self.hidden(field) }
            self.index = order
        } else if query.order == nil {
            let usable = self.checks.filter { indexed.contains($0.field.id) }
            let first = usable.first { $0.bounds.from == $0.bounds.to } ?? usable.first
            self.index = first?.field.id
        }
        self.bounds = self.checks.first { $0.field.id == self.index }?.bounds
    }

    /// Whether a record is asked for.
    func takes(_ data: JSONObject) throws(EngineError) -> Bool {
        for check in self.checks where !check.bounds.hold(check.field.kind.orderText(of: data[check.field.id])) {
            return false
        }
        guard let filter else { return true }
        do {
            return try JsonLogic.isTrue(filter, data: .object(self.mask?.list(data) ?? data))
        } catch {
            throw .invalid(field: "filter", Bilingual("条件无法计算:\(error)", "the filter cannot be worked out: \(error)"))
        }
    }

    /// Nobody finds sensitive values by asking, and personal ones only by knowing them whole.
    private static func mayAsk(_ test: RegisterCondition.Test, of field: FieldDeclaration) -> Bool {
        switch (field.privacy, test) {
        case (.public, _), (.personal, .equal): true
        default: false
        }
    }

    static func noSuchField(_ id: String) -> EngineError {
        .invalid(field: id, Bilingual("没有“\(id)”这一项,或它不能作条件", "there is no field \"\(id)\" to ask for"))
    }

    static func hidden(_ field: FieldDeclaration) -> EngineError {
        .invalid(
            field: field.id,
            Bilingual("“\(field.name.zh)”不公开,不能这样查询", "\"\(field.name.en)\" is not public and cannot be asked for so")
        )
    }
}
