// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

/// What may stand inside a bureau.
public protocol BureauPart: Sendable {}

/// A role of the bureau's own; the roles everybody may have, such as `citizen`, are not declared.
public struct Role: BureauPart {
    let declaration: BureauDeclaration.Role

    /// - Parameter supervises: that it answers for the bureau, gives out tasks and is told of what nobody can take; where
    ///   no role does, `head` does.
    public init(_ id: String, _ zh: String, _ en: String, supervises: Bool = false) {
        self.declaration = .init(id: id, name: Bilingual(zh, en), supervises: supervises ? true : nil)
    }
}

/// What may stand inside a register: its fields, and with ``Requires`` the rules its records must obey, over their fields
/// as ``value(_:)``.
public protocol RegisterPart: Sendable {}

extension Field: RegisterPart {}

/// That an amount may not come to more than so much over all records of a register that have something in common.
///
/// ```swift
/// AtMost("HOURS", 720, of: minutes(from: value("start"), to: value("end")), each: "volunteer", and: value("day"), …)
/// ```
public struct AtMost: RegisterPart {
    let declaration: TotalDeclaration

    /// - Parameters:
    ///   - code: what a record that goes over it is refused with.
    ///   - amount: of a record, a whole number.
    ///   - field: an indexed field, whose value the records have in common.
    ///   - also: what else they have in common.
    public init(
        _ code: String,
        _ most: Int64,
        of amount: Expression,
        each field: String,
        and also: Expression? = nil,
        _ zh: String,
        _ en: String
    ) {
        self.declaration = TotalDeclaration(
            code: code,
            field: field,
            also: also?.rule,
            amount: amount.rule,
            most: most,
            message: Bilingual(zh, en)
        )
    }
}
extension Requires: RegisterPart {}

/// A register: keyed records.
public struct Register: BureauPart {
    let declaration: BureauDeclaration.Register

    /// - Parameters:
    ///   - key: the field that is the key.
    ///   - and: further fields of the key, when one alone does not tell records apart.
    ///   - unique: combinations of fields that no two records have in common, beside the key.
    ///   - indexed: fields by which records are found and ordered.
    ///   - limit: at most so many records.
    ///   - dated: whether every record is kept as it was on each civil day, for questions about the past, snapshots and
    ///     locked periods.
    ///   - keepers: roles that put, end and import its records, beside those who run the service.
    public init(
        _ id: String,
        _ zh: String,
        _ en: String,
        key: String,
        and furtherKey: [String] = [],
        unique: [Unique] = [],
        indexed: [String] = [],
        limit: Int? = nil,
        dated: Bool = false,
        keptBy keepers: [String] = [],
        @ListBuilder<any RegisterPart> _ parts: () -> [any RegisterPart]
    ) {
        let parts = parts()
        self.declaration = .init(
            id: id,
            name: Bilingual(zh, en),
            key: key,
            furtherKey: furtherKey,
            unique: unique.map(\.declaration),
            indexed: indexed,
            fields: parts.compactMap { ($0 as? Field)?.declaration },
            limit: limit,
            dated: dated,
            keptBy: keepers,
            requirements: parts.compactMap { ($0 as? Requires)?.declaration },
            totals: parts.compactMap { ($0 as? AtMost)?.declaration }
        )
    }
}

extension Item: BureauPart {}

/// A kind of automatic work.
///
/// ```swift
/// Handler("coverage", "核算覆盖率", "Work out the coverage") { task, daemon in
///     [.set(["visited": 40])]
/// }
/// ```
///
/// A handler may run more than once for a task: what it changes it returns as effects, and those happen once.
public struct Handler: BureauPart {
    public typealias Body = @Sendable (HandledTask, any DaemonAccess) async throws -> [Effect]

    let declaration: BureauDeclaration.Handler
    let body: Body

    public init(
        _ kind: String,
        _ zh: String,
        _ en: String,
        maxAttempts: Int = 5,
        firstRetryMilliseconds: Int64 = 1_000,
        leaseSeconds: Int64 = 60,
        _ body: @escaping Body
    ) {
        self.declaration = .init(
            kind: kind,
            name: Bilingual(zh, en),
            maxAttempts: maxAttempts,
            firstRetryMilliseconds: firstRetryMilliseconds,
            leaseMilliseconds: leaseSeconds * 1_000
        )
        self.body = body
    }
}

/// A bureau: what its plugin declares, and its handlers.
public struct BureauDefinition: Sendable {
    public internal(set) var declaration: BureauDeclaration
    let handlers: [String: Handler.Body]
    /// The rules of its rule file, which handlers have of the day of their task.
    var book: RuleBook?

    /// - Parameters:
    ///   - id: a short ASCII word; also the name of its queue.
    ///   - summary: what it does, in Chinese and English.
    ///   - prefix: the two letters before its case numbers.
    ///   - concurrency: how many tasks its handlers work on at a time.
    public init(
        _ id: String,
        _ zh: String,
        _ en: String,
        about summary: (String, String),
        prefix: String,
        concurrency: Int = 4,
        @ListBuilder<any BureauPart> _ parts: () -> [any BureauPart]
    ) {
        let parts = parts()
        let handlers = parts.compactMap { $0 as? Handler }
        let tables = parts.compactMap { ($0 as? Table)?.declaration }
        let cards = parts.compactMap { ($0 as? Card)?.declaration }
        let figures = parts.compactMap { ($0 as? Figure)?.declaration }
        let reports = parts.compactMap { ($0 as? Report)?.declaration }
        let schedules = parts.compactMap { ($0 as? Schedule)?.declaration }
        let handoffs = parts.compactMap { ($0 as? Handoff)?.declaration }
        let notices = parts.compactMap { ($0 as? Notice)?.declaration }
        let tags = parts.compactMap { ($0 as? Tag)?.declaration }
        let reactions = parts.compactMap { ($0 as? Reacts)?.declaration }
        let receptions = parts.compactMap { ($0 as? Receives)?.declaration }
        let cascades = parts.compactMap { ($0 as? Cascade)?.declaration }
        let rotas = parts.compactMap { ($0 as? Rota)?.declaration }
        let funds = parts.compactMap { ($0 as? Fund)?.declaration }
        self.declaration = BureauDeclaration(
            id: id,
            name: Bilingual(zh, en),
            summary: Bilingual(summary.0, summary.1),
            prefix: prefix,
            roles: parts.compactMap { ($0 as? Role)?.declaration },
            registers: parts.compactMap { ($0 as? Register)?.declaration },
            items: parts.compactMap { ($0 as? Item)?.declaration },
            handlers: handlers.map(\.declaration),
            concurrency: concurrency,
            tables: tables.isEmpty ? nil : tables,
            scoreCards: cards.isEmpty ? nil : cards,
            figures: figures.isEmpty ? nil : figures,
            reports: reports.isEmpty ? nil : reports,
            schedules: schedules.isEmpty ? nil : schedules,
            handoffs: handoffs.isEmpty ? nil : handoffs,
            funds: funds.isEmpty ? nil : funds,
            notices: notices.isEmpty ? nil : notices,
            rotas: rotas.isEmpty ? nil : rotas,
            cascades: cascades.isEmpty ? nil : cascades,
            tags: tags.isEmpty ? nil : tags,
            reactions: reactions.isEmpty ? nil : reactions,
            receptions: receptions.isEmpty ? nil : receptions
        )
        self.handlers = Dictionary(handlers.map { ($0.declaration.kind, $0.body) }) { first, _ in first }
    }

    /// The tables or score cards of the bureau, for a handler that decides by itself.
    public var decisions: DecisionSet { DecisionSet(self.declaration) }

    /// Works on one task, as the daemon asks for it.
    public func handle(_ task: HandledTask, _ daemon: any DaemonAccess) async throws -> [Effect] {
        guard let body = self.handlers[task.kind] else {
            throw TaskFailure("there is no handler for \(task.kind)", isFatal: true)
        }
        guard let book else { return try await body(task, daemon) }
        return try await RuleContext.$current.withValue(RulesInForce(book, on: task.today)) {
            try await body(task, daemon)
        }
    }
}
