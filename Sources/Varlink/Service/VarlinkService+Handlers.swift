// SPDX-License-Identifier: Apache-2.0

import ByteJSON

// Handlers of untyped calls: parameters and replies are JSON objects kept as bytes.
extension VarlinkService {
    /// Carries out a method as a task, a child of its connection's, cancelled when the connection closes.
    ///
    /// What the handler throws is the answer: a ``VarlinkFailure`` as that, a `JSONError` as `InvalidParameter`; any
    /// other error closes the connection and is told to whoever listens to the server's events.
    ///
    /// - Parameters:
    ///   - method: The fully-qualified name.
    ///   - isPipelined: Whether further pipelined calls of the same connection may start before this one is answered;
    ///     replies leave in the order of the calls all the same.
    ///   - handler: Returns the output parameters, `nil` for none.
    public mutating func handle(
        method: String,
        pipelined isPipelined: Bool = false,
        _ handler: @escaping @Sendable (_ context: VarlinkContext) async throws -> RawJSON?
    ) {
        self.register(method, .task(isPipelined: isPipelined, handler))
    }

    /// Carries out a method on the event loop of its connection, which the handler must not block.
    ///
    /// The responder may be kept and used later, on the same loop.
    public mutating func handleOnLoop(
        method: String,
        pipelined isPipelined: Bool = false,
        _ handler: @escaping @Sendable (_ context: VarlinkContext, _ responder: VarlinkResponder) -> Void
    ) {
        self.register(method, .onLoop(isPipelined: isPipelined, handler))
    }

    /// Carries out a method that replies many times, as a task, a child of its connection's.
    ///
    /// - Parameters:
    ///   - method: The fully-qualified name.
    ///   - requiresMore: Whether a call without `more` is answered `ExpectedMore` without asking the handler. Where a
    ///     method works both ways, the handler looks at the context's mode.
    ///   - handler: Writes replies that continue, and returns the last, which does not.
    public mutating func stream(
        method: String,
        requiresMore: Bool = true,
        _ handler:
            @escaping @Sendable (_ context: VarlinkContext, _ writer: VarlinkReplyWriter) async throws -> RawJSON?
    ) {
        self.register(method, .stream(requiresMore: requiresMore, handler))
    }

    /// Carries out a method that turns the connection over to another protocol.
    public mutating func upgrade(
        method: String,
        _ handler: @escaping @Sendable (_ context: VarlinkContext, _ upgrade: VarlinkUpgrade) async throws -> Void
    ) {
        self.register(method, .upgrade(handler))
    }
}

// Handlers of calls whose types were generated from the interface.
extension VarlinkService {
    /// Carries out a method as a task; see ``handle(method:pipelined:_:)``.
    public mutating func handle<Method: VarlinkMethod>(
        _ method: Method.Type,
        pipelined isPipelined: Bool = false,
        _ handler:
            @escaping @Sendable (_ input: Method.Input, _ context: VarlinkContext) async throws -> Method.Output
    ) {
        self.handle(method: Method.name, pipelined: isPipelined) { context in
            let input = try context.input(of: Method.self)
            return RawJSON(encoding: try await handler(input, context))
        }
    }

    /// Carries out a method on the event loop; see ``handleOnLoop(method:pipelined:_:)``.
    public mutating func handleOnLoop<Method: VarlinkMethod>(
        _ method: Method.Type,
        pipelined isPipelined: Bool = false,
        _ handler:
            @escaping @Sendable (
                _ input: Method.Input, _ context: VarlinkContext, _ responder: VarlinkMethodResponder<Method>
            ) -> Void
    ) {
        self.handleOnLoop(method: Method.name, pipelined: isPipelined) { context, responder in
            let input: Method.Input
            do throws(VarlinkServiceFailure) {
                input = try context.input(of: Method.self)
            } catch {
                responder.fail(error)
                return
            }
            handler(input, context, VarlinkMethodResponder(responder))
        }
    }

    /// Carries out a method that replies many times; see ``stream(method:requiresMore:_:)``.
    public mutating func stream<Method: VarlinkMethod>(
        _ method: Method.Type,
        requiresMore: Bool = true,
        _ handler:
            @escaping @Sendable (
                _ input: Method.Input, _ context: VarlinkContext, _ writer: VarlinkMethodReplyWriter<Method>
            ) async throws -> Method.Output
    ) {
        self.stream(method: Method.name, requiresMore: requiresMore) { context, writer in
            let input = try context.input(of: Method.self)
            return RawJSON(encoding: try await handler(input, context, VarlinkMethodReplyWriter(writer)))
        }
    }

    /// Carries out a method that turns the connection over to another protocol.
    ///
    /// The handler confirms with ``VarlinkUpgrade/confirm(_:_:)-(JSONWritable,_)``, or throws the failure to answer with.
    public mutating func upgrade<Method: VarlinkMethod>(
        _ method: Method.Type,
        _ handler:
            @escaping @Sendable (
                _ input: Method.Input, _ context: VarlinkContext, _ upgrade: VarlinkUpgrade
            ) async throws -> Void
    ) {
        self.upgrade(method: Method.name) { context, upgrade in
            try await handler(try context.input(of: Method.self), context, upgrade)
        }
    }
}
