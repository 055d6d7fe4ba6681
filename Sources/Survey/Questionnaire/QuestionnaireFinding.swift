public import Values

/// What can be wrong with a questionnaire beyond its form.
public enum QuestionnaireFinding: String, FindingCode {
    /// A scale with too few or too many levels. Details: `found`, `expected`.
    case levelCount = "questionnaire.levelCount"
    /// Codes of levels are numbers that do not go up. Details: `found` (the codes).
    case levelOrder = "questionnaire.levelOrder"
    /// Two levels, or a level and "no answer", are written in the same way. Details: `found`, `code`, `other` (the
    /// levels).
    case sameSpelling = "questionnaire.sameSpelling"
    /// A heading stands for two things, or twice for one. Details: `found`.
    case sameColumn = "questionnaire.sameColumn"
    /// A code with a space or a comma. Details: `found`.
    case badCode = "questionnaire.badCode"
    /// A code stands twice. Details: `code`.
    case duplicateCode = "questionnaire.duplicateCode"
    /// A number or a count of elements is outside its range. Details: `key`, `found`, `expected`.
    case outOfRange = "questionnaire.outOfRange"
    /// A stage that draws people is not the last. Details: `stage`.
    case stageWithoutCluster = "questionnaire.stageWithoutCluster"
    /// A stage changes nothing, because one before it has no population. Details: `stage`, `other` (that stage).
    case stageWithoutEffect = "questionnaire.stageWithoutEffect"
    /// A key changes nothing with the method that was chosen. Details: `key`, `method`.
    case keyWithoutEffect = "questionnaire.keyWithoutEffect"
    /// Two parts give the same metric. Details: `found`.
    case sameMetric = "questionnaire.sameMetric"

    /// What changes nothing, or may be meant, is a warning; the rest are errors.
    public var severity: Finding.Severity {
        switch self {
        case .levelOrder, .stageWithoutEffect, .keyWithoutEffect: .warning
        default: .error
        }
    }
}
