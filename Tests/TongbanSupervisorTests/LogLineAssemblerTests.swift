// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TongbanSupervisor

@Suite("Messages made of a plugin's output")
struct LogLineAssemblerTests {
    private func messages(_ text: String, pieces: Int = .max, limits: LogLimits = LogLimits()) -> [LogMessage] {
        var assembler = LogLineAssembler(limits: limits)
        var messages: [LogMessage] = []
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            messages += assembler.append(rest.prefix(pieces))
            rest = rest.dropFirst(pieces)
        }
        return messages + assembler.finish()
    }

    @Test(
        "steampipe #3706, #3678: a message of several lines stays one, however it is cut in reading",
        arguments: [1, 7, 4096]
    )
    func wholeMessages(pieces: Int) {
        let text = """
            <4>slow answer
            <3>review failed
              at Review.swift:12
              at Queue.swift:90
            plain end of the same message
            <6>done

            """
        #expect(
            self.messages(text, pieces: pieces) == [
                LogMessage(.warning, "slow answer"),
                LogMessage(
                    .error,
                    "review failed\n  at Review.swift:12\n  at Queue.swift:90\nplain end of the same message"
                ),
                LogMessage(.info, "done"),
            ]
        )
    }

    @Test("telegraf README, formae #198: standard error is not all errors: a line without a level is information")
    func standardLevel() {
        #expect(self.messages("started\nworking\n") == [LogMessage(.info, "started"), LogMessage(.info, "working")])
    }

    @Test("lyra #110: a crash is an error with its whole trace, whatever level came before")
    func crashes() {
        let python = "Traceback (most recent call last):\n  File \"a.py\", line 1\nValueError: no\nnext\n"
        #expect(
            self.messages(python) == [
                LogMessage(.error, "Traceback (most recent call last):\n  File \"a.py\", line 1\nValueError: no"),
                LogMessage(.info, "next"),
            ]
        )
        let swift =
            "<7>debugging\nMarket/Review.swift:3: Fatal error: Index out of range\n\n*** Signal 4\nThread 0 crashed:\n0 [ra] 0x01 in main\n"
        let messages = self.messages(swift)
        #expect(messages.map(\.level) == [.debug, .error, .error])
        #expect(messages.last?.text == "*** Signal 4\nThread 0 crashed:\n0 [ra] 0x01 in main")
        let java = "Exception in thread main: x\n\tat a.b(C.java:1)\nCaused by: y\n... 3 more\n"
        #expect(self.messages(java).count == 1)
    }

    @Test("A line at the limit is whole; one byte more is dropped and counted")
    func lineLimit() {
        let limits = LogLimits(line: 10)
        #expect(self.messages("0123456789\n", limits: limits) == [LogMessage(.info, "0123456789")])
        #expect(self.messages("0123456789A\n", limits: limits) == [LogMessage(.info, "0123456789 [1 bytes dropped]")])
    }

    @Test("A message at the limit is whole; what is one byte more begins another of the same level")
    func messageLimit() {
        let limits = LogLimits(message: 11)
        #expect(self.messages("<3>01234\n 6789\n", limits: limits) == [LogMessage(.error, "01234\n 6789")])
        #expect(
            self.messages("<3>01234\n 67890\n", limits: limits)
                == [LogMessage(.error, "01234"), LogMessage(.error, " 67890")]
        )
    }

    @Test("Bytes that are no UTF-8 do no harm")
    func notUTF8() {
        var assembler = LogLineAssembler()
        #expect(assembler.append([0x41, 0xFF, 0x0A]).isEmpty)
        #expect(assembler.finish() == [LogMessage(.info, "A\u{FFFD}")])
    }

    @Test("A plugin that floods its output is held to its rate, and what was dropped is counted")
    func rate() {
        var limiter = LogRateLimiter(limits: LogLimits(messages: 3, interval: .seconds(10)))
        let message = LogMessage(.info, "x")
        for _ in 0..<3 { #expect(limiter.admit(message, at: .zero) == [message]) }
        for _ in 0..<2 { #expect(limiter.admit(message, at: .milliseconds(9_999)) == []) }
        let admitted = limiter.admit(message, at: .seconds(10))
        #expect(admitted.count == 2 && admitted.first?.text.hasPrefix("2 messages dropped") == true)
    }

    @Test("The last lines are kept, so many and no more")
    func lastLines() {
        var log = PluginLog(limits: LogLimits(lastLines: 2))
        _ = log.append(Array("a\nb\nc\n".utf8), at: .zero)
        _ = log.finish(at: .zero)
        #expect(log.lastLines == ["b", "c"])
    }
}
