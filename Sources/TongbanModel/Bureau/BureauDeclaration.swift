// SPDX-License-Identifier: Apache-2.0

import Civic

/// Everything a bureau's plugin says of its bureau: data, so that cases go on moving while the plugin is down.
public struct BureauDeclaration: Sendable, Hashable, Codable {
    /// A role of the bureau's own.
    public struct Role: Sendable, Hashable, Codable {
        public var id: String
        public var name: Bilingual
        /// Whether it answers for the bureau, as `head` does where no role says so.
        public var supervises: Bool?

        public init(id: String, name: Bilingual, supervises: Bool? = nil) {
            self.id = id
            self.name = name
            self.supervises = supervises
        }
    }

    /// A kind of automatic task that the plugin works on.
    public struct Handler: Sendable, Hashable, Codable {
        public var kind: String
        public var name: Bilingual
        public var maxAttempts: Int
        /// The wait after the first failure, in milliseconds; each further one is twice as long.
        public var firstRetryMilliseconds: Int64
        public var longestRetryMilliseconds: Int64
        public var leaseMilliseconds: Int64

        public init(
            kind: String,
            name: Bilingual,
            maxAttempts: Int = 5,
            firstRetryMilliseconds: Int64 = 1_000,
            longestRetryMilliseconds: Int64 = 600_000,
            leaseMilliseconds: Int64 = 60_000
        ) {
            self.kind = kind
            self.name = name
            self.maxAttempts = maxAttempts
            self.firstRetryMilliseconds = firstRetryMilliseconds
            self.longestRetryMilliseconds = longestRetryMilliseconds
            self.leaseMilliseconds = leaseMilliseconds
        }

        public var retry: RetryPolicy {
            RetryPolicy(
                maxAttempts: self.maxAttempts,
                firstMilliseconds: self.firstRetryMilliseconds,
                longestMilliseconds: self.longestRetryMilliseconds,
                leaseMilliseconds: self.leaseMilliseconds
            )
        }
    }

    /// A register: keyed records with a field list.
    public struct Register: Sendable, Hashable, Codable {
        public var id: String
        public var name: Bilingual
        /// The field that is the key.
        public var key: String
        public var fields: [FieldDeclaration]
        /// At most so many records.
        public var limit: Int?

        public init(id: String, name: Bilingual, key: String, fields: [FieldDeclaration], limit: Int? = nil) {
            self.id = id
            self.name = name
            self.key = key
            self.fields = fields
            self.limit = limit
        }
    }

    public var id: String
    public var name: Bilingual
    public var summary: Bilingual
    /// The two letters in front of its case numbers.
    public var prefix: String
    public var roles: [Role]
    public var registers: [Register]
    public var items: [ItemDeclaration]
    public var handlers: [Handler]
    /// How many tasks the plugin works on at a time.
    public var concurrency: Int
    public var figures: [FigureDeclaration]?
    public var reports: [ReportDeclaration]?

    public init(
        id: String,
        name: Bilingual,
        summary: Bilingual,
        prefix: String,
        roles: [Role],
        registers: [Register] = [],
        items: [ItemDeclaration],
        handlers: [Handler] = [],
        concurrency: Int = 4,
        figures: [FigureDeclaration]? = nil,
        reports: [ReportDeclaration]? = nil
    ) {
        self.id = id
        self.name = name
        self.summary = summary
        self.prefix = prefix
        self.roles = roles
        self.registers = registers
        self.items = items
        self.handlers = handlers
        self.concurrency = concurrency
        self.figures = figures
        self.reports = reports
    }

    public func item(_ id: String) -> ItemDeclaration? { self.items.first { $0.id == id } }
    public func register(_ id: String) -> Register? { self.registers.first { $0.id == id } }
}
