// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// Files of cases. The engine keeps what is known of them; their content lies in an `AttachmentStore`, and is there before
/// the entry that names it.
extension CaseEngine {
    /// A file whose content is stored already.
    public struct NewAttachment: Sendable, Hashable {
        /// SHA-256 of the content, 64 hexadecimal digits in lower case.
        public var hash: String
        public var name: String
        /// What the content is; `nil` when it is none of the known kinds.
        public var mediaType: MediaType?
        /// In bytes.
        public var size: Int
        public var privacy: FieldDeclaration.Privacy

        public init(
            hash: String,
            name: String,
            mediaType: MediaType?,
            size: Int,
            privacy: FieldDeclaration.Privacy
        ) {
            self.hash = hash
            self.name = name
            self.mediaType = mediaType
            self.size = size
            self.privacy = privacy
        }
    }

    /// Refuses a file that could not be attached whatever its content: asked before it is sent.
    ///
    /// - Throws: `ROLE`, `CLOSED`, `MEDIA_TYPE`, `LIMIT`.
    public func requireAttachable(
        name: String,
        size: Int,
        to number: String,
        by person: PersonView
    ) throws(EngineError) {
        let inHand = try self.load(number)
        try self.requireAttachable(name: name, size: size, to: inHand, by: person)
    }

    private func requireAttachable(
        name: String,
        size: Int,
        to inHand: CaseInHand,
        by person: PersonView
    ) throws(EngineError) {
        let number = inHand.record.number
        let handles = self.isHandler(person, of: inHand)
        guard handles || self.isApplicant(person, of: inHand) else {
            throw .refused(
                Refusal(
                    code: "ROLE",
                    zh: "办件 \(number) 不由您办理,也不是您的办件。",
                    en: "case \(number) is neither yours nor one you handle"
                )
            )
        }
        // After closing only the bureau adds files, as evidence for corrections.
        guard inHand.record.isOpen || handles else { throw .refused(.closed(inHand.record)) }
        guard (1...self.engine.limits.attachmentName).contains(name.utf8.count),
            !name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || $0 == "/" })
        else {
            throw .invalid(
                field: "name",
                Bilingual(
                    "文件名须为 1 至 \(self.engine.limits.attachmentName) 字节,不含路径和控制字符",
                    "a file's name has 1 to \(self.engine.limits.attachmentName) bytes, no path and no control characters"
                )
            )
        }
        let declaration = inHand.item.declaration.attachments ?? .standard
        guard let type = MediaType(fileName: name), declaration.types.contains(type) else {
            let allowed = declaration.types.map(\.rawValue).joined(separator: ", ")
            throw .refused(
                Refusal(
                    code: "MEDIA_TYPE",
                    zh: "不接收“\(name)”这类文件;可以是 \(allowed)。",
                    en: "files like \"\(name)\" are not taken; allowed are \(allowed)"
                )
            )
        }
        let largest = self.attachmentSizeLimit(of: inHand)
        guard size >= 1, size <= largest else {
            throw .refused(
                Refusal(
                    code: "LIMIT",
                    zh: "文件须为 1 至 \(largest) 字节,“\(name)”有 \(size) 字节。",
                    en: "a file has 1 to \(largest) bytes; \"\(name)\" has \(size)"
                )
            )
        }
        try self.requireRoom(
            inHand.body.attachments.count,
            limit: min(self.engine.limits.attachmentsPerCase, declaration.countLimit ?? .max),
            of: Bilingual("办件 \(number) 的附件", "attachments of case \(number)")
        )
    }

    private func attachmentSizeLimit(of inHand: CaseInHand) -> Int {
        min(self.engine.limits.attachmentSize, inHand.item.declaration.attachments?.sizeLimit ?? .max)
    }

    /// Adds a file to a case.
    ///
    /// - Throws: as ``requireAttachable(name:size:to:by:)``, and `ATTACHED` when the case has the content already.
    public func attach(
        _ new: NewAttachment,
        to number: String,
        revision: Int?,
        by person: PersonView
    ) throws(EngineError) {
        var inHand = try self.load(number)
        try self.requireRevision(revision, of: inHand)
        try self.requireAttachable(name: new.name, size: new.size, to: inHand, by: person)
        guard let type = new.mediaType, type == MediaType(fileName: new.name) else {
            throw .refused(
                Refusal(
                    code: "MEDIA_TYPE",
                    zh: "“\(new.name)”的内容与文件名不符(实为 \(new.mediaType?.rawValue ?? "未知格式"))。",
                    en:
                        "the content of \"\(new.name)\" is not what its name says (it is \(new.mediaType?.rawValue ?? "of no known kind"))"
                )
            )
        }
        guard !inHand.body.attachments.contains(where: { $0.hash == new.hash }) else {
            throw .refused(
                Refusal(code: "ATTACHED", zh: "本件已有内容相同的附件。", en: "the case has an attachment with the same content")
            )
        }
        inHand.body.attachments.append(
            CaseAttachment(
                hash: new.hash,
                name: new.name,
                mediaType: type,
                size: new.size,
                privacy: new.privacy,
                by: person.id,
                at: self.engine.now
            )
        )
        try self.tell(
            "case.attached",
            of: inHand,
            [
                "hash": .string(new.hash), "name": new.privacy == .public ? .string(new.name) : "***",
                "type": .string(type.rawValue), "size": .integer(Int64(new.size)),
                "class": .string(new.privacy.rawValue),
            ]
        )
        try self.keep(&inHand)
    }

    /// The attachment with a hash, for somebody who wants its content; the reading of a sensitive one is told of.
    ///
    /// - Throws: `NO_ATTACHMENT` when there is none, or none this person may read.
    public func readAttachment(
        _ hash: String,
        of number: String,
        by person: PersonView
    ) throws(EngineError) -> CaseAttachment {
        let inHand = try self.load(number)
        guard let attachment = inHand.body.attachments.first(where: { $0.hash == hash }),
            attachment.privacy == .public || self.mayReadAttachments(of: inHand, person)
        else {
            throw .refused(.noAttachment(hash, in: number))
        }
        if attachment.privacy == .sensitive {
            try self.tell("attachment.read", of: inHand, ["hash": .string(hash)])
        }
        return attachment
    }

    /// Whether the person handles the case, or it is his own.
    func mayReadAttachments(of inHand: CaseInHand, _ person: PersonView) -> Bool {
        self.isHandler(person, of: inHand) || self.isApplicant(person, of: inHand)
    }
}

extension Refusal {
    static func noAttachment(_ hash: String, in number: String) -> Refusal {
        Refusal(
            code: "NO_ATTACHMENT",
            zh: "办件 \(number) 没有您可以查看的附件 \(hash)。",
            en: "case \(number) has no attachment \(hash) that you may see"
        )
    }
}
