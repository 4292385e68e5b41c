// SPDX-License-Identifier: Apache-2.0

import Civic

/// The checks and masks of the field kinds that hold an identifier.
enum IdentifierCheck {
    static func problem(of text: String, kind: FieldDeclaration.Kind, today: CivilDay) -> Bilingual? {
        do throws(IdentifierError) {
            switch kind {
            case .residentID: _ = try ResidentID(text, today: today)
            case .creditCode: _ = try UnifiedCreditCode(text)
            case .businessCode where text.utf8.count == 15 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }: break
            case .businessCode: _ = try UnifiedCreditCode(text)
            case .disabilityCertificate: _ = try DisabilityCertificate(text, today: today)
            case .mobile: _ = try MobileNumber(text)
            case .area: _ = try AreaCode(text)
            case .personName: _ = try PersonName(text)
            default: break
            }
            return nil
        } catch {
            return error.message
        }
    }

    static func masked(_ text: String, kind: FieldDeclaration.Kind) -> String {
        switch kind {
        case .residentID where text.count >= 4: String(repeating: "*", count: 14) + text.suffix(4)
        case .mobile where text.count == 11: "\(text.prefix(3))****\(text.suffix(4))"
        case .text where !text.isEmpty, .personName where !text.isEmpty: (try? PersonName(text).masked) ?? "***"
        default: "***"
        }
    }
}
