// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

/// What the bureau makes public of a case (公示), and for how long.
///
/// ```swift
/// Notice("list", "拟补助名单公示", "Intended grants", showing: ["household", "amount"], for: Limit(5, .workingDays))
/// ```
public struct Notice: BureauPart {
    let declaration: PublicNoticeDeclaration

    /// - Parameters:
    ///   - fields: values of the case that stand in it; personal ones are masked, sensitive ones are refused.
    ///   - limit: working or calendar days; objections are taken until the end of the last.
    public init(_ id: String, _ zh: String, _ en: String, showing fields: [String], for limit: Limit) {
        self.declaration = PublicNoticeDeclaration(
            id: id,
            title: Bilingual(zh, en),
            fields: fields,
            limit: limit.description
        )
    }
}

/// Makes a ``Notice`` of the bureau public. The case gets `notice.objection` with every objection; when the time is over
/// `notice.ended`, or `notice.contested` when somebody objected; `notice.withdrawn` when it is taken back.
public struct Publishes: Step {
    public let content: FlowContent

    public init(_ notice: String) {
        self.content = .send(FlowSendContent(event: .string(notice), type: "publish"))
    }
}
