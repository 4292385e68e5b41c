// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import NIOCore

/// A call as its handler sees it: what is asked, and by whom.
public struct VarlinkContext: Sendable {
    public let call: VarlinkCall
    public let connection: VarlinkConnectionInfo

    /// How deep the parameters may nest.
    let limits: JSONLimits

    public var method: String { self.call.method }
    public var mode: VarlinkCallMode { self.call.mode }
    public var headers: VarlinkHeaders { self.call.headers }

    /// Whether the caller asked for many replies.
    public var wantsMore: Bool { self.call.mode == .more }

    /// A JSON object, byte for byte as it came; `{}` when the call had none.
    public var parameters: RawJSON { self.call.parameters ?? .emptyObject }

    /// Who called, as the kernel tells; `nil` when the transport cannot tell.
    public var peer: VarlinkPeer? { self.connection.peer }

    /// The loop of the connection, on which its responders live.
    public var eventLoop: any EventLoop { self.connection.eventLoop }

    /// The parameters as a type that can be read from JSON.
    ///
    /// - Throws: `InvalidParameter` with the name of the one at fault.
    public func input<Method: VarlinkMethod>(
        of method: Method.Type
    ) throws(VarlinkServiceFailure) -> Method.Input {
        do throws(JSONError) {
            return try Method.Input(parsing: self.parameters.bytes, limits: self.limits)
        } catch {
            throw VarlinkServiceFailure(error)
        }
    }
}
