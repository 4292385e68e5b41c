// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TongbanAPI
import Varlink

#if canImport(Glibc)
import Glibc
#endif

extension MessageCommands {
    /// A gateway: it stays connected and carries what comes. It needs the network; the daemon does not.
    struct Carry: DaemonCommand {
        enum Channel: String, ExpressibleByArgument, CaseIterable {
            case sms, wechat
        }

        static let configuration = CommandConfiguration(
            abstract: "网关 · Carry messages by a command or a webhook, until interrupted.",
            discussion: """
                tongbanctl message carry --channel sms --command /etc/tongban/gateways/sms
                tongbanctl message carry --channel wechat --url https://gateway.example/messages

                The command gets one line of JSON at its standard input: key, to, zh, en, topic, case, urgency. Status 0 \
                is sent (it may print {"level":"DELIVERED"}), 75 is tried again, everything else fails for good and the \
                next channel is tried. An address gets the same as a POST with the header Idempotency-Key; 2xx is sent, \
                408, 425, 429 and 5xx are tried again.

                A key is the same however often a message is tried: whoever sends twice by the same key sends once.
                """
        )
        @OptionGroup var global: GlobalOptions
        @Option(help: "sms or wechat.") var channel: Channel
        @Option(help: "The program, by its whole path.") var command: String?
        @Option(name: .customLong("argument"), help: "For the program; more than one may be given.")
        var arguments: [String] = []
        @Option(help: "The address.") var url: String?
        @Flag(help: "Carry what is there, and end.") var once = false

        func validate() throws {
            guard (self.command == nil) != (self.url == nil) else {
                throw ValidationError("give --command or --url / 须给出 --command 或 --url 之一")
            }
            if let command, !command.hasPrefix("/") || access(command, X_OK) != 0 {
                throw ValidationError("\(command) is no program by its whole path / 须为可执行文件的完整路径")
            }
            if let url, !url.hasPrefix("https://"), !url.hasPrefix("http://") {
                throw ValidationError("\(url) is no http address / 须为 http 或 https 地址")
            }
        }

        func run(_ session: Session) async throws {
            for number in [SIGINT, SIGTERM] { signal(number) { _ in _exit(0) } }
            let gateway = Gateway(way: self.command.map { .command($0, self.arguments) } ?? .url(self.url ?? ""))
            guard !self.once else { return try await self.drain(gateway, session) }
            // Subscribed first: what becomes ready while the first round goes on is not overlooked.
            let stream = session.stream(NoticesInterface.Subscribe.self, .init(kind: "message.ready"))
            try await self.drain(gateway, session)
            for try await _ in stream { try await self.drain(gateway, session) }
        }

        private func drain(_ gateway: Gateway, _ session: Session) async throws {
            while true {
                let taken = try await session.call(
                    MessagesInterface.Take.self,
                    .init(channel: self.channel.rawValue.uppercased(), limit: 4)
                ).messages
                guard !taken.isEmpty else { return }
                let outcomes = await withTaskGroup(of: (String, Gateway.Outcome).self) { group in
                    for message in taken { group.addTask { (message.key, await gateway.carry(message)) } }
                    return await group.reduce(into: [(String, Gateway.Outcome)]()) { $0.append($1) }
                }
                for (key, outcome) in outcomes {
                    let output = try await session.call(
                        MessagesInterface.Report.self,
                        .init(key: key, outcome: outcome.word, level: outcome.level, reason: outcome.reason)
                    )
                    if session.console.wantsJSON {
                        session.console.json(output)
                    } else {
                        session.console.line(
                            "\(key) \(outcome.word)\(outcome.reason.map { " \($0)" } ?? "")"
                        )
                    }
                }
            }
        }
    }
}
