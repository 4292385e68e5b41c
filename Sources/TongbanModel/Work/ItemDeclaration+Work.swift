// SPDX-License-Identifier: Apache-2.0

extension ItemDeclaration {
    /// Who applies rather than works: actions of these roles make no task.
    public static let applicantRoles: Set<String> = ["citizen", "agent"]

    /// The tasks for people of every state: those declared, and one for each other state in which persons act.
    ///
    /// A state that declares none, is not ``untasked`` and is inside no state that declares one has a task with its own
    /// id and name. It is for the roles of the state's actions, applicants left aside; when the state has no such action
    /// of its own, the actions of the group nearest around it count. What the actions all forbid by four-eyes holds for
    /// the task too. A group of parallel states whose actions they share has one task for all of them.
    public var humanTasks: [HumanTaskDeclaration] {
        var found = self.tasks ?? []
        let declared = Set(found.map(\.state))
        let untasked = Set(self.untasked ?? [])
        var implied: Set<String> = []
        self.flow.forEachState { state, around in
            guard state.kind == .atomic else { return }
            let path = [state] + around.reversed()
            guard !path.contains(where: { declared.contains($0.id) || untasked.contains($0.id) }) else { return }
            guard let owner = path.firstIndex(where: { !self.staffActions(in: $0.id).isEmpty }) else { return }
            let shared = owner == 0 ? nil : path[...owner].first { $0.kind == .parallel }
            let id = shared?.id ?? state.id
            guard implied.insert(id).inserted else { return }
            found.append(self.impliedTask(in: id, by: self.staffActions(in: path[owner].id)))
        }
        return found
    }

    private func staffActions(in state: String) -> [ActionDeclaration] {
        self.actions.filter { action in
            action.state == state && action.roles.contains { !Self.applicantRoles.contains($0) }
        }
    }

    private func impliedTask(in state: String, by actions: [ActionDeclaration]) -> HumanTaskDeclaration {
        var roles: [String] = []
        for role in actions.flatMap(\.roles) where !Self.applicantRoles.contains(role) && !roles.contains(role) {
            roles.append(role)
        }
        let forbidden = Set(actions.map { Set($0.notBy) })
        let notBy = forbidden.count == 1 ? actions[0].notBy : []
        return HumanTaskDeclaration(
            id: state,
            state: state,
            name: self.stateName(state),
            roles: roles,
            notBy: notBy.isEmpty ? nil : notBy
        )
    }
}

extension BureauDeclaration {
    /// The roles that answer for the bureau: those declared so, else `head`. They are offered what nobody else can take.
    public var heads: [String] {
        let declared = self.roles.filter { $0.supervises ?? false }.map(\.id)
        return declared.isEmpty ? ["head"] : declared
    }

    /// The roles that may give tasks to persons, remind, and act where somebody else holds the task.
    public var supervisors: [String] {
        self.heads + ["supervisor", "dispatcher"].filter { !self.heads.contains($0) }
    }
}
