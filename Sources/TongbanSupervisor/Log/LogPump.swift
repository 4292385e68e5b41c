// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Brings what a program writes to one place, in order, no faster than it is dealt with there, and says when the
/// program has paused: a message then waits no longer for further lines.
struct LogPump: Sendable {
    enum Event: Sendable {
        case bytes([UInt8])
        /// Nothing came for ``settlingTime``.
        case pause
        case end
    }

    /// How long a message waits for further lines.
    static let settlingTime = Duration.milliseconds(50)

    let clock: any SupervisorClock

    private enum Delivery: Sendable {
        case event(Event)
        case timer(bytesSeen: Int)
    }

    /// - Parameter read: Reads the program's output and passes it to `feed`, which returns when it was dealt with.
    /// - Parameter handle: Deals with one event; returns whether something waits for a pause.
    func run(
        read: @Sendable @escaping (_ feed: @Sendable ([UInt8]) async -> Void) async -> Void,
        handle: @Sendable (Event) async -> Bool
    ) async {
        // One piece is on its way at most: the reader waits for its acknowledgement.
        let (deliveries, delivery) = AsyncStream<Delivery>.makeStream()
        let (acknowledgements, acknowledgement) = AsyncStream<Void>.makeStream()
        await withDiscardingTaskGroup { group in
            group.addTask {
                await read { bytes in
                    delivery.yield(.event(.bytes(bytes)))
                    for await _ in acknowledgements { break }
                }
                delivery.yield(.event(.end))
                delivery.finish()
            }
            var pieces = 0
            var hasTimer = false
            func startTimer(_ group: inout DiscardingTaskGroup) {
                hasTimer = true
                let seen = pieces
                group.addTask {
                    do { try await self.clock.sleep(until: self.clock.now + Self.settlingTime) } catch { return }
                    delivery.yield(.timer(bytesSeen: seen))
                }
            }
            for await next in deliveries {
                switch next {
                case .event(.bytes(let bytes)):
                    pieces += 1
                    if await handle(.bytes(bytes)), !hasTimer { startTimer(&group) }
                    acknowledgement.yield()
                case .event(let other):
                    _ = await handle(other)
                case .timer(let seen):
                    hasTimer = false
                    if seen != pieces {
                        startTimer(&group)
                    } else {
                        _ = await handle(.pause)
                    }
                }
            }
            group.cancelAll()
        }
    }
}
