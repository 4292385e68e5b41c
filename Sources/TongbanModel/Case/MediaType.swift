// SPDX-License-Identifier: Apache-2.0

/// The kinds of files that may belong to a case. The list is closed.
public enum MediaType: String, Sendable, Hashable, Codable, CaseIterable {
    case pdf
    case jpeg
    case png
    /// Open Fixed-layout Document, GB/T 33190-2016.
    case ofd
    case docx
    case xlsx
    /// Text in UTF-8 or GB 18030.
    case txt

    /// The kind a file's name promises; `nil` for a name without a known ending.
    public init?(fileName: String) {
        guard let dot = fileName.lastIndex(of: ".") else { return nil }
        let ending = fileName[fileName.index(after: dot)...].lowercased()
        self.init(rawValue: ending == "jpg" ? "jpeg" : ending)
    }

    /// As in HTTP headers.
    public var name: String {
        switch self {
        case .pdf: "application/pdf"
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .ofd: "application/ofd"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .txt: "text/plain"
        }
    }
}
