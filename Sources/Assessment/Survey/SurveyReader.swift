import Scoring
import Survey
import Tables
import Values

/// Reads the survey of an assessment and supplies its indices to the metrics linked to it.
struct SurveyReader {
    let files: SurveyFiles
    let bounds: FolderBounds
    let table: TableOptions
    let sink: FindingSink

    /// The survey; nil when its questionnaire cannot be read, or there is an error.
    ///
    /// What is wrong with it and names no unit concerns all that it measures.
    func read(units: UnitList, criteria: CriteriaSet) -> AssessmentSurvey? {
        guard let questionnaire = readQuestionnaire() else { return nil }
        let names = UnitNames(units.units.map { (code: $0.code, name: $0.name) })
        let isScored = !questionnaire.metrics.isEmpty
        let measured = Self.units(measuredBy: questionnaire, units.units, criteria)
        var tally: SurveyTally?
        var answerFiles: [AnswerFile] = []
        if !files.answers.isEmpty {
            var options = AnswerOptions()
            options.table = table
            let domains = questionnaire.columns.domains.map { $0.code }
            options.domains = files.domains.filter { domains.contains($0) }
            options.faultFile = files.faultFile
            options.isScored = isScored
            options.faultStyle = .excelVietnamese
            options.units = questionnaire.columns.unit == nil ? nil : names
            if questionnaire.columns.unit == nil, units.units.count == 1 { options.onlyUnit = units.units[0].code }
            let reading = AnswerReader(questionnaire, options: options).read(files.answers)
            add(reading.findings, UnitTree(units.units), answered: reading.tally, measured)
            answerFiles = reading.files
            tally = reading.tally
        }
        let same = SameFiles.findings(files.tallies)
        add(same, ofAll: measured)
        for file in same.isEmpty ? files.tallies : [] {
            do throws(FindingsError) {
                let part = try SurveyTally(
                    file: file, bytes: FileInput.bytes(of: file), questionnaire: questionnaire, units: names)
                add(
                    part.findings + part.unusableForms(units: names, file: file, isScored: isScored),
                    UnitTree(units.units), answered: part, measured)
                if var whole = tally {
                    let before = whole.findings.count + part.findings.count
                    try whole.merge(part, from: file)
                    sink.add(Array(whole.findings.dropFirst(before)))
                    tally = whole
                } else {
                    tally = part
                }
            } catch {
                add(error.findings, ofAll: measured)
            }
        }
        guard let tally, !tally.cells.isEmpty else {
            return AssessmentSurvey(questionnaire: questionnaire, analysis: nil, files: answerFiles)
        }
        do throws(FindingsError) {
            let analysis = try SurveyAnalysis(
                tally, file: files.answers.first ?? files.tallies.first ?? "",
                populations: try populations(for: questionnaire, units: names))
            sink.add(analysis.findings)
            return AssessmentSurvey(questionnaire: questionnaire, analysis: analysis, files: answerFiles)
        } catch {
            add(error.findings, ofAll: measured)
            return nil
        }
    }

    private func readQuestionnaire() -> Questionnaire? {
        do throws(FindingsError) {
            let document = try bounds.document(files.questionnaire, as: .questionnaire)
            let (questionnaire, findings) = Questionnaire.read(document)
            sink.add(findings)
            return questionnaire
        } catch {
            sink.add(error.findings)
            return nil
        }
    }

    /// The populations that weights are calibrated to; nil where the questionnaire asks for no margins.
    private func populations(
        for questionnaire: Questionnaire, units: UnitNames
    ) throws(FindingsError) -> SurveyPopulations? {
        guard let path = files.populations else { return nil }
        guard let plan = questionnaire.calibration, !plan.margins.isEmpty else {
            sink.report(SurveyFinding.notCalibrated, at: Location(file: path), [:])
            return nil
        }
        return try SurveyPopulations(
            contentsOf: path, for: plan, units: questionnaire.columns.unit == nil ? nil : units)
    }

    /// Writes the survey's indices into the figures: for each unit, the index of the people who answered about it and
    /// its descendants. Where nobody did, or too few, the figure is awaited.
    func apply(_ survey: inout AssessmentSurvey, criteria: CriteriaSet, to figures: inout FigureReader) {
        let units = figures.units.units
        let tree = UnitTree(units)
        let answered = Set(survey.analysis?.units ?? [])
        let below = units.indices.map { tree.codes(below: $0).intersection(answered) }
        let whole = Location(file: files.questionnaire)
        for link in survey.questionnaire.metrics {
            guard let column = figures.columns[link.metric] else {
                sink.report(
                    AssessmentFinding.unknownMetric, at: whole, [.found: .text(link.metric)],
                    suggestion: Spelling.closest(to: link.metric, among: figures.metrics.map { $0.code }))
                continue
            }
            guard figures.metrics[column].kind == .percent else {
                sink.report(AssessmentFinding.surveyNeedsPercent, at: whole, [.metric: .text(link.metric)])
                continue
            }
            let groups = survey.questionnaire.groups
            let group = groups.firstIndex { $0.code == link.part } ?? groups.count - 1
            let measured = Self.positions(measuredBy: link, units, criteria)
            let analysis = survey.analysis
            // A province counts the answers of all its communes.
            let ofUnits = Parallel.map(measured.count, minimum: 16, partsPerProcessor: 16) { part in
                measured[part].map { unit in
                    below[unit].isEmpty ? nil : analysis?.figure(of: .group(group), units: below[unit])
                }
            }
            for (position, figure) in zip(measured, ofUnits.joined()) {
                let unit = units[position]
                let key = FigureKey(unit: unit.code, metric: link.metric)
                guard [.notReported, .awaited].contains(figures.figures[position, column]) else {
                    sink.report(
                        AssessmentFinding.figureBesideSurvey,
                        at: figures.location(unit: position, metric: column) ?? whole, unit: unit.code,
                        [.metric: .text(link.metric)])
                    continue
                }
                survey.take(figure, as: key)
                if let percent = figure?.percent {
                    figures.figures[position, column] = .value(percent)
                } else {
                    figures.figures[position, column] = .awaited
                    // Answers that were lost are an error of the unit: it is not awaited, but not scored.
                    guard let figure, !sink.spoiltUnits.contains(unit.code) else { continue }
                    sink.report(
                        AssessmentFinding.tooFewAnswers, at: whole,
                        [
                            .metric: .text(link.metric), .code: .text(unit.code), .found: .count(figure.people),
                            .expected: .count(max(survey.questionnaire.minimumCount, 1)),
                        ])
                }
            }
        }
    }

    /// The units whose level is asked for the metric of a link.
    private static func positions(measuredBy link: Questionnaire.MetricLink, _ units: [Unit], _ criteria: CriteriaSet)
        -> [Int]
    {
        let levels = criteria.criteria.compactMap { $0.leaf }.first { leaf in
            leaf.measures.contains { $0.metrics.contains { $0.code == link.metric } }
        }?.levels
        return units.indices.filter { levels?.contains(units[$0].level) ?? true }
    }

    /// The codes of the units that a survey measures.
    private static func units(
        measuredBy questionnaire: Questionnaire, _ units: [Unit], _ criteria: CriteriaSet
    ) -> Set<String> {
        Set(questionnaire.metrics.flatMap { positions(measuredBy: $0, units, criteria) }.map { units[$0].code })
    }

    /// Adds findings about whole files: an error concerns all units that the survey measures. One that only counts others
    /// concerns no more than these.
    private func add(_ findings: [Finding], ofAll measured: Set<String>) {
        for finding in findings { sink.add(finding, spoiling: finding.unlisted == nil ? measured : []) }
    }

    /// Adds findings of the readers of answers: forms that a unit loses spoil its figures and those of the units above.
    private func add(
        _ findings: [Finding], _ tree: UnitTree, answered tally: SurveyTally?, _ measured: Set<String>
    ) {
        let lost = [SurveyFinding.unitLost, .tooManyUnusable, .tooManyUnknown, .answersLost].map { $0.rawValue }
        if let errors = tally?.errors {
            for unit in errors.units { tree.codes(above: unit).forEach(sink.spoil) }
            if errors.ofAnyUnit { sink.spoil(nil) }
        }
        var mayBeAny = false
        for finding in findings {
            guard finding.severity == .error, lost.contains(finding.code) else {
                // Whose errors these are is known from the forms, listed or not.
                if tally != nil, finding.code == SurveyFinding.spreadsheetError.rawValue {
                    sink.add(finding)
                } else {
                    add([finding], ofAll: measured)
                }
                continue
            }
            // A unit that is only meant by a name may be another one.
            if case .text(let code)? = finding.details[.code], finding.details[.suggestion] == nil {
                sink.add(finding, spoiling: tree.codes(above: code))
            } else {
                // It may be any unit without forms, and any above: the same for every such finding. Where all have forms
                // it is none of them.
                let units = mayBeAny ? [] : tree.codes(withoutAnyOf: Set(tally?.units ?? [])).union(tree.parents)
                mayBeAny = true
                sink.add(finding, spoiling: units)
            }
        }
    }
}

/// The units of an assessment by what is above and below them.
struct UnitTree {
    private let units: [Unit]
    private var positions: [String: Int] = [:]
    private var children: [[Int]]

    init(_ units: [Unit]) {
        self.units = units
        children = Array(repeating: [], count: units.count)
        for (position, unit) in units.enumerated() { positions[unit.code] = position }
        for (position, unit) in units.enumerated() {
            if let parent = unit.parent.flatMap({ positions[$0] }) { children[parent].append(position) }
        }
    }

    /// Units with units below them.
    var parents: Set<String> { Set(units.indices.filter { !children[$0].isEmpty }.map { units[$0].code }) }

    /// The codes of a unit and of all its descendants.
    ///
    /// Complexity: O(descendants).
    func codes(below position: Int) -> Set<String> {
        var found: Set<String> = [units[position].code]
        var rest = children[position]
        while let next = rest.popLast() {
            if found.insert(units[next].code).inserted { rest += children[next] }
        }
        return found
    }

    func codes(below code: String) -> Set<String> { positions[code].map { codes(below: $0) } ?? [code] }

    /// The codes of a unit and of all units above it.
    func codes(above code: String) -> Set<String> {
        var found: Set<String> = []
        var next: String? = code
        while let code = next, let position = positions[code], found.insert(code).inserted {
            next = units[position].parent
        }
        return found
    }

    /// The units that have none of some units among themselves and their descendants.
    func codes(withoutAnyOf answered: Set<String>) -> Set<String> {
        var found = Set(positions.keys)
        for code in answered { found.subtract(codes(above: code)) }
        return found
    }
}
