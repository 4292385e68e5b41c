// SPDX-License-Identifier: Apache-2.0

/// Finds out by a file's content, not by its name, what kind of file it is.
public enum MediaTypeCheck {
    /// The kind of a content; `nil` for one that is none of the closed list.
    public static func type(of content: [UInt8]) -> MediaType? {
        if content.starts(with: Array("%PDF-".utf8)) { return .pdf }
        if content.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if content.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if content.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return Self.archiveType(content) }
        return Self.isText(content) ? .txt : nil
    }

    /// The kinds that are ZIP archives are told apart by the files they must hold.
    private static func archiveType(_ content: [UInt8]) -> MediaType? {
        guard let names = ArchiveNames.names(in: content) else { return nil }
        if names.contains("OFD.xml") { return .ofd }
        guard names.contains("[Content_Types].xml") else { return nil }
        if names.contains("word/document.xml") { return .docx }
        if names.contains("xl/workbook.xml") { return .xlsx }
        return nil
    }

    private static func isText(_ content: [UInt8]) -> Bool {
        guard !content.isEmpty else { return false }
        let controls = content.contains { byte in
            byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0C && byte != 0x0D || byte == 0x7F
        }
        guard !controls else { return false }
        return String(validating: content, as: UTF8.self) != nil || Self.isGB18030(content)
    }

    /// GB 18030-2022: one byte below 0x80, two bytes, or four bytes of which the second and fourth are digits.
    private static func isGB18030(_ content: [UInt8]) -> Bool {
        var index = 0
        while index < content.count {
            let lead = content[index]
            if lead < 0x80 {
                index += 1
                continue
            }
            guard (0x81...0xFE).contains(lead), index + 1 < content.count else { return false }
            let second = content[index + 1]
            if (0x40...0x7E).contains(second) || (0x80...0xFE).contains(second) {
                index += 2
            } else if (0x30...0x39).contains(second), index + 3 < content.count,
                (0x81...0xFE).contains(content[index + 2]), (0x30...0x39).contains(content[index + 3])
            {
                index += 4
            } else {
                return false
            }
        }
        return true
    }
}
