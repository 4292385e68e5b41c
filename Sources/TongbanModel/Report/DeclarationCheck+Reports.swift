// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

extension DeclarationCheck {
    /// At most so many figures in a report.
    public static let reportColumns = 24
    /// At most so many rows declared in a report.
    public static let reportRows = 200

    /// What is wrong with the figures and reports of a bureau.
    static func reportFaults(in bureau: BureauDeclaration) -> [Fault] {
        var faults: [Fault] = []
        func fault(_ place: String, _ zh: String, _ en: String) {
            faults.append(Fault(place: place, message: Bilingual(zh, en)))
        }
        let figures = bureau.figures ?? []
        var byID: [String: FigureDeclaration] = [:]
        for figure in figures {
            let place = "figure/\(figure.id)"
            if byID.updateValue(figure, forKey: figure.id) != nil {
                fault(place, "指标重复", "this figure is declared twice")
            }
            let of = figure.of ?? ""
            switch figure.source {
            case .cases where bureau.item(of) == nil: fault(place, "事项 \(of) 不存在", "there is no item \(of)")
            case .register where bureau.register(of) == nil:
                fault(place, "台账 \(of) 不存在", "there is no register \(of)")
            case .rota where bureau.rotas?.contains { $0.id == of } != true || figure.counted == nil:
                fault(place, "排班 \(of) 不存在", "there is no rota \(of)")
            case .journal where of.isEmpty: fault(place, "没有日志类别", "it names no kind of entries")
            case .stated where (figure.stated ?? []).isEmpty: fault(place, "没有数值", "it states no value")
            case .stated where (figure.stated ?? []).contains { $0.value < 0 }:
                fault(place, "数值不得为负", "a stated value is negative")
            default: break
            }
            if figure.sum != nil || figure.summing != nil, figure.distinct != nil {
                fault(place, "不能既求和又去重", "it both sums and counts distinct values")
            }
            for name in bureau.unknownNames(in: figure) {
                fault(place, "没有“\(name)”这一项", "there is no field \"\(name)\"")
            }
        }
        for figure in figures where figure.source.isQuotient {
            for part in [figure.numerator, figure.denominator] {
                guard let part, let other = byID[part], !other.source.isQuotient else {
                    fault(
                        "figure/\(figure.id)",
                        "分子或分母 \(part ?? "—") 不是指标",
                        "its part \(part ?? "—") is no figure that is counted"
                    )
                    continue
                }
            }
        }
        var seen: Set<String> = []
        for report in bureau.reports ?? [] {
            let place = "report/\(report.id)"
            if !seen.insert(report.id).inserted { fault(place, "报表重复", "this report is declared twice") }
            if !(1...Self.reportColumns).contains(report.figures.count) {
                fault(place, "指标须为 1 至 \(Self.reportColumns) 个", "it must have 1 to \(Self.reportColumns) figures")
            }
            for id in report.figures where byID[id] == nil {
                fault(place, "指标 \(id) 不存在", "there is no figure \(id)")
            }
            if Set(report.figures).count != report.figures.count {
                fault(place, "同一指标列了两次", "it names a figure twice")
            }
            if let hideBelow = report.hideBelow, !(3...100).contains(hideBelow) {
                fault(place, "隐藏界限须为 3 至 100", "small counts are hidden below 3 to 100")
            }
            if report.isPublic == true, report.hideBelow == nil {
                fault(place, "公开报表须声明隐藏界限", "a public report must say below what counts are hidden")
            }
            guard let rows = report.rows else { continue }
            if rows.kind != .bands, bureau.hides(rows.field, in: report) {
                fault(
                    place,
                    "行不得按个人信息或敏感信息 \(rows.field) 分",
                    "its rows would show \(rows.field), which is of class P or S"
                )
            }
            let declared = rows.rows ?? []
            if declared.count > Self.reportRows {
                fault(place, "行数超过 \(Self.reportRows)", "it has more than \(Self.reportRows) rows")
            }
            if Set(declared.map(\.id)).count != declared.count {
                fault(place, "行重复", "a row is declared twice")
            }
            if rows.kind == .bands {
                if declared.isEmpty || declared.contains(where: { $0.condition == nil }) {
                    fault(place, "分档须有条件", "every band must have a condition")
                }
                if report.hideBelow != nil {
                    fault(
                        place,
                        "可重叠的分档不能隐藏小数:由差可以推出",
                        "small counts cannot be hidden in bands: their differences give them away"
                    )
                }
            }
        }
        return faults
    }
}

extension BureauDeclaration {
    /// The fields that what a figure counts may have.
    public func fields(of figure: FigureDeclaration) -> [FieldDeclaration] {
        switch figure.source {
        case .cases: self.item(figure.of ?? "")?.allFields ?? []
        case .register: self.register(figure.of ?? "")?.fields ?? []
        case .journal, .stated, .share, .mean, .rota: []
        }
    }

    /// What a figure asks for that there is not: a field of a register, a deadline, or a name that begins with `_`.
    ///
    /// A case has values that no form declares, since flows and handlers set them; of those nothing is known here.
    fileprivate func unknownNames(in figure: FigureDeclaration) -> [String] {
        var paths = Set([figure.distinct, figure.sum, figure.dated].compactMap { $0 })
        for rule in [figure.filter, figure.summing].compactMap({ $0 }) { Self.paths(in: rule, &paths) }
        let deadlines = Set(self.item(figure.of ?? "")?.deadlines.map(\.id) ?? [])
        return paths.filter { path in
            let parts = path.split(separator: ".").map(String.init)
            guard let name = parts.first else { return false }
            switch figure.source {
            case .cases where ["_due", "_met", "_firstMet", "_used"].contains(name):
                return parts.count != 2 || !deadlines.contains(parts[1])
            case .cases where name.hasPrefix("_"):
                return ![
                    "_number", "_state", "_open", "_area", "_subject", "_opened", "_closed", "_acts", "_parent",
                ].contains(name)
            case .register:
                return !["_key", "_area"].contains(name) && !self.fields(of: figure).contains { $0.id == name }
            case .journal where name.hasPrefix("_"): return !["_kind", "_day", "_case", "_actor"].contains(name)
            case .rota: return !["_place", "_area", "_day"].contains(name)
            case .cases, .journal, .stated, .share, .mean: return false
            }
        }.sorted()
    }

    /// The paths a rule asks its data for; inside the rules of elements the names are those of the elements.
    private static func paths(in rule: JSON, _ paths: inout Set<String>) {
        switch rule {
        case .array(let rules): for rule in rules { self.paths(in: rule, &paths) }
        case .object(let object):
            for member in object {
                switch member.name {
                case "var": if let path = (member.value[0] ?? member.value).stringValue { paths.insert(path) }
                case "all", "some", "none", "filter", "map", "reduce":
                    if let list = member.value[0] { self.paths(in: list, &paths) }
                default: self.paths(in: member.value, &paths)
                }
            }
        default: break
        }
    }

    /// Whether a report by this field would show who it is about.
    fileprivate func hides(_ field: String, in report: ReportDeclaration) -> Bool {
        if ["_subject", "_number", "_key", "_case", "_actor"].contains(field) { return true }
        return (self.figures ?? []).contains { figure in
            report.figures.contains(figure.id)
                && self.fields(of: figure).contains { $0.id == field && $0.privacy != .public }
        }
    }

    /// Whether a figure asks for values of class S, which the journal does not hold.
    public func asksSensitive(_ figure: FigureDeclaration, by rows: ReportDeclaration.Rows?) -> Bool {
        var names: Set<String> = Set([figure.distinct, figure.sum, figure.dated, rows?.field].compactMap { $0 })
        for rule in [figure.filter, figure.summing].compactMap({ $0 }) + (rows?.rows ?? []).compactMap(\.condition) {
            Self.names(in: rule, &names)
        }
        return self.fields(of: figure).contains { $0.privacy == .sensitive && names.contains($0.id) }
    }

    private static func names(in rule: JSON, _ names: inout Set<String>) {
        switch rule {
        case .array(let rules): for rule in rules { self.names(in: rule, &names) }
        case .object(let object):
            for member in object {
                if member.name == "var", let path = (member.value[0] ?? member.value).stringValue {
                    names.insert(path.split(separator: ".").first.map(String.init) ?? path)
                }
                self.names(in: member.value, &names)
            }
        default: break
        }
    }
}
