// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Foundation

/// One thing measured with ByteJSON and with Foundation.
struct JSONComparison {
    var name: String

    /// The size of the message.
    var bytes: Int

    /// Nanoseconds a message.
    var ours: Double

    /// Nanoseconds a message.
    var foundation: Double

    var ratio: Double { self.foundation / self.ours }

    var json: JSON {
        [
            "what": .string(self.name), "bytes": .integer(Int64(self.bytes)), "byteJSONNanoseconds": .number(self.ours),
            "foundationNanoseconds": .number(self.foundation), "ratio": .number(self.ratio),
        ]
    }

    /// Reading and writing, typed and untyped, of a message of about so many bytes.
    static func all(_ size: Int, _ stopwatch: Stopwatch) throws -> [JSONComparison] {
        let submission = Submission(bytes: size)
        let bytes = submission.jsonBytes()
        let data = Data(bytes)
        let decoder = JSONDecoder()
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        let tree = try JSON(parsing: bytes)
        let object = try JSONSerialization.jsonObject(with: data)
        let theirs = try decoder.decode(Submission.self, from: data)
        let ours = try Submission(parsing: encoder.encode(submission))
        precondition(ours == submission && theirs == submission, "both must read what the other wrote")

        var writer = JSONWriter()
        return [
            JSONComparison(
                name: "read typed / JSONDecoder",
                bytes: bytes.count,
                ours: try stopwatch.nanoseconds { keep(try Submission(parsing: bytes)) },
                foundation: try stopwatch.nanoseconds { keep(try decoder.decode(Submission.self, from: data)) }
            ),
            JSONComparison(
                name: "write typed / JSONEncoder",
                bytes: bytes.count,
                ours: stopwatch.nanoseconds {
                    writer.removeAll()
                    submission.write(to: &writer)
                    keep(writer.bytes)
                },
                foundation: try stopwatch.nanoseconds { keep(try encoder.encode(submission)) }
            ),
            JSONComparison(
                name: "read tree / JSONSerialization",
                bytes: bytes.count,
                ours: try stopwatch.nanoseconds { keep(try JSON(parsing: bytes)) },
                foundation: try stopwatch.nanoseconds { keep(try JSONSerialization.jsonObject(with: data)) }
            ),
            JSONComparison(
                name: "write tree / JSONSerialization",
                bytes: bytes.count,
                ours: stopwatch.nanoseconds { keep(tree.bytes()) },
                foundation: try stopwatch.nanoseconds { keep(try JSONSerialization.data(withJSONObject: object)) }
            ),
        ]
    }
}
