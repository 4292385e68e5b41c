// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import TongbanAPI

/// Registers in the words of a terminal.
enum RegisterText {
    /// A page of records, a column for each field.
    static func show(
        _ page: RegistersInterface.Query.Output,
        of fields: [RegistersInterface.Field],
        _ console: Console
    ) {
        let numbers = fields.indices.filter { ["integer", "money", "mu"].contains(fields[$0].kind) }
        var table = Table(fields.map { console.text($0.zh, $0.en) }, rightAligned: Set(numbers))
        for record in page.records {
            let data = (try? record.data.parsed().objectValue) ?? [:]
            table.add(fields.map { data[$0.id].map(Format.value) ?? "—" })
        }
        console.line(table.text)
        if let next = page.next { console.say("还有更多:--after '\(next)'", "more: --after '\(next)'") }
    }

    static func snapshots(_ snapshots: [RegistersInterface.Snapshot], _ console: Console) -> Table {
        var table = Table(
            console.text("快照", "SNAPSHOT"),
            console.text("日期", "DAY"),
            console.text("记录", "RECORDS"),
            console.text("建立人", "BY"),
            console.text("时间", "AT"),
            rightAligned: [2]
        )
        for snapshot in snapshots {
            table.add(snapshot.name, snapshot.day, String(snapshot.records), snapshot.by, snapshot.at)
        }
        return table
    }

    static func locks(_ locks: [RegistersInterface.Lock], _ console: Console) -> Table {
        var table = Table(
            console.text("编号", "ID"),
            console.text("自", "FROM"),
            console.text("至", "TO"),
            console.text("理由", "REASON"),
            console.text("锁定人", "BY"),
            console.text("时间", "AT")
        )
        for lock in locks {
            table.add(String(lock.id), lock.from ?? "—", lock.to ?? "—", lock.reason, lock.by, lock.at)
        }
        return table
    }

    static func requests(_ requests: [RegistersInterface.Request], _ console: Console) -> Table {
        var table = Table(
            console.text("编号", "ID"),
            console.text("状态", "STATE"),
            console.text("台账", "REGISTER"),
            console.text("键", "KEY"),
            console.text("更正", "CHANGE"),
            console.text("申请人", "BY"),
            console.text("决定人", "DECIDED BY")
        )
        for request in requests {
            table.add(
                String(request.id),
                request.state,
                request.register,
                request.key,
                Self.change(request),
                request.by,
                request.decidedBy ?? ""
            )
        }
        return table
    }

    /// The values that change: `grade: A → AA`.
    private static func change(_ request: RegistersInterface.Request) -> String {
        let before = (try? request.before.parsed().objectValue) ?? [:]
        let after = (try? request.after.parsed().objectValue) ?? [:]
        let names = before.names + after.names.filter { before[$0] == nil }
        let changes = names.filter { before[$0] != after[$0] }.map { name in
            "\(name): \(before[name].map(Format.value) ?? "—") → \(after[name].map(Format.value) ?? "—")"
        }
        return changes.joined(separator: ", ")
    }
}
