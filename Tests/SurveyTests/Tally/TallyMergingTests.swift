import ScoreNumerics
import Tables
import TestSupport
import Testing
import Values

@testable import Survey

/// Tallies of parts add up to that of the whole, to the last digit.
@Suite struct TallyMergingTests {
    @Test(arguments: 1...20) func anyDivision(seed: Int) throws {
        var dice = SeededRandom(seed: UInt64(seed))
        let questionnaire = try TallySamples.questionnaire()
        let rows = TallySamples.rows(300, &dice)
        let whole = try TallySamples.tally(rows, questionnaire)
        // Some parts are empty, and rows of a cell are spread over several.
        let count = Int.random(in: 2...7, using: &dice)
        var parts = Array(repeating: [String](), count: count)
        for row in rows.shuffled(using: &dice) { parts[Int.random(in: 0..<count - 1, using: &dice)].append(row) }
        var merged: SurveyTally?
        for part in parts.shuffled(using: &dice) {
            // Each part is passed on as a file.
            let bytes = try TallySamples.tally(part, questionnaire).file()
            let tally = try SurveyTally(file: "part.csv", bytes: bytes, questionnaire: questionnaire)
            if merged == nil { merged = tally } else { try merged?.merge(tally, from: "part.csv") }
        }
        #expect(whole.rowCount + whole.rowsLeftOut == 300)
        #expect(whole.rowCount > 0 && whole.rowsLeftOut > 0)
        let lines = try [#require(merged), whole].map {
            String(decoding: $0.file(), as: UTF8.self).split(separator: "\n")
        }
        #expect(lines[0] == lines[1])
    }

    @Test func writtenAndReadAgain() throws {
        var dice = SeededRandom(seed: 99)
        let questionnaire = try TallySamples.questionnaire()
        let tally = try TallySamples.tally(TallySamples.rows(200, &dice), questionnaire)
        let again = try SurveyTally(file: "t.csv", bytes: tally.file(), questionnaire: questionnaire)
        #expect(again.domains == tally.domains)
        #expect(again.rowsLeftOut == tally.rowsLeftOut)
        #expect(again.cells.map(\.key) == tally.cells.map(\.key))
        #expect(again.cells.map(\.rows) == tally.cells.map(\.rows))
        #expect(again.cells.map(\.weight) == tally.cells.map(\.weight))
        #expect(again.arrays == tally.arrays)
        #expect(again.cells.map(\.unknown) == tally.cells.map(\.unknown))
    }

    /// Two rows of one cell, computed by hand: weights 1.5 and 2, answers 3 3 1 and 3 – 7.
    @Test func sumsByHand() throws {
        let questionnaire = try TallySamples.questionnaire()
        let rows = ["A,nam,s1,v1,10,100,1.5,3,3,1", "A,nam,s1,v1,10,100,2,tốt,99,7", ",nam,s1,v1,10,100,2,3,3,3"]
        let tally = try TallySamples.tally(rows, questionnaire)
        let cell = try #require(tally.cells.first)
        #expect(tally.cells.count == 1 && tally.rowsLeftOut == 1)
        #expect(cell.rows == 2 && cell.weight == 3_500_000)
        let arrays = try #require(tally.arrays.first)
        // Levels 1, 2, 3 and no answer, each for three questions.
        #expect(arrays.counts == [0, 0, 1, 0, 0, 0, 2, 1, 0, 0, 1, 0])
        #expect(arrays.sums == [0, 0, 1_500_000, 0, 0, 0, 3_500_000, 1_500_000, 0, 0, 2_000_000, 0])
        #expect(cell.unknown == [0, 0, 1])
        // Block B: both answered, the second is satisfied; Σw² = 2.25 + 4.
        #expect(arrays.people.prefix(5) == [2, 1, 3_500_000, 2_000_000, 6_250_000_000_000])
        // Block with itself: (y, x) = (2, 3) and (1, 1): Σw yy = 1.5·4 + 2, yx = 1.5·6 + 2, xx = 1.5·9 + 2.
        #expect(arrays.products.prefix(4) == [8_000_000, 11_000_000, 11_000_000, 15_500_000])
    }

    @Test func otherDomainsDoNotMerge() throws {
        let questionnaire = try TallySamples.questionnaire()
        var tally = try TallySamples.tally([], questionnaire)
        let other = try TallySamples.tally([], questionnaire, domains: [])
        let error = #expect(throws: FindingsError.self) { try tally.merge(other, from: "other.csv") }
        #expect(error?.findings.map(\.code) == ["survey.otherSurvey"])
        #expect(error?.findings.first?.location.file == "other.csv")
    }

    /// Ten and eleven villages in one stratum: the message names both rows and the unit.
    @Test func populationsThatDifferHaveTheirRows() throws {
        let questionnaire = try TallySamples.questionnaire()
        let rows = ["A,nam,s1,v1,10,100,1,3,3,1", "B,nam,s1,v2,11,100,1,3,3,1"]
        let bytes = try TallySamples.tally(rows, questionnaire).file()
        let error = try #require(throws: FindingsError.self) {
            try SurveyTally(file: "t.csv", bytes: bytes, questionnaire: questionnaire)
        }
        // Rows of the file, whatever stands above the cells.
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        let places = try ["v1", "v2"].map { village in
            try #require(lines.firstIndex { $0.contains(",\(village),") }) + 1
        }
        let finding = try #require(error.findings.first)
        #expect(error.findings.count == 1 && finding.code == "survey.otherPopulation")
        #expect(finding.location == Location(file: "t.csv", line: places[1], isTable: true))
        #expect([.found, .other, .unit, .first].map { finding.text($0) } == ["11", "10", "B", "t.csv:\(places[0])"])
    }
}
