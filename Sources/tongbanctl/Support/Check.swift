// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic

/// What is wrong with arguments that can be seen without a daemon: found before one is asked, exit status 2.
enum Check {
    /// A JSON object, passed on byte for byte.
    static func object(_ text: String, option: String) throws -> RawJSON {
        let raw: RawJSON
        do {
            raw = try RawJSON(validating: Array(text.utf8))
        } catch {
            throw ValidationError("\(option) must be JSON / 须为 JSON: \(error)")
        }
        guard raw.bytes.first(where: { !Self.blanks.contains($0) }) == UInt8(ascii: "{") else {
            throw ValidationError("\(option) must be a JSON object / 须为 JSON 对象: \(text)")
        }
        return raw
    }

    private static let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]

    /// A moment of RFC 3339, with its offset.
    static func moment(_ text: String?, option: String) throws {
        guard let text, Instant(text) == nil else { return }
        throw ValidationError(
            "\(option) must be a moment such as 2022-07-12T09:00:00+08:00 / 须为带时区的时刻: \(text)"
        )
    }

    /// A number within bounds.
    static func number(_ number: Int?, _ range: ClosedRange<Int>, option: String) throws {
        guard let number, !range.contains(number) else { return }
        throw ValidationError("\(option) must be \(range.lowerBound) to \(range.upperBound) / 须在此范围内: \(number)")
    }

    /// One of some words.
    static func word(_ word: String?, of words: [String], option: String) throws {
        guard let word, !words.contains(word) else { return }
        throw ValidationError("\(option) must be one of / 须为: \(words.joined(separator: ", "))")
    }
}
