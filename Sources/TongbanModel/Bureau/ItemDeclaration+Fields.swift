// SPDX-License-Identifier: Apache-2.0

extension ItemDeclaration {
    /// The fields of the form and of every action.
    public var allFields: [FieldDeclaration] { self.form + self.actions.flatMap(\.fields) }
}
