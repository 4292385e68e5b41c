// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import Varlink

/// `org.tongban.Subjects`.
struct SubjectMethods {
    let endpoint: Endpoint

    func add(to service: inout VarlinkService) {
        service.add(SubjectsInterface.interface)
        self.endpoint.change(SubjectsInterface.Tell.self, in: &service, needs: .reader) {
            (input, caller, core) throws(EngineError) in
            let mayTell =
                switch caller.standing {
                case .operator, .plugin: true
                default: caller.view.roles.contains { $0 == "bureau" || $0.hasSuffix(":bureau") }
                }
            guard mayTell else {
                throw .refused(
                    Refusal(
                        code: "ROLE",
                        zh: "须由部门工作人员(bureau)登记。",
                        en: "this needs the role bureau"
                    )
                )
            }
            guard !input.event.isEmpty, input.event.utf8.count <= core.engine.limits.name else {
                throw .tooLarge(field: "event", limit: core.engine.limits.name)
            }
            return .init(
                cases: try core.cases.tellSubject(
                    input.subject,
                    event: input.event,
                    data: try CaseMethods.object(input.data),
                    origin: caller.view.id
                )
            )
        }
        self.endpoint.read(SubjectsInterface.Resolve.self, in: &service) { input, _, core in
            .init(current: try core.cases.currentIdentifier(of: input.identifier))
        }
        self.endpoint.change(SubjectsInterface.AskCorrection.self, in: &service, needs: .reader) {
            (input, caller, core) throws(EngineError) in
            let asked = try core.cases.askCorrection(
                from: input.from,
                to: input.to,
                reason: input.reason,
                by: caller.view
            )
            return .init(id: Int(asked.id), cases: asked.cases)
        }
        self.endpoint.change(SubjectsInterface.DecideCorrection.self, in: &service, needs: .reader) {
            (input, caller, core) throws(EngineError) in
            guard
                let cases = try core.cases.decideCorrection(
                    Int64(input.id),
                    approve: input.approve,
                    by: caller.view
                )
            else {
                throw .refused(
                    Refusal(
                        code: "NO_CORRECTION",
                        zh: "没有待批准的更正 \(input.id)。",
                        en: "no correction \(input.id) waits for approval"
                    )
                )
            }
            return .init(cases: cases)
        }
        self.endpoint.read(SubjectsInterface.ListCorrections.self, in: &service) { _, _, core in
            .init(
                corrections: try core.cases.corrections().map { correction in
                    let state: SubjectsInterface.Correction.State =
                        switch correction.state {
                        case .waiting: .waiting
                        case .approved: .approved
                        case .refused: .refused
                        }
                    return .init(
                        id: Int(correction.id),
                        from: correction.from,
                        to: correction.to,
                        reason: correction.reason,
                        asked: correction.asked,
                        state: state,
                        decided: correction.decided
                    )
                }
            )
        }
    }
}
