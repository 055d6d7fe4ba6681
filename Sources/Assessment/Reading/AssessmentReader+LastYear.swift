import Scoring
import Tables
import Values

extension AssessmentReader {
    /// Last year's units and figures, checked against last year's own edition.
    func readLastYear(_ path: String, before period: Period, _ set: CriteriaSet) -> EarlierFigures {
        guard FileInput.exists(path + "/assessment.json") else {
            // What is compared with it is not measured; everything else is scored.
            sink.report(
                AssessmentFinding.previousMissing, at: Location(file: folder + "/assessment.json"),
                [.found: .text(path)])
            return EarlierFigures(sink: sink)
        }
        // The units of that folder are not this year's, though some have the same codes: what is wrong there is told here
        // too, but concerns whoever succeeds them.
        var own = AssessmentOptions()
        own.criteriaPlaces = options.criteriaPlaces
        let last = AssessmentReader(folder: path, options: own)
        let reading = last.readBeforeThis(roundingDigits: options.roundingDigits) {
            canBeCompared($0, before: period, set, in: path)
        }
        sink.add(contentsOf: last.sink)
        if reading == nil {
            sink.report(
                AssessmentFinding.previousUnusable, at: Location(file: folder + "/assessment.json"),
                [.found: .text(path)])
        }
        return EarlierFigures(reading: reading, tables: reading?.figures.tables ?? [], sink: sink)
    }

    /// Reads the folder as last year's, if it is of a period that can be compared with.
    private func readBeforeThis(
        roundingDigits: Int?, isComparable: (Period) -> Bool
    ) -> LastYearReading? {
        guard case (let settings, var files)? = readSettings(of: folder, isNamed: true),
            isComparable(settings.period),
            let (criteria, units) = readUnits(files, points: nil, year: settings.year, settings.groups)
        else { return nil }
        // What is rounded this year is rounded last year too, or the two could not be compared.
        if let roundingDigits { files.tables.roundingDigits = roundingDigits }
        var figures = FigureReader(
            metrics: criteria.set.metrics, units: units, years: settings.years,
            nodes: Set(criteria.set.criteria.map({ $0.code })))
        _ = readTables(
            files.metrics.map { LoadedTable($0, headings: .figures, options: files.tables) },
            of: criteria.set, into: &figures)
        // The caller's options concern this year's survey and lists.
        _ = readLists(files, nil, criteria: criteria.set, into: &figures)
        _ = readSurvey(files, options: options, criteria: criteria.set, into: &figures)
        pool(&figures, by: criteria.set)
        units.spoilWhoStandsForOthers(into: sink)
        return LastYearReading(units: units, figures: figures, spoiltUnits: sink.spoiltUnits)
    }

    /// Whether an earlier period is one that figures are compared with: the one just before, or the same of last year,
    /// which rules against last year need.
    private func canBeCompared(_ found: Period, before period: Period, _ set: CriteriaSet, in path: String) -> Bool {
        guard let relation = period.relation(to: found) else {
            let wanted = [period.before, period.moved(by: -period.countInYear)].compactMap { $0?.code }
            sink.report(
                AssessmentFinding.previousYearDiffers, at: Location(file: path + "/assessment.json"),
                [.found: .text(found.code), .expected: .names(wanted.withoutRepeats { $0 })])
            return false
        }
        let needing = set.criteria.filter { node in
            node.leaf?.measures.contains {
                if case .changeFromLastYear = $0.rule { true } else { false }
            } ?? false
        }
        if relation != .justBefore || needing.isEmpty { return true }
        sink.report(
            AssessmentFinding.needsLastYear, at: Location(file: folder + "/assessment.json"),
            [.criterion: .text(needing.map({ $0.code }).joined(separator: ", "))])
        return false
    }
}

/// What last year's folder says, with the findings about it, which follow those about this year's files.
struct EarlierFigures: @unchecked Sendable {
    // Made by one task and read by another only when that has ended.
    var reading: LastYearReading?
    var tables: [TableDescription] = []
    let sink: FindingSink
}
