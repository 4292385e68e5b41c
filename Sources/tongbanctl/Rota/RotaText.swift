// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Civic
import TongbanAPI

/// Rotas in the words of a terminal.
enum RotaText {
    static func people(_ text: String) -> [String] { text.split(separator: ",").map(String.init) }

    /// Reads `2022-07-12 00:00-08:00 li,wang`; hours that end before they begin end a day later.
    static func shift(_ text: String, route: String?) throws -> RotasInterface.NewShift {
        let words = text.split(separator: " ")
        let hours = words.count == 3 ? words[1].split(separator: "-", omittingEmptySubsequences: false) : []
        guard words.count == 3, let day = CivilDay(words[0]), hours.count == 2, let start = self.minute(hours[0]),
            let end = self.minute(hours[1]), start < 1_440
        else {
            throw ValidationError(
                "\"\(text)\" is no shift such as \"2022-07-12 00:00-08:00 li,wang\""
            )
        }
        return .init(
            start: ShanghaiTime.instant(day: day, minutes: start).description,
            end: ShanghaiTime.instant(day: day, minutes: end > start ? end : end + 1_440).description,
            people: self.people(String(words[2])),
            route: route
        )
    }

    private static func minute(_ text: Substring) -> Int? {
        if text == "24:00" { return 1_440 }
        guard let time = TimeOfDay(text), time.second % 60 == 0 else { return nil }
        return time.second / 60
    }

    static func table(_ rotas: [RotasInterface.Rota], _ console: Console) -> Table {
        var table = Table(
            console.text("部门", "BUREAU"),
            console.text("排班", "ROTA"),
            console.text("名称", "NAME"),
            console.text("时段", "SEASON"),
            console.text("每日", "HOURS"),
            console.text("每班人数", "PEOPLE"),
            console.text("签到间隔", "CHECK-INS"),
            console.text("排班人", "KEPT BY")
        )
        for one in rotas {
            table.add(
                one.bureau,
                one.id,
                console.text(one.zh, one.en),
                one.season ?? console.text("全年", "all year"),
                "\(one.from)-\(one.to)",
                "\(one.people)",
                one.every.map { console.text("\($0) 分钟", "\($0) min") } ?? console.text("到岗", "at the start"),
                one.keepers.joined(separator: ",")
            )
        }
        return table
    }

    static func table(_ places: [RotasInterface.Place], _ console: Console) -> Table {
        var table = Table(
            console.text("部门", "BUREAU"),
            console.text("排班", "ROTA"),
            console.text("地点", "PLACE"),
            console.text("已排至", "THROUGH"),
            console.text("班次", "SLOTS"),
            console.text("班组", "TEAMS"),
            console.text("空档", "GAPS")
        )
        for one in places {
            table.add(
                one.bureau,
                one.rota,
                one.place,
                one.through ?? "",
                one.slots.joined(separator: " "),
                one.teams.map { $0.people.joined(separator: ",") }.joined(separator: " "),
                "\(one.gaps.count)"
            )
        }
        return table
    }

    static func table(_ shifts: [RotasInterface.Shift], _ console: Console) -> Table {
        var table = Table(
            console.text("班次", "SHIFT"),
            console.text("排班", "ROTA"),
            console.text("地点", "PLACE"),
            console.text("开始", "START"),
            console.text("结束", "END"),
            console.text("人员", "PEOPLE"),
            console.text("状态", "STATUS"),
            console.text("签到", "CHECK-INS"),
            console.text("缺签", "MISSED")
        )
        for one in shifts {
            table.add(
                one.number,
                "\(one.bureau)/\(one.rota)",
                one.place,
                self.time(one.start),
                self.time(one.end),
                one.people.joined(separator: ","),
                console.text(one.statusZh, one.statusEn),
                "\(one.checkIns)",
                "\(one.missed)"
            )
        }
        return table
    }

    /// `2022-07-12 08:00`; seconds where there are any.
    private static func time(_ text: String) -> String {
        guard let moment = Instant(text) else { return text }
        let ofDay = ShanghaiTime.timeOfDay(of: moment).milliseconds / 1_000
        let time = TimeOfDay(hour: ofDay / 3_600, minute: ofDay / 60 % 60, second: ofDay % 60)
        return "\(ShanghaiTime.day(of: moment)) \(time?.description ?? "")"
    }

    static func show(_ output: RotasInterface.Get.Output, _ console: Console) {
        console.line(self.table([output.shift], console).text)
        if let route = output.shift.route { console.say("路线:\(route)", "Route: \(route)") }
        if let reason = output.shift.reason { console.say("说明:\(reason)", "Note: \(reason)") }
        if !output.checkIns.isEmpty {
            var table = Table(
                console.text("签到", "CHECK-IN"),
                console.text("人员", "PERSON"),
                console.text("录入", "BY"),
                console.text("地点", "POINT"),
                console.text("坐标", "GEO")
            )
            for one in output.checkIns {
                table.add(self.time(one.at), one.person, one.by, one.point ?? "", one.geo ?? "")
            }
            console.line(table.text)
        }
        for one in output.missed {
            let people = one.people.joined(separator: ",")
            console.say(
                "应于 \(self.time(one.due)) 签到未签:\(people);已告知 \(one.rungs) 级。",
                "missing at \(self.time(one.due)): \(people); \(one.rungs) told"
            )
        }
    }

    static func show(_ output: RotasInterface.Coverage.Output, _ console: Console) {
        var table = Table(
            console.text("日期", "DAY"),
            console.text("应值守(分钟)", "REQUIRED"),
            console.text("已覆盖", "COVERED")
        )
        for day in output.days { table.add(day.day, "\(day.required)", "\(day.covered)") }
        console.line(table.text)
        console.say(
            "覆盖 \(output.covered)/\(output.required) 分钟,\(output.percent) %;签到 \(output.made)/\(output.due),\(output.rate) %。",
            "covered \(output.covered)/\(output.required) minutes, \(output.percent) %; check-ins \(output.made)/\(output.due), \(output.rate) %"
        )
        for one in output.overlaps { console.say("重叠:\(one)", "two shifts: \(one)") }
        self.gaps(output.gaps, console)
    }

    static func gaps(_ gaps: [String], _ console: Console) {
        guard !gaps.isEmpty else { return console.say("无空档。", "no gaps") }
        for one in gaps { console.say("无人值守:\(one)", "nobody: \(one)") }
    }
}
