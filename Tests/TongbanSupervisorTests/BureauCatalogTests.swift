// SPDX-License-Identifier: Apache-2.0

import Civic
import Glibc
import Testing

@testable import TongbanSupervisor

@Suite("Discovery of plugins")
struct BureauCatalogTests {
    static let good = """
        {"id":"market","name":{"zh":"市场监管局","en":"Market"},"executable":"run"}
        """

    private func plugin(_ manifest: String, in folder: TemporaryFolder, id: String = "market") throws {
        try folder.write("\(id)/bureau.json", manifest)
        try folder.write("\(id)/run", "#!/bin/sh\n", mode: 0o755)
    }

    private func fault(_ manifest: String) throws -> ManifestFault {
        let folder = try TemporaryFolder()
        try self.plugin(manifest, in: folder)
        let catalog = BureauCatalog(discoveringIn: [folder.path])
        #expect(catalog.manifests.isEmpty)
        return try #require(catalog.faults.first)
    }

    @Test("A manifest is read with all it says")
    func whole() throws {
        let folder = try TemporaryFolder()
        try self.plugin(
            """
            {"id":"market","name":{"zh":"市场监管局","en":"Market"},"executable":"run","arguments":["-v"],
             "protocol":{"minimum":1,"maximum":2},"concurrency":8,"queues":{"market.default":2},
             "limits":{"memory":67108864,"files":100,"processes":50,"processorSeconds":60,"denyNetwork":true},
             "restart":{"when":"onFailure","shortestPauseMilliseconds":100,"longestPauseSeconds":5,"failures":3,
                        "windowSeconds":30,"stableSeconds":20}}
            """,
            in: folder
        )
        let catalog = BureauCatalog(discoveringIn: [folder.path])
        #expect(catalog.faults.isEmpty)
        let manifest = try catalog.manifest(of: "market")
        #expect(manifest.executable == folder.path + "/market/run")
        #expect(manifest.arguments == ["-v"] && manifest.protocolVersions == 1...2 && manifest.concurrency == 8)
        #expect(manifest.queues == ["market.default": 2])
        #expect(
            manifest.limits
                == ProcessLimits(memory: 64 << 20, files: 100, processes: 50, processorSeconds: 60, denyNetwork: true)
        )
        #expect(
            manifest.restart
                == RestartPolicy(
                    occasion: .onFailure,
                    shortestPause: .milliseconds(100),
                    longestPause: .seconds(5),
                    failures: 3,
                    window: .seconds(30),
                    stable: .seconds(20)
                )
        )
    }

    @Test("kubeapps #3722: one bad folder hides none of the good, and its fault is told")
    func oneBad() throws {
        let folder = try TemporaryFolder()
        try self.plugin(Self.good, in: folder)
        try self.plugin("{", in: folder, id: "broken")
        try folder.write("empty/readme", "")
        try folder.write("stray.txt", "")
        let catalog = BureauCatalog(discoveringIn: [folder.path, folder.path + "/nowhere"])
        #expect(catalog.manifests.map(\.id) == ["market"])
        #expect(catalog.faults.map(\.bureau) == ["*", "broken", "empty"])
        #expect(catalog.faults.map(\.code) == [.unreadable, .notJSON, .noManifest])
    }

    @Test("apple/container #571: 'not found' says where it was looked and what is there, or what is wrong with it")
    func notFound() throws {
        let folder = try TemporaryFolder()
        try self.plugin(Self.good, in: folder)
        try self.plugin("[]", in: folder, id: "medical")
        let catalog = BureauCatalog(discoveringIn: [folder.path])
        let missing = try #require(throws: ManifestFault.self) { try catalog.manifest(of: "congress") }
        #expect(missing.code == .unknownBureau)
        #expect(missing.message.en.contains(folder.path) && missing.message.en.contains("market"))
        let faulty = try #require(throws: ManifestFault.self) { try catalog.manifest(of: "medical") }
        #expect(faulty.code == .invalidMember && faulty.path == folder.path + "/medical/bureau.json")
    }

    @Test(
        "Each fault of a manifest is told with the member it is in",
        arguments: [
            (#"{"name":{"zh":"a","en":"b"},"executable":"run"}"#, ManifestFault.Code.invalidMember, "id is missing"),
            (#"{"id":"medical","name":{"zh":"a","en":"b"},"executable":"run"}"#, .wrongFolder, "medical"),
            (#"{"id":"market","name":{"zh":"a"},"executable":"run"}"#, .invalidMember, "name.en is missing"),
            (#"{"id":"market","name":{"zh":"a","en":"b"},"executable":"../run"}"#, .executableOutside, "../run"),
            (#"{"id":"market","name":{"zh":"a","en":"b"},"executable":"/bin/true"}"#, .executableOutside, "/bin/true"),
            (#"{"id":"market","name":{"zh":"a","en":"b"},"executable":"gone"}"#, .executableMissing, "not there"),
            (#"{"id":"market","name":{"zh":"a","en":"b"},"executable":"bureau.json"}"#, .notExecutable, "chmod"),
            (
                #"{"id":"market","name":{"zh":"a","en":"b"},"executable":"run","limit":{}}"#, .invalidMember,
                "limit is not a known member"
            ),
            (
                #"{"id":"market","name":{"zh":"a","en":"b"},"executable":"run","limits":{"memory":"1G"}}"#,
                .invalidMember, "limits.memory must be a whole number"
            ),
            (
                #"{"id":"market","name":{"zh":"a","en":"b"},"executable":"run","arguments":["a",1]}"#, .invalidMember,
                "arguments[1] must be a string"
            ),
            (
                #"{"id":"market","name":{"zh":"a","en":"b"},"executable":"run","protocol":{"minimum":3,"maximum":2}}"#,
                .invalidMember, "protocol.maximum"
            ),
        ]
    )
    func faults(manifest: String, code: ManifestFault.Code, part: String) throws {
        let fault = try self.fault(manifest)
        #expect(fault.code == code)
        #expect(fault.message.en.contains(part))
        #expect(!fault.message.zh.isEmpty)
    }

    @Test("A manifest of 64 KiB is read, one byte more is refused")
    func size() throws {
        let padding = String(repeating: " ", count: ManifestReader.largest - Self.good.utf8.count)
        let folder = try TemporaryFolder()
        try self.plugin(Self.good + padding, in: folder)
        #expect(BureauCatalog(discoveringIn: [folder.path]).manifests.count == 1)
        #expect(try self.fault(Self.good + padding + " ").code == .tooLarge)
    }

    @Test("An absolute path is allowed where the configuration says so")
    func outside() throws {
        let folder = try TemporaryFolder()
        try self.plugin(Self.good.replacing("\"run\"", with: "\"/bin/true\""), in: folder)
        let catalog = BureauCatalog(discoveringIn: [folder.path], allowExecutableOutside: true)
        #expect(catalog.manifests.first?.executable == "/bin/true")
    }

    @Test(
        "Only root and the daemon's user may own what is started, and nobody else may change it",
        arguments: [
            (0, 0, 0o100755, true), (997, 997, 0o100755, true), (1000, 1000, 0o100755, false),
            (0, 0, 0o100757, false), (0, 50, 0o100775, false), (0, 0, 0o100775, true), (997, 997, 0o100775, true),
            (0, 0, 0o041777, true), (0, 0, 0o040777, false),
        ] as [(UInt32, UInt32, UInt32, Bool)]
    )
    func trust(owner: UInt32, group: UInt32, mode: UInt32, isTrusted: Bool) {
        let objection = FileTrust(owners: [0, 997]).objection(to: "/x", owner: owner, group: group, mode: mode)
        #expect((objection == nil) == isTrusted)
    }

    @Test(
        "A program that anybody could change is not started",
        arguments: ["market/run", "market/bureau.json", "market"]
    )
    func writable(name: String) throws {
        let folder = try TemporaryFolder()
        try self.plugin(Self.good, in: folder)
        chmod(folder.path + "/" + name, 0o777)
        let fault = try #require(BureauCatalog(discoveringIn: [folder.path]).faults.first)
        #expect(fault.code == .untrusted && fault.path == folder.path + "/" + name)
    }

    @Test(
        "Ids are plain",
        arguments: [
            ("market", true), ("a", true), ("a-1", true), ("", false), ("1a", false), ("a-", false), ("A", false),
            ("a.b", false), ("..", false), (String(repeating: "a", count: 32), true),
            (String(repeating: "a", count: 33), false),
        ]
    )
    func ids(id: String, isValid: Bool) {
        #expect(BureauManifest.isValid(id: id) == isValid)
    }
}
