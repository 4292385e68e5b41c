// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// An event as a flow sees it under `_event`.
public struct FlowEvent: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        /// Made by the machinery itself: done and error events.
        case platform
        /// Raised by the flow.
        case `internal`
        case external
    }

    public var name: String
    public var data: JSON
    public var sendID: String?
    public var origin: String?
    public var originType: String?

    /// The invocation it comes from.
    public var invokeID: String?
    public var kind: Kind

    public init(
        name: String,
        data: JSON = .null,
        sendID: String? = nil,
        origin: String? = nil,
        originType: String? = nil,
        invokeID: String? = nil,
        kind: Kind = .external
    ) {
        self.name = name
        self.data = data
        self.sendID = sendID
        self.origin = origin
        self.originType = originType
        self.invokeID = invokeID
        self.kind = kind
    }

    /// The event as `_event`; parts it does not have are left out.
    var json: JSON {
        var object: JSONObject = ["name": .string(self.name), "type": .string(self.kind.rawValue), "data": self.data]
        if let sendID = self.sendID { object["sendid"] = .string(sendID) }
        if let origin = self.origin { object["origin"] = .string(origin) }
        if let originType = self.originType { object["origintype"] = .string(originType) }
        if let invokeID = self.invokeID { object["invokeid"] = .string(invokeID) }
        return .object(object)
    }
}
