import Survey
import TestSupport
import Testing
import Values

/// The whole path from a respondents' file and a table of populations to calibrated indices, compared with R's package
/// survey.
@Suite("Calibrated indices against R")
struct CalibratedAgainstRTests {
    @Test("values, errors, design effects and limits are R's", arguments: try ExpectedCalibrations.read().designs)
    func design(_ design: ExpectedCalibrations.Design) throws {
        var checked = 0
        for kind in ExpectedDesigns.Expected.kinds {
            let analysis = try design.analysis(measure: kind.measure, combination: kind.combination)
            let summary = try #require(analysis.calibration)
            #expect(agree(summary.after.least, design.weights[0], to: 1e-9))
            #expect(agree(summary.after.most, design.weights[1], to: 1e-9))
            #expect(agree(summary.after.designEffect, design.weights[2], to: 1e-9))
            for expected in design.estimates where expected.of == kind.of {
                expected.differences(analysis, kind).check("\(expected.of) \(expected.domain)")
                checked += 1
            }
        }
        #expect(checked == design.estimates.count)
    }
}
