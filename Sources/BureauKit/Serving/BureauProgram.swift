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
    let bureau: any Bureau
    let version: String

    init(_ bureau: some Bureau, version: String) {
        self.bureau = bureau
        self.version = version
    }

    /// - Returns: the exit status: 0 ended in order, 1 at fault, 2 wrong usage.
    func run(_ arguments: [String]) async -> CInt {
        var arguments = arguments
        var file: String?
        if let index = arguments.firstIndex(of: "--rules"), index + 1 < arguments.count {
            file = arguments[index + 1]
            arguments.removeSubrange(index...index + 1)
        }
        switch arguments {
        case []: return await self.serve()
        case ["--declaration"], ["--check"]: break
        default:
            Self.say("usage: PLUGIN [--declaration | --check] [--rules FILE]", to: 2)
            return 2
        }
        let definition: BureauDefinition
        do {
            let book = try RuleFile.find(file).map { path in try RuleBook(text: RuleFile.read(path)) }
            definition = try BureauDefinition(self.bureau, rules: book, on: RuleFile.today())
        } catch let error as RuleBookError {
            for fault in error.faults { Self.say("\(fault.place): \(fault.message.zh) / \(fault.message.en)", to: 2) }
            return 1
        } catch {
            Self.say("the rule file cannot be read: \(error)", to: 2)
            return 1
        }
        if arguments == ["--check"] {
            let faults = DeclarationCheck.faults(in: definition.declaration)
            for fault in faults {
                Self.say("\(fault.place): \(fault.message.zh) / \(fault.message.en)", to: 2)
            }
            return faults.isEmpty ? 0 : 1
        }
        do {
            Self.say(try JSON(encoding: definition.declaration).pretty, to: 1)
            return 0
        } catch {
            Self.say("the declaration cannot be written: \(error)", to: 2)
            return 1
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
        let server = BureauServer(bureau: self.bureau, version: self.version) { retire.yield(()) }
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
