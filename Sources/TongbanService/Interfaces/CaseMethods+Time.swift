// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanAPI
import TongbanEngine
import TongbanModel
import Varlink

extension CaseMethods {
    func addTime(to service: inout VarlinkService) {
        self.endpoint.read(CasesInterface.Time.self, in: &service) { input, caller, core in
            try Self.mayRead(input.number, caller, core)
            let time = try core.cases.time(of: input.number)
            func name(_ holder: Holder) -> Bilingual {
                time.names[holder.code] ?? Bilingual(holder.code, holder.code)
            }
            func sum(_ sum: CustodySum) -> CasesInterface.HolderSum {
                .init(
                    holder: sum.holder.code,
                    zh: name(sum.holder).zh,
                    en: name(sum.holder).en,
                    ms: Int(sum.milliseconds),
                    calendarDays: sum.calendarDays,
                    workingDays: sum.workingDays,
                    officeMinutes: Int(sum.officeMinutes),
                    spans: sum.spans
                )
            }
            return .init(
                contacted: time.contacted.description,
                opened: time.record.opened.description,
                closed: time.record.closed?.description,
                until: time.until.description,
                totalMs: Int(time.totalMilliseconds),
                spans: time.spans.map { span in
                    .init(
                        from: span.from.description,
                        to: span.to.description,
                        holder: span.holder.code,
                        zh: name(span.holder).zh,
                        en: name(span.holder).en,
                        state: span.state,
                        ms: Int(span.milliseconds)
                    )
                },
                sums: time.sums.map(sum),
                handling: sum(time.handling),
                returns: time.returns
            )
        }
    }
}
