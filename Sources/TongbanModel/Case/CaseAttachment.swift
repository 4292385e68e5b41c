// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// A file that belongs to a case, known by the hash of its content.
public struct CaseAttachment: Sendable, Hashable {
    /// SHA-256 of the content, 64 hexadecimal digits in lower case.
    public var hash: String
    public var name: String
    public var mediaType: MediaType
    /// In bytes.
    public var size: Int
    public var privacy: FieldDeclaration.Privacy
    public var by: String
    public var at: Instant

    public init(
        hash: String,
        name: String,
        mediaType: MediaType,
        size: Int,
        privacy: FieldDeclaration.Privacy,
        by: String,
        at: Instant
    ) {
        self.hash = hash
        self.name = name
        self.mediaType = mediaType
        self.size = size
        self.privacy = privacy
        self.by = by
        self.at = at
    }
}

extension CaseAttachment {
    var json: JSON {
        [
            "hash": .string(self.hash), "name": .string(self.name), "type": .string(self.mediaType.rawValue),
            "size": .integer(Int64(self.size)), "class": .string(self.privacy.rawValue), "by": .string(self.by),
            "at": .integer(self.at.milliseconds),
        ]
    }

    init?(json: JSON) {
        guard let hash = json["hash"]?.stringValue, let name = json["name"]?.stringValue,
            let type = json["type"]?.stringValue.flatMap(MediaType.init(rawValue:)),
            let size = json["size"]?.integerValue,
            let privacy = json["class"]?.stringValue.flatMap(FieldDeclaration.Privacy.init(rawValue:)),
            let by = json["by"]?.stringValue, let at = json["at"]?.integerValue
        else { return nil }
        self.init(
            hash: hash,
            name: name,
            mediaType: type,
            size: Int(size),
            privacy: privacy,
            by: by,
            at: Instant(milliseconds: at)
        )
    }
}
