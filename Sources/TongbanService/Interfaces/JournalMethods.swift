// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import Varlink

/// `org.tongban.Journal`.
struct JournalMethods {
    let endpoint: Endpoint
    private static let pageSize = 1_000

    func add(to service: inout VarlinkService) {
        service.add(JournalInterface.interface)
        let endpoint = self.endpoint
        service.stream(JournalInterface.Verify.self, requiresMore: false) { _, context, writer in
            let total = try await endpoint.onLoop { core in
                try Self.allow(endpoint.caller(context, needs: .reader))
                return core.committedSequence
            }
            var verifier = JournalVerifier()
            var checked: Int64 = 0
            while checked < total {
                let from = checked
                let page = try await endpoint.onLoop { core in
                    try core.engine.store.entries(after: from, filter: .all, limit: Self.pageSize)
                }
                for entry in page.entries where entry.sequence <= total {
                    if let fault = verifier.check(entry) {
                        return .init(
                            checked: Int(verifier.lastSound),
                            total: Int(total),
                            broken: Int(fault.sequence),
                            fault: fault.description
                        )
                    }
                }
                guard let last = page.entries.last else {
                    return .init(
                        checked: Int(verifier.lastSound),
                        total: Int(total),
                        broken: Int(checked + 1),
                        fault: "entry \(checked + 1) is missing"
                    )
                }
                checked = min(last.sequence, total)
                if context.wantsMore, checked < total {
                    try await writer.write(.init(checked: Int(checked), total: Int(total)))
                }
            }
            return .init(checked: Int(checked), total: Int(total))
        }
        service.stream(JournalInterface.Export.self, requiresMore: false) { input, context, writer in
            let total = try await endpoint.onLoop { core in
                try Self.allow(endpoint.caller(context, needs: .reader))
                return core.committedSequence
            }
            let limit = min(max(input.limit ?? Self.pageSize, 1), Self.pageSize)
            var after = Int64(max(0, input.after ?? 0))
            while true {
                let from = after
                let page = try await endpoint.onLoop { core in
                    try core.engine.store.entries(after: from, filter: .all, limit: limit)
                }
                let entries = page.entries.filter { $0.sequence <= total }
                let last = entries.last?.sequence ?? total
                let output = JournalInterface.Export.Output(
                    entries: entries.map(\.exported),
                    next: last < total ? Int(last) : nil
                )
                guard context.wantsMore, last < total else { return output }
                try await writer.write(output)
                after = last
            }
        }
    }

    /// The whole journal is for operators and auditors.
    private static func allow(_ caller: Caller) throws {
        guard caller.isOperator || caller.view.roles.contains("auditor") else {
            throw VarlinkServiceFailure.permissionDenied
        }
    }
}

extension JournalEntry {
    var exported: JournalInterface.Entry {
        .init(
            seq: Int(self.sequence),
            at: self.at.description,
            kind: self.kind,
            bureau: self.bureau,
            case: self.caseNumber,
            actor: self.actor?.id,
            uid: self.actor?.uid.map { Int($0) },
            pid: self.actor?.pid.map { Int($0) },
            data: self.data,
            previousHash: Self.hexadecimal(self.previousHash),
            hash: Self.hexadecimal(self.hash)
        )
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
