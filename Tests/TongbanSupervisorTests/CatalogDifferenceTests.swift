// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TongbanSupervisor

@Suite("Plugins found again")
struct CatalogDifferenceTests {
    private let folder: TemporaryFolder

    init() throws {
        self.folder = try TemporaryFolder()
        try self.write("market")
        try self.write("medical")
    }

    private func write(_ id: String, concurrency: Int = 4) throws {
        try self.folder.write(
            "plugins/\(id)/bureau.json",
            #"{"id":"\#(id)","name":{"zh":"局","en":"Bureau"},"executable":"run","concurrency":\#(concurrency)}"#
        )
        try self.folder.write("plugins/\(id)/run", "#!/bin/sh\n", mode: 0o755)
    }

    private func catalog() -> BureauCatalog { BureauCatalog(discoveringIn: [self.folder.path + "/plugins"]) }

    @Test("nothing is done when nothing has changed")
    func same() {
        let catalog = self.catalog()
        #expect(catalog.manifests.map(\.id) == ["market", "medical"])
        let difference = CatalogDifference(from: catalog, to: self.catalog())
        #expect(difference.isEmpty && difference.kept.isEmpty && difference.newFaults.isEmpty)
    }

    @Test("new, changed and removed folders are told apart")
    func changes() throws {
        let before = self.catalog()
        try self.write("congress")
        try self.write("market", concurrency: 5)
        try self.folder.remove("plugins/medical")
        let difference = CatalogDifference(from: before, to: self.catalog())
        #expect(difference.added.map(\.id) == ["congress"])
        #expect(difference.changed.map(\.concurrency) == [5])
        #expect(difference.removed == ["medical"])
        #expect(difference.kept.isEmpty && difference.newFaults.isEmpty && !difference.isEmpty)
    }

    @Test("a plugin whose manifest was broken goes on as it was, and the fault is told once")
    func broken() throws {
        let before = self.catalog()
        try self.folder.write("plugins/market/bureau.json", "{")
        let found = self.catalog()
        let difference = CatalogDifference(from: before, to: found)
        #expect(difference.isEmpty)
        #expect(difference.kept == before.manifests.filter { $0.id == "market" })
        #expect(difference.newFaults.map(\.bureau) == ["market"])
        let kept = found.keeping(difference.kept)
        #expect(kept.manifests == before.manifests)
        let again = CatalogDifference(from: kept, to: self.catalog())
        #expect(again.isEmpty && again.newFaults.isEmpty && again.kept.map(\.id) == ["market"])
    }

    @Test("a folder of plugins that is not to be read stops none of them")
    func unreadable() throws {
        let before = self.catalog()
        try self.folder.remove("plugins")
        let difference = CatalogDifference(from: before, to: self.catalog())
        #expect(difference.isEmpty)
        #expect(difference.kept == before.manifests)
        #expect(difference.newFaults.map(\.code) == [.unreadable])
    }
}
