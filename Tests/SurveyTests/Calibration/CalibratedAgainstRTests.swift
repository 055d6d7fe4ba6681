import Survey
import TestSupport
import Testing
import Values

/// The whole path from a respondents' file and a table of populations to calibrated indices, compared with R's package
/// survey.
@Suite("Calibrated indices against R")
struct CalibratedAgainstRTests {
    private static let kinds: [(of: String, measure: String, combination: String, part: SurveyIndex.Part)] = [
        ("shareOfQuestion1", "topShare", "answers", .question(0)),
        ("meanOfQuestion2", "meanScore", "answers", .question(1)), ("pooledShare", "topShare", "answers", .group(2)),
        ("meanOfShares", "topShare", "questions", .group(2)),
    ]

    @Test("values, errors, design effects and limits are R's", arguments: try ExpectedCalibrations.read().designs)
    func design(_ design: ExpectedCalibrations.Design) throws {
        var checked = 0
        for kind in Self.kinds {
            let analysis = try design.analysis(measure: kind.measure, combination: kind.combination)
            let summary = try #require(analysis.calibration)
            #expect(agree(summary.after.least, design.weights[0], to: 1e-9))
            #expect(agree(summary.after.most, design.weights[1], to: 1e-9))
            #expect(agree(summary.after.designEffect, design.weights[2], to: 1e-9))
            for expected in design.estimates where expected.of == kind.of {
                let isUnit = expected.domain[0] == "unit"
                let place = analysis.tally.domains.firstIndex(of: expected.domain[0])
                let index = analysis.index(
                    of: kind.part, units: isUnit ? [expected.domain[1]] : nil,
                    domain: place.map { [$0: expected.domain[1]] } ?? [:])
                try check(index, expected, hasLimits: kind.measure == "topShare")
                checked += 1
            }
        }
        #expect(checked == design.estimates.count)
    }

    private func check(_ index: SurveyIndex, _ expected: ExpectedDesigns.Expected, hasLimits: Bool) throws {
        let label: Comment = "\(expected.of) \(expected.domain)"
        #expect(agree(index.value, expected.share, to: 1e-9), label)
        #expect(index.people == expected.rows, label)
        let estimate = try #require(index.estimate, label)
        #expect(estimate.degreesOfFreedom == expected.degreesOfFreedom, label)
        if estimate.degreesOfFreedom == 0 {
            #expect(index.status == .cannotBeEstimated(.noDegreesOfFreedom), label)
            return
        }
        #expect(agree(estimate.standardError, expected.shareError, to: 1e-9), "\(label) \(index.status)")
        #expect(agree(estimate.designEffect, expected.designEffect, to: 1e-9), label)
        guard hasLimits, let limits = expected.limits?["logit"] else { return }
        #expect(agree(estimate.lower, limits[0], to: 1e-6), label)
        #expect(agree(estimate.upper, limits[1], to: 1e-6), label)
    }
}
