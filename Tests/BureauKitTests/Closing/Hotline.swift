// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import TongbanEngine
import TongbanModel

/// A bureau that answers residents: what many of them say is handled once, and each answer is rated.
enum Hotline {
    static let li = PersonView.person("li", "citizen")
    static let wang = PersonView.person("wang", "citizen")
    static let clerk = PersonView.person("clerk", "bureau")
    static let other = PersonView.person("other", "bureau")
    static let head = PersonView.person("head", "head")
    static let caller = PersonView.person("caller", "callback")
    static let start = "2022-07-12T09:00:00+08:00"

    static var definition: BureauDefinition {
        BureauDefinition("hotline", "热线办", "Hotline", about: ("测试用的部门。", "A bureau for tests."), prefix: "RX") {
            Role("bureau", "科员", "Clerk")
            Role("head", "领导", "Head")
            self.complaint
            Item("report", "举报", "Report", about: ("举报。", "A report."), openedBy: ["citizen"], unique: ["matter"]) {
                Form { Field("matter", "事由", "Matter").required() }
                Flow {
                    State("OPEN", "已收", "Open") { Action("close", "办结", "Close", by: "bureau", to: "CLOSED") }.untimed()
                    Final("CLOSED", "办结", "Closed")
                }
            }
            Item.rework("redo", "重办", "Rework", prefix: "CB", by: ["bureau"], callBackBy: ["callback"])
        }
    }

    private static var complaint: Item {
        Item(
            "complaint",
            "投诉",
            "Complaint",
            about: ("投诉。", "A complaint."),
            openedBy: ["citizen", "bureau"],
            subject: "who",
            area: "place"
        ) {
            Form {
                Field("matter", "事由", "Matter").required().between(1, 50)
                Field("who", "何人", "Who").personal()
                Field("illness", "病情", "Illness").sensitive()
                Field("times", "次数", "Times", .integer).between(1, 10)
                Field("place", "地点", "Place", .area)
            }
            Flow {
                State("RECEIVED", "已收", "Received") {
                    // Silence counts as acceptance.
                    Deadline(
                        "accept",
                        "受理",
                        "Accept",
                        .workingDays(5),
                        then: "HANDLING",
                        intended: true
                    )
                    Action("accept", "受理", "Accept", by: "bureau", to: "HANDLING")
                    Action("split", "分办", "Split", by: "bureau") { Opens("report", ["matter": "另案"]) }
                    Action("withdraw", "撤回", "Withdraw", by: "citizen", to: "WITHDRAWN")
                }
                State("HANDLING", "办理中", "In hand") {
                    Deadline("handle", "办理", "Handle", .workingDays(10))
                    Action("reply", "答复", "Reply", by: "bureau", to: "CLOSED") {
                        Field("reply", "答复", "Reply").required().between(1, 200)
                    }
                }
                Final("CLOSED", "办结", "Closed") {
                    Action("appeal", "申诉", "Appeal", by: "citizen", to: "HANDLING") {
                        Field("ground", "理由", "Ground")
                    }
                }
                Final("WITHDRAWN", "撤回", "Withdrawn")
            }
            Suspends(in: "RECEIVED", "HANDLING", by: "bureau", deciders: "head")
            Merging(by: "bureau", with: ["report"], answerField: "reply")
            Rating(
                by: "citizen",
                callBack: ["callback"],
                rework: ReworkDeclaration(item: "redo", callBackBy: ["callback"])
            )
            Attachments(.pdf, .txt, .png, countLimit: 3)
        }
    }

    static func daemon(limits: EngineLimits = EngineLimits()) throws -> TestDaemon {
        try TestDaemon(self.definition, at: self.start, limits: limits)
    }

    static func complaint(
        _ daemon: TestDaemon,
        by person: PersonView = Hotline.li,
        _ data: JSONObject = [:]
    ) async throws -> String {
        var form: JSONObject = ["matter": "噪声"]
        for member in data { form[member.name] = member.value }
        return try await daemon.open("complaint", as: person, form)
    }

    static func complaints(_ count: Int, _ daemon: TestDaemon) async throws -> [String] {
        var numbers: [String] = []
        for index in 0..<count {
            numbers.append(try await self.complaint(daemon, by: .person("citizen\(index)", "citizen")))
        }
        return numbers
    }

    /// A complaint that was accepted and answered.
    static func closed(_ daemon: TestDaemon, by person: PersonView = Hotline.li, _ data: JSONObject = [:]) async throws
        -> String
    {
        let number = try await self.complaint(daemon, by: person, data)
        try await self.close(number, daemon)
        return number
    }

    static func close(_ number: String, _ daemon: TestDaemon) async throws {
        try await daemon.act(number, "accept", as: self.clerk)
        try await daemon.act(number, "reply", as: self.clerk, ["reply": "已处理"])
    }
}

/// The code of the refusal a call ends with; `nil` when it is taken.
func code(_ call: () async throws -> Void) async throws -> String? {
    switch try await refusal(call) {
    case nil: nil
    case .refused(let refusal): refusal.code
    case .conflict: "CONFLICT"
    case .tooLarge(let field, _): "TOO_LARGE \(field)"
    case .invalid(let field, _): "INVALID \(field)"
    case .invalidForm(let faults): faults.map { "\($0.field): \($0.code)" }.joined(separator: ", ")
    case .noSuchCase: "NO_SUCH_CASE"
    case let error?: "\(error)"
    }
}
