// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TongbanStore

@Suite("SortedList")
struct SortedListTests {
    private func elements(_ list: SortedList<Int>, after bound: Int? = nil) -> [Int] {
        list.page(after: bound, limit: .max) { $0 }
    }

    @Test("stays sorted through insertion in any order, across runs", arguments: [1, 7, 1_009, 4_999])
    func order(step: Int) {
        var list = SortedList<Int>()
        let count = 5_000
        for index in 0..<count { list.insert(index * step % count) }
        for index in 0..<count { list.insert(index) }
        #expect(self.elements(list) == Array(0..<count))
        #expect(list.first == 0)
        #expect(list.last == count - 1)
        #expect(self.elements(list, after: 511) == Array(512..<count))
        #expect(self.elements(list, after: -1) == Array(0..<count))
        #expect(self.elements(list, after: count - 1).isEmpty)
        for index in stride(from: 0, to: count, by: 2) { list.remove(index) }
        list.remove(count)
        #expect(self.elements(list) == Array(stride(from: 1, to: count, by: 2)))
        #expect(self.elements(list, after: 4).first == 5)
        for index in 0..<count { list.remove(index) }
        #expect(list.isEmpty)
        #expect(list.first == nil)
    }
}
