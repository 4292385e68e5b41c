// SPDX-License-Identifier: Apache-2.0

import Logging
import Testing

@testable import Systemd

@Suite("Messages for the journal")
struct JournalTests {
    @Test(
        "Metadata keys become names the journal accepts",
        arguments: [
            ("bureau", "BUREAU"), ("bureauID", "BUREAU_ID"), ("bureau-id", "BUREAU_ID"), ("task.id", "TASK_ID"),
            ("_hidden", "HIDDEN"), ("2nd", "ND"), ("messageID", "MESSAGE_ID"), ("办件", nil), ("", nil), ("--", nil),
        ] as [(String, String?)]
    )
    func names(key: String, name: String?) {
        #expect(JournalField.name(for: key) == name)
    }

    @Test("A name has at most 64 characters")
    func longName() {
        #expect(JournalField.name(for: String(repeating: "a", count: 64))?.count == 64)
        #expect(JournalField.name(for: String(repeating: "a", count: 65))?.count == 64)
    }

    @Test(
        "Levels are syslog's",
        arguments: [
            (Logger.Level.trace, 7), (.debug, 7), (.info, 6), (.notice, 5), (.warning, 4), (.error, 3), (.critical, 2),
        ]
    )
    func priorities(level: Logger.Level, priority: Int) {
        #expect(JournalLogHandler.priority(of: level) == priority)
    }

    @Test(
        "A priority of syslog is the level that is logged up to it",
        arguments: [
            (-1, nil), (0, .critical), (2, .critical), (3, .error), (4, .warning), (5, .notice), (6, .info),
            (7, .debug),
            (8, nil),
        ] as [(Int, Logger.Level?)]
    )
    func levels(priority: Int, level: Logger.Level?) {
        #expect(JournalLogHandler.level(ofPriority: priority) == level)
    }

    @Test("A threshold is that of all its handlers, but of those that have been given a level of their own")
    func threshold() {
        let threshold = LogThreshold(.info)
        let shared = JournalLogHandler(label: "a", threshold: threshold)
        var own = JournalLogHandler(label: "b", threshold: threshold)
        own.logLevel = .error
        #expect(shared.logLevel == .info)
        threshold.level = .debug
        #expect(shared.logLevel == .debug && own.logLevel == .error)
        #expect(JournalLogHandler(label: "c").logLevel == .info)
    }

    @Test("Fields are the handler's metadata and the message's own, which wins; what is reserved stays")
    func fields() {
        var handler = JournalLogHandler(label: "queue", sink: .standardError)
        handler[metadataKey: "bureau"] = "market"
        handler[metadataKey: "task"] = "1"
        let event = LogEvent(
            level: .info,
            message: "done",
            metadata: ["task": "2", "message": "fake", "messageID": "c0ffee"],
            source: "TongbanEngine",
            file: "Queue.swift",
            function: "complete()",
            line: 7
        )
        let fields = handler.fields(of: event).map { "\($0.name)=\($0.value)" }
        #expect(
            fields == [
                "SYSLOG_IDENTIFIER=tongband", "LOGGER=queue", "CODE_FILE=Queue.swift", "CODE_LINE=7",
                "CODE_FUNC=complete()", "BUREAU=market", "MESSAGE_ID=c0ffee", "TASK=2",
            ]
        )
    }

    @Test("On standard error a message is one line with a level, further lines indented, odd values quoted")
    func line() {
        let line = JournalSink.line(
            priority: 4,
            message: "disk full\nwriting stops",
            fields: [("BUREAU", "market"), ("WHY", "no \"room\"\nleft"), ("EMPTY", ""), ("CODE_FILE", "x")]
        )
        #expect(
            line == "<4>disk full\n    writing stops BUREAU=market WHY=\"no \\\"room\\\"\\nleft\" EMPTY=\"\"\n"
        )
    }

    @Test(
        "The journal is used only when standard error is connected to it",
        arguments: [("8:42", true), ("8:43", false), ("9:42", false), ("8", false), ("8:42:1", false), ("", false)]
    )
    func detection(variable: String, isConnected: Bool) {
        #expect(JournalSink.isConnected(variable, device: 8, inode: 42) == isConnected)
    }
}
