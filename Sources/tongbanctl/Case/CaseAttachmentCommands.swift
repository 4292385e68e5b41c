// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import Varlink

extension CaseCommands {
    struct Attach: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "添加附件 · Attach a file: pdf, jpeg, png, ofd, docx, xlsx or txt.",
            discussion: "tongbanctl --as market.clerk1 case attach SJ-20220712-000001 receipt.pdf --class P"
        )
        @OptionGroup var global: GlobalOptions
        @Argument var number: String
        @Argument(help: "The file.", completion: .file()) var file: String
        @Option(help: "The name it gets; the file's own unless given.") var name: String?
        @Option(name: .customLong("class"), help: "- public, P personal (unless given), S sensitive.")
        var privacy: String = "P"
        @Option(help: "Refuse when the case is no longer at this revision.") var revision: Int?

        func run(_ session: Session) async throws {
            let reader = try FileReader(self.file)
            let own = self.file.split(separator: "/").last.map(String.init) ?? self.file
            let upload = try await session.call(
                AttachmentsInterface.Begin.self,
                .init(number: self.number, name: self.name ?? own, size: reader.size, class: self.privacy)
            )
            var sent = 0
            while true {
                let part = try reader.next(upload.chunkSize)
                if part.isEmpty { break }
                sent = try await session.call(
                    AttachmentsInterface.Chunk.self,
                    .init(upload: upload.upload, offset: sent, data: Base64.encode(part))
                ).received
                session.console.progress("已发送 \(sent)/\(reader.size)", "sent \(sent)/\(reader.size)")
            }
            session.console.endProgress()
            let output = try await session.call(
                AttachmentsInterface.Finish.self,
                .init(upload: upload.upload, revision: self.revision)
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            session.console.line(CaseText.attachments([output.attachment], session.console).text)
        }
    }

    struct Attachments: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "列出附件 · List the attachments of a case.")
        @OptionGroup var global: GlobalOptions
        @Argument var number: String

        func run(_ session: Session) async throws {
            let output = try await session.call(AttachmentsInterface.List.self, .init(number: self.number))
            guard !session.console.wantsJSON else { return session.console.json(output) }
            session.console.line(CaseText.attachments(output.attachments, session.console).text)
        }
    }

    struct Fetch: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "取出附件 · Get the content of an attachment; of class S this is recorded."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var number: String
        @Argument(help: "The hash, or so much of its beginning that it is clear.") var hash: String
        @Option(name: .shortAndLong, help: "The file to write.", completion: .file()) var output: String

        func run(_ session: Session) async throws {
            let listed = try await session.call(AttachmentsInterface.List.self, .init(number: self.number)).attachments
            let meant = listed.filter { $0.hash.hasPrefix(self.hash) }
            let hash = meant.count == 1 ? meant[0].hash : self.hash
            let writer = try FileWriter(self.output)
            for try await part in session.stream(
                AttachmentsInterface.Fetch.self,
                .init(number: self.number, hash: hash)
            ) {
                guard let bytes = Base64.decode(part.data) else {
                    throw UsageError("the daemon sent something that is no base64 / 服务发来的内容不是 base64")
                }
                try writer.append(bytes)
            }
            try writer.finish()
            session.console.say("已写入 \(self.output)。", "written to \(self.output)")
        }
    }

    struct VerifyAttachments: DaemonCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify-attachments",
            abstract: "校验全部附件 · Read every attachment; names missing and altered ones and ends 1."
        )
        @OptionGroup var global: GlobalOptions

        func run(_ session: Session) async throws {
            try await Self.verify(session)
        }

        /// Also what `journal verify --attachments` does.
        static func verify(_ session: Session) async throws {
            let console = session.console
            var checked = 0
            var faults: [AttachmentsInterface.Fault] = []
            for try await output in session.stream(AttachmentsInterface.Verify.self, .init()) {
                checked = output.checked
                faults += output.faults
                console.progress("已校验附件 \(checked) 个", "checked \(checked) attachments")
            }
            console.endProgress()
            if console.wantsJSON {
                console.json(AttachmentsInterface.Verify.Output(checked: checked, faults: faults))
            }
            for fault in faults {
                let isMissing = fault.fault == "missing"
                console.complain(
                    "办件 \(fault.number) 的附件 \(fault.hash) \(isMissing ? "缺失" : "被改动")",
                    "attachment \(fault.hash) of case \(fault.number) is \(fault.fault)"
                )
            }
            guard faults.isEmpty else { throw ExitCode(1) }
            console.say("附件完整:\(checked) 个。", "all attachments are sound: \(checked)")
        }
    }
}
