// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Chapter: whom cases are about")
struct SubjectsChapter {
    static var definition: BureauDefinition {
        BureauDefinition("benefit", "示例", "Example", about: ("示例。", "An example."), prefix: "BT") {
            Role("clerk", "clerk", "clerk")
            Role("bureau", "bureau", "bureau")
            Role("head", "head", "head")
            Item(
                "benefit",
                "事项",
                "Matter",
                about: ("一件事。", "A matter."),
                openedBy: ["citizen"],
                subject: "applicant",
                contact: "contact"
            ) {
                Form {
                    Field("applicant", "身份证号", "Identity number", .residentID).required()
                    Field("contact", "联系人", "Contact")
                }
                Flow {
                    State("PAID", "发放中", "Paid") {
                        Action("stop", "停发", "Stop", by: "clerk", to: "ENDED")
                        OnEvent("person.deceased", to: "ENDED") { Sets("endedFor", to: "DEAD") }
                        OnEvent("person.moved") { Sets("endsOn", to: given("effective")) }
                    }.untimed()
                    Final("ENDED", "已终结", "Ended")
                }
            }
        }
    }

    @Test("The example does what the chapter says")
    func example() async throws {
        let daemon = try TestDaemon(Self.definition, at: "2022-07-12T09:00:00+08:00")
        let clerk = PersonView.person("clerk", "bureau")
        let head = PersonView.person("head", "head")
        let number = try await daemon.open(
            "benefit",
            as: .person("li", "citizen"),
            ["applicant": "11010519491231002X"]
        )
        try await daemon.tell("11010519491231002X", "person.moved", ["effective": "2022-08-01"])
        #expect(try daemon.data(of: number)["endsOn"] == "2022-08-01")
        try daemon.correct("11010519491231002X", to: "440524188001010014", askedBy: clerk, decidedBy: head)
        #expect(try daemon.numbers(about: "11010519491231002X") == [number])
        try await daemon.tell("440524188001010014", "person.deceased")
        #expect(try daemon.state(of: number) == "ENDED")
    }
}
