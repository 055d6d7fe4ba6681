package import Documents
internal import Words
import Assessment
import Scoring
import Values

extension GapReport {
    /// Many units: what each lost, and which criteria, agencies or fields cost most.
    func overview(in language: Language, isBrief: Bool) -> [ReportDocument.Block] {
        var blocks: [ReportDocument.Block] = []
        let known = header.settings.groups.map { Optional($0) } + [nil]
        for group in known {
            let members = units.filter { $0.unit.group == group?.code }
            guard !members.isEmpty else { continue }
            let name = group?.name.text(language) ?? Label.ungrouped.text(language)
            blocks.append(.heading(name, level: 2))
            blocks.append(.table(table(of: members, in: language)))
            blocks.append(.table(costs(of: members.map(\.gap), in: language, isBrief: isBrief)))
        }
        if blocks.isEmpty {
            blocks.append(.paragraph(language == .vi ? "Không có đơn vị nào." : "There are no units."))
        }
        return blocks
    }

    private func table(of members: [(unit: Unit, gap: UnitGap)], in language: Language) -> TextTable {
        let columns = [
            TextTable.Column(Label.code.text(language), isDispensable: true),
            TextTable.Column(Label.unit.text(language), wrapsFrom: 14),
            TextTable.Column(Label.points.text(language), .decimal),
            TextTable.Column(Label.maximumShort.text(language), .decimal),
            TextTable.Column(Label.lostShort.text(language), .decimal),
            TextTable.Column(GapLabel.withoutFigures.text(language), .decimal),
            TextTable.Column(GapLabel.greatest.text(language), wrapsFrom: 20),
        ]
        let rows = members.map { unit, gap in
            let greatest = gap.lost.prefix(3).map { "\($0.score.criterion.code) (\(points($0.lost, in: language)))" }
            return TextTable.Row([
                unit.code, unit.name, points(gap.total.points, in: language), points(gap.total.maximum, in: language),
                points(gap.total.lost, in: language), points(gap.sum.lostWithoutFigures, in: language),
                greatest.joined(separator: "; "),
            ])
        }
        return TextTable(
            columns: columns, rows: rows, decimalSeparator: NumberWords(language).decimalSeparator.first ?? ",")
    }

    /// What costs the units of a group most: ten criteria when brief, or all agencies or fields.
    private func costs(of gaps: [UnitGap], in language: Language, isBrief: Bool) -> TextTable {
        let costs: [Cost]
        let title: String
        switch order {
        case .points:
            let all = Cost.sorted(gaps) { gap in
                gap.leaves.map { leaf in
                    let criterion = leaf.score.criterion
                    return ("\(criterion.code). \(CleanText.line(criterion.name.text(language)))", [leaf])
                }
            }
            costs = isBrief ? Array(all.prefix(10)) : all
            title = GapLabel.common.text(language)
        case .agency:
            costs = Cost.sorted(gaps) { $0.groups(by: .agency).map { (name(of: $0.name, in: language), $0.leaves) } }
            title = GapLabel.agency.text(language)
        case .field:
            costs = Cost.sorted(gaps) { $0.groups(by: .field).map { (name(of: $0.name, in: language), $0.leaves) } }
            title = Label.field.text(language)
        }
        let columns = [
            TextTable.Column(title, wrapsFrom: 24), TextTable.Column(GapLabel.unitsLosing.text(language), .trailing),
            TextTable.Column(Label.lost.text(language), .decimal),
            TextTable.Column(GapLabel.withoutFigures.text(language), .decimal),
        ]
        let rows = costs.map { cost in
            TextTable.Row([
                isBrief ? CleanText.cut(cost.name, at: 110) : cost.name, "\(cost.losing)/\(cost.units)",
                points(cost.lost, in: language), points(cost.lostWithoutFigures, in: language),
            ])
        }
        return TextTable(
            columns: columns, rows: rows, decimalSeparator: NumberWords(language).decimalSeparator.first ?? ",")
    }
}

/// What a criterion, an agency or a field costs several units.
private struct Cost {
    let name: String
    var units = 0
    var losing = 0
    var lost = FixedDecimal.zero
    var lostWithoutFigures = FixedDecimal.zero

    /// The costs of what units have in common, the greatest first; equal ones in the order in which they came.
    static func sorted(_ gaps: [UnitGap], _ parts: (UnitGap) -> [(name: String, leaves: [LeafGap])]) -> [Cost] {
        var costs: [Cost] = []
        var positions: [String: Int] = [:]
        for gap in gaps {
            for (name, leaves) in parts(gap) {
                let position = positions[name] ?? costs.count
                if position == costs.count {
                    positions[name] = position
                    costs.append(Cost(name: name))
                }
                let sum = GapSum(leaves)
                costs[position].units += 1
                costs[position].losing += sum.lost > 0 ? 1 : 0
                costs[position].lost += sum.lost
                costs[position].lostWithoutFigures += sum.lostWithoutFigures
            }
        }
        return costs.filter { $0.lost > 0 }.enumerated().sorted { left, right in
            (right.element.lost, left.offset) < (left.element.lost, right.offset)
        }.map(\.element)
    }
}
