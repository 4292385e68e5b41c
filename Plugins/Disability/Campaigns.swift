// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import TongbanModel

/// The three campaigns, the volunteers of 阳光助残, and the yearly events.
extension Disability {
    static let campaignKinds: KeyValuePairs<String, (String, String)> = [
        "REHAB": ("康复助残", "rehabilitation"), "EDU": ("教育助残", "education"), "LEGAL": ("法律助残", "legal help"),
    ]

    static var campaigns: Register {
        Register("campaign", "助残行动", "Campaigns", key: "no", indexed: ["kind", "date"], keptBy: ["bureau", "town"]) {
            Field("no", "编号", "Number").required()
            Field("kind", "行动", "Campaign", oneOf: Self.campaignKinds).required()
            Field("activity", "活动", "Activity").required()
            Field("date", "日期", "Date", .date).required()
            Field("place", "地点", "Place")
            Field("village_code", "村(社区)", "Village", .area)
            Field("served", "服务对象", "Persons served", .texts).sensitive()
        }
    }

    static var volunteers: Register {
        Register(
            "volunteer",
            "志愿者",
            "Volunteers",
            key: "id",
            indexed: ["team"],
            keptBy: ["bureau", "town", "volunteer"]
        ) {
            Field("id", "编号", "Number").required()
            Field("name", "姓名", "Name", .personName).personal()
            Field("phone", "电话", "Telephone", .mobile).personal()
            Field("team", "服务队", "Team").required()
            Field("skills", "特长", "Skills", .texts)
        }
    }

    /// A volunteer's services; nobody serves more than twelve hours of a day.
    static var services: Register {
        let longest = RuleBook.current.integer("service.hours")
        return Register(
            "service",
            "志愿服务",
            "Volunteer services",
            key: "no",
            indexed: ["volunteer"],
            keptBy: ["bureau", "town", "volunteer"]
        ) {
            Field("no", "编号", "Number").required()
            Field("volunteer", "志愿者", "Volunteer").required().personal()
            Field("kind", "服务内容", "Kind").required()
            Field("start", "开始", "Start", .moment).required()
            Field("end", "结束", "End", .moment).required()
            Field("village_code", "村(社区)", "Village", .area)
            Requires(
                "END_AFTER_START",
                minutes(from: value("start"), to: value("end")) > 0,
                "结束须晚于开始。",
                "it must end after it began"
            )
            AtMost(
                "TOO_LONG",
                Int64(longest * 60),
                of: minutes(from: value("start"), to: value("end")),
                each: "volunteer",
                and: characters(of: value("start"), from: 0, count: 10),
                "该志愿者当天的服务时长超过上限,请核对。",
                "the volunteer serves more hours on that day than are allowed: check it"
            )
        }
    }

    /// The hours of each quarter, as they were added up at its end.
    static var volunteerHours: Register {
        Register("volunteer_hours", "志愿服务时长", "Volunteer hours", key: "quarter") {
            Field("quarter", "季度", "Quarter").required()
            Field("minutes", "分钟", "Minutes", .integer).required()
            Field("hours", "小时", "Hours").required()
            Field("services", "服务次数", "Services", .integer).required()
        }
    }

    static var event: Item {
        Item(
            "event",
            "全国助残日活动",
            "Theme event",
            about: (
                "全国助残日(五月第三个星期日)主题活动:活动前三十日制定方案,活动后十个工作日内报告。",
                "The event on the National Day for Helping the Disabled, the third Sunday of May: planned thirty days before, reported within ten working days."
            ),
            openedBy: ["bureau"],
            unique: ["day"]
        ) {
            Form { Field("day", "活动日期", "Day", .date).required() }
            Flow {
                State("PLANNING", "制定方案", "Being planned") {
                    Work("plan", "制定活动方案", "Plan the event", for: "bureau")
                    Deadline("plan", "制定方案", "Plan", .hours(0), from: text(value("day"), "T00:00:00+08:00"))
                    Action("plan", "方案完成", "Planned", by: "bureau", to: "PLANNED") {
                        Field("theme", "主题", "Theme").required().between(1, 200)
                        Field("place", "地点", "Place").required()
                    }
                    OnEvent("held", to: "HELD")
                }
                State("PLANNED", "已有方案", "Planned") { OnEvent("held", to: "HELD") }.untimed().untasked()
                State("HELD", "已举办", "Held") {
                    Work("report", "活动报告", "Report of the event", for: "bureau")
                    Deadline("report", "活动报告", "Report", .rule("event.report"), from: value("day"))
                    Action("report", "报告", "Report", by: "bureau", to: "REPORTED") {
                        Field("people", "参加人数", "People", .integer).required().atLeast(0)
                        Field("summary", "活动情况", "Summary").required().between(1, 2_000)
                    }
                }
                Final("REPORTED", "已报告", "Reported")
            }
        }
    }

    @ListBuilder<any BureauPart>
    static var eventSchedules: [any BureauPart] {
        Schedule(
            "helpday",
            "全国助残日",
            "National Day for Helping the Disabled",
            "annual.day(05 3 sun 00:00)",
            submits: "event.day"
        )
        Schedule(
            "helpday-plan",
            "筹备全国助残日",
            "Planning the national day",
            "daily(08:00) in 03-01..05-21",
            submits: "event.plan"
        )
        Schedule(
            "intlday",
            "国际残疾人日提醒",
            "International day of disabled persons",
            "cron(0 9 3 12 *)",
            submits: "event.international"
        )
        Schedule("hours", "志愿服务时长", "Volunteer hours", "quarter.end(17:00)", submits: "volunteer.hours")
    }

    @ListBuilder<any BureauPart>
    static var eventHandlers: [any BureauPart] {
        let rules = RuleBook.current
        Handler("event.plan", "筹备助残日", "Plan the national day") { task, daemon in
            let day = Self.helpDay(of: task.today.year)
            let ahead = rules.on(task.today).integer("event.plan")
            let known = try await daemon.cases("event").contains { $0["day"]?.stringValue == day.description }
            guard !known, task.today.days(until: day) <= ahead, task.today < day else { return [] }
            return [.open(item: "event", data: ["day": .string(day.description)])]
        }
        Handler("event.day", "助残日当天", "The national day") { task, daemon in
            let held = try await daemon.cases("event", open: true).filter { event in
                event["day"]?.stringValue.flatMap { CivilDay($0) }.map { $0 <= task.today } ?? false
            }
            return held.map { .raise(event: "held", case: $0.number) }
        }
        Handler("event.international", "国际残疾人日提醒", "Remind of the international day") { _, _ in
            [
                .notify(
                    to: "bureau",
                    text: Bilingual(
                        "今天是国际残疾人日,请按安排开展宣传。",
                        "Today is the International Day of Persons with Disabilities: hold what was planned."
                    ),
                    topic: "event.international"
                )
            ]
        }
        Handler("volunteer.hours", "汇总志愿服务时长", "Add up the volunteers' hours") { task, daemon in
            guard let quarter = task.payload["period"]?.stringValue else {
                throw TaskFailure("the task names no quarter", isFatal: true)
            }
            let cells = try await daemon.report("volunteers", quarter).total.cells
            let (services, minutes, hours) = (cells[0].n ?? 0, cells[1].n ?? 0, cells[2].text(isShare: true))
            let record: JSONObject = [
                "quarter": .string(quarter), "services": .integer(services), "minutes": .integer(minutes),
                "hours": .string(hours.en),
            ]
            let told = Bilingual(
                "\(quarter) 志愿服务 \(services) 次、\(hours.zh) 小时。",
                "\(quarter): \(services) volunteer services, \(hours.en) hours."
            )
            return [
                .put(register: "volunteer_hours", key: quarter, record: record),
                .notify(to: "bureau", text: told, topic: "volunteer.hours"),
            ]
        }
    }

    /// The third Sunday of May.
    static func helpDay(of year: Int) -> CivilDay {
        let april = CivilDay(year: year, month: 5, day: 1)!.adding(days: -1)
        // Three Sundays after the last day of April.
        return april.adding(days: 21 - april.weekday.rawValue % 7)
    }
}
