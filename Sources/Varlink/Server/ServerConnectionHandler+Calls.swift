// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import NIOCore

// Taking calls from the bytes that came, and having them carried out.
extension ServerConnectionHandler {
    /// Takes calls from the bytes that came, as many as may start now.
    func takeCalls() {
        guard !self.isTakingCalls else { return }
        self.isTakingCalls = true
        defer { self.isTakingCalls = false }
        do throws(VarlinkProtocolViolation) {
            while true {
                if let (id, call) = self.state.nextHeldCall() {
                    self.start(id, call)
                    continue
                }
                guard self.state.wantsCall, self.isWritable || !self.state.isConnected else { break }
                guard let message = try self.decoder.next() else { break }
                self.stopMessageTimer()
                let call = try self.decode(message)
                let handler = self.server.service.handler(of: call.method)
                let isPipelined = (try? handler.get())?.isPipelined ?? false
                if case .start(let id) = self.state.receive(call, isPipelined: isPipelined) {
                    self.carryOut(id, call, handler)
                }
            }
        } catch {
            self.close(.violation(error))
            return
        }
        self.watchMessage()
        self.resumeReading()
        self.closeIfFinished()
    }

    func decode(_ message: ByteBuffer) throws(VarlinkProtocolViolation) -> VarlinkCall {
        let limits = self.limits
        return try message.withUnsafeReadableBytes { bytes in
            Result { () throws(VarlinkProtocolViolation) in try VarlinkCall(decoding: bytes, limits: limits) }
        }.get()
    }

    func start(_ id: ServerConnectionState.CallID, _ call: VarlinkCall) {
        self.carryOut(id, call, self.server.service.handler(of: call.method))
    }

    func carryOut(
        _ id: ServerConnectionState.CallID,
        _ call: VarlinkCall,
        _ handler: Result<MethodHandler, VarlinkServiceFailure>
    ) {
        let responder = VarlinkResponder(self, id)
        switch handler {
        case .failure(let failure):
            responder.fail(failure)
        case .success(let handler):
            let context = VarlinkContext(call: call, connection: self.info, limits: self.limits)
            switch handler {
            case .onLoop, .task, .stream:
                guard call.mode != .upgrade else {
                    responder.fail(VarlinkServiceFailure.methodNotImplemented(method: call.method))
                    return
                }
            case .upgrade:
                guard call.mode == .upgrade else {
                    responder.fail(VarlinkServiceFailure.expectedUpgrade)
                    return
                }
            }
            switch handler {
            case .onLoop(_, let body):
                body(context, responder)
            case .task(_, let body):
                self.run(call, responder) { try await body(context) }
            case .stream(let requiresMore, let body):
                guard !requiresMore || call.mode == .more else {
                    responder.fail(VarlinkServiceFailure.expectedMore)
                    return
                }
                let writer = VarlinkReplyWriter(responder, mode: call.mode)
                self.run(call, responder) { try await body(context, writer) }
            case .upgrade(let body):
                let upgrade = VarlinkUpgrade(responder)
                self.add(oneway: false) { await upgrade.run { try await body(context, upgrade) } }
            }
        }
    }

    func run(
        _ call: VarlinkCall,
        _ responder: VarlinkResponder,
        _ body: @escaping @Sendable () async throws -> RawJSON?
    ) {
        self.add(oneway: call.mode == .oneway) {
            do {
                let parameters = try await body()
                responder.eventLoop.execute { responder.finish(parameters) }
            } catch {
                let method = call.method
                responder.eventLoop.execute { responder.fail(with: error, method: method) }
            }
        }
    }

    /// Hands work to the tasks of this connection, or, when nobody waits for its end, of the server.
    func add(oneway: Bool, _ body: @escaping @Sendable () async -> Void) {
        if oneway {
            self.server.tasks.add(body)
        } else if let tasks = self.tasks {
            tasks.add(body)
        } else {
            let tasks = ConnectionTasks()
            self.tasks = tasks
            tasks.add(body)
            self.server.tasks.add { await tasks.run() }
        }
    }

    func resumeReading() {
        guard self.readIsPending, let context = self.context, self.state.isConnected else { return }
        guard self.state.wantsCall, self.isWritable else { return }
        self.readIsPending = false
        context.read()
    }
}
