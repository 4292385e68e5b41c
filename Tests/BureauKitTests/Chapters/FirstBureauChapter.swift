// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Chapter: a first bureau")
struct FirstBureauChapter {
    static let definition = BureauDefinition(
        "library",
        "图书馆",
        "Library",
        about: ("办理借书证。", "Issues reader's cards."),
        prefix: "TS"
    ) {
        Role("desk", "服务台", "Desk")
        Item(
            "card",
            "借书证",
            "Reader's card",
            about: ("申请借书证,三个工作日内办结。", "A reader's card, issued in three working days."),
            openedBy: ["citizen"],
            unique: ["reader"],
            subject: "reader"
        ) {
            Form {
                Field("reader", "读者", "Reader", .personName).required()
            }
            Flow {
                State("ASKED", "已申请", "Asked for") {
                    Deadline("issue", "发证", "Issue", .workingDays(3), source: "读者服务承诺")
                    Action("issue", "发证", "Issue", by: "desk", to: "ISSUED", notBy: ["open"])
                }
                Final("ISSUED", "已发证", "Issued")
            }
        }
    }

    @Test("The example does what the chapter says")
    func example() async throws {
        let daemon = try TestDaemon(FirstBureauChapter.definition, at: "2022-07-12T09:00:00+08:00")
        let number = try await daemon.open("card", as: .person("li", "citizen"), ["reader": "张三"])
        #expect(number == "TS-20220712-000001")
        #expect(try daemon.due("issue", of: number) == .end(of: "2022-07-15"))
        try await daemon.act(number, "issue", as: .person("wang", "desk"))
        #expect(try daemon.state(of: number) == "ISSUED")
    }
}
