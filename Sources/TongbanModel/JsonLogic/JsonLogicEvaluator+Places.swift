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
        // A line may stand on either side.
        let (point, line) = one.arrayValue == nil ? (one, other) : (other, one)
        let places = line.arrayValue ?? [line]
        let points = places.compactMap { GeoPoint(json: $0) }
        guard let point = GeoPoint(json: point), points.count == places.count, !points.isEmpty else {
            throw .wrongArguments(
                operation: operation.rawValue,
                reason: "two places {latitude, longitude, datum}, or a place and a list of them, are needed"
            )
        }
        do {
            return try point.metres(toLine: points) ?? 0
        } catch {
            throw .differentDatums(error.description)
        }
    }
}
