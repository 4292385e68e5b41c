// SPDX-License-Identifier: Apache-2.0

/// How names of an interface definition are called in Swift.
enum SwiftName {
    /// A property, a parameter or a case of an enumeration: the same name, in backticks where Swift has a word for it,
    /// or followed by `_` where backticks do not help.
    static func member(_ name: String) -> String {
        if self.reserved.contains(name) { return name + "_" }
        return self.keywords.contains(name) ? "`\(name)`" : name
    }

    /// A type: the same name with a capital letter, or followed by `Value` where it would hide a type that generated
    /// code needs.
    static func type(_ name: String) -> String {
        let name = name.prefix(1).uppercased() + name.dropFirst()
        return self.neededTypes.contains(name) ? name + "Value" : name
    }

    /// A case named after an error: `NoSuchTask` is `noSuchTask`, `IOError` is `ioError`.
    static func errorCase(_ name: String) -> String {
        let capitals = name.prefix { $0.isUppercase || $0.isNumber }.count
        let small = capitals > 1 && capitals < name.count ? capitals - 1 : max(capitals, 1)
        return self.member(name.prefix(small).lowercased() + name.dropFirst(small))
    }

    /// What the last part of an interface name begins the names of its types with: `Queue`, `FileSystem2`.
    static func stem(_ lastNamePart: String) -> String {
        lastNamePart.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    /// A string literal's content, for a name that is letters, digits and `.`, `-`, `_`.
    static func quoted(_ name: String) -> String { "\"\(name)\"" }

    /// What cannot be the name of a member, even in backticks, without hiding something.
    private static let reserved: Set<String> = [
        "Protocol", "Self", "Type", "errorName", "errorParameters", "init", "self",
    ]

    private static let keywords: Set<String> = [
        "Any", "as", "associatedtype", "break", "case", "catch", "class", "continue",
        "default", "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for",
        "func", "guard", "if", "import", "in", "inout", "internal", "is", "let", "nil", "operator",
        "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return", "static", "struct",
        "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
    ]

    private static let neededTypes: Set<String> = [
        "Any", "Bool", "CaseIterable", "Double", "Hashable", "Int", "JSONError", "JSONReadable", "JSONReader",
        "JSONWritable", "JSONWriter", "Protocol", "RawJSON", "Self", "Sendable", "Set", "String", "Type",
        "VarlinkFailure", "VarlinkInterface", "VarlinkMethod",
    ]
}
