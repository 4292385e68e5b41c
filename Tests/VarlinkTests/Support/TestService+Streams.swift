// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import NIOCore
import Synchronization
import Varlink

extension TestService {
    /// What floods write: 64 KiB a reply.
    static let block = RawJSON(["text": .string(String(repeating: "x", count: 64 << 10))])

    func addStreams(to service: inout VarlinkService) {
        service.handleOnLoop(method: "org.example.test.Flood") { [self] _, responder in
            responder.onClose { self.events.add("flood closed") }
            // As long as the reader keeps up, then leave out what it misses; as a monitor would.
            while responder.replyContinues(Self.block) {
                self.written.wrappingAdd(1, ordering: .relaxed)
            }
            self.events.add("flood held back")
            responder.onWritable { self.events.add("flood writable") }
        }
        service.stream(method: "org.example.test.FloodTask") { [self] _, writer in
            do {
                while true {
                    try await writer.write(Self.block)
                    self.written.wrappingAdd(1, ordering: .relaxed)
                }
            } catch {
                self.events.add("flood ended")
                throw error
            }
        }
    }
}
