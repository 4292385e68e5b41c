// SPDX-License-Identifier: Apache-2.0

import Foundation
import NIOPosix
import Testing
import TongbanModel
import TongbanStore

@testable import TongbanService
@testable import Varlink

@Suite("Attachments: files on their way")
struct UploadDeskTests {
    private static let one = VarlinkConnectionInfo.ID(number: 1)
    private static let other = VarlinkConnectionInfo.ID(number: 2)

    /// A desk on files, with one thread, so that what is asked of it happens in order.
    private static func withDesk(_ body: (UploadDesk, String) async throws -> Void) async throws {
        let folder = NSTemporaryDirectory() + "tongban-desk-\(UUID().uuidString)"
        let pool = NIOThreadPool(numberOfThreads: 1)
        pool.start()
        do {
            let desk = UploadDesk(store: try FileAttachmentStore(folder: folder), pool: pool)
            for number in 1...17 { desk.connectionOpened(VarlinkConnectionInfo.ID(number: UInt64(number))) }
            try await body(desk, folder + "/new")
        } catch {
            try await pool.shutdownGracefully()
            throw error
        }
        try await pool.shutdownGracefully()
        try FileManager.default.removeItem(atPath: folder)
    }

    private static func begin(_ desk: UploadDesk, size: Int = 4, on id: VarlinkConnectionInfo.ID = one) async throws
        -> String
    {
        try await desk.begin("N", name: "a.txt", size: size, privacy: .personal, on: id)
    }

    private static func reason(_ body: () async throws -> Void) async -> AttachmentsFailureReason? {
        do {
            try await body()
            return nil
        } catch {
            return error as? AttachmentsFailureReason
        }
    }

    @Test("When a connection ends, its files are gone, and those of others are not")
    func connectionEnds() async throws {
        try await Self.withDesk { desk, drafts in
            let gone = try await Self.begin(desk)
            _ = try await Self.begin(desk)
            let kept = try await Self.begin(desk, on: Self.other)
            #expect(try FileManager.default.contentsOfDirectory(atPath: drafts).count == 3)
            desk.connectionClosed(Self.one)
            try await desk.blocking {}
            #expect(try FileManager.default.contentsOfDirectory(atPath: drafts).count == 1)
            let after = await Self.reason { _ = try await desk.append([1], at: 0, to: gone, on: Self.one) }
            #expect(after == .unknown)
            // A call that is still at work begins nothing any more.
            #expect(await Self.reason { _ = try await Self.begin(desk) } == .unknown)
            #expect(try await desk.append([1], at: 0, to: kept, on: Self.other) == 1)
        }
    }

    @Test("A connection has four files on their way at most, all together 64; one that is given up makes room")
    func limits() async throws {
        try await Self.withDesk { desk, _ in
            var uploads: [String] = []
            for _ in 0..<4 { uploads.append(try await Self.begin(desk)) }
            #expect(await Self.reason { _ = try await Self.begin(desk) } == .tooMany(4))
            #expect(!desk.giveUp(uploads[0], on: Self.other))
            #expect(desk.giveUp(uploads[0], on: Self.one))
            _ = try await Self.begin(desk)
            for number in 2..<17 {
                let id = VarlinkConnectionInfo.ID(number: UInt64(number))
                for _ in 0..<4 { _ = try await Self.begin(desk, on: id) }
            }
            let last = VarlinkConnectionInfo.ID(number: 17)
            #expect(await Self.reason { _ = try await Self.begin(desk, on: last) } == .tooMany(64))
        }
    }

    @Test("Bytes come in order, no more than announced, and all of them before the end")
    func order() async throws {
        try await Self.withDesk { desk, _ in
            let upload = try await Self.begin(desk)
            #expect(try await desk.append([1, 2], at: 0, to: upload, on: Self.one) == 2)
            let again = await Self.reason { _ = try await desk.append([3], at: 0, to: upload, on: Self.one) }
            #expect(again == .offset(2))
            let more = await Self.reason { _ = try await desk.append([3, 4, 5], at: 2, to: upload, on: Self.one) }
            #expect(more == .size(4))
            #expect(await Self.reason { _ = try desk.finish(upload, on: Self.one) } == .offset(2))
            #expect(try await desk.append([3, 4], at: 2, to: upload, on: Self.one) == 4)
            #expect(await Self.reason { _ = try desk.finish(upload, on: Self.other) } == .unknown)
            let whole = try desk.finish(upload, on: Self.one)
            #expect(try whole.draft.content() == [1, 2, 3, 4])
            #expect(await Self.reason { _ = try desk.finish(upload, on: Self.one) } == .unknown)
        }
    }
}
