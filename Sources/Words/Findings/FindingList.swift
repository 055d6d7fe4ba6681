// swift-format-ignore-file
internal import Annexes
package import Assessment
public import Documents
internal import Scoring
internal import Survey
internal import Tables
public import Values
internal import Workbooks

/// Findings as a text or as JSON, with their count.
public struct FindingList: Sendable {
    /// The findings, in the order in which they were found.
    public let findings: [Finding]
    private let errors: Int
    private let warnings: Int
    /// Whether a file was not read to its end, so that there may be more.
    private let isAtLeast: Bool

    /// Takes findings; without warnings, these are only counted.
    public init(_ findings: [Finding], withWarnings: Bool = true) {
        self.findings = withWarnings ? findings : findings.filter { $0.severity == .error }
        errors = findings.count(of: .error)
        warnings = findings.count(of: .warning)
        let limits = [SurveyFinding.tooManyGroups.rawValue, FileFinding.rowTooLong.rawValue]
        isAtLeast = findings.contains { limits.contains($0.code) }
    }

    /// One line per finding, errors first; where a width is given, in lines of so many cells.
    public func text(in language: Language, style: TerminalStyle, width: Int? = nil) -> String {
        let ordered = findings.filter { $0.severity == .error } + findings.filter { $0.severity == .warning }
        return ordered.map { $0.text(in: language, style: style, width: width) }.joined(separator: "\n")
    }

    /// `3 lỗi, 1 cảnh báo.`, with those that are not listed.
    public var count: Phrase {
        if errors + warnings == 0 { return Phrase("Không có lỗi.", "No errors.") }
        let count = Phrase("\(errors) lỗi, \(warnings) cảnh báo.",
                           "\(errors, "error", "errors"), \(warnings, "warning", "warnings").")
        return isAtLeast ? Phrase("Ít nhất \(count)", "At least \(count)") : count
    }

    /// The findings as JSON, with their words in a language; of an assessment that is scored, also in how many lines one
    /// case moves much.
    public func json(in language: Language, heavyCases: Int? = nil, by maker: RecordMaker? = nil) -> String {
        RecordWriter.json(in: language) { record in
            record.head("check/1", by: maker)
            record.values(["errors": .count(errors), "warnings": .count(warnings)])
            if let heavyCases { record.value("heavyCases", .count(heavyCases)) }
            if isAtLeast { record.value("atLeast", .flag(true)) }
            record.list("findings", findings) { finding in
                let location = finding.location
                return [
                    "severity": .text(finding.severity.rawValue), "code": .text(finding.code), "file": .text(location.file),
                    "sheet": location.sheet.map { .text($0) } ?? .absent,
                    "table": location.table.map { .count($0) } ?? .absent,
                    location.isTable ? "row" : "line": .count(location.line), "column": .count(location.column),
                    "unlisted": finding.unlisted.map { .count($0) } ?? .absent,
                    "message": .phrase(finding.words),
                ]
            }
        }
    }
}

extension Finding {
    /// What is wrong and what to do, with the row and column of a table and what may have been meant.
    public var words: Phrase {
        let sentence = catalogued.map { [details] in Phrase("\($0.vi.phrase(details))", "\($0.en.phrase(details))") }
        let meant = details[.suggestion].map { Phrase(" \(Phrase.suggestion($0.words(joined: ", ").line(cutAt: 300)))") }
        let cell = location.cell.map { Phrase("\($0): ") }
        return Phrase("\(cell)\(sentence ?? Phrase(verbatim: code))\(history)\(meant)")
    }

    /// What happened to the text that the finding is about.
    private var history: Phrase? {
        guard let value = details[.history] else { return nil }
        let words = value.words(joined: ", ")
        guard case .names = value else { return Phrase(" \(words)") }
        return Phrase(" Ô có ký tự không nhìn thấy: \(words).", " The cell holds signs that nobody sees: \(words).")
    }

    /// The finding as one line: `units.csv:5:3: error: Row 5, column 3 (C): …`.
    public var line: Phrase { Phrase("\(location.words): \(severity.words): \(words)") }

    /// The code's first part says in which catalogue it stands.
    private var catalogued: FindingWords? {
        switch code.prefix(while: { $0 != "." }) {
        case "file": FileFinding(rawValue: code)?.words
        case "workbook": WorkbookFinding(rawValue: code)?.words
        case "form": FormFinding(rawValue: code)?.words
        case "ledger": LedgerFinding(rawValue: code)?.words
        case "table": TableFinding(rawValue: code)?.words
        case "json": JSONFinding(rawValue: code)?.words
        case "criteria": CriteriaFinding(rawValue: code)?.words
        case "assessment": AssessmentFinding(rawValue: code)?.words
        case "annex": AnnexFinding(rawValue: code)?.words
        case "list": ListFinding(rawValue: code)?.words
        case "action": ActionFinding(rawValue: code)?.words
        case "survey": SurveyFinding(rawValue: code)?.words
        case "questionnaire": QuestionnaireFinding(rawValue: code)?.words
        case "draft": DraftFinding(rawValue: code)?.words
        case "scenario": ScenarioFinding(rawValue: code)?.words
        case "volume": VolumeFinding(rawValue: code)?.words
        case "flow": FlowFinding(rawValue: code)?.words
        case "request": RequestFinding(rawValue: code)?.words
        case "evidence": EvidenceFinding(rawValue: code)?.words
        default: nil
        }
    }
}

extension Finding: CustomStringConvertible {
    /// The finding as one line of English.
    public var description: String { line.text(.en) }
}

extension Finding.Severity {
    package var words: Phrase { self == .error ? Phrase("lỗi", "error") : Phrase("cảnh báo", "warning") }
}

extension Location {
    /// The place, without characters that could drive a terminal.
    package var words: Phrase { Phrase(verbatim: description).line() }

    /// The row and column of a table, as spreadsheets name them.
    fileprivate var cell: Phrase? {
        if let sheet {
            let sheet = Phrase(verbatim: sheet).line().quoted
            guard let line else { return Phrase("Trang tính \(sheet)", "Sheet \(sheet)") }
            guard let column else { return Phrase("Trang tính \(sheet), hàng \(line)", "Sheet \(sheet), row \(line)") }
            let address = CellAddress(row: line, column: column).text
            return Phrase("Trang tính \(sheet), ô \(address)", "Sheet \(sheet), cell \(address)")
        }
        guard isTable, let row = line else { return nil }
        if let table {
            guard let column else { return Phrase("Bảng \(table), hàng \(row)", "Table \(table), row \(row)") }
            return Phrase("Bảng \(table), hàng \(row), cột \(column)", "Table \(table), row \(row), column \(column)")
        }
        guard let column else { return Phrase("Hàng \(row)", "Row \(row)") }
        let letters = Self.letters(ofColumn: column)
        return Phrase("Hàng \(row), cột \(column) (\(letters))", "Row \(row), column \(column) (\(letters))")
    }

    /// A column as spreadsheets name it: 1 is A, 27 is AA.
    private static func letters(ofColumn column: Int) -> String {
        column <= 0 ? "" : letters(ofColumn: (column - 1) / 26) + String(UnicodeScalar(UInt8(65 + (column - 1) % 26)))
    }
}

extension Phrase {
    package static func suggestion(_ text: Phrase) -> Phrase { Phrase("Có phải là «\(text)»?", "Did you mean “\(text)”?") }
}

extension TableDescription {
    /// How the table was read: `metrics.csv: 300 hàng; dấu phân cách «;»; dấu thập phân «,» (thấy ở …)`.
    package var phrase: Phrase {
        let shape = isWide
            ? Phrase("mỗi hàng một đơn vị, mỗi cột một số liệu", "a row a unit, a column a metric")
            : Phrase("mỗi hàng một số liệu", "a row a figure")
        let sign = delimiter == "\t" ? Phrase(verbatim: "tab") : Phrase(verbatim: delimiter).quoted
        let decimals = decimalSeparator.map { sign in Phrase("dấu thập phân «\(sign)»", "decimal sign “\(sign)”") }
            ?? Phrase("không có số thập phân", "no decimals")
        let why: Phrase? = switch evidence {
        case nil: nil
        case "forced": Phrase(" (theo khai báo)", " (as stated)")
        case let location?: Phrase(" (thấy ở \(location))", " (seen at \(location))")
        }
        if let sheet {
            let name = Phrase(verbatim: sheet).quoted
            return Phrase("\(file): trang tính \(name), \(rowCount) hàng; \(shape); \(decimals)\(why)",
                          "\(file): sheet \(name), \(rowCount) rows; \(shape); \(decimals)\(why)").line()
        }
        return Phrase("\(file): \(rowCount) hàng; \(shape); dấu phân cách \(sign); \(decimals)\(why)",
                      "\(file): \(rowCount) rows; \(shape); cells divided by \(sign); \(decimals)\(why)").line()
    }
}
