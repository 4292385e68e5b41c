// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing

/// GB 32100 and GB 11714; the codes are examples of the standards or made up.
@Suite("Codes of organisations")
struct OrganisationIdentifierTests {
    static let codes = ["91512081MA62K0260E", "91350100M000100Y43", "11340602003123452Q", "N2340602MF0A000122"]

    @Test("Worked examples of unified social credit codes", arguments: codes)
    func credit(text: String) throws {
        #expect(try UnifiedCreditCode(text).text == text)
        for other in "0123456789ABCDEFGHJKLMNPQRTUWXY" where other != text.last {
            let error = #expect(throws: IdentifierError.self) { try UnifiedCreditCode(text.dropLast() + String(other)) }
            #expect(error?.code == "check")
        }
    }

    @Test(
        "What is wrong with a code is named",
        arguments: [
            ("91512081MA62K0260", "length"), ("91512081MA62K0260EE", "length"), ("91512081MA62K026OE", "character"),
            ("91512081MA62K0260e", "character"), ("9151208AMA62K0260E", "region"),
        ]
    )
    func refused(text: String, code: String) {
        let error = #expect(throws: IdentifierError.self) { try UnifiedCreditCode(text) }
        #expect(error?.code == code)
    }

    @Test("Region and organisation code are read off")
    func parts() throws {
        let code = try UnifiedCreditCode("11340602003123452Q")
        #expect(code.region == "340602")
        #expect(code.organisationCode == "003123452")
    }

    @Test(
        "Worked examples of organisation codes",
        arguments: [("00312345", "2"), ("MF0A0001", "2"), ("M000100Y", "4")]
    )
    func organisation(body: String, check: String) throws {
        #expect(try OrganisationCode(body + check).text == body + check)
        #expect(try OrganisationCode("\(body)-\(check)").text == body + check)
        for other in "0123456789X" where String(other) != check {
            #expect(throws: IdentifierError.self) { try OrganisationCode(body + String(other)) }
        }
    }

    @Test("The code inside a credit code has a check of its own", arguments: codes.suffix(2))
    func inside(text: String) throws {
        #expect(throws: Never.self) { try OrganisationCode(try UnifiedCreditCode(text).organisationCode) }
    }

    @Test("What is no organisation code is refused", arguments: ["0031234", "00312345a", "0031234522", "003-123452"])
    func noCode(text: String) {
        #expect(throws: IdentifierError.self) { try OrganisationCode(text) }
    }
}
