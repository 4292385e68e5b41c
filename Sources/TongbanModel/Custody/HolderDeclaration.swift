// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// Whose time passes while a case is in a state.
public struct HolderDeclaration: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable {
        case bureau
        case applicant
        case body
        case pause
    }

    public var kind: Kind
    /// Of a body its name, of a pause its reason: JsonLogic over the case's values that gives a text; a plain string
    /// stands for itself. While it gives none, the time is the bureau's: what has no name is no pause.
    public var name: JSON?

    public init(kind: Kind, name: JSON? = nil) {
        self.kind = kind
        self.name = name
    }

    public static let bureau = HolderDeclaration(kind: .bureau)
    public static let applicant = HolderDeclaration(kind: .applicant)
    public static func body(_ name: String) -> HolderDeclaration { .init(kind: .body, name: .string(name)) }
    public static func pause(_ reason: String) -> HolderDeclaration { .init(kind: .pause, name: .string(reason)) }

    /// The holder as of the values of a case.
    func holder(values: JSON, bureau: String) -> Holder {
        var text: String? { self.name.flatMap { try? JsonLogic.evaluate($0, data: values).stringValue } }
        return switch self.kind {
        case .bureau: .bureau(bureau)
        case .applicant: .applicant
        case .body: text.flatMap { $0.isEmpty ? nil : .body($0) } ?? .bureau(bureau)
        case .pause: text.flatMap { $0.isEmpty ? nil : .pause($0) } ?? .bureau(bureau)
        }
    }
}
