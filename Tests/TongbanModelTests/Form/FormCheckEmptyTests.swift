// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing
import TongbanModel

@Suite("Forms: empty values")
struct FormCheckEmptyTests {
    @Test(
        "An empty or null value counts as none: fine where it is optional, missing where it is required",
        arguments: ["" as JSON, .null]
    )
    func empty(value: JSON) {
        let name = Bilingual("甲", "a")
        for kind in FieldDeclaration.Kind.allCases {
            func codes(required: Bool) -> [String] {
                let field = FieldDeclaration("a", name, kind: kind, required: required)
                return FormCheck(fields: [field], today: CivilDay(number: 19_000)).faults(of: ["a": value]).map(\.code)
            }
            #expect(codes(required: false).isEmpty, "\(kind)")
            #expect(codes(required: true) == ["missing"], "\(kind)")
        }
    }
}
