// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// The errors of `org.varlink.service`, which any method of any interface may answer with (UAPI.20).
public enum VarlinkServiceFailure: VarlinkFailure, Hashable {
    /// The service has no such interface.
    case interfaceNotFound(interface: String)

    /// The interface has no such method.
    case methodNotFound(method: String)

    /// The interface has the method, but this service does not carry it out.
    case methodNotImplemented(method: String)

    /// A parameter is missing, unknown, of the wrong type or out of range.
    case invalidParameter(parameter: String)

    case permissionDenied

    /// The method wants to be called with `more`.
    case expectedMore

    /// The method wants to be called with `upgrade`.
    case expectedUpgrade

    public init?(errorName: String, errorParameters: RawJSON) {
        func parameter(_ name: String) -> String? {
            (try? errorParameters.parsed())?[name]?.stringValue
        }
        switch errorName {
        case "org.varlink.service.InterfaceNotFound":
            self = .interfaceNotFound(interface: parameter("interface") ?? "")
        case "org.varlink.service.MethodNotFound":
            self = .methodNotFound(method: parameter("method") ?? "")
        case "org.varlink.service.MethodNotImplemented":
            self = .methodNotImplemented(method: parameter("method") ?? "")
        case "org.varlink.service.InvalidParameter":
            self = .invalidParameter(parameter: parameter("parameter") ?? "")
        case "org.varlink.service.PermissionDenied": self = .permissionDenied
        case "org.varlink.service.ExpectedMore": self = .expectedMore
        case "org.varlink.service.ExpectedUpgrade": self = .expectedUpgrade
        default: return nil
        }
    }

    /// The answer to parameters that could not be read: names the one at fault.
    public init(_ error: JSONError) {
        self = .invalidParameter(parameter: error.path.isEmpty ? "parameters" : error.path)
    }

    public var errorName: String {
        switch self {
        case .interfaceNotFound: "org.varlink.service.InterfaceNotFound"
        case .methodNotFound: "org.varlink.service.MethodNotFound"
        case .methodNotImplemented: "org.varlink.service.MethodNotImplemented"
        case .invalidParameter: "org.varlink.service.InvalidParameter"
        case .permissionDenied: "org.varlink.service.PermissionDenied"
        case .expectedMore: "org.varlink.service.ExpectedMore"
        case .expectedUpgrade: "org.varlink.service.ExpectedUpgrade"
        }
    }

    public var errorParameters: RawJSON {
        switch self {
        case .interfaceNotFound(let name): RawJSON(["interface": .string(name)])
        case .methodNotFound(let name), .methodNotImplemented(let name): RawJSON(["method": .string(name)])
        case .invalidParameter(let name): RawJSON(["parameter": .string(name)])
        case .permissionDenied, .expectedMore, .expectedUpgrade: .emptyObject
        }
    }
}
