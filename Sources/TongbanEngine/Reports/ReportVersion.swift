// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

/// A locked report: its figures stay, whatever changes afterwards.
public struct ReportVersion: Sendable, Hashable, Codable {
    /// 1 for the one that was locked; one more with every restatement.
    public var number: Int
    public var document: ReportDocument
    /// Who locked it, or asked for the restatement.
    public var by: String
    /// Who else approved the restatement.
    public var approvedBy: String?
    /// Milliseconds UTC.
    public var at: Int64
    public var reason: String?
}
