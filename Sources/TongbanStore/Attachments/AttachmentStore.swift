// SPDX-License-Identifier: Apache-2.0

/// Where the contents of attachments lie, each under its SHA-256.
///
/// A content is written once, whole, and is on disk when ``AttachmentDraft/keep()`` returns; it is never changed and never
/// removed. Every call may block, so none belongs on an event loop.
public protocol AttachmentStore: Sendable {
    /// Begins a new content.
    func draft() throws(StoreError) -> any AttachmentDraft
    /// At most so many bytes of a content from an offset on; none at its end, `nil` when there is no such content.
    func read(_ hash: String, from offset: Int, count: Int) throws(StoreError) -> [UInt8]?
}

/// A content that is being received. Nothing of it is left unless it is kept.
public protocol AttachmentDraft: AnyObject, Sendable {
    func append(_ bytes: [UInt8]) throws(StoreError)
    /// The whole content as received so far.
    func content() throws(StoreError) -> [UInt8]
    /// Stores the content; one that is there already, and sound, is not written again.
    ///
    /// - Returns: its SHA-256 in hexadecimal digits.
    func keep() throws(StoreError) -> String
    /// Gives the content up; does nothing once it is kept.
    func discard()
}

/// What is wrong with a stored content.
public enum AttachmentFault: String, Sendable, Hashable {
    case missing
    case altered
}

extension AttachmentStore {
    /// Reads a content and compares its hash with its name; `nil` when it is sound.
    public func fault(of hash: String) throws(StoreError) -> AttachmentFault? {
        var digest = AttachmentHash()
        var offset = 0
        while true {
            let piece: [UInt8]?
            do {
                piece = try self.read(hash, from: offset, count: 1 << 20)
            } catch {
                if error.code == .corrupt { return .altered }
                throw error
            }
            guard let part = piece else { return .missing }
            guard !part.isEmpty else { return digest.finish() == hash ? nil : .altered }
            digest.add(part)
            offset += part.count
        }
    }
}
