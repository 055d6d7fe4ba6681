import Scoring
import Tables
import Values

/// Draws the figures of one year.
struct SampleMaker {
    let profile: SampleProfile
    let criteria: CriteriaSet
    let year: Int
    /// The metrics supplied by the year's survey: they have no rows.
    var surveyed: Set<String> = []

    private static let heading = [
        "mã đơn vị", "mã số liệu", "giá trị", "tử số", "mẫu số", "trạng thái", "tài liệu kiểm chứng", "giải trình",
    ]

    /// `units.csv`.
    func unitsFile() -> [UInt8] {
        let units = profile.units(in: year)
        typealias Column = (heading: String, text: (SampleProfile.SampleUnit) -> String)
        let always: [Column] = [
            ("mã đơn vị", \.code), ("tên đơn vị", \.name), ("cấp", \.level), ("trực thuộc", { $0.parent ?? "" }),
            ("khối", \.group),
        ]
        let sometimes: [Column] = [
            ("kế thừa", { $0.successorOf.joined(separator: ", ") }), ("số liệu gộp từ", { $0.figuresFrom ?? "" }),
            ("xếp hạng", { $0.isRanked ? "" : "không" }),
        ]
        let columns = always + sometimes.filter { column in units.contains { !column.text($0).isEmpty } }
        return file([columns.map(\.heading)] + units.map { unit in columns.map { $0.text(unit) } })
    }

    /// `metrics.csv`.
    func metricsFile() -> [UInt8] {
        let days = profile.days.filter { $0.gap.year == year }
        if days.isEmpty { return file([Self.heading] + rows()) }
        let dated = rows().map { row in
            row + [days.first { $0.gap.unit == row[0] && $0.gap.metrics.contains(row[1]) }?.day ?? ""]
        }
        return file([Self.heading + ["tính đến ngày"]] + dated)
    }

    func file(_ rows: [[String]]) -> [UInt8] {
        var writer = CSVWriter()
        for row in rows { writer.writeRow(row.map { .text($0) }) }
        return writer.bytes
    }

    /// One row per figure, unit by unit in tree order.
    private func rows() -> [[String]] {
        var rows: [[String]] = []
        for unit in profile.units(in: year) where unit.figuresFrom == nil {
            for criterion in criteria.criteria {
                guard let leaf = criterion.leaf else { continue }
                for measure in leaf.measures where !isGiven(measure) {
                    guard (measure.levels ?? leaf.levels).contains(unit.level) else { continue }
                    for (position, metric) in measure.metrics.enumerated() where !surveyed.contains(metric.code) {
                        rows.append(row(unit, metric, measure, leaf: leaf, isMain: position == 0))
                    }
                }
            }
        }
        return rows
    }

    private func row(
        _ unit: SampleProfile.SampleUnit, _ metric: Metric, _ measure: Measure, leaf: Leaf, isMain: Bool
    ) -> [String] {
        var chance = Chance(seed: profile.seed, String(year), unit.code, metric.code)
        var row = [unit.code, metric.code, "", "", "", "", "", ""]
        func isIn(_ gaps: [SampleProfile.Gap]) -> Bool {
            gaps.contains { gap in
                gap.year == year && [unit.code, "*"].contains(gap.unit) && gap.metrics.contains(metric.code)
            }
        }
        if isIn(profile.notReportedIn) {
            row[5] = "chưa báo cáo"
            row[7] = "Đang tổng hợp, bổ sung trước khi thẩm định"
            return row
        }
        if isIn(profile.notApplicableIn) {
            row[5] = "không áp dụng"
            row[7] = measure.notApplicable?.when?.vi ?? ""
            return row
        }
        if isIn(profile.awaited) {
            row[5] = "chờ khảo sát"
            return row
        }
        if let marker = metric.notPublished, isIn(profile.notPublished) {
            row[2] = marker.value.text(decimalSeparator: ",")
            return row
        }
        if isNotTriggered(leaf, measure, unit) {
            row[5] = metric.kind == .task ? "không phát sinh" : "không áp dụng"
            row[7] = measure.notApplicable?.when?.vi ?? ""
            return row
        }
        let canFail = isMain && measure.metrics.count == 1
        if canFail, chance.happens(profile.notReported) {
            row[5] = "chưa báo cáo"
            return row
        }
        if canFail, let convention = measure.notApplicable, metric.ratio == nil, chance.happens(profile.notApplicable) {
            row[5] = "không áp dụng"
            row[7] = convention.when?.vi ?? ""
            return row
        }
        switch metric.kind {
        case _ where profile.isLinked && [.percent, .count, .amount].contains(metric.kind):
            fillLinked(&row, metric, unit)
        case .yesNo: row[2] = chance.happens(profile.yes + unit.quality / 10) ? "1" : "0"
        case .task: fillTask(&row, leaf, unit, &chance)
        case .percent: fillPercent(&row, metric, unit, target(of: measure, leaf), &chance)
        case .points:
            guard let range = profile.draw(metric, level: unit.level, year: year, target: nil)?.value else { break }
            row[2] = decimal(chance.number(in: range, pull: unit.quality / 100), digits: 4)
        case .count, .amount: row[2] = number(metric, unit, target(of: measure, leaf))
        }
        if !row[7].isEmpty { return row }
        if year < profile.evidenceFrom {
            if isMain { row[6] = "Hồ sơ thẩm định \(year)" }
            return row
        }
        if chance.happens(profile.withoutEvidence) {
            if chance.happens(profile.explained) { row[7] = "Tài liệu đang hoàn thiện, bổ sung trước khi thẩm định" }
        } else if isMain, let evidence = leaf.evidence.first {
            row[6] = "\(evidence.vi) (minh họa)"
        }
        return row
    }

    private func target(of measure: Measure, _ leaf: Leaf) -> Bound? {
        // The leaf's target concerns all its measures together.
        leaf.measures.count == 1 ? (measure.target ?? leaf.target)?.bound : measure.target?.bound
    }

    /// Whether the occasion of a conditional task did not arise: the same for all measures of the leaf.
    private func isNotTriggered(_ leaf: Leaf, _ measure: Measure, _ unit: SampleProfile.SampleUnit) -> Bool {
        guard let tasks = profile.defaults?.tasks, leaf.deadline?.kind == .conditional, measure.notApplicable != nil,
            let first = leaf.measures.first
        else { return false }
        var chance = Chance(seed: profile.seed, String(year), unit.code, first.code, "triggered")
        return chance.happens(tasks.notTriggered)
    }

    /// The progress of a task, as a status.
    private func fillTask(
        _ row: inout [String], _ leaf: Leaf, _ unit: SampleProfile.SampleUnit, _ chance: inout Chance
    ) {
        guard let tasks = profile.defaults?.tasks else {
            row[2] = chance.happens(profile.yes + unit.quality / 10) ? "2" : chance.happens(60) ? "1" : "0"
            return
        }
        row[5] = tasks.word(deadline: leaf.deadline, on: profile.asOf, quality: unit.quality, chance: &chance)
        if row[5].hasPrefix("chưa") { row[7] = "Đang thực hiện theo kế hoạch" }
    }

    private func fillPercent(
        _ row: inout [String], _ metric: Metric, _ unit: SampleProfile.SampleUnit, _ target: Bound?,
        _ chance: inout Chance
    ) {
        guard let draw = profile.draw(metric, level: unit.level, year: year, target: target) else { return }
        let pull = unit.quality / 100
        if let value = draw.value {
            row[2] = decimal(min(chance.number(in: value, pull: pull), 100), digits: 2)
            return
        }
        guard let denominator = draw.denominator, let share = draw.share else { return }
        let below = chance.number(in: denominator, pull: unit.size / 16).rounded()
        let left = draw.leaving.map { reportedDenominator($0, unit) } ?? 0
        let most = metric.maximum == 100 ? below - left : below * 10
        let above = (below * chance.number(in: share, pull: pull) / 100).rounded()
        row[3] = String(Int(max(min(above, most), 0)))
        row[4] = String(Int(below))
    }

    /// The denominator of a percentage as the unit's row has it; 0 where that has none.
    private func reportedDenominator(_ code: String, _ unit: SampleProfile.SampleUnit) -> Double {
        for leaf in criteria.criteria.lazy.compactMap(\.leaf) {
            for measure in leaf.measures {
                guard let position = measure.metrics.firstIndex(where: { $0.code == code }) else { continue }
                return Double(row(unit, measure.metrics[position], measure, leaf: leaf, isMain: position == 0)[4]) ?? 0
            }
        }
        return 0
    }

    /// A count or an amount, which may be derived from another or grow from year to year.
    private func number(_ metric: Metric, _ unit: SampleProfile.SampleUnit, _ target: Bound?) -> String {
        guard let draw = profile.draw(metric, level: unit.level, year: year, target: target) else { return "" }
        if let base = draw.from, let source = profile.draw(base, level: unit.level, year: year) {
            var chance = Chance(seed: profile.seed, String(year), unit.code, metric.code, "drop")
            let before = amount(source, code: base, unit)
            let drop = draw.drop[year].map { chance.number(in: $0, pull: unit.quality / 100) } ?? 0
            return String(Int((before * (1 - drop / 100)).rounded()))
        }
        var value = amount(draw, code: metric.code, unit)
        for earlier in profile.years where earlier <= year {
            var chance = Chance(seed: profile.seed, String(earlier), unit.code, metric.code, "growth")
            if let growth = draw.growth[earlier] { value *= 1 + chance.number(in: growth, pull: 0.5) / 100 }
        }
        return String(Int(value.rounded()))
    }

    private func amount(_ draw: SampleProfile.Draw, code: String, _ unit: SampleProfile.SampleUnit) -> Double {
        var chance = Chance(seed: profile.seed, draw.isFixed ? "" : String(year), unit.code, code, "amount")
        guard let range = draw.count ?? draw.amount else { return 0 }
        return chance.number(in: range, pull: unit.quality / 100).rounded()
    }

    func decimal(_ value: Double, digits: Int) -> String {
        let quantum = Rounding(.halfAwayFromZero, digits: digits).quantum
        let steps = Int64((value * Double(FixedDecimal.scale) / Double(quantum)).rounded())
        return FixedDecimal(mantissa: steps * quantum).text(decimalSeparator: ",")
    }
}
