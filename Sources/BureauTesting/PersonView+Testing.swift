// SPDX-License-Identifier: Apache-2.0

import TongbanEngine

extension PersonView {
    /// Somebody with roles of the bureau, as it declares them, or roles everybody may have, such as `citizen`.
    public static func person(_ id: String, _ roles: String..., area: String? = nil) -> PersonView {
        PersonView(id: id, roles: roles, area: area)
    }
}
