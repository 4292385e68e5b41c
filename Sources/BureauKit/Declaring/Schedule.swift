// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

/// Recurring work: a task is submitted, or a case opened, once for each period.
///
/// ```swift
/// Schedule("statistics", "月度统计", "Monthly statistics", "monthly.day(5 09:00)", submits: "statistics")
/// ```
///
/// The task's payload says what it is for: `period` (`2022-07`), `previous` (`2022-06`), `from` and `through` (civil
/// days), `due`, `lateBy` in milliseconds, and for weeks all `weeks` it covers.
public struct Schedule: BureauPart {
    let declaration: ScheduleDeclaration

    /// - Parameters:
    ///   - recurrence: see `Recurrence`, such as `weekly.lastwd(16:00)` or `daily(06:00) in 06-15..09-15`.
    ///   - kind: the kind of the task; one of the bureau's handlers.
    ///   - catchUp: how many missed runs, the latest, are made up for.
    public init(
        _ id: String,
        _ zh: String,
        _ en: String,
        _ recurrence: String,
        submits kind: String,
        with data: JSONObject = [:],
        catchUp: Int = ScheduleDeclaration.standardCatchUp
    ) {
        self.declaration = ScheduleDeclaration(
            id: id,
            name: Bilingual(zh, en),
            recurrence: recurrence,
            task: kind,
            data: data.isEmpty ? nil : .object(data),
            catchUp: catchUp
        )
    }

    /// - Parameters:
    ///   - item: the item of the case.
    ///   - period: the field of its form that gets the period, such as `2022-W28`.
    public init(
        _ id: String,
        _ zh: String,
        _ en: String,
        _ recurrence: String,
        opens item: String,
        period: String? = nil,
        with data: JSONObject = [:],
        catchUp: Int = ScheduleDeclaration.standardCatchUp
    ) {
        self.declaration = ScheduleDeclaration(
            id: id,
            name: Bilingual(zh, en),
            recurrence: recurrence,
            item: item,
            periodField: period,
            data: data.isEmpty ? nil : .object(data),
            catchUp: catchUp
        )
    }

    private init(_ declaration: ScheduleDeclaration) {
        self.declaration = declaration
    }

    /// Whose sun is meant, in degrees; Huaibei unless said.
    public func sun(latitude: Double, longitude: Double) -> Schedule {
        var declaration = self.declaration
        declaration.latitude = latitude
        declaration.longitude = longitude
        return Schedule(declaration)
    }
}
