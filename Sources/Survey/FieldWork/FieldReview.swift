internal import Tables
internal import Values

/// Holds every form against the rules of field work.
struct FieldReview {
    /// A form, and which rules it breaks.
    struct Form {
        let file: String
        /// Its row, as a spreadsheet counts.
        let row: Int
        let unit: String
        let interviewer: String
        let device: String
        /// When it was begun, or ended where that is all that is known.
        let moment: FormMoment?
        var broken: Set<FieldRule> = []
    }

    private(set) var forms: [Form] = []
    private(set) var findings: [Finding] = []
    private let work: FieldWork

    /// - Throws: `FindingsError` when a file cannot be read, or has not the columns.
    init(
        _ files: [String], _ questionnaire: Questionnaire, _ work: FieldWork, options: AnswerOptions
    ) throws(FindingsError) {
        self.work = work
        for file in files { try read(file, questionnaire, options) }
        markBursts()
    }

    /// The numbers of the rows that break one of some rules, by file.
    func rows(breaking rules: [FieldRule]) -> [String: Set<Int>] {
        forms.reduce(into: [:]) { rows, form in
            if !form.broken.isDisjoint(with: rules) { rows[form.file, default: []].insert(form.row) }
        }
    }

    // MARK: - Reading

    private mutating func read(
        _ file: String, _ questionnaire: Questionnaire, _ options: AnswerOptions
    ) throws(FindingsError) {
        var tableOptions = options.table
        tableOptions.headings = OpenedAnswers.headings(of: questionnaire)
        var table = try Table(contentsOf: file, options: tableOptions)
        func column(_ names: [String]?) -> Int? { names.flatMap { table.requiredColumn($0) } }
        let (unit, interviewer) = (column(questionnaire.columns.unit), column(work.interviewer))
        let (start, end, minutes) = (column(work.start), column(work.end), column(work.minutes))
        let device = column(work.device)
        let finished = questionnaire.columns.finished.compactMap { condition in
            column(condition.columns).map { CompiledCondition(condition, field: $0) }
        }
        let blocks = questionnaire.blocks.map { block in
            block.factors.flatMap { $0.questions }.compactMap { column($0.columns) }
        }
        if table.findings.contains(where: { $0.severity == .error }) { throw FindingsError(table.findings) }
        let rows = table.usableRows
        let times = [start, end].compactMap { $0 }
        let monthFirst = times.contains { place in
            FormMoment.haveMonthFirst(rows.lazy.map { table.text($0, place) }.filter { !$0.isEmpty })
        }
        var unreadable: (first: Finding?, count: Int) = (nil, 0)
        func moment(_ row: Int, _ place: Int?) -> FormMoment? {
            guard let place else { return nil }
            let text = table.text(row, place)
            if text.isEmpty { return nil }
            if let moment = FormMoment(text, monthFirst: monthFirst) { return moment }
            unreadable.count += 1
            if unreadable.first == nil {
                unreadable.first = Finding(
                    SurveyFinding.badMoment, at: table.location(row, place), [.found: .text(Excerpt.of(text))])
            }
            return nil
        }
        for row in rows {
            guard finished.allSatisfy({ $0.holds(for: table.text(row, $0.field)) }) else { continue }
            let (begun, ended) = (moment(row, start), moment(row, end))
            let name = unit.map { table.text(row, $0) } ?? options.onlyUnit
            var form = Form(
                file: file, row: table.rowNumber(row), unit: options.units?.code(of: name) ?? name,
                interviewer: interviewer.map { table.text(row, $0) } ?? "",
                device: device.map { table.text(row, $0) } ?? "", moment: begun ?? ended)
            if isTooFast(minutes.map { table.text(row, $0) }, begun, ended) { form.broken.insert(.tooFast) }
            if isOutside(begun ?? ended) { form.broken.insert(.outsidePeriod) }
            if let least = work.sameAnswers, blocks.contains(where: { isOneAnswer(table, row, $0, least) }) {
                form.broken.insert(.sameAnswers)
            }
            forms.append(form)
        }
        if var finding = unreadable.first {
            finding.details[.count] = .count(unreadable.count)
            findings.append(finding)
        }
    }

    // MARK: - Rules

    private func isTooFast(_ minutes: String?, _ begun: FormMoment?, _ ended: FormMoment?) -> Bool {
        guard let least = work.leastMinutes else { return false }
        if let minutes {
            let separator: DecimalSeparator = minutes.contains(",") ? .comma : .point
            guard case .number(let taken, isPercent: false) = NumberReader(decimalSeparator: separator).read(minutes)
            else { return false }
            return taken < least
        }
        guard let begun, let ended, ended >= begun else { return false }
        return Int128(ended.seconds - begun.seconds) * Int128(FixedDecimal.scale) < Int128(least.mantissa) * 60
    }

    private func isOutside(_ moment: FormMoment?) -> Bool {
        guard let moment else { return false }
        return work.from.map { moment.day < $0 } ?? false || work.to.map { $0 < moment.day } ?? false
    }

    /// Whether all answers to a block are one and the same, as they stand in the file.
    private func isOneAnswer(_ table: Table, _ row: Int, _ columns: [Int], _ least: Int) -> Bool {
        let answers = columns.map { table.text(row, $0) }.filter { !$0.isEmpty }
        return answers.count >= least && Set(answers).count == 1
    }

    /// Marks the forms of one device that come so close upon each other.
    private mutating func markBursts() {
        guard let burst = work.burst else { return }
        let timed = forms.indices.filter { !forms[$0].device.isEmpty && forms[$0].moment != nil }
        let devices = Dictionary(grouping: timed) { forms[$0].device }
        for own in devices.values where own.count >= burst.forms {
            let ordered = own.sorted { (forms[$0].moment?.seconds ?? 0, $0) < (forms[$1].moment?.seconds ?? 0, $1) }
            for last in burst.forms - 1..<ordered.count {
                let first = last - burst.forms + 1
                guard let from = forms[ordered[first]].moment, let to = forms[ordered[last]].moment,
                    to.seconds - from.seconds <= burst.minutes * 60
                else { continue }
                for place in first...last { forms[ordered[place]].broken.insert(.burst) }
            }
        }
    }
}
