public import Survey
internal import Values

/// The satisfaction survey of an assessment: its questionnaire, and what its answers add up to.
public struct AssessmentSurvey: Sendable {
    /// The questionnaire.
    public let questionnaire: Questionnaire
    /// Works out indices; nil while no answers are in.
    package let analysis: SurveyAnalysis?
    /// What was read of each file.
    package let files: [AnswerFile]
    /// Standard errors of the metrics that rest on the survey, in hundredths, by the positions of units.
    public internal(set) var errors: [RemarkKey: Double] = [:]
    /// The metrics that the survey gave, or left awaited, by the positions of units.
    package internal(set) var metrics: [RemarkKey: SurveyIndex] = [:]
}

/// The files of a survey, as paths that can be opened.
struct SurveyFiles: Sendable {
    var questionnaire: String
    var answers: [String]
    var tallies: [String]
    /// Codes of domains by which results are divided.
    var domains: [String] = []
    /// The file that gets every fault of the answers.
    var faultFile: String?
}

extension AssessmentSurvey {
    /// The codes of a unit and of all units below it.
    package func units(below unit: Unit, in assessment: Assessment) -> Set<String> {
        SurveyReader.below(unit.code, in: assessment.units)
    }
}
