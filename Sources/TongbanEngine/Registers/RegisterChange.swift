// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

/// What putting or ending a record would come to.
struct RegisterChange {
    var bureau: String
    var declaration: BureauDeclaration.Register
    var key: String
    /// `nil` to end the record.
    var data: JSONObject?
    var result: CaseEngine.PutResult
    /// The record in force today.
    var old: RegisterRecord?
    /// Of a dated register: the day from which it is valid so, and what was written before.
    var from: CivilDay?
    var versions: [RegisterVersion] = []
    /// The request that was approved for it.
    var request: Int?
    /// Whether the record in force today is touched.
    var isCurrent = true
    /// Why it may not be.
    var refusal: Refusal?
}
