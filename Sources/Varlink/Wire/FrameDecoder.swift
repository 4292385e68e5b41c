// SPDX-License-Identifier: Apache-2.0

import Glibc
import NIOCore

/// Cuts a byte stream into messages at the NUL that ends each, however the stream was split or joined.
struct FrameDecoder {
    /// How many bytes a message may have, the NUL not counted.
    let limit: Int

    private var buffer: ByteBuffer?

    /// How many of the readable bytes are known to hold no NUL, so that a message that comes in a thousand pieces is
    /// looked through once.
    private var scanned = 0

    init(limit: Int) {
        self.limit = limit
    }

    /// Whether bytes of a message are here whose end may not be.
    var isEmpty: Bool { self.buffer == nil }

    mutating func append(_ bytes: ByteBuffer) {
        guard bytes.readableBytes > 0 else { return }
        guard var buffer = self.buffer.take() else {
            self.buffer = bytes
            return
        }
        if buffer.readerIndex > 1 << 15 { buffer.discardReadBytes() }
        var bytes = bytes
        buffer.writeBuffer(&bytes)
        self.buffer = buffer
    }

    /// The next whole message, without its NUL; `nil` when there is none yet.
    mutating func next() throws(VarlinkProtocolViolation) -> ByteBuffer? {
        guard var buffer = self.buffer.take() else { return nil }
        let start = self.scanned
        let length = buffer.withUnsafeReadableBytes { bytes -> Int? in
            guard let base = bytes.baseAddress, start < bytes.count else { return nil }
            guard let end = memchr(base + start, 0, bytes.count - start) else { return nil }
            return UnsafeRawPointer(end) - base
        }
        guard let length else {
            guard buffer.readableBytes <= self.limit else { throw .messageTooLarge(limit: self.limit) }
            self.scanned = buffer.readableBytes
            self.buffer = buffer
            return nil
        }
        guard length <= self.limit else { throw .messageTooLarge(limit: self.limit) }
        let message = buffer.readSlice(length: length)
        buffer.moveReaderIndex(forwardBy: 1)
        self.scanned = 0
        self.buffer = buffer.readableBytes > 0 ? buffer : nil
        return message
    }

    /// Everything that is here, cut or not: after an upgrade it belongs to another protocol.
    mutating func takeRemaining() -> ByteBuffer? {
        self.scanned = 0
        return self.buffer.take()
    }
}
