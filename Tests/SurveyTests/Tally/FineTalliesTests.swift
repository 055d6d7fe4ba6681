import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Survey

/// Tallies whose weights have more than six decimals.
@Suite struct FineTalliesTests {
    /// Rows of which some weigh more than six decimals can say.
    private static func lines(_ count: Int, fine: Bool, seed: UInt64) -> [String] {
        var dice = SeededRandom(seed: seed)
        return (0..<count).map { number in
            let row = RowSums.rows([Int64(1_500_000 + number)], &dice)[0]
            let line = row.line(commune: ["A", "B"][number % 2], village: number % 7)
            var cells = line.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
            if fine, number % 5 == 1 { cells[6] += "4567" }
            return cells.joined(separator: ",")
        }
    }

    @Test func areTheSameAgainAfterReading() throws {
        let questionnaire = try TallySamples.questionnaire()
        let tally = try TallySamples.tally(Self.lines(80, fine: true, seed: 5), questionnaire)
        #expect(tally.weightUnit == .tenBillionths)
        let again = try SurveyTally(file: "t.csv", bytes: tally.file(), questionnaire: questionnaire)
        #expect(again.findings.isEmpty)
        #expect(again.file() == tally.file())
        #expect(again.cells == tally.cells && again.weightUnit == tally.weightUnit)
    }

    /// Whichever part has the fine weights, and in whatever order the parts come.
    @Test(arguments: [(true, false), (false, true), (true, true), (false, false)])
    func partsAddUpToTheWhole(_ first: Bool, _ second: Bool) throws {
        let questionnaire = try TallySamples.questionnaire()
        let parts = [Self.lines(60, fine: first, seed: 7), Self.lines(50, fine: second, seed: 8)]
        let whole = try TallySamples.tally(parts[0] + parts[1], questionnaire)
        #expect(whole.weightUnit == (first || second ? .tenBillionths : .millionths))
        for order in [[0, 1], [1, 0]] {
            var sum = try TallySamples.tally(parts[order[0]], questionnaire)
            try sum.merge(try TallySamples.tally(parts[order[1]], questionnaire), from: "b.csv")
            #expect(sum.file() == whole.file())
        }
    }

    /// The sign of the unit cannot be taken off: integers would be ten thousand times too large.
    @Test func theUnitIsPartOfTheFile() throws {
        let questionnaire = try TallySamples.questionnaire()
        let tally = try TallySamples.tally(Self.lines(40, fine: true, seed: 9), questionnaire)
        let text = String(decoding: tally.file(), as: UTF8.self)
        let label = questionnaire.fingerprint + " e-10"
        #expect(text.contains(label))
        for edited in [
            text.replacing(label, with: questionnaire.fingerprint),
            text.replacing(label, with: questionnaire.fingerprint, maxReplacements: 1),
        ] {
            let error = try #require(throws: FindingsError.self) {
                try SurveyTally(file: "t.csv", bytes: Array(edited.utf8), questionnaire: questionnaire)
            }
            #expect(error.findings.containsError)
        }
    }

    /// Tallies of earlier versions, which had no squares where people are not drawn, are read; their weights vary by an
    /// unknown amount, also after they were added to others.
    @Test func squaresOfEarlierVersionsAreUnknown() throws {
        var survey = SurveyOfRows(design: SurveyOfRows.villages, rows: ["u,s,v,1,5,4", "u,s,v,2,5,1", "u,s,w,4,1,4"])
        let tally = try survey.analysis().tally
        let total = SurveyIndex.Part.group(3)
        // Weights 1, 2, 4: mean 7/3, Σw² = 21; √(3 · 21 ÷ 49 − 1).
        let variation = try #require(try SurveyAnalysis(tally, file: "").index(of: total).weightVariation)
        #expect(abs(variation - 0.534_522_483_824_848_8) < 1e-12)
        let text = String(decoding: tally.file(), as: UTF8.self)
        let rows = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let column = try #require(rows[0].firstIndex(of: "* n ww"))
        // Without the checksum, which these numbers are part of.
        let old = rows.enumerated().filter { $0.offset != 1 }.map { position, row in
            row.enumerated().map { position > 0 && $0 == column ? "0" : $1 }.joined(separator: ",")
        }
        let bytes = Array((old.joined(separator: "\n") + "\n").utf8)
        var earlier = try SurveyTally(file: "t.csv", bytes: bytes, questionnaire: tally.questionnaire)
        #expect(earlier.findings.map(\.code) == ["survey.noChecksum"])
        #expect(try SurveyAnalysis(earlier, file: "").index(of: total).weightVariation == nil)
        survey.rows = ["u,s,v,1,2,2", "u,s,w,1,2,2"]
        try earlier.merge(try survey.analysis().tally, from: "b.csv")
        #expect(try SurveyAnalysis(earlier, file: "").index(of: total).weightVariation == nil)
    }
}
