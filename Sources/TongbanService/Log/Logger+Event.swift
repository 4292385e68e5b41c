// SPDX-License-Identifier: Apache-2.0

import Logging
import Systemd

extension Logger.Metadata {
    /// The metadata of a message that the journal's catalog explains.
    static func event(_ id: JournalMessageID, _ more: Logger.Metadata = [:]) -> Logger.Metadata {
        more.merging([JournalLogHandler.messageIDKey: "\(id.rawValue)"]) { _, id in id }
    }
}
