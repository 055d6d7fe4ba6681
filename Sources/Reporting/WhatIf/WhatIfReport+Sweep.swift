package import Documents
internal import Words
import Scoring
import Values

extension WhatIfReport {
    /// A sweep as a table with bars that draw the criterion's points.
    func blocks(of sweep: Sweep, in language: Language) -> [ReportDocument.Block] {
        let numbers = NumberWords(language)
        let leaf = set.criteria[sweep.criterion]
        let hasRanks = sweep.points.contains { ($0.rank?.count ?? 0) > 1 }
        var columns = [
            TextTable.Column(WhatIfLabel.metric.text(language)),
            TextTable.Column(Label.points.text(language), .decimal),
            TextTable.Column(WhatIfLabel.chart.text(language)),
            TextTable.Column(Label.total.text(language), .decimal),
            TextTable.Column(Label.index.text(language), .decimal),
        ]
        if hasRanks { columns.append(TextTable.Column(WhatIfLabel.rank.text(language), .trailing)) }
        columns.append(TextTable.Column(Label.note.text(language)))
        let rows = sweep.points.map { point in
            var cells = [
                FigureWords.text(point.figure, of: sweep.metric, in: language),
                point.points.map { points($0, in: language) } ?? "–", bar(point.points, of: leaf.maximum),
                points(point.total, in: language),
                point.index?.rounded(set.rounding.index).map {
                    numbers.text($0, minimumDigits: set.rounding.index.digits)
                } ?? "–",
            ]
            if hasRanks { cells.append(point.rank.map { ChangeWords.fraction($0, in: language) } ?? "–") }
            return TextTable.Row(cells + [note(point, in: language)], isStrong: point.isMeasured)
        }
        var blocks: [ReportDocument.Block] = [
            .heading(
                "\(WhatIfLabel.sweep.text(language)) \(sweep.metric.code): \(CleanText.line(sweep.metric.name.text(language)))",
                level: 2),
            .table(TextTable(columns: columns, rows: rows, decimalSeparator: numbers.decimalSeparator.first ?? ",")),
        ]
        let full = points(leaf.maximum, in: language)
        var text =
            language == .vi
            ? "Thanh vẽ từ 0 đến điểm tối đa \(full) của tiêu chí \(leaf.code)."
            : "The bars run from 0 to the maximum \(full) of the criterion \(leaf.code)."
        if !sweep.hasExactBreaks {
            text +=
                language == .vi
                ? " Quy tắc còn phụ thuộc số liệu khác nên bảng có thể không có đủ mọi chỗ điểm đổi."
                : " The rule depends on other figures too, so the table may not hold every value at which points change."
        }
        blocks.append(.paragraph(text))
        return blocks
    }

    private func note(_ point: SweepPoint, in language: Language) -> String {
        var notes: [String] = []
        if point.isMeasured { notes.append(language == .vi ? "hiện tại" : "now") }
        if point.isBreak { notes.append(language == .vi ? "ranh giới mức điểm" : "edge of a band") }
        return notes.joined(separator: "; ")
    }

    private static let barWidth: Int128 = 30

    /// A bar of eighths of cells.
    private func bar(_ points: FixedDecimal?, of maximum: FixedDecimal) -> String {
        guard let points, points > 0, maximum > 0 else { return "" }
        let eighths = Int128(points.mantissa) * Self.barWidth * 8 / Int128(maximum.mantissa)
        let (whole, rest) = Int(min(eighths, Self.barWidth * 8)).quotientAndRemainder(dividingBy: 8)
        let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        return String(repeating: "█", count: whole) + parts[rest]
    }
}
