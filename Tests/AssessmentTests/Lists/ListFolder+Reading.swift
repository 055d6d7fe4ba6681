import TestSupport
import Values

@testable import Assessment
@testable import Scoring

extension ListFolder {
    func reading(keepGoing: Bool = false, failedRows: Bool = false) -> AssessmentReading {
        var options = AssessmentOptions()
        options.keepGoing = keepGoing
        if failedRows { options.failedRows = FailedRowsOption() }
        return Assessment.read(folder.path, options: options)
    }

    /// The figures as `unit metric: figure`, and the codes of findings about lists with the row or line of each; units
    /// without rows, which most of these lists have, are left out.
    var outcome: (figures: [String], findings: [String]) {
        let reading = reading()
        let figures = reading.assessment.map { Self.figures(of: $0) } ?? []
        let findings = reading.findings.filter { $0.code.hasPrefix("list.") && $0.code != "list.unitsWithoutRows" }
        return (figures, findings.map { "\($0.code) \($0.location.line ?? 0)" })
    }

    static func figures(of assessment: Assessment) -> [String] {
        assessment.units.enumerated().flatMap { position, unit in
            assessment.figures.metrics.compactMap { metric -> String? in
                let figure = assessment.figures[position, metric]
                return figure == .notReported ? nil : "\(unit.code) \(metric): \(figure.text)"
            }
        }
    }
}
