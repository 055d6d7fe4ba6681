public import Scoring
public import Survey
internal import Values

/// The satisfaction survey of an assessment: its questionnaire, and what its answers add up to.
public struct AssessmentSurvey: Sendable {
    /// The questionnaire.
    public let questionnaire: Questionnaire
    /// Computes indices; nil while there are no answers.
    public let analysis: SurveyAnalysis?
    /// What was read of each file.
    public let files: [AnswerFile]
    /// Standard errors of the metrics taken from the survey, in percentage points.
    public internal(set) var errors: [FigureKey: Double] = [:]
    /// The metrics taken from the survey, including those left awaited.
    package internal(set) var metrics: [FigureKey: SurveyIndex] = [:]
    /// What disclosure control decides, worked out when something is published for the first time: points need none of it.
    let disclosure = OnDemand<DisclosureControl?>()

    /// Leaves out what belongs to other units.
    mutating func narrow(to units: Set<String>) {
        errors = errors.filter { units.contains($0.key.unit) }
        metrics = metrics.filter { units.contains($0.key.unit) }
    }
}

/// The files of a survey, as paths that can be opened.
struct SurveyFiles: Sendable {
    var questionnaire: String
    var answers: [String]
    var tallies: [String]
    /// The populations that weights are calibrated to.
    var populations: String?
    /// Codes of domains by which results are broken down.
    var domains: [String] = []
    /// The file to which every fault of the answers is written.
    var faultFile: String?
}

extension AssessmentSurvey {
    /// The codes of a unit and of all its descendants.
    public func units(below unit: Unit, in assessment: Assessment) -> Set<String> {
        UnitTree(assessment.units).codes(below: unit.code)
    }
}

extension AssessmentSurvey {
    /// The codes of units about which, and about the units below which, nobody has answered.
    package func unitsWithoutForms(in assessment: Assessment) -> Set<String> {
        UnitTree(assessment.units).codes(withoutAnyOf: Set(analysis?.units ?? []))
    }
}

extension Assessment {
    /// The standard errors of the figures taken from the survey, for rankings, and between which numbers those lie of
    /// which no standard error is known: up to a one-sided bound, or anywhere. All come from the same respondents.
    public var surveyErrors: MetricErrors? {
        guard let survey, !survey.errors.isEmpty || !survey.metrics.isEmpty else { return nil }
        var errors = MetricErrors()
        errors.sharesPeople = true
        let positions = UnitList(units).positions
        for (key, error) in survey.errors {
            if let unit = positions[key.unit] { errors[unit, key.metric] = error }
        }
        for (key, index) in survey.metrics where survey.errors[key] == nil && index.percent != nil {
            guard let unit = positions[key.unit] else { continue }
            let (lower, upper) = (index.estimate?.lower ?? 0, index.estimate?.upper ?? 1)
            errors.bound(unit: unit, metric: key.metric, to: 100 * lower...100 * upper)
        }
        return errors
    }
}
