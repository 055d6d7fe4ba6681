import Scoring
import Tables
import Values

/// A table of figures.
struct FiguresFile {
    var path: String
    /// Up to which day its figures count, where it does not say so itself.
    var asOf: CalendarDay?
}

/// The files of an assessment, as paths that can be opened.
struct AssessmentFiles {
    var criteria: String
    /// The folder's own table of days; nil where there is none.
    var calendar: String?
    /// What is assigned to whom; nil where everything is to all.
    var assignments: String?
    /// What units are asked to explain; nil where nobody asks.
    var requests: String?
    /// The evidence register; nil where there is none.
    var evidence: String?
    /// The set and edition that the criteria are named by; nil where their file is.
    var criteriaName: String?
    var units: String
    var metrics: [FiguresFile]
    var scores: String?
    var actions: String?
    var remarks: String?
    var previous: String?
    var survey: SurveyFiles?
    /// The lists from which figures are counted.
    var lists: [ListUse] = []
    /// All files of lists, with their profiles, sound or not.
    var listFiles: [String] = []
    /// Those of them that are profiles.
    var profiles: Set<String> = []
    var tables: TableOptions

    /// All of them with what each is for: what a lock holds, and what no command writes over.
    var all: [(path: String, role: FolderFile.Role)] {
        var files: [(path: String, role: FolderFile.Role)] = []
        func add(_ path: String?, _ role: FolderFile.Role) { if let path { files.append((path, role)) } }
        add(criteria, .criteria)
        add(units, .units)
        for metrics in metrics { add(metrics.path, .figures) }
        for list in listFiles { add(list, .list) }
        if let survey {
            add(survey.questionnaire, .questionnaire)
            for answers in survey.answers + survey.tallies { add(answers, .answers) }
            add(survey.populations, .populations)
        }
        add(assignments, .assignments)
        add(scores, .points)
        add(actions, .actions)
        add(remarks, .remarks)
        add(calendar, .calendar)
        add(requests, .requests)
        add(evidence, .evidence)
        return files
    }
}

extension AssessmentSettings {
    /// The years in which the days of an assessment can be: a deadline in 2205 is a slip of the hand.
    package var years: ClosedRange<Int> { Self.years(around: year) }

    static func years(around year: Int) -> ClosedRange<Int> { year - 10...year + 10 }

    /// Reads `assessment.json`; nil when an essential part of it is missing or wrong.
    static func read(
        _ document: JSONDocument, folder: String, _ places: CriteriaPlaces, into sink: FindingSink
    ) -> (Self, AssessmentFiles)? {
        let reader = JSONReader(document)
        defer { sink.add(reader.findings) }
        guard let root = reader.root() else { return nil }
        _ = root.text("$schema")
        if root.required("format") != nil { _ = root.integer("format", in: 1...1) }
        let name = root.requiredLocalized("name")
        let period = readPeriod(of: root)
        let year = period?.year
        let (stages, windows) = readStages(of: root, in: year.map(years(around:)))
        let stage = root.required("stage").flatMap { _ in readStage(of: root, among: stages) }
        let isSynthetic = root.boolean("synthetic") ?? false
        let notice = root.localized("notice")
        let costUnit = root.localized("costUnit")
        let size = root.text("size").map {
            UnitSize(metric: $0, place: root.reader.document.location(of: root.offset(of: "size")))
        }
        let maximumSpread = root.integer("maximumSpread", in: 0...366)
        let alerts = AlertLimits.read(of: root)
        var largestFile: Int?
        if let evidence = root.object("evidence") {
            largestFile = evidence.integer("largestFile", in: 1...1024)
            evidence.finish()
        }
        let groups = readGroups(of: root)
        let dates = readDates(of: root, in: year.map(years(around:)))
        let forms = NameForms()
        let path = { (relative: String) in
            forms.existing(relative.hasPrefix("/") ? relative : folder + "/" + relative)
        }
        let criteria = root.requiredText("criteria")
        let previous = root.text("previous").map(path)
        var (unitsFile, scoresFile, actionsFile, remarksFile): (String?, String?, String?, String?)
        var metrics: [FiguresFile]?
        var survey: SurveyFiles?
        if let files = root.object("files") {
            unitsFile = files.text("units").map(path)
            if files.has("metrics") {
                metrics = readMetrics(of: files, in: year.map(years(around:))).map {
                    FiguresFile(path: path($0.path), asOf: $0.asOf)
                }
                if metrics?.isEmpty == true {
                    reader.report(JSONFinding.missingKey, at: files.offset(of: "metrics"), [.key: "metrics"])
                }
            }
            scoresFile = files.text("scores").map(path)
            actionsFile = files.text("actions").map(path)
            remarksFile = files.text("remarks").map(path)
            survey = readSurvey(of: files, path)
            files.finish()
        }
        var tables = TableOptions()
        if let dialect = root.object("tables") {
            tables.delimiter = dialect.choice("delimiter", of: TableDelimiter.self)
            tables.decimalSeparator = dialect.choice("decimalSeparator", of: DecimalSeparator.self)
            tables.charset = dialect.choice("encoding", of: Charset.self)
            tables.roundingDigits = dialect.integer("round", in: 0...6)
            dialect.finish()
        }
        let lists = period.map { ListUse.read(of: root, period: $0, path: path, FolderBounds(folder), into: sink) }
        let hasLists = root.has("lists")
        root.finish()
        guard let name, let period, let stage, let criteria else { return nil }
        var settings = AssessmentSettings(
            name: name, period: period, stage: stage, stages: stages, isSynthetic: isSynthetic, notice: notice,
            groups: groups,
            dates: dates)
        settings.windows = StageWindows(windows)
        settings.previous = previous
        settings.roundingDigits = tables.roundingDigits
        settings.costUnit = costUnit
        settings.size = size
        settings.maximumSpread = maximumSpread ?? settings.maximumSpread
        settings.alerts = alerts
        settings.evidenceLimit = largestFile.map { $0 << 20 } ?? settings.evidenceLimit
        func standardMetrics() -> [FiguresFile] {
            let found = standardTable("metrics", in: folder, into: sink)
            // Lists may be all that there is.
            return found == nil && hasLists ? [] : [FiguresFile(path: found ?? path("metrics.csv"))]
        }
        var files = AssessmentFiles(
            criteria: places.path(criteria, for: folder),
            criteriaName: CriteriaPlaces.isName(criteria) ? criteria : nil,
            units: unitsFile ?? standardTable("units", in: folder, into: sink) ?? path("units.csv"),
            metrics: metrics ?? standardMetrics(),
            // These are read if the folder contains them.
            scores: scoresFile ?? standardTable("scores", in: folder, into: sink),
            actions: actionsFile ?? standardTable("actions", in: folder, into: sink),
            remarks: remarksFile ?? standardTable("remarks", in: folder, into: sink), previous: previous,
            survey: survey, lists: lists?.uses ?? [],
            listFiles: lists?.files ?? [], profiles: lists?.profiles ?? [], tables: tables)
        files.calendar = standardTable("calendar", in: folder, into: sink)
        files.assignments = standardTable("assignments", in: folder, into: sink)
        files.requests = standardTable("requests", in: folder, into: sink)
        files.evidence = standardTable("evidence", in: folder, into: sink)
        let outside = FolderBounds(folder).findings(files)
        sink.add(outside)
        return outside.isEmpty ? (settings, files) : nil
    }

    /// The table of a default name that the folder contains, as text or as a workbook; nil without one. Where there are
    /// several, it is said which of them counts.
    private static func standardTable(_ name: String, in folder: String, into sink: FindingSink) -> String? {
        let files = TablePath.candidates(name, in: folder).filter(FileInput.exists)
        guard let file = files.first else { return nil }
        for other in files.dropFirst() {
            sink.report(AssessmentFinding.tableTwice, at: Location(file: other), [.found: .text(file)])
        }
        return file
    }

    /// The tables of figures: each a path, or an object with the day up to which its figures count.
    private static func readMetrics(of files: JSONObject, in years: ClosedRange<Int>?) -> [FiguresFile] {
        files.array("metrics").compactMap { node -> FiguresFile? in
            if case .text(let path) = node.content { return FiguresFile(path: path) }
            guard let entry = files.reader.object(node, named: "metrics") else { return nil }
            defer { entry.finish() }
            let (file, day) = (entry.requiredText("file"), entry.day("asOf", in: years))
            return file.map { FiguresFile(path: $0, asOf: day) }
        }
    }

    /// The period: that of `period`, otherwise the whole of `year`; where both are stated, they agree.
    private static func readPeriod(of root: JSONObject) -> Period? {
        let year =
            root.has("year") || !root.has("period")
            ? root.required("year").flatMap { _ in root.integer("year", in: 1900...2200) } : nil
        guard root.has("period") else { return year.map { Period(year: $0) } }
        var period: Period?
        if case .text(let text)? = root.node("period")?.content {
            period = Period(text)
            if period == nil {
                root.reader.report(AssessmentFinding.badPeriod, at: root.offset(of: "period"), [.found: .text(text)])
            }
        } else if let days = root.object("period") {
            let first = days.required("from") == nil ? nil : days.day("from")
            let last = days.required("to") == nil ? nil : days.day("to")
            days.finish()
            if let first, let last {
                period = Period(from: first, to: last)
                if period == nil {
                    root.reader.report(
                        AssessmentFinding.badPeriod, at: root.offset(of: "period"),
                        [.found: .text("\(first) – \(last)")])
                }
            }
        }
        if let period, let year, year != period.year {
            root.reader.report(
                AssessmentFinding.yearOutsidePeriod, at: root.offset(of: "year"),
                [.found: .count(year), .expected: .count(period.year)])
            return nil
        }
        return period
    }

    /// The files of the survey; without answers and tallies the survey is awaited.
    private static func readSurvey(of files: JSONObject, _ path: (String) -> String) -> SurveyFiles? {
        guard let survey = files.object("survey") else { return nil }
        defer { survey.finish() }
        let questionnaire = survey.requiredText("questionnaire")
        let answers = survey.texts("answers")
        let tallies = survey.texts("tallies")
        let populations = survey.text("populations")
        return questionnaire.map {
            SurveyFiles(
                questionnaire: path($0), answers: answers.map(path), tallies: tallies.map(path),
                populations: populations.map(path))
        }
    }

    private static func readDates(of root: JSONObject, in years: ClosedRange<Int>?) -> [PlannedDate] {
        root.objects("dates").compactMap { entry in
            defer { entry.finish() }
            let name = entry.requiredLocalized("name")
            let due = entry.required("due") == nil ? nil : entry.day("due", in: years)
            let (lead, done, source) = (entry.text("lead"), entry.day("done", in: years), entry.text("source"))
            guard let name, let due else { return nil }
            return PlannedDate(name: name, due: due, lead: lead, done: done, source: source)
        }
    }

    /// The most stages: each is held against all others.
    private static let mostStages = 50

    /// The stages in the order of the file, with the windows of each; the usual ones where there is no list.
    private static func readStages(
        of root: JSONObject, in years: ClosedRange<Int>?
    ) -> (StageList, [String: [WindowRule]]) {
        guard root.has("stages") else { return (StageList(), [:]) }
        var stages: [Stage] = []
        var windows: [String: [WindowRule]] = [:]
        let entries = root.objects("stages")
        guard entries.count <= mostStages else {
            root.reader.report(
                JSONFinding.tooMany, at: root.offset(of: "stages"),
                [.key: "stages", .found: .count(entries.count), .expected: .count(mostStages)])
            return (StageList(), [:])
        }
        for entry in entries {
            let code = entry.requiredText("code")
            // The usual stages have names.
            let usual = entry.has("name") ? nil : Stage.usual.first { $0.code == code }?.name
            let name = usual ?? entry.requiredLocalized("name")
            let closing = stages.map { $0.code }.filter {
                windows[$0]?.contains { $0.isGeneral && $0.closes != nil } ?? false
            }
            let rules = StageWindows.rules(of: entry, in: years, closing: closing)
            entry.finish()
            guard let code, let name else { continue }
            if code == Stage.computed.code {
                root.reader.report(AssessmentFinding.reservedStage, at: entry.offset(of: "code"), [.found: .text(code)])
            } else if stages.contains(where: { $0.code == code }) {
                root.reader.report(CriteriaFinding.duplicateCode, at: entry.offset(of: "code"), [.code: .text(code)])
            } else {
                let stage = Stage(code: code, name: name)
                if let (word, other) = StageWords.shared(by: stage, with: stages) {
                    root.reader.report(
                        AssessmentFinding.ambiguousStage, at: entry.offset(of: "code"),
                        [.found: .text(word), .code: .text(code), .other: .text(other.code)])
                }
                stages.append(stage)
                windows[code] = rules.isEmpty ? nil : rules
            }
        }
        return (StageList(stages), windows)
    }

    /// The stage whose points are shown: one of the list, or the computed points.
    private static func readStage(of root: JSONObject, among stages: StageList) -> Stage? {
        guard let code = root.text("stage") else { return nil }
        if let stage = stages[code] { return stage }
        root.unknown(code, among: stages.all.map { $0.code }, key: "stage", at: root.offset(of: "stage"))
        return nil
    }

    private static func readGroups(of root: JSONObject) -> [Group] {
        var groups: [Group] = []
        var codes: Set<String> = []
        for entry in root.objects("groups") {
            let name = entry.requiredLocalized("name")
            let code = entry.requiredText("code")
            entry.finish()
            guard let code, let name else { continue }
            if !codes.insert(code).inserted {
                root.reader.report(CriteriaFinding.duplicateCode, at: entry.offset(of: "code"), [.code: .text(code)])
            }
            groups.append(Group(code: code, name: name))
        }
        return groups
    }
}
