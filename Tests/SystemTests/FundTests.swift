// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Foundation
import Testing
import TongbanTestSupport

@Suite("tongbanctl: funds", .timeLimit(.minutes(5)))
struct FundTests {
    private static let persons = """
        {"persons": [
            {"id": "can", "name": "残", "roles": ["disability:bureau"]},
            {"id": "yi", "name": "医", "roles": ["medical:bureau"]}
        ]}
        """

    @Test("a budget is raised, lowered to what is left and not below, read as a ledger, and adds up")
    func whole() async throws {
        let rig = try DaemonRig()
        try rig.install("disability", "DisabilityBureau")
        _ = try rig.folder.makeFolder("seed")
        try rig.folder.write("seed/persons.json", Self.persons)
        let daemon = try await rig.start(clock: "2022-07-12T09:00:00+08:00")
        defer { withExtendedLifetime(daemon) {} }
        #expect(try await rig.control("seed", "load", rig.folder.path + "/seed").status == 0)

        func fund(_ words: String...) async throws -> RunningProgram.Report {
            try await rig.control(["fund"] + words)
        }
        let before = try await fund("list")
        #expect(before.status == 0 && before.output.contains("home") && before.output.contains("2022"), "\(before)")
        let raised = try await fund("budget", "disability", "home", "600000.50", "--reason", "预算")
        #expect(raised.status == 0 && raised.output.contains("600000.50"), "\(raised)")
        let odd = try await fund("budget", "disability", "home", "1.005", "--reason", "预算")
        #expect(odd.status == 2, "\(odd)")
        let low = try await fund("budget", "disability", "home", "--reason", "调减", "--", "-600000.51")
        #expect(low.status == 1 && low.errors.contains("[OVERDRAWN]"), "\(low)")
        let all = try await fund("budget", "disability", "home", "--reason", "调减", "--", "-600000.50")
        #expect(all.status == 0, "\(all)")
        let none = try await fund("budget", "disability", "none", "1", "--reason", "预算")
        #expect(none.status == 1 && none.errors.contains("[NO_FUND]"), "\(none)")

        let ledger = try await rig.control(["--json", "--as", "can", "fund", "ledger", "disability", "home"])
        let json = try JSON(parsing: ledger.output)
        let amounts = json["entries"]?.arrayValue?.compactMap { $0["amount"]?.integerValue }
        #expect(amounts == [60_000_050, -60_000_050], "\(ledger)")
        #expect(json["account"]?["balance"] == 0)
        let page = try await fund("ledger", "disability", "home", "--limit", "1")
        #expect(page.output.contains("--after 1"), "\(page)")
        #expect(try await fund("check", "disability", "home").status == 0)
        #expect(try await fund("payments", "--bureau", "disability", "--fund", "home", "--waiting").status == 0)

        let stranger = try await rig.control(["--as", "yi", "fund", "ledger", "disability", "home"])
        #expect(stranger.status == 1 && stranger.errors.contains("[ROLE]"), "\(stranger)")
        let staff = try await rig.control([
            "--as", "can", "fund", "budget", "disability", "home", "1", "--reason", "预算",
        ])
        #expect(staff.status == 1 && staff.errors.contains("[SUPERVISOR]"), "\(staff)")
        let nothing = try await rig.control(["--as", "can", "fund", "recover", "CL-1", "1", "--reason", "退"])
        #expect(nothing.status != 0, "\(nothing)")
    }
}
