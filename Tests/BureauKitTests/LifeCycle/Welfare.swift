// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic

/// A bureau whose items live the base life: one without more, one with draft, publicity and revocation.
enum Welfare {
    static let citizen = PersonView.person("li", "citizen")
    static let village = PersonView.person("village", "village")
    static let clerk = PersonView.person("clerk", "bureau")
    static let second = PersonView.person("second", "bureau")
    static let third = PersonView.person("third", "bureau")
    static let head = PersonView.person("head", "head")
    static let deputy = PersonView.person("deputy", "head")

    static let subject = "11010519491231002X"
    static let other = "440524188001010014"

    static let application: JSONObject = ["applicant": .string(subject), "name": "张·三", "purpose": "补助"]

    static var definition: BureauDefinition {
        BureauDefinition("welfare", "民政", "Welfare", about: ("测试用的部门。", "A bureau for tests."), prefix: "MZ") {
            Role("bureau", "局科员", "Clerk")
            Role("head", "局领导", "Head")
            Handler("late", "迟到", "Late") { _, _ in [.set(["worked": true])] }

            Item(
                "grant",
                "补助",
                "Grant",
                about: ("一次性补助。", "A single grant."),
                openedBy: ["citizen", "agent", "village"],
                unique: ["applicant", "name"],
                subject: "applicant",
                contact: "contact",
                basis: "basis"
            ) {
                Self.fields
                Suspends(in: "HANDLING", by: "bureau", deciders: "head")
                Flow {
                    BaseLifeCycle().states(review: {
                        Action("inspect", "核查", "Inspect", by: "bureau") { Submits("late") }
                        Action("remind", "约定", "Arrange", by: "bureau") { Delays("arranged", seconds: 86_400) }
                        OnEvent("arranged") { Sets("arranged", to: now) }
                    })
                }
            }
            Item(
                "pension",
                "津贴",
                "Pension",
                about: ("长期津贴。", "A running benefit."),
                openedBy: ["citizen", "agent", "village"],
                unique: ["applicant"],
                subject: "applicant",
                basis: "basis",
                drafts: true
            ) {
                Self.fields
                Flow {
                    BaseLifeCycle(draft: true, silence: .breaches, publicity: .workingDays(5), revocable: true).states(
                        effective: {
                            Action("end", "终结", "End", by: "bureau", to: "CLOSED")
                            Action("renounce", "放弃", "Renounce", by: "citizen") { Sets("renounced", to: today) }
                        }
                    )
                }
            }
        }
    }

    static var fields: Form {
        Form {
            Field("applicant", "身份证号", "Identity number", .residentID).required()
            Field("name", "姓名", "Name", .personName).required()
            Field("purpose", "用途", "Purpose").required().atMost(200)
            Field("basis", "依据的办件", "Case it builds on")
            Field("contact", "联系人", "Contact").personal()
            Field("consent", "监护人同意书", "Guardian's consent").required().onlyIf(
                isUnder(14, value("applicant"), on: value("today"))
            )
            Field("certificate", "证件有效期", "Certificate valid until", .date)
            Requires(
                "EXPIRED",
                !form("certificate").exists || form("certificate") >= today,
                "证件已过期,请先换证。",
                "the certificate has expired: renew it first"
            )
        }
    }

    static var calendarFolder: String {
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
            + "/seeds/calendar"
    }

    static func daemon(at moment: String = "2022-07-12T09:00:00+08:00") throws -> TestDaemon {
        return try TestDaemon(
            self.definition,
            at: moment,
            calendar: CalendarTable.tables(inFolder: self.calendarFolder)
        )
    }

    /// A grant that was accepted.
    static func accepted(_ daemon: TestDaemon) async throws -> String {
        let number = try await daemon.open("grant", as: self.citizen, self.application)
        try await daemon.act(number, "accept", as: self.clerk)
        return number
    }

    /// A grant that a head rejected.
    static func rejected(_ daemon: TestDaemon) async throws -> String {
        let number = try await self.accepted(daemon)
        try await daemon.act(number, "begin", as: self.clerk)
        try await daemon.act(number, "propose", as: self.clerk, ["proposal": "REJECT", "grounds": "不符"])
        try await daemon.act(number, "reject", as: self.head, ["reason": "不符合条件"])
        return number
    }
}
