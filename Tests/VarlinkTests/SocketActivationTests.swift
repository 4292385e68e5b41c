// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Varlink

@Suite("Socket activation")
struct SocketActivationTests {
    static let process = SocketActivation.Process(id: 42, descriptorInode: 7)

    @Test(
        "the descriptor meant for Varlink is found",
        arguments: [
            (["LISTEN_PID": "42", "LISTEN_FDS": "1"], 3),
            (["LISTEN_PID": "42", "LISTEN_FDS": "1", "LISTEN_FDNAMES": "varlink"], 3),
            (["LISTEN_PID": "42", "LISTEN_FDS": "1", "LISTEN_FDNAMES": "unknown"], 3),
            (["LISTEN_PID": "42", "LISTEN_FDS": "2", "LISTEN_FDNAMES": "other:varlink"], 4),
            (["LISTEN_PID": "42", "LISTEN_FDS": "3", "LISTEN_FDNAMES": ":varlink:x"], 4),
            (["LISTEN_PID": "42", "LISTEN_FDS": "1", "LISTEN_PIDFDID": "7"], 3),
        ] as [([String: String], CInt)]
    )
    func found(environment: [String: String], descriptor: CInt) {
        #expect(SocketActivation.descriptor(in: environment, of: Self.process) == descriptor)
    }

    @Test(
        "what was meant for another process, or for something else, is ignored",
        arguments: [
            [:],
            ["LISTEN_FDS": "1"],
            ["LISTEN_PID": "43", "LISTEN_FDS": "1"],
            ["LISTEN_PID": "x", "LISTEN_FDS": "1"],
            ["LISTEN_PID": "42"],
            ["LISTEN_PID": "42", "LISTEN_FDS": "0"],
            ["LISTEN_PID": "42", "LISTEN_FDS": "-1"],
            ["LISTEN_PID": "42", "LISTEN_FDS": "2"],
            ["LISTEN_PID": "42", "LISTEN_FDS": "2", "LISTEN_FDNAMES": "a:b"],
            ["LISTEN_PID": "42", "LISTEN_FDS": "2", "LISTEN_FDNAMES": "a:b:varlink"],
            ["LISTEN_PID": "42", "LISTEN_FDS": "1", "LISTEN_PIDFDID": "8"],
        ]
    )
    func ignored(environment: [String: String]) {
        #expect(SocketActivation.descriptor(in: environment, of: Self.process) == nil)
    }

    @Test("where the kernel does not number processes, that number is not asked for")
    func oldKernel() {
        let process = SocketActivation.Process(id: 42, descriptorInode: nil)
        let environment = ["LISTEN_PID": "42", "LISTEN_FDS": "1", "LISTEN_PIDFDID": "8"]
        #expect(SocketActivation.descriptor(in: environment, of: process) == 3)
    }
}
