// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// Where the time of a case went, from first contact to closing.
public struct CaseTime: Sendable, Hashable {
    public var record: CaseRecord
    public var contacted: Instant
    /// The closing; of an open case, now.
    public var until: Instant
    public var spans: [Custody.Span]
    public var sums: [CustodySum]
    /// How often the case was given back to the applicant.
    public var returns: Int
    /// What people call each holder, by its code.
    public var names: [String: Bilingual]

    public var totalMilliseconds: Int64 { self.until.since(self.contacted) }
    /// The time of the bureau the case belongs to; what was the applicant's is not in it.
    public var handling: CustodySum {
        let own = Holder.bureau(self.record.bureau)
        return self.sums.first { $0.holder == own } ?? CustodySum(holder: own)
    }
}

extension CaseEngine {
    /// Where the time of a case went.
    public func time(of number: String) throws(EngineError) -> CaseTime {
        let inHand = try self.load(number)
        let record = inHand.record
        let until = record.closed ?? self.engine.now
        let custody = inHand.body.custody
        let spans = custody.spans(until: until)
        var names: [String: Bilingual] = [:]
        for span in spans { names[span.holder.code] = self.name(of: span.holder, in: inHand.item.declaration) }
        return CaseTime(
            record: record,
            contacted: custody.contacted ?? record.opened,
            until: until,
            spans: spans,
            sums: CustodySum.sums(of: spans, calendar: self.directory.calendar, hours: self.directory.officeHours),
            returns: custody.returns,
            names: names
        )
    }

    private func name(of holder: Holder, in item: ItemDeclaration) -> Bilingual {
        switch holder {
        case .bureau(let id): self.directory.latest(id)?.declaration.name ?? Bilingual(id, id)
        case .applicant: Bilingual("申请人", "applicant")
        case .body(let name): Bilingual(name, name)
        case .pause(let code):
            item.suspension?.reasons.first { $0.code == code }.map {
                Bilingual("暂停:\($0.name.zh)", "pause: \($0.name.en)")
            }
                ?? Bilingual("暂停:\(code)", "pause: \(code)")
        case .closed: Bilingual("已办结", "closed")
        }
    }

    /// Adds to the ledger who holds the case now, when that has changed.
    func noteHolder(_ inHand: inout CaseInHand) {
        let record = inHand.record
        if inHand.body.custody.isEmpty, !inHand.isNew {
            // Kept before there was a ledger: until now it was the bureau's.
            inHand.body.custody.note(.bureau(record.bureau), in: record.state, at: record.opened)
        }
        // The flow of a merged case stands still, and with it who holds the case.
        if record.isOpen, inHand.body.merge != nil, !inHand.body.custody.isEmpty { return }
        let holder: Holder =
            record.isOpen
            ? inHand.item.holders.holder(
                of: inHand.item.interpreter.atomicStates(of: inHand.state),
                values: .object(inHand.state.data),
                bureau: record.bureau,
                pause: inHand.body.suspension?.reason
            ) : .closed
        inHand.body.custody.note(holder, in: record.state, at: self.engine.now)
    }

    /// The entry for the time between the first contact and the opening: that of the bureau whose person took it in.
    ///
    /// - Throws: `CONTACT` when it lies in the future, too far back, or is told by somebody who only applies.
    func contact(of new: NewCase, by person: PersonView) throws(EngineError) -> Custody.Entry? {
        guard let contacted = new.contacted else { return nil }
        let now = self.engine.now
        let days = self.engine.limits.contactDays
        guard contacted <= now, contacted >= now.adding(milliseconds: -days * 86_400_000) else {
            throw .refused(
                Refusal(
                    code: "CONTACT",
                    zh: "首次接触时间 \(contacted) 不能晚于现在,也不能早于 \(days) 天前。",
                    en: "the first contact, \(contacted), lies in the future or more than \(days) days back"
                )
            )
        }
        let own = person.roles.filter { role in
            !Self.applicantRoles.contains(String(role.split(separator: ":").last ?? ""))
        }
        guard person.isSystem || !own.isEmpty else {
            throw .refused(
                Refusal(
                    code: "CONTACT",
                    zh: "首次接触时间由接办人员填写,申请人不能填写。",
                    en: "the first contact is told by who took the matter in, not by who applies"
                )
            )
        }
        let bureaus = own.compactMap { role in role.firstIndex(of: ":").map { String(role[..<$0]) } }
        let bureau = bureaus.contains(new.bureau) ? new.bureau : bureaus.first ?? new.bureau
        return Custody.Entry(from: contacted, holder: .bureau(bureau), state: Custody.contact)
    }
}
