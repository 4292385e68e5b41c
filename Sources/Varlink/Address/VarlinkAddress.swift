// SPDX-License-Identifier: Apache-2.0

/// Where a service is to be found (UAPI.20, "Service Addresses").
public enum VarlinkAddress: Sendable, Hashable {
    /// `unix:/path`
    case path(String)

    /// `unix:@name`: Linux's abstract namespace, which has no access control.
    case abstract(String)

    /// `exec:COMMAND`: a program that is started for this connection, and its arguments.
    case command([String])

    /// `tcp:host:port`: understood, so that it can be refused by name.
    case tcp(host: String, port: UInt16)

    /// Reads an address; properties after a semicolon are ignored, and a path may stand alone.
    ///
    /// In `exec:COMMAND` the arguments are separated by spaces; no shell reads it.
    public init(_ text: String) throws(VarlinkAddressError) {
        let address = text.prefix { $0 != ";" }
        guard !text.utf8.contains(0) else { throw .containsNUL(text) }
        guard !address.isEmpty else { throw .empty(text) }
        if let rest = Self.rest(of: address, after: "unix:") {
            guard !rest.isEmpty, rest != "@" else { throw .empty(text) }
            self = try Self.socket(rest, text)
        } else if let rest = Self.rest(of: address, after: "exec:") {
            let words = rest.split(separator: " ").map(String.init)
            guard !words.isEmpty else { throw .empty(text) }
            self = .command(words)
        } else if let rest = Self.rest(of: address, after: "tcp:") {
            self = try Self.hostAndPort(rest, text)
        } else if address.first == "/" || address.hasPrefix("./") || address.hasPrefix("../") {
            self = try Self.socket(address, text)
        } else if address.first == "@", address.count > 1 {
            self = try Self.socket(address, text)
        } else {
            throw .unknownScheme(text)
        }
    }

    /// What the address of a Unix socket holds, without the NUL that ends a path or begins an abstract name.
    static let socketLimit = 107

    private static func rest(of address: Substring, after scheme: String) -> Substring? {
        address.hasPrefix(scheme) ? address.dropFirst(scheme.count) : nil
    }

    private static func socket(_ rest: Substring, _ text: String) throws(VarlinkAddressError) -> VarlinkAddress {
        let isAbstract = rest.first == "@"
        let name = isAbstract ? rest.dropFirst() : rest
        guard name.utf8.count <= Self.socketLimit else { throw .tooLong(text, limit: Self.socketLimit) }
        return isAbstract ? .abstract(String(name)) : .path(String(name))
    }

    private static func hostAndPort(_ rest: Substring, _ text: String) throws(VarlinkAddressError) -> VarlinkAddress {
        guard let colon = rest.lastIndex(of: ":"), let port = UInt16(rest[rest.index(after: colon)...]) else {
            throw .malformedHostAndPort(text)
        }
        var host = rest[..<colon]
        if host.first == "[", host.last == "]" { host = host.dropFirst().dropLast() }
        guard !host.isEmpty else { throw .malformedHostAndPort(text) }
        return .tcp(host: String(host), port: port)
    }
}

extension VarlinkAddress: CustomStringConvertible {
    public var description: String {
        switch self {
        case .path(let path): "unix:" + path
        case .abstract(let name): "unix:@" + name
        case .command(let words): "exec:" + words.joined(separator: " ")
        case .tcp(let host, let port): host.contains(":") ? "tcp:[\(host)]:\(port)" : "tcp:\(host):\(port)"
        }
    }
}
