// SPDX-License-Identifier: Apache-2.0

import BureauKit
import BureauTesting
import Testing
import TongbanEngine
import TongbanModel

@Suite("Chapter: the shared index")
struct SubjectIndexChapter {
    static var definition: BureauDefinition {
        BureauDefinition("aid", "救助", "Aid", about: ("示例。", "An example."), prefix: "ZZ") {
            Role("clerk", "科员", "Clerk")
            Tag("certified", "持证", "Certified", by: "clerk", isShared: true)
            Reacts(to: "person.deceased", submits: "stop.payments")
            Handler("stop.payments", "停发", "Stop payments") { task, _ in
                guard let subject = task.payload["subject"]?.stringValue else { return [] }
                return [.tag("certified", subject: subject, on: false)]
            }
        }
    }

    @Test("The example does what the chapter says")
    func example() async throws {
        let daemon = try TestDaemon(Self.definition, at: "2022-07-12T09:00:00+08:00")
        let clerk = PersonView.person("clerk", "aid:clerk")
        try await daemon.put(card: "11010519491231002X", name: "张三", area: "340604100201")
        try await daemon.tag("11010519491231002X", "certified", as: clerk)
        #expect(try daemon.cards(.tag("aid.certified")).map(\.name) == ["张三"])
        try await daemon.tell("11010519491231002X", "person.deceased", ["on": "2022-07-12"])
        #expect(try daemon.card("11010519491231002X")?.status == .gone)
        #expect(try daemon.cards(.tag("aid.certified")).isEmpty)
    }
}
