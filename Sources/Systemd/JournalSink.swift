// SPDX-License-Identifier: Apache-2.0

import CSystemd
import Glibc

/// Where log messages go.
public enum JournalSink: Sendable, Hashable {
    /// The journal's own socket, fields and all.
    case journal
    /// Standard error, one line with a `<N>` prefix a message, as a service manager reads it.
    case standardError

    /// The journal when standard error is connected to it, which `JOURNAL_STREAM` tells by device and inode
    /// (systemd.exec(5)); then nothing is lost by not using standard error. Else standard error.
    public static func detect() -> JournalSink {
        guard let variable = getenv("JOURNAL_STREAM") else { return .standardError }
        var status = stat()
        guard fstat(STDERR_FILENO, &status) == 0 else { return .standardError }
        return self.isConnected(String(cString: variable), device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
            ? .journal : .standardError
    }

    static func isConnected(_ journalStream: String, device: UInt64, inode: UInt64) -> Bool {
        let parts = journalStream.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 2 && UInt64(parts[0]) == device && UInt64(parts[1]) == inode
    }

    /// Passes on one message.
    /// - Parameter priority: 0 to 7, as syslog(3) numbers it.
    /// - Parameter fields: Further fields, with valid names.
    func write(priority: Int, message: String, fields: [(name: String, value: String)]) {
        switch self {
        case .journal:
            let all = [("MESSAGE", message), ("PRIORITY", "\(priority)")] + fields
            if !Self.send(all.map { Array("\($0.0)=\($0.1)".utf8) }) {
                Self.writeLine(priority: priority, message: message, fields: fields)
            }
        case .standardError: Self.writeLine(priority: priority, message: message, fields: fields)
        }
    }

    private static func send(_ fields: [[UInt8]]) -> Bool {
        // One buffer that all the vectors point into, which does not move while they do.
        let joined = Array(fields.joined())
        return joined.withUnsafeBytes { buffer in
            guard let base = UnsafeMutableRawPointer(mutating: buffer.baseAddress) else { return false }
            var offset = 0
            let vectors = fields.map { field in
                defer { offset += field.count }
                return iovec(iov_base: base + offset, iov_len: field.count)
            }
            return sd_journal_sendv(vectors, Int32(vectors.count)) == 0
        }
    }

    private static func writeLine(priority: Int, message: String, fields: [(name: String, value: String)]) {
        let bytes = Array(Self.line(priority: priority, message: message, fields: fields).utf8)
        // One write, so that lines of several threads are not mixed; there is nobody to tell if it fails.
        _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// A message as lines that belong together: continuation lines are indented.
    static func line(priority: Int, message: String, fields: [(name: String, value: String)]) -> String {
        let shown = fields.filter { !hidden.contains($0.name) }.map { " \($0.name)=\(Self.quoted($0.value))" }
        let text = message.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n    ")
        return "<\(priority)>\(text)\(shown.joined())\n"
    }

    /// Fields for programs only.
    private static let hidden: Set<String> = [
        "CODE_FILE", "CODE_LINE", "CODE_FUNC", "LOGGER", "SYSLOG_IDENTIFIER", "MESSAGE_ID",
    ]

    private static func quoted(_ value: String) -> String {
        let needsQuotes = value.isEmpty || value.contains { $0 == " " || $0 == "\"" || $0 == "=" || $0.isNewline }
        guard needsQuotes else { return value }
        var text = "\""
        for character in value {
            switch character {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case _ where character.isNewline: text += "\\n"
            default: text.append(character)
            }
        }
        return text + "\""
    }
}
