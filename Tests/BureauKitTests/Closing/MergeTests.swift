// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Cases: merging")
struct MergeTests {
    @Test("A merged case stands still, says where it is handled, and both applicants are told")
    func merged() async throws {
        let daemon = try Hotline.daemon()
        let numbers = try await Hotline.complaints(3, daemon)
        try await daemon.merge([numbers[1], numbers[2]], into: numbers[0], as: Hotline.clerk)
        #expect(try numbers.map { try daemon.state(of: $0) } == ["RECEIVED", "MERGED", "MERGED"])
        #expect(try numbers.allSatisfy { try daemon.case($0).record.isOpen })
        #expect(try daemon.case(numbers[1]).dossier.merge?.main == numbers[0])
        #expect(try daemon.case(numbers[1]).dossier.linked == [CaseLink(.mergedInto, numbers[0])])
        #expect(try daemon.case(numbers[0]).dossier.linked == numbers.dropFirst().map { CaseLink(.merges, $0) })
        #expect(try daemon.case(numbers[1]).actions.isEmpty)
        let error = try await refusal { try await daemon.act(numbers[1], "accept", as: Hotline.clerk) }
        guard case .refused(let refusal) = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(refusal.code == "MERGED" && refusal.message.zh.contains(numbers[0]))
        #expect(try daemon.notices().map(\.caseNumber) == [numbers[1], numbers[2], numbers[0]])
        #expect(try daemon.notices().allSatisfy { $0.to == "subject" })
    }

    @Test("When the main case closes each merged one closes with an answer of its own")
    func answers() async throws {
        let daemon = try Hotline.daemon()
        let numbers = try await Hotline.complaints(3, daemon)
        try await daemon.merge(Array(numbers.dropFirst()), into: numbers[0], as: Hotline.clerk)
        try await daemon.answer(numbers[2], "您家门口的已先行处理。", as: Hotline.clerk)
        try await daemon.act(numbers[0], "accept", as: Hotline.clerk)
        let progress = try daemon.notices().filter { $0.topic == "merge.progress" }
        #expect(progress.map(\.caseNumber) == [numbers[1], numbers[2]])
        try await daemon.act(numbers[0], "reply", as: Hotline.clerk, ["reply": "夜间禁鸣。"])
        #expect(try numbers.map { try daemon.state(of: $0) } == ["CLOSED", "MERGED", "MERGED"])
        #expect(try numbers.allSatisfy { try !daemon.case($0).record.isOpen })
        #expect(try daemon.case(numbers[1]).dossier.closedIn == "MERGED")
        #expect(try daemon.case(numbers[1]).dossier.merge?.outcome == "CLOSED")
        let answers = try daemon.notices().filter { $0.topic == "merge.answer" }
        #expect(answers.map(\.caseNumber) == [numbers[1], numbers[2]])
        #expect(answers[0].text.zh == "您的办件 \(numbers[1]) 已与 \(numbers[0]) 一并办结,结果:办结。夜间禁鸣。")
        #expect(answers[0].text.en.contains("Closed. 夜间禁鸣。"))
        #expect(answers[1].text.zh == "您家门口的已先行处理。")
        let closed = try daemon.journal("case.closed").map { try $0.data.parsed() }
        #expect(closed.compactMap { $0["outcome"]?.stringValue } == ["CLOSED", "MERGED", "MERGED"])
        #expect(closed.compactMap { $0["mainOutcome"]?.stringValue } == ["CLOSED", "CLOSED"])
        // Nothing of them waits any more.
        let count = try daemon.journal().count
        try await daemon.advance(by: .seconds(90 * 86_400))
        #expect(try daemon.journal().dropFirst(count).allSatisfy { $0.kind == "task.forgotten" })
    }

    @Test("The limits of a merged case run on, and their passing is told")
    func limitsRunOn() async throws {
        let daemon = try Hotline.daemon()
        let numbers = try await Hotline.complaints(2, daemon)
        for number in numbers { try await daemon.act(number, "accept", as: Hotline.clerk) }
        let due = try daemon.due("handle", of: numbers[1])
        try await daemon.merge([numbers[1]], into: numbers[0], as: Hotline.clerk)
        #expect(try daemon.due("handle", of: numbers[1]) == due)
        #expect(try daemon.case(numbers[1]).record.due == due)
        try await daemon.advance(by: .seconds(30 * 86_400))
        #expect(try Set(daemon.journal("due.breach").compactMap(\.caseNumber)).sorted() == numbers)
        #expect(try daemon.deadline("handle", of: numbers[1]).state == .breached)
        #expect(try daemon.state(of: numbers[1]) == "MERGED")
    }

    @Test("What came for a merged case is held, and takes its course when the case is taken out again")
    func held() async throws {
        let daemon = try Hotline.daemon()
        let numbers = try await Hotline.complaints(2, daemon)
        try await daemon.merge([numbers[1]], into: numbers[0], as: Hotline.clerk)
        try await daemon.advance(by: .seconds(10 * 86_400))
        // Silence has accepted the main case; the merged one waits.
        #expect(try daemon.state(of: numbers[0]) == "HANDLING")
        #expect(try daemon.case(numbers[1]).dossier.merge?.held.map(\.event) == ["due.accept"])
        #expect(try daemon.journal("case.held").map(\.caseNumber) == [numbers[1]])
        try await daemon.unmerge(numbers[1], as: Hotline.clerk)
        #expect(try daemon.state(of: numbers[1]) == "HANDLING")
        #expect(try daemon.deadline("accept", of: numbers[1]).state == .elapsed)
    }

    @Test("As many events are held as the limit says, and no more")
    func heldLimit() async throws {
        var limits = EngineLimits()
        limits.heldEvents = 1
        let daemon = try Hotline.daemon(limits: limits)
        let numbers = try await Hotline.complaints(2, daemon)
        try await daemon.merge([numbers[1]], into: numbers[0], as: Hotline.clerk)
        try daemon.raise("first", in: numbers[1])
        #expect(try await code { try daemon.raise("second", in: numbers[1]) } == "LIMIT")
        #expect(try daemon.case(numbers[1]).dossier.merge?.held.map(\.event) == ["first"])
    }

    @Test("Taking a case out restores every byte of its body, after any number of merges", arguments: 0..<20)
    func restores(seed: Int) async throws {
        var random = SeededRandom(seed: UInt64(seed))
        let daemon = try Hotline.daemon()
        let numbers = try await Hotline.complaints(5, daemon)
        for number in numbers where Bool.random(using: &random) {
            try await daemon.act(number, "accept", as: Hotline.clerk)
        }
        try await daemon.relate(numbers[1], numbers[2], as: Hotline.clerk)
        // Who held a case is never taken back: that it was merged for a time stays on record.
        func bodies() throws -> [String] {
            try numbers.map { number in
                var body = try #require(try daemon.body(of: number).objectValue)
                body["custody"] = nil
                return JSON.object(body).text
            }
        }
        let before = try bodies()
        let states = try numbers.map { try daemon.state(of: $0) }
        var mains: [Int: Int] = [:]
        for _ in 0..<30 {
            let one = Int.random(in: 0..<5, using: &random)
            if mains[one] != nil {
                try await daemon.unmerge(numbers[one], as: Hotline.other)
                mains[one] = nil
                #expect(try daemon.state(of: numbers[one]) == states[one])
            } else {
                let main = Int.random(in: 0..<5, using: &random)
                let isPossible = main != one && mains[main] == nil && !mains.values.contains(one)
                let refused = try await code {
                    try await daemon.merge([numbers[one]], into: numbers[main], as: Hotline.clerk)
                }
                #expect((refused == nil) == isPossible)
                if isPossible { mains[one] = main }
            }
        }
        for one in mains.keys.sorted() { try await daemon.unmerge(numbers[one], as: Hotline.clerk) }
        #expect(try bodies() == before)
        #expect(try numbers.map { try daemon.state(of: $0) } == states)
    }

    @Test("What cannot be merged is refused with its code, and nothing is changed")
    func refused() async throws {
        let daemon = try Hotline.daemon()
        let numbers = try await Hotline.complaints(5, daemon)
        let report = try await daemon.open("report", as: Hotline.li, ["matter": "甲"])
        let second = try await daemon.open("report", as: Hotline.li, ["matter": "乙"])
        try await Hotline.close(numbers[4], daemon)
        try await daemon.merge([numbers[1]], into: numbers[0], as: Hotline.clerk)
        let journal = try daemon.journal().count
        func merging(_ others: [String], _ main: String, _ person: PersonView = Hotline.clerk) async throws -> String? {
            try await code { try await daemon.merge(others, into: main, as: person) }
        }
        #expect(try await merging([numbers[2]], numbers[2]) == "MERGE_SELF")
        #expect(try await merging([numbers[0]], numbers[1]) == "MERGED")
        #expect(try await merging([numbers[1]], numbers[2]) == "MERGED")
        #expect(try await merging([numbers[0]], numbers[2]) == "MERGE_MAIN")
        #expect(try await merging([numbers[2]], numbers[4]) == "CLOSED")
        #expect(try await merging([numbers[4]], numbers[2]) == "CLOSED")
        #expect(try await merging([numbers[2], numbers[2]], numbers[3]) == "INVALID others")
        #expect(try await merging([], numbers[3]) == "INVALID others")
        #expect(try await merging([numbers[2]], numbers[3], Hotline.li) == "ROLE")
        #expect(try await merging([report], second) == "NO_MERGING")
        // One that fails fails all.
        #expect(try await merging([numbers[2], numbers[1]], numbers[3]) == "MERGED")
        #expect(try daemon.state(of: numbers[2]) == "RECEIVED")
        #expect(try await code { try await daemon.unmerge(numbers[0], as: Hotline.clerk) } == "NOT_MERGED")
        #expect(try await code { try await daemon.unmerge(numbers[1], as: Hotline.li) } == "ROLE")
        #expect(try await code { try await daemon.unmerge(numbers[1], as: Hotline.clerk, revision: 1) } == "CONFLICT")
        #expect(
            try await code { try await daemon.merge([numbers[2]], into: numbers[0], as: Hotline.clerk, revision: 1) }
                == "CONFLICT"
        )
        #expect(try daemon.journal().count == journal)
        try await Hotline.close(numbers[0], daemon)
        #expect(try await code { try await daemon.unmerge(numbers[1], as: Hotline.clerk) } == "CLOSED")
        #expect(try await code { try await daemon.answer(numbers[1], "晚了", as: Hotline.clerk) } == "CLOSED")
    }

    @Test("Cases of other items are merged where the item says so, and their unique key holds on")
    func otherItem() async throws {
        let daemon = try Hotline.daemon()
        let number = try await Hotline.complaint(daemon)
        let report = try await daemon.open("report", as: Hotline.li, ["matter": "甲"])
        try await daemon.merge([report], into: number, as: Hotline.clerk)
        let again = try await code { try await daemon.open("report", as: Hotline.wang, ["matter": "甲"]) }
        #expect(again == "DUPLICATE")
        try await Hotline.close(number, daemon)
        #expect(try !daemon.case(report).record.isOpen)
    }

    @Test("A suspended case is resumed before it is merged; a suspended main case keeps its merged ones waiting")
    func suspended() async throws {
        let daemon = try Hotline.daemon()
        let numbers = try await Hotline.complaints(3, daemon)
        try await daemon.act(numbers[1], "suspend", as: Hotline.clerk, ["reason": "EXPERT"])
        #expect(
            try await code { try await daemon.merge([numbers[1]], into: numbers[0], as: Hotline.clerk) } == "SUSPENDED"
        )
        try await daemon.act(numbers[1], "resume", as: Hotline.clerk)
        try await daemon.merge([numbers[1]], into: numbers[0], as: Hotline.clerk)
        #expect(
            try await code { try await daemon.act(numbers[1], "suspend", as: Hotline.clerk, ["reason": "EXPERT"]) }
                == "MERGED"
        )
        try await daemon.act(numbers[0], "suspend", as: Hotline.clerk, ["reason": "EXPERT"])
        #expect(try daemon.state(of: numbers[1]) == "MERGED")
        try await daemon.act(numbers[0], "resume", as: Hotline.clerk)
        try await Hotline.close(numbers[0], daemon)
        #expect(try !daemon.case(numbers[1]).record.isOpen)
        // It has no way back of its own; the main case has.
        #expect(try await code { try await daemon.act(numbers[1], "appeal", as: Hotline.li) } == "MERGED")
        try await daemon.act(numbers[0], "appeal", as: .person("citizen0", "citizen"))
        #expect(try daemon.state(of: numbers[0]) == "HANDLING")
        try await daemon.act(numbers[0], "reply", as: Hotline.clerk, ["reply": "复查维持"])
        #expect(try daemon.notices().count { $0.topic == "merge.answer" } == 1)
    }

    @Test("An answer has 2000 characters at most")
    func answerLimit() async throws {
        let daemon = try Hotline.daemon()
        let numbers = try await Hotline.complaints(2, daemon)
        try await daemon.merge([numbers[1]], into: numbers[0], as: Hotline.clerk)
        try await daemon.answer(numbers[1], String(repeating: "答", count: 2_000), as: Hotline.clerk)
        let longer = String(repeating: "答", count: 2_001)
        #expect(try await code { try await daemon.answer(numbers[1], longer, as: Hotline.clerk) } == "TOO_LARGE text")
        #expect(try await code { try await daemon.answer(numbers[1], "", as: Hotline.clerk) } == "INVALID text")
        #expect(try await code { try await daemon.answer(numbers[0], "甲", as: Hotline.clerk) } == "NOT_MERGED")
    }

    @Test("A main case takes as many as the limit says, and no more")
    func mainLimit() async throws {
        var limits = EngineLimits()
        limits.mergedCases = 3
        let daemon = try Hotline.daemon(limits: limits)
        let numbers = try await Hotline.complaints(5, daemon)
        try await daemon.merge([numbers[1]], into: numbers[0], as: Hotline.clerk)
        let three = Array(numbers[2...4])
        #expect(try await code { try await daemon.merge(three, into: numbers[0], as: Hotline.clerk) } == "LIMIT")
        try await daemon.merge(Array(three.prefix(2)), into: numbers[0], as: Hotline.clerk)
        #expect(try await code { try await daemon.merge([numbers[4]], into: numbers[0], as: Hotline.clerk) } == "LIMIT")
    }

    @Test("500 repeats become one handling in one call: 500 answers, 500 ratings, one case that counts")
    func fiveHundred() async throws {
        let daemon = try Hotline.daemon()
        let numbers = try await Hotline.complaints(502, daemon)
        let tooMany = try await code {
            try await daemon.merge(Array(numbers.dropFirst()), into: numbers[0], as: Hotline.clerk)
        }
        #expect(tooMany == "TOO_LARGE others")
        let others = Array(numbers[1...500])
        try await daemon.merge(others, into: numbers[0], as: Hotline.clerk)
        try await Hotline.close(numbers[0], daemon)
        #expect(try daemon.notices().count { $0.topic == "merge.answer" } == 500)
        for (index, number) in others.enumerated() {
            try await daemon.rate(number, 5, as: .person("citizen\(index + 1)", "citizen"))
        }
        let counts = try daemon.ratings(from: Instant(milliseconds: 0), to: daemon.now.adding(milliseconds: 1))
        #expect(counts.map(\.counts) == [[0, 0, 0, 0, 500]])
        let states = try numbers.prefix(501).map { try daemon.state(of: $0) }
        #expect(states.count { $0 != "MERGED" } == 1)
    }
}

/// The numbers of a seed, the same each time (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { self.state = seed }

    mutating func next() -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var value = self.state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
