// SPDX-License-Identifier: Apache-2.0

/// Who corrects closed cases of an item (更正).
public struct AmendmentDeclaration: Sendable, Hashable, Codable {
    /// The roles that ask for a correction.
    public var by: [String]
    /// The roles that decide; never the person who asked.
    public var decidedBy: [String]

    public init(by: [String], decidedBy: [String]) {
        self.by = by
        self.decidedBy = decidedBy
    }

    /// What holds where an item says nothing: the bureau asks, its head decides.
    public static let standard = AmendmentDeclaration(by: ["bureau"], decidedBy: ["head"])
}
