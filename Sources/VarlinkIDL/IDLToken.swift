// SPDX-License-Identifier: Apache-2.0

/// A piece of an interface definition.
struct IDLToken {
    enum Kind: Hashable {
        /// Letters, digits, `_`, `.`, `-`, starting with one of the first three.
        case word(String)

        /// One of `( ) , : ? -> [] [string]`.
        case mark(String)

        /// A character that means nothing here.
        case stray(String)

        case end
    }

    var kind: Kind
    var line: Int
    var column: Int

    /// The comment lines right above.
    var docs: [String]

    var found: String {
        switch self.kind {
        case .word(let text), .mark(let text): "'\(text)'"
        case .stray(let text): text
        case .end: "the end of the text"
        }
    }
}
