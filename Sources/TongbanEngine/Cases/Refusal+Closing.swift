// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

extension Refusal {
    static func merged(_ number: String, into main: String) -> Refusal {
        Refusal(
            code: "MERGED",
            zh: "办件 \(number) 已并入 \(main),请在 \(main) 中办理,或先拆分。",
            en: "case \(number) is merged into \(main): act on \(main), or unmerge it first"
        )
    }

    static func closed(_ record: CaseRecord) -> Refusal {
        Refusal(
            code: "CLOSED",
            zh: "办件 \(record.number) 已办结(\(record.state))。",
            en: "case \(record.number) is closed (\(record.state))"
        )
    }

    static func open(_ record: CaseRecord) -> Refusal {
        Refusal(
            code: "OPEN",
            zh: "办件 \(record.number) 尚未办结(\(record.state))。",
            en: "case \(record.number) is still open (\(record.state))"
        )
    }
}
