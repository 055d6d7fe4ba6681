import Scoring
import Tables
import Values

/// Reads the files of a folder in the order in which they need each other, and gathers what is wrong in all of them.
struct AssessmentReader {
    let folder: String
    let options: AssessmentOptions
    var sink = FindingSink()
    var tables: [TableDescription] = []

    init(folder: String, options: AssessmentOptions) {
        self.folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        self.options = options
    }

    mutating func read() -> Assessment? {
        guard case (let settings, var files)? = readSettings(of: folder), applyOptions(to: &files) else { return nil }
        // The tables of figures are large and need nothing else to be taken apart.
        let (start, named, dialect) = (self, files, files.tables)
        let (basis, loaded) = Parallel.both {
            var reader = start
            let basis = reader.readBasis(named, settings: settings).map { criteria, list in
                (criteria, list, FigureReader(metrics: criteria.set.metrics, units: list))
            }
            return (reader.sink, basis)
        } _: {
            named.metrics.map { LoadedTable($0, options: dialect) }
        }
        sink = basis.0
        guard case (let criteria, let list, var figures)? = basis.1 else { return nil }
        readFigures(loaded, into: &figures)
        let survey = readSurvey(files, criteria: criteria.set, into: &figures)
        let given = readGivenScores(files, criteria: criteria.set, units: list)
        let lastYear = files.previous.map { readLastYear($0, before: settings.year) } ?? nil
        if sink.isFatal { return nil }
        return score(
            settings: settings, criteria: criteria, list: list, figures: figures, given: given, lastYear: lastYear,
            survey: survey, files: files)
    }

    /// What figures are read against: the criteria and the units.
    private mutating func readBasis(
        _ files: AssessmentFiles, settings: AssessmentSettings
    ) -> (CompiledCriteria, UnitList)? {
        guard let criteria = readCriteria(files.criteria, points: options.points, year: settings.year),
            let list = readUnits(files, settings: settings, criteria: criteria.set),
            // Without a unit every row of figures would be one of an unknown unit.
            !list.units.isEmpty
        else { return nil }
        return (criteria, list)
    }

    private mutating func readSettings(of folder: String) -> (AssessmentSettings, AssessmentFiles)? {
        let path = folder + "/assessment.json"
        do {
            let document = try JSONDocument(contentsOf: path)
            return AssessmentSettings.read(document, folder: folder, into: &sink)
        } catch {
            // A file that is there and cannot be read has findings of its own.
            if error.findings.contains(where: { $0.code == FileFinding.notFound.rawValue }) {
                sink.report(.notAnAssessment, at: Place(file: folder), [.found: .text(folder)])
            }
            sink.add(error.findings)
            return nil
        }
    }

    /// Puts what the caller lays down about tables in place of what the settings say; false, and a finding, for a sign
    /// that no table has. Last year's folder has settings of its own.
    private mutating func applyOptions(to files: inout AssessmentFiles) -> Bool {
        var isKnown = true
        if let sign = options.delimiter {
            files.tables.delimiter = TableDelimiter(rawValue: String(sign))
            if files.tables.delimiter == nil {
                reportUnknown(sign, among: TableDelimiter.allCases.map(\.rawValue))
                isKnown = false
            }
        }
        if let sign = options.decimalSeparator {
            files.tables.decimalSeparator = DecimalSeparator(rawValue: String(sign))
            if files.tables.decimalSeparator == nil {
                reportUnknown(sign, among: DecimalSeparator.allCases.map(\.rawValue))
                isKnown = false
            }
        }
        return isKnown
    }

    private mutating func reportUnknown(_ sign: Character, among signs: [String]) {
        sink.add([
            Finding(
                TableFinding.unknownSeparator, at: Place(file: folder),
                [.found: .text(String(sign)), .expected: .names(signs)])
        ])
    }

    private mutating func readCriteria(_ path: String, points: String?, year: Int) -> CompiledCriteria? {
        let set: CriteriaSet
        do throws(FindingsError) {
            set = try CriteriaSet.read(path, points: points)
        } catch {
            sink.add(error.findings)
            return nil
        }
        sink.add(set.warnings)
        do throws(CompilationError) {
            return try CompiledCriteria(set, year: year)
        } catch {
            sink.report(
                .yearOutsideEdition, at: Place(file: folder + "/assessment.json"),
                [.found: .count(year), .expected: .range(set.years)])
            return nil
        }
    }

    private mutating func readTable(_ path: String, options: TableOptions) -> Table? {
        take(LoadedTable(path, options: options))
    }

    private mutating func take(_ loaded: LoadedTable) -> Table? {
        sink.add(loaded.findings)
        return loaded.table
    }

    private mutating func readUnits(
        _ files: AssessmentFiles, settings: AssessmentSettings, criteria: CriteriaSet
    ) -> UnitList? {
        guard var table = readTable(files.units, options: files.tables) else { return nil }
        return UnitList(reading: &table, levels: criteria.levels, groups: settings.groups, into: &sink)
    }

    private mutating func readFigures(_ loaded: [LoadedTable], into reader: inout FigureReader) {
        for entry in loaded {
            guard var table = take(entry) else { continue }
            reader.read(&table, into: &sink)
        }
        tables += reader.tables
    }

    private mutating func readSurvey(
        _ files: AssessmentFiles, criteria: CriteriaSet, into figures: inout FigureReader, isOwn: Bool = true
    ) -> AssessmentSurvey? {
        guard var survey = files.survey else { return nil }
        // What the caller says is about this year's survey.
        if isOwn, !options.tallies.isEmpty { (survey.answers, survey.tallies) = ([], options.tallies) }
        survey.domains = isOwn ? options.surveyDomains : []
        survey.faultFile = isOwn ? options.faultFile : nil
        let reader = SurveyReader(files: survey, table: files.tables)
        guard var result = reader.read(units: figures.units, into: &sink) else { return nil }
        SurveyReader.apply(
            &result, criteria: criteria, file: survey.questionnaire, to: &figures, into: &sink)
        return result
    }

    private mutating func readGivenScores(
        _ files: AssessmentFiles, criteria: CriteriaSet, units: UnitList
    ) -> [GivenScore] {
        guard let path = files.scores, var table = readTable(path, options: files.tables) else { return [] }
        return GivenScore.read(&table, criteria: criteria, units: units, into: &sink)
    }

    /// Last year's units and figures, checked against last year's own edition.
    private mutating func readLastYear(_ path: String, before year: Int) -> (units: UnitList, figures: FigureTable)? {
        guard let (settings, files) = readSettings(of: path),
            isLastYear(settings.year, before: year, in: path),
            let criteria = readCriteria(files.criteria, points: nil, year: settings.year),
            let units = readUnits(files, settings: settings, criteria: criteria.set)
        else {
            sink.report(
                .previousUnusable, at: Place(file: folder + "/assessment.json"), [.found: .text(path)])
            return nil
        }
        var figures = FigureReader(metrics: criteria.set.metrics, units: units)
        readFigures(files.metrics.map { LoadedTable($0, options: files.tables) }, into: &figures)
        _ = readSurvey(files, criteria: criteria.set, into: &figures, isOwn: false)
        return (units, figures.figures)
    }

    private mutating func isLastYear(_ found: Int, before year: Int, in path: String) -> Bool {
        if found == year - 1 { return true }
        sink.report(
            .previousYearDiffers, at: Place(file: path + "/assessment.json"),
            [.found: .count(found), .expected: .count(year - 1)])
        return false
    }

    private mutating func score(
        settings: AssessmentSettings, criteria: CompiledCriteria, list: UnitList, figures: FigureReader,
        given: [GivenScore], lastYear: (units: UnitList, figures: FigureTable)?, survey: AssessmentSurvey?,
        files: AssessmentFiles
    ) -> Assessment? {
        let table = scoreTable(criteria, list: list, figures: figures.figures, lastYear: lastYear)
        guard let table else { return nil }
        report(table.issues, list: list, figures: figures)
        FigureReview(criteria: criteria.set, list: list, figures: figures).report(into: &sink)
        if sink.spoiltUnits.isEmpty {
            return Assessment(
                folder: folder, settings: settings, units: list.units, figures: figures.figures, scores: table,
                remarks: figures.remarks, givenScores: given, survey: survey, leftOut: [], actionsFile: files.actions,
                tables: files.tables)
        }
        guard options.keepGoing else { return nil }
        let sound = list.units.indices.filter { !sink.spoiltUnits.contains(list.units[$0].code) }
        let leftOut = list.units.map(\.code).filter(sink.spoiltUnits.contains)
        guard !sound.isEmpty else { return nil }
        return narrowed(
            to: sound, leftOut: leftOut, settings: settings, criteria: criteria, list: list, figures: figures,
            given: given, lastYear: lastYear, survey: survey, files: files)
    }

    private func scoreTable(
        _ criteria: CompiledCriteria, list: UnitList, figures: FigureTable,
        lastYear: (units: UnitList, figures: FigureTable)?
    ) -> ScoreTable? {
        let units = list.units.map { ScoredUnit(code: $0.code, level: $0.level, group: $0.group) }
        let before = lastYear.map { before in
            LastYear(figures: before.figures, units: list.units.map { before.units.position(of: $0.code) })
        }
        // The units' levels were checked against the set, and there is a row of figures for each.
        return try? criteria.score(figures, units: units, lastYear: before)
    }

    /// The assessment of some of the units alone.
    private func narrowed(
        to sound: [Int], leftOut: [String], settings: AssessmentSettings, criteria: CompiledCriteria, list: UnitList,
        figures: FigureReader, given: [GivenScore], lastYear: (units: UnitList, figures: FigureTable)?,
        survey: AssessmentSurvey?, files: AssessmentFiles
    ) -> Assessment? {
        let narrow = list.narrowed(to: sound)
        var table = criteria.emptyFigures(unitCount: sound.count)
        for column in criteria.metrics.indices {
            for (position, unit) in sound.enumerated() { table[position, column] = figures.figures[unit, column] }
        }
        let positions = Dictionary(uniqueKeysWithValues: sound.enumerated().map { ($0.element, $0.offset) })
        var remarks: [RemarkKey: Remark] = [:]
        for (key, remark) in figures.remarks {
            guard let unit = positions[key.unit] else { continue }
            remarks[RemarkKey(unit: unit, metric: key.metric)] = remark
        }
        let survey = survey.map { survey in
            var moved = survey
            func kept<Value>(_ values: [RemarkKey: Value]) -> [RemarkKey: Value] {
                values.reduce(into: [:]) { result, entry in
                    guard let unit = positions[entry.key.unit] else { return }
                    result[RemarkKey(unit: unit, metric: entry.key.metric)] = entry.value
                }
            }
            (moved.errors, moved.metrics) = (kept(survey.errors), kept(survey.metrics))
            return moved
        }
        guard let scores = scoreTable(criteria, list: narrow, figures: table, lastYear: lastYear) else { return nil }
        return Assessment(
            folder: folder, settings: settings, units: narrow.units, figures: table, scores: scores, remarks: remarks,
            givenScores: given.compactMap { score in positions[score.unit].map { score.moved(to: $0) } },
            survey: survey, leftOut: leftOut, actionsFile: files.actions, tables: files.tables)
    }

    /// Puts what could not be scored where its figure stands.
    private mutating func report(_ issues: [ScoringIssue], list: UnitList, figures: FigureReader) {
        let columns = Dictionary(
            figures.metrics.enumerated().map { ($0.element.code, $0.offset) }, uniquingKeysWith: { first, _ in first })
        for issue in issues {
            let place = columns[issue.metric].flatMap { figures.place(unit: issue.unit, metric: $0) }
            let code: AssessmentFinding =
                switch issue.fault {
                case .zeroOverZero: .zeroOverZero
                case .divisionByZero: .divisionByZero
                case .negativeBase: .negativeBase
                case .notApplicableNotAllowed: .notApplicableNotAllowed
                case .partlyNotApplicable: .partlyNotApplicable
                case .overflow: .tooLargeToScore
                }
            sink.report(
                code, at: place ?? list.places[issue.unit], unit: list.units[issue.unit].code,
                [.metric: .text(issue.metric), .found: .text(issue.measure)])
        }
    }
}

/// A table that was opened and taken apart, or why it cannot be.
private struct LoadedTable: Sendable {
    let table: Table?
    let findings: [Finding]

    init(_ path: String, options: TableOptions) {
        do throws(FindingsError) {
            table = try Table(contentsOf: path, options: options)
            findings = []
        } catch {
            table = nil
            findings = error.findings
        }
    }
}
