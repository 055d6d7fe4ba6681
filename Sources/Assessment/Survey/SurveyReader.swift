import Scoring
import Survey
import Tables
import Values

/// Reads the survey of an assessment and supplies its indices to the metrics linked to it.
struct SurveyReader {
    let files: SurveyFiles
    let table: TableOptions
    let sink: FindingSink

    /// The survey; nil when its questionnaire cannot be read, or there is an error.
    func read(units: UnitList) -> AssessmentSurvey? {
        let (questionnaire, findings) = Questionnaire.read(contentsOf: files.questionnaire)
        sink.add(findings)
        guard let questionnaire else { return nil }
        let names = UnitNames(units.units.map { (code: $0.code, name: $0.name) })
        var tally: SurveyTally?
        var answerFiles: [AnswerFile] = []
        if !files.answers.isEmpty {
            var options = AnswerOptions()
            options.table = table
            let domains = questionnaire.columns.domains.map(\.code)
            options.domains = files.domains.filter { domains.contains($0) }
            options.faultFile = files.faultFile
            options.faultStyle = .excelVietnamese
            options.units = questionnaire.columns.unit == nil ? nil : names
            if questionnaire.columns.unit == nil, units.units.count == 1 { options.onlyUnit = units.units[0].code }
            let reading = AnswerReader(questionnaire, options: options).read(files.answers)
            sink.add(reading.findings)
            answerFiles = reading.files
            tally = reading.tally
        }
        for file in files.tallies {
            do throws(FindingsError) {
                let part = try SurveyTally(
                    file: file, bytes: FileInput.bytes(of: file), questionnaire: questionnaire, units: names)
                sink.add(part.findings)
                if tally == nil { tally = part } else { try tally?.merge(part, from: file) }
            } catch {
                sink.add(error.findings)
            }
        }
        guard let tally, !tally.cells.isEmpty else {
            return AssessmentSurvey(questionnaire: questionnaire, analysis: nil, files: answerFiles)
        }
        do throws(FindingsError) {
            let analysis = try SurveyAnalysis(tally, file: files.answers.first ?? files.tallies.first ?? "")
            return AssessmentSurvey(questionnaire: questionnaire, analysis: analysis, files: answerFiles)
        } catch {
            sink.add(error.findings)
            return nil
        }
    }

    /// Writes the survey's indices into the figures: for each unit, the index of the people who answered about it and
    /// its descendants. Where nobody did, or too few, the figure is awaited.
    func apply(_ survey: inout AssessmentSurvey, criteria: CriteriaSet, to figures: inout FigureReader) {
        let units = figures.units.units
        let answered = Set(survey.analysis?.units ?? [])
        let whole = Location(file: files.questionnaire)
        for link in survey.questionnaire.metrics {
            guard let column = figures.columns[link.metric] else {
                sink.report(
                    AssessmentFinding.unknownMetric, at: whole, [.found: .text(link.metric)],
                    suggestion: Spelling.closest(to: link.metric, among: figures.metrics.map(\.code)))
                continue
            }
            guard figures.metrics[column].kind == .percent else {
                sink.report(AssessmentFinding.surveyNeedsPercent, at: whole, [.metric: .text(link.metric)])
                continue
            }
            let groups = survey.questionnaire.groups
            let part = groups.firstIndex { $0.code == link.part } ?? groups.count - 1
            let levels = criteria.criteria.compactMap(\.leaf).first { leaf in
                leaf.measures.contains { $0.metrics.contains { $0.code == link.metric } }
            }?.levels
            for (position, unit) in units.enumerated() where levels?.contains(unit.level) ?? true {
                let key = FigureKey(unit: unit.code, metric: link.metric)
                let own = Self.below(unit.code, in: units).intersection(answered)
                let index =
                    own.isEmpty
                    ? nil : survey.analysis?.index(of: .group(part), units: own, as: unit.code)
                guard [.notReported, .awaited].contains(figures.figures[position, column]) else {
                    sink.report(
                        AssessmentFinding.figureBesideSurvey,
                        at: figures.location(unit: position, metric: column) ?? whole, unit: unit.code,
                        [.metric: .text(link.metric)])
                    continue
                }
                survey.metrics[key] = index
                if let index, let percent = index.percent {
                    figures.figures[position, column] = .value(percent)
                    survey.errors[key] = index.percentError
                } else {
                    figures.figures[position, column] = .awaited
                    guard let index else { continue }
                    sink.report(
                        AssessmentFinding.tooFewAnswers, at: whole,
                        [
                            .metric: .text(link.metric), .code: .text(unit.code), .found: .count(index.people),
                            .expected: .count(survey.questionnaire.minimumCount),
                        ])
                }
            }
        }
    }

    /// The codes of a unit and of all its descendants.
    static func below(_ code: String, in units: [Unit]) -> Set<String> {
        var found: Set<String> = [code]
        while true {
            let more = units.filter { unit in unit.parent.map(found.contains) ?? false && !found.contains(unit.code) }
            if more.isEmpty { return found }
            found.formUnion(more.map(\.code))
        }
    }
}
