// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

extension DeclarationCheck {
    /// What is wrong with an item's deadlines: states that are not there, limits and rungs that cannot be read.
    static func deadlineFaults(in item: ItemDeclaration) -> [Fault] {
        var faults: [Fault] = []
        var states: Set<String> = []
        item.flow.forEachState { state, _ in states.insert(state.id) }
        for deadline in item.deadlines {
            func fault(_ zh: String, _ en: String) {
                faults.append(Fault(place: "\(item.id)/\(deadline.id)", message: Bilingual(zh, en)))
            }
            let named = deadline.pausedIn + (deadline.startsIn ?? []) + (deadline.endsOn ?? [])
            for state in named + (deadline.isOfWholeCase ? [] : [deadline.state]) where !states.contains(state) {
                fault("没有状态 \(state)", "there is no state \(state)")
            }
            if !deadline.isOfWholeCase, deadline.startsIn != nil || deadline.endsOn != nil {
                fault("startsIn、endsOn 只用于整件时限", "only a deadline of the whole case has startsIn or endsOn")
            }
            if let text = deadline.limit.stringValue {
                do throws(LimitError) {
                    let limit = try Limit(text)
                    faults += Self.extensionFaults(of: deadline.id, limit, in: item)
                } catch {
                    fault(error.message.zh, error.message.en)
                }
            }
            if let hours = deadline.hours {
                do throws(CalendarError) {
                    _ = try OfficeHours(json: hours)
                } catch {
                    fault(error.message.zh, error.message.en)
                }
            }
            var seen: Set<String> = []
            for rung in deadline.rungs ?? [] {
                if !seen.insert(rung.id).inserted { fault("级别 \(rung.id) 重复", "rung \(rung.id) is declared twice") }
                let isUsual = ["half", "soon", "due", "breach3"].contains(rung.id)
                if rung.id.isEmpty || !rung.id.utf8.allSatisfy(Self.isNameByte) {
                    fault("级别名 \(rung.id) 须为小写字母、数字或连字符", "the rung \(rung.id) must be named in a-z, 0-9 and -")
                }
                if let moment = rung.moment {
                    if rung.id == "due" {
                        fault("到期级别的时刻不能改", "the moment of the rung \"due\" is the due moment")
                    } else if !(isUsual && moment.isEmpty), RungMoment(moment) == nil {
                        fault(
                            "级别 \(rung.id) 的时刻“\(moment)”须如 50%、-1wd、+3wd、-2h",
                            "the moment \"\(moment)\" of rung \(rung.id) must read as 50%, -1wd, +3wd or -2h"
                        )
                    }
                } else if !isUsual {
                    fault("级别 \(rung.id) 缺少时刻", "rung \(rung.id) has no moment")
                }
                if let to = rung.to, to.isEmpty {
                    fault("级别 \(rung.id) 不通知任何人", "rung \(rung.id) tells nobody")
                }
            }
        }
        return faults
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
    }

    private static func extensionFaults(of id: String, _ limit: Limit, in item: ItemDeclaration) -> [Fault] {
        item.actions.flatMap { action in
            action.extensions.filter { $0.deadline == id }.compactMap { lengthening -> Fault? in
                // What a rule finds is looked at when the action is taken.
                guard let text = lengthening.limit.stringValue else { return nil }
                if let longer = try? Limit(text), Limit.fit(longer.unit, limit.unit) { return nil }
                return Fault(
                    place: "\(item.id)/\(action.id)",
                    message: Bilingual(
                        "延长 \(text) 与时限 \(limit) 的单位不同",
                        "the extension \(text) is of another unit than the limit \(limit)"
                    )
                )
            }
        }
    }
}
