// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

extension Refusal {
    static func role(_ roles: [String], toDo name: Bilingual) -> Refusal {
        Refusal(
            code: "ROLE",
            zh: "“\(name.zh)”须由以下角色办理:\(roles.joined(separator: "、"))。",
            en: "\"\(name.en)\" needs one of the roles \(roles.joined(separator: ", "))"
        )
    }

    static func area(_ area: String, of own: String) -> Refusal {
        Refusal(
            code: "AREA",
            zh: "办件属地 \(area) 不在您负责的范围 \(own) 内。",
            en: "the case belongs to area \(area), outside yours, \(own)"
        )
    }

    static func duplicate(_ number: String) -> Refusal {
        Refusal(
            code: "DUPLICATE",
            zh: "已有相同的在办件 \(number),请在该件中办理。",
            en: "the same matter is open already as \(number); act on that case"
        )
    }

    static var noCase: Refusal {
        Refusal(
            code: "NO_CASE",
            zh: "任务不属于任何办件,效果须写明办件编号。",
            en: "the task belongs to no case: the effect must name one"
        )
    }
}
