// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// Why a call came to nothing, as its caller sees it.
public enum VarlinkError: Error, Sendable, Hashable {
    /// The service answered with an error. The parameters are a JSON object, `{}` when there were none.
    case failure(name: String, parameters: RawJSON)

    /// The connection ended before the reply; whether the call was carried out is not known.
    case connectionClosed

    /// The service sent what the protocol forbids; the connection has been closed.
    case protocolViolation(VarlinkProtocolViolation)

    /// The reply is well-formed, but not of the type its method declares.
    case unexpectedOutput(method: String, JSONError)

    /// No reply within the time allowed; the connection has been closed, since a late reply could not be told from the
    /// next one.
    case timedOut(after: Duration)

    /// The connection has been, or is being, handed over to another protocol.
    case upgraded

    /// The connection could not be made.
    case connectFailed(address: String, reason: String)

    /// The error as one of those an interface declares, when it is one.
    public func failure<Failure: VarlinkFailure>(as type: Failure.Type = Failure.self) -> Failure? {
        guard case .failure(let name, let parameters) = self else { return nil }
        return Failure(errorName: name, errorParameters: parameters)
    }

    init(_ failure: some VarlinkFailure) {
        self = .failure(name: failure.errorName, parameters: failure.errorParameters)
    }
}

extension VarlinkError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .failure(let name, let parameters):
            parameters == .emptyObject ? name : "\(name) \(parameters)"
        case .connectionClosed: "the connection was closed before the reply"
        case .protocolViolation(let violation): "the service broke the protocol: \(violation)"
        case .unexpectedOutput(let method, let error): "\(method) answered with something else than declared: \(error)"
        case .timedOut(let limit): "no reply within \(limit)"
        case .upgraded: "the connection no longer speaks Varlink"
        case .connectFailed(let address, let reason): "cannot connect to \(address): \(reason)"
        }
    }
}
