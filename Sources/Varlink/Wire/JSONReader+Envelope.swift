// SPDX-License-Identifier: Apache-2.0

import ByteJSON

extension JSONReader {
    /// Reads a flag; `null` counts as absent and so as `false`.
    mutating func readFlag() throws(JSONError) -> Bool {
        if try self.readNullIfPresent() { return false }
        return try self.readBool()
    }

    /// Reads the `parameters` member, an object; absent, `null` and empty mean the same.
    mutating func readParameters() throws(JSONError) -> RawJSON? {
        let kind = try self.nextKind()
        if kind == .null {
            try self.readNull()
            return nil
        }
        guard kind == .object else {
            throw JSONError(.wrongType(expected: .object, found: kind), offset: self.offset, path: "parameters")
        }
        let parameters = try self.readRaw()
        return parameters.isEmptyObject ? nil : parameters
    }

    /// Reads a vendor's member; for a member that is nobody's, goes past it.
    ///
    /// - Returns: The name of a member that is nobody's.
    mutating func readExtension(into headers: inout VarlinkHeaders) throws(JSONError) -> String? {
        let name = self.memberName
        guard name.utf8.contains(UInt8(ascii: ".")) else {
            try self.skipValue()
            return name
        }
        guard headers[name] == nil else { throw JSONError(.duplicateMember, offset: self.offset, path: name) }
        let kind = try self.nextKind()
        guard kind == .object else {
            throw JSONError(.wrongType(expected: .object, found: kind), offset: self.offset, path: name)
        }
        headers[name] = try self.readRaw()
        return nil
    }
}

extension RawJSON {
    /// Whether this is an object with no members. The text is known to be well-formed.
    var isEmptyObject: Bool {
        let bytes = self.bytes
        guard bytes.first == UInt8(ascii: "{") else { return false }
        return bytes.dropFirst().first { $0 > 0x20 } == UInt8(ascii: "}")
    }
}
