// SPDX-License-Identifier: Apache-2.0

/// Writes comma-separated values (RFC 4180).
public enum CSVWriter {
    /// One row, with CRLF.
    ///
    /// A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return
    /// and is no number) gets an apostrophe in front, so that opening the file runs nothing.
    public static func row(_ fields: [String]) -> String {
        fields.map(self.field).joined(separator: ",") + "\r\n"
    }

    static func field(_ text: String) -> String {
        var text = text
        if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first), Double(text) == nil {
            text = "'" + text
        }
        guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return text }
        var quoted = "\""
        for character in text.unicodeScalars {
            if character == "\"" { quoted += "\"\"" } else { quoted.unicodeScalars.append(character) }
        }
        return quoted + "\""
    }
}
