// SPDX-License-Identifier: Apache-2.0

/// Something in an interface definition that trips a client, a generator or a reader.
public struct IDLFinding: Sendable, Hashable {
    public enum Rule: String, Sendable, Hashable, CaseIterable {
        /// The text does not follow the grammar.
        case syntax

        /// A line ends in CR LF; the C and Python implementations read LF only.
        case carriageReturn

        /// `any`, which came with UAPI.20, is unknown to the C and Python implementations.
        case any

        /// The Python implementation cannot read an enumeration of one value.
        case singleValue

        /// The Python implementation wants nothing but letters in the first part of an interface name.
        case firstNamePart

        /// A type is used that the interface does not define.
        case undefinedName

        /// What is used as a type is a method or an error.
        case notAType

        /// Two types, methods or errors have the same name; all three share one set of names.
        case duplicateMember

        /// Two fields of a struct have the same name.
        case duplicateField

        /// Two values of an enumeration have the same name.
        case duplicateValue

        /// A struct contains itself, not by way of an array or a map, and so has no size.
        case recursion

        /// The name of a field is not in camel case.
        case fieldName
    }

    public var rule: Rule

    /// What it is about: `TaskInfo.state`, or `line 3`.
    public var place: String

    public var message: String

    public init(_ rule: Rule, place: String, message: String) {
        self.rule = rule
        self.place = place
        self.message = message
    }
}

extension IDLFinding: CustomStringConvertible {
    public var description: String { "\(self.place): \(self.message) [\(self.rule.rawValue)]" }
}
