// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import Varlink

#if canImport(Glibc)
import Glibc
#endif

struct SeedCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seed",
        abstract: "初始数据 · Calendars, persons, registers and cases from a folder.",
        subcommands: [Load.self]
    )

    struct Load: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "载入 · Load a folder; loading it again changes nothing."
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "Such as seeds/.") var folder: String

        func validate() throws {
            var status = stat()
            guard stat(self.folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
                throw ValidationError("there is no folder \(self.folder) / 没有文件夹 \(self.folder)")
            }
        }

        func run(_ session: Session) async throws {
            var counts = JSONObject()
            let bureaus = Set(try await session.call(ItemsInterface.List.self, .init(bureau: nil)).items.map(\.bureau))
            var absent: Set<String> = []
            counts["calendars"] = .integer(Int64(try await self.calendars(session)))
            counts["persons"] = .integer(Int64(try await self.persons(session)))
            let (added, changed, unchanged) = try await self.registers(session, bureaus, &absent)
            counts["recordsAdded"] = .integer(Int64(added))
            counts["recordsChanged"] = .integer(Int64(changed))
            counts["recordsUnchanged"] = .integer(Int64(unchanged))
            counts["cases"] = .integer(Int64(try await self.cases(session, bureaus, &absent)))
            session.console.endProgress()
            counts["absent"] = .array(absent.sorted().map(JSON.string))
            if session.console.wantsJSON { return session.console.json(JSON.object(counts)) }
            func number(_ name: String) -> Int64 { counts[name]?.integerValue ?? 0 }
            session.console.say(
                "已载入:日历 \(number("calendars")) 年,人员 \(number("persons")) 名,台账记录新增 \(added)、更改 \(changed)、不变 \(unchanged),办件 \(number("cases")) 件。",
                "loaded: \(number("calendars")) calendar years, \(number("persons")) persons, records \(added) added, \(changed) changed, \(unchanged) unchanged, \(number("cases")) cases"
            )
            guard !absent.isEmpty else { return }
            let names = absent.sorted()
            session.console.say(
                "未载入(没有该部门的插件):\(names.joined(separator: "、"))",
                "left out, since their plugins are not there: \(names.joined(separator: ", "))"
            )
        }

        private func calendars(_ session: Session) async throws -> Int {
            let files = Folder.files(in: self.folder + "/calendar", ending: ".json")
            for file in files {
                let table = try RawJSON(validating: try contents(of: file))
                _ = try await session.call(CalendarInterface.Load.self, .init(table: table))
            }
            return files.count
        }

        private func persons(_ session: Session) async throws -> Int {
            let path = self.folder + "/persons.json"
            guard access(path, R_OK) == 0 else { return 0 }
            let json = try JSON(parsing: try contents(of: path))
            var persons: [PersonsInterface.Person] = []
            for person in json["persons"]?.arrayValue ?? [] {
                guard let id = person["id"]?.stringValue, let name = person["name"]?.stringValue else {
                    throw UsageError("\(path): a person needs id and name")
                }
                persons.append(
                    .init(
                        id: id,
                        name: name,
                        uid: person["uid"]?.integerValue.map { Int($0) },
                        roles: (person["roles"]?.arrayValue ?? []).compactMap(\.stringValue),
                        area: person["area"]?.stringValue,
                        active: person["active"]?.boolValue ?? true
                    )
                )
            }
            for start in stride(from: 0, to: persons.count, by: 500) {
                let slice = Array(persons[start..<min(start + 500, persons.count)])
                _ = try await session.call(PersonsInterface.Put.self, .init(persons: slice))
            }
            return persons.count
        }

        private func registers(
            _ session: Session,
            _ bureaus: Set<String>,
            _ absent: inout Set<String>
        ) async throws -> (Int, Int, Int) {
            var result = (0, 0, 0)
            for file in Folder.files(in: self.folder + "/registers", ending: ".csv") {
                let parts = Folder.name(of: file).dropLast(4).split(separator: ".").map(String.init)
                guard parts.count == 2 else { throw UsageError("\(file): the name must read bureau.register.csv") }
                guard bureaus.contains(parts[0]) else {
                    absent.insert(parts[0])
                    continue
                }
                let declared = try await session.call(ItemsInterface.GetBureau.self, .init(bureau: parts[0]))
                    .declaration.parsed()
                guard
                    let register = declared["registers"]?.arrayValue?.first(where: {
                        $0["id"]?.stringValue == parts[1]
                    })
                else { continue }
                let fields = register["fields"]?.arrayValue ?? []
                let records = try SeedTable(csv: try contents(of: file), path: file).records(
                    key: register["key"]?.stringValue ?? "",
                    fields: fields
                )
                for start in stride(from: 0, to: records.count, by: 200) {
                    let slice = Array(records[start..<min(start + 200, records.count)])
                    let output = try await session.call(
                        RegistersInterface.Put.self,
                        .init(bureau: parts[0], register: parts[1], records: slice)
                    )
                    result.0 += output.added
                    result.1 += output.changed
                    result.2 += output.unchanged
                    session.console.progress(
                        "\(parts[0]).\(parts[1]) \(start + slice.count)/\(records.count)",
                        "\(parts[0]).\(parts[1]) \(start + slice.count)/\(records.count)"
                    )
                }
            }
            return result
        }

        private func cases(
            _ session: Session,
            _ bureaus: Set<String>,
            _ absent: inout Set<String>
        ) async throws -> Int {
            let path = self.folder + "/cases.json"
            guard access(path, R_OK) == 0 else { return 0 }
            let cases = try JSON(parsing: try contents(of: path))["cases"]?.arrayValue ?? []
            var opened = 0
            for (index, seed) in cases.enumerated() {
                guard let bureau = seed["bureau"]?.stringValue, let item = seed["item"]?.stringValue else {
                    throw UsageError("\(path): case \(index + 1) needs bureau and item")
                }
                guard bureaus.contains(bureau) else {
                    absent.insert(bureau)
                    continue
                }
                var headers = session.headers
                if let person = seed["as"]?.stringValue {
                    headers["org.tongban.call"] = RawJSON(["actor": .string(person)])
                }
                _ = try await session.connection.call(
                    CasesInterface.Open.self,
                    .init(
                        bureau: bureau,
                        item: item,
                        data: seed["data"].map { RawJSON($0) },
                        area: seed["area"]?.stringValue,
                        subject: seed["subject"]?.stringValue,
                        key: seed["key"]?.stringValue ?? "seed-\(index + 1)"
                    ),
                    headers: headers
                )
                opened += 1
            }
            return opened
        }
    }
}

private enum Folder {
    static func files(in folder: String, ending: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var files: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(ending) { files.append("\(folder)/\(name)") }
        }
        return files.sorted()
    }

    static func name(of path: String) -> String { String(path.split(separator: "/").last ?? "") }
}
