// SPDX-License-Identifier: Apache-2.0

import Civic

/// One thing wrong with a form's values.
public struct FormFault: Sendable, Hashable {
    /// The field, with index and inner field where it lies deeper: `items[2].note`.
    public var field: String
    /// `missing`, `unknown`, `type`, `range`, `option`, `format`, `datum` or `notExpected`.
    public var code: String
    public var message: Bilingual

    /// The code of a required value that is not there.
    public static let missing = "missing"

    public init(field: String, code: String, message: Bilingual) {
        self.field = field
        self.code = code
        self.message = message
    }
}
