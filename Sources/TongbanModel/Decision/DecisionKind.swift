// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// What the values of an input are. Everything that is ordered counts in whole numbers, so that no binary fraction decides.
public enum DecisionKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A whole number.
    case integer
    /// A whole number of hundredths; in a table it is written with up to two decimals, such as `89.99`.
    case hundredths
    /// An amount in fen; in a table it is written as a whole number of fen.
    case money
    /// A civil day, `YYYY-MM-DD`.
    case date
    case boolean
    /// One of the options of the input, when it has some; otherwise any text.
    case text

    var isOrdered: Bool {
        switch self {
        case .integer, .hundredths, .money, .date: true
        case .boolean, .text: false
        }
    }

    /// Reads a value as a table or a person writes it; `nil` when it is none of the kind.
    public func value(written text: String) -> DecisionValue? {
        switch self {
        case .integer, .money: return Int64(text).map(DecisionValue.number)
        case .hundredths: return Self.hundredths(text).map(DecisionValue.number)
        case .date: return CivilDay(text).map { .number(Int64($0.number)) }
        case .boolean: return ["true": .truth(true), "false": .truth(false)][text]
        case .text: return .text(text)
        }
    }

    /// Reads a value as a case holds it; `nil` when it is none of the kind.
    public func value(of json: JSON) -> DecisionValue? {
        switch (self, json) {
        case (.boolean, .bool(let truth)): .truth(truth)
        case (.text, .string(let text)): .text(text)
        case (.date, .string(let text)): self.value(written: text)
        case (.integer, _), (.hundredths, _), (.money, _): json.integerValue.map(DecisionValue.number)
        default: nil
        }
    }

    /// The value as a case holds it.
    public func json(_ value: DecisionValue) -> JSON {
        switch value {
        case .number(let number): self == .date ? .string(self.written(value)) : .integer(number)
        case .truth(let truth): .bool(truth)
        case .text(let text): .string(text)
        }
    }

    /// The value as a table writes it.
    public func written(_ value: DecisionValue) -> String {
        switch value {
        case .number(let number):
            switch self {
            case .hundredths: Self.written(hundredths: number)
            case .date: CivilDay(number: Int(clamping: number)).description
            default: String(number)
            }
        case .truth(let truth): truth ? "true" : "false"
        case .text(let text): text
        }
    }

    /// A number with up to two decimals as hundredths.
    public static func hundredths(_ text: String) -> Int64? {
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        guard let first = parts.first, parts.count <= 2, !first.isEmpty, first.utf8.allSatisfy(Self.isDigit),
            let whole = Int64(first)
        else { return nil }
        var fraction: Int64 = 0
        if parts.count == 2 {
            guard (1...2).contains(parts[1].utf8.count), parts[1].utf8.allSatisfy(Self.isDigit),
                let read = Int64(parts[1])
            else { return nil }
            fraction = parts[1].utf8.count == 1 ? read * 10 : read
        }
        let (scaled, overflow) = whole.multipliedReportingOverflow(by: 100)
        let (sum, more) = scaled.addingReportingOverflow(fraction)
        guard !overflow, !more else { return nil }
        return isNegative ? -sum : sum
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// Hundredths as a number with two decimals.
    public static func written(hundredths number: Int64) -> String {
        let fraction = number.magnitude % 100
        return "\(number < 0 ? "-" : "")\(number.magnitude / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }
}

/// A value of an input, read by its kind.
public enum DecisionValue: Sendable, Hashable {
    case number(Int64)
    case truth(Bool)
    case text(String)
}
