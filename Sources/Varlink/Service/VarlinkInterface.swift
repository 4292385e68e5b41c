// SPDX-License-Identifier: Apache-2.0

import VarlinkIDL

/// An interface that a service offers: its name and its text, as told to whoever asks.
public struct VarlinkInterface: Sendable {
    public let name: String

    /// The definition in the interface definition language, comments included.
    public let description: String

    /// The names of its methods, without that of the interface.
    public let methods: Set<String>

    public init(name: String, description: String, methods: Set<String>) {
        self.name = name
        self.description = description
        self.methods = methods
    }

    /// Takes the name and the methods from the text.
    ///
    /// - Throws: Where the text is no interface definition, and what was expected there.
    public init(parsing description: String) throws(IDLParseError) {
        let interface = try IDLInterface(parsing: description)
        self.init(
            name: interface.name,
            description: description,
            methods: Set(interface.methods.map(\.name))
        )
    }
}
