// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// A value that a table or score card looks at.
public struct DecisionInput: Sendable, Hashable, Codable {
    public var id: String
    public var name: Bilingual
    public var kind: DecisionKind
    /// The texts there are; without, any.
    public var options: [String]?
    /// The least and the greatest value there is, both included, as a case holds them: fen, hundredths, days as texts.
    public var minimum: JSON?
    public var maximum: JSON?
    /// Whether it may be missing; a condition sees that as `null`.
    public var optional: Bool?
    /// Of class `S` only `***` is kept of it, of class `P` only who handles the case sees it.
    public var privacy: FieldDeclaration.Privacy?
    /// Where a case has it, as JsonLogic; without, the value of the case with the same name.
    public var value: JSON?

    public init(
        _ id: String,
        _ name: Bilingual,
        kind: DecisionKind = .text,
        options: [String]? = nil,
        minimum: JSON? = nil,
        maximum: JSON? = nil,
        optional: Bool? = nil,
        privacy: FieldDeclaration.Privacy? = nil,
        value: JSON? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.options = options
        self.minimum = minimum
        self.maximum = maximum
        self.optional = optional
        self.privacy = privacy
        self.value = value
    }

    /// The value as the table compares it; `nil` is a value that is not there.
    ///
    /// - Throws: ``DecisionError`` when it is missing, of another kind, or none there is.
    func read(_ json: JSON, of table: String) throws(DecisionError) -> DecisionValue? {
        if json.isNull {
            guard self.optional == true else { throw .missingInput(table: table, input: self.id, name: self.name) }
            return nil
        }
        guard let value = self.kind.value(of: json), self.allows(value) else {
            throw .badInput(table: table, input: self.id, name: self.name, kind: self.kind)
        }
        return value
    }

    private func allows(_ value: DecisionValue) -> Bool {
        switch value {
        case .text(let text): self.options?.contains(text) ?? true
        case .truth: true
        case .number(let number): self.bounds.contains(number)
        }
    }

    /// The ends of what there is.
    var bounds: ClosedRange<Int64> {
        func end(_ json: JSON?) -> Int64? {
            guard let json, case .number(let number)? = self.kind.value(of: json) else { return nil }
            return number
        }
        let least = end(self.minimum) ?? Int64.min
        return least...max(least, end(self.maximum) ?? Int64.max)
    }
}

/// A value that a table gives.
public struct DecisionOutput: Sendable, Hashable, Codable {
    public var id: String
    public var name: Bilingual
    /// Of class `S` only `***` is kept of it beside the case's values.
    public var privacy: FieldDeclaration.Privacy?

    public init(_ id: String, _ name: Bilingual, privacy: FieldDeclaration.Privacy? = nil) {
        self.id = id
        self.name = name
        self.privacy = privacy
    }
}
