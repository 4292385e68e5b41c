// SPDX-License-Identifier: Apache-2.0

import Civic

/// A place where a rota is kept: its pattern, how far it is planned, and whether people were told of gaps.
public struct RotaPlace: Sendable, Hashable, Codable {
    /// Gaps that people were told of.
    public struct Gap: Sendable, Hashable, Codable {
        /// In milliseconds UTC.
        public var since: Int64
        /// As `RotaCoverage` writes them.
        public var ranges: [String]
        /// How many rungs were told.
        public var rungs = 0

        public init(since: Int64, ranges: [String]) {
            self.since = since
            self.ranges = ranges
        }
    }

    public var bureau: String
    public var rota: String
    public var place: String
    public var pattern: RotaPattern?
    /// The first and the last day that has shifts, or should.
    public var since: CivilDay?
    public var through: CivilDay?
    public var gap: Gap?

    public init(bureau: String, rota: String, place: String) {
        self.bureau = bureau
        self.rota = rota
        self.place = place
    }

    public var id: String { "\(self.bureau)/\(self.rota)/\(self.place)" }
}
