// SPDX-License-Identifier: Apache-2.0

/// Why the store could not do what it was asked.
public struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
    public struct Code: Sendable, Hashable {
        private enum Known: Sendable, Hashable {
            case full, inputOutput, readOnly, corrupt, newer, busy, misuse, other
        }
        private let known: Known
        /// No space is left.
        public static let full = Code(known: .full)
        /// Reading, writing or syncing failed.
        public static let inputOutput = Code(known: .inputOutput)
        /// The file or the file system cannot be written.
        public static let readOnly = Code(known: .readOnly)
        /// The file is damaged.
        public static let corrupt = Code(known: .corrupt)
        /// The file was written by a newer version.
        public static let newer = Code(known: .newer)
        /// Another process holds the file.
        public static let busy = Code(known: .busy)
        /// The store was used against its contract.
        public static let misuse = Code(known: .misuse)
        public static let other = Code(known: .other)
    }

    public var code: Code
    /// What the database or the system said.
    public var message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    public var description: String { self.message }
}
