import Scoring
import Tables
import Values

/// What could not be scored.
extension AssessmentReader {
    /// Reports last year's figures of which no change in percent can be taken, where they stand.
    func report(
        _ places: [(unit: Int, metric: String, fault: BaseFault)], of lastYear: LastYearReading,
        _ predecessors: [String: [Int]?], in units: UnitList
    ) {
        for place in places {
            let unit = units.units[place.unit].code
            let cells = lastYear.cells(of: place.metric, units: (predecessors[unit] ?? nil) ?? [])
            var details: FindingDetails = [.metric: .text(place.metric)]
            if cells.count > 1 { details[.foundFrom] = .locations(cells) }
            sink.report(
                AssessmentFinding.noLastYearBase, at: cells.first ?? units.location(place.unit), unit: unit, details)
        }
    }

    /// Reports what could not be scored at the places of the figures.
    func report(_ issues: [ScoringIssue], in figures: FigureReader) {
        for issue in issues {
            let location = figures.columns[issue.metric].flatMap { figures.location(unit: issue.unit, metric: $0) }
            sink.report(
                AssessmentFinding(issue.fault), at: location ?? figures.units.location(issue.unit),
                unit: figures.units.units[issue.unit].code,
                [.metric: .text(issue.metric), .found: .text(issue.measure)])
        }
    }
}

extension AssessmentFinding {
    fileprivate init(_ fault: ScoringFault) {
        switch fault {
        case .zeroOverZero: self = .zeroOverZero
        case .divisionByZero: self = .divisionByZero
        case .negativeBase: self = .negativeBase
        case .notApplicableNotAllowed: self = .notApplicableNotAllowed
        case .partlyNotApplicable: self = .partlyNotApplicable
        case .overflow: self = .tooLargeToScore
        }
    }
}
