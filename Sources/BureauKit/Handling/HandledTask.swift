// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

/// A task as a handler gets it.
public struct HandledTask: Sendable {
    public var id: String
    public var kind: String
    /// 1 for the first.
    public var attempt: Int
    public var payload: JSONObject
    /// The case it belongs to, and that case's values.
    public var caseNumber: String?
    public var caseData: JSONObject
    /// The daemon's time; on a simulated clock the simulated one.
    public var now: Instant

    public init(
        id: String,
        kind: String,
        attempt: Int,
        payload: JSONObject,
        caseNumber: String?,
        caseData: JSONObject,
        now: Instant
    ) {
        self.id = id
        self.kind = kind
        self.attempt = attempt
        self.payload = payload
        self.caseNumber = caseNumber
        self.caseData = caseData
        self.now = now
    }

    public var today: CivilDay { ShanghaiTime.day(of: self.now) }
}

/// Says that a task failed. Any other error a handler throws counts as one that may be tried again.
public struct TaskFailure: Error, Sendable, CustomStringConvertible {
    public var reason: String
    /// Whether trying again would be in vain.
    public var isFatal: Bool
    public var retryAfterSeconds: Int?

    public init(_ reason: String, isFatal: Bool = false, retryAfterSeconds: Int? = nil) {
        self.reason = reason
        self.isFatal = isFatal
        self.retryAfterSeconds = retryAfterSeconds
    }

    public var description: String { self.reason }
}

/// What a handler may ask the daemon.
public protocol DaemonAccess: Sendable {
    /// A record of the bureau's register; `nil` when there is none.
    func record(_ register: String, _ key: String) async throws -> JSONObject?
    /// Every record of the bureau's register, by key.
    func records(_ register: String) async throws -> [(key: String, data: JSONObject)]
    /// The records for which all conditions hold; those of a dated register also as they were on a day.
    func records(
        _ register: String,
        where conditions: [RegisterCondition],
        on day: CivilDay?
    ) async throws -> [(key: String, data: JSONObject)]
    /// How many records there are for which all conditions hold.
    func count(_ register: String, where conditions: [RegisterCondition], on day: CivilDay?) async throws -> Int
    /// The values of a case of the bureau.
    func caseData(_ number: String) async throws -> JSONObject
    /// The cases of an item of the bureau by number, with their values; only open or only closed ones when asked.
    func cases(_ item: String, open: Bool?) async throws -> [BureauCase]
    /// A report of the bureau over a period such as `2022-07`, as `ReportDocument` has it; of a locked period the last
    /// version.
    func report(_ id: String, _ period: String) async throws -> ReportDocument
}

/// A case of the bureau as its handlers see it.
public struct BureauCase: Sendable {
    public var number: String
    /// The active states and marks, joined by `+`.
    public var state: String
    public var isOpen: Bool
    public var subject: String?
    public var area: String?
    public var opened: Instant
    /// The earliest running deadline.
    public var due: Instant?
    public var data: JSONObject

    public init(
        number: String,
        state: String,
        isOpen: Bool,
        subject: String? = nil,
        area: String? = nil,
        opened: Instant,
        due: Instant? = nil,
        data: JSONObject
    ) {
        self.number = number
        self.state = state
        self.isOpen = isOpen
        self.subject = subject
        self.area = area
        self.opened = opened
        self.due = due
        self.data = data
    }

    public subscript(name: String) -> JSON? { self.data[name] }

    /// Whether a state is among the active ones, or a mark stands beside them.
    public func isIn(_ state: String) -> Bool { self.state.split(separator: "+").contains { $0 == state } }
}

extension DaemonAccess {
    /// Every case of an item of the bureau, open and closed.
    public func cases(_ item: String) async throws -> [BureauCase] { try await self.cases(item, open: nil) }
}
