// SPDX-License-Identifier: Apache-2.0

/// The encodings of files of records.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
    case utf8 = "UTF-8"
    /// GB 18030, which holds GBK and GB 2312.
    case gb18030 = "GB18030"

    /// The mark in front of a text in UTF-8.
    public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// By its mark UTF-8, else UTF-8 when all of it is, else GB18030.
    public static func detected(in bytes: [UInt8]) -> Self {
        if bytes.starts(with: Self.byteOrderMark) { return .utf8 }
        return String(validating: bytes, as: UTF8.self) == nil ? .gb18030 : .utf8
    }

    /// By a name as people write it: `utf-8`, `UTF8`, `gb18030`, `GBK`.
    public init?(named name: String) {
        switch name.lowercased() {
        case "utf-8", "utf8": self = .utf8
        case "gb18030", "gbk", "gb2312": self = .gb18030
        default: return nil
        }
    }
}
