// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Civic

#if canImport(Glibc)
import Glibc
#endif

/// The options of every command; they may stand before the noun as well.
struct GlobalOptions: ParsableArguments {
    @Option(name: .long, help: "The daemon's socket (also TONGBAN_SOCKET).")
    var socket: String = environment("TONGBAN_SOCKET") ?? "/run/tongban/tongban.socket"

    @Flag(name: .long, help: "Print JSON, for programs.")
    var json = false

    @Option(name: .customLong("as"), help: "Act for this person of the directory.")
    var person: String?

    @Option(name: .long, help: "zh or en; otherwise by LC_ALL, LC_MESSAGES, LANG.")
    var language: String?

    var chosenLanguage: Language {
        if let language { return Language(locale: language) }
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            if let value = environment(name), !value.isEmpty { return Language(locale: value) }
        }
        return .english
    }

    /// Moves options that stand before the noun behind the verb, where the parser looks for them.
    static func moveBehind(_ arguments: [String]) -> [String] {
        var leading: [String] = []
        var rest = arguments[...]
        while let first = rest.first {
            if first == "--json" || first.hasPrefix("--socket=") || first.hasPrefix("--as=")
                || first.hasPrefix("--language=")
            {
                leading.append(first)
                rest = rest.dropFirst()
            } else if ["--socket", "--as", "--language"].contains(first), rest.count > 1 {
                leading += rest.prefix(2)
                rest = rest.dropFirst(2)
            } else {
                break
            }
        }
        guard !leading.isEmpty, !rest.isEmpty else { return arguments }
        let end = rest.firstIndex(of: "--") ?? rest.endIndex
        return Array(rest[..<end]) + leading + Array(rest[end...])
    }
}

func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
}
