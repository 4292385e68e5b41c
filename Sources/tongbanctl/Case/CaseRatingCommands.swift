// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import Varlink

extension CaseCommands {
    struct Rate: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "评价:5 非常满意 … 1 非常不满意 · Rate the handling of a closed case.",
            discussion: "Once for each handling; nobody can change or remove a rating."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var number: String
        @Option(help: "5 very satisfied, 4, 3, 2, 1 very dissatisfied.") var grade: Int
        @Option(help: "At most 500 characters; shown to nobody without a record of it.") var comment: String?

        func run(_ session: Session) async throws {
            let output = try await session.call(
                RatingsInterface.Rate.self,
                .init(number: self.number, grade: self.grade, comment: self.comment)
            )
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            console.say("已评价 \(self.number):\(self.grade) 分。", "rated \(self.number): \(self.grade)")
            if let rework = output.rework {
                console.say("将按 \(rework) 重新办理。", "the matter is handled anew as \(rework)")
            }
        }
    }

    struct RatingComment: DaemonCommand {
        static let configuration = CommandConfiguration(
            commandName: "rating-comment",
            abstract: "查看评价内容(留痕) · Read the words of a rating; the reading is recorded."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var number: String

        func run(_ session: Session) async throws {
            let output = try await session.call(RatingsInterface.Comment.self, .init(number: self.number))
            guard !session.console.wantsJSON else { return session.console.json(output) }
            session.console.line(output.comment)
        }
    }
}
