// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

extension FieldDeclaration {
    /// The value of a cell as the field keeps it. What cannot be read is kept as the text it is, so that the check of
    /// the form names the fault. An empty cell is no value.
    ///
    /// - Parameter isWholeUnit: whether an amount is in yuan or an area in mu, with up to two decimals.
    public func value(ofCell cell: String, isWholeUnit: Bool = false) -> JSON? {
        let text = self.kind == .text ? cell : cell.trimmed
        guard !text.isEmpty else { return nil }
        switch self.kind {
        case .integer:
            return Int64(text).map { .integer($0) } ?? .string(text)
        case .money, .mu:
            let number = isWholeUnit ? Self.hundredths(text) : Int64(text)
            return number.map { .integer($0) } ?? .string(text)
        case .boolean:
            switch text.lowercased() {
            case "true", "是", "1", "yes": return true
            case "false", "否", "0", "no": return false
            default: return .string(text)
            }
        case .choice:
            return .string(self.code(of: text))
        case .choices:
            return .array(Self.parts(text).map { .string(self.code(of: $0)) })
        case .texts:
            return .array(Self.parts(text).map { .string($0) })
        case .percent, .approximate, .geo, .rows, .any:
            return (try? JSON(parsing: text)) ?? .string(text)
        default:
            return .string(text)
        }
    }

    /// The cell of a value, which ``value(ofCell:isWholeUnit:)`` reads again.
    public func cell(of value: JSON?) -> String {
        guard let value, !value.isNull else { return "" }
        switch self.kind {
        case .choices, .texts:
            guard let parts = value.arrayValue?.map({ $0.stringValue ?? "" }) else { break }
            return parts.joined(separator: ";")
        default: break
        }
        if let text = value.stringValue { return text }
        if let number = value.integerValue { return String(number) }
        if let truth = value.boolValue { return truth ? "true" : "false" }
        return value.canonical
    }

    private func code(of text: String) -> String {
        self.options.first { $0.code == text || $0.name.zh == text || $0.name.en == text }?.code ?? text
    }

    private static func parts(_ text: String) -> [String] {
        text.split { ";;、".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// A number with up to two decimals, times a hundred.
    static func hundredths(_ text: String) -> Int64? {
        let isNegative = text.hasPrefix("-")
        let digits = isNegative ? text.dropFirst() : Substring(text)
        let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, whole.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        var decimals = ""
        if parts.count == 2 {
            guard (1...2).contains(parts[1].utf8.count), parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) })
            else { return nil }
            decimals = String(parts[1])
        }
        while decimals.utf8.count < 2 { decimals += "0" }
        return Int64((isNegative ? "-" : "") + whole + decimals)
    }
}
