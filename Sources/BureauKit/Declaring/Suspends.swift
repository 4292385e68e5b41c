// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

/// That cases of the item may be suspended.
///
/// ```swift
/// Suspends(in: "HANDLING", by: "bureau", reasons: ["EXPERT": ("专家评审", "experts")], deciders: "head")
/// ```
///
/// The case gets the actions `suspend` and `resume`. While it is suspended its deadlines pause, its tasks wait and
/// only actions marked ``Action/whileSuspended()`` can be taken.
public struct Suspends: ItemPart {
    let declaration: SuspensionDeclaration

    /// The reasons for which time is not counted, by which handling is commonly suspended.
    public static let commonReasons: KeyValuePairs<String, (String, String)> = [
        "EXPERT": ("专家评审", "expert opinion"), "HEARING": ("听证", "hearing"),
        "SITE_TEST": ("现场检验检测", "test or inspection on site"), "OTHER_BUREAU": ("等待其他部门", "another bureau"),
        "FORCE_MAJEURE": ("不可抗力", "force majeure"), "APPLICANT_ABSENT": ("申请人原因", "applicant absent"),
    ]

    /// - Parameters:
    ///   - states: where it is possible, the states inside them included.
    ///   - roles: who may suspend and resume.
    ///   - reasons: the closed list.
    ///   - limit: how long at most; when it has passed, that is a breach.
    ///   - deciders: who alone may resume after that.
    ///   - source: the law or rule that sets it.
    public init(
        in states: String...,
        by roles: String...,
        reasons: KeyValuePairs<String, (String, String)> = Suspends.commonReasons,
        atMost limit: Limit = Limit(90, .calendarDays),
        deciders: String...,
        source: String? = nil
    ) {
        self.declaration = SuspensionDeclaration(
            states: states,
            roles: roles,
            reasons: reasons.map { .init(code: $0.key, name: Bilingual($0.value.0, $0.value.1)) },
            limit: limit.description,
            deciders: deciders,
            source: source
        )
    }
}
