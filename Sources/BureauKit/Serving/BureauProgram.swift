// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOCore
import NIOPosix
import TongbanModel
import Varlink

#if canImport(Glibc)
import Glibc
#endif

/// What a plugin's program does with its arguments and the socket it was handed.
struct BureauProgram {
    let definition: BureauDefinition
    let version: String

    init(_ definition: BureauDefinition, version: String) {
        self.definition = definition
        self.version = version
    }

    /// - Returns: the exit status: 0 ended in order, 1 at fault, 2 wrong usage.
    func run(_ arguments: [String]) async -> CInt {
        switch arguments.first {
        case nil: return await self.serve()
        case "--declaration":
            do {
                Self.say(try JSON(encoding: self.definition.declaration).pretty, to: 1)
                return 0
            } catch {
                Self.say("the declaration cannot be written: \(error)", to: 2)
                return 1
            }
        case "--check":
            let faults = DeclarationCheck.faults(in: self.definition.declaration)
            for fault in faults {
                Self.say("\(fault.place): \(fault.message.zh) / \(fault.message.en)", to: 2)
            }
            return faults.isEmpty ? 0 : 1
        default:
            Self.say("usage: \(self.definition.declaration.id) [--declaration | --check]", to: 2)
            return 2
        }
    }

    private func serve() async -> CInt {
        let inherited: VarlinkActivatedSocket?
        do {
            inherited = try VarlinkActivatedSocket.inherited()
        } catch {
            Self.say("the socket that was handed over cannot be used: \(error)", to: 2)
            return 1
        }
        guard let socket = inherited else {
            Self.say(
                "no socket was handed over: start this program by the daemon, by systemd, or by systemd-socket-activate",
                to: 2
            )
            return 2
        }
        let (retired, retire) = AsyncStream.makeStream(of: Void.self)
        let server = BureauServer(definition: self.definition, version: self.version) { retire.yield(()) }
        let group = MultiThreadedEventLoopGroup.singleton
        let varlink = VarlinkServer(service: server.service(), group: group)
        do {
            try await varlink.serve(socket)
        } catch {
            Self.say("cannot serve: \(error)", to: 2)
            return 1
        }
        await withTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await varlink.run() }
            tasks.addTask {
                for await _ in retired {
                    // Open calls are answered first: running tasks finish.
                    varlink.shutdown()
                    return
                }
            }
            await tasks.next()
            retire.finish()
            await tasks.waitForAll()
        }
        return 0
    }

    private static func say(_ text: String, to descriptor: CInt) {
        let bytes = Array((text + "\n").utf8)
        _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    }
}
