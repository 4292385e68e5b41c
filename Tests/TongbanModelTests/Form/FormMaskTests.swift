// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing
import TongbanModel

@Suite("Forms: what is hidden")
struct FormMaskTests {
    private static func field(
        _ id: String,
        _ kind: FieldDeclaration.Kind,
        _ privacy: FieldDeclaration.Privacy
    ) -> FieldDeclaration {
        FieldDeclaration(id, Bilingual(id, id), kind: kind, privacy: privacy)
    }

    private static let mask = FormMask(fields: [
        Self.field("matter", .text, .public), Self.field("name", .personName, .personal),
        Self.field("double", .personName, .personal), Self.field("phone", .mobile, .personal),
        Self.field("id", .residentID, .personal), Self.field("age", .integer, .personal),
        Self.field("illness", .text, .sensitive), Self.field("empty", .text, .sensitive),
        FieldDeclaration(
            "rows",
            Bilingual("rows", "rows"),
            kind: .rows,
            fields: [Self.field("who", .personName, .personal), Self.field("what", .text, .sensitive)]
        ),
        FieldDeclaration("all", Bilingual("all", "all"), kind: .rows, privacy: .sensitive),
    ])

    private static let values: JSONObject = [
        "matter": "短斤少两", "name": "张三", "double": "欧阳小明", "phone": "13800138000",
        "id": "11010519491231002X", "age": 70, "illness": "糖尿病", "empty": .null, "own": 1,
        "rows": [["who": "李四", "what": "药", "count": 2]], "all": [["x": 1]],
    ]

    @Test("Lists show personal values masked and sensitive ones not at all")
    func lists() {
        let shown = Self.mask.list(Self.values)
        #expect(
            shown == [
                "matter": "短斤少两", "name": "张*", "double": "欧阳**", "phone": "138****8000",
                "id": "**************002X", "age": "***", "illness": "***", "empty": .null, "own": 1,
                "rows": [["who": "李*", "what": "***", "count": 2]], "all": "***",
            ]
        )
    }

    @Test("The journal keeps personal values and of sensitive ones only that there was one")
    func journal() {
        let kept = Self.mask.journal(Self.values)
        #expect(kept["name"] == "张三")
        #expect(kept["illness"] == "***")
        #expect(kept["empty"] == .null)
        #expect(kept["rows"] == [["who": "李四", "what": "***", "count": 2]])
        #expect(kept["all"] == "***")
    }
}
