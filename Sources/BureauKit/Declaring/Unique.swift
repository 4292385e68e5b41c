// SPDX-License-Identifier: Apache-2.0

import TongbanModel

/// Fields whose values together no two records of a register have in common: `Unique("certificate")`.
public struct Unique: Sendable {
    let declaration: BureauDeclaration.UniqueKey

    public init(_ fields: String...) { self.declaration = .init(fields) }

    /// Each value of these fields, and each element of lists among them, is in one record only: `Unique(each: "captain",
    /// "members")` lets nobody be in two teams.
    public init(each fields: String...) { self.declaration = .init(fields, each: true) }
}
