// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

#if canImport(Glibc)
import Glibc
#endif

/// What the command prints: tables and sentences for people, JSON for programs.
struct Console: Sendable {
    let language: Language
    let wantsJSON: Bool

    var isTerminal: Bool { isatty(1) == 1 }
    var hasTerminalForErrors: Bool { isatty(2) == 1 }
    var inputIsTerminal: Bool { isatty(0) == 1 }

    func text(_ zh: String, _ en: String) -> String { self.language == .chinese ? zh : en }

    func say(_ zh: String, _ en: String) {
        guard !self.wantsJSON else { return }
        Self.write(self.text(zh, en) + "\n", to: 1)
    }

    func line(_ text: String) { Self.write(text + "\n", to: 1) }

    /// Byte for byte, for files.
    func write(_ text: String) { Self.write(text, to: 1) }

    func json(_ value: some JSONWritable) { Self.write(value.jsonText + "\n", to: 1) }

    func complain(_ zh: String, _ en: String) { Self.write(self.text(zh, en) + "\n", to: 2) }

    func complain(_ object: JSON) { Self.write(object.text + "\n", to: 2) }

    /// Replaces the current line of a terminal by how far a long command has come; says nothing elsewhere.
    func progress(_ zh: String, _ en: String) {
        guard self.hasTerminalForErrors, !self.wantsJSON else { return }
        Self.write("\r\u{1B}[K" + self.text(zh, en), to: 2)
    }

    func ask(_ question: String) { Self.write(question, to: 1) }

    func endProgress() {
        guard self.hasTerminalForErrors, !self.wantsJSON else { return }
        Self.write("\r\u{1B}[K", to: 2)
    }

    /// Writes at once and whole: a follower's lines are seen when they come.
    private static func write(_ text: String, to descriptor: CInt) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                return
            }
            bytes = bytes.dropFirst(written)
        }
    }
}
