// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Varlink

@Suite("Addresses")
struct AddressTests {
    @Test(
        "an address is read",
        arguments: [
            ("unix:/run/a", VarlinkAddress.path("/run/a")),
            ("unix:/run/a;mode=0600", .path("/run/a")),
            ("unix:relative", .path("relative")),
            ("/run/a", .path("/run/a")),
            ("./a", .path("./a")),
            ("unix:@name", .abstract("name")),
            ("@name;x=1", .abstract("name")),
            ("exec:/usr/bin/a", .command(["/usr/bin/a"])),
            ("exec:/usr/bin/a serve  --x", .command(["/usr/bin/a", "serve", "--x"])),
            ("tcp:localhost:12345", .tcp(host: "localhost", port: 12345)),
            ("tcp:[::1]:12345", .tcp(host: "::1", port: 12345)),
            ("unix:/" + String(repeating: "a", count: 106), .path("/" + String(repeating: "a", count: 106))),
        ]
    )
    func good(text: String, address: VarlinkAddress) throws {
        #expect(try VarlinkAddress(text) == address)
        #expect(try VarlinkAddress(address.description) == address)
    }

    @Test(
        "what is no address is refused, and said why",
        arguments: [
            ("", VarlinkAddressError.empty("")),
            (";x", .empty(";x")),
            ("unix:", .empty("unix:")),
            ("unix:@", .empty("unix:@")),
            ("exec: ", .empty("exec: ")),
            ("http:/x", .unknownScheme("http:/x")),
            ("name", .unknownScheme("name")),
            ("@", .unknownScheme("@")),
            ("unix:/a\0b", .containsNUL("unix:/a\0b")),
            ("tcp:localhost", .malformedHostAndPort("tcp:localhost")),
            ("tcp::1", .malformedHostAndPort("tcp::1")),
            ("tcp:a:65536", .malformedHostAndPort("tcp:a:65536")),
        ]
    )
    func bad(text: String, error: VarlinkAddressError) {
        #expect(throws: error) { try VarlinkAddress(text) }
    }

    @Test("a path one byte longer than a socket's may be is refused")
    func tooLong() {
        let text = "unix:/" + String(repeating: "a", count: 107)
        #expect(throws: VarlinkAddressError.tooLong(text, limit: 107)) { try VarlinkAddress(text) }
    }

    @Test("tcp: is understood, and refused by name on both sides")
    func tcp() async throws {
        let address = try VarlinkAddress("tcp:localhost:1")
        let error = VarlinkAddressError.unsupportedTransport("tcp:localhost:1")
        await #expect(throws: error) { _ = try await VarlinkConnection.connect(to: address, group: testGroup) }
        await #expect(throws: error) {
            try await VarlinkServer(service: TestService().service, group: testGroup).listen(at: address)
        }
    }
}
