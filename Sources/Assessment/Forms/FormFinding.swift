public import Values

/// What can be wrong with a form that comes back.
public enum FormFinding: String, FindingCode {
    /// The workbook is no form of this program: the hidden sheet that says so is missing. Details: none.
    case notAForm = "form.notAForm"
    /// It is of another criteria set, period or stage. Details: `key` (`set`, `period` …), `found`, `expected`.
    case ofAnother = "form.ofAnother"
    /// A row names no unit of the assessment. Details: `found`.
    case unknownUnit = "form.unknownUnit"
    /// A row names no criterion, or no metric of its criterion. Details: `found`.
    case unknownCode = "form.unknownCode"
    /// The visible code of a row is another than the hidden one. Details: `found`, `expected`.
    case changedCode = "form.changedCode"
    /// A figure stands in two rows of a form. Details: `metric`, `first`.
    case repeatedRow = "form.repeatedRow"
    /// A row stands above one that it followed. Details: `criterion`.
    case movedRow = "form.movedRow"
    /// Rows of criteria are missing. Details: `unit`, `expected` (their codes).
    case missingRows = "form.missingRows"
    /// Points were typed over the formula that gives them. Details: `criterion`, `found`.
    case typedOver = "form.typedOver"
    /// The points that the form shows are not those of its figures. Details: `criterion`, `found`, `expected`.
    case otherPoints = "form.otherPoints"
    /// Two forms say different things about a figure or a criterion. Details: `unit`, `code`, `found`,
    /// `other`, `first`.
    case conflict = "form.conflict"
    /// The folder has another figure, or other points, which are kept. Details: `unit`, `code`, `found`,
    /// `expected` (the folder's).
    case wouldReplace = "form.wouldReplace"
    /// A word that does not say what an appraiser thinks of the points. Details: `found`, `expected` (the known ones).
    case unknownOpinion = "form.unknownOpinion"
    /// A word that announces other points, and none are given. Details: `found`.
    case opinionWithoutPoints = "form.opinionWithoutPoints"
    /// A form of appraisal is of a stage at which nobody appraises. Details: `found` (its code), `expected` (those at
    /// which units are appraised).
    case notAppraised = "form.notAppraised"
    /// The folder's table is not one into which figures can be written. Details: none.
    case tableNotWritable = "form.tableNotWritable"
    /// New evidence or a day in a row of a form of explanation without an answer. Details: `code`.
    case noAnswer = "form.noAnswer"
    /// A text that is no day. Details: `found`.
    case badDay = "form.badDay"
    /// Nobody asked what a form of explanation answers. Details: `unit`, `code`.
    case unknownRequest = "form.unknownRequest"
    /// Another answer to what was decided already. Details: `unit`, `code`.
    case settledRequest = "form.settledRequest"
    /// No stage follows that at which units score themselves, so that nobody appraises. Details: none.
    case noAppraisal = "form.noAppraisal"

    /// Rows that moved and points that differ do no harm; a conflict does.
    public var severity: Finding.Severity {
        switch self {
        case .movedRow, .missingRows, .otherPoints: .warning
        default: .error
        }
    }
}
