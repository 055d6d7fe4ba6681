import Survey
import TestSupport
import Testing

/// From a respondents' file with replicate weights to estimates, tests and quantiles, compared with R's svrepdesign.
@Suite("Replicate weights against R")
struct ReplicatesAgainstRTests {
    private static let designs =
        (try? Repository.decoded(ExpectedReplicates.self, "Tests/SurveyTests/Designs/replicates.json"))?.designs ?? []

    @Test("values, errors, design effects and limits are R's", arguments: designs.indices)
    func estimates(_ number: Int) throws {
        let design = Self.designs[number]
        for kind in ExpectedDesigns.Expected.kinds {
            let analysis = try design.analysis(measure: kind.measure, combination: kind.combination)
            for expected in design.estimates where expected.of == kind.of {
                expected.differences(analysis, kind).check("\(expected.of) \(expected.domain)")
            }
        }
    }

    @Test("differences, targets, tables and quantiles are R's", arguments: designs.indices)
    func tests(_ number: Int) throws {
        let design = Self.designs[number]
        // What a tally file keeps is all that is needed.
        let analysis = try design.analysis(measure: "topShare", combination: "answers", throughFile: true)
        for test in design.tests { test.differences(analysis).check("\(test.of) \(test.groups)") }
        for quantile in design.quantiles {
            quantile.differences(analysis).check("\(quantile.domain) \(quantile.share)")
        }
    }

    @Test func thereAreEnoughDesigns() { #expect(Self.designs.count >= 15) }
}
