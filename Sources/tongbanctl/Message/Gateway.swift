// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Subprocess
import SystemPackage
import TongbanAPI

/// Carries a message to the world: by a command of the operator's, or as a POST to an address, which `curl` makes.
struct Gateway: Sendable {
    enum Way: Sendable {
        case command(String, [String])
        case url(String)
    }

    struct Outcome: Sendable {
        /// `SENT`, `FAILED_FOR_NOW` or `FAILED`.
        var word: String
        var level: String?
        var reason: String?
    }

    let way: Way
    /// A command that takes longer is stopped; the message is tried again.
    static let limit = Duration.seconds(60)
    /// The status of a command that fails for a while, `EX_TEMPFAIL` of sysexits(3).
    static let failsForNow: Int32 = 75

    func carry(_ message: MessagesInterface.Outgoing) async -> Outcome {
        let body = message.jsonText + "\n"
        return await withTaskGroup(of: Outcome?.self) { group in
            group.addTask { await self.run(message, body) }
            group.addTask {
                try? await Task.sleep(for: Self.limit)
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first ?? Outcome(word: "FAILED_FOR_NOW", reason: "no answer within a minute")
        }
    }

    private func run(_ message: MessagesInterface.Outgoing, _ body: String) async -> Outcome {
        let executable: Executable
        let arguments: [String]
        switch self.way {
        case .command(let path, let words):
            executable = .path(FilePath(path))
            arguments = words
        case .url(let url):
            executable = .name("curl")
            arguments = [
                "--silent", "--show-error", "--max-time", "30", "--output", "/dev/null", "--write-out", "%{http_code}",
                "--header", "Content-Type: application/json", "--header", "Idempotency-Key: \(message.key)",
                "--data-binary", "@-", url,
            ]
        }
        do {
            let result = try await Subprocess.run(
                executable,
                arguments: Arguments(arguments),
                input: .string(body),
                output: .string(limit: 65_536),
                error: .string(limit: 65_536)
            )
            let output = result.standardOutput.trimmed
            // What a command says may name whom it is for; the journal must not.
            let said = result.standardError.trimmed.replacing(message.to, with: "***")
            switch self.way {
            case .command: return Self.outcome(of: result.terminationStatus, output, said)
            case .url: return Self.outcome(ofHTTP: output, said)
            }
        } catch {
            return Outcome(word: "FAILED_FOR_NOW", reason: "\(error)")
        }
    }

    private static func outcome(of status: TerminationStatus, _ output: String, _ said: String) -> Outcome {
        switch status {
        case .exited(0):
            let level = try? JSON(parsing: output)["level"]?.stringValue
            return Outcome(word: "SENT", level: level)
        case .exited(Self.failsForNow): return Outcome(word: "FAILED_FOR_NOW", reason: said)
        default: return Outcome(word: "FAILED", reason: said.isEmpty ? "\(status)" : said)
        }
    }

    /// 2xx is sent; 408, 425, 429, 5xx and no answer at all are tried again; everything else is for good.
    static func outcome(ofHTTP code: String, _ said: String) -> Outcome {
        switch Int(code) ?? 0 {
        case 200..<300: Outcome(word: "SENT")
        case 0, 408, 425, 429, 500...: Outcome(word: "FAILED_FOR_NOW", reason: said.isEmpty ? "HTTP \(code)" : said)
        default: Outcome(word: "FAILED", reason: "HTTP \(code)")
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        String(self.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
