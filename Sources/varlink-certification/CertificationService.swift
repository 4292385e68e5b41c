// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Synchronization
import Varlink

/// The service of `org.varlink.certification`: checks that each call is the next one, byte for meaning.
final class CertificationService: Sendable {
    /// Which step each client is to take next; past the last one, `End`.
    private let nextStep = Mutex<[String: Int]>([:])

    /// Clients that begin and never end are forgotten when there are more than this.
    private static let clientLimit = 1024

    var service: VarlinkService {
        get throws {
            var service = VarlinkService(
                vendor: "Varlink",
                product: "Varlink certification",
                version: "1",
                url: "https://varlink.org"
            )
            service.add(try VarlinkInterface(parsing: Self.interface))
            service.handleOnLoop(method: "org.varlink.certification.Start") { context, responder in
                self.answer(responder) { [.object(["client_id": .string(try self.start(context))])] }
            }
            for (index, step) in CertificationStep.all.enumerated() {
                service.handleOnLoop(method: step.fullName) { context, responder in
                    self.answer(responder) {
                        try self.take(step, index, context)
                        return step.outputs.map { .object($0) }
                    }
                }
            }
            service.handleOnLoop(method: "org.varlink.certification.End") { context, responder in
                self.answer(responder) {
                    let end = CertificationStep("End", [:], [])
                    let client = try self.take(end, CertificationStep.all.count, context)
                    self.forget(client)
                    return [["all_ok": true]]
                }
            }
            return service
        }
    }

    private func answer(_ responder: VarlinkResponder, _ outputs: () throws -> [JSON]) {
        do {
            let outputs = try outputs()
            for output in outputs.dropLast() { responder.replyContinues(output) }
            if let last = outputs.last { responder.reply(last) } else { responder.reply() }
        } catch {
            responder.fail(with: error)
        }
    }

    private func start(_ context: VarlinkContext) throws -> String {
        try Self.check(context, method: "Start", mode: .single, [:])
        let client =
            String(UInt64.random(in: .min ... .max), radix: 16) + String(UInt64.random(in: .min ... .max), radix: 16)
        self.nextStep.withLock { clients in
            if clients.count >= Self.clientLimit { clients.removeAll() }
            clients[client] = 0
        }
        return client
    }

    /// Makes sure that the call is the step whose turn it is; a client that errs has failed for good.
    @discardableResult
    private func take(_ step: CertificationStep, _ index: Int, _ context: VarlinkContext) throws -> String {
        guard let client = try context.parameters.parsed()["client_id"]?.stringValue else {
            throw VarlinkServiceFailure.invalidParameter(parameter: "client_id")
        }
        guard let next = self.nextStep.withLock({ $0[client] }) else { throw CertificationFailure.unknownClient }
        do {
            guard next == index else {
                let wanted = next < CertificationStep.all.count ? CertificationStep.all[next].fullName : "End"
                throw CertificationFailure.mismatch(
                    wants: ["method": .string(wanted)],
                    got: ["method": .string(context.method)]
                )
            }
            var input = step.input
            input["client_id"] = .string(client)
            try Self.check(context, method: step.method, mode: step.mode, input)
        } catch {
            self.forget(client)
            throw error
        }
        self.nextStep.withLock { $0[client] = index + 1 }
        return client
    }

    private func forget(_ client: String) {
        self.nextStep.withLock { $0[client] = nil }
    }

    private static func check(
        _ context: VarlinkContext,
        method: String,
        mode: VarlinkCallMode,
        _ input: JSONObject
    ) throws {
        let parameters = try context.parameters.parsed()
        guard context.mode == mode, parameters.means(.object(input)) else {
            throw CertificationFailure.mismatch(
                wants: Self.message("org.varlink.certification." + method, mode, .object(input)),
                got: Self.message(context.method, context.mode, parameters)
            )
        }
    }

    private static func message(_ method: String, _ mode: VarlinkCallMode, _ parameters: JSON) -> JSON {
        var message: JSON = ["method": .string(method), "parameters": parameters]
        switch mode {
        case .single: break
        case .oneway: message["oneway"] = true
        case .more: message["more"] = true
        case .upgrade: message["upgrade"] = true
        }
        return message
    }
}
