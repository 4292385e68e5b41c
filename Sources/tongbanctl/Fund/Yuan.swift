// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Civic

/// An amount in yuan, as it is typed: `600000`, `1200.50`.
struct Yuan: ExpressibleByArgument {
    let fen: Int

    init?(argument: String) {
        guard let amount = Fen(yuan: argument) else { return nil }
        self.fen = Int(amount.amount)
    }
}
