// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

extension Refusal {
    static func workRole(_ work: HumanTaskRecord, _ person: String) -> Refusal {
        Refusal(
            code: "ROLE",
            zh: "任务 \(work.task) 须由角色 \(work.roles.joined(separator: "、")) 办理,\(person) 没有。",
            en: "task \(work.task) is for the roles \(work.roles.joined(separator: ", ")), of which \(person) has none"
        )
    }

    static func workFourEyes(_ work: HumanTaskRecord, _ person: String) -> Refusal {
        Refusal(
            code: "FOUR_EYES",
            zh: "任务 \(work.task) 须由另一人办理:\(person) 已在办件 \(work.caseNumber) 中经手过前面的环节。",
            en: "task \(work.task) is for somebody else: \(person) took an earlier part in case \(work.caseNumber)"
        )
    }

    static func heldBy(_ work: HumanTaskRecord) -> Refusal {
        let holder = work.assignee ?? "?"
        return Refusal(
            code: "HELD_BY",
            zh: "任务 \(work.task) 由 \(holder) 办理;请其退回或转交,或由负责人改派。",
            en: "task \(work.task) is held by \(holder): let it be returned or delegated, or a head assign it to you"
        )
    }

    static func mustHold(_ work: HumanTaskRecord) -> Refusal {
        Refusal(
            code: "MUST_HOLD",
            zh: "须先领取任务 \(work.task)(task take \(work.task))才能办理。",
            en: "take task \(work.task) first (task take \(work.task)): only its holder may end it"
        )
    }

    static func workEnded(_ work: HumanTaskRecord) -> Refusal {
        let reason = work.reason.map { ":\($0)" } ?? ""
        return Refusal(
            code: "ENDED",
            zh: "任务 \(work.task) 已\(work.status == .done ? "完成" : "撤销")\(reason)。",
            en:
                "task \(work.task) is \(work.status == .done ? "done" : "withdrawn")\(work.reason.map { ": \($0)" } ?? "")"
        )
    }

    static func workBlocked(_ work: HumanTaskRecord, _ reason: String?) -> Refusal {
        Refusal(
            code: "BLOCKED",
            zh: "办件 \(work.caseNumber) 已中止\(reason.map { "(\($0))" } ?? ""),任务 \(work.task) 须等办件恢复。",
            en: "case \(work.caseNumber) is suspended\(reason.map { " (\($0))" } ?? ""): task \(work.task) waits for it"
        )
    }

    static func notHolder(_ work: HumanTaskRecord) -> Refusal {
        Refusal(
            code: "NOT_HOLDER",
            zh: "任务 \(work.task) 不在您手上\(work.status == .taken ? ",由 \(work.assignee ?? "?") 办理" : ",尚未领取")。",
            en:
                "you do not hold task \(work.task): \(work.status == .taken ? "\(work.assignee ?? "?") does" : "nobody has taken it")"
        )
    }

    static func notSupervisor(_ roles: [String]) -> Refusal {
        Refusal(
            code: "SUPERVISOR",
            zh: "须由本部门的 \(roles.joined(separator: "、")) 或运维人员办理。",
            en: "only \(roles.joined(separator: ", ")) of the bureau, or an operator, may do that"
        )
    }

    static func absent(_ person: String, until moment: Instant) -> Refusal {
        Refusal(
            code: "ABSENT",
            zh: "\(person) 不在岗,至 \(moment) 返岗;请另选人员,或先结束缺勤。",
            en: "\(person) is absent until \(moment): name somebody else, or end the absence first"
        )
    }

    static func staleWork(_ work: HumanTaskRecord) -> Refusal {
        Refusal(
            code: "CONFLICT",
            zh: "任务 \(work.task) 已被他人改动,现为第 \(work.revision) 版,请重新查看后再办。",
            en: "somebody changed task \(work.task) first; it is at revision \(work.revision): look again"
        )
    }

    static func queuePaused(_ queue: String) -> Refusal {
        Refusal(
            code: "QUEUE_PAUSED",
            zh: "队列 \(queue) 已暂停,暂不能领取;用 queue resume \(queue) 恢复。",
            en: "queue \(queue) is paused: nothing is taken from it until queue resume \(queue)"
        )
    }
}
