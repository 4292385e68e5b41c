// SPDX-License-Identifier: Apache-2.0

/// Makes messages of the bytes a program writes to its standard error.
///
/// A line `<N>text` begins a message of level N; the lines without such a prefix that follow belong to it. Where a
/// program writes no prefixes, a line belongs to the message before it when it is indented or looks like part of a stack
/// trace. What crashing runtimes write always begins a message of its own, of level `error`.
public struct LogLineAssembler: Sendable {
    public let limits: LogLimits

    /// The bytes of the line that is not ended yet, no more than the limit.
    private var line: [UInt8] = []
    private var droppedBytes = 0
    /// The message that further lines may still belong to.
    private var message: LogMessage?
    private var hasPrefix = false
    private var isTraceback = false

    public init(limits: LogLimits = LogLimits()) {
        self.limits = limits
    }

    /// Whether a message or a part of a line is held back.
    public var isEmpty: Bool { self.line.isEmpty && self.message == nil }

    /// Takes in bytes as they were read, and gives the messages that are complete by them.
    public mutating func append(_ bytes: some Sequence<UInt8>) -> [LogMessage] {
        var messages: [LogMessage] = []
        for byte in bytes {
            if byte == 0x0A {
                self.endLine(into: &messages)
            } else if self.line.count < self.limits.line {
                self.line.append(byte)
            } else {
                self.droppedBytes += 1
            }
        }
        return messages
    }

    /// Gives the message held back, when nothing was written for a while; a line not ended stays.
    public mutating func settle() -> LogMessage? {
        defer { self.message = nil }
        return self.message
    }

    /// Gives all that is held back: the program has closed its standard error.
    public mutating func finish() -> [LogMessage] {
        var messages: [LogMessage] = []
        if !self.line.isEmpty { self.endLine(into: &messages) }
        if let last = self.settle() { messages.append(last) }
        return messages
    }

    private mutating func endLine(into messages: inout [LogMessage]) {
        if self.line.last == 0x0D { self.line.removeLast() }
        let (level, start) = Self.prefix(of: self.line)
        var text = String(decoding: self.line[start...], as: UTF8.self)
        if self.droppedBytes > 0 { text += " [\(self.droppedBytes) bytes dropped]" }
        self.line.removeAll(keepingCapacity: true)
        self.droppedBytes = 0

        if level == nil, self.message != nil, self.continues(text) {
            self.extend(with: text, into: &messages)
            return
        }
        if let message = self.message { messages.append(message) }
        if level == nil, text.isEmpty {
            self.message = nil
            return
        }
        self.hasPrefix = level != nil
        self.isTraceback = text.hasPrefix(Self.tracebackStart)
        self.message = LogMessage(level ?? (Self.beginsCrash(text) ? .error : .info), text)
    }

    private mutating func extend(with text: String, into messages: inout [LogMessage]) {
        guard let message = self.message else { return }
        if message.text.utf8.count + 1 + text.utf8.count <= self.limits.message {
            self.message?.text += "\n" + text
        } else {
            messages.append(message)
            self.message = LogMessage(message.level, text)
        }
    }

    private static let tracebackStart = "Traceback (most recent call last):"

    private mutating func continues(_ text: String) -> Bool {
        if text.first == " " || text.first == "\t" { return true }
        if self.isTraceback {
            // The first line that is not indented names the exception and ends the trace.
            self.isTraceback = false
            return true
        }
        if Self.beginsCrash(text) { return false }
        return self.hasPrefix || Self.continuations.contains { text.hasPrefix($0) } || Self.isFrame(text)
    }

    /// How lines of a stack trace begin that are not indented: Java's and Node's, Go's, Swift's.
    private static let continuations = ["at ", "Caused by:", "... ", "goroutine ", "Thread ", "Registers:", "Images "]

    /// How runtimes begin to tell of a crash.
    private static let crashes = [
        "Fatal error", "*** ", "panic: ", "fatal error:", "terminate called", "Traceback (most", "💣",
    ]

    private static func beginsCrash(_ text: String) -> Bool {
        Self.crashes.contains { text.hasPrefix($0) } || text.contains(": Fatal error:")
    }

    /// A numbered frame: `#0 0x…` or `0 [ra] 0x…`.
    private static func isFrame(_ text: String) -> Bool {
        let rest = text.first == "#" ? text.dropFirst() : text[...]
        guard let digit = rest.first, digit.isASCII, digit.isNumber else { return false }
        let afterNumber = rest.drop { $0.isASCII && $0.isNumber }
        return text.first == "#"
            ? afterNumber.first == " " : afterNumber.hasPrefix(" 0x") || afterNumber.hasPrefix(" [")
    }

    /// The level that `<N>` at the start of a line gives, and where the text begins.
    private static func prefix(of line: [UInt8]) -> (LogLevel?, Int) {
        guard line.count >= 3, line[0] == 0x3C, line[2] == 0x3E, (0x30...0x37).contains(line[1]) else {
            return (nil, 0)
        }
        return (LogLevel(rawValue: Int(line[1] - 0x30)), 3)
    }
}
