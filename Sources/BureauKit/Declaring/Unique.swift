// SPDX-License-Identifier: Apache-2.0

import TongbanModel

/// Fields whose values together no two records of a register have in common: `Unique("certificate")`.
public struct Unique: Sendable {
    let declaration: BureauDeclaration.UniqueKey

    public init(_ fields: String...) { self.declaration = .init(fields) }
}
