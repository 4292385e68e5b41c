// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import NIOCore

extension VarlinkReply {
    /// Reads a reply from the bytes of one message, without the NUL that ended it.
    init(decoding message: UnsafeRawBufferPointer, limits: JSONLimits) throws(VarlinkProtocolViolation) {
        self.init()
        var reply = VarlinkReply()
        var unknown: String?
        do throws(JSONError) {
            try JSONReader.read(message, limits: limits) { reader throws(JSONError) in
                var seen = SeenMembers()
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("parameters") {
                        try seen.insert(.parameters, &reader)
                        reply.parameters = try reader.readParameters()
                    } else if reader.isMember("continues") {
                        try seen.insert(.continues, &reader)
                        reply.continues = try reader.readFlag()
                    } else if reader.isMember("error") {
                        try reader.readNullableMember(into: &reply.error)
                    } else {
                        unknown = try reader.readExtension(into: &reply.headers) ?? unknown
                    }
                }
            }
        } catch {
            throw .malformed(error)
        }
        if let unknown { throw .unknownMember(unknown) }
        if reply.continues, reply.error != nil { throw .continuesWithError }
        self = reply
    }

    /// Appends the message and the NUL that ends it.
    func encode(into buffer: inout ByteBuffer) {
        var hasMember = false
        if let error = self.error {
            buffer.writeStaticString("{\"error\":")
            buffer.writeJSONString(error)
            hasMember = true
        }
        if let parameters = self.parameters {
            buffer.writeStaticString(hasMember ? ",\"parameters\":" : "{\"parameters\":")
            buffer.writeBytes(parameters.bytes)
            hasMember = true
        }
        if self.continues {
            buffer.writeStaticString(hasMember ? ",\"continues\":true" : "{\"continues\":true")
            hasMember = true
        }
        if !hasMember { buffer.writeStaticString("{") }
        buffer.writeExtensions(self.headers, afterMember: hasMember)
        buffer.writeStaticString("}\0")
    }
}
