// SPDX-License-Identifier: Apache-2.0

/// What is known, before any data are there, of the value that a name in a rule stands for.
indirect enum JsonLogicShape: Sendable, Hashable {
    /// Nothing is known.
    case any
    /// No object and no array.
    case plain
    case list(of: JsonLogicShape)
    /// An object with these members and, when it is `open`, perhaps others.
    case members([String: JsonLogicShape], isOpen: Bool = false)
}
