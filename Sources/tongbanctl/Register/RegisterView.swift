// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// The options by which the past of a dated register is looked at.
struct RegisterView: ParsableArguments {
    @Option(help: "As it was on this day, such as 2022-06-30, in a dated register.") var at: String?
    @Option(help: "As this snapshot holds it.") var snapshot: String?
}
