import Assessment
import Foundation
import TestSupport
import Testing
import Values

/// Small folders with faults of real life, each read as `check` reads it.
@Suite struct Cases12Tests {
    private static func findings(_ name: String) -> [Finding] {
        let folder = Repository.path("Tests/AssessmentTests/Cases12/\(name)/a")
        let reading = Assessment.read(folder)
        guard let assessment = reading.assessment, let actions = assessment.actionsFile else { return reading.findings }
        return reading.findings + assessment.readActions(actions).findings
    }

    /// Code, row and column, what was found; what happened to it and what may be meant.
    private static func brief(_ finding: Finding) -> String {
        let place = [finding.location.line, finding.location.column].map { $0.map(String.init) ?? "-" }
        let more = [finding.text(.history), finding.text(.suggestion)].compactMap { $0 }.map { " " + $0 }
        return "\(finding.code) \(place.joined(separator: ":")) «\(finding.text(.found) ?? "")»\(more.joined())"
    }

    @Test(
        arguments: [
            ("15-excel-na-error", ["table.spreadsheetError 3:3 «#N/A»"]),
            (
                "44-shares-and-one",
                ["0,97", "1", "0,885"].enumerated().map { "assessment.percentLooksLikeShare \($0 + 2):3 «\($1)»" }
            ),
            ("41-trailing-delimiters", ["table.blankEndCells 4:2 «2»", "table.extraBlankCells 2:4 «5»"]),
            ("16b-names-in-metrics", []), ("05-zero-width", []), ("05c-zero-width-number", []),
            (
                "38-two-digit-years",
                ["12/7/25", "1/1/0025", "31/12/99"].enumerated().map { "action.badDay \($0 + 2):6 «\($1)»" }
            ),
            ("36b-day-first", []),
            (
                "36-dates-in-actions",
                [
                    (4, "07/13/2025"), (6, "30/02/2025"), (7, "29/2/2025"), (8, "45850"), (9, "12-07-25"),
                    (10, "12/7/25"),
                    (13, "31/6/2025"), (14, "1/1/0025"), (15, "3/7/2025 0:00:00"), (16, "03 tháng 7 năm 2025"),
                    (17, "Jul 3, 2025"), (18, "03-thg 7-25"), (19, "02/29/2024"),
                ].map { "action.badDay \($0):6 «\($1)»" }
            ),
            (
                "14-question-marks",
                [
                    "table.damagedText 1:1 «M? ??n v?» lostLetters",
                    "table.missingColumn 1:- «M? ??n v?, M? s? li?u, Gi? tr?»",
                ]
            ),
            (
                "14b-double-encoded",
                [
                    "table.damagedText 1:1 «MÃ£ Ä‘Æ¡n vá»‹» encodedTwice Mã đơn vị",
                    "table.missingColumn 1:- «MÃ£ Ä‘Æ¡n vá»‹, MÃ£ sá»‘ liá»‡u, GiÃ¡ trá»‹, Tráº¡ng thÃ¡i»",
                ]
            ),
            ("09b-leading-zeros-lost", ["assessment.unknownUnit 3:1 «42» leadingZeros 00042"]),
            (
                "10b-codes-became-dates",
                ["01/01/2025", "1-thg 1", "01-Jan", "45658"].enumerated().map {
                    "assessment.unknownMetric \($0 + 2):2 «\($1)» becameDate 1.1"
                }
            ),
            (
                "12-formula-leftovers",
                [
                    "table.notANumber 2:3 «=90.5» formula", "table.notANumber 3:3 «'80» textMark 80",
                    "table.notANumber 4:3 «=\"70\"» formula 70", "table.spreadsheetError 7:3 «#N/A»",
                ]
            ),
        ] as [(String, [String])])
    func findings(name: String, expected: [String]) {
        let found = Self.findings(name)
        // Which rows lack a figure is of no interest here, and neither are findings of actions without use.
        let others = [
            "assessment.unitWithoutFigures", "assessment.unknownColumn", "action.noBetter", "action.notScored",
            "action.afterYear",
        ]
        #expect(found.filter { !others.contains($0.code) }.map(Self.brief) == expected)
    }
}
