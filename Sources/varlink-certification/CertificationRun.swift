// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Varlink

/// Takes all steps of the certification as a client, each with what the one before answered.
struct CertificationRun {
    let connection: VarlinkConnection

    /// Why a service did not pass.
    struct Failure: Error, CustomStringConvertible {
        let method: String
        let expected: JSON
        let found: JSON

        var description: String {
            "\(self.method) answered \(self.found.jsonText), expected \(self.expected.jsonText)"
        }
    }

    func run(_ report: (String) -> Void) async throws {
        let start = try await self.connection.call("org.varlink.certification.Start")
        guard let client = try start.parsed()["client_id"] else {
            throw Failure(method: "Start", expected: ["client_id": "…"], found: try start.parsed())
        }
        report("Start: \(start)")
        var input = JSONObject()
        for step in CertificationStep.all {
            input["client_id"] = client
            let outputs = try await self.take(step, RawJSON(.object(input)))
            report("\(step.method): \(outputs.map(\.jsonText).joined(separator: " "))")
            input = try Self.check(outputs, of: step)
        }
        let end = try await self.connection.call(
            "org.varlink.certification.End",
            RawJSON(["client_id": client])
        )
        report("End: \(end)")
        guard try end.parsed()["all_ok"] == true else {
            throw Failure(method: "End", expected: ["all_ok": true], found: try end.parsed())
        }
    }

    private func take(_ step: CertificationStep, _ input: RawJSON) async throws -> [JSON] {
        switch step.mode {
        case .single, .upgrade:
            return [try await self.connection.call(step.fullName, input).parsed()]
        case .oneway:
            try await self.connection.oneway(step.fullName, input)
            return []
        case .more:
            var outputs: [JSON] = []
            for try await reply in self.connection.callMore(step.fullName, input) {
                outputs.append(try (reply.parameters ?? .emptyObject).parsed())
            }
            return outputs
        }
    }

    /// Makes sure that the replies are those expected, members that nobody knows aside.
    ///
    /// - Returns: The input of the next step.
    private static func check(_ outputs: [JSON], of step: CertificationStep) throws -> JSONObject {
        let known = outputs.map { output -> JSON in
            let names = Set(step.outputs.flatMap(\.names))
            var object = JSONObject()
            for name in names { object[name] = output[name] }
            return .object(object)
        }
        let expected: [JSON] = step.outputs.map { .object($0) }
        guard known.count == expected.count, zip(known, expected).allSatisfy({ $0.means($1) }) else {
            throw Failure(method: step.method, expected: .array(expected), found: .array(outputs))
        }
        if step.mode == .more {
            return ["last_more_replies": .array(outputs.compactMap { $0["string"] })]
        }
        return known.first?.objectValue ?? JSONObject()
    }
}
