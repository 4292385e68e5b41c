// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing

@Suite("Telephone numbers, medical codes, area codes, names")
struct OtherIdentifierTests {
    @Test("Mobile numbers", arguments: ["13800005678", "15912345678", "19900000000"])
    func mobile(text: String) throws {
        #expect(try MobileNumber(text).text == text)
    }

    @Test("A mask shows three and four")
    func mobileMask() throws {
        #expect(try MobileNumber("13800005678").masked == "138****5678")
    }

    @Test(
        "What is no mobile number is refused",
        arguments: [
            ("12800005678", "form"), ("1380000567", "length"), ("138000056789", "length"), ("1380000567a", "character"),
            ("23800005678", "form"), ("+8613800005678", "length"),
        ]
    )
    func noMobile(text: String, code: String) {
        let error = #expect(throws: IdentifierError.self) { try MobileNumber(text) }
        #expect(error?.code == code)
    }

    @Test("Land lines of Huaibei, with and without hyphen", arguments: ["0561-3012345", "05613012345"])
    func landline(text: String) throws {
        #expect(try LandlineNumber(text).text == "0561-3012345")
    }

    @Test(
        "What is no land line is refused",
        arguments: ["0551-3012345", "0561-301234", "0561-30123456", "056-13012345"]
    )
    func noLandline(text: String) {
        #expect(throws: IdentifierError.self) { try LandlineNumber(text) }
    }

    @Test(
        "Medical insurance codes by their form",
        arguments: [
            ("H34060200001", MedicalCode.Kind.institution), ("P34060200001", .pharmacy), ("D340602000001", .doctor),
            ("M03900", .disease), ("M01600", .disease), ("HY340602000001", .pharmacist),
            ("HJ340602000001", .technician),
        ]
    )
    func medical(text: String, kind: MedicalCode.Kind) throws {
        let code = try MedicalCode(text)
        #expect(code.kind == kind)
        #expect(code.text == text)
    }

    @Test(
        "What is no medical insurance code is refused",
        arguments: [
            "", "H", "H3406020000", "H340602000011", "m03900", "M0390", "M039000", "X03900", "HX340602000001", "03900",
        ]
    )
    func noMedical(text: String) {
        #expect(throws: IdentifierError.self) { try MedicalCode(text) }
    }

    @Test("Area codes know their level and what they lie in")
    func area() throws {
        let village = try AreaCode("340602101203")
        #expect(village.level == .village)
        #expect(village.parent?.text == "340602101")
        #expect(village.parent?.parent?.text == "340602")
        #expect(village.parent?.parent?.parent == nil)
        #expect(village.county == "340602")
        #expect(try AreaCode("340602101").contains(village))
        #expect(!(try AreaCode("340602102").contains(village)))
        #expect(village.contains(village))
    }

    @Test(
        "A province and a city contain their counties, and what lies in them, and no others",
        arguments: [
            ("340000", "340602", true), ("340000", "340602101203", true), ("340000", "340600", true),
            ("340600", "340602", true), ("340600", "340621", true), ("340600", "340602101", true),
            ("340600", "340600", true),
            ("340600", "340000", false), ("340602", "340600", false), ("340600", "341322", false),
            ("340000", "320000", false), ("340602", "340603", false),
        ]
    )
    func upperAreas(outer: String, inner: String, contains: Bool) throws {
        #expect(try AreaCode(outer).contains(try AreaCode(inner)) == contains)
    }

    @Test(
        "What is no area code is refused",
        arguments: ["", "34060", "3406021", "34060210120", "3406021012031", "34060A"]
    )
    func noArea(text: String) {
        #expect(throws: IdentifierError.self) { try AreaCode(text) }
    }

    @Test(
        "Names are masked but for the family name",
        arguments: [("张甲子", "张**"), ("张甲", "张*"), ("欧阳甲", "欧阳*"), ("欧阳", "欧*"), ("张", "张*")]
    )
    func nameMask(text: String, masked: String) throws {
        #expect(try PersonName(text).masked == masked)
    }

    @Test("Names are compared without spaces, every dot alike")
    func nameFolding() throws {
        let names = ["甲子·乙丑", "甲子•乙丑", "甲子・乙丑", " 甲子 · 乙丑", "甲子‧乙丑", "甲子.乙丑"]
        #expect(Set(try names.map { try PersonName($0).folded }) == ["甲子·乙丑"])
        #expect(try PersonName("张甲子").folded != PersonName("张甲丑").folded)
    }

    @Test("Characters of the extension planes are characters of a name")
    func extensionCharacters() throws {
        #expect(try PersonName("𬀩甲").masked == "𬀩*")
    }

    @Test(
        "Compatibility ideographs become the characters they stand for, to the byte",
        arguments: [
            ("\u{F90A}甲", "\u{91D1}甲"), ("\u{F9E1}甲", "\u{674E}甲"), ("\u{2FA1D}", "\u{2A600}"),
            ("\u{FA0E}", "\u{FA0E}"),
        ]
    )
    func compatibility(text: String, unified: String) throws {
        #expect(Array(try PersonName(text).text.utf8) == Array(unified.utf8))
    }

    @Test("Every compatibility ideograph is put in normal form, as Unicode has it")
    func everyCompatibilityIdeograph() throws {
        for value in Array<UInt32>(0xF900...0xFAD9) + Array<UInt32>(0x2F800...0x2FA1D) {
            let scalar = try #require(Unicode.Scalar(value))
            let name = try PersonName(String(Character(scalar))).text
            // The standard library compares by canonical equivalence.
            #expect(name == String(Character(scalar)))
            #expect(name.unicodeScalars.count == 1)
        }
    }

    @Test("Fifty characters are a name, fifty-one are not; digits and nothing are not")
    func nameLimits() throws {
        #expect(try PersonName(String(repeating: "甲", count: 50)).text.count == 50)
        #expect(try PersonName(" 张甲 ").text == "张甲")
        for text in [String(repeating: "甲", count: 51), "", "   ", "张3"] {
            #expect(throws: IdentifierError.self) { try PersonName(text) }
        }
    }

    @Test(
        "What cannot be seen, or turns what can be seen around, is no part of a name; neither is a digit of any script",
        arguments: [
            "张\u{7}甲", "张\u{7F}甲", "张\u{85}甲", "张\u{2028}甲", "张\u{2029}甲", "张\u{202E}甲", "张\u{2066}甲",
            "张\u{200B}甲", "\u{FEFF}张甲", "张３", "张\u{663}",
        ]
    )
    func invisible(text: String) {
        let error = #expect(throws: IdentifierError.self) { try PersonName(text) }
        #expect(error?.code == "character")
    }

    @Test("A variant of a character and the zero of Chinese are parts of a name", arguments: ["葛\u{E0100}甲", "张〇"])
    func variants(text: String) throws {
        #expect(try PersonName(text).text == text)
    }
}
