// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanAPI
import TongbanEngine
import TongbanModel
import Varlink

/// `org.tongban.PublicNotices`.
struct PublicNoticeMethods {
    let endpoint: Endpoint
    private static let largestPage = 1_000

    func add(to service: inout VarlinkService) {
        service.add(PublicNoticesInterface.interface)
        self.addReading(to: &service)
        self.addChanging(to: &service)
    }

    private func addReading(to service: inout VarlinkService) {
        self.endpoint.read(PublicNoticesInterface.List.self, in: &service, needs: .nothing) { input, _, core in
            let limit = min(max(input.limit ?? 100, 1), Self.largestPage)
            let notices = try core.cases.publicNotices.notices(
                isCurrent: !(input.over ?? false),
                after: input.after,
                limit: limit
            )
            return .init(
                notices: notices.map(Self.shown),
                next: notices.count == limit ? notices.last?.number : nil
            )
        }
        self.endpoint.read(PublicNoticesInterface.OfCase.self, in: &service) { input, caller, core in
            let notices = try core.cases.publicNotices.notices(ofCase: input.case)
            return .init(notices: notices.filter { caller.mayRead(bureau: $0.bureau) }.map(Self.shown))
        }
        self.endpoint.read(PublicNoticesInterface.Get.self, in: &service, needs: .nothing) { input, caller, core in
            let notice = try core.cases.publicNotices.notice(input.number)
            let isStaff = caller.mayRead(bureau: notice.bureau)
            return .init(
                notice: Self.shown(notice),
                objections: isStaff
                    ? notice.objections.map { objection in
                        .init(
                            number: objection.number,
                            who: objection.who,
                            text: objection.text,
                            by: objection.by,
                            at: Instant(milliseconds: objection.at).description
                        )
                    } : [],
                reason: isStaff ? notice.reason : nil
            )
        }
    }

    private func addChanging(to service: inout VarlinkService) {
        self.endpoint.change(PublicNoticesInterface.Object.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let objection = try core.cases.publicNotices.object(
                to: input.number,
                who: input.who,
                text: input.text,
                by: caller.view.id
            )
            return .init(objection: objection)
        }
        self.endpoint.change(PublicNoticesInterface.Withdraw.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let notice = try core.cases.publicNotices.withdraw(
                input.number,
                reason: input.reason,
                by: caller.decider
            )
            return .init(notice: Self.shown(notice))
        }
    }

    private static func shown(_ notice: PublicNotice) -> PublicNoticesInterface.Notice {
        .init(
            number: notice.number,
            bureau: notice.bureau,
            case: notice.caseNumber,
            kind: notice.kind,
            zh: notice.title.zh,
            en: notice.title.en,
            lines: notice.lines.map { line in
                .init(zh: line.name.zh, en: line.name.en, valueZh: line.value.zh, valueEn: line.value.en)
            },
            start: notice.start.description,
            end: notice.end.description,
            status: notice.status.rawValue,
            statusZh: notice.status.name.zh,
            statusEn: notice.status.name.en,
            objections: notice.objections.count
        )
    }
}
