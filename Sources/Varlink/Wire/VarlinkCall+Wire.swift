// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import NIOCore

extension VarlinkCall {
    /// Reads a call from the bytes of one message, without the NUL that ended it.
    init(decoding message: UnsafeRawBufferPointer, limits: JSONLimits) throws(VarlinkProtocolViolation) {
        var method: String?
        var parameters: RawJSON?
        var flags = Flags()
        var headers = VarlinkHeaders()
        var unknown: String?
        do throws(JSONError) {
            try JSONReader.read(message, limits: limits) { reader throws(JSONError) in
                var seen = SeenMembers()
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("method") {
                        try reader.readMember(into: &method)
                    } else if reader.isMember("parameters") {
                        try seen.insert(.parameters, &reader)
                        parameters = try reader.readParameters()
                    } else if reader.isMember("oneway") {
                        try seen.insert(.oneway, &reader)
                        flags.oneway = try reader.readFlag()
                    } else if reader.isMember("more") {
                        try seen.insert(.more, &reader)
                        flags.more = try reader.readFlag()
                    } else if reader.isMember("upgrade") {
                        try seen.insert(.upgrade, &reader)
                        flags.upgrade = try reader.readFlag()
                    } else {
                        unknown = try reader.readExtension(into: &headers) ?? unknown
                    }
                }
            }
        } catch {
            throw .malformed(error)
        }
        if let unknown { throw .unknownMember(unknown) }
        guard let method, !method.isEmpty else { throw .noMethod }
        guard let mode = flags.mode else { throw .conflictingFlags }
        self.init(method: method, parameters: parameters, mode: mode, headers: headers)
    }

    /// Appends the message and the NUL that ends it.
    func encode(into buffer: inout ByteBuffer) {
        buffer.writeStaticString("{\"method\":")
        buffer.writeJSONString(self.method)
        if let parameters = self.parameters {
            buffer.writeStaticString(",\"parameters\":")
            buffer.writeBytes(parameters.bytes)
        }
        switch self.mode {
        case .single: break
        case .oneway: buffer.writeStaticString(",\"oneway\":true")
        case .more: buffer.writeStaticString(",\"more\":true")
        case .upgrade: buffer.writeStaticString(",\"upgrade\":true")
        }
        buffer.writeExtensions(self.headers, afterMember: true)
        buffer.writeStaticString("}\0")
    }

    private struct Flags {
        var oneway = false
        var more = false
        var upgrade = false

        /// `nil` when more than one is set.
        var mode: VarlinkCallMode? {
            switch (self.oneway, self.more, self.upgrade) {
            case (false, false, false): .single
            case (true, false, false): .oneway
            case (false, true, false): .more
            case (false, false, true): .upgrade
            default: nil
            }
        }
    }
}
