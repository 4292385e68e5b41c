// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Testing

@testable import Varlink

/// One proof for each clause; the compiler refuses a clause without one.
@Suite("UAPI.20, clause by clause", .timeLimit(.minutes(2)))
struct SpecificationTests {
    private typealias Server = ServerWireTests
    private typealias Client = ClientWireTests

    @Test("the specification is kept", arguments: SpecificationClause.allCases)
    func keeps(clause: SpecificationClause) async throws {
        switch clause {
        case .floatsNeverNaN, .integers64, .nullIsAbsent, .nonNullablePresent, .refuseUnknownFields, .refuseWrongTypes,
            .ignoreUnknownReplyFields:
            try await self.keepsTypes(clause)
        case .utf8, .nulTerminated, .anySplit, .noWhiteSpace, .acceptWhiteSpace, .inOrder, .pipelining:
            try await self.keepsWire(clause)
        case .oneFlag, .booleanFlags, .emptyParametersOfCalls, .emptyParametersOfReplies, .omitParametersOfCalls,
            .omitParametersOfReplies, .noContinuesWithError, .qualifiedErrors:
            try await self.keepsMessages(clause)
        case .onewayNoReply, .onewayEverywhere, .moreOptional, .moreSeries, .moreExclusive, .moreClose,
            .noContinuesWithoutMore, .expectedMore:
            try await self.keepsModes(clause)
        case .upgradeConfirmed, .upgradeError, .upgradeServerReads, .upgradeClientReads, .upgradeClientWaits,
            .expectedUpgrade:
            try await self.keepsUpgrade(clause)
        case .vendorNames, .vendorIgnored, .unknownMembersOfCalls, .unknownMembersOfReplies, .malformed, .abortOnClose,
            .dropReplies, .limitMessageSize, .limitConnections:
            try await self.keepsConnections(clause)
        case .serviceInterface, .interfacesIncludeService, .descriptions, .notFound:
            try await self.keepsService(clause)
        case .addresses, .activationProcess, .activationName, .activationKinds, .readBit, .credentials,
            .processDescriptor, .noDescriptors:
            try await self.keepsSockets(clause)
        }
    }

    @Test("the clauses are told apart")
    func clauses() {
        #expect(Set(SpecificationClause.allCases.map(\.rawValue)).count == SpecificationClause.allCases.count)
    }

    private func keepsTypes(_ clause: SpecificationClause) async throws {
        switch clause {
        case .floatsNeverNaN:
            for value in [Double.nan, .infinity, -.infinity] { #expect(JSON.number(value).jsonText == "null") }
        case .integers64:
            for text in ["-9223372036854775808", "9223372036854775807", "18446744073709551615"] {
                #expect(try JSON(parsing: text).jsonText == text)
            }
        case .nullIsAbsent:
            // Of a nullable field, by an interface with one: the flags of a call are such.
            #expect(
                try EnvelopeTests.call(#"{"method":"a.B","more":null}"#) == EnvelopeTests.call(#"{"method":"a.B"}"#)
            )
        case .nonNullablePresent:
            for parameters in ["{}", #"{"text":null}"#] {
                try await IntrospectionTests().invalidParameter(method: Echo.name, parameters: parameters, name: "text")
            }
        case .refuseUnknownFields:
            try await IntrospectionTests().invalidParameter(
                method: Echo.name,
                parameters: #"{"text":"a","other":1}"#,
                name: "other"
            )
        case .refuseWrongTypes:
            try await IntrospectionTests().invalidParameter(
                method: Echo.name,
                parameters: #"{"text":1}"#,
                name: "text"
            )
        case .ignoreUnknownReplyFields: try await Client().vendorObjects()
        default: Issue.record("\(clause) has no proof")
        }
    }

    private func keepsWire(_ clause: SpecificationClause) async throws {
        switch clause {
        case .utf8: EnvelopeTests().invalidUTF8()
        case .nulTerminated: try EnvelopeTests().writing()
        case .anySplit:
            try await Server().split()
            try await Server().coalesced()
        case .noWhiteSpace:
            try EnvelopeTests().writing()
            try await Client().compact()
        case .acceptWhiteSpace: try await Server().compact()
        case .inOrder: try await Server().order()
        case .pipelining: try await Client().pipelining()
        default: Issue.record("\(clause) has no proof")
        }
    }

    private func keepsMessages(_ clause: SpecificationClause) async throws {
        switch clause {
        case .oneFlag:
            for flags in [
                #""more":true,"oneway":true"#, #""more":true,"upgrade":true"#, #""oneway":true,"upgrade":true"#,
            ] {
                try await Server().malformed(message: #"{"method":"org.example.test.Echo","# + flags + "}")
            }
        case .booleanFlags:
            for flag in ["more", "oneway", "upgrade"] {
                for value in ["1", "\"true\"", "{}", "[]"] {
                    try await Server().malformed(message: "{\"method\":\"org.example.test.Echo\",\"\(flag)\":\(value)}")
                }
            }
        case .emptyParametersOfCalls:
            for members in ["", #""parameters":null"#, #""parameters":{}"#] {
                try await Server().emptyParameters(members: members)
            }
        case .emptyParametersOfReplies:
            for text in ["{}", #"{"parameters":null}"#, #"{"parameters":{}}"#] {
                #expect(try EnvelopeTests.reply(text) == VarlinkReply())
            }
        case .omitParametersOfCalls: try await Client().compact()
        case .omitParametersOfReplies: try await IntrospectionTests().expectedMore()
        case .noContinuesWithError:
            #expect(throws: VarlinkProtocolViolation.continuesWithError) {
                try EnvelopeTests.reply(#"{"error":"a.E","continues":true}"#)
            }
            // Nor can a server say it: an error ends the call.
            try await Server().floodWithoutMore()
        case .qualifiedErrors: try await Client().failure()
        default: Issue.record("\(clause) has no proof")
        }
    }

    private func keepsModes(_ clause: SpecificationClause) async throws {
        switch clause {
        case .onewayNoReply, .onewayEverywhere: try await Server().oneway()
        case .moreOptional: try await Server().moreOnSingle()
        case .moreSeries, .moreExclusive: try await Server().moreIsExclusive()
        case .moreClose: try await Client().breakingOut()
        case .noContinuesWithoutMore: try await Server().floodWithoutMore()
        case .expectedMore: try await IntrospectionTests().expectedMore()
        default: Issue.record("\(clause) has no proof")
        }
    }

    private func keepsUpgrade(_ clause: SpecificationClause) async throws {
        switch clause {
        case .upgradeConfirmed: try await UpgradeTests().upgrade()
        case .upgradeError: try await UpgradeTests().refused()
        case .upgradeServerReads: try await UpgradeTests().serverReadsNothingTooFar()
        case .upgradeClientReads: try await UpgradeTests().clientReadsNothingTooFar()
        case .upgradeClientWaits: ClientConnectionStateTests().upgrade()
        case .expectedUpgrade: try await UpgradeTests().expected()
        default: Issue.record("\(clause) has no proof")
        }
    }

    private func keepsConnections(_ clause: SpecificationClause) async throws {
        switch clause {
        case .vendorNames:
            try await Server().malformed(message: #"{"method":"org.example.test.Echo","org.example":1}"#)
            try await Server().malformed(message: #"{"method":"org.example.test.Echo","X-Example":{}}"#)
        case .vendorIgnored: try await Server().vendorObjects()
        case .unknownMembersOfCalls:
            try await Server().malformed(message: #"{"method":"org.example.test.Echo","unknown":null}"#)
        case .unknownMembersOfReplies: try await Client().violation(reply: #"{"unknown":1}"#)
        case .malformed:
            for message in ["", "x", "[]", "1", "{}", #"{"method":"a.B""#] {
                try await Server().malformed(message: message)
            }
        case .abortOnClose:
            try await Server().disconnectTask()
            try await Server().disconnectOnLoop()
        case .dropReplies: try ServerConnectionStateTests().abandon()
        case .limitMessageSize: try await LimitTests().messageSize()
        case .limitConnections:
            try await LimitTests().connections()
            try await LimitTests().connectionsPerUser()
        default: Issue.record("\(clause) has no proof")
        }
    }

    private func keepsService(_ clause: SpecificationClause) async throws {
        switch clause {
        case .serviceInterface, .interfacesIncludeService: try await IntrospectionTests().getInfo()
        case .descriptions: try await IntrospectionTests().descriptions()
        case .notFound:
            try await IntrospectionTests().notFound(
                method: "org.example.none.Echo",
                error: "InterfaceNotFound",
                parameter: "interface",
                value: "org.example.none"
            )
            for (method, error) in [("Nothing", "MethodNotFound"), ("Missing", "MethodNotImplemented")] {
                let method = "org.example.test." + method
                try await IntrospectionTests().notFound(
                    method: method,
                    error: error,
                    parameter: "method",
                    value: method
                )
            }
        default: Issue.record("\(clause) has no proof")
        }
    }

    private func keepsSockets(_ clause: SpecificationClause) async throws {
        let process = SocketActivation.Process(id: 42, descriptorInode: 7)
        func descriptor(_ variables: [String: String]) -> CInt? {
            let always = ["LISTEN_PID": "42", "LISTEN_FDS": "1"]
            return SocketActivation.descriptor(in: always.merging(variables) { $1 }, of: process)
        }
        switch clause {
        case .addresses:
            #expect(try VarlinkAddress("unix:/run/a;x=y;z") == .path("/run/a"))
        case .activationProcess:
            #expect(descriptor([:]) == 3)
            #expect(descriptor(["LISTEN_PID": "43"]) == nil)
            #expect(descriptor(["LISTEN_PIDFDID": "8"]) == nil)
        case .activationName:
            #expect(descriptor(["LISTEN_FDS": "2", "LISTEN_FDNAMES": "a:varlink"]) == 4)
            #expect(descriptor(["LISTEN_FDS": "2", "LISTEN_FDNAMES": "a:b"]) == nil)
        case .activationKinds: try await ListeningTests().activated()
        case .readBit: try ListeningTests().mode(mode: 0o644)
        case .credentials, .processDescriptor: try await ListeningTests().peer()
        case .noDescriptors: try await DescriptorTests().dropped()
        default: Issue.record("\(clause) has no proof")
        }
    }
}
