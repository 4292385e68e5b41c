// SPDX-License-Identifier: Apache-2.0

import BureauKit

/// Who is disabled, and by which certificate.
extension Disability {
    static let certificateStates: KeyValuePairs<String, (String, String)> = [
        "ISSUED": ("有效", "valid"), "FROZEN": ("冻结", "frozen"), "EXPIRED": ("过期", "expired"),
        "CANCELLED": ("注销", "cancelled"), "TRANSFERRED": ("转出", "transferred"),
    ]

    /// Disabled persons by identity number; that of the certificate changes with category and grade, and with each loss.
    ///
    /// The printed day of expiry counts; where none is entered it is ten years after the issue.
    static var persons: Register {
        Register(
            "person",
            "残疾人",
            "Disabled persons",
            key: "id18",
            indexed: ["village_code"],
            keptBy: ["bureau", "town", "village"]
        ) {
            Field("id18", "身份证号", "Identity number", .residentID).required().sensitive()
            Field("name", "姓名", "Name").required().sensitive()
            Field("phone", "电话", "Telephone", .mobile).sensitive()
            Field("guardian_name", "监护人", "Guardian", .personName).sensitive()
            Field("guardian_phone", "监护人电话", "Guardian's telephone", .mobile).sensitive()
            Field("village_code", "村(社区)", "Village", .area)
            Field("cert_no", "残疾人证号", "Certificate", .disabilityCertificate).required().sensitive()
            Field("category", "类别", "Category", .integer).between(1, 7).sensitive()
            Field("grade", "等级", "Grade", .integer).between(1, 4).sensitive()
            Field("issued", "发证日期", "Issued", .date).sensitive()
            Field("expires", "有效期至", "Expires", .date).sensitive()
            Field("cert_state", "证件状态", "State of the certificate", oneOf: Self.certificateStates).sensitive()
            Field("reapply_from", "可重新申请之日", "May apply again from", .date).sensitive()
            Requires(
                "CERTIFICATE",
                characters(of: value("cert_no"), from: 0, count: 18) == value("id18"),
                "残疾人证号须以本人身份证号开头,请核对。",
                "the number of a certificate begins with its holder's identity number: check both"
            )
            Requires(
                "CATEGORY",
                !value("category").exists
                    || text(value("category")) == characters(of: value("cert_no"), from: 18, count: 1),
                "类别与残疾人证号第 19 位不一致,请核对。",
                "the category is not character 19 of the certificate's number: check both"
            )
            Requires(
                "GRADE",
                !value("grade").exists || text(value("grade")) == characters(of: value("cert_no"), from: 19, count: 1),
                "等级与残疾人证号第 20 位不一致,请核对。",
                "the grade is not character 20 of the certificate's number: check both"
            )
            Requires(
                "EXPIRES",
                !value("expires").exists || !value("issued").exists || value("issued") < value("expires"),
                "有效期至不得早于发证日期。",
                "it cannot expire before it was issued"
            )
        }
    }

    /// What the federation says of people in the index of all bureaus; none of it is shown to others.
    @ListBuilder<any BureauPart>
    static var tags: [any BureauPart] {
        Tag("certified", "持证", "Certified", by: "bureau", "head")
        Tag("helped", "结对帮扶", "Has a helper", by: "bureau", "head")
    }
}
