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
        let row: EnteredRow
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
    /// Answers to what units were asked.
    package internal(set) var answers: [AnswerChange] = []
    package internal(set) var findings: [Finding] = []
    /// How many figures and answers stand in the folder as in the forms.
    package internal(set) var unchanged = 0

    let assessment: Assessment
    let replaces: Bool
    /// The SHA-256 of each form.
    let fingerprints: [String: String]
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
        fingerprints = Dictionary(forms.map { ($0.file, $0.fingerprint) }, uniquingKeysWith: { first, _ in first })
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
        takeAnswers(of: forms)
    }

    private mutating func takeAnswers(of forms: [FormReading]) {
        if forms.allSatisfy({ $0.answers.isEmpty }) { return }
        let asked = AskedLines(assessment)
        var given: [RequestKey: FormReading.Answer] = [:]
        for form in forms { takeAnswers(of: form, asked, &given) }
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
            if isLocked(row.unit, row.metric, from: 0, at: place) { continue }
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
            let stages = assessment.settings.stages.stages.filter(assessment.hasLines(at:)).map { $0.code }
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
        let position = assessment.settings.stages.position(of: stage) ?? 0
        if isLocked(unit, criterion, from: position, at: place) { return }
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

    /// Whether a stage is locked on which an entry would bear; a finding then says so.
    private mutating func isLocked(_ unit: String, _ code: String, from stage: Int, at place: Location) -> Bool {
        guard let record = assessment.stageLocks?.lock(from: stage, unit: unit, code: code) else { return false }
        let name = assessment.settings.stages[record.stage]?.name
        findings.append(
            Finding(
                LedgerFinding.lockedEntry, at: place,
                [
                    .unit: .text(unit), .code: .text(code), .stage: name.map { .name($0) } ?? .text(record.stage),
                    .count: .count(record.number),
                ]))
        return true
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
}

/// What a folder has of a line of a stage.
package struct GivenLine: Hashable, Sendable {
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
