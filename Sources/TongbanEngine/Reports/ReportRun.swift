// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

/// A report being worked out, page by page, as things stood at one moment.
public struct ReportRun: Sendable {
    /// One pass over cases, records or entries.
    struct Source: Hashable, Sendable {
        var kind: FigureDeclaration.Source
        var of: String
    }

    public let bureau: String
    public let report: String
    public let period: ReportPeriod
    let assembly: ReportAssembly
    let comparedWith: ReportPeriod?
    /// Things count as they were then.
    let moment: Instant
    /// Entries of the journal after this one do not count.
    let sequence: Int64
    /// Whether a past moment was asked for.
    let isPast: Bool
    /// Whether a figure asks for values of class S, of which the journal does not tell.
    let asksSensitive: Bool
    var tallies: [FigureTally]
    var before: [FigureTally]
    var sources: [Source]
    var after: String?

    /// Whether everything was counted.
    public var isDone: Bool { self.sources.isEmpty }
}
