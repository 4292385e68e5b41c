// SPDX-License-Identifier: Apache-2.0

/// Names of fields of the journal (systemd.journal-fields(7)).
enum JournalField {
    /// The most a name may have.
    static let longest = 64

    /// A metadata key as the journal wants names: `A` to `Z`, digits and underscores, no underscore or digit first.
    /// `bureauID` and `bureau-id` both become `BUREAU_ID`. What has no such letter gives `nil`.
    static func name(for key: String) -> String? {
        var name = ""
        var previousIsLower = false
        for scalar in key.unicodeScalars {
            let isUpper = ("A"..."Z").contains(scalar)
            let isLower = ("a"..."z").contains(scalar)
            let isDigit = ("0"..."9").contains(scalar)
            if isUpper {
                if previousIsLower { name.append("_") }
                name.unicodeScalars.append(scalar)
            } else if isLower {
                name += String(scalar).uppercased()
            } else if isDigit {
                if name.isEmpty { continue }
                name.unicodeScalars.append(scalar)
            } else if !name.isEmpty, name.last != "_" {
                name.append("_")
            }
            previousIsLower = isLower || isDigit
        }
        while name.last == "_" { name.removeLast() }
        return name.isEmpty ? nil : String(name.prefix(Self.longest))
    }
}
