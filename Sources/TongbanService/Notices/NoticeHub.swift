// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import Varlink

/// Tells subscribers what was committed, each from where it stands, without a gap.
///
/// A subscriber is a place in the journal, not a queue of its own: one that reads slowly costs nothing but that number,
/// and reads on from the journal when it can.
final class NoticeHub {
    final class Subscriber {
        let responder: VarlinkMethodResponder<NoticesInterface.Subscribe>
        let filter: JournalFilter
        /// Everything up to this number has been told or passed over.
        var cursor: Int64
        var waitsForReader = false

        init(
            responder: VarlinkMethodResponder<NoticesInterface.Subscribe>,
            filter: JournalFilter,
            cursor: Int64
        ) {
            self.responder = responder
            self.filter = filter
            self.cursor = cursor
        }
    }

    private var subscribers: [ObjectIdentifier: Subscriber] = [:]
    private static let pageSize = 200

    var count: Int { self.subscribers.count }

    /// Begins a stream. Its first reply comes at once.
    func subscribe(
        _ responder: VarlinkMethodResponder<NoticesInterface.Subscribe>,
        filter: JournalFilter,
        after: Int64?,
        core: DaemonCore
    ) {
        let subscriber = Subscriber(
            responder: responder,
            filter: filter,
            cursor: after ?? core.committedSequence
        )
        self.subscribers[ObjectIdentifier(subscriber)] = subscriber
        responder.onClose { [weak self, weak subscriber] in
            if let subscriber { self?.subscribers[ObjectIdentifier(subscriber)] = nil }
        }
        responder.replyContinues(.init(notices: [], upTo: Int(subscriber.cursor)))
        self.pump(subscriber, core)
    }

    func publish(_ report: CommitReport, from core: DaemonCore) {
        guard !self.subscribers.isEmpty, report.lastSequence >= report.firstSequence else { return }
        for subscriber in self.subscribers.values {
            if subscriber.cursor == report.firstSequence - 1, !report.entries.isEmpty, !subscriber.waitsForReader {
                self.tell(
                    subscriber,
                    report.entries.filter(subscriber.filter.matches),
                    upTo: report.lastSequence,
                    core
                )
            } else {
                self.pump(subscriber, core)
            }
        }
    }

    /// The daemon stops: every stream ends in order, with where it stands.
    func finish() {
        let subscribers = self.subscribers.values
        self.subscribers = [:]
        for subscriber in subscribers {
            subscriber.responder.reply(.init(notices: [], upTo: Int(subscriber.cursor)))
        }
    }

    /// Tells what the journal has after a subscriber's place, page by page, as long as the reader keeps up.
    private func pump(_ subscriber: Subscriber, _ core: DaemonCore) {
        while !subscriber.waitsForReader, subscriber.cursor < core.committedSequence, subscriber.responder.isOpen {
            let page: JournalPage
            do {
                page = try core.engine.store.entries(
                    after: subscriber.cursor,
                    filter: subscriber.filter,
                    limit: Self.pageSize
                )
            } catch {
                return
            }
            let committed = core.committedSequence
            self.tell(
                subscriber,
                page.entries.filter { $0.sequence <= committed },
                upTo: min(page.lookedAt, committed),
                core
            )
            if page.lookedAt >= committed { return }
        }
    }

    private func tell(_ subscriber: Subscriber, _ entries: [JournalEntry], upTo: Int64, _ core: DaemonCore) {
        guard upTo > subscriber.cursor else { return }
        subscriber.cursor = upTo
        guard !entries.isEmpty else { return }
        let output = NoticesInterface.Subscribe.Output(notices: entries.map(\.notice), upTo: Int(upTo))
        if !subscriber.responder.replyContinues(output) {
            subscriber.waitsForReader = true
            subscriber.responder.onWritable { [weak self, weak subscriber] in
                guard let self, let subscriber else { return }
                subscriber.waitsForReader = false
                self.pump(subscriber, core)
            }
        }
    }
}

extension JournalEntry {
    var notice: NoticesInterface.Notice {
        .init(
            seq: Int(self.sequence),
            at: self.at.description,
            kind: self.kind,
            bureau: self.bureau,
            case: self.caseNumber,
            actor: self.actor?.id,
            data: self.data
        )
    }
}
