import Scoring
import Tables
import Values

/// Reads the files of a folder in the order of their dependencies, and collects what is wrong in all of them.
struct AssessmentReader {
    let folder: String
    let options: AssessmentOptions
    private let bounds: FolderBounds
    let sink = FindingSink()
    private(set) var tables: [TableDescription] = []

    init(folder: String, options: AssessmentOptions) {
        self.folder = FilePath.folder(folder)
        self.options = options
        bounds = FolderBounds(folder)
    }

    mutating func read() -> Assessment? {
        guard case (var settings, var files)? = readSettings(of: folder), applyOptions(to: &files),
            case (var criteria, var figures, let loaded)? = readBasis(files, year: settings.year, settings.groups)
        else {
            // Without criteria or units no cells can be told, but files can.
            if !options.isWithoutLedger { LockReview.reportFiles(of: folder, options.criteriaPlaces, into: sink) }
            return nil
        }
        let assignments = readAssignments(files, settings.groups, of: &criteria, to: figures.units)
        settings.roundingDigits = files.tables.roundingDigits
        reportGroups(of: criteria.set, among: settings.groups)
        settings.windows.calendar = readCalendar(of: settings, files)
        WindowCheck(
            folder: folder, windows: settings.windows, stages: settings.stages, groups: settings.groups, sink: sink
        ).report(units: figures.units.units, criteria: criteria.set)
        let (current, before) = readFigures(files, settings, criteria.set, loaded, into: figures)
        figures = current.figures
        let (survey, given, lists) = (current.survey, current.given, current.lists)
        sink.add(contentsOf: before.sink)
        tables = current.tables + before.tables
        let states = reviewLocks(files, settings, criteria.set, figures.units)
        let lastYear = before.reading
        if let lastYear { figures.units.reportPredecessors(before: lastYear.units, into: sink) }
        let predecessors = lastYear?.predecessors(of: figures.units.units) ?? [:]
        for (unit, positions) in predecessors {
            // What is wrong with last year's figures of a unit is wrong with those of the unit that succeeds it.
            let isSound = positions?.allSatisfy { lastYear?.isSound($0) ?? true } ?? true
            if !isSound { sink.spoil(unit) }
        }
        if sink.isFatal { return nil }
        func scored(_ parts: Parts) -> Assessment? {
            let units = parts.units.units.map { $0.scored }
            let before = lastYear.map { last in
                LastYear(
                    pooling: last.figures.figures, metrics: last.figures.metrics,
                    predecessors: parts.units.codes.map { predecessors[$0] ?? nil })
            }
            // The units' levels were checked against the set, and there is a row of figures for each.
            guard let scores = try? criteria.score(parts.figures, units: units, lastYear: before) else { return nil }
            return Assessment(
                folder: folder, settings: settings, parts: parts, scores: scores, files: files,
                pointsFile: options.points, stageLocks: states)
        }
        if let size = settings.size, !criteria.metrics.contains(size.metric) {
            sink.report(
                AssessmentFinding.unknownMetric, at: size.place, [.found: .text(size.metric)],
                suggestion: Spelling.closest(to: size.metric, among: criteria.metrics))
        }
        let evidenceFiles = files.evidence.map { _ in EvidenceFiles(of: folder, limit: settings.evidenceLimit) }
        let parts = Parts(
            units: figures.units, figures: figures.figures, remarks: figures.remarks,
            given: given.scores.map({ $0.score }),
            opinions: given.opinions.map({ $0.opinion }), unitRemarks: readRemarks(files, units: figures.units),
            requests: readRequests(files, settings, criteria.set, units: figures.units),
            evidence: readEvidence(
                files, settings, evidenceFiles, criteria.set, units: figures.units, assignments),
            survey: survey, lists: lists, days: figures.days)
        guard let assessment = scored(parts) else { return nil }
        report(assessment.scores.issues, in: figures)
        RelationReview(
            scores: assessment.scores, figures: figures, lastYear: lastYear, predecessors: predecessors, sink: sink
        ).report()
        if let lastYear {
            report(assessment.scores.withoutBase, of: lastYear, predecessors, in: figures.units)
            lastYear.report(
                assessment.scores.withoutLastYear, in: criteria.set, of: figures.units, into: sink)
        }
        FigureReview(criteria: criteria.set, figures: figures, assignments: assignments, sink: sink).report()
        if let days = figures.days {
            DayReview(
                criteria: criteria.set, figures: figures, days: days, period: settings.period,
                maximumSpread: settings.maximumSpread, sink: sink
            ).report()
        }
        GivenReview(
            assessment: assessment, places: given.scores.map({ $0.place }),
            opinionPlaces: given.opinions.map { $0.place },
            sink: sink
        ).report()
        WindowReview(assessment: assessment, figures: figures, given: given, sink: sink).report()
        RequestReview(assessment: assessment, sink: sink).report()
        if let table = files.evidence, let evidenceFiles {
            EvidenceReview(assessment: assessment, files: evidenceFiles, sink: sink).report(table: table)
        }
        figures.units.spoilWhoStandsForOthers(into: sink)
        if sink.spoiltUnits.isEmpty { return options.keepGoing || !sink.containsError ? assessment : nil }
        let units = parts.units.units
        let sound = units.indices.filter { !sink.spoiltUnits.contains(units[$0].code) }
        return options.keepGoing && !sound.isEmpty ? scored(parts.narrowed(to: sound)) : nil
    }

    /// Holds the files against what they were when stages were locked.
    private func reviewLocks(
        _ files: AssessmentFiles, _ settings: AssessmentSettings, _ set: CriteriaSet, _ units: UnitList
    ) -> StageLocks? {
        if options.isWithoutLedger { return nil }
        let ledger = StageLedger(of: folder, isVietnamese: true, into: sink)
        return LockReview(
            folder: folder, places: options.criteriaPlaces, ledger: ledger, set: set, settings: settings, units: units,
            options: files.tables, sink: sink
        ).report()
    }

    // MARK: - Settings and criteria

    /// - Parameter isNamed: Whether it is another folder that names this one.
    func readSettings(of folder: String, isNamed: Bool = false) -> (AssessmentSettings, AssessmentFiles)? {
        do throws(FindingsError) {
            let document = try FolderBounds(folder).settings(isNamed: isNamed)
            return AssessmentSettings.read(document, folder: folder, options.criteriaPlaces, into: sink)
        } catch {
            // A file that exists but cannot be read has findings of its own.
            if error.findings.contains(where: { $0.code == FileFinding.notFound.rawValue }) {
                sink.report(AssessmentFinding.notAnAssessment, at: Location(file: folder), [.found: .text(folder)])
            }
            sink.add(error.findings)
            return nil
        }
    }

    /// Applies what the caller specifies about tables over what the settings say; for an unsupported separator, reports
    /// a finding and returns false. Last year's folder has settings of its own.
    private func applyOptions(to files: inout AssessmentFiles) -> Bool {
        var isKnown = true
        func named<Choice: RawRepresentable<String> & CaseIterable>(_ sign: Character, _ type: Choice.Type) -> Choice? {
            let choice = Choice(rawValue: String(sign))
            if choice == nil {
                isKnown = false
                sink.report(
                    TableFinding.unknownSeparator, at: Location(file: folder),
                    [.found: .text(String(sign)), .expected: .names(Choice.allCases.map { $0.rawValue })])
            }
            return choice
        }
        if let name = options.encoding {
            files.tables.charset = Charset(rawValue: name)
            if files.tables.charset == nil {
                isKnown = false
                sink.report(
                    TableFinding.unknownEncoding, at: Location(file: folder),
                    [.found: .text(name), .expected: .names(Charset.allCases.map { $0.rawValue })])
            }
        }
        if let digits = options.roundingDigits { files.tables.roundingDigits = digits }
        if let sign = options.delimiter { files.tables.delimiter = named(sign, TableDelimiter.self) }
        if let sign = options.decimalSeparator { files.tables.decimalSeparator = named(sign, DecimalSeparator.self) }
        return isKnown
    }

    private func readCriteria(_ files: AssessmentFiles, points: String?, year: Int) -> CompiledCriteria? {
        let path = files.criteria
        let settings = Location(file: folder + "/assessment.json")
        let set: CriteriaSet
        do throws(FindingsError) {
            set = try CriteriaSet.read(bounds.document(path, as: .criteria), points: points)
        } catch {
            for finding in error.findings {
                let isMissing = finding.code == FileFinding.notFound.rawValue && finding.location.file == path
                if isMissing, let name = files.criteriaName {
                    let places = options.criteriaPlaces.candidates(name, for: folder)
                    sink.report(
                        AssessmentFinding.noCriteriaNamed, at: settings,
                        [.found: .text(name), .expected: .names(places)])
                } else if isMissing {
                    sink.report(AssessmentFinding.noCriteriaFile, at: settings, [.found: .text(path)])
                } else {
                    sink.add([finding])
                }
            }
            return nil
        }
        sink.add(set.warnings)
        if let name = files.criteriaName, name != "\(set.set)/\(set.edition)" {
            // The name is what says which points a unit is judged by.
            sink.report(
                AssessmentFinding.otherCriteriaNamed, at: settings,
                [
                    .expected: .text(name), .found: .text("\(set.set)/\(set.edition)"),
                    .first: .location(Location(file: path)),
                ])
        }
        do throws(CompilationError) {
            return try CompiledCriteria(set, year: year)
        } catch {
            sink.report(
                AssessmentFinding.yearOutsideEdition, at: Location(file: folder + "/assessment.json"),
                [.found: .count(year), .expected: .range(set.years)])
            return nil
        }
    }

    /// Which days are worked: the folder's own table, and those of the years that are shipped, where working days are
    /// counted.
    private func readCalendar(of settings: AssessmentSettings, _ files: AssessmentFiles) -> WorkingCalendar {
        var entries = files.calendar.map { WorkingCalendar.read($0, options: files.tables, into: sink) } ?? []
        for file in options.criteriaPlaces.calendars(of: settings, files, for: folder) {
            // Those that the folder brings along are held against it; the others are installed, or stand beside it.
            if let finding = bounds.finding(file),
                file.hasPrefix(folder + "/criteria/") || finding.code != AssessmentFinding.outsideFolder.rawValue
            {
                sink.add([finding])
                continue
            }
            entries += WorkingCalendar.read(file, options: TableOptions(), into: sink)
        }
        return WorkingCalendar(entries)
    }

    /// What is assigned to each unit to which not everything is; the criteria score units accordingly.
    private func readAssignments(
        _ files: AssessmentFiles, _ groups: [Group], of criteria: inout CompiledCriteria, to units: UnitList
    ) -> [Int: UnitAssignment] {
        guard let path = files.assignments else { return [:] }
        let reader = AssignmentReader(criteria: criteria, units: units, groups: groups, sink: sink)
        let found = reader.read(path, options: files.tables)
        if found.isEmpty { return [:] }
        let byCode = Dictionary(
            found.map { (units.units[$0.key].code, $0.value) }, uniquingKeysWith: { first, _ in first })
        criteria = criteria.assigning(byCode, to: units.units.map { $0.scored })
        return found
    }

    /// Reports groups for which the criteria have a rule although the assessment does not have them.
    private func reportGroups(of set: CriteriaSet, among groups: [Group]) {
        let known = groups.map { $0.code }
        var seen = Set(known)
        for group in set.namedGroups where seen.insert(group).inserted {
            sink.report(
                AssessmentFinding.ruleForUnknownGroup, at: Location(file: folder + "/assessment.json"),
                [.found: .text(group), .expected: .names(known)],
                suggestion: Spelling.closest(to: group, among: known))
        }
    }

    // MARK: - Units and figures

    /// The criteria and units that figures are checked against, and the parsed tables of figures.
    private func readBasis(
        _ files: AssessmentFiles, year: Int, _ groups: [Group]
    ) -> (CompiledCriteria, FigureReader, [LoadedTable])? {
        // The tables of figures are large and can be parsed independently. Only the first of the two tasks reports.
        nonisolated(unsafe) let source = self
        let (basis, loaded) = Parallel.both {
            source.readUnits(files, points: source.options.points, year: year, groups)
        } _: {
            files.metrics.map { LoadedTable($0, headings: .figures, options: files.tables) }
        }
        // Without units every row of figures would be one of an unknown unit.
        guard let (criteria, units) = basis, !units.units.isEmpty else { return nil }
        let reader = FigureReader(
            metrics: criteria.set.metrics, units: units, years: AssessmentSettings.years(around: year),
            nodes: Set(criteria.set.criteria.map { $0.code }))
        return (criteria, reader, loaded)
    }

    func readUnits(
        _ files: AssessmentFiles, points: String?, year: Int, _ groups: [Group]
    ) -> (CompiledCriteria, UnitList)? {
        guard let criteria = readCriteria(files, points: points, year: year),
            var table = take(
                LoadedTable(files.units, headings: .units, options: files.tables))
        else { return nil }
        return (criteria, UnitList(reading: &table, levels: criteria.set.levels, groups: groups, into: sink))
    }

    private func take(_ loaded: LoadedTable) -> Table? {
        sink.add(loaded.findings)
        return loaded.table
    }

    /// Reads this year's figures and, beside them, last year's: neither needs the other.
    private func readFigures(
        _ files: AssessmentFiles, _ settings: AssessmentSettings, _ set: CriteriaSet, _ loaded: [LoadedTable],
        into figures: FigureReader
    ) -> (current: CurrentFigures, before: EarlierFigures) {
        // Each task has a reader with a sink of its own, and the second reports only there.
        nonisolated(unsafe) let current = (reader: self, figures: figures, set: set, settings: settings)
        nonisolated(unsafe) let earlier = AssessmentReader(folder: folder, options: options)
        return Parallel.both {
            var figures = current.figures
            let tables = current.reader.readTables(loaded, of: current.set, into: &figures)
            let lists = current.reader.readLists(
                files, current.reader.options.failedRows, criteria: current.set, into: &figures)
            let survey = current.reader.readSurvey(
                files, options: current.reader.options, criteria: current.set, into: &figures)
            current.reader.pool(&figures, by: current.set)
            let given = current.reader.readGivenScores(
                files, criteria: current.set, units: figures.units, stages: current.settings.stages,
                years: current.settings.years)
            return CurrentFigures(figures: figures, survey: survey, lists: lists, given: given, tables: tables)
        } _: {
            guard let folder = files.previous else { return EarlierFigures(sink: earlier.sink) }
            return earlier.readLastYear(folder, before: current.settings.period, current.set)
        }
    }

    /// Reads the parsed tables of figures, and returns what they are like.
    func readTables(
        _ loaded: [LoadedTable], of criteria: CriteriaSet, into reader: inout FigureReader
    ) -> [TableDescription] {
        for entry in loaded {
            guard var table = entry.table else {
                // Whose figures are missing is known once all others are there.
                reader.lacksTable = true
                for finding in entry.findings { sink.add(finding) }
                continue
            }
            sink.add(entry.findings)
            reader.read(&table, asOf: entry.asOf, into: sink)
        }
        reader.spoilStrays(levels: criteria.levelsOfMetrics, into: sink)
        reader.reportShares(into: sink)
        return reader.tables
    }

    func readLists(
        _ files: AssessmentFiles, _ failedRows: FailedRowsOption?, criteria: CriteriaSet,
        into figures: inout FigureReader
    ) -> AssessmentLists {
        ListReader(uses: files.lists, criteria: criteria, table: files.tables, sink: sink, failedRows: failedRows)
            .apply(to: &figures)
    }

    func readSurvey(
        _ files: AssessmentFiles, options: AssessmentOptions, criteria: CriteriaSet, into figures: inout FigureReader
    ) -> AssessmentSurvey? {
        guard var survey = files.survey else { return nil }
        if !options.tallies.isEmpty { (survey.answers, survey.tallies) = ([], options.tallies) }
        survey.domains = options.surveyDomains
        survey.faultFile = options.faultFile
        let reader = SurveyReader(
            files: survey, bounds: bounds, table: files.tables, sink: sink)
        guard var result = reader.read(units: figures.units, criteria: criteria) else { return nil }
        reader.apply(&result, criteria: criteria, to: &figures)
        return result
    }

    /// Puts figures together, and leaves out whoever lacks some because a table could not be read.
    func pool(_ figures: inout FigureReader, by criteria: CriteriaSet) {
        FigurePooling(criteria, into: sink).apply(to: &figures)
        figures.spoilIncomplete(levels: criteria.levelsOfMetrics, into: sink)
    }

    private func readGivenScores(
        _ files: AssessmentFiles, criteria: CriteriaSet, units: UnitList, stages: StageList, years: ClosedRange<Int>
    ) -> GivenRows {
        guard let path = files.scores,
            var table = take(
                LoadedTable(path, headings: .points, options: files.tables))
        else { return GivenRows() }
        return GivenRows.read(&table, criteria: criteria, units: units, stages: stages, years: years, into: sink)
    }
}

/// What the files of this year say about the units.
// Made by one task and read by another only when that has ended.
private struct CurrentFigures: @unchecked Sendable {
    let figures: FigureReader
    let survey: AssessmentSurvey?
    let lists: AssessmentLists
    let given: GivenRows
    let tables: [TableDescription]
}
