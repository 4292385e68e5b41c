// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

extension Item {
    /// The usual item for what was rated badly: the bureau handles the matter anew within its limit, then somebody
    /// independent calls the applicant back, and it goes on until he says that it is solved or gives it up.
    ///
    /// Its cases are opened by the daemon alone, and are rated like others; a bad rating opens another one.
    ///
    /// - Parameters:
    ///   - handlers: the bureau's roles that do the work.
    ///   - callBackBy: the roles that call back; none of the bureau's own.
    ///   - workingDays: the limit of the work.
    public static func rework(
        _ id: String,
        _ zh: String,
        _ en: String,
        prefix: String? = nil,
        by handlers: [String],
        callBackBy: [String],
        workingDays: Int = 15
    ) -> Item {
        let limit = Limit(workingDays, .workingDays)
        return Item(
            id,
            zh,
            en,
            about: ("评价不满意的办件重新办理,并由第三方回访。", "Handles anew what was rated badly, with an independent call back."),
            prefix: prefix,
            openedBy: []
        ) {
            Form {
                Field("original", "原办件", "Case rated").required()
                Field("grade", "评价", "Grade", .integer).required().between(1, 2)
            }
            Flow {
                State("REWORKING", "重办中", "Being redone") {
                    Deadline("rework", "整改", "Put right", .workingDays(workingDays), source: "政务服务好差评")
                    Action("redone", "已重办", "Done anew", by: handlers, to: "CALL_BACK") {
                        Field("result", "重办结果", "Result").required().between(1, 500)
                    }
                }
                State("CALL_BACK", "待回访", "To be called back") {
                    Deadline("callBack", "回访", "Call back", .workingDays(5))
                    Action(
                        "callBack",
                        "回访",
                        "Call back",
                        by: callBackBy,
                        to: "SOLVED",
                        when: given("solved") == true
                    ) {
                        Field("solved", "已解决", "Solved", .boolean).required()
                        Field("note", "回访记录", "Note").between(0, 500)
                    }
                    Action("callBack", "回访", "Call back", by: callBackBy, to: "REWORKING")
                }
                Final("SOLVED", "已解决", "Solved")
            }
            Rating(
                by: "citizen",
                "agent",
                callBack: callBackBy,
                rework: ReworkDeclaration(item: id, limit: limit.description, callBackBy: callBackBy)
            )
        }
    }
}
