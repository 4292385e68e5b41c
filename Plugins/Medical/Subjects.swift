// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import TongbanModel

/// What is to be done when somebody dies or moves, whether there is a case about him or not.
extension Medical {
    @ListBuilder<any BureauPart>
    static var reactions: [any BureauPart] {
        Reacts(to: "person.deceased", submits: "person.left")
        Reacts(to: "person.moved", submits: "person.moved")
    }

    @ListBuilder<any BureauPart>
    static var subjectHandlers: [any BureauPart] {
        Handler("person.left", "参保人死亡", "An insured person died") { task, daemon in
            let day = Self.day(task.payload["on"]) ?? task.today
            return try await Self.leave(task.payload["subject"]?.stringValue ?? "", on: day.adding(days: 1), daemon)
        }
        Handler("person.moved", "参保人迁移", "An insured person moved") { task, daemon in
            guard let person = task.payload["subject"]?.stringValue, let village = task.payload["to"]?.stringValue
            else { return [] }
            let day = Self.day(task.payload["effective"]) ?? task.today
            guard village.hasPrefix("340602") else { return try await Self.leave(person, on: day, daemon) }
            var effects: [Effect] = []
            if var insured = try await daemon.record("insured", person) {
                insured["village_code"] = .string(village)
                effects.append(.put(register: "insured", key: person, record: insured, from: day))
            }
            // The unit reports him from the next week on.
            let monday = day.adding(days: 8 - day.weekday.rawValue)
            for row in try await daemon.records("screening") where row.data["person"]?.stringValue == person {
                guard row.data["village"]?.stringValue != village, row.data["status"] != "DUPLICATE",
                    let key = Self.screeningKey(row.data["person"], row.data["disease"], .string(village))
                else { continue }
                var record = row.data
                record["village"] = .string(village)
                effects.append(.end(register: "screening", key: row.key, on: monday))
                effects.append(.put(register: "screening", key: key, record: record, from: monday))
            }
            return effects
        }
    }

    /// Who is here no more is not counted from that day on.
    private static func leave(_ person: String, on day: CivilDay, _ daemon: any DaemonAccess) async throws -> [Effect] {
        var effects: [Effect] = []
        if try await daemon.record("insured", person) != nil {
            effects.append(.end(register: "insured", key: person, on: day))
        }
        for row in try await daemon.records("screening") where row.data["person"]?.stringValue == person {
            effects.append(.end(register: "screening", key: row.key, on: day))
        }
        return effects
    }
}
