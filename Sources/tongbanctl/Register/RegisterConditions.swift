// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import TongbanAPI

/// The options by which records are chosen.
struct RegisterConditions: ParsableArguments {
    @Option(
        name: .customLong("where"),
        help: """
            A condition; all that are given must hold. FIELD=VALUE, FIELD^=BEGINNING, FIELD>=VALUE, FIELD<=VALUE, or \
            FIELD=FROM..TO with both ends included.
            """
    )
    var conditions: [String] = []

    @Option(help: "A JsonLogic condition over the values, such as '{\">\": [{\"var\": \"income\"}, 0]}'.")
    var filter: String?

    func parsed() throws -> [RegistersInterface.Condition]? {
        try self.conditions.isEmpty ? nil : self.conditions.map(Self.condition)
    }

    func parsedFilter() throws -> RawJSON? {
        guard let filter else { return nil }
        do {
            return try RawJSON(validating: filter.utf8)
        } catch {
            throw UsageError("--filter: \(error)")
        }
    }

    static func condition(_ text: String) throws -> RegistersInterface.Condition {
        guard let end = text.firstIndex(where: { "=^<>".contains($0) }), end != text.startIndex else {
            throw UsageError(
                "--where \(text): FIELD=VALUE, FIELD^=BEGINNING, FIELD>=VALUE, FIELD<=VALUE, FIELD=FROM..TO"
            )
        }
        let field = String(text[..<end])
        let rest = text[end...]
        func value(_ sign: String) -> String? { rest.hasPrefix(sign) ? String(rest.dropFirst(sign.count)) : nil }
        if let prefix = value("^=") { return .init(field: field, prefix: prefix) }
        if let from = value(">=") { return .init(field: field, from: from) }
        if let to = value("<=") { return .init(field: field, to: to) }
        guard let value = value("=") else {
            throw UsageError("--where \(text): there is >= and <=, both with the value itself")
        }
        let parts = value.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, parts.contains(where: { !$0.isEmpty }) else {
            return .init(field: field, equals: value)
        }
        return .init(field: field, from: parts[0].isEmpty ? nil : parts[0], to: parts[1].isEmpty ? nil : parts[1])
    }
}
