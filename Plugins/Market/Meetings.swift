// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import TongbanModel

/// Coordination meetings (调度会) of the three tracks, whose resolutions become tasks, and visits to the paired village
/// (联帮包).
extension Market {
    static let tracks: KeyValuePairs<String, (String, String)> = [
        "SUPERVISION": ("监管", "supervision"), "TEAM": ("队伍", "teams"), "THOUGHT": ("思想", "mobilisation"),
    ]

    static var meeting: Item {
        Item(
            "meeting",
            "调度会",
            "Meeting",
            about: ("三步棋各条线的调度会;议定事项按期办理。", "A meeting of one of the three tracks; what it resolves is done by a day."),
            openedBy: ["bureau", "dispatcher", "head"],
            unique: ["track", "date"]
        ) {
            Form {
                Field("track", "条线", "Track", oneOf: Self.tracks).required()
                Field("date", "日期", "Date", .date).required()
                Field("topic", "议题", "Topic").between(0, 200)
            }
            Flow {
                State("PLANNED", "已安排", "Planned") {
                    Deadline("hold", "召开", "Hold", .days(0), from: value("date"))
                    Action("hold", "记录会议", "Record the meeting", by: "bureau", "dispatcher", "head", to: "HELD") {
                        Field("attendees", "参会人员", "Attendees", .texts).required().personal()
                        Field("resolutions", "议定事项", "Resolutions") {
                            Field("text", "内容", "Text").required().between(1, 500)
                            Field("owner", "责任人", "Owner")
                            Field("due", "期限", "Due", .date)
                        }.between(0, 50)
                        Requires(
                            "ATTENDEES",
                            form("attendees").count >= 1,
                            "须列出参会人员。",
                            "name those who attended"
                        )
                        Sets("held_on", to: today)
                        Submits("meeting.resolutions")
                    }
                    Action("cancel", "取消", "Cancel", by: "bureau", "dispatcher", "head", to: "CANCELLED") {
                        Field("reason", "理由", "Reason").required()
                    }
                }
                State("HELD", "已召开", "Held") {
                    When(value("resolved") == true && children("resolution", "open") == 0, to: "CLOSED")
                }
                .untimed()
                Final("CLOSED", "议定事项已办结", "Everything resolved is done")
                Final("CANCELLED", "已取消", "Cancelled")
            }
        }
    }

    static var resolution: Item {
        Item(
            "resolution",
            "议定事项",
            "Resolution",
            about: ("会议议定、限期办理的事项。", "What a meeting resolved, to be done by a day."),
            openedBy: []
        ) {
            Form {
                Field("meeting", "会议", "Meeting").required()
                Field("track", "条线", "Track", oneOf: Self.tracks).required()
                Field("text", "内容", "Text").required()
                Field("owner", "责任人", "Owner")
                Field("due", "期限", "Due", .date).required()
            }
            Flow {
                State("OPEN", "办理中", "Open") {
                    Notifies(
                        to: value("owner", or: "bureau"),
                        about: "resolution.new",
                        zh: text("会议议定事项 ", caseNumber, ",请于 ", value("due"), " 前办结。"),
                        en: text("Resolution ", caseNumber, " is to be done by ", value("due"), ".")
                    )
                    Deadline("do", "办结", "Do it", .days(0), from: value("due"))
                    Action(
                        "done",
                        "办结",
                        "Done",
                        by: ["bureau", "head", "dispatcher", "inspector", "captain", "member", "liaison"],
                        to: "DONE"
                    ) {
                        Field("result", "结果", "Result").required().between(1, 500)
                        Requires(
                            "NOT_OWNER",
                            !value("owner").exists || value("owner") == applicant,
                            "须由责任人办理;责任人不在时由其指定的代办人办理。",
                            "only its owner reports it done, or his substitute while he is away"
                        )
                    }
                    Action("drop", "撤销", "Drop", by: "head", to: "DROPPED") {
                        Field("reason", "理由", "Reason").required()
                    }
                }
                Final("DONE", "已办结", "Done")
                Final("DROPPED", "已撤销", "Dropped")
            }
        }
    }

    /// Opens a task for every resolution that has a day.
    static var openResolutions: Handler {
        Handler("meeting.resolutions", "分解议定事项", "Open the resolutions") { task, _ in
            guard let number = task.caseNumber, let track = task.caseData["track"] else {
                throw TaskFailure("the task has no meeting", isFatal: true)
            }
            var effects: [Effect] = []
            for row in task.caseData["resolutions"]?.arrayValue ?? [] {
                guard let words = row["text"], let due = row["due"], !due.isNull else { continue }
                var data: JSONObject = ["meeting": .string(number), "track": track, "text": words, "due": due]
                if let owner = row["owner"]?.stringValue, !owner.isEmpty { data["owner"] = .string(owner) }
                effects.append(.open(item: "resolution", data: data))
            }
            return effects + [.set(["resolved": true]), .raise(event: "resolutions.open")]
        }
    }
}
