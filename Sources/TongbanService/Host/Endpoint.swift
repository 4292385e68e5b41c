// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import Varlink

/// Puts methods of the interfaces on the engine: finds out who calls, asks the core, answers.
struct Endpoint: Sendable {
    let core: NIOLoopBound<DaemonCore>
    /// The bureau whose plugin a process is.
    let pluginOf: @Sendable (Int32) -> String?

    enum Need: Sendable {
        case nothing
        case reader
        case `operator`
    }

    func caller(_ context: VarlinkContext, needs: Need) throws -> Caller {
        let caller = try self.core.value.access.caller(of: context, in: self.core.value, plugin: self.pluginOf)
        switch needs {
        case .nothing: break
        case .reader: try caller.requireReader()
        case .operator: try caller.requireOperator()
        }
        return caller
    }

    /// A method that only reads, or answers from memory: it is answered at once.
    func read<Method: VarlinkMethod>(
        _ method: Method.Type,
        in service: inout VarlinkService,
        needs: Need = .reader,
        _ body: @escaping @Sendable (Method.Input, Caller, DaemonCore) throws -> Method.Output
    ) {
        service.handleOnLoop(method, pipelined: true) { input, context, responder in
            do {
                let caller = try self.caller(context, needs: needs)
                responder.reply(try body(input, caller, self.core.value))
            } catch {
                responder.fail(error)
            }
        }
    }

    /// A method that reads, and whose answer may have to be noted in the journal before it is given.
    ///
    /// - Parameter body: gives the answer and what notes it; with `nil` it is answered at once.
    func readNoting<Method: VarlinkMethod>(
        _ method: Method.Type,
        in service: inout VarlinkService,
        needs: Need = .reader,
        _ body: @escaping @Sendable (Method.Input, Caller, DaemonCore) throws -> (Method.Output, note: Note?)
    ) {
        service.handleOnLoop(method, pipelined: true) { input, context, responder in
            do {
                let caller = try self.caller(context, needs: needs)
                let core = self.core.value
                let (output, note) = try body(input, caller, core)
                guard let note else { return responder.reply(output) }
                core.perform(by: caller.actor) { () throws(EngineError) in
                    try note()
                } completion: { result in
                    responder.answer(result.map { output })
                }
            } catch {
                responder.fail(error)
            }
        }
    }

    typealias Note = () throws(EngineError) -> Void

    /// A method that changes something: answered when the change is on disk.
    func change<Method: VarlinkMethod>(
        _ method: Method.Type,
        in service: inout VarlinkService,
        needs: Need,
        _ body: @escaping @Sendable (Method.Input, Caller, DaemonCore) throws(EngineError) -> Method.Output
    ) {
        service.handleOnLoop(method, pipelined: true) { input, context, responder in
            do {
                let caller = try self.caller(context, needs: needs)
                let core = self.core.value
                core.perform(by: caller.actor) { () throws(EngineError) in
                    try body(input, caller, core)
                } completion: { result in
                    responder.answer(result)
                }
            } catch {
                responder.fail(error)
            }
        }
    }

    /// As ``change(_:in:needs:_:)``, for the plain verbs of the queue.
    func changeUnmarked<Method: VarlinkMethod>(
        _ method: Method.Type,
        in service: inout VarlinkService,
        needs: Need,
        _ body: @escaping @Sendable (Method.Input, Caller, DaemonCore) throws(EngineError) -> Method.Output
    ) {
        service.handleOnLoop(method, pipelined: true) { input, context, responder in
            do {
                let caller = try self.caller(context, needs: needs)
                let core = self.core.value
                core.performUnmarked(by: caller.actor) { () throws(EngineError) in
                    try body(input, caller, core)
                } completion: { result in
                    responder.answer(result)
                }
            } catch {
                responder.fail(error)
            }
        }
    }

    /// Runs something on the loop from a task.
    func onLoop<Value: Sendable>(_ body: @escaping @Sendable (DaemonCore) throws -> Value) async throws -> Value {
        try await self.core.eventLoop.submit { try body(self.core.value) }.get()
    }

    /// Runs a call from a task; returns when it is on disk.
    func perform<Value: Sendable>(
        by actor: Actor,
        _ body: @escaping @Sendable (DaemonCore) throws(EngineError) -> Value
    ) async throws -> Value {
        let promise = self.core.eventLoop.makePromise(of: Value.self)
        self.core.eventLoop.execute {
            let core = self.core.value
            core.perform(by: actor) { () throws(EngineError) in
                try body(core)
            } completion: { result in
                promise.completeWith(result.mapError { $0 as any Error })
            }
        }
        return try await promise.futureResult.get()
    }
}

extension Endpoint {
    /// As ``perform(by:_:)``, for the plain verbs of the queue.
    func performPlain<Value: Sendable>(
        by actor: Actor,
        _ body: @escaping @Sendable (DaemonCore) throws(EngineError) -> Value
    ) async throws -> Value {
        let promise = self.core.eventLoop.makePromise(of: Value.self)
        self.core.eventLoop.execute {
            let core = self.core.value
            core.performUnmarked(by: actor) { () throws(EngineError) in
                try body(core)
            } completion: { result in
                promise.completeWith(result.mapError { $0 as any Error })
            }
        }
        return try await promise.futureResult.get()
    }

    /// Looks whether those who wait for quiet can go on.
    func checkQuiet() async {
        try? await self.core.eventLoop.submit { self.core.value.checkQuiet() }.get()
    }
}

extension VarlinkMethodResponder {
    func answer(_ result: Result<Method.Output, EngineError>) {
        switch result {
        case .success(let output): self.reply(output)
        case .failure(let error): self.untyped.fail(with: error.failure)
        }
    }

    /// Answers with whatever was thrown.
    func fail(_ error: any Error) {
        if let error = error as? EngineError {
            self.untyped.fail(with: error.failure)
        } else {
            self.untyped.fail(with: error)
        }
    }
}
