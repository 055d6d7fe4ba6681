import Assessment
import Documents
import OfficeCheck
import Scoring
import TestSupport
import Testing
import Values

@testable import Reporting

/// What is written of assessments is what Excel and Word open without a word; what is written of sets is held against the
/// same check where it comes back (``AnnexRoundTripTests``). `checks/workbooks/run` tries all files, with other programs.
struct WrittenOfficeFilesTests {
    /// What is written of an assessment; of forms that are alike, one for each level and the shortest of agencies.
    private static func files(
        of assessment: Assessment, in language: Language
    ) throws -> [(name: String, bytes: [UInt8])] {
        let forms = FormBook(assessment, in: language)
        var levels: Set<String> = []
        let units = forms.unitForms.filter { levels.insert(assessment.units[$0.units[0]].level).inserted }
        let agencies = forms.agencyForms.min { $0.file.count < $1.file.count }
        let made = try (units + [agencies].compactMap(\.self)).map { ($0.file + ".xlsx", try forms.workbook($0)) }
        return made + (try reports(of: assessment, in: language))
    }

    /// The workbook of results with the first units' sheets, and the report of a unit of each level.
    private static func reports(
        of assessment: Assessment, in language: Language
    ) throws -> [(name: String, bytes: [UInt8])] {
        var levels: Set<String> = []
        let units = assessment.units.indices.filter { levels.insert(assessment.units[$0].level).inserted }
        var book = ReportBook(
            ReportModel(assessment, units: Array(assessment.units.indices.prefix(12))), in: language)
        var bytes: [UInt8] = []
        try book.write(file: "report.xlsx") { bytes += $0 }
        return [("report.xlsx", bytes)]
            + (try units.flatMap { unit in
                let report = SelfAssessmentReport(assessment, unit: unit)
                var (word, sheets): ([UInt8], [UInt8]) = ([], [])
                report.writeWord(in: language) { word += $0 }
                try report.writeBook(in: language, file: "self.xlsx") { sheets += $0 }
                return [("self.docx", word), ("self.xlsx", sheets)]
            }) + (try appraised(assessment, in: language))
    }

    /// The documents of the appraisal, with the first notice.
    private static func appraised(
        _ assessment: Assessment, in language: Language
    ) throws -> [(name: String, bytes: [UInt8])] {
        // Nobody appraises where units are only published.
        guard let stage = assessment.settings.stages.stages.last(where: { assessment.hasLines(at: $0) }) else {
            return []
        }
        let shown = try #require(assessment.at(stage: stage.code))
        let minutes = try #require(AppraisalReport(shown))
        let letter = try #require(ResultLetter.all(shown)?.first?.letter)
        func word(_ report: some OfficialReport) -> [UInt8] {
            var bytes: [UInt8] = []
            report.writeWord(in: language) { bytes += $0 }
            return bytes
        }
        var book: [UInt8] = []
        try MatrixReport(shown).writeBook(in: language, file: "matrix.xlsx") { book += $0 }
        return [
            ("appraisal.docx", word(minutes)), ("notice.docx", word(letter)), ("matrix.xlsx", book),
            ("matrix.docx", word(MatrixReport(shown, columnLimit: MatrixReport.pageColumns))),
        ]
    }

    /// A second year of a set has the same files, with other numbers.
    @Test(arguments: Repository.paths(below: "datasets", ending: "assessment.json").filter { !$0.contains("-2025/") })
    func ofAssessments(file: String) throws {
        let folder = Repository.path("datasets/" + file.dropLast("/assessment.json".count))
        let assessment = try #require(Assessment.read(folder).assessment)
        let files = try Self.files(of: assessment, in: .vi)
        #expect(!files.isEmpty)
        for file in files {
            let faults = OfficeCheck.faults(of: file.bytes)
            #expect(faults.isEmpty, "\(file.name): \(faults.prefix(5).map(\.description))")
        }
    }
}
