public import Values

/// What can be wrong with the content of a questionnaire.
public enum QuestionnaireFinding: String, FindingCode {
    /// A scale with too few or too many levels. Details: `found`, `expected`.
    case levelCount = "questionnaire.levelCount"
    /// Codes of levels are numbers that do not ascend. Details: `found` (the codes).
    case levelOrder = "questionnaire.levelOrder"
    /// Two levels, or a level and "no answer", have the same spelling. Details: `found`, `code`, `other` (the levels).
    case sameSpelling = "questionnaire.sameSpelling"
    /// A heading stands for two things, or twice for one. Details: `found`.
    case sameColumn = "questionnaire.sameColumn"
    /// A code contains a space or a comma. Details: `found`.
    case badCode = "questionnaire.badCode"
    /// A code occurs twice. Details: `code`.
    case duplicateCode = "questionnaire.duplicateCode"
    /// A domain has a name that stands for something else in `--by`. Details: `code`, `expected` (these names).
    case reservedDomain = "questionnaire.reservedDomain"
    /// A number or a count of elements is out of range. Details: `key`, `found`, `expected`.
    case outOfRange = "questionnaire.outOfRange"
    /// A stage that draws people is not the last. Details: `stage`.
    case stageWithoutCluster = "questionnaire.stageWithoutCluster"
    /// A stage has no effect, because one before it has no population. Details: `stage`, `other` (that stage).
    case stageWithoutEffect = "questionnaire.stageWithoutEffect"
    /// A key has no effect with the chosen method. Details: `key`, `method`.
    case keyWithoutEffect = "questionnaire.keyWithoutEffect"
    /// No question names a scale. Details: `found`.
    case unusedScale = "questionnaire.unusedScale"
    /// A condition states none or several of `is`, `isNot` and `filled`. Details: `found` (how many).
    case unclearCondition = "questionnaire.unclearCondition"
    /// A choice has a column although all choices stand in one cell, or has none although they do not. Details: `code`.
    case choiceColumns = "questionnaire.choiceColumns"
    /// A rule by which forms are dropped has no limit, or no column to hold against it. Details: `found`.
    case ruleWithoutLimit = "questionnaire.ruleWithoutLimit"
    /// Two parts give the same metric. Details: `found`.
    case sameMetric = "questionnaire.sameMetric"

    /// What has no effect, or may be intended, is a warning; the rest are errors.
    public var severity: Finding.Severity {
        switch self {
        case .levelOrder, .stageWithoutEffect, .keyWithoutEffect, .unusedScale: .warning
        default: .error
        }
    }
}
