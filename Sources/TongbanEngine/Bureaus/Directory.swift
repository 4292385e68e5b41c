// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// What the engine knows besides tasks and cases, held in memory: the bureaus' declarations, the persons, the calendar.
///
/// The store is the truth; this is read from it at the start and kept in step by the calls that change it.
public final class Directory {
    /// Every version of every bureau that was declared, by bureau and version.
    private var bureaus: [String: [Int: LoadedBureau]] = [:]
    private var latestVersions: [String: Int] = [:]
    private(set) public var persons: [String: PersonRecord] = [:]
    private(set) public var calendar: WorkingCalendar = WorkingCalendar(tables: [])
    private(set) public var officeHours: OfficeHours = .standard

    public init() {}

    static let calendarPrefix = "calendar/"
    static let officeHoursKey = "office-hours"

    /// Reads everything anew.
    func load(from store: any Store) throws(EngineError) {
        self.bureaus = [:]
        self.latestVersions = [:]
        do {
            for record in try store.declarations() {
                try self.insert(record)
            }
            self.persons = Dictionary(try store.persons().map { ($0.id, $0) }) { _, last in last }
            let tables = try store.settings(prefix: Self.calendarPrefix).map { setting in
                try CalendarTable(json: setting.value.parsed())
            }
            self.calendar = WorkingCalendar(tables: tables)
            if let hours = try store.settings(prefix: Self.officeHoursKey).first {
                self.officeHours = try OfficeHours(json: hours.value.parsed())
            } else {
                self.officeHours = .standard
            }
        } catch let error as EngineError {
            throw error
        } catch let error as StoreError {
            throw .unavailable(error)
        } catch {
            throw .unavailable(StoreError(.corrupt, "a stored declaration or setting cannot be read: \(error)"))
        }
    }

    private func insert(_ record: DeclarationRecord) throws {
        let json = try record.body.parsed()
        let declaration = try json.decoded(as: BureauDeclaration.self)
        self.insert(try LoadedBureau(declaration: declaration, version: record.version, json: json))
    }

    func insert(_ bureau: LoadedBureau) {
        self.bureaus[bureau.declaration.id, default: [:]][bureau.version] = bureau
        self.latestVersions[bureau.declaration.id] = max(
            bureau.version,
            self.latestVersions[bureau.declaration.id] ?? 0
        )
    }

    func put(_ person: PersonRecord) { self.persons[person.id] = person }
    func removePerson(_ id: String) { self.persons[id] = nil }
    func put(_ calendar: WorkingCalendar) { self.calendar = calendar }
    func put(_ hours: OfficeHours) { self.officeHours = hours }

    /// The bureaus that were ever declared, in the order of their ids.
    public var bureauIDs: [String] { self.latestVersions.keys.sorted() }

    func latest(_ bureau: String) -> LoadedBureau? {
        self.latestVersions[bureau].flatMap { self.bureaus[bureau]?[$0] }
    }

    /// The items of every version of a bureau's declaration, in the order of their ids.
    func itemIDs(of bureau: String) -> [String] {
        Set((self.bureaus[bureau] ?? [:]).values.flatMap { $0.items.keys }).sorted()
    }

    func loaded(_ bureau: String, version: Int) -> LoadedBureau? { self.bureaus[bureau]?[version] }

    /// The declaration in force.
    public func declaration(of bureau: String) -> (version: Int, declaration: BureauDeclaration)? {
        self.latest(bureau).map { ($0.version, $0.declaration) }
    }

    /// The declaration in force, or an earlier one, as the plugin sent it.
    public func declarationJSON(of bureau: String, version: Int? = nil) -> (version: Int, json: JSON)? {
        let loaded = version.map { self.loaded(bureau, version: $0) } ?? self.latest(bureau)
        return loaded.map { ($0.version, $0.json) }
    }

    /// The person mapped to a Unix user.
    public func person(uid: UInt32) -> PersonRecord? {
        self.persons.values.filter { $0.uid == uid && $0.active }.min { $0.id < $1.id }
    }
}
