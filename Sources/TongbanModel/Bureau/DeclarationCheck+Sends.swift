// SPDX-License-Identifier: Apache-2.0

import ByteJSON

extension DeclarationCheck {
    /// What the sends of one type in the bureau's flows name, and where: `item/STATE`.
    static func named(by type: String, in bureau: BureauDeclaration) -> [(place: String, id: String)] {
        var found: [(place: String, id: String)] = []
        for item in bureau.items {
            item.flow.forEachState { state, _ in
                let blocks = [state.initialActions] + state.onEntry + state.onExit + state.transitions.map(\.actions)
                found += blocks.flatMap { self.named(by: type, in: $0) }.map { ("\(item.id)/\(state.id)", $0) }
            }
        }
        return found
    }

    private static func named(by type: String, in actions: [FlowContent]) -> [String] {
        actions.flatMap { action -> [String] in
            switch action {
            case .send(let send) where send.type == .string(type): [send.event?.stringValue].compactMap { $0 }
            case .conditional(let branches, let otherwise):
                branches.flatMap { self.named(by: type, in: $0.actions) } + self.named(by: type, in: otherwise)
            case .foreach(let loop): self.named(by: type, in: loop.actions)
            default: []
            }
        }
    }
}
