// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Testing
import TongbanEngine
import TongbanModel

@Suite("Cases: attachments")
struct AttachmentTests {
    private static func file(
        _ name: String = "a.pdf",
        digit: Character = "a",
        size: Int = 10,
        type: MediaType? = .pdf,
        privacy: FieldDeclaration.Privacy = .personal
    ) -> CaseEngine.NewAttachment {
        .init(
            hash: String(repeating: digit, count: 64),
            name: name,
            mediaType: type,
            size: size,
            privacy: privacy
        )
    }

    @Test("Applicant and handlers attach to an open case; to a closed one only handlers")
    func who() async throws {
        let daemon = try Hotline.daemon()
        let number = try await Hotline.complaint(daemon)
        func attaching(_ digit: Character, _ person: PersonView) async throws -> String? {
            try await code { try await daemon.attach(Self.file(digit: digit), to: number, as: person) }
        }
        #expect(try await attaching("a", Hotline.wang) == "ROLE")
        #expect(try await attaching("a", Hotline.li) == nil)
        #expect(try await attaching("a", Hotline.clerk) == "ATTACHED")
        try await Hotline.close(number, daemon)
        #expect(try await attaching("b", Hotline.li) == "CLOSED")
        #expect(try await attaching("b", Hotline.clerk) == nil)
        #expect(try daemon.case(number).dossier.attachments.map(\.by) == ["li", "clerk"])
        let told = try daemon.journal("case.attached").map { try $0.data.parsed() }
        #expect(told.map { $0["name"] } == ["***", "***"])
        #expect(told.map { $0["hash"]?.stringValue?.first } == ["a", "b"])
    }

    @Test(
        "A file's name and content must agree and be of an allowed kind",
        arguments: [
            ("a.pdf", MediaType.pdf, nil), ("A.PDF", .pdf, nil), ("a.txt", .txt, nil), ("a.pdf", .png, "MEDIA_TYPE"),
            ("a.pdf", nil, "MEDIA_TYPE"), ("a.docx", .docx, "MEDIA_TYPE"), ("a", .pdf, "MEDIA_TYPE"),
            ("a.exe", .pdf, "MEDIA_TYPE"), ("", .pdf, "INVALID name"), ("../a.pdf", .pdf, "INVALID name"),
            ("a\n.pdf", .pdf, "INVALID name"),
        ] as [(String, MediaType?, String?)]
    )
    func kinds(name: String, type: MediaType?, expected: String?) async throws {
        let daemon = try Hotline.daemon()
        let number = try await Hotline.complaint(daemon)
        let file = Self.file(name, type: type)
        #expect(try await code { try await daemon.attach(file, to: number, as: Hotline.li) } == expected)
    }

    @Test(
        "A file is taken up to the limit of its size, and no further",
        arguments: [(0, "LIMIT"), (1, nil), (20 << 20, nil), ((20 << 20) + 1, "LIMIT")] as [(Int, String?)]
    )
    func size(size: Int, expected: String?) async throws {
        let daemon = try Hotline.daemon()
        let number = try await Hotline.complaint(daemon)
        let file = Self.file(size: size)
        #expect(try await code { try await daemon.attach(file, to: number, as: Hotline.li) } == expected)
    }

    @Test("A name has 255 bytes at most")
    func nameLimit() async throws {
        let daemon = try Hotline.daemon()
        let number = try await Hotline.complaint(daemon)
        let longest = Self.file(String(repeating: "a", count: 251) + ".pdf")
        let longer = Self.file(String(repeating: "a", count: 252) + ".pdf", digit: "b")
        #expect(try await code { try await daemon.attach(longest, to: number, as: Hotline.li) } == nil)
        #expect(try await code { try await daemon.attach(longer, to: number, as: Hotline.li) } == "INVALID name")
    }

    @Test("A case takes as many files as its item says, and the daemon's limit holds as well")
    func count() async throws {
        let daemon = try Hotline.daemon()
        let number = try await Hotline.complaint(daemon)
        for digit in "abc" { try await daemon.attach(Self.file(digit: digit), to: number, as: Hotline.li) }
        #expect(
            try await code { try await daemon.attach(Self.file(digit: "d"), to: number, as: Hotline.li) } == "LIMIT"
        )
        var limits = EngineLimits()
        limits.attachmentsPerCase = 1
        let strict = try Hotline.daemon(limits: limits)
        let other = try await Hotline.complaint(strict)
        try await strict.attach(Self.file(), to: other, as: Hotline.li)
        #expect(
            try await code { try await strict.attach(Self.file(digit: "b"), to: other, as: Hotline.li) } == "LIMIT"
        )
    }

    @Test("Who neither handles the case nor is its applicant reads public files alone; reading class S is told")
    func reading() async throws {
        let daemon = try Hotline.daemon()
        let number = try await Hotline.complaint(daemon)
        let files: [(Character, FieldDeclaration.Privacy)] = [("a", .public), ("b", .personal), ("c", .sensitive)]
        for (digit, privacy) in files {
            try await daemon.attach(Self.file(digit: digit, privacy: privacy), to: number, as: Hotline.li)
        }
        func reads(_ person: PersonView) throws -> [Bool] {
            try files.map { digit, _ in
                do {
                    _ = try daemon.readAttachment(String(repeating: digit, count: 64), of: number, as: person)
                    return true
                } catch let error as EngineError where error.refusalCode == "NO_ATTACHMENT" {
                    return false
                }
            }
        }
        #expect(try reads(Hotline.wang) == [true, false, false])
        #expect(try reads(.person("far", "bureau", area: "340603000000")) == [true, true, true])
        #expect(try daemon.journal("attachment.read").map { $0.actor?.id } == ["far"])
        #expect(try reads(Hotline.li) == [true, true, true])
        #expect(try reads(Hotline.clerk) == [true, true, true])
        #expect(try daemon.journal("attachment.read").map { $0.actor?.id } == ["far", "li", "clerk"])
        let listed = try daemon.case(number, as: Hotline.wang).dossier.attachments
        #expect(listed.map(\.name) == ["a.pdf", "***", "***"])
        #expect(listed.map { $0.hash == "***" } == [false, true, true])
    }

    @Test("A role that every applicant has shows nobody the values of what others applied for")
    func otherApplicants() async throws {
        let daemon = try Hotline.daemon()
        let number = try await Hotline.complaint(daemon, ["illness": "旧病"])
        #expect(try daemon.case(number, as: Hotline.wang).data["illness"] == "***")
        #expect(try daemon.case(number, as: Hotline.li).data["illness"] == "旧病")
        #expect(try daemon.case(number, as: Hotline.clerk).data["illness"] == "旧病")
    }

    @Test("A clerk of another area reads nothing but what is public")
    func otherArea() async throws {
        let daemon = try Hotline.daemon()
        let number = try await Hotline.complaint(daemon, ["place": "340602101000"])
        try await daemon.attach(Self.file(), to: number, as: Hotline.li)
        let far = PersonView.person("far", "bureau", area: "340602102000")
        #expect(throws: EngineError.self) {
            try daemon.readAttachment(String(repeating: "a", count: 64), of: number, as: far)
        }
        #expect(try daemon.case(number, as: far).dossier.attachments.map(\.name) == ["***"])
    }
}
