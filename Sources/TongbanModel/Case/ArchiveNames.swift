// SPDX-License-Identifier: Apache-2.0

/// Reads the names of the files in a ZIP archive from its central directory, without unpacking anything.
enum ArchiveNames {
    /// More files than this are not looked at.
    private static let limit = 10_000

    /// `nil` when the content is no sound archive.
    static func names(in content: [UInt8]) -> Set<String>? {
        // The end record has 22 bytes, and a comment of up to 65,535 bytes may follow it.
        guard content.count >= 22 else { return nil }
        let earliest = max(0, content.count - 22 - 65_535)
        var end = content.count - 22
        while end >= earliest, Self.number(content, end, 4) != 0x0605_4B50 { end -= 1 }
        guard end >= earliest else { return nil }
        let count = Self.number(content, end + 10, 2)
        var position = Self.number(content, end + 16, 4)
        guard count <= Self.limit else { return nil }
        var names: Set<String> = []
        for _ in 0..<count {
            guard position + 46 <= end, Self.number(content, position, 4) == 0x0201_4B50 else { return nil }
            let length = Self.number(content, position + 28, 2)
            let rest = Self.number(content, position + 30, 2) + Self.number(content, position + 32, 2)
            guard position + 46 + length + rest <= end else { return nil }
            names.insert(String(decoding: content[(position + 46)..<(position + 46 + length)], as: UTF8.self))
            position += 46 + length + rest
        }
        return names
    }

    private static func number(_ content: [UInt8], _ position: Int, _ size: Int) -> Int {
        var value = 0
        for offset in (0..<size).reversed() { value = value << 8 | Int(content[position + offset]) }
        return value
    }
}
