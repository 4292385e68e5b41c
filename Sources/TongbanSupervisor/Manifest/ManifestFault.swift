// SPDX-License-Identifier: Apache-2.0

public import Civic

/// Why a folder is not a plugin that can be started: what is wrong, where it was looked, and what to do.
public struct ManifestFault: Error, Sendable, Hashable {
    /// A stable name for programs.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// The plugins directory or a folder in it cannot be read.
        case unreadable
        /// The folder has no `bureau.json`.
        case noManifest
        /// `bureau.json` is not JSON.
        case notJSON
        /// `bureau.json` is larger than allowed.
        case tooLarge
        /// A member is missing, unknown, or not as it must be.
        case invalidMember
        /// The id is not the name of the folder.
        case wrongFolder
        /// The executable's path is absolute or leads out of the folder, which the configuration does not allow.
        case executableOutside
        /// The executable is not there.
        case executableMissing
        /// The executable is there and is no file that can be executed.
        case notExecutable
        /// The file or a folder it is in belongs to, or can be changed by, somebody who is not trusted.
        case untrusted
        /// No plugin of that name was found.
        case unknownBureau
    }

    public var code: Code
    /// The bureau, as far as it is known: the name of its folder.
    public var bureau: String
    /// The file or folder it is about.
    public var path: String
    public var message: Bilingual

    public init(_ code: Code, bureau: String, path: String, _ message: Bilingual) {
        self.code = code
        self.bureau = bureau
        self.path = path
        self.message = message
    }
}

extension ManifestFault: CustomStringConvertible {
    public var description: String { "\(self.bureau): \(self.message.en) [\(self.path)]" }
}
