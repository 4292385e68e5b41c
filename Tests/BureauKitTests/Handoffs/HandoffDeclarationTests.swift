// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import Testing
import TongbanModel

@Suite("Declarations of hand-offs")
struct HandoffDeclarationTests {
    private static func bureau(_ handoff: Handoff, naming named: String = "fence") -> BureauDeclaration {
        BureauDefinition("town", "镇", "Town", about: ("测试。", "A test."), prefix: "ZZ") {
            Role("clerk", "科员", "Clerk")
            handoff
            Item("matter", "事项", "Matter", about: ("一件事。", "A matter."), openedBy: ["clerk"]) {
                Form { Field("place", "地点", "Place") }
                Flow {
                    State("OPEN", "办理", "Open") {
                        Action("hand", "移交", "Hand on", by: "clerk", to: "DONE") {
                            Field("request", "请求", "Request").required()
                            HandsOver(named, request: given("request"))
                        }
                    }.untimed()
                    Final("DONE", "办结", "Done")
                }
            }
        }.declaration
    }

    private static func fence(
        _ id: String = "fence",
        to: String = "water",
        sharing: [String] = ["place"]
    ) -> Handoff {
        Handoff(id, "加装护栏", "Fence", to: to, "水利局", "Water office", sharing: sharing)
    }

    private static func faults(_ bureau: BureauDeclaration) -> [String] {
        DeclarationCheck.faults(in: bureau).map { "\($0.place): \($0.message.en)" }
    }

    @Test("A hand-off that is well declared has no fault")
    func well() {
        #expect(Self.faults(Self.bureau(Self.fence())).isEmpty)
        let longest = String(repeating: "a", count: 64)
        #expect(Self.faults(Self.bureau(Self.fence(longest), naming: longest)).isEmpty)
    }

    @Test("A flow that hands on what nobody declared is refused where it is declared")
    func undeclared() {
        #expect(
            Self.faults(Self.bureau(Self.fence(), naming: "lamp")) == ["matter/OPEN: no hand-off lamp is declared"]
        )
    }

    @Test("Each fault of a hand-off is named")
    func faults() {
        let tooLong = String(repeating: "a", count: 65)
        #expect(
            Self.faults(Self.bureau(Self.fence(tooLong), naming: tooLong))
                == ["handoff/\(tooLong): an id has 1 to 64 of a-z, 0-9, - and _"]
        )
        #expect(
            Self.faults(Self.bureau(Self.fence(to: "Water"))) == [
                "handoff/fence: an id has 1 to 64 of a-z, 0-9, - and _"
            ]
        )
        #expect(
            Self.faults(Self.bureau(Self.fence(to: "town"))) == ["handoff/fence: a bureau cannot hand on to itself"]
        )
        #expect(
            Self.faults(Self.bureau(Self.fence(sharing: ["depth"]))) == ["handoff/fence: there is no field depth"]
        )
        var twice = Self.bureau(Self.fence())
        twice.handoffs = Array(repeating: twice.handoffs?.first, count: 2).compactMap { $0 }
        #expect(Self.faults(twice) == ["handoff/fence: this hand-off is declared twice"])
        var limit = Self.bureau(Self.fence())
        limit.handoffs?[0].limit = "soon"
        #expect(Self.faults(limit) == ["handoff/fence: soon is no limit"])
    }

    @Test("The effect of handing on reads back as it was written", arguments: [nil, HandoffUrgency.life])
    func effect(_ urgency: HandoffUrgency?) throws {
        let effect = Effect.handOff("fence", request: "加装", urgency: urgency)
        #expect(try Effect(json: effect.json) == effect)
    }

    @Test("An effect of handing on with an unknown urgency is refused")
    func badEffect() {
        let json: JSON = ["effect": "handoff", "handoff": "fence", "request": "加装", "urgency": "SOON"]
        #expect(throws: EffectError.self) { try Effect(json: json) }
    }
}
