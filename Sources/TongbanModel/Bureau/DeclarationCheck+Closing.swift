// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// The checks of what an item says of merging, rating, correcting and attachments.
extension DeclarationCheck {
    static func closingFaults(in item: ItemDeclaration, of bureau: BureauDeclaration) -> [Fault] {
        var faults: [Fault] = []
        func fault(_ part: String, _ zh: String, _ en: String) {
            faults.append(Fault(place: "\(item.id)/\(part)", message: Bilingual(zh, en)))
        }
        if let merging = item.merging {
            if merging.by.isEmpty { fault("merging", "并案没有角色", "merging has no role") }
            for other in merging.with where bureau.item(other) == nil {
                fault("merging", "没有事项 \(other)", "there is no item \(other)")
            }
            if let answer = merging.answerField {
                let fields = item.allFields.filter { $0.id == answer }
                if fields.contains(where: { $0.privacy != .public }) {
                    fault(
                        "merging",
                        "答复字段 \(answer) 须为公开字段,因为会告知每位申请人",
                        "the answer \(answer) must be a public field, since every applicant is told it"
                    )
                }
            }
        }
        if let rating = item.rating { Self.check(rating, of: bureau, fault) }
        if let amendment = item.amendment, amendment.by.isEmpty || amendment.decidedBy.isEmpty {
            fault("amendment", "更正须有申请和批准的角色", "correcting needs roles that ask and roles that decide")
        }
        if let attachments = item.attachments {
            if attachments.types.isEmpty { fault("attachments", "没有允许的文件类型", "no kind of file is allowed") }
            if let limit = attachments.sizeLimit, limit < 1 {
                fault("attachments", "文件大小上限须为正数", "the size limit must be positive")
            }
            if let limit = attachments.countLimit, limit < 1 {
                fault("attachments", "文件个数上限须为正数", "the count limit must be positive")
            }
        }
        return faults + Self.reworkFaults(in: item, of: bureau)
    }

    private static func check(
        _ rating: RatingDeclaration,
        of bureau: BureauDeclaration,
        _ fault: (String, String, String) -> Void
    ) {
        if rating.by.isEmpty, rating.callBack.isEmpty { fault("rating", "评价没有角色", "rating has no role") }
        if (try? Limit(rating.within)) == nil {
            fault("rating", "评价期限 \(rating.within) 有误", "the limit \(rating.within) cannot be read")
        }
        let own = Set(bureau.roles.map(\.id))
        for role in rating.by + rating.callBack + (rating.rework?.callBackBy ?? []) where own.contains(role) {
            fault(
                "rating",
                "角色 \(role) 属于本部门,不得评价或回访",
                "role \(role) is the bureau's own: it neither rates nor calls back"
            )
        }
    }

    private static func reworkFaults(in item: ItemDeclaration, of bureau: BureauDeclaration) -> [Fault] {
        guard let rework = item.rating?.rework else { return [] }
        var faults: [Fault] = []
        func fault(_ zh: String, _ en: String) {
            faults.append(Fault(place: "\(item.id)/rating/rework", message: Bilingual(zh, en)))
        }
        guard let target = bureau.item(rework.item) else {
            return [
                Fault(
                    place: "\(item.id)/rating/rework",
                    message: Bilingual("没有事项 \(rework.item)", "there is no item \(rework.item)")
                )
            ]
        }
        if (try? Limit(rework.limit)) == nil || !target.deadlines.contains(where: { $0.limit == .string(rework.limit) })
        {
            fault(
                "事项 \(rework.item) 没有 \(rework.limit) 的时限",
                "item \(rework.item) has no deadline of \(rework.limit)"
            )
        }
        let callsBack = target.actions.contains { action in
            !action.roles.isEmpty && action.roles.allSatisfy(rework.callBackBy.contains)
        }
        if !callsBack {
            fault(
                "事项 \(rework.item) 没有仅由 \(rework.callBackBy.joined(separator: "、")) 办理的回访动作",
                "item \(rework.item) has no action of \(rework.callBackBy.joined(separator: ", ")) alone to call back"
            )
        }
        for name in rework.carry where !item.allFields.contains(where: { $0.id == name }) {
            fault("没有字段 \(name) 可带入", "there is no field \(name) to carry over")
        }
        for field in target.form
        where field.required && !(ReworkDeclaration.givenFields + rework.carry).contains(field.id) {
            fault(
                "事项 \(rework.item) 的必填项 \(field.id) 无人填写",
                "nobody fills in \(field.id), which item \(rework.item) requires"
            )
        }
        return faults
    }
}
