// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import Foundation
import TongbanEngine
import TongbanModel

extension TestDaemon {
    /// A daemon with a bureau and the rule file `rules.json` of a folder, as the plugin's own is.
    ///
    /// - Throws: `RuleBookError` with every fault of the file; otherwise as the other initializer.
    public convenience init(
        _ bureau: some Bureau,
        rulesIn folder: String,
        at start: String,
        calendar: [CalendarTable] = [],
        limits: EngineLimits = EngineLimits()
    ) throws {
        guard let bytes = FileManager.default.contents(atPath: "\(folder)/rules.json") else {
            throw TestDaemonError.unreadable("\(folder)/rules.json")
        }
        let book = try RuleBook(text: String(decoding: bytes, as: UTF8.self))
        try self.init(bureau, rules: book, at: start, calendar: calendar, limits: limits)
    }

    /// A daemon with a bureau and its rules.
    public convenience init(
        _ bureau: some Bureau,
        rules book: RuleBook,
        at start: String,
        calendar: [CalendarTable] = [],
        limits: EngineLimits = EngineLimits()
    ) throws {
        let day = ShanghaiTime.day(of: try Self.moment(start))
        let definition = try BureauDefinition(bureau, rules: book, on: day)
        try self.init(definition, at: start, calendar: calendar, limits: limits)
        self.declares = { day in try BureauDefinition(bureau, rules: book, on: day) }
    }

    /// Puts another rule file in force, as an operator does who changes it and has the daemon reload.
    public func change(_ bureau: some Bureau, rules book: RuleBook) throws {
        self.declares = { day in try BureauDefinition(bureau, rules: book, on: day) }
        try self.declareAnew()
    }

    /// Asks the bureau anew when a day has begun on which a rule became another.
    func declareOutdated() throws {
        if self.cases.outdated.contains(self.bureau) { try self.declareAnew() }
    }

    private func declareAnew() throws {
        guard let declares = self.declares else { return }
        try self.declare(try declares(ShanghaiTime.day(of: self.now)))
    }
}
