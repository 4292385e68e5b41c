// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The Python that has the oracles installed, named by `TONGBAN_TEST_PYTHON`.
enum Python {
    struct Failed: Error {
        var status: Int32
        var output: String
    }

    static let path: String? = getenv("TONGBAN_TEST_PYTHON").map { String(cString: $0) }

    /// What a program without single quotes prints, by lines.
    static func lines(_ program: String) throws -> [Substring] {
        precondition(!program.contains("'"), "the program is passed in single quotes")
        guard let path, let pipe = popen("'\(path)' -c '\(program)' 2>&1", "r") else {
            throw Failed(status: -1, output: "no Python")
        }
        let output = String(decoding: Stream.bytes(of: pipe), as: UTF8.self)
        let status = pclose(pipe)
        guard status == 0 else { throw Failed(status: status, output: output) }
        return output.split(separator: "\n")
    }
}
