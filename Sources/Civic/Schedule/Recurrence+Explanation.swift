// SPDX-License-Identifier: Apache-2.0

extension Recurrence {
    /// What it says, in words.
    public var explanation: Bilingual {
        let rule = self.ruleInWords
        guard let season else { return rule }
        return Bilingual("\(rule.zh),仅限每年 \(season)", "\(rule.en), only in \(season) of every year")
    }

    private var ruleInWords: Bilingual {
        switch self.rule {
        case .weeklyLastWorkingDay(let time):
            return Bilingual(
                "每周最后一个工作日 \(time);整周无工作日的,并入下一周",
                "on the last working day of the ISO week at \(time); a week without one joins the next"
            )
        case .weekly(let days, let time):
            let names = CivilDay.Weekday.allCases.filter { days.contains($0) }.map(\.name)
            return Bilingual(
                "每\(names.map(\.zh).joined(separator: "、")) \(time)",
                "every \(names.map(\.en).joined(separator: ", ")) at \(time)"
            )
        case .daily(let time): return Bilingual("每天 \(time)", "every day at \(time)")
        case .everyWorkingDay(let time): return Bilingual("每个工作日 \(time)", "every working day at \(time)")
        case .everyDays(let count, let from, let time):
            return Bilingual("自 \(from) 起每 \(count) 天 \(time)", "every \(count) days from \(from) on at \(time)")
        case .monthlyWorkingDay(let n, let time):
            return n > 0
                ? Bilingual("每月第 \(n) 个工作日 \(time)", "on working day \(n) of the month at \(time)")
                : Bilingual("每月倒数第 \(-n) 个工作日 \(time)", "on working day \(-n) from the end of the month at \(time)")
        case .monthlyDay(let n, let time):
            return Bilingual(
                "每月 \(n) 日 \(time),遇休息日顺延到工作日",
                "on day \(n) of the month at \(time), rolled forward to a working day"
            )
        case .quarterEnd(let time):
            return Bilingual("每季度最后一个工作日 \(time)", "on the last working day of the quarter at \(time)")
        case .afterQuarter(let n, let time):
            return Bilingual(
                "每季度结束后次月 \(n) 日 \(time),遇休息日顺延到工作日",
                "on day \(n) of the month after the quarter at \(time), rolled forward to a working day"
            )
        case .annual(let month, let day, let time):
            return Bilingual(
                "每年 \(month) 月 \(day) 日 \(time),遇休息日顺延到工作日",
                "every year on \(padded(month, 2))-\(padded(day, 2)) at \(time), rolled forward to a working day"
            )
        case .annualWeekday(let n, let weekday, let month, let time):
            return Bilingual(
                "每年 \(month) 月第 \(n) 个\(weekday.name.zh) \(time)",
                "every year on \(weekday.name.en) number \(n) of month \(month) at \(time)"
            )
        case .everyMinutes(let step, let from, let through):
            return Bilingual(
                "每天 \(from) 至 \(through) 每 \(step) 分钟",
                "every \(step) minutes from \(from) through \(through)"
            )
        case .sun(let event, let offset):
            let name = event == .sunrise ? Bilingual("日出", "sunrise") : Bilingual("日落", "sunset")
            if offset == 0 { return Bilingual("每天\(name.zh)时", "every day at \(name.en)") }
            return Bilingual(
                "每天\(name.zh)\(offset > 0 ? "后" : "前") \(abs(offset)) 分钟",
                "every day \(abs(offset)) minutes \(offset > 0 ? "after" : "before") \(name.en)"
            )
        case .cron(let cron):
            return Bilingual("按 cron 表达式 \(cron)(北京时间)", "as cron says: \(cron), in the time of Asia/Shanghai")
        }
    }
}
