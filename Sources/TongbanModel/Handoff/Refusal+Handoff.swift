// SPDX-License-Identifier: Apache-2.0

import Civic

extension Refusal {
    static func handoffState(_ number: String, _ state: HandoffState, _ verb: String) -> Refusal {
        Refusal(
            code: "HANDOFF_STATE",
            zh: "移交单 \(number) 处于 \(state.rawValue)(\(state.name.zh)),不能 \(verb)。",
            en: "hand-off \(number) is \(state.rawValue) (\(state.name.en)): \(verb) is not possible"
        )
    }

    static func bindingHandoff(_ number: String) -> Refusal {
        Refusal(
            code: "BINDING",
            zh: "移交单 \(number) 的承办单位由协调机构指定,不得退办。",
            en: "the coordinator named the receiver of hand-off \(number): it cannot be sent back"
        )
    }

    static func bounceLate(_ number: String, _ limit: Limit) -> Refusal {
        Refusal(
            code: "BOUNCE_LATE",
            zh: "移交单 \(number) 已超过退办期限(\(limit.count) \(limit.unit.name.zh)),须签收办理。",
            en:
                "hand-off \(number) can be sent back within \(limit.count) \(limit.unit.name.en) only: it has to be taken"
        )
    }

    static func noHandoffResult(_ number: String) -> Refusal {
        Refusal(
            code: "NO_RESULT",
            zh: "移交单 \(number) 还没有办理结果,须指定承办单位。",
            en: "hand-off \(number) has no result to accept: name the body that is to do it"
        )
    }

    static func handoffText(_ field: String) -> Refusal {
        Refusal(code: "TEXT_MISSING", zh: "须填写 \(field)。", en: "\(field) must be given")
    }

    static func handoffTextTooLong(_ field: String, _ limit: Int) -> Refusal {
        Refusal(
            code: "TEXT_TOO_LONG",
            zh: "\(field) 不得超过 \(limit) 字。",
            en: "\(field) has more than \(limit) characters"
        )
    }

    static var tooManyFiles: Refusal {
        Refusal(
            code: "TOO_MANY_FILES",
            zh: "附件不得超过 \(HandoffRecord.attachmentLimit) 个。",
            en: "there are more than \(HandoffRecord.attachmentLimit) files"
        )
    }
}
