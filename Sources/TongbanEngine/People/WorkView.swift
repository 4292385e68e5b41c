// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

/// A task for people as one person may see it.
public struct WorkView: Sendable {
    public var work: HumanTaskRecord
    /// What the task is called.
    public var name: Bilingual
    public var itemName: Bilingual
    /// The case, whom it is about masked as in lists.
    public var record: CaseRecord
    /// The names of the case's active states.
    public var states: [Bilingual]
    /// What can be done in its state, each with why this person may not, when he may not.
    public var actions: [CaseView.Action]
    /// Why nobody works on it: its case is suspended.
    public var suspended: String?
    /// Until the due moment; 0 on its last day, less when it has passed. `nil` without a due moment.
    public var workingDaysLeft: Int?
}
