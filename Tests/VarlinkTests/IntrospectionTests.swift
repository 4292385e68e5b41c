// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Testing
import VarlinkIDL

@testable import Varlink

@Suite("org.varlink.service")
struct IntrospectionTests {
    let test = TestService()

    @Test("GetInfo tells of the service and its interfaces, its own among them")
    func getInfo() async throws {
        try await RawPeer.withServer(of: self.test) { peer in
            try await peer.send(#"{"method":"org.varlink.service.GetInfo"}"# + "\0")
            #expect(
                try await peer.message()
                    == #"{"parameters":{"vendor":"Example","product":"Test","version":"1","#
                    + #""url":"https://example.org","interfaces":["org.varlink.service","org.example.test"]}}"#
            )
        }
    }

    @Test("the text of each interface is told, and is an interface definition")
    func descriptions() async throws {
        for interface in self.test.service.interfaces {
            try await RawPeer.withServer(of: self.test) { peer in
                try await peer.send(
                    "{\"method\":\"org.varlink.service.GetInterfaceDescription\","
                        + "\"parameters\":{\"interface\":\"\(interface.name)\"}}\0"
                )
                let reply = try #require(try await peer.message())
                let description = try JSON(parsing: reply)["parameters"]?["description"]?.stringValue
                #expect(description == interface.description)
            }
            let parsed = try VarlinkInterface(parsing: interface.description)
            #expect(parsed.name == interface.name)
            #expect(parsed.methods == interface.methods)
        }
    }

    @Test("the interface has all errors of UAPI.20")
    func errors() throws {
        let interface = try IDLInterface(parsing: VarlinkInterface.service.description)
        #expect(
            interface.errors.map(\.name) == [
                "InterfaceNotFound", "MethodNotFound", "MethodNotImplemented", "InvalidParameter", "PermissionDenied",
                "ExpectedMore", "ExpectedUpgrade",
            ]
        )
    }

    @Test(
        "what is not there is said not to be",
        arguments: [
            ("org.example.none.Echo", "InterfaceNotFound", "interface", "org.example.none"),
            ("org.example.test.Nothing", "MethodNotFound", "method", "org.example.test.Nothing"),
            ("Echo", "MethodNotFound", "method", "Echo"),
            ("org.example.test.Missing", "MethodNotImplemented", "method", "org.example.test.Missing"),
        ]
    )
    func notFound(method: String, error: String, parameter: String, value: String) async throws {
        try await RawPeer.withServer(of: self.test) { peer in
            try await peer.send("{\"method\":\"\(method)\"}\0")
            #expect(
                try await peer.message()
                    == "{\"error\":\"org.varlink.service.\(error)\",\"parameters\":{\"\(parameter)\":\"\(value)\"}}"
            )
        }
    }

    @Test(
        "a parameter at fault is named",
        arguments: [
            ("org.example.test.Echo", "{}", "text"),
            ("org.example.test.Echo", #"{"text":null}"#, "text"),
            ("org.example.test.Echo", #"{"text":1}"#, "text"),
            ("org.example.test.Echo", #"{"text":"a","text":"b"}"#, "text"),
            ("org.example.test.Echo", #"{"text":"a","other":1}"#, "other"),
            ("org.varlink.service.GetInfo", #"{"other":1}"#, "other"),
            ("org.varlink.service.GetInterfaceDescription", "{}", "interface"),
            ("org.varlink.service.GetInterfaceDescription", #"{"interface":1}"#, "interface"),
        ]
    )
    func invalidParameter(method: String, parameters: String, name: String) async throws {
        try await RawPeer.withServer(of: self.test) { peer in
            try await peer.send("{\"method\":\"\(method)\",\"parameters\":\(parameters)}\0")
            #expect(
                try await peer.message()
                    == #"{"error":"org.varlink.service.InvalidParameter","parameters":{"parameter":""# + name + #""}}"#
            )
        }
    }

    @Test("a stream that is called without more says what it expects")
    func expectedMore() async throws {
        try await RawPeer.withServer(of: self.test) { peer in
            try await peer.send(TestService.call("Count", #""parameters":{"text":"1"}"#))
            #expect(try await peer.message() == #"{"error":"org.varlink.service.ExpectedMore"}"#)
        }
    }

    @Test("each error reads back as itself")
    func failures() {
        let failures: [VarlinkServiceFailure] = [
            .interfaceNotFound(interface: "a.b"), .methodNotFound(method: "a.B"), .methodNotImplemented(method: "a.B"),
            .invalidParameter(parameter: "x"), .permissionDenied, .expectedMore, .expectedUpgrade,
        ]
        for failure in failures {
            #expect(
                VarlinkServiceFailure(errorName: failure.errorName, errorParameters: failure.errorParameters) == failure
            )
        }
        #expect(VarlinkServiceFailure(errorName: "a.E", errorParameters: .emptyObject) == nil)
    }
}
