@testable import Survey
import TestSupport
import Testing
import Values

/// Tests by R's package survey; see checks/r-survey/tests.R.
private struct ExpectedTests: Decodable {
    struct Years: Decodable {
        /// Value, standard error and degrees of freedom.
        let years: [[Double]]
        let change, trend: ExpectedTest
    }

    let pValues, holm: [Double]
    let years: [Years]

    static let path = "Tests/SurveyTests/Designs/tests.json"
}

@Suite("Tests against R")
struct TestsAgainstRTests {
    private static let expected = try? Repository.decoded(ExpectedTests.self, ExpectedTests.path)
    private static let designs = (try? Repository.decoded(ExpectedCalibrations.self, ExpectedTests.path))?.designs ?? []

    @Test("differences, targets and tables of one sample are R's", arguments: designs.indices)
    func design(_ number: Int) throws {
        let design = Self.designs[number]
        let analysis = try design.analysis(measure: "topShare", combination: "answers")
        let tests = try #require(design.tests)
        #expect(tests.count >= 8)
        for expected in tests {
            expected.differences(analysis).check("\(design.testDescription) \(expected.of) \(expected.groups)")
        }
    }

    @Test func samplesOfYearsAreIndependent() throws {
        for years in try #require(Self.expected).years {
            let estimates = years.years.map { numbers in
                var estimate = Estimate(
                    degreesOfFreedom: Int(numbers[2]), rows: 100, level: 0.95, status: .estimated)
                (estimate.value, estimate.standardError) = (numbers[0], numbers[1])
                return estimate
            }
            years.change.differences(SurveyTest(change: estimates[0], to: estimates[1])).check("change")
            let times = zip([2023.0, 2024, 2025], estimates).map { (time: $0, estimate: $1) }
            years.trend.differences(SurveyTest(trend: times)).check("trend")
        }
    }

    @Test func severalPValuesAreAdjusted() throws {
        let expected = try #require(Self.expected)
        for (found, value) in zip(Holm.adjusted(expected.pValues), expected.holm) {
            #expect(agree(found, value, to: 1e-14))
        }
        #expect(Holm.adjusted([]) == [])
    }

    /// Without a standard error nothing is tested: all answers alike, one time only.
    @Test func whatHasNoErrorIsNotTested() {
        var estimate = Estimate(degreesOfFreedom: 5, rows: 10, level: 0.95, status: .oneSidedBound)
        estimate.value = 1
        #expect(SurveyTest(estimate, target: 0.9) == nil)
        #expect(SurveyTest(change: estimate, to: estimate) == nil)
        #expect(SurveyTest(trend: [(2025, estimate)]) == nil)
    }
}
