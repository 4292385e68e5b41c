// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI

/// A list of cases as a file: the same cases give the same bytes, whenever and wherever it is made.
enum CaseReport {
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case table
        case csv
        case json
    }

    /// RFC 4180 with a header line; a missing value is empty.
    static func csv(_ cases: [CasesInterface.Summary]) -> String {
        let header = [
            "number", "bureau", "item", "declaration", "revision", "state", "open", "subject", "area", "parent",
            "opened",
            "updated", "closed", "due",
        ]
        let rows = cases.map { summary in
            [
                summary.number, summary.bureau, summary.item, String(summary.declaration), String(summary.revision),
                summary.state, summary.open ? "true" : "false", summary.subject ?? "", summary.area ?? "",
                summary.parent ?? "", summary.opened, summary.updated, summary.closed ?? "", summary.due ?? "",
            ]
        }
        return ([header] + rows).map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func quoted(_ cell: String) -> String {
        guard cell.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else { return cell }
        return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// `{"at": …, "cases": […]}`.
    static func json(_ cases: [CasesInterface.Summary], at moment: String?) -> String {
        var writer = JSONWriter()
        writer.beginObject()
        if let moment { writer.member("at", moment) }
        writer.name("cases")
        writer.beginArray()
        for summary in cases { summary.write(to: &writer) }
        writer.endArray()
        writer.endObject()
        return String(decoding: writer.bytes, as: UTF8.self) + "\n"
    }

    static func table(_ cases: [CasesInterface.Summary], today: CivilDay, _ console: Console) -> Table {
        var table = Table(
            console.text("编号", "NUMBER"),
            console.text("事项", "ITEM"),
            console.text("状态", "STATE"),
            console.text("到期", "DUE"),
            console.text("提出", "OPENED"),
            console.text("对象", "SUBJECT")
        )
        for summary in cases {
            table.add(
                summary.number,
                "\(summary.bureau)/\(summary.item)",
                summary.state,
                summary.open ? Format.due(summary.due, after: today, console) : "—",
                Format.moment(summary.opened, console.language),
                summary.subject ?? ""
            )
        }
        return table
    }
}
