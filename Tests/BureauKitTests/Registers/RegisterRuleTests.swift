// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Registers: rules, values no two records share, and rules that ask registers")
struct RegisterRuleTests {
    static let clerk = PersonView.person("clerk", "club:clerk")

    /// - Parameter unique: what no two crews have in common.
    static func club(_ unique: [Unique] = [Unique(each: "boss", "people")], asks field: String = "people")
        -> BureauDefinition
    {
        BureauDefinition("club", "社团", "Club", about: ("测试。", "A test."), prefix: "ST") {
            Role("clerk", "科员", "Clerk")
            Register("crew", "小组", "Crews", key: "no", unique: unique) {
                Field("no", "编号", "Number").required()
                Field("boss", "组长", "Boss").required()
                Field("people", "组员", "People", .texts)
                Field("secret", "密语", "Secret").sensitive()
                Field("from", "起", "From", .date)
                Field("to", "止", "To", .date)
                Requires(
                    "ORDER",
                    !value("to").exists || value("from") <= value("to"),
                    "先起后止。",
                    "it ends after it begins"
                )
            }
            Item("trip", "出行", "Trip", about: ("出行。", "A trip."), openedBy: ["clerk"]) {
                Form {
                    Field("crew", "小组", "Crew").required()
                    Field("people", "人数", "People", .integer).required()
                    Requires("NO_CREW", isRegistered("crew", form("crew")), "没有这个小组。", "there is no such crew")
                    Requires(
                        "TOO_MANY",
                        form("people") <= registered("crew", form("crew"), field).count,
                        "人数过多。",
                        "too many people"
                    )
                }
                Flow {
                    State("OPEN", "开", "Open") { Action("close", "办结", "Close", by: "clerk", to: "DONE") }.untimed()
                    Final("DONE", "办结", "Done")
                }
            }
        }
    }

    private static func crew(_ number: String, _ boss: String, _ people: [String] = []) -> JSONObject {
        ["no": .string(number), "boss": .string(boss), "people": .array(people.map(JSON.string))]
    }

    @Test(
        "each value and each element of a list is in one record only, whichever field it stands in; in its own as often as it likes"
    )
    func each() throws {
        let daemon = try TestDaemon(Self.club(), at: "2022-07-12T09:00:00+08:00")
        try daemon.put("crew", "1", Self.crew("1", "a", ["a", "b"]))
        for taken in [Self.crew("2", "b"), Self.crew("2", "c", ["c", "a"]), Self.crew("2", "a", ["x"])] {
            let refused = #expect(throws: EngineError.self) { try daemon.put("crew", "2", taken) }
            #expect(refused?.refusalCode == "DUPLICATE")
        }
        try daemon.put("crew", "1", Self.crew("1", "a", ["a", "c"]))
        try daemon.put("crew", "2", Self.crew("2", "b"))
        try daemon.put("crew", "2", Self.crew("2", "b", ["d"]))
    }

    @Test("a record that does not obey a rule of its register is refused with the rule's code")
    func rule() throws {
        let daemon = try TestDaemon(Self.club(), at: "2022-07-12T09:00:00+08:00")
        var record = Self.crew("1", "a")
        record["from"] = "2022-07-12"
        try daemon.put("crew", "1", record)
        record["to"] = "2022-07-11"
        let refused = #expect(throws: EngineError.self) { try daemon.put("crew", "1", record) }
        #expect(refused?.refusalCode == "ORDER")
        record["to"] = "2022-07-12"
        try daemon.put("crew", "1", record)
    }

    @Test("a rule of opening asks a register; what is not there is null")
    func asking() async throws {
        let daemon = try TestDaemon(Self.club(), at: "2022-07-12T09:00:00+08:00")
        try daemon.put("crew", "1", Self.crew("1", "a", ["a", "b"]))
        func code(_ crew: JSON, _ people: JSON) async throws -> String? {
            try await refusal { try await daemon.open("trip", as: Self.clerk, ["crew": crew, "people": people]) }?
                .refusalCode
        }
        #expect(try await code("1", 2) == nil)
        #expect(try await code("1", 3) == "TOO_MANY")
        #expect(try await code("2", 1) == "NO_CREW")
    }

    @Test(
        "a declaration that asks for a register or field there is not, or where none can be asked, is refused",
        arguments: [
            ("nothing", "register crew has no field nothing, or it is sensitive")
        ]
    )
    func faults(field: String, fault: String) {
        let faults = DeclarationCheck.faults(in: Self.club(asks: field).declaration)
        #expect(faults.map(\.message.en) == [fault])
    }

    @Test("sensitive fields cannot be kept apart, since indexes are in the open")
    func sensitive() {
        let faults = DeclarationCheck.faults(in: Self.club([Unique(each: "secret")]).declaration)
        #expect(faults.map(\.message.en) == ["the field secret is sensitive and cannot be indexed"])
    }
}
