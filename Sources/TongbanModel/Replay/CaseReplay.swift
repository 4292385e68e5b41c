// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// Rebuilds a case from the entries of the journal that tell of it, one after another.
///
/// What an entry means for the case is known here for the kinds that come often; whatever else changed with a call is
/// told by `case.kept`, so that after the entries of a call the snapshot is the case as it was shown then.
public struct CaseReplay: Sendable, Hashable {
    public private(set) var snapshot: CaseSnapshot
    private var document: JSON {
        get { self.snapshot.document }
        set { self.snapshot.document = newValue }
    }

    public init(from snapshot: CaseSnapshot = .empty) {
        self.snapshot = snapshot
    }

    /// The entry for what the other entries of a call leave out.
    public static let rest = "case.kept"

    /// Whether entries of a kind carry the revision their call makes.
    public static func carriesRevision(_ kind: String) -> Bool {
        guard kind != "case.log" else { return false }
        return ["case.", "deadline.", "due.", "amendment."].contains { kind.hasPrefix($0) }
    }

    /// The revision told last.
    public var revision: Int { Int(clamping: self.document["record"]?["revision"]?.integerValue ?? 0) }

    /// What would have to be told to come to another snapshot; `nil` when nothing.
    public func rest(to other: CaseSnapshot) -> JSON? {
        let difference = JSONDifference(from: self.document, to: other.document)
        guard !difference.isEmpty else { return Optional.none }
        return difference.json
    }

    /// The values of a case, as the journal may hold them, that were not told yet.
    public func untold(_ values: JSONObject) -> JSONObject {
        var untold = JSONObject()
        let told = self.snapshot.data
        for member in values where told[member.name] != member.value { untold[member.name] = member.value }
        return untold
    }

    /// Takes the next entry.
    public mutating func take(_ kind: String, at: Instant, bureau: String?, actor: String?, data: JSON) {
        if let revision = data["rev"] {
            self.record("revision", revision)
            self.record("updated", .integer(at.milliseconds))
        }
        if kind == Self.rest {
            if let changes = data["diff"] { JSONDifference.apply(changes, to: &self.snapshot.document) }
            return
        }
        if kind.hasPrefix("case.") {
            self.takeCase(kind, at, bureau, actor, data)
        } else if kind.hasPrefix("deadline.") || kind.hasPrefix("due.") {
            self.takeDeadline(kind, at, actor, data)
            self.settleDue()
        } else {
            return
        }
        self.settleState()
    }

    // MARK: Cases

    private mutating func takeCase(_ kind: String, _ at: Instant, _ bureau: String?, _ actor: String?, _ data: JSON) {
        switch kind {
        case "case.opened":
            for (name, value) in [
                ("bureau", bureau.map(JSON.string)), ("item", data["item"]), ("declaration", data["declaration"]),
                ("open", true), ("opened", .integer(at.milliseconds)), ("area", data["area"]),
                ("subject", data["subject"]), ("parent", data["parent"]),
            ] {
                self.record(name, value)
            }
            for name in ["acts", "deadlines", "links"] { self.document[name] = [] }
            self.add("acts", ["open", .string(data["by"]?.stringValue ?? actor ?? ""), .integer(at.milliseconds)])
            self.take(data["values"])
        case "case.action":
            self.add("acts", [data["action"] ?? "", .string(actor ?? ""), .integer(at.milliseconds)])
            self.take(data["values"])
        case "case.changed": self.take(data["values"])
        case "case.state":
            let active = (data["state"]?.stringValue ?? "").split(separator: "+").map { JSON.string(String($0)) }
            self.document["active"] = .array(active)
            self.take(data["set"])
        case "case.migrated":
            self.record("declaration", data["to"])
            self.document["active"] = .array(
                (data["state"]?.stringValue ?? "").split(separator: "+").map { .string(String($0)) }
            )
        case "case.decided": if let decision = data["decision"] { self.add("decisions", decision) }
        case "case.linked": self.add("links", [data["kind"] ?? "", data["to"] ?? ""])
        case "case.unlinked":
            let link: JSON = [data["kind"] ?? "", data["to"] ?? ""]
            self.document["links"] = .array((self.document["links"]?.arrayValue ?? []).filter { $0 != link })
        case "case.marked", "case.unmarked":
            var marks = (self.document["marks"]?.arrayValue ?? []).compactMap(\.stringValue)
            let mark = data["mark"]?.stringValue ?? ""
            marks.removeAll { $0 == mark }
            if kind == "case.marked" { marks.append(mark) }
            self.document["marks"] = marks.isEmpty ? nil : .array(marks.sorted().map(JSON.string))
        case "case.suspended":
            var suspension: JSONObject = ["reason": data["reason"] ?? "", "since": .integer(at.milliseconds)]
            suspension["by"] = data["by"]
            suspension["note"] = data["note"]
            self.add("suspensions", .object(suspension))
            self.add(
                "acts",
                [.string(SuspensionDeclaration.suspendAction), data["by"] ?? "", .integer(at.milliseconds)]
            )
        case "case.resumed":
            self.endSuspension(at, by: data["by"])
            self.add(
                "acts",
                [.string(SuspensionDeclaration.resumeAction), data["by"] ?? "", .integer(at.milliseconds)]
            )
        case "case.closed":
            self.endSuspension(at, by: nil)
            self.document["ended"] = true
            self.record("open", false)
            self.record("closed", .integer(at.milliseconds))
        case "case.reopened":
            self.document["ended"] = nil
            self.record("open", true)
            self.record("closed", nil)
        default: break
        }
    }

    private mutating func endSuspension(_ at: Instant, by person: JSON?) {
        self.changeLast("suspensions", where: { $0["until"] == nil }) { suspension in
            suspension["until"] = .integer(at.milliseconds)
            suspension["resumedBy"] = person
        }
    }

    private mutating func take(_ values: JSON?) {
        guard let values = values?.objectValue else { return }
        var data = self.snapshot.data
        for member in values { data[member.name] = member.value }
        self.document["data"] = .object(data)
    }

    // MARK: Deadlines

    private mutating func takeDeadline(_ kind: String, _ at: Instant, _ actor: String?, _ data: JSON) {
        guard let id = data["deadline"] else { return }
        let moment = JSON.integer(at.milliseconds)
        func milliseconds(_ name: String) -> JSON? {
            data[name]?.stringValue.flatMap { Instant($0) }.map { .integer($0.milliseconds) }
        }
        let due = milliseconds("due")
        if kind == "deadline.started" {
            let start = milliseconds("start") ?? moment
            var run: JSONObject = ["id": id, "limit": data["limit"] ?? "", "start": start, "state": "running"]
            if start != moment { run["begun"] = moment }
            run["due"] = due
            run["provisional"] = data["provisional"]
            self.add("deadlines", .object(run))
            return
        }
        let isReopening = kind == "deadline.reopened"
        self.changeLast("deadlines", where: { $0["id"] == id && (isReopening || $0["ended"] == nil) }) { run in
            switch kind {
            case "deadline.ended":
                run["state"] = data["state"]
                run["ended"] = moment
                Self.endPause(of: &run, at)
            case "deadline.reopened":
                if let ended = run["ended"], ended != moment {
                    Self.add(to: &run, "pauses", [ended, moment, "已办结,后重新打开", "ended, then opened again"])
                }
                run["ended"] = nil
                run["due"] = due
                if run["state"] == "met" { run["state"] = "running" }
            case "deadline.paused":
                Self.add(to: &run, "pauses", [moment, .null, data["zh"] ?? "", data["en"] ?? ""])
                if run["state"] == "running" {
                    run["state"] = "paused"
                    run["due"] = nil
                }
            case "deadline.resumed":
                Self.endPause(of: &run, at)
                if run["state"] == "paused" { run["state"] = "running" }
                run["due"] = due
            case "deadline.extended":
                Self.add(to: &run, "extensions", data["by"] ?? "")
                run["due"] = due
            case "deadline.changed":
                Self.add(
                    to: &run,
                    "changes",
                    [
                        "from": data["from"] ?? "", "to": data["limit"] ?? "", "at": moment,
                        "actor": .string(actor ?? ""), "reason": data["reason"] ?? "",
                    ]
                )
                run["limit"] = data["limit"]
                run["due"] = due
            case "deadline.moved", "deadline.provisional", "deadline.firm":
                run["due"] = due
                run["provisional"] = data["provisional"]
            case "due.breach", "due.elapsed":
                run["state"] = kind == "due.breach" ? "breached" : "elapsed"
                Self.add(to: &run, "climbs", ["due", moment, milliseconds("moment") ?? moment])
            case _ where kind.hasPrefix("due."):
                let rung = JSON.string(String(kind.dropFirst("due.".count)))
                Self.add(to: &run, "climbs", [rung, moment, milliseconds("moment") ?? moment])
            default: break
            }
        }
    }

    private static func endPause(of run: inout JSON, _ at: Instant) {
        guard var pauses = run["pauses"]?.arrayValue, var last = pauses.popLast()?.arrayValue, last.count > 1,
            last[1].isNull
        else { return }
        if let from = last[0].integerValue, from < at.milliseconds {
            last[1] = .integer(at.milliseconds)
            pauses.append(.array(last))
        }
        run["pauses"] = pauses.isEmpty ? nil : .array(pauses)
    }

    private static func add(to run: inout JSON, _ name: String, _ element: JSON) {
        run[name] = .array((run[name]?.arrayValue ?? []) + [element])
    }

    // MARK: What follows

    private mutating func settleDue() {
        let running = (self.document["deadlines"]?.arrayValue ?? []).filter {
            $0["ended"] == nil && $0["state"] == "running"
        }
        self.record("due", running.compactMap { $0["due"]?.integerValue }.min().map(JSON.integer))
    }

    private mutating func settleState() {
        func texts(_ name: String) -> [String] { (self.document[name]?.arrayValue ?? []).compactMap(\.stringValue) }
        let isSuspended = self.document["suspensions"]?.arrayValue?.last.map { $0["until"] == nil } ?? false
        // Of merged and corrected cases, which are few, the rest of the entry says what is shown.
        let states = isSuspended ? [SuspensionDeclaration.state] : texts("active") + texts("marks")
        guard self.document["merge"] == nil, self.document["amendments"] == nil || isSuspended else { return }
        self.record("state", .string(states.joined(separator: "+")))
    }

    // MARK: Places

    private mutating func record(_ name: String, _ value: JSON?) {
        var record = self.document["record"] ?? [:]
        record[name] = value
        self.document["record"] = record
    }

    private mutating func add(_ name: String, _ element: JSON) {
        self.document[name] = .array((self.document[name]?.arrayValue ?? []) + [element])
    }

    private mutating func changeLast(_ name: String, where isMeant: (JSON) -> Bool, _ change: (inout JSON) -> Void) {
        guard var elements = self.document[name]?.arrayValue, let index = elements.lastIndex(where: isMeant) else {
            return
        }
        change(&elements[index])
        self.document[name] = .array(elements)
    }
}
