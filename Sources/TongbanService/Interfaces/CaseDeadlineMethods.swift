// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanAPI
import TongbanEngine
import TongbanModel
import Varlink

/// The methods of `org.tongban.Cases` that are about deadlines.
struct CaseDeadlineMethods {
    let endpoint: Endpoint

    func add(to service: inout VarlinkService) {
        self.endpoint.read(CasesInterface.Why.self, in: &service) { input, caller, core in
            try CaseMethods.mayRead(input.number, caller, core)
            let accounts = try core.cases.accounts(of: input.number, deadline: input.deadline, at: core.now)
            return .init(now: core.now.description, accounts: accounts.map(Self.account))
        }
        self.endpoint.change(CasesInterface.ChangeLimit.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            try CaseMethods.mayRead(input.number, caller, core)
            let limit: Limit
            do throws(LimitError) {
                limit = try Limit(input.limit)
            } catch {
                throw EngineError.invalid(field: "limit", error.message)
            }
            var person = caller.view
            if caller.isOperator { person.isSystem = true }
            try core.cases.changeLimit(
                of: input.deadline,
                in: input.number,
                to: limit,
                reason: input.reason,
                revision: input.revision,
                by: person
            )
            return .init(case: try CaseMethods.shown(input.number, caller, core))
        }
    }

    static func card(_ card: DeadlineCard) -> CasesInterface.Card {
        .init(
            deadline: card.deadline,
            zh: card.name.zh,
            en: card.name.en,
            color: card.color == .red ? .red : .yellow,
            at: card.at.description,
            run: card.ordinal,
            lateMs: Int(card.lateMilliseconds)
        )
    }

    private static func account(_ account: DeadlineAccount) -> CasesInterface.Account {
        let run = account.run
        let reckoning = account.reckoning
        let state: CasesInterface.Account.State =
            switch run.state {
            case .running: .running
            case .paused: .paused
            case .met: .met
            case .breached: .breached
            case .elapsed: .ended
            }
        return .init(
            deadline: run.id,
            run: account.ordinal,
            zh: account.declaration.name.zh,
            en: account.declaration.name.en,
            source: account.declaration.source,
            limit: run.limit,
            extensions: run.extensions,
            changes: run.changes.map { change in
                .init(
                    from: change.from,
                    to: change.to,
                    at: change.at.description,
                    actor: change.actor,
                    reason: change.reason
                )
            },
            unit: run.ledger.limit.isInDays ? .days : .milliseconds,
            budget: Int(reckoning.budget),
            used: Int(reckoning.used),
            start: run.start.description,
            runningSince: reckoning.runningSince?.description,
            ended: run.ended?.description,
            due: reckoning.due?.instant.description,
            provisional: reckoning.due?.isProvisional ?? false,
            state: state,
            intervals: reckoning.steps.map { step in
                .init(
                    from: step.from.description,
                    to: step.to.description,
                    counted: step.isCounted,
                    amount: Int(step.amount),
                    zh: step.rule.zh,
                    en: step.rule.en
                )
            }
        )
    }
}
