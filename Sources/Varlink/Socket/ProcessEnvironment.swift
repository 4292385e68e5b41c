// SPDX-License-Identifier: Apache-2.0

@preconcurrency import Glibc

/// The variables of this process. To be read before threads that set them are started, if any ever are.
enum ProcessEnvironment {
    /// Each as `NAME=value`.
    static func entries() -> [String] {
        var entries: [String] = []
        var entry = environ
        while let text = entry.pointee {
            entries.append(String(cString: text))
            entry += 1
        }
        return entries
    }

    static func variables() -> [String: String] {
        let pairs = Self.entries().compactMap { entry -> (String, String)? in
            guard let equals = entry.firstIndex(of: "=") else { return nil }
            return (String(entry[..<equals]), String(entry[entry.index(after: equals)...]))
        }
        return Dictionary(pairs) { first, _ in first }
    }
}
