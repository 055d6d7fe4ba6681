internal import Assessment
package import Documents
internal import Scoring
package import Values
internal import Words
internal import Workbooks

/// The model as a workbook: the ranking, units by criteria, and a sheet a unit. Sums are formulas wherever the cells above
/// them add up to the points that stand, with these as what the formula gave last.
package struct ReportBook {
    /// For more units than that there is no sheet each: programs take minutes to open so many.
    package static let sheetLimit = 400

    private let model: ReportModel
    private let language: Language
    private let units: [UnitModel]
    private var names = SheetNames()

    package init(_ model: ReportModel, in language: Language) {
        (self.model, self.language) = (model, language)
        // In the order of their places, those without one last.
        let order = Dictionary(
            model.ranking.parts.flatMap { $0.rows + $0.unranked }.enumerated().map { ($1.unit.code, $0) },
            uniquingKeysWith: { first, _ in first })
        units = model.units.map(model.unit).sorted {
            (order[$0.report.unit.code] ?? .max, $0.position) < (order[$1.report.unit.code] ?? .max, $1.position)
        }
    }

    /// Whether each unit has a sheet.
    package var hasUnitSheets: Bool { units.count <= Self.sheetLimit }

    private var set: CriteriaSet { model.set }
    private var digits: Int { model.header.pointDigits }
    private func text(_ phrase: Phrase) -> String { CleanText.lines(phrase.text(language)) }

    /// Writes the workbook.
    /// - Parameter file: The file's name, for what no workbook can hold.
    /// - Throws: ``FindingsError`` for a text that no cell holds.
    package mutating func write(
        file: String, to sink: @escaping (_ bytes: [UInt8]) -> Void
    ) throws(FindingsError) {
        var book = BookWriter(file: file, sink)
        let ranking = names.layout(text(ReportBookWords.ranking))
        let criteria = names.layout(text(ReportBookWords.criteria))
        let table = CriteriaSheet(model, units, language)
        try book.sheet(table.rankingLayout(ranking)) { sheet throws(FindingsError) in
            try table.writeRanking(to: &sheet, totals: criteria.name, hasUnitSheets: hasUnitSheets)
        }
        try book.sheet(table.layout(criteria)) { sheet throws(FindingsError) in try table.write(to: &sheet) }
        if hasUnitSheets {
            for unit in units {
                let layout = names.layout(unit.report.unit.name)
                let writer = UnitSheet(model, unit, language)
                try book.sheet(writer.layout(layout)) { sheet throws(FindingsError) in try writer.write(to: &sheet) }
            }
        }
        book.finish()
    }
}

/// The looks of the sheets.
enum ReportLook {
    static let title = CellLook().with { ($0.isBold, $0.hasBorder, $0.wraps) = (true, false, false) }
    static let note = CellLook().with { ($0.isItalic, $0.hasBorder, $0.wraps) = (true, false, false) }
    static let heading = CellLook().with {
        ($0.isBold, $0.alignment, $0.isVerticallyCentred, $0.fill) = (true, .center, true, "E7EEF7")
    }
    static func text(isBold: Bool = false) -> CellLook {
        CellLook().with { ($0.format, $0.isBold) = (.text, isBold) }
    }
    static func number(_ digits: Int, isBold: Bool = false) -> CellLook {
        CellLook().with { ($0.format, $0.alignment, $0.isBold) = (.decimals(digits), .right, isBold) }
    }
}

/// Units by criteria, and the ranking that refers to it.
private struct CriteriaSheet {
    private let model: ReportModel
    private let units: [UnitModel]
    private let language: Language
    /// The nodes in the order of the tree, each with its column.
    private let columns: [Int: Int]

    init(_ model: ReportModel, _ units: [UnitModel], _ language: Language) {
        (self.model, self.units, self.language) = (model, units, language)
        columns = Dictionary(uniqueKeysWithValues: model.set.criteria.indices.map { ($0, $0 + Self.firstColumn) })
    }

    private var set: CriteriaSet { model.set }
    private var digits: Int { model.header.pointDigits }
    private func text(_ phrase: Phrase) -> String { CleanText.lines(phrase.text(language)) }

    /// Behind the unit's code, its name and the total.
    private static let firstColumn = 4
    /// Below title, notices and two rows of headings.
    private var firstRow: Int { notices.count + 5 }

    private var notices: [Phrase] { model.header.notices(isBrief: true) }

    private func writeTitle(to sheet: inout SheetWriter) throws(FindingsError) {
        try sheet.wideRow(text(model.header.name), ReportLook.title, columns: Self.titleWidth)
        let facts = model.header.facts.map { text($0.name) + ": " + text($0.text) }.joined(separator: "; ")
        for text in [facts] + notices.map(text) {
            try sheet.wideRow(text, ReportLook.note, columns: Self.titleWidth)
        }
    }

    /// The columns over which titles and notices stand.
    private static let titleWidth = 10

    func layout(_ named: SheetLayout) -> SheetLayout {
        var layout = named
        layout.columns =
            [SheetLayout.Column(width: 14), SheetLayout.Column(width: 26), SheetLayout.Column(width: 11)]
            + set.criteria.map { _ in SheetLayout.Column(width: 12) }
        layout.isLandscape = true
        (layout.frozenRows, layout.frozenColumns) = (firstRow - 1, 2)
        (layout.titleColumns, layout.fitsWidth) = (2, false)
        layout.titleRows = firstRow - 2...firstRow - 1
        return layout
    }

    func write(to sheet: inout SheetWriter) throws(FindingsError) {
        try writeTitle(to: &sheet)
        let nodes = set.criteria
        let codes = [text(.unitCode), text(ReportBookWords.unit), text(ReportBookWords.total)] + nodes.map { $0.code }
        try sheet.row(codes.map { WrittenCell($0, ReportLook.heading) })
        let names = ["", "", ""] + nodes.map { CleanText.cut($0.name.text(language), at: 70) }
        try sheet.row(names.map { WrittenCell($0, ReportLook.heading.with { $0.isBold = false }) })
        for unit in units { try sheet.row(cells(of: unit, at: sheet.nextRow)) }
    }

    private func cells(of unit: UnitModel, at row: Int) -> [WrittenCell] {
        let nodes = unit.report.criteria
        let fields = set.fieldIndices
        return [
            WrittenCell(unit.report.unit.code, ReportLook.text()),
            WrittenCell(unit.report.unit.name, ReportLook.text()),
            sum(of: fields, nodes, unit.report.total.points, at: row),
        ]
            + nodes.map { node in
                guard let points = node.points else {
                    return WrittenCell(text(Phrase(verbatim: "–")), ReportLook.text().with { $0.alignment = .right })
                }
                if node.isLeaf { return WrittenCell(.number(points), ReportLook.number(digits)) }
                return sum(of: node.criterion.children, nodes, points, at: row)
            }
    }

    /// A formula where the parts add up to the points; otherwise these, as caps, rounding or people made them.
    private func sum(
        of parts: [Int], _ nodes: [CriterionReport], _ points: FixedDecimal, at row: Int
    ) -> WrittenCell {
        let look = ReportLook.number(digits, isBold: true)
        let shown = parts.reduce(FixedDecimal(0)) { $0 + (nodes[$1].points ?? 0) }
        guard shown == points, !parts.isEmpty else { return WrittenCell(.number(points), look) }
        return WrittenCell(
            .formula(CellFormula.sum(row: row, columns: parts.compactMap { columns[$0] }), value: points), look)
    }

    // MARK: - Ranking

    func rankingLayout(_ named: SheetLayout) -> SheetLayout {
        var layout = named
        layout.columns = [8, 14, 30, 24, 12, 12, 12, 12, 12, 22].map { SheetLayout.Column(width: $0) }
        layout.isLandscape = true
        (layout.frozenRows, layout.titleRows) = (notices.count + 3, notices.count + 3...notices.count + 3)
        return layout
    }

    func writeRanking(
        to sheet: inout SheetWriter, totals: String, hasUnitSheets: Bool
    ) throws(FindingsError) {
        try writeTitle(to: &sheet)
        let headings: [Phrase] = [
            .rank, .unitCode, ReportBookWords.unit, .group, .points, .maximum, .index, .coverage, .unmeasured,
            .unitClass,
        ]
        try sheet.row(headings.map { WrittenCell(text($0), ReportLook.heading) })
        for (position, unit) in units.enumerated() {
            let (row, report) = (sheet.nextRow, unit.report)
            let place = unit.place?.row.place
            let total = CellFormula.address(firstRow + position, 3, sheet: totals)
            try sheet.row([
                place.map { WrittenCell(.number($0.rank.decimal), ReportLook.number(0)) }
                    ?? WrittenCell("–", ReportLook.text().with { $0.alignment = .right }),
                WrittenCell(report.unit.code, ReportLook.text()), WrittenCell(report.unit.name, ReportLook.text()),
                WrittenCell(text(model.header.name(ofGroup: report.unit.group)), ReportLook.text()),
                WrittenCell(.formula(total, value: report.total.points), ReportLook.number(digits)),
                WrittenCell(.number(report.total.maximum), ReportLook.number(digits)),
                index(of: report, at: row),
                number(report.coverage, 2), number(report.total.unmeasured, digits),
                WrittenCell(
                    report.classification?.unitClass.map { text(Phrase($0.name)) } ?? "", ReportLook.text()),
            ])
        }
        if !hasUnitSheets {
            let words = ReportBookWords.sheetsLeftOut(units.count, limit: ReportBook.sheetLimit)
            try sheet.wideRow(text(words), ReportLook.note)
        }
    }

    private func number(_ number: FixedDecimal?, _ digits: Int) -> WrittenCell {
        WrittenCell(number.map { .number($0) } ?? .blank, ReportLook.number(digits))
    }

    /// Points ÷ maximum, where that gives the index of the edition.
    private func index(of unit: UnitReport, at row: Int) -> WrittenCell {
        let rounding = set.rounding.index
        guard let index = unit.total.exactIndex?.rounded(rounding) else { return number(nil, rounding.digits) }
        let plain = ExactRatio(unit.total.points).multiplied(by: ExactRatio(100))?
            .divided(by: ExactRatio(unit.total.maximum))?.rounded(rounding)
        guard plain == index, rounding.mode == .halfAwayFromZero else { return number(index, rounding.digits) }
        let formula = "ROUND(100*\(CellFormula.address(row, 5))/\(CellFormula.address(row, 6)),\(rounding.digits))"
        return WrittenCell(.formula(formula, value: index), ReportLook.number(rounding.digits))
    }
}
