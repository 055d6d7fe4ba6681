package import Scoring
internal import Tables
package import Values
internal import Workbooks

/// A form as it came back: who is in it, what was entered, and where.
package struct FormReading: Sendable {
    /// Points in a form.
    package struct Points: Sendable {
        package let unit: String
        package let criterion: String
        package let points: FixedDecimal
        /// Whether the cell still has its formula.
        package let isComputed: Bool
        package let explanation: String?
        package let place: Location
    }

    /// What an appraiser entered about a criterion.
    package struct Appraisal: Sendable {
        package let unit: String
        package let criterion: String
        package let entry: LineEntry
        package let reason: String?
        package let place: Location
    }

    package let file: String
    /// The SHA-256 of the file; blank for one that cannot be read.
    private(set) var fingerprint = ""
    package private(set) var about: FormLayout.About?
    package private(set) var rows: [EnteredRow] = []
    /// Points in the column of the self-assessment.
    package private(set) var selfPoints: [Points] = []
    /// What appraisers entered, in a form of appraisal.
    package private(set) var appraisal: [Appraisal] = []
    /// What was answered, in a form of explanation.
    package private(set) var answers: [Answer] = []
    package private(set) var findings: [Finding] = []

    /// Reads a form, a workbook or a table of figures as text; what cannot be read is among the findings.
    /// - Parameter folder: The folder in which it was found; nil for a file that somebody named.
    package init(_ file: String, foundIn folder: String? = nil, for assessment: Assessment) {
        self.file = file
        do throws(FindingsError) {
            if let finding = folder.flatMap({ FolderBounds($0).finding(file) }) { throw FindingsError([finding]) }
            let bytes = try FileInput.bytes(of: file, folder == nil ? .any : .regular)
            fingerprint = SHA256.hex(of: bytes)
            if Self.isTable(file) {
                (rows, findings) = try Self.rows(ofTable: file, bytes, for: assessment)
                return
            }
            let book = try Workbook(file: file, bytes: bytes)
            guard let hidden = book.sheets.firstIndex(where: { $0.name == FormLayout.aboutSheet }),
                let about = try Self.about(book.sheet(hidden)),
                let main = book.sheets.indices.first(where: { $0 != hidden })
            else { throw FindingsError(FormFinding.notAForm, at: Location(file: file)) }
            self.about = about
            guard holds(about, for: assessment) else { return }
            let sheet = try book.sheet(main)
            if about.isExplanation {
                (answers, findings) = Self.answers(in: sheet, of: file, for: assessment)
            } else {
                read(sheet, for: assessment)
            }
        } catch {
            findings += error.findings
        }
    }

    private static func about(_ sheet: Sheet) -> FormLayout.About? {
        var rows: [String: String] = [:]
        for index in 0..<sheet.filledRowCount {
            let cells = sheet.cells(ofRow: index)
            if cells.count >= 2 { rows[cells[0].text] = cells[1].text }
        }
        return FormLayout.About(rows)
    }

    /// Whether the form is one of the assessment.
    private mutating func holds(_ about: FormLayout.About, for assessment: Assessment) -> Bool {
        let set = assessment.criteria.set
        for (key, found, expected) in [
            ("set", about.set, set.set), ("edition", about.edition, set.edition),
            ("period", about.period, assessment.settings.period.code),
        ] where found != expected {
            findings.append(
                Finding(
                    FormFinding.ofAnother, at: Location(file: file),
                    [.key: .text(key), .found: .text(found), .expected: .text(expected)]))
        }
        return findings.isEmpty
    }

    // MARK: - Rows

    private mutating func read(_ sheet: Sheet, for assessment: Assessment) {
        let (set, path) = (assessment.criteria.set, file)
        let known = Dictionary(assessment.units.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        var trees: [String: FormRows] = [:]
        // By unit and row of its tree: where it stands.
        var seen: [String: [Int: Location]] = [:]
        var last: [String: Int] = [:]
        for index in 0..<sheet.filledRowCount {
            let number = sheet.rowNumber(index)
            func text(_ column: FormLayout.Column) -> String? {
                sheet.entered(row: number, column: column.number)
            }
            func place(_ column: FormLayout.Column) -> Location {
                Location(file: path, line: number, column: column.number, isTable: true, sheet: sheet.name)
            }
            guard let code = text(.criterion), let name = text(.unit) else { continue }
            guard let unit = known[name] else {
                // The row of headings has words in these columns.
                if set.index(of: code) != nil { report(.unknownUnit, at: place(.unit), [.found: .text(name)]) }
                continue
            }
            let tree = trees[unit.level] ?? FormRows(set, level: unit.level) { _ in true }
            trees[unit.level] = tree
            let metric = text(.metric)
            guard let position = tree.position(of: code, metric, in: set) else {
                report(
                    .unknownCode, at: place(.criterion),
                    [.found: .text([code, metric].compactMap { $0 }.joined(separator: " / "))])
                continue
            }
            let row = tree.rows[position]
            let expected = row.shownCode(in: set)
            if let ordinal = text(.ordinal), ordinal != expected {
                report(.changedCode, at: place(.ordinal), [.found: .text(ordinal), .expected: .text(expected)])
                continue
            }
            if let first = seen[name]?[position] {
                report(.repeatedRow, at: place(.ordinal), [.metric: .text(expected), .first: .location(first)])
                continue
            }
            seen[name, default: [:]][position] = place(.ordinal)
            if let before = last[name], position < before {
                report(.movedRow, at: place(.ordinal), [.criterion: .text(expected)])
            }
            last[name] = position
            if let metric = row.metric { take(metric, of: name, from: sheet, row: number, place) }
            guard row.isLeaf else { continue }
            if about?.agency != nil {
                let own = row.metric.flatMap { metric in
                    assessment.position(ofUnit: name).flatMap { assessment.remark(unit: $0, metric: metric.code) }
                }
                appraise(
                    code, of: name, text, place,
                    points: sheet.cell(row: number, column: FormLayout.Column.appraisalPoints.number),
                    unitSays: own?.explanation)
            } else if let cell = sheet.cell(row: number, column: FormLayout.Column.selfPoints.number),
                let points = Self.points(in: cell)
            {
                selfPoints.append(
                    Points(
                        unit: name, criterion: code, points: points, isComputed: cell.isComputed,
                        explanation: text(.explanation),
                        place: place(.selfPoints)))
            }
        }
        guard about?.agency == nil else { return }
        for (name, places) in seen.sorted(by: { $0.key < $1.key }) {
            guard let tree = known[name].flatMap({ trees[$0.level] }) else { continue }
            let score = assessment.position(ofUnit: name).map { assessment.scores[$0] }
            let missing = tree.rows.indices.filter { row in
                places[row] == nil
                    && (score.map { !$0.isWithdrawn(tree.rows[row].node) } ?? true)
            }
            if missing.isEmpty { continue }
            report(
                .missingRows, at: Location(file: file),
                [.unit: .text(name), .expected: .names(missing.map { tree.rows[$0].shownCode(in: set) })])
        }
    }

    private static func points(in cell: SheetCell) -> FixedDecimal? {
        guard case .number(let text) = cell.value else { return nil }
        return try? FixedDecimal(text)
    }

    /// Takes what an appraiser entered in a row: points, an opinion, or both. A formula is no entry.
    ///
    /// - Parameter unitSays: The unit's own explanation, which is no reason of the appraiser.
    private mutating func appraise(
        _ criterion: String, of unit: String, _ text: (FormLayout.Column) -> String?,
        _ place: (FormLayout.Column) -> Location, points cell: SheetCell?, unitSays: String?
    ) {
        var entry = LineEntry()
        if let cell, !cell.isComputed {
            entry.points = Self.points(in: cell)
            // Words in the place of points are an opinion, or nothing that can be taken.
            if entry.points == nil, let word = text(.appraisalPoints),
                !take(word, into: &entry, at: place(.appraisalPoints))
            {
                return
            }
        }
        if let word = text(.opinion), !take(word, into: &entry, at: place(.opinion)) { return }
        if entry == LineEntry() { return }
        let column: FormLayout.Column = entry.points == nil ? .opinion : .appraisalPoints
        let reason = text(.reason) ?? text(.explanation).flatMap { $0 == unitSays?.trimmed ? nil : $0 }
        appraisal.append(
            Appraisal(unit: unit, criterion: criterion, entry: entry, reason: reason, place: place(column)))
    }

    /// Takes the word of an opinion; false, with a finding, for one that is none, and where points are missing.
    private mutating func take(_ word: String, into entry: inout LineEntry, at place: Location) -> Bool {
        guard let known = OpinionWord(word: word) else {
            report(.unknownOpinion, at: place, [.found: .text(word), .expected: .names(OpinionWord.words)])
            return false
        }
        if known.opinion == nil, entry.points == nil {
            report(.opinionWithoutPoints, at: place, [.found: .text(word)])
            return false
        }
        entry.opinion = known.opinion ?? entry.opinion
        return true
    }

    /// Takes the figure of a row.
    private mutating func take(
        _ metric: Metric, of unit: String, from sheet: Sheet, row number: Int,
        _ place: (FormLayout.Column) -> Location
    ) {
        var row = EnteredRow(unit: unit, metric: metric.code)
        for (heading, column) in Self.entered {
            row.places[heading] = place(column)
            guard let cell = sheet.cell(row: number, column: column.number), let content = Self.content(of: cell),
                // A percentage that the form computes from its counts is no entry.
                heading != .value || !cell.isComputed
            else { continue }
            row.cells[heading] = content
        }
        // A word for the whole figure may stand in place of its numerator.
        if case .text? = row.cells[.numerator], row.cells[.denominator] == nil, row.cells[.value] == nil {
            (row.cells[.value], row.places[.value]) = (row.cells[.numerator], row.places[.numerator])
            row.cells[.numerator] = nil
        }
        rows.append(row)
    }

    private static let entered: [(EnteredRow.Heading, FormLayout.Column)] = [
        (.value, .value), (.numerator, .numerator), (.denominator, .denominator), (.evidence, .evidence),
        (.explanation, .explanation),
    ]

    private mutating func report(_ code: FormFinding, at place: Location, _ details: FindingDetails) {
        findings.append(Finding(code, at: place, details))
    }

    private static func content(of cell: SheetCell) -> EnteredRow.Content? {
        switch cell.value {
        case .number(let text), .percent(let text):
            return (try? FixedDecimal(text)).map { .number($0) } ?? .text(cell.text)
        default:
            let text = cell.text.trimmed
            return text.isEmpty ? nil : .text(text)
        }
    }
}
