package import Documents
internal import Words
import Assessment
import Scoring
import Tables
import Values

// In Vietnamese as Excel with Vietnamese settings opens it (`;`, decimal comma, byte-order mark); in English with commas
// and decimal points. Headings are in the language, states are stable names in both.
extension ScoreReport {
    /// The report as CSV, a row a unit: points, maximum, index, coverage, class, and the points of the fields under
    /// their codes.
    package func unitsCSV(in language: Language) -> [UInt8] {
        let style: CSVWriter.Style = language == .vi ? .excelVietnamese : .plain
        var writer = CSVWriter(style)
        let fields = header.set.criteria.indices.filter { header.set.criteria[$0].parent == nil }
        var headings: [CSVWriter.Cell] = Self.unitHeadings.map { .text($0.text(language)) }
        headings += [Label.points, .maximum, .index, .coverage].map { .text($0.text(language)) }
        if hasClasses { headings.append(.text(Label.unitClass.text(language))) }
        headings += fields.map { .text(header.set.criteria[$0].code) }
        headings.append(.text(Self.notesHeading.text(language)))
        writer.writeRow(headings)
        let notice = header.shortNotice(in: language)
        for group in groups {
            let parts = Parallel.map(group.units.count, minimum: 1_000) { part in
                var writer = CSVWriter.part(of: style)
                var row: [CSVWriter.Cell] = []
                for unit in group.units[part] {
                    row.removeAll(keepingCapacity: true)
                    fill(&row, with: unit, fields: fields, language)
                    row.append(.text(notice))
                    writer.writeRow(row)
                }
                return writer.bytes
            }
            writer.append(parts)
        }
        for code in leftOut {
            let blanks = repeatElement(CSVWriter.Cell.blank, count: headings.count - 2)
            writer.writeRow([.text(code)] + blanks + [.text(ReportWords.notScored(in: language))])
        }
        return writer.bytes
    }

    private func fill(_ row: inout [CSVWriter.Cell], with unit: UnitReport, fields: [Int], _ language: Language) {
        row.append(.text(unit.unit.code))
        row.append(.text(unit.unit.name))
        row.append(.text(unit.unit.group ?? ""))
        row.append(number(unit.total.points))
        row.append(number(unit.total.maximum))
        row.append(unit.index.map { .number($0, minimumDigits: indexDigits) } ?? .blank)
        row.append(unit.coverage.map { .number($0, minimumDigits: 2) } ?? .blank)
        if hasClasses { row.append(.text(unit.className(in: language))) }
        for field in fields {
            let tally = unit.score.tally(of: field)
            // What does not apply is no zero.
            row.append(tally.maximum == 0 && tally.points == 0 ? .blank : number(tally.points))
        }
    }

    private static let unitHeadings = [
        Wording(vi: "Mã đơn vị", en: "Unit"), Wording(vi: "Tên đơn vị", en: "Unit name"),
        Wording(vi: "Khối", en: "Group"),
    ]
    private static let notesHeading = Wording(vi: "Lưu ý", en: "Notes")

    /// The report as CSV, a row a unit and node of the tree.
    package func criteriaCSV(in language: Language) -> [UInt8] {
        var writer = CSVWriter(language == .vi ? .excelVietnamese : .plain)
        let headings: [Wording] =
            Self.unitHeadings + [
                Wording(vi: "Mã tiêu chí", en: "Criterion"), Wording(vi: "Tên tiêu chí", en: "Criterion name"),
                Wording(vi: "Là tiêu chí chấm điểm", en: "Leaf"), Wording(vi: "Điểm", en: "Points"),
                Wording(vi: "Điểm tối đa", en: "Maximum"), Wording(vi: "Mất điểm", en: "Lost"),
                Wording(vi: "Trạng thái", en: "Status"), Wording(vi: "Tự chấm", en: "Self-given"),
                Wording(vi: "Thẩm định", en: "Appraised"), Self.notesHeading,
            ]
        writer.writeRow(headings.map { .text($0.text(language)) })
        let notice = header.shortNotice(in: language)
        for unit in units {
            for node in unit.criteria {
                writer.writeRow(row(of: node, unit: unit, notice: notice, language: language))
            }
            writer.writeRow(totalRow(of: unit, notice: notice, language: language))
        }
        return writer.bytes
    }

    private func row(
        of node: CriterionReport, unit: UnitReport, notice: String, language: Language
    ) -> [CSVWriter.Cell] {
        let yes = language == .vi ? "có" : "yes"
        let no = language == .vi ? "không" : "no"
        return [
            .text(unit.unit.code), .text(unit.unit.name), .text(unit.unit.group ?? ""), .text(node.criterion.code),
            .text(node.criterion.name.text(language)), .text(node.isLeaf ? yes : no), number(node.points),
            number(node.maximum), number(node.lost), .text(node.score.status.map(StateWords.name) ?? ""),
            number(node.given(at: .selfAssessment)), number(node.given(at: .appraisal)), .text(notice),
        ]
    }

    private func totalRow(of unit: UnitReport, notice: String, language: Language) -> [CSVWriter.Cell] {
        [
            .text(unit.unit.code), .text(unit.unit.name), .text(unit.unit.group ?? ""), .blank,
            .text(Label.total.text(language)), .text(language == .vi ? "không" : "no"), number(unit.total.points),
            number(unit.total.maximum), number(unit.total.lost), .blank, .blank, .blank, .text(notice),
        ]
    }

    private func number(_ value: FixedDecimal?) -> CSVWriter.Cell {
        value.map { .number($0, minimumDigits: pointDigits) } ?? .blank
    }
}
