// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Synchronization
import TongbanModel

/// The values of a bureau's rule file on a civil day.
///
/// ```swift
/// Register("team", "小分队", "Teams", key: "no", limit: RuleBook.current.integer("team.limit")) { … }
/// Schedule("rollcall", "点名", "Roll-call", "daily(\(RuleBook.current.text("rollcall.at")))", submits: "rollcall")
/// ```
///
/// A rule that is asked for and not there, or of another kind, makes the declaration faulty; what is returned then is
/// empty.
public struct RulesInForce: Sendable {
    public let book: RuleBook
    /// The day whose values are given.
    public let day: CivilDay
    let missing: MissingRules?

    init(_ book: RuleBook, on day: CivilDay, missing: MissingRules? = nil) {
        self.book = book
        self.day = day
        self.missing = missing
    }

    /// The values of another day: in a handler, of the day the task is about.
    public func on(_ day: CivilDay) -> RulesInForce { RulesInForce(self.book, on: day, missing: self.missing) }

    public func limit(_ id: String) -> Limit {
        self.value(id, .limit)?.stringValue.flatMap { try? Limit($0) } ?? Limit(0, .workingDays)
    }

    public func integer(_ id: String) -> Int { Int(self.value(id, .integer)?.integerValue ?? 0) }

    public func money(_ id: String) -> Fen { Fen(self.value(id, .money)?.integerValue ?? 0) }

    public func boolean(_ id: String) -> Bool { self.value(id, .boolean)?.boolValue ?? false }

    public func text(_ id: String) -> String { self.value(id, .text)?.stringValue ?? "" }

    public func texts(_ id: String) -> [String] {
        self.value(id, .texts)?.arrayValue?.compactMap(\.stringValue) ?? []
    }

    private func value(_ id: String, _ kind: RuleDeclaration.Kind) -> JSON? {
        guard let rule = self.book.rule(id), rule.kind == kind, let version = rule.version(on: self.day) else {
            self.missing?.note("\(id) (\(kind.rawValue), \(self.day))")
            return nil
        }
        return version.value
    }
}

/// Notes what was asked for in vain while a bureau declares itself.
final class MissingRules: Sendable {
    private let names = Mutex<Set<String>>([])

    func note(_ name: String) { self.names.withLock { _ = $0.insert(name) } }

    var all: [String] { self.names.withLock { $0.sorted() } }
}

/// What rules the declaration that is being made is made by.
enum RuleContext {
    @TaskLocal static var current = RulesInForce(RuleBook(bureau: ""), on: CivilDay(year: 1970, month: 1, day: 1)!)
}

extension RuleBook {
    /// The rules in force while the bureau declares itself: those of its rule file, on the daemon's civil day.
    ///
    /// Ask in `definition`, or in what it calls; a `static let` would keep the values of the first time. In a handler they are
    /// those of the day of its task; ``RulesInForce/on(_:)`` gives those of another.
    public static var current: RulesInForce { RuleContext.current }
}
