// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import Varlink

/// `org.tongban.Attachments`.
struct AttachmentMethods {
    let endpoint: Endpoint
    let desk: UploadDesk

    func add(to service: inout VarlinkService) {
        service.add(AttachmentsInterface.interface)
        self.addSending(to: &service)
        self.addReading(to: &service)
    }

    private func addSending(to service: inout VarlinkService) {
        let endpoint = self.endpoint
        let desk = self.desk
        service.handle(AttachmentsInterface.Begin.self) { input, context in
            try await Self.telling("") {
                guard let privacy = FieldDeclaration.Privacy(rawValue: input.class ?? "P") else {
                    throw EngineError.invalid(field: "class", Bilingual("须为 -、P 或 S", "must be -, P or S"))
                }
                try await endpoint.onLoop { core in
                    let caller = try endpoint.caller(context, needs: .reader)
                    try CaseMethods.mayRead(input.number, caller, core)
                    try core.cases.requireAttachable(
                        name: input.name,
                        size: input.size,
                        to: input.number,
                        by: caller.reading
                    )
                }
                let id = try await desk.begin(
                    input.number,
                    name: input.name,
                    size: input.size,
                    privacy: privacy,
                    on: context.connection.id
                )
                return .init(upload: id, chunkSize: UploadDesk.chunkSize)
            }
        }
        service.handle(AttachmentsInterface.Chunk.self) { input, context in
            try await Self.telling(input.upload) {
                guard let bytes = Base64.decode(input.data) else {
                    throw EngineError.invalid(field: "data", Bilingual("须为 base64", "must be base64"))
                }
                guard bytes.count <= UploadDesk.chunkSize else {
                    throw EngineError.tooLarge(field: "data", limit: UploadDesk.chunkSize)
                }
                let received = try await desk.append(
                    bytes,
                    at: input.offset,
                    to: input.upload,
                    on: context.connection.id
                )
                return .init(received: received)
            }
        }
        service.handle(AttachmentsInterface.Finish.self) { input, context in
            try await Self.telling(input.upload) {
                let upload = try desk.finish(input.upload, on: context.connection.id)
                let (type, hash) = try await desk.blocking {
                    defer { upload.draft.discard() }
                    let content = try upload.draft.content()
                    var digest = AttachmentHash()
                    digest.add(content)
                    if let announced = input.sha256, announced != digest.finish() {
                        throw AttachmentsFailure.notAsAnnounced(
                            zh: "收到的内容与 sha256 不符。",
                            en: "what was received has another sha256"
                        )
                    }
                    // A content of no known kind is refused below, and not stored before.
                    guard let type = MediaTypeCheck.type(of: content) else { return (MediaType?.none, digest.finish()) }
                    return (type, try upload.draft.keep())
                }
                let caller = try await endpoint.onLoop { _ in try endpoint.caller(context, needs: .reader) }
                let attachment = try await endpoint.perform(by: caller.actor) { core throws(EngineError) in
                    try CaseMethods.mayRead(upload.number, caller, core)
                    try core.cases.attach(
                        CaseEngine.NewAttachment(
                            hash: hash,
                            name: upload.name,
                            mediaType: type,
                            size: upload.size,
                            privacy: upload.privacy
                        ),
                        to: upload.number,
                        revision: input.revision,
                        by: caller.reading
                    )
                    let attached = try core.cases.view(upload.number, for: caller.reading).dossier.attachments
                    guard let last = attached.last else { throw .refused(.notAttached(upload.number)) }
                    return Self.shown(last)
                }
                return .init(attachment: attachment)
            }
        }
        service.handle(AttachmentsInterface.Cancel.self) { input, context in
            guard desk.giveUp(input.upload, on: context.connection.id) else {
                throw AttachmentsFailure.noSuchUpload(upload: input.upload)
            }
            return .init()
        }
    }

    private func addReading(to service: inout VarlinkService) {
        let endpoint = self.endpoint
        let desk = self.desk
        endpoint.read(AttachmentsInterface.List.self, in: &service) { input, caller, core in
            try CaseMethods.mayRead(input.number, caller, core)
            let view = try core.cases.view(input.number, for: caller.reading)
            return .init(attachments: view.dossier.attachments.map(Self.shown))
        }
        service.stream(AttachmentsInterface.Fetch.self) { input, context, writer in
            try await Self.telling("") {
                let caller = try await endpoint.onLoop { _ in try endpoint.caller(context, needs: .reader) }
                let attachment = try await endpoint.perform(by: caller.actor) { core throws(EngineError) in
                    try CaseMethods.mayRead(input.number, caller, core)
                    return try core.cases.readAttachment(input.hash, of: input.number, by: caller.reading)
                }
                return try await Self.send(attachment, from: desk) { try await writer.write($0) }
            }
        }
        service.stream(AttachmentsInterface.Verify.self, requiresMore: false) { _, context, writer in
            try await Self.telling("") { try await Self.verify(endpoint, desk, context, writer) }
        }
    }

    /// Sends a content part by part. The last part goes out only when the whole has the right hash.
    private static func send(
        _ attachment: CaseAttachment,
        from desk: UploadDesk,
        _ write: (AttachmentsInterface.Fetch.Output) async throws -> Void
    ) async throws -> AttachmentsInterface.Fetch.Output {
        let store = desk.store
        let hash = attachment.hash
        var digest = AttachmentHash()
        var offset = 0
        while true {
            let from = offset
            let part = try await desk.blocking { try store.read(hash, from: from, count: UploadDesk.chunkSize) }
            guard let part else { throw AttachmentsFailure.damaged(hash: hash, fault: "missing") }
            digest.add(part)
            let isLast = offset + part.count >= attachment.size
            if part.isEmpty || isLast && digest.finish() != hash || offset + part.count > attachment.size {
                throw AttachmentsFailure.damaged(hash: hash, fault: "altered")
            }
            let output = AttachmentsInterface.Fetch.Output(
                name: attachment.name,
                type: attachment.mediaType.name,
                size: attachment.size,
                offset: offset,
                data: Base64.encode(part)
            )
            if isLast { return output }
            try await write(output)
            offset += part.count
        }
    }

    /// Reads every content that the journal, whose chain is checked elsewhere, names.
    private static func verify(
        _ endpoint: Endpoint,
        _ desk: UploadDesk,
        _ context: VarlinkContext,
        _ writer: VarlinkMethodReplyWriter<AttachmentsInterface.Verify>
    ) async throws -> AttachmentsInterface.Verify.Output {
        let total = try await endpoint.onLoop { core in
            let caller = try endpoint.caller(context, needs: .reader)
            guard caller.isOperator || caller.view.roles.contains("auditor") else {
                throw VarlinkServiceFailure.permissionDenied
            }
            return core.committedSequence
        }
        let store = desk.store
        var after: Int64 = 0
        var checked = 0
        var faults: [AttachmentsInterface.Fault] = []
        while after < total {
            let from = after
            let page = try await endpoint.onLoop { core in
                try core.engine.store.entries(
                    after: from,
                    filter: JournalFilter(kind: "case.attached"),
                    limit: 1_000
                )
            }
            for entry in page.entries where entry.sequence <= total {
                guard let hash = try? entry.data.parsed()["hash"]?.stringValue else { continue }
                checked += 1
                if let fault = try await desk.blocking({ try store.fault(of: hash) }) {
                    faults.append(.init(number: entry.caseNumber ?? "", hash: hash, fault: fault.rawValue))
                }
            }
            guard page.lookedAt > after else { break }
            after = page.lookedAt
            if context.wantsMore, after < total {
                try await writer.write(.init(checked: checked, faults: faults))
                faults = []
            }
        }
        return .init(checked: checked, faults: faults)
    }

    private static func shown(_ attachment: CaseAttachment) -> AttachmentsInterface.Attachment {
        .init(
            hash: attachment.hash,
            name: attachment.name,
            type: attachment.mediaType.rawValue,
            size: attachment.size,
            class: attachment.privacy.rawValue,
            by: attachment.by,
            at: attachment.at.description
        )
    }

    /// Turns what goes wrong into what callers are told.
    private static func telling<Value>(_ upload: String, _ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch let error as EngineError {
            throw error.failure
        } catch let error as StoreError {
            throw DaemonFailure.unavailable(reason: error.message)
        } catch let reason as AttachmentsFailureReason {
            throw switch reason {
            case .unknown: AttachmentsFailure.noSuchUpload(upload: upload)
            case .offset(let received): AttachmentsFailure.wrongOffset(received: received)
            case .tooMany(let limit): AttachmentsFailure.tooManyUploads(limit: limit)
            case .size(let size):
                AttachmentsFailure.notAsAnnounced(
                    zh: "收到的内容多于声明的 \(size) 字节。",
                    en: "more was received than the \(size) bytes announced"
                )
            }
        }
    }
}

extension Caller {
    /// In whose place files are read and added: a plugin works for its bureau.
    var reading: PersonView {
        if case .plugin = self.standing { return .system }
        return self.view
    }
}

extension Refusal {
    static func notAttached(_ number: String) -> Refusal {
        Refusal(code: "NO_ATTACHMENT", zh: "办件 \(number) 没有附件。", en: "case \(number) has no attachment")
    }
}
