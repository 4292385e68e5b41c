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
    /// By person, the earliest first; those that are over are gone.
    private(set) public var absences: [String: [AbsenceRecord]] = [:]
    /// Who takes a person's place when an absence names nobody.
    private(set) public var substitutes: [String: [String]] = [:]
    /// Persons by role, as their entries write it.
    private var personsByRole: [String: Set<String>] = [:]
    private(set) public var calendar: WorkingCalendar = WorkingCalendar(tables: [])
    private(set) public var officeHours: OfficeHours = .standard

    public init() {}

    static let calendarPrefix = "calendar/"
    static let officeHoursKey = "office-hours"

    /// Reads everything anew.
    func load(from store: any Store, vault: any Vault) throws(EngineError) {
        self.bureaus = [:]
        self.latestVersions = [:]
        do {
            for record in try store.declarations() {
                try self.insert(record)
            }
            self.persons = [:]
            self.personsByRole = [:]
            for person in try store.persons() { self.put(person) }
            try self.loadAbsences(from: store, vault)
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

    func put(_ person: PersonRecord) {
        self.removePerson(person.id)
        self.persons[person.id] = person
        for role in person.roles { self.personsByRole[role, default: []].insert(person.id) }
    }

    func removePerson(_ id: String) {
        guard let old = self.persons.removeValue(forKey: id) else { return }
        for role in old.roles {
            self.personsByRole[role]?.remove(id)
            if self.personsByRole[role]?.isEmpty == true { self.personsByRole[role] = nil }
        }
    }

    // MARK: Staff

    /// Who holds one of a bureau's roles, those without the bureau's name included.
    func holders(of roles: [String], in bureau: String) -> Set<String> {
        var found: Set<String> = []
        for role in roles {
            found.formUnion(self.personsByRole[role] ?? [])
            found.formUnion(self.personsByRole["\(bureau):\(role)"] ?? [])
        }
        return found
    }

    /// Whether anybody of the directory works for a bureau.
    func hasStaff(of bureau: String) -> Bool {
        self.personsByRole.keys.contains { role in
            role.hasPrefix(bureau + ":")
                && !ItemDeclaration.applicantRoles.contains(String(role.dropFirst(bureau.count + 1)))
        }
    }

    func heads(of bureau: String) -> [String] { self.latest(bureau)?.declaration.heads ?? ["head"] }
    func supervisors(of bureau: String) -> [String] { self.latest(bureau)?.declaration.supervisors ?? ["head"] }

    // MARK: Absences

    static let absencePrefix = "absence/"
    static let substitutesPrefix = "substitutes/"

    /// The absence that keeps a person away at a moment; `nil` when he is there.
    public func absence(of person: String?, at moment: Instant) -> AbsenceRecord? {
        person.flatMap { self.absences[$0]?.first { $0.contains(moment) } }
    }

    func absence(_ id: String) -> AbsenceRecord? {
        self.absences.values.lazy.flatMap { $0 }.first { $0.id == id }
    }

    func put(_ absence: AbsenceRecord) {
        var own = (self.absences[absence.person] ?? []).filter { $0.id != absence.id }
        own.append(absence)
        self.absences[absence.person] = own.sorted { $0.from < $1.from }
    }

    func remove(_ absence: AbsenceRecord) {
        self.absences[absence.person]?.removeAll { $0.id == absence.id }
        if self.absences[absence.person]?.isEmpty == true { self.absences[absence.person] = nil }
    }

    func setSubstitutes(_ substitutes: [String], of person: String) {
        self.substitutes[person] = substitutes.isEmpty ? nil : substitutes
    }

    private func loadAbsences(from store: any Store, _ vault: any Vault) throws {
        self.absences = [:]
        self.substitutes = [:]
        for setting in try store.settings(prefix: Self.absencePrefix) {
            guard let absence = AbsenceRecord(json: try vault.open(setting.value, as: setting.key).parsed()) else {
                throw StoreError(.corrupt, "the setting \(setting.key) is no absence")
            }
            self.put(absence)
        }
        for setting in try store.settings(prefix: Self.substitutesPrefix) {
            let names = try setting.value.parsed().arrayValue ?? []
            let person = String(setting.key.dropFirst(Self.substitutesPrefix.count))
            self.substitutes[person] = names.compactMap(\.stringValue)
        }
    }

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
