// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import Varlink

/// `org.tongban.Notices`.
struct NoticeMethods {
    let endpoint: Endpoint

    func add(to service: inout VarlinkService) {
        service.add(NoticesInterface.interface)
        let endpoint = self.endpoint
        service.handleOnLoop(NoticesInterface.Subscribe.self, pipelined: false) { input, context, responder in
            do {
                guard context.wantsMore else { throw VarlinkServiceFailure.expectedMore }
                let caller = try endpoint.caller(context, needs: .reader)
                let core = endpoint.core.value
                let filter = try Self.filter(
                    bureau: input.bureau,
                    case: input.case,
                    kind: input.kind,
                    caller,
                    core
                )
                if let after = input.after, after < 0 || Int64(after) > core.committedSequence {
                    throw DaemonFailure.refused(
                        code: "AFTER",
                        zh: "序号 \(after) 不在日志范围(0 至 \(core.committedSequence))内。",
                        en: "number \(after) is not in the journal, which goes from 0 to \(core.committedSequence)"
                    )
                }
                core.notices.subscribe(responder, filter: filter, after: input.after.map(Int64.init), core: core)
            } catch {
                responder.fail(error)
            }
        }
        self.endpoint.read(NoticesInterface.List.self, in: &service) { input, caller, core in
            let filter = try Self.filter(bureau: input.bureau, case: input.case, kind: input.kind, caller, core)
            let page = try core.engine.store.entries(
                after: Int64(max(0, input.after ?? 0)),
                filter: filter,
                limit: min(max(input.limit ?? 100, 1), 1_000)
            )
            let committed = core.committedSequence
            return .init(
                notices: page.entries.filter { $0.sequence <= committed }.map(\.notice),
                upTo: Int(min(page.lookedAt, committed))
            )
        }
    }

    /// Who is of one bureau only is told of that bureau.
    private static func filter(
        bureau: String?,
        case number: String?,
        kind: String?,
        _ caller: Caller,
        _ core: DaemonCore
    ) throws -> JournalFilter {
        if let number {
            try CaseMethods.mayRead(number, caller, core)
            return JournalFilter(bureau: bureau, caseNumber: number, kind: kind)
        }
        if let bureau {
            guard caller.mayRead(bureau: bureau) else { throw VarlinkServiceFailure.permissionDenied }
            return JournalFilter(bureau: bureau, kind: kind)
        }
        if caller.isOperator || caller.view.roles.contains("auditor") { return JournalFilter(kind: kind) }
        if case .plugin(let id) = caller.standing { return JournalFilter(bureau: id, kind: kind) }
        let own = Set(
            caller.view.roles.compactMap { role -> String? in
                let parts = role.split(separator: ":")
                return parts.count == 2 ? String(parts[0]) : nil
            }
        )
        guard own.count == 1, let only = own.first else {
            throw DaemonFailure.refused(
                code: "BUREAU",
                zh: "请用 bureau 指明要看哪个部门的通知。",
                en: "say by bureau whose notices you want"
            )
        }
        return JournalFilter(bureau: only, kind: kind)
    }
}
