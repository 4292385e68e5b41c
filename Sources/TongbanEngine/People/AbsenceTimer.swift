// SPDX-License-Identifier: Apache-2.0

/// The timer at which an absence begins or ends, by its id: `absence/ID/from`, `absence/ID/to`.
struct AbsenceTimer: Hashable {
    enum Moment: String {
        case from
        case to
    }

    var absence: String
    var moment: Moment

    init(absence: String, moment: Moment) {
        self.absence = absence
        self.moment = moment
    }

    /// Reads the form that ``id`` writes; anything else gives `nil`.
    init?(_ id: String) {
        let parts = id.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "absence", let moment = Moment(rawValue: String(parts[2])) else {
            return nil
        }
        self.init(absence: String(parts[1]), moment: moment)
    }

    var id: String { "absence/\(self.absence)/\(self.moment.rawValue)" }
}
