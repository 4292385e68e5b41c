// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// A report of a bureau: figures side by side, whole or in rows.
public struct ReportDeclaration: Sendable, Hashable, Codable {
    /// By what the rows are made.
    public struct Rows: Sendable, Hashable, Codable {
        public enum Kind: String, Sendable, Hashable, Codable {
            /// The value of the field.
            case value
            /// The first nine digits of an area code of twelve, as the town's code.
            case town
            /// The whole area code.
            case village
            /// The month of a civil day.
            case month
            /// Conditions of their own, which may lie inside one another.
            case bands
        }

        /// A row that is shown even when nothing belongs to it.
        public struct Row: Sendable, Hashable, Codable {
            public var id: String
            public var name: Bilingual
            /// JsonLogic, of a band.
            public var condition: JSON?

            public init(id: String, name: Bilingual, condition: JSON? = nil) {
                self.id = id
                self.name = name
                self.condition = condition
            }
        }

        public var kind: Kind
        /// Such as `_area`, `_opened` or a field of the form.
        public var field: String
        public var rows: [Row]?

        public init(kind: Kind, field: String, rows: [Row]? = nil) {
            self.kind = kind
            self.field = field
            self.rows = rows
        }
    }

    public enum Comparison: String, Sendable, Hashable, Codable {
        case previous
        case yearBefore
    }

    public enum Chart: String, Sendable, Hashable, Codable {
        case bars
        case lines
    }

    public var id: String
    public var name: Bilingual
    /// Ids of figures, in the order of the columns.
    public var figures: [String]
    public var rows: Rows?
    public var comparison: Comparison?
    public var chart: Chart?
    /// Counts from 1 to one less than this are hidden; without it nothing is. 0 is always shown.
    public var hideBelow: Int?
    /// Whether everybody may read it; then small cells must be hidden.
    public var isPublic: Bool?

    public init(
        id: String,
        name: Bilingual,
        figures: [String],
        rows: Rows? = nil,
        comparison: Comparison? = nil,
        chart: Chart? = nil,
        hideBelow: Int? = nil,
        isPublic: Bool? = nil
    ) {
        self.id = id
        self.name = name
        self.figures = figures
        self.rows = rows
        self.comparison = comparison
        self.chart = chart
        self.hideBelow = hideBelow
        self.isPublic = isPublic
    }
}
