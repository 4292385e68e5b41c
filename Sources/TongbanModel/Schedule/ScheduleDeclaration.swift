// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// Recurring work of a bureau: when, and what is done for each period.
public struct ScheduleDeclaration: Sendable, Hashable, Codable {
    public var id: String
    public var name: Bilingual
    /// A ``Recurrence`` as text, such as `monthly.day(5 09:00)`.
    public var recurrence: String
    /// The kind of the task that is submitted for each period; or else ``item`` says what is opened.
    public var task: String?
    /// The item of the case that is opened for each period.
    public var item: String?
    /// The form field of the item that gets the period, such as `2022-07`.
    public var periodField: String?
    /// What the task's payload, or the case's form, holds besides the period.
    public var data: JSON?
    /// At most so many missed runs are made up for, the latest; the earlier ones are skipped, each told in the journal.
    public var catchUp: Int?
    /// Degrees of the place whose sun is meant; Huaibei unless said.
    public var latitude: Double?
    public var longitude: Double?

    public static let standardCatchUp = 31
    public static let largestCatchUp = 1_000

    public init(
        id: String,
        name: Bilingual,
        recurrence: String,
        task: String? = nil,
        item: String? = nil,
        periodField: String? = nil,
        data: JSON? = nil,
        catchUp: Int? = nil,
        latitude: Double? = nil,
        longitude: Double? = nil
    ) {
        self.id = id
        self.name = name
        self.recurrence = recurrence
        self.task = task
        self.item = item
        self.periodField = periodField
        self.data = data
        self.catchUp = catchUp
        self.latitude = latitude
        self.longitude = longitude
    }

    /// The place whose sun is meant; `nil` when there is no such place.
    public var sun: SolarDay? {
        switch (self.latitude, self.longitude) {
        case (nil, nil): .huaibei
        case (let latitude?, let longitude?): SolarDay(latitude: latitude, longitude: longitude)
        default: nil
        }
    }
}
