// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import NIOCore

extension ByteBuffer {
    /// Writes a JSON string; names of methods and errors need no escapes and are written as they are.
    mutating func writeJSONString(_ string: String) {
        let isPlain = string.utf8.allSatisfy {
            $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
        }
        if isPlain {
            self.writeInteger(UInt8(ascii: "\""))
            self.writeString(string)
            self.writeInteger(UInt8(ascii: "\""))
        } else {
            self.writeBytes(string.jsonBytes())
        }
    }

    mutating func writeExtensions(_ headers: VarlinkHeaders, afterMember: Bool) {
        var needsComma = afterMember
        for entry in headers.entries {
            if needsComma { self.writeInteger(UInt8(ascii: ",")) }
            needsComma = true
            self.writeJSONString(entry.name)
            self.writeInteger(UInt8(ascii: ":"))
            self.writeBytes(entry.value.bytes)
        }
    }
}
