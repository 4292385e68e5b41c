// SPDX-License-Identifier: Apache-2.0

import Foundation
import Varlink

/// A folder for the sockets of one test.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        let base = FileManager.default.temporaryDirectory.path
        self.path = base + "/vl-" + UUID().uuidString.prefix(8)
        try FileManager.default.createDirectory(atPath: self.path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: self.path)
    }

    var socket: VarlinkAddress { .path(self.path + "/socket") }
}
