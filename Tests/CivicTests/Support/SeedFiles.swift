// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Glibc

/// The files of `seeds/`, read from the source tree.
enum SeedFiles {
    struct Unreadable: Error {
        var path: String
    }

    static let root: String = {
        // Tests/CivicTests/Support/SeedFiles.swift
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return parts.dropLast(4).joined(separator: "/") + "/seeds"
    }()

    static func text(_ name: String) throws -> String {
        let path = "\(self.root)/\(name)"
        guard let file = fopen(path, "r") else { throw Unreadable(path: path) }
        defer { fclose(file) }
        return String(decoding: Stream.bytes(of: file), as: UTF8.self)
    }

    static func json(_ name: String) throws -> JSON { try JSON(parsing: try self.text(name)) }

    /// The rows of a register, each a dictionary by the names of the header. Seeds need no quotes.
    static func register(_ name: String) throws -> [[String: String]] {
        let lines = try self.text("registers/\(name).csv").split(separator: "\n")
        let header = lines[0].split(separator: ",").map(String.init)
        return lines.dropFirst().map { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            precondition(fields.count == header.count, "a row of \(name) has \(fields.count) fields: \(line)")
            return Dictionary(uniqueKeysWithValues: zip(header, fields))
        }
    }

    static let calendarYears = 2004...2027

    static func calendarTables() throws -> [CalendarTable] {
        try self.calendarYears.map { try CalendarTable(json: try self.json("calendar/\($0).json")) }
    }

    /// The calendar of all tables of the seeds.
    static let calendar: WorkingCalendar = {
        do {
            return WorkingCalendar(tables: try calendarTables())
        } catch {
            preconditionFailure("the calendar tables of the seeds cannot be read: \(error)")
        }
    }()

    static let rules = DeadlineRules(calendar: calendar)
}
