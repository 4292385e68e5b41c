// SPDX-License-Identifier: Apache-2.0

import ByteJSON

extension DeclarationCheck {
    /// Whether a text can be the id of a part: 1 to 64 of `a-z`, `0-9`, `-` and `_`.
    public static func isID(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x5F
            }
    }

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
