import Tables
import Values

/// What people say of a unit beside its figures: a row of `remarks.csv`.
public struct UnitRemark: Hashable, Sendable {
    /// What it is about.
    public enum Kind: String, CaseIterable, Sendable {
        /// A difficulty that the unit met (khó khăn, vướng mắc).
        case difficulty
        /// What the unit proposes (đề xuất, kiến nghị).
        case proposal
        /// What the appraisal council says (nhận xét của hội đồng).
        case council
    }

    /// The unit's code.
    public let unit: String
    /// What it is about.
    public let kind: Kind
    /// The text.
    public let text: String

    /// Makes a remark.
    public init(unit: String, kind: Kind, text: String) { (self.unit, self.kind, self.text) = (unit, kind, text) }
}

extension UnitRemark.Kind: CellWord {
    package static let words = ["khó khăn", "kiến nghị", "nhận xét"]

    package init?(word: String) {
        switch VietnameseText.word(word) {
        case "difficulty", "kho khan", "vuong mac", "kho khan, vuong mac": self = .difficulty
        case "proposal", "kien nghi", "de xuat", "de xuat, kien nghi": self = .proposal
        case "council", "nhan xet", "hoi dong", "nhan xet cua hoi dong": self = .council
        default: return nil
        }
    }
}

extension UnitRemark {
    /// Reads the table of remarks: a unit, a kind and a text in each row, in their order.
    static func read(_ table: inout Table, units: UnitList, into sink: FindingSink) -> [UnitRemark] {
        let unit = table.unitOfRows(among: units)?.column
        let kind = table.requiredColumn(ColumnNames.remarkKind)
        let text = table.requiredColumn(ColumnNames.remarkText)
        table.reportUnknownColumns(but: ColumnNames.note, ColumnNames.ordinal)
        sink.add(findingsOf: table, unit: unit) { units.position(of: $0) != nil }
        guard let unit, let kind, let text else { return [] }
        var others = OfficeRows()
        defer { others.report(for: table, into: sink) }
        var remarks: [UnitRemark] = []
        let row = TableRow<AssessmentFinding>(table, into: sink)
        while row.next() {
            guard case .one(let position) = row.unit(unit, in: units, passingOver: &others, figures: [kind, text]),
                row.requires([kind, text]), let kind = row.choice(kind, of: Kind.self, orElse: .unknownStatus),
                let text = row.text(text)
            else { continue }
            remarks.append(UnitRemark(unit: units.units[position].code, kind: kind, text: text))
        }
        return remarks
    }
}
