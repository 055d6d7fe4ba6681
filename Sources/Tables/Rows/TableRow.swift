package import Values

/// Codes of findings that rows of any table can have.
package protocol RowFinding: FindingCode {
    /// A required cell is blank. Details: `key` (its heading).
    static var blankCell: Self { get }
    /// A percent sign where none is allowed. Details: `found`.
    static var percentSign: Self { get }
}

/// What a cell says when only certain words are allowed.
package protocol CellWord {
    /// The words, for messages.
    static var words: [String] { get }
    /// The meaning of a word; nil if it is not one of them.
    init?(word: String)
}

/// The rows of a table, one after the other, read with the verbs of ``JSONObject``: each verb reports what is wrong,
/// and where.
///
///     let row = TableRow<AssessmentFinding>(table, into: sink)
///     while row.next() {
///         guard let name = row.requiredText(nameColumn) else { continue }
///         …
///     }
package final class TableRow<Code: RowFinding> {
    package let table: Table
    private let sink: FindingSink
    private let isStrict: Bool

    /// The row's position in the table.
    package private(set) var index = -1
    /// Whether errors of rows that name no unit concern nobody until the reader has found out whom.
    package var sparesOthers = false
    /// What the row is about; reset with each row.
    package var subject = RowSubject()
    /// Whether the row is not broken and nothing wrong has been found in it so far.
    package private(set) var isSound = true
    /// The columns whose cells were refused as texts: a verb may read a cell again.
    private var refused: Set<Int> = []

    /// Starts before the first row.
    /// - Parameter isStrict: Whether broken rows are read too, and the verbs report only the first error of a row, and
    ///   none of a broken one.
    package init(_ table: Table, into sink: FindingSink, isStrict: Bool = false) {
        self.table = table
        self.sink = sink
        self.isStrict = isStrict
    }

    /// Advances to the next usable row; false after the last one.
    package func next() -> Bool {
        repeat {
            if index + 1 >= table.rowCount { return false }
            move(to: index + 1)
        } while !isSound && !isStrict
        return true
    }

    package func move(to row: Int) {
        index = row
        subject = RowSubject()
        if !refused.isEmpty { refused = [] }
        isSound = !table.isBroken(row)
    }

    // MARK: - Cells

    /// The place of a cell or, with nil, of the row.
    package func location(_ column: Int?) -> Location { table.location(index, column) }

    /// Whether a cell is blank; a cell of a missing column is.
    package func isBlank(_ column: Int?) -> Bool { column.map { table.isBlank(index, $0) } ?? true }

    /// A text, or nil when blank. The error of a spreadsheet is no text and is reported.
    package func text(_ column: Int?) -> String? {
        guard let column else { return nil }
        let text = table.text(index, column)
        if !TextHistory.isSpreadsheetError(text) { return text.isEmpty ? nil : text }
        if isSound || !isStrict, refused.insert(column).inserted {
            isSound = false
            add(Finding(TableFinding.spreadsheetError, at: location(column), [.found: .text(text)]))
        }
        return nil
    }

    package func requiredText(_ column: Int) -> String? {
        if let text = text(column) { return text }
        guard isBlank(column) else { return nil }
        fail(.blankCell, at: column, [.key: .text(table.headings[column])])
        return nil
    }

    /// Whether none of some cells is blank; the first blank one is reported.
    package func requires(_ columns: [Int]) -> Bool {
        columns.first(where: isBlank).map { requiredText($0) != nil } ?? true
    }

    /// The texts of a list such as `xa-1, xa-2`; empty when blank.
    package func texts(_ column: Int?) -> [String] {
        guard let list = text(column) else { return [] }
        return list.split { $0 == "," || $0 == ";" }.map { $0.trimmed }.filter { !$0.isEmpty }
    }

    /// A number, or nil when blank; anything else is reported.
    /// - Parameter isPercent: Whether a percent sign may follow.
    package func decimal(_ column: Int?, isPercent: Bool = false) -> FixedDecimal? {
        column.flatMap { decimal(table.number(index, $0), $0, isPercent: isPercent) }
    }

    /// A required number.
    package func requiredDecimal(_ column: Int) -> FixedDecimal? {
        requires([column]) ? decimal(column) : nil
    }

    /// The number that a cell was read as.
    package func decimal(_ reading: NumberReading, _ column: Int, isPercent: Bool) -> FixedDecimal? {
        if case .number(let number, let hasSign) = reading {
            if !hasSign || isPercent { return number }
            fail(.percentSign, at: column, [.found: .text(table.text(index, column))])
        } else if let finding = table.finding(for: reading, index, column), isSound || !isStrict {
            isSound = false
            add(finding)
        }
        return nil
    }

    private func add(_ finding: Finding) {
        if subject.unit == nil, sparesOthers {
            sink.add(finding)
        } else {
            sink.add([finding], unit: subject.unit)
        }
    }

    /// A day such as `2024-06-30` or `30/6/2024`, or nil when blank.
    /// - Parameter years: The years that can be meant here, if not all are.
    package func day(_ column: Int?, in years: ClosedRange<Int>? = nil, orElse code: Code) -> CalendarDay? {
        guard let column, let word = text(column) else { return nil }
        guard let day = CalendarDay(word) else {
            fail(code, at: column, [.found: .text(word)])
            return nil
        }
        guard let years, !years.contains(day.year) else { return day }
        fail(code, at: column, [.found: .text(word), .expected: .range(years)])
        return nil
    }

    /// The meaning of one of certain words, or nil when blank; any other word is reported with a suggestion.
    package func choice<Choice: CellWord>(_ column: Int?, of type: Choice.Type, orElse code: Code) -> Choice? {
        guard let column, let word = text(column) else { return nil }
        if let choice = Choice(word: word) { return choice }
        fail(
            code, at: column, [.found: .text(word), .expected: .names(Choice.words)].with(TextHistory(of: word)),
            suggestion: Spelling.closest(to: TextHistory(of: word)?.original ?? word, among: Choice.words))
        return nil
    }

    /// The value known under a required code; an unknown code is reported with a suggestion.
    package func code<Value>(
        _ column: Int, among known: [String: Value], suggesting names: @autoclosure () -> [String], orElse code: Code
    ) -> Value? {
        guard let word = requiredText(column) else { return nil }
        if let value = known[word] { return value }
        failUnknown(word, at: column, among: names(), orElse: code)
        return nil
    }

    /// Reports a code that is not known, with what happened to it and which of the known ones may be meant.
    package func failUnknown(
        _ word: String, at column: Int, among names: @autoclosure () -> [String], orElse code: Code
    ) {
        fail(
            code, at: column, [.found: .text(word)].with(TextHistory(ofCode: word, among: names())),
            suggestion: TextHistory(ofCode: word, among: names())?.original
                ?? Spelling.closest(to: word, among: names()))
    }

    // MARK: - Findings

    /// Reports something about a cell or, with nil, the row.
    package func report(
        _ code: Code, at column: Int?, _ details: @autoclosure () -> FindingDetails = [:],
        suggestion: @autoclosure () -> String? = nil
    ) {
        if code.severity == .error { isSound = false }
        sink.report(
            code, at: location(column), unit: subject.unit, spoils: subject.unit != nil || !sparesOthers,
            subject.added(to: details()), suggestion: suggestion())
    }

    /// The same for the verbs: a strict row reports only its first error.
    package func fail(
        _ code: Code, at column: Int?, _ details: @autoclosure () -> FindingDetails = [:],
        suggestion: @autoclosure () -> String? = nil
    ) {
        if isSound || !isStrict { report(code, at: column, details(), suggestion: suggestion()) }
    }
}

/// What a row is about, as far as known: reported findings name it.
package struct RowSubject {
    package var unit: String?
    package var metric: String?
    package var criterion: String?
    package var action: String?
}

extension RowSubject {
    fileprivate func added(to details: FindingDetails) -> FindingDetails {
        var details = details
        for (key, name) in [(.metric, metric), (.criterion, criterion), (.action, action)] as [(FindingKey, String?)] {
            if let name, details[key] == nil { details[key] = .text(name) }
        }
        return details
    }
}

extension FindingDetails {
    /// The details, with what happened to the text that they are about.
    package func with(_ history: TextHistory?) -> FindingDetails {
        guard let history else { return self }
        var details = self
        details[.history] = history.detail
        return details
    }
}
