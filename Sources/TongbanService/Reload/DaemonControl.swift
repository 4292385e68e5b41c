// SPDX-License-Identifier: Apache-2.0

/// Has a running daemon read its configuration anew: for signals and for callers on the socket alike. One reload at a
/// time; those asked for meanwhile follow, in order.
public final class DaemonControl: Sendable {
    private typealias Answer = CheckedContinuation<ReloadOutcome, Never>

    private let requests: AsyncStream<Answer>
    private let request: AsyncStream<Answer>.Continuation

    public init() {
        (self.requests, self.request) = AsyncStream.makeStream()
    }

    /// Returns when the reload has been carried out. Before the daemon serves it waits until it does.
    public func reload() async -> ReloadOutcome {
        await withCheckedContinuation { answer in
            if case .terminated = self.request.yield(answer) {
                answer.resume(returning: .refused("the daemon is stopping"))
            }
        }
    }

    /// Carries out what is asked for until ``finish()``.
    func run(_ body: () async -> ReloadOutcome) async {
        for await answer in self.requests { answer.resume(returning: await body()) }
    }

    func finish() { self.request.finish() }
}
