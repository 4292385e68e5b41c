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
        /// The field that is the key, the first of them when several are.
        public var key: String
        /// Further fields of the key, in order.
        public var furtherKey: [String]?
        /// Combinations of fields no two records have in common, beside the key.
        public var unique: [UniqueKey]?
        /// Fields by which records are found and ordered.
        public var indexed: [String]?
        public var fields: [FieldDeclaration]
        /// At most so many records.
        public var limit: Int?
        /// Whether every record is kept as it was on each civil day.
        public var dated: Bool?
        /// Roles that put, end and import its records, beside those who run the service.
        public var keptBy: [String]?
        /// Rules every record must obey; they see its fields, `key` and `today`.
        public var requirements: [RequirementDeclaration]?
        /// What may not come to more than so much over several records.
        public var totals: [TotalDeclaration]?

        public init(
            id: String,
            name: Bilingual,
            key: String,
            furtherKey: [String] = [],
            unique: [UniqueKey] = [],
            indexed: [String] = [],
            fields: [FieldDeclaration],
            limit: Int? = nil,
            dated: Bool = false,
            keptBy: [String] = [],
            requirements: [RequirementDeclaration] = [],
            totals: [TotalDeclaration] = []
        ) {
            self.id = id
            self.name = name
            self.key = key
            self.furtherKey = furtherKey.isEmpty ? nil : furtherKey
            self.unique = unique.isEmpty ? nil : unique
            self.indexed = indexed.isEmpty ? nil : indexed
            self.fields = fields
            self.limit = limit
            self.dated = dated ? true : nil
            self.keptBy = keptBy.isEmpty ? nil : keptBy
            self.requirements = requirements.isEmpty ? nil : requirements
            self.totals = totals.isEmpty ? nil : totals
        }

        public var isDated: Bool { self.dated ?? false }

        /// All fields of the key.
        public var keyFields: [String] { [self.key] + (self.furtherKey ?? []) }

        public func field(_ id: String) -> FieldDeclaration? { self.fields.first { $0.id == id } }
    }

    /// Fields whose values together no two records of a register have in common. A record that lacks one of them is
    /// not counted.
    public struct UniqueKey: Sendable, Hashable, Codable {
        public var fields: [String]
        /// Whether it is each value of these fields, and each element of lists among them, that no two records have,
        /// instead of the values together.
        public var each: Bool?

        public init(_ fields: [String], each: Bool = false) {
            self.fields = fields
            self.each = each ? true : nil
        }

        public var id: String { self.fields.joined(separator: self.each == true ? "/" : "+") }
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
    /// Decision tables; versions of one have the same id and different days.
    public var tables: [DecisionTable]?
    public var scoreCards: [ScoreCard]?
    public var figures: [FigureDeclaration]?
    public var reports: [ReportDeclaration]?
    /// Its recurring work.
    public var schedules: [ScheduleDeclaration]?
    /// What it hands on to other bodies.
    public var handoffs: [HandoffDeclaration]?
    /// Handlers that get a task when another bureau hands something on to it.
    public var receptions: [ReceptionDeclaration]?
    /// The money it pays out of.
    public var funds: [FundDeclaration]?
    /// What it makes public of its cases.
    public var notices: [PublicNoticeDeclaration]?
    /// The duties its people take turns at.
    public var rotas: [RotaDeclaration]?
    /// By which channels people are told.
    public var cascades: [CascadeDeclaration]?
    /// What it says of people, organisations and places in the shared index.
    public var tags: [TagDeclaration]?
    /// Handlers that get a task when something happens to anybody of the index.
    public var reactions: [ReactionDeclaration]?
    /// The rules of its rule file, with all their versions.
    public var ruleBook: [RuleDeclaration]?
    /// Rules it asked for that its file does not have, or not as what it takes them for; a declaration with any is refused.
    public var missingRules: [String]?

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
        tables: [DecisionTable]? = nil,
        scoreCards: [ScoreCard]? = nil,
        figures: [FigureDeclaration]? = nil,
        reports: [ReportDeclaration]? = nil,
        schedules: [ScheduleDeclaration]? = nil,
        handoffs: [HandoffDeclaration]? = nil,
        funds: [FundDeclaration]? = nil,
        notices: [PublicNoticeDeclaration]? = nil,
        rotas: [RotaDeclaration]? = nil,
        cascades: [CascadeDeclaration]? = nil,
        tags: [TagDeclaration]? = nil,
        reactions: [ReactionDeclaration]? = nil,
        receptions: [ReceptionDeclaration]? = nil,
        ruleBook: [RuleDeclaration]? = nil,
        missingRules: [String]? = nil
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
        self.tables = tables
        self.scoreCards = scoreCards
        self.figures = figures
        self.reports = reports
        self.schedules = schedules
        self.handoffs = handoffs
        self.funds = funds
        self.notices = notices
        self.rotas = rotas
        self.cascades = cascades
        self.tags = tags
        self.reactions = reactions
        self.receptions = receptions
        self.ruleBook = ruleBook
        self.missingRules = missingRules
    }

    public func item(_ id: String) -> ItemDeclaration? { self.items.first { $0.id == id } }
    public func register(_ id: String) -> Register? { self.registers.first { $0.id == id } }

    /// The registers, with the fields that rules may ask for: the text of a refusal none that are sensitive.
    func askedFields(forText: Bool) -> [String: Set<String>] {
        Dictionary(
            self.registers.map { register in
                (register.id, Set(register.fields.filter { !forText || $0.privacy != .sensitive }.map(\.id)))
            }
        ) { first, _ in first }
    }
}
