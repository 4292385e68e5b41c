// SPDX-License-Identifier: Apache-2.0

/// A file of Swift code, as the generator writes it.
public struct GeneratedFile: Sendable, Hashable {
    /// The name of the file, without folder.
    public let name: String

    public let text: String
}
