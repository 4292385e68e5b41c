// SPDX-License-Identifier: Apache-2.0

/// Swift source in the making, four spaces a level.
struct CodeText {
    static let width = 120

    private(set) var text = ""
    private var indentation = ""

    var room: Int { Self.width - self.indentation.utf8.count }

    mutating func line(_ line: String = "") {
        self.text += line.isEmpty ? "\n" : self.indentation + line + "\n"
    }

    mutating func docs(_ lines: [String]) {
        for line in lines {
            self.line(line.isEmpty ? "///" : "/// " + line)
        }
    }

    /// Writes a line that ends in ` {`, what `body` writes, a level deeper, and the closing brace.
    mutating func block(_ head: String, _ body: (inout CodeText) -> Void) {
        self.line(head + " {")
        self.indent(body)
        self.line("}")
    }

    mutating func indent(_ body: (inout CodeText) -> Void) {
        self.indentation += "    "
        body(&self)
        self.indentation.removeLast(4)
    }

    /// Writes `head(one, two) tail` on one line where it fits, or with an argument a line.
    mutating func call(_ head: String, _ arguments: [String], _ tail: String) {
        let line = head + "(" + arguments.joined(separator: ", ") + ")" + tail
        if line.utf8.count <= self.room {
            self.line(line)
            return
        }
        self.line(head + "(")
        self.indent { code in
            for (index, argument) in arguments.enumerated() {
                code.line(argument + (index == arguments.count - 1 ? "" : ","))
            }
        }
        self.line(")" + tail)
    }
}
