// SPDX-License-Identifier: Apache-2.0

import DeadlineOracle
import Glibc

// Counts random deadlines by the rules and by brute force: deadline-oracle [SEED] [COUNT]. Exits with 1 when any differ.

let arguments = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
let seed = arguments.first ?? 1
let count = Int(arguments.dropFirst().first ?? 1_000_000)

/// Scenarios of one part; each part has a seed of its own, so that parts run side by side.
let partSize = 20_000
let parts = (count + partSize - 1) / partSize
let clock = ContinuousClock()
let began = clock.now
var differences: [String] = []
await withTaskGroup(of: [String].self) { group in
    for part in 0..<parts {
        let size = min(partSize, count - part * partSize)
        group.addTask { DeadlineOracle.differences(seed: seed &* 1_000_003 &+ UInt64(part), count: size) }
    }
    for await found in group { differences += found }
}
for difference in differences.prefix(20) { print(difference) }
print("seed \(seed): \(count) scenarios, \(differences.count) differences, \(clock.now - began)")
exit(differences.isEmpty ? 0 : 1)
