package import Scoring
internal import Survey
internal import Tables
package import Values

/// What forms bring into a folder: figures and points that are new or other than the folder's, and what speaks against
/// taking them.
package struct CollectedForms: Sendable {
    /// A figure that the folder does not have, or has otherwise.
    package struct FigureChange: Sendable {
        /// The positions of unit and metric.
        package let unit: Int
        package let metric: Int
        package let before: Figure
        package let after: Figure
        package let evidence: String?
        package let explanation: String?
        package let place: Location
        fileprivate let row: EnteredRow
    }

    /// What people entered at a stage, which the folder does not have, or has otherwise.
    package struct LineChange: Sendable {
        package let unit: String
        package let criterion: String
        package let stage: Stage
        package let before: LineEntry?
        package let after: LineEntry
        package let reason: String?
        package let place: Location
    }

    package private(set) var figures: [FigureChange] = []
    package private(set) var lines: [LineChange] = []
    package private(set) var findings: [Finding] = []
    /// How many figures stand in the folder as in the forms.
    package private(set) var unchanged = 0

    private let assessment: Assessment
    private let replaces: Bool
    /// What the folder has, by stage.
    private var known: [String: [FigureKey: GivenLine]] = [:]

    /// - Parameters:
    ///   - replaces: Whether figures and points that the folder has already are replaced.
    ///   - computed: The criteria whose points follow from a unit's figures in its form, by formulas.
    package init(
        _ forms: [FormReading], for assessment: Assessment, replaces: Bool,
        computed: (_ unit: Int) -> Set<Int>
    ) {
        (self.assessment, self.replaces) = (assessment, replaces)
        var taken: [FigureKey: (figure: Figure, place: Location)] = [:]
        for form in forms {
            findings += form.findings
            if form.about?.agency == nil { take(form, &taken) }
        }
        let after = scoresAfter
        var given: [FigureKey: (entry: LineEntry, place: Location)] = [:]
        for form in forms {
            if form.about?.agency == nil {
                takePoints(of: form, after, &given, computed)
            } else {
                appraise(form, &given)
            }
        }
    }

    // MARK: - Figures

    private mutating func take(_ form: FormReading, _ taken: inout [FigureKey: (figure: Figure, place: Location)]) {
        // What nobody entered changes nothing.
        let rows = form.rows.filter { row in
            row.cells.keys.contains { $0 == .value || $0 == .numerator || $0 == .denominator }
        }
        let entered = EnteredFigures(rows, for: assessment, file: form.file)
        findings += entered.findings
        for entry in entered.entries {
            let row = rows[entry.row]
            let key = FigureKey(unit: row.unit, metric: row.metric)
            let place = row.places[row.cells[.value] == nil ? .numerator : .value] ?? Location(file: form.file)
            if entry.figure == .notReported { continue }
            if let other = taken[key] {
                if other.figure != entry.figure {
                    report(
                        .conflict, at: place,
                        [
                            .unit: .text(row.unit), .code: .text(row.metric), .found: detail(entry.figure),
                            .other: detail(other.figure), .first: .location(other.place),
                        ])
                }
                continue
            }
            taken[key] = (entry.figure, place)
            let before = assessment.figures[entry.unit, entry.metric]
            let remark = assessment.remark(unit: entry.unit, metric: row.metric)
            func text(_ heading: EnteredRow.Heading) -> String? {
                if case .text(let text)? = row.cells[heading] { text } else { nil }
            }
            let (evidence, explanation) = (text(.evidence), text(.explanation))
            let isSame =
                before == entry.figure && (evidence ?? remark?.evidence) == remark?.evidence
                && (explanation ?? remark?.explanation) == remark?.explanation
            if isSame {
                unchanged += 1
                continue
            }
            if before != entry.figure, before != .notReported, !replaces {
                report(
                    .wouldReplace, at: place,
                    [
                        .unit: .text(row.unit), .code: .text(row.metric), .found: detail(entry.figure),
                        .expected: detail(before),
                    ])
                continue
            }
            figures.append(
                FigureChange(
                    unit: entry.unit, metric: entry.metric, before: before, after: entry.figure, evidence: evidence,
                    explanation: explanation, place: place, row: row))
        }
    }

    private func detail(_ figure: Figure) -> FindingValue { figure.detail ?? .text("") }

    /// What the units give themselves with the figures of the forms.
    private var scoresAfter: ScoreTable {
        var table = assessment.figures
        for change in figures { table[change.unit, change.metric] = change.after }
        return assessment.ownScores.rescored(with: table)
    }

    // MARK: - Points and opinions

    private mutating func takePoints(
        of form: FormReading, _ after: ScoreTable, _ given: inout [FigureKey: (entry: LineEntry, place: Location)],
        _ computed: (_ unit: Int) -> Set<Int>
    ) {
        guard let own = assessment.settings.stages.own else { return }
        var followers: [Int: Set<Int>] = [:]
        for entry in form.selfPoints {
            guard let unit = assessment.position(ofUnit: entry.unit),
                let node = assessment.criteria.set.index(of: entry.criterion)
            else { continue }
            let points = after[unit].sum(of: node).points
            let follows = followers[unit] ?? computed(unit)
            followers[unit] = follows
            if follows.contains(node) {
                let details: FindingDetails = [
                    .criterion: .text(entry.criterion), .found: .number(entry.points), .expected: .number(points),
                ]
                if !entry.isComputed {
                    report(.typedOver, at: entry.place, details)
                } else if entry.points != points {
                    report(.otherPoints, at: entry.place, details)
                }
            } else if !entry.isComputed, entry.points != points {
                take(
                    LineEntry(points: entry.points), entry.unit, entry.criterion, own, entry.explanation,
                    at: entry.place, &given)
            }
        }
    }

    private mutating func appraise(
        _ form: FormReading, _ given: inout [FigureKey: (entry: LineEntry, place: Location)]
    ) {
        guard let about = form.about else { return }
        guard let stage = assessment.settings.stages[about.stage], assessment.hasLines(at: stage) else {
            let stages = assessment.settings.stages.stages.filter(assessment.hasLines(at:)).map(\.code)
            report(
                .notAppraised, at: Location(file: form.file), [.found: .text(about.stage), .expected: .names(stages)])
            return
        }
        for line in form.appraisal {
            take(line.entry, line.unit, line.criterion, stage, line.reason, at: line.place, &given)
        }
    }

    private mutating func take(
        _ entry: LineEntry, _ unit: String, _ criterion: String, _ stage: Stage, _ reason: String?,
        at place: Location, _ given: inout [FigureKey: (entry: LineEntry, place: Location)]
    ) {
        let key = FigureKey(unit: unit, metric: criterion)
        if let other = given[key] {
            if other.entry != entry {
                report(
                    .conflict, at: place,
                    [
                        .unit: .text(unit), .code: .text(criterion), .found: entry.detail,
                        .other: other.entry.detail, .first: .location(other.place),
                    ])
            }
            return
        }
        given[key] = (entry, place)
        let before = lines(of: stage)[key]
        // A reason that nobody entered is no other one.
        if before?.entry == entry, reason == nil || before?.reason == reason { return }
        if let before, !before.entry.isPart(of: entry), !replaces {
            report(
                .wouldReplace, at: place,
                [
                    .unit: .text(unit), .code: .text(criterion), .found: entry.detail,
                    .expected: before.entry.detail,
                ])
            return
        }
        lines.append(
            LineChange(
                unit: unit, criterion: criterion, stage: stage, before: before?.entry, after: entry, reason: reason,
                place: place))
    }

    private mutating func lines(of stage: Stage) -> [FigureKey: GivenLine] {
        if let found = known[stage.code] { return found }
        let found = assessment.given(at: stage)
        known[stage.code] = found
        return found
    }

    private mutating func report(_ code: FormFinding, at place: Location, _ details: FindingDetails) {
        findings.append(Finding(code, at: place, details))
    }

    // MARK: - The folder's tables

    /// The tables of the folder with what the forms bring, by their paths; none that stays as it is.
    /// - Throws: ``FindingsError`` where a table cannot be read or written.
    package func tables(isVietnamese: Bool) throws(FindingsError) -> [(path: String, bytes: [UInt8])] {
        var tables: [(path: String, bytes: [UInt8])] = []
        let units = UnitList(assessment.units)
        func code(_ text: String) -> String {
            guard case .one(let code) = units.match(text) else { return text }
            return code
        }
        if !figures.isEmpty {
            let keys = [ColumnNames.unit, ColumnNames.metric]
            guard assessment.metricsFiles.count == 1, let path = assessment.metricsFiles.first else {
                throw FindingsError(
                    FormFinding.tableNotWritable, at: Location(file: assessment.folder + "/assessment.json"))
            }
            var table = try RewrittenTable(contentsOf: path, options: assessment.tables, keys: keys) { key, text in
                key == 0 ? code(text) : text
            }
            for change in figures { write(change, keys, to: &table) }
            tables.append((path, table.bytes))
        }
        if !lines.isEmpty {
            let keys = [ColumnNames.unit, ColumnNames.criterion, ColumnNames.stage]
            let path = assessment.scoresFile ?? assessment.folder + "/scores.csv"
            var table: RewrittenTable
            if assessment.scoresFile != nil {
                let words = StageWords(assessment.settings.stages)
                table = try RewrittenTable(contentsOf: path, options: assessment.tables, keys: keys) { key, text in
                    key == 0 ? code(text) : key == 2 ? words.stage(text)?.code ?? text : text
                }
            } else {
                table = RewrittenTable(
                    headings: keys + [ColumnNames.points, ColumnNames.reason], isVietnamese: isVietnamese)
            }
            for line in lines {
                let row = table.row([line.unit, line.criterion, line.stage.code], in: keys)
                table.set(line.after.points.map { .number($0) } ?? .blank, row: row, ColumnNames.points)
                let opinion = line.after.opinion.map { GivenOpinion.word(for: $0, isVietnamese: isVietnamese) }
                table.set(opinion.map { .text($0) } ?? .blank, row: row, ColumnNames.opinion)
                table.set(line.reason.map { .text($0) } ?? .blank, row: row, ColumnNames.reason)
            }
            tables.append((path, table.bytes))
        }
        return tables
    }

    private func write(_ change: FigureChange, _ keys: [[String]], to table: inout RewrittenTable) {
        let row = table.row([change.row.unit, change.row.metric], in: keys)
        func cell(_ heading: EnteredRow.Heading) -> CSVWriter.Cell {
            switch change.row.cells[heading] {
            case .number(let number)?: .number(number)
            case .text(let text)?: .text(text)
            case nil: .blank
            }
        }
        table.set(cell(.value), row: row, ColumnNames.value)
        table.set(cell(.numerator), row: row, ColumnNames.numerator)
        table.set(cell(.denominator), row: row, ColumnNames.denominator)
        table.set(.blank, row: row, ColumnNames.status)
        if let evidence = change.evidence { table.set(.text(evidence), row: row, ColumnNames.evidence) }
        if let explanation = change.explanation { table.set(.text(explanation), row: row, ColumnNames.explanation) }
    }
}

/// What a folder has of a line of a stage.
package struct GivenLine: Sendable {
    package var entry = LineEntry()
    package var reason: String?
}

extension Assessment {
    /// What the folder has of the lines of a stage, by unit and criterion.
    ///
    /// Complexity: O(given points and opinions).
    package func given(at stage: Stage) -> [FigureKey: GivenLine] {
        var lines: [FigureKey: GivenLine] = [:]
        for opinion in givenOpinions where opinion.stage == stage {
            let key = FigureKey(unit: opinion.unit, metric: opinion.criterion)
            lines[key] = GivenLine(entry: LineEntry(opinion: opinion.opinion), reason: opinion.reason)
        }
        for score in givenScores where score.stage == stage {
            let key = FigureKey(unit: score.unit, metric: score.criterion)
            lines[key, default: GivenLine(reason: score.reason)].entry.points = score.points
        }
        return lines
    }
}

extension LineEntry {
    /// Whether another entry says all of this one, and perhaps more.
    fileprivate func isPart(of other: LineEntry) -> Bool {
        (points == nil || points == other.points) && (opinion == nil || opinion == other.opinion)
    }

    /// What findings say of it: the points, otherwise the opinion.
    fileprivate var detail: FindingValue {
        points.map { .number($0) } ?? opinion.map { .text(GivenOpinion.word(for: $0, isVietnamese: true)) } ?? .text("")
    }
}
