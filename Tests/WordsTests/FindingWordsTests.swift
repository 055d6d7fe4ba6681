import Annexes
import Assessment
import Documents
import Scoring
import Survey
import Tables
import TestSupport
import Testing
import Values
import Workbooks

@testable import Words

/// The texts that the catalogues give for findings reported by readers.
@Suite struct FindingWordsTests {
    private static let codes =
        FileFinding.allCases.map(\.rawValue) + TableFinding.allCases.map(\.rawValue)
        + WorkbookFinding.allCases.map(\.rawValue) + AnnexFinding.allCases.map(\.rawValue)
        + JSONFinding.allCases.map(\.rawValue) + CriteriaFinding.allCases.map(\.rawValue)
        + AssessmentFinding.allCases.map(\.rawValue) + ListFinding.allCases.map(\.rawValue)
        + ActionFinding.allCases.map(\.rawValue)
        + SurveyFinding.allCases.map(\.rawValue) + QuestionnaireFinding.allCases.map(\.rawValue)
        + ScenarioFinding.allCases.map(\.rawValue) + VolumeFinding.allCases.map(\.rawValue)
        + FormFinding.allCases.map(\.rawValue)
        + FlowFinding.allCases.map(\.rawValue) + LedgerFinding.allCases.map(\.rawValue)
        + RequestFinding.allCases.map(\.rawValue) + EvidenceFinding.allCases.map(\.rawValue)
        + DraftFinding.allCases.map(\.rawValue)

    @Test func everyCodeIsFound() {
        let found = Set(FoundFindings.all.map(\.code))
        #expect(Set(Self.codes).subtracting(found) == [])
        #expect(found.subtracting(Self.codes) == [])
    }

    /// A missing detail is written as a question mark; texts of files may have some of their own.
    @Test func nothingIsMissing() {
        for finding in FoundFindings.all {
            let own = finding.details.values.reduce(0) { $0 + $1.plain.count { $0 == "?" } }
            let asks = finding.details[.suggestion] == nil ? 0 : 1
            for language in Language.allCases {
                let text = finding.words.text(language)
                #expect(text.count { $0 == "?" } <= own + asks, "\(text)")
                #expect(text.hasSuffix(asks == 1 ? "?" : ".") && text != finding.code, "\(text)")
            }
        }
    }

    /// Details that the text omits on purpose.
    private static let unsaid: [String: Set<FindingKey>] = [
        "action.contradiction": [.found], "action.notARatio": [.found], "action.notScored": [.found],
        "action.nothingToAddTo": [.found], "action.numeratorExceedsDenominator": [.expected],
        "assessment.notARatio": [.found], "survey.cutOff": [.text],
        "survey.unclosedQuote": [.found],
    ]
    /// The subject of a finding need not be mentioned.
    private static let subjects: Set<FindingKey> = [.unit, .metric, .action]

    @Test(arguments: Language.allCases)
    func everyDetailIsSaid(language: Language) {
        var unsaid: [String: Set<FindingKey>] = [:]
        for finding in FoundFindings.all {
            let text = finding.words.text(language)
            for (key, value) in finding.details
            where !Self.subjects.contains(key) && !Self.said(value, in: language, text) {
                unsaid[finding.code, default: []].insert(key)
            }
        }
        #expect(unsaid == Self.unsaid)
    }

    private static func said(_ value: FindingValue, in language: Language, _ text: String) -> Bool {
        func hasNumber(_ number: FixedDecimal?) -> Bool { number.map { text.contains(language.text($0)) } ?? true }
        switch value {
        case .text(let word): return text.contains(CleanText.cut(CleanText.line(word), at: 300))
        case .name(let name): return text.contains(Phrase(name).text(language))
        case .names(let names): return names.prefix(5).allSatisfy { text.contains(CleanText.line($0)) }
        // In the words of the catalogue.
        case .term, .code: return true
        case .number(let number): return hasNumber(number)
        case .ratio(let ratio):
            return ratio.exactDecimal.map { hasNumber($0) } ?? text.contains(ratio.description)
        case .count(let count): return text.contains(String(count))
        case .counts(let above, let below): return hasNumber(above) && hasNumber(below) && text.contains("/")
        case .added(let value): return text.contains("+") && said(value, in: language, text)
        case .range(let low, let high): return hasNumber(low) && hasNumber(high) && text.contains(" … ")
        case .bound(let sign, let number): return text.contains(sign) && hasNumber(number)
        case .location(let location):
            return text.contains(CleanText.line(location.description)) || text.contains(" \(location.column ?? 0)")
        case .locations(let locations):
            return locations.prefix(5).allSatisfy { text.contains(CleanText.line($0.description)) }
        case .day(let day): return text.contains(language.text(day))
        }
    }

    @Test func placesAndSuggestionsAreSaid() {
        let finding = Finding(
            AssessmentFinding.unknownUnit, at: Location(file: "metrics.csv", line: 5, column: 28, isTable: true),
            [.found: "phuoc-ann"], suggestion: "phuoc-an")
        #expect(
            finding.line.text(.vi)
                == "metrics.csv:5:28: lỗi: Hàng 5, cột 28 (AB): Không có đơn vị «phuoc-ann» trong bảng đơn vị. Hãy sửa mã "
                + "hoặc thêm đơn vị. Có phải là «phuoc-an»?")
        #expect(
            finding.description
                == "metrics.csv:5:28: error: Row 5, column 28 (AB): The table of units has no “phuoc-ann”. Correct the code "
                + "or add the unit. Did you mean “phuoc-an”?")
    }

    @Test func aMisnamedColumnIsToldTheNameThatIsKnown() throws {
        let reading = SmallFolder(["metrics.csv": "don_vj;mã số liệu;giá trị\nh;1;5\n"]).reading
        let finding = try #require(reading.findings.first { $0.code == "table.missingColumn" })
        let words = finding.line.text(.vi)
        #expect(words.hasSuffix("Hãy thêm cột hoặc sửa tên cột «don_vj». Có phải là «đơn vị»?"), "\(words)")
    }

    @Test func aFolderWithoutItsCriteriaIsToldWhichFileIsMeant() throws {
        let settings = SmallFolder.settings().replacing("criteria.json", with: "../../criteria/x.json")
        let findings = SmallFolder(["assessment.json": settings]).reading.findings
        #expect(findings.map(\.code) == ["assessment.noCriteriaFile"])
        let words = try #require(findings.first).line.text(.vi)
        #expect(
            words.contains("Không tìm thấy tệp bộ tiêu chí «") && words.contains("/../../criteria/x.json»"), "\(words)")
    }

    @Test func placesInSheetsAreSaid() {
        func line(_ row: Int?, _ column: Int?, _ language: Language) -> String {
            Finding(
                TableFinding.empty,
                at: Location(file: "a.xlsx", line: row, column: column, isTable: true, sheet: "Quý 1"), [:]
            ).line.text(language)
        }
        #expect(line(7, 28, .vi).hasPrefix("a.xlsx:Quý 1:7:28: lỗi: Trang tính «Quý 1», ô AB7: Bảng trống"))
        #expect(line(7, 2, .en).hasPrefix("a.xlsx:Quý 1:7:2: error: Sheet “Quý 1”, cell B7: The table"))
        #expect(line(7, nil, .vi).hasPrefix("a.xlsx:Quý 1:7: lỗi: Trang tính «Quý 1», hàng 7: Bảng trống"))
        #expect(line(nil, nil, .vi).hasPrefix("a.xlsx:Quý 1: lỗi: Trang tính «Quý 1»: Bảng trống"))
    }

    @Test func textOfFilesCannotDriveATerminal() {
        let finding = Finding(
            AssessmentFinding.unknownUnit, at: Location(file: "a\u{1B}[2J.csv"),
            [.found: "x\u{1B}]0;y\u{7}\nz\u{202E}"])
        let line = finding.line.text(.vi)
        #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
        #expect(line.contains("x\u{FFFD}]0;y\u{FFFD} z\u{FFFD}"))
    }

    @Test func longTextsAreCut() {
        let finding = Finding(
            AssessmentFinding.unknownUnit, at: Location(file: "a.csv"),
            [.found: .text(String(repeating: "x", count: 400))]
        )
        #expect(finding.words.text(.en).contains(" “" + String(repeating: "x", count: 299) + "…”"))
    }

    /// Numbers, ranges, days and terms as each language writes them.
    @Test(
        arguments: [
            (
                JSONFinding.wrongType as any FindingCode,
                [.key: "year", .expected: .term(.wholeNumber), .range: .range(1900, 2200)],
                "«year» sai kiểu: cần số nguyên trong khoảng 1900 … 2200.",
                "“year” has the wrong type: a whole number in 1900 … 2200 is needed."
            ),
            (
                TableFinding.ambiguousNumber,
                [.found: "12.345", .asDecimal: .number(exact("12.345")), .asGrouped: .count(12345)],
                "12,345 hoặc 12345.", "12.345 or as 12345."
            ),
            (
                AssessmentFinding.outsideDomain,
                [.metric: "1", .unit: "h", .found: .number(exact("-12500.5")), .expected: .range(nil, exact("100.5"))],
                "là −12.500,5, nằm ngoài khoảng −∞ … 100,5.", "is −12,500.5, outside −∞ … 100.5."
            ),
            (
                ActionFinding.afterYear, [.action: "A", .found: .day(day), .expected: .count(2024)],
                "thời hạn 03/07/2025 sau năm được chấm (2024).", "the deadline 2025-07-03 is after the year"
            ),
            (
                ActionFinding.noBetter, [.action: "A", .metric: "1", .found: .added(.counts(exact("1.5"), nil))],
                "hoặc tốt hơn +1,5/.", "as good as +1.5/ or better."
            ),
            (
                CriteriaFinding.ruleAgainstDirection, [.code: "1", .expected: .code("lower")],
                "(càng thấp càng tốt)", "(lower is better)"
            ),
            (ScenarioFinding.cannotBeScored, [.metric: "1", .fault: .code("overflow")], "số quá lớn.", "too large."),
        ] as [(any FindingCode, FindingDetails, String, String)])
    func valuesAreWrittenAsTheLanguageWritesThem(code: any FindingCode, details: FindingDetails, vi: String, en: String)
    {
        let finding = Finding(code, at: Location(file: "a"), details)
        #expect(finding.words.text(.vi).contains(vi), "\(finding.words.text(.vi))")
        #expect(finding.words.text(.en).contains(en), "\(finding.words.text(.en))")
    }

    private static let day: CalendarDay = {
        guard let day = CalendarDay("2025-07-03") else { preconditionFailure("no day") }
        return day
    }()
}
