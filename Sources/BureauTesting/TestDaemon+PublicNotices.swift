// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanEngine
import TongbanModel

extension TestDaemon {
    /// The public notices of a case, in the order they were posted.
    public func publicNotices(of number: String) throws -> [PublicNotice] {
        try self.cases.publicNotices.notices(ofCase: number)
    }

    /// Objects to a public notice.
    ///
    /// - Returns: the number of the objection.
    @discardableResult
    public func object(to notice: String, who: String, text: String) async throws -> Int {
        let number = try self.call { cases throws(EngineError) in
            try cases.publicNotices.object(to: notice, who: who, text: text, by: "citizen")
        }
        try await self.work()
        return number
    }

    /// Takes a public notice back.
    @discardableResult
    public func withdrawNotice(
        _ notice: String,
        reason: String,
        as person: PersonView = .system
    ) async throws -> PublicNotice {
        let withdrawn = try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.publicNotices.withdraw(notice, reason: reason, by: person)
        }
        try await self.work()
        return withdrawn
    }
}
