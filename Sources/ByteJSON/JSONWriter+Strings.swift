// SPDX-License-Identifier: Apache-2.0

extension JSONWriter {
    public mutating func write(_ value: String) {
        var value = value
        value.withUTF8 { bytes in self.writeString(bytes) }
    }

    /// Writes a string; only `"`, `\` and control characters are escaped.
    private mutating func writeString(_ bytes: UnsafeBufferPointer<UInt8>) {
        // Room for eight bytes more than there are, so that the last few can be stored as one word.
        self.beginValue(bytes.count &+ 10)
        self.put(UInt8(ascii: "\""))
        guard let start = bytes.baseAddress else {
            self.put(UInt8(ascii: "\""))
            return
        }
        let end = bytes.count
        var index = 0
        while index < end {
            while index &+ 8 <= end {
                let word = Words.load(start + index)
                let mask = Words.special(word)
                // What is stored beyond the first special byte is overwritten by what comes next.
                UnsafeMutableRawPointer(self.base + self.length).storeBytes(of: word.littleEndian, as: UInt64.self)
                if mask != 0 {
                    let plain = Words.first(mask)
                    self.length &+= plain
                    index &+= plain
                    break
                }
                self.length &+= 8
                index &+= 8
            }
            guard index < end else { break }
            let byte = start[index]
            index &+= 1
            if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
                self.put(byte)
            } else {
                self.ensure(end &- index &+ 16)
                self.putEscape(of: byte)
            }
        }
        self.put(UInt8(ascii: "\""))
    }

    private mutating func putEscape(of byte: UInt8) {
        self.put(UInt8(ascii: "\\"))
        switch byte {
        case 0x22, 0x5C: self.put(byte)
        case 0x08: self.put(UInt8(ascii: "b"))
        case 0x09: self.put(UInt8(ascii: "t"))
        case 0x0A: self.put(UInt8(ascii: "n"))
        case 0x0C: self.put(UInt8(ascii: "f"))
        case 0x0D: self.put(UInt8(ascii: "r"))
        default:
            self.put(UInt8(ascii: "u"))
            self.put(UInt8(ascii: "0"))
            self.put(UInt8(ascii: "0"))
            self.put(UInt8(ascii: "0") + (byte >> 4))
            let low = byte & 0x0F
            self.put(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
        }
    }
}
