// SPDX-License-Identifier: Apache-2.0

/// Whose time passes while a case waits: exactly one at every moment.
public enum Holder: Sendable, Hashable {
    /// A bureau, by its id.
    case bureau(String)
    /// Whom the case is about: it waits for what he is to do.
    case applicant
    /// Another body, such as a bank, a hospital or a bureau without a plugin, by name or code.
    case body(String)
    /// Nobody works on it, for a reason with a name, such as `EXPERT`.
    case pause(String)
    /// The case is closed; time between a closing and its being taken up again is nobody's.
    case closed

    /// `bureau:market`, `applicant`, `body:bank`, `pause:EXPERT`, `closed`.
    public var code: String {
        switch self {
        case .bureau(let id): "bureau:\(id)"
        case .applicant: "applicant"
        case .body(let name): "body:\(name)"
        case .pause(let reason): "pause:\(reason)"
        case .closed: "closed"
        }
    }

    /// Reads ``code``; `nil` when it is something else.
    public init?(code: String) {
        switch code {
        case "applicant": self = .applicant
        case "closed": self = .closed
        default:
            guard let colon = code.firstIndex(of: ":") else { return nil }
            let name = String(code[code.index(after: colon)...])
            guard !name.isEmpty else { return nil }
            switch code[..<colon] {
            case "bureau": self = .bureau(name)
            case "body": self = .body(name)
            case "pause": self = .pause(name)
            default: return nil
            }
        }
    }

    /// Of several states active at once: who works comes before who is waited for.
    var rank: Int {
        switch self {
        case .bureau: 0
        case .body: 1
        case .applicant: 2
        case .pause: 3
        case .closed: 4
        }
    }
}
