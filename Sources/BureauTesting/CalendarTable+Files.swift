// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Foundation

extension CalendarTable {
    /// A table from the text of its file.
    public init(text: String) throws {
        try self.init(json: RawJSON(validating: text.utf8).parsed())
    }

    /// The tables of a folder, one file a year named `2022.json`.
    public static func tables(inFolder folder: String) throws -> [CalendarTable] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw TestDaemonError.unreadable(folder)
        }
        return try names.filter { $0.hasSuffix(".json") }.sorted().map { name in
            guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
                throw TestDaemonError.unreadable("\(folder)/\(name)")
            }
            return try CalendarTable(json: RawJSON(validating: bytes).parsed())
        }
    }
}
