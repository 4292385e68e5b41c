// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// A case as it was shown at one moment, as far as the journal may hold it: values of class S are `***`.
public struct CaseSnapshot: Sendable, Hashable {
    /// The whole of it; equal snapshots have equal documents, whatever the order of members.
    public internal(set) var document: JSON

    init(document: JSON) { self.document = document }

    /// Before anything was told of the case.
    public static let empty = CaseSnapshot(document: ["record": [:], "data": [:]])

    /// The case as it is now.
    ///
    /// - Parameters:
    ///   - body: ``CaseBody/json`` of `record`'s body.
    ///   - active: the active atomic states of the flow, sorted.
    public init(
        record: CaseRecord,
        body: JSON,
        active: [String],
        isRunning: Bool,
        data: JSONObject,
        item: ItemDeclaration,
        mask: CaseMask
    ) {
        var row: JSONObject = [
            "bureau": .string(record.bureau), "item": .string(record.item),
            "declaration": .integer(Int64(record.declaration)), "revision": .integer(Int64(record.revision)),
            "state": .string(record.state), "open": .bool(record.isOpen),
            "opened": .integer(record.opened.milliseconds), "updated": .integer(record.updated.milliseconds),
        ]
        row["area"] = record.area.map(JSON.string)
        row["subject"] = mask.subject(record.subject, of: item).map(JSON.string)
        row["parent"] = record.parent.map(JSON.string)
        row["closed"] = record.closed.map { .integer($0.milliseconds) }
        row["due"] = record.due.map { .integer($0.milliseconds) }
        var object: JSONObject = [
            "record": .object(row), "active": .array(active.map(JSON.string)),
            "data": .object(mask.journal(data)),
        ]
        if !isRunning { object["ended"] = true }
        for member in body.objectValue ?? [:] {
            switch member.name {
            // When a ledger was last looked at, and what is held back, nobody is shown.
            case "deadlines": object["deadlines"] = Self.each(member.value) { $0["revised"] = nil }
            case "suspensions": object["suspensions"] = Self.each(member.value) { $0["held"] = nil }
            case "merge":
                var merge = member.value
                merge["held"] = nil
                object["merge"] = merge
            case "ratings":
                object["ratings"] = Self.each(member.value) { if $0["comment"] != nil { $0["comment"] = "***" } }
            case "attachments":
                object["attachments"] = Self.each(member.value) { if $0["class"] != "-" { $0["name"] = "***" } }
            case "amendments":
                object["amendments"] = Self.each(member.value) { amendment in
                    for name in ["before", "after"] {
                        if let values = amendment[name]?.objectValue { amendment[name] = .object(mask.journal(values)) }
                    }
                }
            case "acts", "links", "marks", "rework", "locks", "endedAs", "decisions": object[member.name] = member.value
            // What else a case holds, such as events kept for later, nobody is shown, and it may be sensitive.
            default: continue
            }
        }
        self.document = .object(object)
    }

    private static func each(_ list: JSON, _ change: (inout JSON) -> Void) -> JSON {
        .array(
            (list.arrayValue ?? []).map { element in
                var element = element
                change(&element)
                return element
            }
        )
    }
}

// Reading.
extension CaseSnapshot {
    /// The case's row; `nil` when nothing was told of it yet.
    public func record(_ number: String) -> CaseRecord? {
        guard let row = self.document["record"], let bureau = row["bureau"]?.stringValue,
            let item = row["item"]?.stringValue, let opened = Self.instant(row["opened"])
        else { return nil }
        return CaseRecord(
            number: number,
            bureau: bureau,
            item: item,
            declaration: Int(clamping: row["declaration"]?.integerValue ?? 0),
            revision: Int(clamping: row["revision"]?.integerValue ?? 0),
            state: row["state"]?.stringValue ?? "",
            isOpen: row["open"]?.boolValue ?? true,
            area: row["area"]?.stringValue,
            subject: row["subject"]?.stringValue,
            parent: row["parent"]?.stringValue,
            opened: opened,
            updated: Self.instant(row["updated"]) ?? opened,
            closed: Self.instant(row["closed"]),
            due: Self.instant(row["due"]),
            body: .emptyObject
        )
    }

    public var data: JSONObject { self.document["data"]?.objectValue ?? [:] }

    /// What the case held besides; `nil` when it cannot be read.
    public func body(parent: String?) -> CaseBody? {
        var json = self.document
        json["record"] = nil
        json["flow"] = .null
        for name in ["acts", "deadlines", "links"] where json[name] == nil { json[name] = [] }
        return CaseBody(json: json, parent: parent)
    }

    /// Where the flow stood.
    public var flow: FlowState? {
        try? FlowState(
            json: [
                "active": self.document["active"] ?? [], "data": .object(self.data),
                "running": .bool(self.document["ended"] == nil), "session": "",
            ]
        )
    }

    static func instant(_ value: JSON?) -> Instant? { value?.integerValue.map { Instant(milliseconds: $0) } }
}
