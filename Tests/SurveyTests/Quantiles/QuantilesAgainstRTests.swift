import Survey
import TestSupport
import Testing
import Values

/// From a respondents' file to quantiles of mean scores, compared with R's svyquantile; see
/// checks/r-survey/quantiles.R.
@Suite("Quantiles against R")
struct QuantilesAgainstRTests {
    static let designs =
        (try? Repository.decoded(ExpectedCalibrations.self, "Tests/SurveyTests/Designs/quantiles.json"))?.designs ?? []

    @Test("values, errors and limits are R's", arguments: designs.indices)
    func design(_ number: Int) throws {
        let design = Self.designs[number]
        let analysis = try design.analysis(
            measure: "topShare", combination: "answers", keys: #""quantiles": [0.1, 0.25, 0.5, 0.8], "#)
        let expected = try #require(design.quantiles)
        #expect(expected.count >= 8)
        for quantile in expected {
            quantile.differences(analysis).check("\(quantile.domain) \(quantile.share)")
        }
    }

    @Test func thereAreEnoughDesigns() { #expect(Self.designs.count >= 20) }
}
