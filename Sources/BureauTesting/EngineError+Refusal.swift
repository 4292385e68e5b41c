// SPDX-License-Identifier: Apache-2.0

import TongbanEngine
import TongbanModel

extension EngineError {
    /// The code of the rule that forbade it, such as `FOUR_EYES`; `nil` when it was no rule.
    public var refusalCode: String? {
        guard case .refused(let refusal) = self else { return nil }
        return refusal.code
    }

    /// What is wrong with the form, as `field: code`; empty when the form was not the reason.
    public var formFaults: [String] {
        guard case .invalidForm(let faults) = self else { return [] }
        return faults.map { "\($0.field): \($0.code)" }
    }
}

/// The engine's error that a call ends with; `nil` when it is taken.
///
/// ```swift
/// #expect(try await refusal { try await daemon.act(number, "approve", as: clerk) }?.refusalCode == "FOUR_EYES")
/// ```
///
/// - Throws: any other error.
public func refusal(_ call: () async throws -> Void) async throws -> EngineError? {
    do {
        try await call()
        return nil
    } catch let error as EngineError {
        return error
    }
}
