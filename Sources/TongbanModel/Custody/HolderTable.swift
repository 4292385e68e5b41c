// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// Who holds the cases of an item, by their states.
public struct HolderTable: Sendable {
    /// By state, the innermost declaration around it; a state that is not here is the bureau's.
    private let declared: [String: HolderDeclaration]

    public init(_ item: ItemDeclaration) {
        var own: [String: HolderDeclaration] = [:]
        for state in item.states {
            if let holder = state.holder { own[state.id] = holder }
        }
        var declared: [String: HolderDeclaration] = [:]
        if !own.isEmpty {
            item.flow.forEachState { state, around in
                declared[state.id] = own[state.id] ?? around.reversed().lazy.compactMap { own[$0.id] }.first
            }
        }
        self.declared = declared
    }

    /// Who holds an open case. With several active states a bureau comes before a body, a body before the applicant,
    /// the applicant before a pause.
    ///
    /// - Parameters:
    ///   - active: the active atomic states.
    ///   - pause: the reason the whole case is suspended for; it comes before everything.
    public func holder(of active: [String], values: JSON, bureau: String, pause: String? = nil) -> Holder {
        if let pause { return .pause(pause) }
        return active.map { self.declared[$0]?.holder(values: values, bureau: bureau) ?? .bureau(bureau) }
            .min { ($0.rank, $0.code) < ($1.rank, $1.code) } ?? .bureau(bureau)
    }
}
