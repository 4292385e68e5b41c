// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Glibc
import Testing
import TongbanTestSupport

@testable import TongbanModel

/// Runs where `TONGBAN_TEST_PYTHON` names a Python that has `datalogic-py`, as `etc/test.sh` provides it.
@Suite(
    "JsonLogic beside datalogic-py",
    .enabled(if: getenv("TONGBAN_TEST_PYTHON") != nil, "TONGBAN_TEST_PYTHON names no Python with datalogic-py")
)
struct JsonLogicOracleTests {
    private static let program = """
        import sys, json, datalogic_py
        engine = datalogic_py.Engine(custom_operators={"log": lambda operands: json.dumps(json.loads(operands)[0])})
        lines = []
        for line in open(sys.argv[1], encoding="utf-8"):
            rule, data = line.rstrip("\\n").split("\\t")
            try:
                lines.append(engine.eval_str(rule, data))
            except datalogic_py.DataLogicError as error:
                lines.append("!" + str(error).replace("\\n", " "))
        sys.stdout.buffer.write("\\n".join(lines).encode("utf-8"))
        """

    /// What the other implementation gives for each pair: a JSON text, or `!` and why it gives nothing.
    private func oracle(_ pairs: [JsonLogicGenerator.Pair]) async throws -> [String] {
        let python = try #require(getenv("TONGBAN_TEST_PYTHON").map { String(cString: $0) })
        var name = Array("/tmp/tongban-jsonlogic-XXXXXX".utf8CString)
        let descriptor = mkstemp(&name)
        let path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        defer { unlink(path) }
        let file = try #require(fdopen(descriptor, "w"))
        for pair in pairs { fputs("\(pair.rule.text)\t\(pair.data.text)\n", file) }
        fclose(file)
        let program = try RunningProgram(python, ["-c", Self.program, path])
        let output = await program.output.toEnd()
        let errors = await program.errors.toEnd()
        let end = try await program.end()
        #expect(end.status == 0 && !end.wasKilled, "\(errors)")
        return output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// Whether two results are the same value; a whole number is one with and without a fraction of nothing.
    private func isSame(_ one: JSON, _ other: JSON) -> Bool {
        switch (one, other) {
        case (.array(let some), .array(let others)):
            some.count == others.count && zip(some, others).allSatisfy { self.isSame($0, $1) }
        case (.object(let some), .object(let others)):
            some.count == others.count
                && some.allSatisfy { member in others[member.name].map { self.isSame(member.value, $0) } ?? false }
        case (.integer, .number), (.number, .integer), (.unsigned, _), (_, .unsigned):
            one.doubleValue != nil && one.doubleValue == other.doubleValue
        default: one == other
        }
    }

    @Test("10,000 generated rules and data give what datalogic-py gives")
    func generated() async throws {
        var generator = JsonLogicGenerator(seed: 20_221_123)
        var pairs: [JsonLogicGenerator.Pair] = []
        var uses: [String: Int] = [:]
        for _ in 0..<10_000 {
            let pair = generator.pair()
            pairs.append(pair)
            for operation in pair.operations { uses[operation, default: 0] += 1 }
        }
        for operation in JsonLogicOperation.published {
            #expect(uses[operation.rawValue, default: 0] >= 50, "\(operation.rawValue) is hardly there")
        }
        let answers = try await self.oracle(pairs)
        try #require(answers.count == pairs.count)
        var values = 0
        var differences: [String] = []
        var divisionsByNought = 0
        for (pair, answer) in zip(pairs, answers) {
            var ours: JSON?
            do {
                ours = try JsonLogic.evaluate(pair.rule, data: pair.data)
            } catch JsonLogicError.notANumber(let operation) where ["/", "%"].contains(operation) {
                // As published, this gives infinity or no number, which JSON does not have: an error here. The package
                // has an error for whole numbers only, and the greatest number there is, or null, for fractions.
                divisionsByNought += 1
                continue
            } catch {
                ours = Optional<JSON>.none
            }
            let theirs: JSON? = answer.hasPrefix("!") ? Optional<JSON>.none : try JSON(parsing: answer)
            let agrees: Bool
            switch (ours, theirs) {
            case (nil, nil): agrees = true
            case (let ours?, let theirs?):
                agrees = self.isSame(ours, theirs)
                values += 1
            default: agrees = false
            }
            if !agrees {
                differences.append(
                    "\(pair.rule.text) of \(pair.data.text): \(ours?.text ?? "an error"), there \(answer)"
                )
            }
        }
        #expect(differences.isEmpty, "\(differences.count) differ:\n\(differences.prefix(30).joined(separator: "\n"))")
        // Agreeing on errors alone would prove nothing.
        #expect(values > 9_000)
        #expect(divisionsByNought < 300)
    }
}
