// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOCore
import TongbanEngine
import TongbanStore

extension DaemonCore {
    /// Notes in the journal that somebody asked in vain for what a bureau holds.
    ///
    /// It happens after the call in hand, which changes nothing.
    func noteDenied(_ caller: Caller, bureau: String, register: String? = nil, caseNumber: String? = nil) {
        let actor = caller.actor
        self.loop.assumeIsolated().execute {
            self.perform(by: actor) { () throws(EngineError) in
                try self.engine.record("access.denied", bureau: bureau, caseNumber: caseNumber) { writer in
                    writer.beginObject()
                    if let register { writer.member("register", register) }
                    writer.endObject()
                }
            } completion: { _ in
            }
        }
    }
}
