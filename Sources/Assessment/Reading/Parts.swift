import Scoring

/// What belongs to the units of an assessment, and is narrowed with them.
struct Parts {
    var units: UnitList
    /// Their figures, by the positions of units and metrics.
    var figures: FigureTable
    /// The remarks about figures.
    var remarks: [FigureKey: Remark]
    /// Points that people gave.
    var given: [GivenScore]
    /// What stages said about points.
    var opinions: [GivenOpinion] = []
    /// What is said of units.
    var unitRemarks: [UnitRemark] = []
    /// What units are asked to explain.
    var requests: [ExplanationRequest] = []
    /// The evidence register; nil where there is none.
    var evidence: EvidenceRegister?
    var survey: AssessmentSurvey?
    var lists = AssessmentLists()
    /// The days up to which figures count; nil where none is stated.
    var days: FigureDays?
    /// Codes of units that were left out, in the order of the table of units.
    var leftOut: [String] = []

    /// The parts of some units only, in the specified order; the others are left out.
    func narrowed(to kept: [Int]) -> Parts {
        var parts = self
        parts.units = units.narrowed(to: kept)
        parts.figures = FigureTable(metrics: figures.metrics, unitCount: kept.count)
        for column in figures.metrics.indices {
            for (position, unit) in kept.enumerated() { parts.figures[position, column] = figures[unit, column] }
        }
        let codes = Set(parts.units.codes)
        parts.remarks = remarks.filter { codes.contains($0.key.unit) }
        parts.given = given.filter { codes.contains($0.unit) }
        parts.unitRemarks = unitRemarks.filter { codes.contains($0.unit) }
        parts.requests = requests.filter { codes.contains($0.unit) }
        parts.evidence = evidence?.narrowed(to: codes)
        parts.opinions = opinions.filter { codes.contains($0.unit) }
        parts.survey?.narrow(to: codes)
        parts.lists.narrow(to: codes)
        parts.days = days?.narrowed(to: kept)
        parts.leftOut = units.codes.filter { !codes.contains($0) }
        return parts
    }
}
