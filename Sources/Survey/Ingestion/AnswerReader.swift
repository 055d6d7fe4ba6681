public import Tables
public import Values

/// Reads respondents' files into a tally: each row is read once and only sums are kept.
public struct AnswerReader {
    /// The questionnaire.
    public let questionnaire: Questionnaire
    /// How answers are read.
    public var options: AnswerOptions

    /// Makes a reader.
    public init(_ questionnaire: Questionnaire, options: AnswerOptions = AnswerOptions()) {
        self.questionnaire = questionnaire
        self.options = options
    }

    /// Reads files, one after the other; `-` is standard input.
    ///
    /// The delimiter and the decimal separator of weights are detected from the first 256 kB of a file. What
    /// contradicts them later is an error; when no decimal separator is detected, a weight such as 1.234 is ambiguous
    /// and its row is left out, unless ``AnswerOptions/table`` specifies the separator.
    ///
    /// Complexity: O(bytes) time; memory for the cells of the tally and some blocks of 256 kB, whatever the size of the
    /// files.
    public func read(_ files: [String]) -> AnswerReading {
        var options = options
        options.domains = questionnaire.cellDomains(options.domains)
        var reading = Reading(questionnaire: questionnaire, options: options, files: files)
        if let path = options.faultFile {
            do throws(FindingsError) {
                guard !files.contains(where: { FileInput.areSame($0, path) }) else {
                    let finding = Finding(SurveyFinding.faultsOverInput, at: Location(file: path))
                    return AnswerReading(tally: nil, findings: [finding], files: [])
                }
                reading.faultFile = try FaultFile(path: path, style: options.faultStyle)
            } catch {
                return AnswerReading(tally: nil, findings: error.findings, files: [])
            }
        }
        let same = options.judgesWhole ? SameFiles.findings(files) : []
        if !same.isEmpty { return AnswerReading(tally: nil, findings: same, files: []) }
        if let work = questionnaire.fieldWork, !(options.dropping ?? work.drop).isEmpty {
            do throws(FindingsError) {
                try reading.drop(FieldReview(files, questionnaire, work, options: options))
            } catch {
                return AnswerReading(tally: nil, findings: error.findings, files: [])
            }
        }
        WorkProgress.during(.bytes, of: FileStatus.size(of: files)) {
            for file in files { reading.read(file) }
        }
        return reading.finished()
    }
}

/// The work of reading.
private struct Reading {
    let questionnaire: Questionnaire
    let options: AnswerOptions
    var faultFile: FaultFile?
    private let codes: QuestionCodes
    private var findings: [Finding] = []
    private var summaries: [AnswerFile] = []
    private var tally: SurveyTally
    /// Reads all small files, on one thread.
    private var single: AnswerWorker?
    /// The forms of the files read so far.
    private let register: RowRegister
    /// Whether forms are compared by their cells.
    private let comparesCells: Bool
    private var repeats: [RepeatReview] = []
    private var isTooLarge = false
    /// The number of cells when they took more memory than allowed.
    private var tooManyCells: Int?
    /// The rows that are dropped, by file, and the rules that they break.
    private var dropped: [String: Set<Int>] = [:]
    private var rules: [FieldRule] = []

    init(questionnaire: Questionnaire, options: AnswerOptions, files: [String]) {
        self.questionnaire = questionnaire
        self.options = options
        // Within one file, and in files of one form, the same forms have the same bytes, which are compared faster. Where
        // forms have numbers, these may differ in form.
        comparesCells = files.count > 1 && (questionnaire.columns.id != nil || !SameFiles.haveSameHeading(files))
        codes = QuestionCodes(questionnaire)
        tally = SurveyTally(questionnaire, domains: options.domains)
        register = RowRegister(hasNumbers: questionnaire.columns.id != nil)
    }

    /// Drops the forms that break the rules of the questionnaire, or of the options.
    mutating func drop(_ review: FieldReview) {
        rules = options.dropping ?? questionnaire.fieldWork?.drop ?? []
        dropped = review.rows(breaking: rules)
        findings += review.findings
    }

    mutating func read(_ file: String) {
        // Faults are written in row order; rows that are dropped are known by their numbers.
        let threads = faultFile == nil && dropped[file] == nil ? options.threads : 1
        // A block ended inside quotes: only one thread can follow the rows.
        if !read(file, threads: threads) { _ = read(file, threads: 1) }
    }

    /// False when several threads lost track of the rows; nothing of the file counts then.
    private mutating func read(_ file: String, threads: Int) -> Bool {
        let opened: OpenedAnswers
        do {
            opened = try OpenedAnswers(
                file: file, questionnaire: questionnaire, codes: codes, options: options,
                dropped: dropped[file] ?? [])
        } catch {
            findings += error.findings
            return true
        }
        guard let layout = opened.layout, let keyColumns = opened.keyColumns else {
            findings += opened.findings
            return true
        }
        var team: [AnswerWorker] = []
        if opened.isLarge, threads > 1 {
            team = (0..<threads).map { _ in worker(layout, keyColumns) }
        } else {
            let worker = single ?? worker(layout, keyColumns)
            single = worker
            team = [worker]
        }
        faultFile?.begin(file: file, headings: layout.headings, firstRow: opened.headingRow + 1)
        for worker in team {
            worker.begin(
                layout, keyColumns: keyColumns, faults: FaultLog(limit: options.findingLimit, file: faultFile),
                register: options.judgesWhole ? register : nil, comparesCells: comparesCells,
                headingRow: opened.headingRow)
        }
        let outcome = BlockTeam(opened.blocks, team).work()
        if outcome == .lostRows { return false }
        if team.count > 1 { isTooLarge = !tally.add(team) || isTooLarge }
        if outcome == .full {
            tooManyCells = max(tally.cells.count, team.reduce(0) { $0 + $1.store.count })
        }
        limitCells()

        let review = FileReview(opened: opened, file: file, layout: layout, workers: team)
        findings += opened.findings
        for worker in team { tally.unusable.add(worker.unusable) }
        if case .failed(let error) = outcome {
            for var finding in error.findings {
                finding.location.line = review.nextRow
                finding.location.isTable = true
                findings.append(finding)
            }
        }
        findings += review.findings(
            limit: max(0, options.findingLimit), expected: expectedAnswers, rules: rules, isWhole: outcome == .done)
        repeats.append(RepeatReview(review, team.map({ $0.marks }), register, position: repeats.count))
        summaries.append(review.summary)
        return true
    }

    /// The result of reading.
    mutating func finished() -> AnswerReading {
        if let single {
            isTooLarge = !tally.add([single]) || isTooLarge
            limitCells()
        }
        if options.judgesWhole {
            findings += tally.unusableForms(
                units: options.units, file: summaries.first?.file ?? "", isScored: options.isScored)
        }
        for review in repeats { findings += review.findings(among: repeats, formsUsed: tally.rowCount) }
        let location = Location(file: summaries.first?.file ?? "")
        if isTooLarge { findings.append(Finding(SurveyFinding.tooLarge, at: location)) }
        if let tooManyCells {
            findings.append(
                Finding(
                    SurveyFinding.tooManyGroups, at: location,
                    [.count: .count(tooManyCells), .expected: .count(options.memoryLimit >> 20)]))
        }
        do throws(FindingsError) {
            try faultFile?.finish()
        } catch {
            findings += error.findings
        }
        tally.rowsLeftOut = summaries.reduce(0) { $0 + $1.rowsLeftOut }
        let hasTally = !summaries.isEmpty && !isTooLarge && tooManyCells == nil
        return AnswerReading(tally: hasTally ? tally : nil, findings: findings, files: summaries)
    }

    private mutating func limitCells() {
        if tally.memory > options.memoryLimit { tooManyCells = tally.cells.count }
    }

    private func worker(_ layout: RowLayout, _ keyColumns: KeyColumns) -> AnswerWorker {
        AnswerWorker(
            codes: codes, keyColumns: keyColumns, layout: layout, tallyLayout: tally.layout,
            isScored: options.isScored, memoryLimit: options.memoryLimit)
    }

    /// The answers on the scale, for findings.
    private var expectedAnswers: [String] {
        questionnaire.scale.levels.map { $0.code } + questionnaire.scale.noAnswer
    }
}

/// What a caller can specify about reading answers.
public struct AnswerOptions: Sendable {
    /// Threads used for a large file.
    public var threads = Parallel.processors
    /// Findings kept per file; the rest are counted.
    public var findingLimit = 100
    /// How the table is written, where that is not to be detected.
    public var table = TableOptions()
    /// The maximum size of all cells of the tally in bytes.
    public var memoryLimit = 1 << 30
    /// A CSV file of all faults, including those that are not listed: file, row, column, heading, kind (the code of the
    /// finding), found. Writing it limits reading to one thread, and it takes its name at the end.
    public var faultFile: String?
    /// How that file is written.
    package var faultStyle = CSVWriter.Style()
    /// Whether what concerns all forms together is checked: what is given twice, and how many cannot be used.
    package var judgesWhole = true
    /// The rules of field work by which forms are dropped; nil for those that the questionnaire names.
    package var dropping: [FieldRule]?
    /// Whether the indices are figures of criteria. Where nobody's points depend on them, answers that cannot be used are
    /// named and counted but no errors, errors of spreadsheets among them.
    package var isScored = true
    /// Columns by which results are broken down: codes of the questionnaire's domains.
    public var domains: [String] = []
    /// The known units; nil accepts any.
    public var units: UnitNames?
    /// The unit of files that have no unit column.
    public var onlyUnit = ""

    /// The default options.
    public init() {}
}

/// The result of reading.
public struct AnswerReading: Sendable {
    /// The sums; nil when no file could be read at all, and when a sum, or the number of sums, exceeded its limit.
    public let tally: SurveyTally?
    /// All findings.
    public let findings: [Finding]
    /// What was read of each file.
    public let files: [AnswerFile]
}

/// What was read of one file.
public struct AnswerFile: Hashable, Sendable {
    /// The path as specified.
    public let file: String
    /// Rows after the heading, including blank ones.
    public let rows: Int
    /// Rows that were left out.
    public let rowsLeftOut: Int
    /// Rows of forms that stand in an earlier file: they count there.
    public let rowsRepeated: Int
    /// Answers that are not on the scale.
    public let unknownAnswers: Int
    /// Rows of forms that are not finished: they do not count.
    public let rowsUnfinished: Int
    /// Headings that nobody asked for.
    public let unusedColumns: [String]
}
