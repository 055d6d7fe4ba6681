import TestSupport
import Testing

@testable import Survey

/// What design effects compare with; figures from R's package survey: `svyratio(~y, ~x, svydesign(ids = ~village, strata =
/// ~stratum, weights = ~weight), deff = TRUE)`, and `deff = "replace"`.
@Suite struct SimpleSampleTests {
    private static let answers = [
        "A,A,v,40,5,4", "A,A,v,25,2,4", "A,A,w,30,5,1", "A,A,w,31,3,3", "B,B,x,12,1,4", "B,B,x,9,2,2", "B,B,y,8,5,5",
        "B,B,y,20,1,5",
    ]

    @Test func weightsThatAddUpToAPopulation() throws {
        let analysis = try SurveyOfRows(design: SurveyOfRows.villages, rows: Self.answers).analysis()
        let estimate = try #require(analysis.index(of: .group(3)).estimate)
        #expect(estimate.comparison == .withoutReplacement)
        #expect(abs(try #require(estimate.designEffect) - 2.531_822_270_951_055) < 1e-12)
        #expect(abs(try #require(estimate.effectiveSize) - 8 / 2.531_822_270_951_055) < 1e-12)
    }

    /// The same scaled to the mean one, with a sum that is just above the forms in one of the units: R's `deff = TRUE`
    /// would be many times too large there.
    @Test(arguments: [1.0, 22, 175.0 / 8, 12]) func weightsThatDoNot(_ divisor: Double) throws {
        let rows = Self.answers.map { row in
            let cells = row.split(separator: ",").map { String($0) }
            let weight = Double(Int((Double(cells[3]) ?? 0) / divisor * 1e6)) / 1e6
            return (cells[..<3] + ["\(weight)"] + cells[4...]).joined(separator: ",")
        }
        let analysis = try SurveyOfRows(design: SurveyOfRows.villages, rows: rows).analysis()
        let estimate = try #require(analysis.index(of: .group(3)).estimate)
        // 175 ÷ divisor is at least twice the eight forms only without one.
        #expect(estimate.comparison == (divisor == 1 ? .withoutReplacement : .withReplacement))
        let expected = divisor == 1 ? 2.531_822_270_951_055 : 2.416_081_824_279_007
        #expect(abs(try #require(estimate.designEffect) - expected) < 1e-5)
    }

    @Test(arguments: [true, false]) func noWeights(_ hasWeights: Bool) throws {
        let rows = Self.answers.map { row in
            let cells = row.split(separator: ",").map { String($0) }
            return (cells[..<3] + ["1"] + cells[4...]).joined(separator: ",")
        }
        let survey = SurveyOfRows(design: SurveyOfRows.villages, rows: rows, hasWeights: hasWeights)
        let index = try survey.analysis().index(of: .group(3))
        #expect(index.estimate?.comparison == .withReplacement)
        #expect(abs(try #require(index.estimate?.designEffect) - 1.75) < 1e-13)
        #expect(index.weightVariation == 0)
    }
}
