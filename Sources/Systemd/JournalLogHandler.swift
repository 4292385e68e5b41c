// SPDX-License-Identifier: Apache-2.0

public import Logging

/// Writes log messages to the journal with their metadata as fields, or to standard error where there is no journal.
///
/// The metadata key ``messageIDKey`` gives the message's `MESSAGE_ID`, by which the journal's catalog explains it.
public struct JournalLogHandler: LogHandler {
    /// 32 hexadecimal digits, one number for each kind of event (sd-id128(3)).
    public static let messageIDKey = "messageID"

    /// What this logger alone logs when it was set, else the threshold that it shares.
    public var logLevel: Logger.Level {
        get { self.ownLevel ?? self.threshold.level }
        set { self.ownLevel = newValue }
    }
    public var metadata: Logger.Metadata = [:]
    public var metadataProvider: Logger.MetadataProvider?

    private var ownLevel: Logger.Level?
    private let threshold: LogThreshold
    private let label: String
    private let identifier: String
    private let sink: JournalSink

    /// - Parameter label: The logger's name; the field `LOGGER`.
    /// - Parameter identifier: The program's name; the field `SYSLOG_IDENTIFIER`.
    /// - Parameter threshold: The level, for all handlers that are given the same one.
    public init(
        label: String,
        identifier: String = "tongband",
        threshold: LogThreshold = LogThreshold(),
        sink: JournalSink = .detect()
    ) {
        self.label = label
        self.identifier = identifier
        self.threshold = threshold
        self.sink = sink
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { self.metadata[key] }
        set { self.metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        self.sink.write(
            priority: Self.priority(of: event.level),
            message: event.message.description,
            fields: self.fields(of: event)
        )
    }

    /// The fields of a message beside its text and priority, ordered by name where they are metadata.
    func fields(of event: LogEvent) -> [(name: String, value: String)] {
        var merged = self.metadata
        if let provided = self.metadataProvider?.get() { merged.merge(provided) { _, later in later } }
        if let own = event.metadata { merged.merge(own) { _, later in later } }
        var fields = [
            (name: "SYSLOG_IDENTIFIER", value: self.identifier), (name: "LOGGER", value: self.label),
            (name: "CODE_FILE", value: event.file), (name: "CODE_LINE", value: "\(event.line)"),
            (name: "CODE_FUNC", value: event.function),
        ]
        if let error = event.error { fields.append((name: "ERROR", value: "\(error)")) }
        for (key, value) in merged.sorted(by: { $0.key < $1.key }) {
            guard let name = JournalField.name(for: key), !Self.reserved.contains(name) else { continue }
            fields.append((name: name, value: "\(value)"))
        }
        return fields
    }

    /// What metadata must not give a second value.
    private static let reserved: Set<String> = ["MESSAGE", "PRIORITY", "SYSLOG_IDENTIFIER"]

    /// The level whose messages have a priority of syslog(3) that is as urgent or more; `nil` for what is no priority,
    /// which are 0 (emergency) to 7 (debug).
    public static func level(ofPriority priority: Int) -> Logger.Level? {
        switch priority {
        case 0...2: .critical
        case 3: .error
        case 4: .warning
        case 5: .notice
        case 6: .info
        case 7: .debug
        default: nil
        }
    }

    /// syslog(3).
    static func priority(of level: Logger.Level) -> Int {
        switch level {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
