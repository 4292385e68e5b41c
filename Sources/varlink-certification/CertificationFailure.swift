// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Varlink

/// The errors of `org.varlink.certification`.
enum CertificationFailure: VarlinkFailure {
    /// No certification of that id is under way.
    case unknownClient

    /// The call is not the one that should have come.
    case mismatch(wants: JSON, got: JSON)

    init?(errorName: String, errorParameters: RawJSON) {
        switch errorName {
        case "org.varlink.certification.ClientIdError":
            self = .unknownClient
        case "org.varlink.certification.CertificationError":
            guard let parameters = try? errorParameters.parsed() else { return nil }
            self = .mismatch(wants: parameters["wants"] ?? .null, got: parameters["got"] ?? .null)
        default:
            return nil
        }
    }

    var errorName: String {
        switch self {
        case .unknownClient: "org.varlink.certification.ClientIdError"
        case .mismatch: "org.varlink.certification.CertificationError"
        }
    }

    var errorParameters: RawJSON {
        switch self {
        case .unknownClient: .emptyObject
        case .mismatch(let wants, let got): RawJSON(["wants": wants, "got": got])
        }
    }
}
