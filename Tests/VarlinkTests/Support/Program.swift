// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import TongbanTestSupport

/// Other programs that tests run.
enum Program {
    /// The folder in which the build put its programs, and this test.
    static var folder: String {
        let test = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        // The test may be run by a helper of the toolchain, which is told where the test is.
        let candidates = [test] + CommandLine.arguments
        for candidate in candidates {
            let folder = URL(fileURLWithPath: candidate).deletingLastPathComponent().path
            if FileManager.default.isExecutableFile(atPath: folder + "/varlink-certification") { return folder }
        }
        return ""
    }

    static var certification: String { Self.folder + "/varlink-certification" }

    /// A Python with the packages varlink and asyncvarlink, when there is one.
    static let python = ProcessInfo.processInfo.environment["TONGBAN_TEST_PYTHON"]
}
