// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import Varlink

/// `org.tongban.Ratings`. There is no method that changes or removes a rating.
struct RatingMethods {
    let endpoint: Endpoint
    /// Cases looked at in one turn of the loop.
    private static let pageSize = 500

    func add(to service: inout VarlinkService) {
        service.add(RatingsInterface.interface)
        let endpoint = self.endpoint
        endpoint.change(RatingsInterface.Rate.self, in: &service, needs: .reader) {
            (input, caller, core) throws(EngineError) in
            try CaseMethods.mayRead(input.number, caller, core)
            let rework = try core.cases.rate(
                input.number,
                grade: input.grade,
                comment: input.comment,
                by: caller.view
            )
            return .init(rework: rework)
        }
        endpoint.change(RatingsInterface.Comment.self, in: &service, needs: .reader) {
            (input, caller, core) throws(EngineError) in
            try CaseMethods.mayRead(input.number, caller, core)
            return .init(comment: try core.cases.ratingComment(of: input.number, by: caller.view))
        }
        service.stream(RatingsInterface.Report.self, requiresMore: false) { input, context, _ in
            do {
                return try await Self.report(input, context, endpoint)
            } catch let error as EngineError {
                throw error.failure
            }
        }
    }

    private static func report(
        _ input: RatingsInterface.Report.Input,
        _ context: VarlinkContext,
        _ endpoint: Endpoint
    ) async throws -> RatingsInterface.Report.Output {
        let first = try Self.day(input.from, "from")
        let last = try Self.day(input.to, "to")
        guard first <= last else {
            throw EngineError.invalid(field: "to", Bilingual("不得早于 from", "must not be before \"from\""))
        }
        let from = ShanghaiTime.startOfDay(first)
        let to = ShanghaiTime.startOfDay(last.adding(days: 1))
        var counts: [RatingsInterface.Count] = []
        var after: String?
        repeat {
            let number = after
            let page = try await endpoint.onLoop { core in
                let caller = try endpoint.caller(context, needs: .reader)
                let page = try core.cases.ratingCounts(from: from, to: to, after: number, limit: Self.pageSize)
                let visible = page.counts.filter { caller.mayRead(bureau: $0.bureau) }
                return (visible.map { Self.shown($0, core) }, page.next)
            }
            for count in page.0 { Self.add(count, to: &counts) }
            after = page.1
        } while after != nil
        return .init(counts: counts.sorted { ($0.bureau, $0.item) < ($1.bureau, $1.item) })
    }

    private static func day(_ text: String, _ field: String) throws(EngineError) -> CivilDay {
        guard let day = CivilDay(text) else {
            throw .invalid(field: field, Bilingual("须为日期,如 2022-07-12", "must be a date such as 2022-07-12"))
        }
        return day
    }

    private static func shown(_ count: CaseEngine.RatingCount, _ core: DaemonCore) -> RatingsInterface.Count {
        let name = core.directory.declaration(of: count.bureau)?.declaration.item(count.item)?.name
        return .init(
            bureau: count.bureau,
            item: count.item,
            zh: name?.zh ?? count.item,
            en: name?.en ?? count.item,
            grades: count.counts,
            total: count.counts.reduce(0, +)
        )
    }

    private static func add(_ count: RatingsInterface.Count, to counts: inout [RatingsInterface.Count]) {
        guard let index = counts.firstIndex(where: { $0.bureau == count.bureau && $0.item == count.item }) else {
            counts.append(count)
            return
        }
        for grade in count.grades.indices { counts[index].grades[grade] += count.grades[grade] }
        counts[index].total += count.total
    }
}
