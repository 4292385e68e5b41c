// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TongbanAPI

@Suite("Base64")
struct Base64Tests {
    @Test(
        "The examples of RFC 4648, section 10",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ]
    )
    func examples(bytes: String, text: String) {
        #expect(Base64.encode(Array(bytes.utf8)) == text)
        #expect(Base64.decode(text) == Array(bytes.utf8))
    }

    @Test("Any bytes give what Foundation gives, and come back", arguments: 0..<300)
    func random(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: ($0 &* 167 &+ count) ^ ($0 >> 2)) }
        let text = Base64.encode(bytes)
        #expect(text == Data(bytes).base64EncodedString())
        #expect(Base64.decode(text) == bytes)
    }

    @Test(
        "What is not exactly one encoding is refused",
        arguments: [
            "Z", "Zg", "Zg=", "Zh==", "Zm9=", "Zm9v\n", "Zm9v ", "Z===", "====", "=g==", "Zg==Zg==", "Zm9_", "Zm=v",
        ]
    )
    func malformed(text: String) {
        #expect(Base64.decode(text) == nil)
    }
}
