import Assessment
import Documents
import Scoring
import Values
import Words
import Workbooks

/// The rows of a form about one unit.
struct FormSection {
    private let book: FormBook
    private let form: FormBook.Form
    private let unit: Int
    private let rows: FormRows
    /// The sheet's row of the first of them.
    private let first: Int
    private let score: UnitScore
    private let criteria: CompiledCriteria
    private let level: Int
    private var words: EntryWords { book.words }

    init(_ book: FormBook, _ form: FormBook.Form, unit: Int, first: Int) {
        (self.book, self.form, self.unit) = (book, form, unit)
        let own = book.assessment.units[unit]
        score = book.scores[unit]
        criteria = book.assessment.criteria.criteria(for: book.scores.units[unit])
        level = book.set.levels.firstIndex { $0.code == own.level } ?? 0
        // What is not assigned to the unit has no row.
        rows = FormRows(score.criteriaSet, level: own.level) { criterion in
            guard let agency = form.agency else { return true }
            return criterion.agencies.lead == agency || criterion.agencies.monitoring == agency
        }
        // A form about many units names each.
        self.first = form.agency == nil ? first : first + 1
    }

    private var digits: Int { book.set.rounding.points.digits }
    private var unitName: String { book.assessment.units[unit].name }
    private var unitCode: String { book.assessment.units[unit].code }

    func write(to sheet: inout SheetWriter) throws(FindingsError) {
        if rows.rows.isEmpty { return }
        if form.agency != nil {
            sheet.merge(column: 1, columns: FormLayout.Column.explanation.number)
            try sheet.row([WrittenCell(unitName, FormLook.bold)])
        }
        for position in rows.rows.indices {
            let row = rows.rows[position]
            rule(row, in: &sheet)
            try sheet.row(cells(row, at: first + position))
        }
        if form.agency == nil { try sheet.row(total) }
    }

    // MARK: - Cells

    private func address(_ column: FormLayout.Column, _ row: Int) -> String { "\(column.letter)\(row)" }

    private func cells(_ row: FormRows.Row, at number: Int) -> [WrittenCell] {
        let criterion = book.set.criteria[row.node]
        let isSum = if case .sum = row.kind { true } else { false }
        let look = isSum ? FormLook.bold : FormLook.plain
        let (metric, isFigure) = (row.metric, row.isFigure)
        let figure = metric.map { figureCells($0, at: number) } ?? Array(repeating: WrittenCell("", look), count: 3)
        let isOpen = form.agency == nil && metric.map { !book.ofSurvey.contains($0.code) } ?? false
        let remark = metric.flatMap { book.assessment.remark(unit: unit, metric: $0.code) }
        return [
            WrittenCell(row.shownCode(in: book.set), isSum ? FormLook.bold.with { $0.format = .text } : FormLook.text),
            WrittenCell(String(repeating: " ", count: isFigure ? 4 : 0) + book.text(Phrase(row.name)), look),
            isFigure ? WrittenCell("", look) : maximum(row, isBold: isSum),
        ] + figure + [
            isFigure ? WrittenCell("", look) : selfPoints(row, at: number, isBold: isSum),
            isFigure || isSum
                ? WrittenCell("", look)
                : WrittenCell(
                    appraisedPoints(row.node).map { .number($0) } ?? .blank,
                    FormLook.points(digits, isInput: form.agency != nil)),
            WrittenCell(remark?.evidence ?? "", isOpen ? FormLook.entry : look),
            WrittenCell(remark?.explanation ?? "", isOpen ? FormLook.entry : look),
            WrittenCell(unitCode, FormLook.text), WrittenCell(criterion.code, FormLook.text),
            WrittenCell(metric?.code ?? "", FormLook.text),
        ] + appraisalCells(row)
    }

    /// The opinion and the reason, in a form of appraisal.
    private func appraisalCells(_ row: FormRows.Row) -> [WrittenCell] {
        if form.agency == nil { return [] }
        guard row.isLeaf else { return Array(repeating: WrittenCell("", FormLook.plain), count: 2) }
        let given = entered(row.node)
        let opinion = given?.entry.opinion.map { book.text($0.phrase) }
        return [WrittenCell(opinion ?? "", FormLook.entry), WrittenCell(given?.reason ?? "", FormLook.entry)]
    }

    /// What was entered at the stage of a form of appraisal: an earlier stage's points are nobody's entry here.
    private func entered(_ node: Int) -> GivenLine? {
        book.appraised[FigureKey(unit: unitCode, metric: book.set.criteria[node].code)]
    }

    /// The points that the form's stage gave or, for a unit to see, the last that anybody did.
    private func appraisedPoints(_ node: Int) -> FixedDecimal? {
        form.agency == nil ? lastAppraised(node) : entered(node)?.entry.points
    }

    private func maximum(_ row: FormRows.Row, isBold: Bool) -> WrittenCell {
        let value = shown(row).maximum
        // Bonus and penalty points have no maximum.
        return WrittenCell(value == 0 ? .blank : .number(value), FormLook.points(min(digits, 2), isBold: isBold))
    }

    /// What is entered of a figure.
    private func figureCells(_ metric: Metric, at number: Int) -> [WrittenCell] {
        let isOpen = form.agency == nil && !book.ofSurvey.contains(metric.code)
        let look = isOpen ? FormLook.input : FormLook.plain.with { $0.alignment = .right }
        let figures = book.assessment.figures
        let figure = figures.column(of: metric.code).map { figures[unit, $0] } ?? .notReported
        let closed = FormLook.plain.with { $0.alignment = .right }
        if metric.ratio != nil {
            let (above, below) = (address(.numerator, number), address(.denominator, number))
            let percent = "IF(AND(ISNUMBER(\(above)),N(\(below))>0),100*\(above)/\(below),\"\")"
            var cells: [WrittenCell] = [WrittenCell(.blank, look), WrittenCell(.blank, look)]
            var share: FixedDecimal?
            switch figure {
            case .ratio(let numerator, let denominator):
                cells = [WrittenCell(.number(numerator), look), WrittenCell(.number(denominator), look)]
                share = figure.exactNumber?.rounded(.finest)
            case .notApplicable: cells[0] = WrittenCell(words.notApplicable, look)
            case .value(let value): return cells + [WrittenCell(.number(value), isOpen ? FormLook.input : closed)]
            case .notReported, .awaited, .notPublished: break
            }
            return cells + [WrittenCell(.formula(percent, value: share), closed.with { $0.format = .decimals(2) })]
        }
        let content: WrittenCell.Content
        switch figure {
        case .value(let value) where metric.kind == .yesNo: content = .text(words.answers[value >= 1 ? 0 : 1])
        case .value(let value) where metric.kind == .task:
            content = .text(words.progress[value >= 2 ? 0 : value >= 1 ? 1 : 2])
        case .value(let value): content = .number(value)
        case .notApplicable: content = .text(words.notApplicable)
        case .awaited where metric.kind == .task: content = .text(words.notDue)
        case .ratio, .notReported, .awaited, .notPublished: content = .blank
        }
        return [WrittenCell("", closed), WrittenCell("", closed), WrittenCell(content, look)]
    }

    /// The points that a unit gives itself: a formula where they follow from the figures, otherwise an open cell.
    private func selfPoints(_ row: FormRows.Row, at number: Int, isBold: Bool) -> WrittenCell {
        let sum = shown(row)
        switch row.kind {
        case .sum(let parts):
            let cells = parts.map { address(.selfPoints, first + $0) }
            let look = FormLook.points(digits, isBold: true)
            guard let formula = SumFormula(book.set, score).points(of: row.node, parts: cells) else {
                return WrittenCell(.number(sum.points), look)
            }
            return WrittenCell(.formula(formula, value: sum.points), look)
        // What is only watched never has points.
        case .leaf where book.set.criteria[row.node].leaf?.role == .watched: return WrittenCell("", FormLook.plain)
        case .leaf, .figure:
            let points = score.criterion(row.node).points
            if let formula = formula(row.node, at: number) {
                return WrittenCell(.formula(formula, value: points), FormLook.points(digits))
            }
            return WrittenCell(
                points.map { .number($0) } ?? .blank, FormLook.points(digits, isInput: form.agency == nil))
        }
    }

    /// The points of a row and their maximum: of a node whose parts are added, those of the parts that the form has.
    private func shown(_ row: FormRows.Row) -> (points: FixedDecimal, maximum: FixedDecimal) {
        let sum = score.sum(of: row.node)
        guard form.agency != nil, case .sum(let parts) = row.kind, book.set.criteria[row.node].combination.isSum,
            score.standing(of: row.node) == nil
        else { return (sum.points, sum.maximum) }
        return parts.map { shown(rows.rows[$0]) }.reduce((0, 0)) { ($0.0 + $1.points, $0.1 + $1.maximum) }
    }

    /// The criteria whose points follow from the figures of the form.
    var computed: Set<Int> {
        Set(
            rows.rows.indices.filter { rows.rows[$0].isLeaf && formula(rows.rows[$0].node, at: first + $0) != nil }
                .map { rows.rows[$0].node })
    }

    /// The formula of a leaf's points, from the cells behind it; nil where they are not a matter of its figures alone.
    func formula(_ node: Int, at number: Int) -> String? {
        guard let leaf = criteria.leaves.first(where: { $0.criterion == node }), score.standing(of: node) == nil,
            book.set.criteria[node].leaf?.role != .watched
        else { return nil }
        var cells: [Int: PointsFormula.Cells] = [:]
        for (position, row) in rows.rows.enumerated() where row.node == node {
            guard let metric = row.metric, let column = criteria.metrics.firstIndex(of: metric.code) else { continue }
            let at = first + position
            cells[column] = PointsFormula.Cells(
                metric: metric, numerator: address(.numerator, at), denominator: address(.denominator, at),
                value: address(.value, at))
        }
        return PointsFormula(leaf, level: level, cells: cells, words: words).points
    }

    /// The last points that anybody gave after the unit's own stage.
    private func lastAppraised(_ node: Int) -> FixedDecimal? {
        let (code, own) = (book.set.criteria[node].code, book.assessment.settings.stages.own)
        return book.assessment.givenScores.last { given in
            given.unit == unitCode && given.criterion == code && given.stage != own
        }?.points
    }

    private var total: [WrittenCell] {
        func cells(_ role: Leaf.Role) -> [String] {
            rows.rows.indices.filter {
                rows.rows[$0].isLeaf && book.set.criteria[rows.rows[$0].node].leaf?.role == role
            }
            .map { address(.selfPoints, first + $0) }
        }
        let formula = SumFormula(book.set, score).total(
            fields: rows.fields.map { address(.selfPoints, first + $0) }, bonus: cells(.bonus),
            penalty: cells(.penalty))
        let points = score.total.points
        let blank = WrittenCell("", FormLook.bold)
        return [
            blank, WrittenCell(book.text(FormWords.total), FormLook.bold),
            WrittenCell(.number(score.total.maximum), FormLook.points(min(digits, 2), isBold: true)), blank, blank,
            blank,
            WrittenCell(
                formula.map { .formula($0, value: points) } ?? .number(points), FormLook.points(digits, isBold: true)),
        ] + Array(repeating: blank, count: 3)
    }

    // MARK: - Rules of cells

    private var title: String { book.text(FormWords.figures) }

    private func rule(_ row: FormRows.Row, in sheet: inout SheetWriter) {
        let number = sheet.nextRow
        if form.agency != nil, row.isLeaf {
            sheet.require(
                CellRule(
                    .list(FormWords.opinions.map(book.text)), title: book.text(FormWords.opinion),
                    message: book.text(FormWords.fromList)),
                column: FormLayout.Column.opinion.number)
        }
        if let metric = row.metric, form.agency == nil, !book.ofSurvey.contains(metric.code) {
            if metric.ratio != nil {
                for column in [FormLayout.Column.numerator, .denominator] {
                    let cell = address(column, number)
                    let word = column == .numerator ? ",\(cell)=\"\(words.notApplicable)\"" : ""
                    sheet.require(
                        CellRule(
                            .formula("OR(AND(ISNUMBER(\(cell)),N(\(cell))>=0)\(word))"), title: title,
                            message: book.text(FormWords.countOrNot)),
                        column: column.number)
                }
            } else {
                sheet.require(rule(metric, address(.value, number)), column: FormLayout.Column.value.number)
            }
        }
    }

    private func rule(_ metric: Metric, _ cell: String) -> CellRule {
        switch metric.kind {
        case .yesNo:
            CellRule(
                .list(words.answers + [words.notApplicable]), title: title,
                message: book.text(FormWords.fromList))
        case .task:
            CellRule(
                .list(words.progress + [words.notDue, words.notApplicable]), title: title,
                message: book.text(FormWords.fromList))
        case .percent:
            CellRule(
                .formula("OR(AND(ISNUMBER(\(cell)),N(\(cell))>=0,N(\(cell))<=100),\(cell)=\"\(words.notApplicable)\")"),
                title: title, message: book.text(FormWords.percentOrNot))
        case .count, .amount, .points:
            CellRule(
                .formula("OR(ISNUMBER(\(cell)),\(cell)=\"\(words.notApplicable)\")"), title: title,
                message: book.text(FormWords.numberOrNot))
        }
    }
}
