// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension Registers {
    /// One page of the records a query asks for. A page goes on from a position in the order and not from a number, so
    /// that what is written meanwhile neither repeats nor hides another record.
    public func query(
        _ query: RegisterQuery,
        bureau: String,
        register: String
    ) throws(EngineError) -> RegisterPage {
        let declaration = try self.declaration(bureau, register)
        let plan = try self.plan(query, of: declaration, bureau)
        var page = RegisterPage(records: [], next: nil, index: plan.index, examined: 0)
        let limit = max(query.limit, 1)
        var after = query.after
        while true {
            let wanted = min(1_000, max(limit - page.records.count, 50))
            let found = try self.next(wanted, after: after, plan, bureau, register)
            for (record, cursor) in found.records {
                page.examined += 1
                after = cursor
                guard let data = try? record.data.parsed().objectValue, try plan.takes(data) else { continue }
                page.records.append(record)
                if page.records.count == limit { break }
            }
            if page.records.count == limit || page.examined >= self.examinedPerPage {
                let isMore = try !self.next(1, after: after, plan, bureau, register).records.isEmpty
                page.next = isMore ? after : nil
                return page
            }
            if found.isEnd { return page }
        }
    }

    /// How many records a query asks for; its order, position and limit do not matter.
    public func count(_ query: RegisterQuery, bureau: String, register: String) throws(EngineError) -> Int {
        if query.conditions.isEmpty, query.filter == nil, query.view == .now {
            _ = try self.declaration(bureau, register)
            return try self.cases.store { store throws(StoreError) in
                try store.recordCount(bureau: bureau, register: register)
            }
        }
        return try self.counts(query, by: [], bureau: bureau, register: register).reduce(0) { $0 + $1.count }
    }

    /// How many records a query asks for, by the values of fields, in the order of these.
    ///
    /// - Parameter fields: those the records are told apart by; at most three.
    public func counts(
        _ query: RegisterQuery,
        by fields: [String],
        bureau: String,
        register: String
    ) throws(EngineError) -> [RegisterCount] {
        let declaration = try self.declaration(bureau, register)
        guard fields.count <= 3 else { throw .tooLarge(field: "by", limit: 3) }
        var declared: [FieldDeclaration] = []
        for id in fields {
            guard let field = declaration.field(id), field.kind.hasOrder else { throw RegisterPlan.noSuchField(id) }
            guard !query.isMasked || field.privacy == .public else { throw RegisterPlan.hidden(field) }
            declared.append(field)
        }
        var query = query
        query.order = nil
        let plan = try self.plan(query, of: declaration, bureau)
        var counts: [[String?]: RegisterCount] = [:]
        var after: String?
        while true {
            let found = try self.next(1_000, after: after, plan, bureau, register)
            for (record, cursor) in found.records {
                after = cursor
                guard let data = try? record.data.parsed().objectValue, try plan.takes(data) else { continue }
                let texts = declared.map { $0.kind.orderText(of: data[$0.id]) }
                counts[texts, default: RegisterCount(values: declared.map { data[$0.id] ?? .null }, count: 0)].count +=
                    1
                guard counts.count <= 10_000 else { throw .tooLarge(field: "by", limit: 10_000) }
            }
            if found.isEnd { break }
        }
        return counts.sorted { one, other in
            for (first, second) in zip(one.key, other.key) where first != second {
                return (first ?? "").utf8.lexicographicallyPrecedes((second ?? "").utf8)
            }
            return false
        }.map(\.value)
    }

    private func plan(
        _ query: RegisterQuery,
        of declaration: BureauDeclaration.Register,
        _ bureau: String
    ) throws(EngineError) -> RegisterPlan {
        var plan = try RegisterPlan(query, of: declaration)
        guard query.view == .now || declaration.isDated else { throw .refused(.notDated(declaration)) }
        switch query.view {
        case .now: break
        case .day(let day): plan.past = (day, .max)
        case .snapshot(let name):
            let snapshot = try self.snapshot(name, bureau, declaration.id)
            plan.past = (snapshot.day, snapshot.serial)
        }
        return plan
    }

    /// The next records on the way of a plan, each with the position behind it.
    private func next(
        _ limit: Int,
        after: String?,
        _ plan: RegisterPlan,
        _ bureau: String,
        _ register: String
    ) throws(EngineError) -> (records: [(RegisterRecord, String)], isEnd: Bool) {
        if let past = plan.past {
            return try self.past(limit, after: after, on: past.day, upTo: past.serial, bureau, register)
        }
        guard let index = plan.index else {
            let records = try self.stored(after: after, limit: limit, bureau: bureau, register: register)
            return (records.map { ($0, $0.key) }, records.count < limit)
        }
        var position: ObjectPosition?
        if let after {
            guard let parts = (try? JSON(parsing: after))?.arrayValue, parts.count == 3,
                parts[0].stringValue == index, let value = parts[1].stringValue, let id = parts[2].stringValue
            else { throw .invalid(field: "after", .init("不是这一查询的位置", "is no position in this query")) }
            position = ObjectPosition(value: value, id: id)
        }
        let name = "field:\(index)"
        var (isEnd, records): (Bool, [(RegisterRecord, String)]) = (false, [])
        let objects = try self.cases.store { store throws(StoreError) in
            try store.objects(
                kind: Self.indexKind(bureau, register),
                key: name,
                from: plan.bounds?.from ?? "",
                to: plan.bounds?.to,
                after: position,
                limit: limit
            )
        }
        isEnd = objects.count < limit
        for object in objects {
            guard let value = object.keys[name] else { continue }
            if let bounds = plan.bounds, !bounds.hold(value) {
                isEnd = true
                break
            }
            guard let record = try self.stored(object.id, bureau, register) else { continue }
            records.append((record, JSON.array([.string(index), .string(value), .string(object.id)]).canonical))
        }
        return (records, isEnd)
    }
}
