import Testing
import Values

@testable import Tables

/// The codes are stable names of this module.
@Suite struct FindingCodeTests {
    @Test func namesBelongToTheModule() {
        #expect(TableFinding.allCases.allSatisfy { $0.rawValue == "table.\($0)" })
        #expect(FileFinding.allCases.allSatisfy { $0.rawValue == "file.\($0)" })
    }

    @Test func warningsAreThese() {
        let warnings = TableFinding.allCases.filter { $0.severity == .warning }
        #expect(
            warnings == [
                .encodingRecognised, .encodingStated, .headingFound, .rowsPassedOver, .filledDown, .spaceBeforeQuote,
                .blankEndCells, .extraBlankCells, .blankHeading, .unknownColumn, .damagedText,
                .moreFindings,
            ])
        #expect(FileFinding.allCases.allSatisfy { $0.severity == .error })
    }
}
