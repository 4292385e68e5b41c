// SPDX-License-Identifier: Apache-2.0

/// What has to be done with the plugins that run when the folders were looked through again.
public struct CatalogDifference: Sendable, Hashable {
    /// New folders: to be started. Ordered by id.
    public var added: [BureauManifest] = []
    /// Their manifest says something else: to be stopped, and started as it says. Ordered by id.
    public var changed: [BureauManifest] = []
    /// Their folder is gone: to be stopped. Ordered.
    public var removed: [String] = []
    /// Their folder cannot be used or not be looked into: they go on as they were read before. Ordered by id.
    public var kept: [BureauManifest] = []
    /// What was not wrong before.
    public var newFaults: [ManifestFault] = []

    public var isEmpty: Bool { self.added.isEmpty && self.changed.isEmpty && self.removed.isEmpty }

    public init(from old: BureauCatalog, to new: BureauCatalog) {
        let before = Dictionary(uniqueKeysWithValues: old.manifests.map { ($0.id, $0) })
        let after = Dictionary(uniqueKeysWithValues: new.manifests.map { ($0.id, $0) })
        for manifest in new.manifests {
            switch before[manifest.id] {
            case nil: self.added.append(manifest)
            case manifest?: break
            case _?: self.changed.append(manifest)
            }
        }
        for manifest in old.manifests where after[manifest.id] == nil {
            let isFaulty = new.faults.contains { fault in
                fault.bureau == manifest.id
                    || fault.code == .unreadable && manifest.folder.hasPrefix(fault.path + "/")
            }
            if isFaulty { self.kept.append(manifest) } else { self.removed.append(manifest.id) }
        }
        self.newFaults = new.faults.filter { !old.faults.contains($0) }
    }
}
