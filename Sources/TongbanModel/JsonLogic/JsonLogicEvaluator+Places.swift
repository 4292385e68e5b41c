// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

extension JsonLogicEvaluator {
    /// Whole metres between two places, as forms hold them.
    func distance(
        _ one: JSON,
        _ other: JSON,
        _ operation: JsonLogicOperation
    ) throws(JsonLogicError) -> Int64 {
        guard let one = GeoPoint(json: one), let other = GeoPoint(json: other) else {
            throw .wrongArguments(
                operation: operation.rawValue,
                reason: "two places {latitude, longitude, datum} are needed"
            )
        }
        do {
            return try one.metres(to: other)
        } catch {
            throw .differentDatums(error.description)
        }
    }
}
