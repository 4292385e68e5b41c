// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import Varlink

/// Links, merging and corrections.
extension CaseMethods {
    func addClosing(to service: inout VarlinkService) {
        self.endpoint.change(CasesInterface.Link.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            try Self.relate(input.number, input.other, isLinked: true, input.revision, caller, core)
            return .init(case: try Self.shown(input.number, caller, core))
        }
        self.endpoint.change(CasesInterface.Unlink.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            try Self.relate(input.number, input.other, isLinked: false, input.revision, caller, core)
            return .init(case: try Self.shown(input.number, caller, core))
        }
        self.endpoint.change(CasesInterface.Merge.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            try Self.mayRead(input.number, caller, core)
            try core.cases.merge(input.others, into: input.number, revision: input.revision, by: caller.view)
            return .init(case: try Self.shown(input.number, caller, core))
        }
        self.endpoint.change(CasesInterface.Unmerge.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            try Self.mayRead(input.number, caller, core)
            try core.cases.unmerge(input.number, revision: input.revision, by: caller.view)
            return .init(case: try Self.shown(input.number, caller, core))
        }
        self.endpoint.change(CasesInterface.Answer.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            try Self.mayRead(input.number, caller, core)
            try core.cases.answer(input.text, to: input.number, revision: input.revision, by: caller.view)
            return .init(case: try Self.shown(input.number, caller, core))
        }
        self.endpoint.change(CasesInterface.Amend.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            try Self.mayRead(input.number, caller, core)
            let id = try core.cases.amend(
                input.number,
                CaseEngine.NewAmendment(
                    values: try Self.object(input.values),
                    reason: input.reason,
                    evidence: input.evidence ?? []
                ),
                revision: input.revision,
                by: caller.view
            )
            return .init(id: id, case: try Self.shown(input.number, caller, core))
        }
        self.endpoint.change(CasesInterface.DecideAmendment.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            try Self.mayRead(input.number, caller, core)
            try core.cases.decideAmendment(
                input.id,
                of: input.number,
                isApproved: input.approve,
                reason: input.reason,
                revision: input.revision,
                by: caller.view
            )
            return .init(case: try Self.shown(input.number, caller, core))
        }
    }

    private static func relate(
        _ one: String,
        _ other: String,
        isLinked: Bool,
        _ revision: Int?,
        _ caller: Caller,
        _ core: DaemonCore
    ) throws(EngineError) {
        try self.mayRead(one, caller, core)
        try self.mayRead(other, caller, core)
        try core.cases.relate(one, other, isLinked: isLinked, revision: revision, by: caller.view)
    }

    // MARK: Showing

    static func merge(_ merge: CaseMerge) -> CasesInterface.MergedCase {
        .init(
            main: merge.main,
            at: merge.at.description,
            by: merge.by,
            answer: merge.answer,
            outcome: merge.outcome,
            zh: merge.given?.zh,
            en: merge.given?.en
        )
    }

    static func rework(_ rework: CaseRework) -> CasesInterface.ReworkedCase {
        .init(of: rework.of, grade: rework.grade.rawValue, callBackBy: rework.callBackBy)
    }

    static func rating(_ rating: CaseRating) -> CasesInterface.RatedHandling {
        .init(
            grade: rating.grade.rawValue,
            zh: rating.grade.name.zh,
            en: rating.grade.name.en,
            source: rating.source.rawValue,
            at: rating.at.description,
            commented: rating.comment != nil,
            rework: rating.rework
        )
    }

    static func amendment(_ amendment: CaseAmendment) -> CasesInterface.Amendment {
        .init(
            id: amendment.id,
            before: RawJSON(.object(amendment.before)),
            after: RawJSON(.object(amendment.after)),
            reason: amendment.reason,
            evidence: amendment.evidence,
            by: amendment.by,
            at: amendment.at.description,
            approved: amendment.decision?.isApproved,
            decidedBy: amendment.decision?.by,
            decidedAt: amendment.decision?.at.description,
            decisionReason: amendment.decision?.reason
        )
    }

    static func attachment(_ attachment: CaseAttachment) -> CasesInterface.AttachedFile {
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
}
