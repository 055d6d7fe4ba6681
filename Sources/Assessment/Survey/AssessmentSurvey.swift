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
    /// The figures taken from the survey, including those left awaited.
    package private(set) var figures: [FigureKey: SurveyFigure] = [:]
    /// The index that each is, worked out when its precision is asked for the first time: points need none of it.
    private var indices: [FigureKey: OnDemand<SurveyIndex?>] = [:]
    /// What may be published of it, worked out when something is published for the first time.
    let disclosure = OnDemand<DisclosureControl?>()

    init(questionnaire: Questionnaire, analysis: SurveyAnalysis?, files: [AnswerFile]) {
        (self.questionnaire, self.analysis, self.files) = (questionnaire, analysis, files)
    }

    /// Takes a figure from the survey; nil where nobody answered.
    mutating func take(_ figure: SurveyFigure?, as key: FigureKey) {
        figures[key] = figure
        indices[key] = figure.map { _ in OnDemand() }
    }

    /// Leaves out what belongs to other units.
    mutating func narrow(to units: Set<String>) {
        figures = figures.filter { units.contains($0.key.unit) }
        indices = indices.filter { units.contains($0.key.unit) }
    }

    /// The index that a figure is; nil for figures that the survey does not measure.
    package func index(of key: FigureKey) -> SurveyIndex? {
        guard let figure = figures[key] else { return nil }
        return indices[key]?.value { analysis?.index(of: figure.part, units: figure.units, as: key.unit) }
    }

    /// The indices of all figures taken from the survey.
    ///
    /// Complexity: that of all of them when asked for the first time.
    package var ofFigures: [FigureKey: SurveyIndex] {
        let keys = figures.keys.sorted { ($0.unit, $0.metric) < ($1.unit, $1.metric) }
        let indices = Parallel.map(keys.count, minimum: 16, partsPerProcessor: 16) { part in
            keys[part].map { key in index(of: key) }
        }
        return Dictionary(uniqueKeysWithValues: zip(keys, indices.joined())).compactMapValues { $0 }
    }

    /// Standard errors of the figures taken from the survey, in percentage points.
    public var errors: [FigureKey: Double] {
        ofFigures.compactMapValues { $0.percent == nil ? nil : $0.percentError }
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
        guard let survey, !survey.figures.isEmpty else { return nil }
        var errors = MetricErrors()
        errors.sharesPeople = true
        let positions = UnitList(units).positions
        for (key, index) in survey.ofFigures where index.percent != nil {
            guard let unit = positions[key.unit] else { continue }
            if let error = index.percentError {
                errors[unit, key.metric] = error
                continue
            }
            let (lower, upper) = (index.estimate?.lower ?? 0, index.estimate?.upper ?? 1)
            errors.bound(unit: unit, metric: key.metric, to: 100 * lower...100 * upper)
        }
        return errors
    }
}
