// SPDX-License-Identifier: Apache-2.0

import Varlink

#if canImport(Glibc)
import Glibc
#endif

/// A bureau as a program: a plugin of the daemon.
///
/// ```swift
/// @main
/// struct Market: Bureau {
///     var definition: BureauDefinition {
///         BureauDefinition("market", "市场监管", "Market supervision", about: ("…", "…"), prefix: "SJ") {
///             Item("complaint", "投诉", "Complaint", about: ("…", "…"), openedBy: ["citizen"]) { … }
///         }
///     }
/// }
/// ```
///
/// The program serves `org.tongban.Bureau` on the socket it was handed as descriptor 3 (`LISTEN_FDS`), as systemd and
/// the daemon hand it over; with `--declaration` it prints what it declares, with `--check` it checks it. Both go by the
/// rule file `rules.json` beside the program, or the one named after `--rules`.
public protocol Bureau: Sendable {
    init()
    var definition: BureauDefinition { get }
    /// The version of the plugin, as `plugin show` prints it.
    static var version: String { get }
}

extension Bureau {
    public static var version: String { "0.1.0" }

    @concurrent public static func main() async {
        exit(await BureauProgram(Self.init(), version: Self.version).run(Array(CommandLine.arguments.dropFirst())))
    }
}
