import Assessment
import Scoring
import Tables
import Values

extension ScoreReport {
    /// The report as CSV, a row a unit and node of the tree.
    ///
    /// In Vietnamese as Excel with Vietnamese settings opens it (`;`, decimal comma, byte-order mark); in English with
    /// commas and decimal points. Headings are in the language, states are stable names in both.
    package func csv(in language: Language) -> [UInt8] {
        var writer = CSVWriter(language == .vi ? .excelVietnamese : .plain)
        let headings: [Wording] = [
            Wording(vi: "Mã đơn vị", en: "Unit"), Wording(vi: "Tên đơn vị", en: "Unit name"),
            Wording(vi: "Khối", en: "Group"), Wording(vi: "Mã tiêu chí", en: "Criterion"),
            Wording(vi: "Tên tiêu chí", en: "Criterion name"), Wording(vi: "Là tiêu chí chấm điểm", en: "Leaf"),
            Wording(vi: "Điểm", en: "Points"), Wording(vi: "Điểm tối đa", en: "Maximum"),
            Wording(vi: "Mất điểm", en: "Lost"), Wording(vi: "Trạng thái", en: "Status"),
            Wording(vi: "Tự chấm", en: "Self-given"), Wording(vi: "Thẩm định", en: "Appraised"),
            Wording(vi: "Lưu ý", en: "Notes"),
        ]
        writer.writeRow(headings.map { .text($0.text(language)) })
        let notices = header.notices(in: language, isBrief: true).joined(separator: " ")
        for unit in units {
            for node in unit.criteria {
                writer.writeRow(row(of: node, unit: unit, notices: notices, language: language))
            }
            writer.writeRow(totalRow(of: unit, notices: notices, language: language))
        }
        return writer.bytes
    }

    private func row(
        of node: CriterionReport, unit: UnitReport, notices: String, language: Language
    ) -> [CSVWriter.Cell] {
        let yes = language == .vi ? "có" : "yes"
        let no = language == .vi ? "không" : "no"
        return [
            .text(unit.unit.code), .text(unit.unit.name), .text(unit.unit.group ?? ""), .text(node.criterion.code),
            .text(node.criterion.name.text(language)), .text(node.isLeaf ? yes : no), number(node.points),
            number(node.maximum), number(node.lost), .text(node.score.status.map(StateWords.name) ?? ""),
            number(node.given(at: .selfAssessment)), number(node.given(at: .appraisal)), .text(notices),
        ]
    }

    private func totalRow(of unit: UnitReport, notices: String, language: Language) -> [CSVWriter.Cell] {
        [
            .text(unit.unit.code), .text(unit.unit.name), .text(unit.unit.group ?? ""), .blank,
            .text(Label.total.text(language)), .text(language == .vi ? "không" : "no"), number(unit.total.points),
            number(unit.total.maximum), number(unit.total.lost), .blank, .blank, .blank, .text(notices),
        ]
    }

    private func number(_ value: FixedDecimal?) -> CSVWriter.Cell {
        value.map { .number($0, minimumDigits: pointDigits) } ?? .blank
    }
}
