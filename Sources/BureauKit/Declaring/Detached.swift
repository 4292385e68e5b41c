// SPDX-License-Identifier: Apache-2.0

/// That cases of the item go on when the case that opened them ends. Without it they end with it: by a way of their own
/// when they handle `cancelled`, else as `CANCELLED`.
public struct Detached: ItemPart {
    public init() {}
}
