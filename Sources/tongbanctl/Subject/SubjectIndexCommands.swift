// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TongbanAPI
import Varlink

extension SubjectCommands {
    struct Show: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "查看当事人 · What the shared index keeps of somebody; each reading is noted."
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "证件号 · The identifier.") var identifier: String

        func run(_ session: Session) async throws {
            let output = try await session.call(SubjectsInterface.Get.self, .init(identifier: self.identifier))
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            let card = output.card
            SubjectText.table([card], console)
            if let address = card.address { console.say("地址:\(address)", "Address: \(address)") }
            for alias in card.aliases { console.say("曾用证件号:\(alias)", "Former identifier: \(alias)") }
            for tag in card.tags {
                console.line("  \(tag.tag)  \(console.text(tag.zh, tag.en))  \(tag.since)  \(tag.by)")
            }
            for event in card.events { console.line("  \(event.event)  \(event.effective)  \(event.by)") }
        }
    }

    struct Find: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "查找当事人 · Cards by name, area or tag; persons are masked.",
            discussion: """
                tongbanctl subject find --name 张某某
                tongbanctl subject find --area 340604100
                tongbanctl subject find --tag disability.certified
                """
        )
        @OptionGroup var global: GlobalOptions
        @Option(help: "The whole name.") var name: String?
        @Option(help: "An area code; everything in it is found.") var area: String?
        @Option(help: "A tag, as BUREAU.TAG.") var tag: String?
        @Option(help: "The number of cards before.") var offset = 0
        @Option(help: "At most so many, 1 to 1000.") var limit = 100

        func validate() throws {
            guard [self.name, self.area, self.tag].count(where: { $0 != nil }) == 1 else {
                throw ValidationError("give one of --name, --area and --tag / 须给出其中之一")
            }
        }

        func run(_ session: Session) async throws {
            let output = try await session.call(
                SubjectsInterface.Find.self,
                .init(name: self.name, area: self.area, tag: self.tag, offset: self.offset, limit: self.limit)
            )
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            SubjectText.table(output.cards, console)
            let next = self.offset + output.cards.count
            if output.more { console.say("还有更多:--offset \(next)", "more: --offset \(next)") }
        }
    }

    struct Put: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "登记当事人 · Put somebody in the shared index, or change what is given.",
            discussion: """
                tongbanctl subject put 11010519491231002X --name 张某某 --area 340604100201

                An empty text removes.
                """
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "证件号 · Identity number, credit code or area code.") var identifier: String
        @Option var name: String?
        @Option var area: String?
        @Option var address: String?

        func run(_ session: Session) async throws {
            let output = try await session.call(
                SubjectsInterface.Put.self,
                .init(identifier: self.identifier, name: self.name, area: self.area, address: self.address)
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            SubjectText.table([output.card], session.console)
        }
    }

    struct Tag: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "加标签 · Say something of somebody, in the words of a bureau.",
            discussion: "tongbanctl subject tag 11010519491231002X disability certified"
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "证件号 · The identifier.") var identifier: String
        @Argument(help: "The bureau.") var bureau: String
        @Argument(help: "One of the tags it declares.") var tag: String

        func run(_ session: Session) async throws {
            try await SubjectText.set(self.identifier, self.bureau, self.tag, on: true, session)
        }
    }

    struct Untag: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "去标签 · Take back what a bureau said.")
        @OptionGroup var global: GlobalOptions
        @Argument(help: "证件号 · The identifier.") var identifier: String
        @Argument(help: "The bureau.") var bureau: String
        @Argument(help: "One of the tags it declares.") var tag: String

        func run(_ session: Session) async throws {
            try await SubjectText.set(self.identifier, self.bureau, self.tag, on: false, session)
        }
    }
}

/// The shared index in the words of a terminal.
enum SubjectText {
    static func table(_ cards: [SubjectsInterface.Card], _ console: Console) {
        guard !cards.isEmpty else { return console.say("没有当事人。", "nobody") }
        var table = Table(
            console.text("证件号", "IDENTIFIER"),
            console.text("类别", "KIND"),
            console.text("名称", "NAME"),
            console.text("区划", "AREA"),
            console.text("状态", "STATUS"),
            console.text("标签", "TAGS")
        )
        for card in cards {
            table.add(
                card.id,
                console.text(card.kindZh, card.kindEn),
                card.name ?? "",
                card.area ?? "",
                console.text(card.statusZh, card.statusEn),
                card.tags.map(\.tag).joined(separator: " ")
            )
        }
        console.line(table.text)
    }

    static func set(
        _ identifier: String,
        _ bureau: String,
        _ tag: String,
        on: Bool,
        _ session: Session
    ) async throws {
        let output = try await session.call(
            SubjectsInterface.SetTag.self,
            .init(identifier: identifier, bureau: bureau, tag: tag, on: on)
        )
        guard !session.console.wantsJSON else { return session.console.json(output) }
        self.table([output.card], session.console)
    }
}
