// SPDX-License-Identifier: Apache-2.0

import Civic
import Crypto
import TongbanModel

/// A file of records for a register, which can be read on any thread.
public struct RegisterFile: Sendable {
    public var bytes: [UInt8]
    /// `nil` to find it out: by the mark of UTF-8, else UTF-8 when all of it is, else GB18030.
    public var encoding: TextEncoding?
    public var register: BureauDeclaration.Register
    /// The day on which dates of birth and the like are judged.
    public var today: CivilDay
    public var limits: RegisterImport.Limits

    public init(
        bytes: [UInt8],
        encoding: TextEncoding?,
        register: BureauDeclaration.Register,
        today: CivilDay,
        limits: RegisterImport.Limits = RegisterImport.Limits()
    ) {
        self.bytes = bytes
        self.encoding = encoding
        self.register = register
        self.today = today
        self.limits = limits
    }

    /// Checks every row by itself and against the others.
    ///
    /// - Throws: ``EngineError/invalid(field:_:)`` when the system's C library does not know GB18030.
    public func read() throws(EngineError) -> RegisterImport.Outcome {
        let coder: TextCoder
        do throws(TextCoder.Unavailable) {
            coder = try TextCoder(self.encoding ?? .detected(in: self.bytes))
        } catch {
            throw .invalid(
                field: "encoding",
                Bilingual("系统的 C 库不认识 GB18030 编码", "the system's C library does not know GB18030")
            )
        }
        let hasMark = coder.encoding == .utf8 && self.bytes.starts(with: TextEncoding.byteOrderMark)
        var outcome = RegisterImport.read(
            self.bytes,
            from: hasMark ? TextEncoding.byteOrderMark.count : 0,
            register: self.register,
            today: self.today,
            limits: self.limits,
            decode: { coder.text(of: $0) }
        )
        outcome.hash = SHA256.hash(data: self.bytes).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
        return outcome
    }
}
