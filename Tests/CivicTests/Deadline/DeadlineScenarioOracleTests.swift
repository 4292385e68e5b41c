// SPDX-License-Identifier: Apache-2.0

import DeadlineOracle
import Testing

@Suite("Deadlines in flight beside a brute-force oracle")
struct DeadlineScenarioOracleTests {
    /// `etc/oracle.sh` counts a million more.
    @Test(
        "pauses, extensions, changes of limit and calendar, ends and reopenings: the same due moment, use and intervals",
        arguments: [2_022, 4, 27, 12_345] as [UInt64]
    )
    func scenarios(seed: UInt64) {
        #expect(DeadlineOracle.differences(seed: seed, count: 500) == [])
    }
}
