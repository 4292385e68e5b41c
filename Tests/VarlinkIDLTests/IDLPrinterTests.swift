// SPDX-License-Identifier: Apache-2.0

import Testing
import VarlinkIDL

@Suite("Printing interface definitions")
struct IDLPrinterTests {
    @Test("a canonical text is printed as it is")
    func canonical() throws {
        #expect(try IDLInterface(parsing: sampleInterface).text == sampleInterface)
    }

    @Test("what is printed reads as the same definition")
    func roundTrip() throws {
        let text = """
            interface org.example.A
            type B(
            # Documented deep inside.
            a:(b:[](c:int,
            # Very deep.
            d:?(e,
            # One value.
            f))), empty: ())
            type C(x,
            # Why.
            y)
            type Wide(field: (\((1...30).map { "value\($0)" }.joined(separator: ","))))
            method M(\((1...30).map { "field\($0):string" }.joined(separator: ",")))->()
            error E(a:[string]())
            """
        let interface = try IDLInterface(parsing: text)
        #expect(try IDLInterface(parsing: interface.text) == interface)
        #expect(try IDLInterface(parsing: interface.text).text == interface.text)
        #expect(interface.text.split(separator: "\n").allSatisfy { $0.utf8.count <= 120 })
    }
}
