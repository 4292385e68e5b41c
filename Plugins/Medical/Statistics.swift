// SPDX-License-Identifier: Apache-2.0

import BureauKit
import Civic
import TongbanModel

/// The figures of screening, handling and outreach. Persons with two diseases count once as persons and twice as cases; both
/// are shown.
extension Medical {
    @ListBuilder<any BureauPart>
    static var figures: [any BureauPart] {
        let isCounted = value("status") != "DUPLICATE"
        // Screening.
        Figure("insured", "参保人", "Insured persons", .register("insured"), unit: ("人", "persons"))
        Figure(
            "screened",
            "已排查人数",
            "Persons screened",
            .register("screening"),
            unit: ("人", "persons"),
            when: isCounted,
            distinct: "person"
        )
        Figure("rows", "排查件数", "Screened, cases", .register("screening"), unit: ("件", "cases"), when: isCounted)
        Figure("screeningCoverage", "排查覆盖率", "Screening coverage", share: "screened", of: "insured")
        Figure("found", "已发现", "Found", .register("screening"), when: value("status") == "FOUND")
        Figure(
            "certified",
            "已认定人数",
            "Persons certified",
            .register("screening"),
            when: value("status") == "CERTIFIED",
            distinct: "person"
        )
        Figure(
            "eligible",
            "应办人数",
            "Eligible persons",
            .register("screening"),
            when: value("status").isOne(of: "CERTIFIED", "APPLYING", "UNWILLING")
                || (value("status") == "FOUND" && value("eligible") == true),
            distinct: "person"
        )
        Figure(
            "willing",
            "愿办人数",
            "Willing persons",
            .register("screening"),
            when: value("status").isOne(of: "CERTIFIED", "APPLYING"),
            distinct: "person"
        )
        Figure("allEligible", "应办尽办率", "Of the eligible, certified", share: "certified", of: "eligible")
        Figure("allWilling", "愿办尽办率", "Of the willing, certified", share: "certified", of: "willing")

        // Qualifications.
        Figure(
            "persons",
            "待遇资格人数",
            "Persons qualified",
            .register("qualification"),
            unit: ("人", "persons"),
            when: value("state") == "IN_FORCE",
            distinct: "person"
        )
        Figure(
            "qualifications",
            "待遇资格件数",
            "Qualifications",
            .register("qualification"),
            unit: ("件", "cases"),
            when: value("state") == "IN_FORCE"
        )

        // Handling.
        Figure("applications", "申请", "Applications", .cases("application"), unit: ("件", "cases"))
        Figure("returned", "退回过的申请", "Returned", .cases("application"), when: value("_acts").contains("return"))
        Figure("returns", "退回率", "Return rate", share: "returned", of: "applications")
        Figure("decided", "已决定", "Decided", .cases("application"), when: value("decidedOn").exists, dated: "decidedOn")
        Figure(
            "days",
            "办理工作日",
            "Working days",
            .cases("application"),
            when: value("decidedOn").exists,
            dated: "decidedOn",
            sum: "_used.decide"
        )
        Figure("meanDays", "平均办理工作日", "Mean working days", mean: "days", of: "decided", unit: ("工作日", "wd"))
        Figure("sheets", "应报周报", "Sheets due", .cases("unit_report"), dated: "_due.submit")
        Figure(
            "sheetsOnTime",
            "按时周报",
            "Sheets on time",
            .cases("unit_report"),
            when: value("_met.submit") == true && value("_met.confirm") == true,
            dated: "_due.submit"
        )
        Figure("punctuality", "周报及时率", "Report punctuality", share: "sheetsOnTime", of: "sheets")

        // Outreach.
        Figure("outreach", "宣传活动", "Outreach", .register("outreach"), unit: ("次", "times"), dated: "date")
        Figure(
            "copies",
            "发放宣传单",
            "Leaflets handed out",
            .register("outreach"),
            unit: ("份", "copies"),
            dated: "date",
            sum: "copies"
        )
        Figure("ways", "宣传方式", "Ways of outreach", .register("outreach"), dated: "date", distinct: "kind")
        Figure("units", "报送单位", "Reporting units", .cases("unit_report"), distinct: "unit")
    }

    static let unitRows: [ReportDeclaration.Rows.Row] = Self.units.map {
        .init(id: $0.key, name: Bilingual($0.value.0, $0.value.1))
    }

    @ListBuilder<any BureauPart>
    static var reports: [any BureauPart] {
        Report(
            "screening",
            "排查报告",
            "Screening",
            figures: "insured",
            "screened",
            "rows",
            "screeningCoverage",
            "certified",
            "eligible",
            "allEligible",
            "allWilling",
            by: .init(kind: .town, field: "_area", rows: Self.unitRows)
        )
        Report(
            "villages",
            "各村排查覆盖",
            "Screening by village",
            figures: "insured",
            "screened",
            "screeningCoverage",
            by: .init(kind: .village, field: "_area")
        )
        Report(
            "handling",
            "办理报告",
            "Handling",
            figures: "applications",
            "returns",
            "decided",
            "meanDays",
            "persons",
            "qualifications",
            "punctuality",
            "units",
            comparedWith: .previous
        )
        Report("outreach", "宣传报告", "Outreach", figures: "outreach", "copies", "ways")
        // What everybody may see: no count of fewer than three.
        Report(
            "public",
            "门诊慢特病公开数据",
            "Chronic diseases, public",
            figures: "screened",
            "found",
            "persons",
            by: .init(kind: .town, field: "_area", rows: Self.unitRows),
            hideBelow: 3,
            isPublic: true
        )
    }
}
