// SPDX-License-Identifier: Apache-2.0

import VarlinkIDL

extension IDLType {
    /// The struct or enum that is defined here, by itself or as what an array, a map or a nullable holds.
    var inline: IDLType? {
        switch self {
        case .structure, .enumeration: self
        case .array(let element), .nullable(let element): element.inline
        case .map(let element): self.isStringSet ? nil : element.inline
        case .bool, .int, .float, .string, .object, .any, .named: nil
        }
    }
}
