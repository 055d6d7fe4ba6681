public import Values

/// What is doubtful about a questionnaire that was drafted from an export.
public enum DraftFinding: String, FindingCode {
    /// No column looks like a question on a scale. Details: none.
    case noQuestion = "draft.noQuestion"
    /// No column names the unit. Details: none.
    case noUnit = "draft.noUnit"
    /// Several columns may name the unit; the first is taken. Details: `found` (their headings).
    case severalUnits = "draft.severalUnits"
    /// Nothing in the export says how people were drawn. Details: none.
    case noDesign = "draft.noDesign"
    /// How many levels of a scale count as satisfied is supposed. Details: `found` (their labels).
    case topLevels = "draft.topLevels"
    /// The numbers of a scale are known, their meaning and order are supposed. Details: `found` (the codes).
    case numbersOnly = "draft.numbersOnly"
    /// A cell says what the scale of its column does not explain. Details: `found`.
    case outsideScale = "draft.outsideScale"
    /// Texts or numbers are taken for "no answer" or "not asked". Details: `found`.
    case noAnswerSupposed = "draft.noAnswerSupposed"
    /// Columns are taken for the choices of one question. Details: `found` (the question), `count` (of choices).
    case severalAnswers = "draft.severalAnswers"
    /// A column is taken for the mark of finished forms. Details: `found` (its heading).
    case finishedSupposed = "draft.finishedSupposed"
    /// Columns are taken for when, by whom and on what device forms were filled in; which forms are doubtful is not stated.
    /// Details: `found` (their headings).
    case fieldWorkSupposed = "draft.fieldWorkSupposed"
    /// Factors are the groups of the export, or one for all questions. Details: `count`.
    case factorsSupposed = "draft.factorsSupposed"
    /// Columns that are not used. Details: `found` (their headings), `count`.
    case unusedColumns = "draft.unusedColumns"

    /// Only a draft without a question is none.
    public var severity: Finding.Severity { self == .noQuestion ? .error : .warning }
}
