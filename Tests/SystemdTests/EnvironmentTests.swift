// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

/// What reads or changes the process environment or its descriptors runs one after the other.
@Suite("The service manager's environment", .serialized)
struct EnvironmentTests {
    /// Sets variables while `body` runs; `nil` unsets.
    static func with(_ variables: [String: String?], _ body: () throws -> Void) rethrows {
        let before = variables.keys.map { name in (name, getenv(name).map { String(cString: $0) }) }
        func set(_ name: String, _ value: String?) {
            if let value { setenv(name, value, 1) } else { unsetenv(name) }
        }
        for (name, value) in variables { set(name, value) }
        defer { for (name, value) in before { set(name, value) } }
        try body()
    }
}
