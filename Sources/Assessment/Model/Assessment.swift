public import Scoring
package import Survey
import Tables
public import Values

/// An assessment (đợt đánh giá) as it stands in a folder: the edition that scores, the units, their figures, what
/// people gave, and the scores.
public struct Assessment: Sendable {
    /// The folder as the user gave it.
    public let folder: String
    /// What `assessment.json` says.
    public let settings: AssessmentSettings
    /// The units, in the order of their table. Units that were left out are not among them.
    public let units: [Unit]
    /// The figures, by the positions of units and metrics.
    public let figures: FigureTable
    /// The points that the edition gives to the figures.
    public let scores: ScoreTable
    /// Evidence, explanations and notes, by unit and metric.
    public let remarks: [FigureKey: Remark]
    /// Points that people gave, beside the computed ones, by unit, criterion and stage.
    public let givenScores: [GivenScore]
    /// The satisfaction survey, if the assessment has one.
    public let survey: AssessmentSurvey?
    /// Codes of units that were left out because rows about them hold errors, in the order of the table of units.
    public let leftOut: [String]
    /// The table of actions that the folder names or holds.
    public let actionsFile: String?
    /// What is laid down about the folder's tables.
    let tables: TableOptions

    /// The compiled criteria.
    public var criteria: CompiledCriteria { scores.criteria }

    /// The position of the unit with a code. Complexity: O(units).
    public func position(ofUnit code: String) -> Int? {
        units.firstIndex { $0.code == code }
    }

    /// What was said about a unit's figure for a metric.
    public func remark(unit: Int, metric: String) -> Remark? {
        remarks[FigureKey(unit: units[unit].code, metric: metric)]
    }

    /// What the survey says of a unit's figure for a metric; nil for one that does not rest on it.
    package func surveyed(unit: Int, metric: String) -> SurveyIndex? {
        survey?.metrics[FigureKey(unit: units[unit].code, metric: metric)]
    }
}

extension Assessment {
    /// Assesses units whose figures are at hand, without any file; it is made up of what a folder would hold.
    ///
    /// - Parameters:
    ///   - units: the units, in the order of the figures.
    ///   - lastYear: figures of the year before, for rules that look at a change.
    /// - Throws: ``ScoringError`` when figures and units do not fit each other or the criteria.
    public init(
        name: LocalizedText, stage: AssessmentSettings.Stage = .selfAssessment, groups: [Group] = [],
        criteria: CompiledCriteria, units: [Unit], figures: FigureTable, lastYear: LastYear? = nil
    ) throws(ScoringError) {
        let scored = units.map { ScoredUnit(code: $0.code, level: $0.level, group: $0.group) }
        self.init(
            folder: "",
            settings: AssessmentSettings(
                name: name, year: criteria.year, stage: stage, isSynthetic: false, notice: nil, groups: groups),
            units: units, figures: figures,
            scores: try criteria.score(figures, units: scored, lastYear: lastYear), remarks: [:], givenScores: [],
            survey: nil, leftOut: [], actionsFile: nil, tables: TableOptions())
    }
}

/// What `assessment.json` says.
public struct AssessmentSettings: Sendable {
    /// The steps of an assessment; what they gave is kept apart for ever.
    public enum Stage: String, CaseIterable, Hashable, Sendable {
        /// Tự đánh giá.
        case selfAssessment = "self"
        /// Thẩm định.
        case appraisal
    }

    /// What people call the assessment.
    public let name: LocalizedText
    /// The year that is scored.
    public let year: Int
    /// The step that the figures belong to.
    public let stage: Stage
    /// Whether the figures are made up; every report then says so.
    public let isSynthetic: Bool
    /// A notice that every report shows, such as where the figures come from.
    public let notice: LocalizedText?
    /// The groups (khối) of units, in the order of reports.
    public let groups: [Group]
    /// Days that the assessment itself keeps to, such as those of reports.
    public internal(set) var dates: [PlannedDate] = []
    /// The folder of last year's assessment, as a path that can be opened.
    public internal(set) var previous: String?
}

/// A day that an assessment keeps to: a report, the self-assessment, the appraisal.
public struct PlannedDate: Hashable, Sendable {
    /// What is due.
    public let name: LocalizedText
    /// The last day for it.
    public let due: CalendarDay
    /// Who leads it (cơ quan chủ trì).
    public let lead: String?
    /// The day on which it was done.
    public let done: CalendarDay?
    /// Where it is laid down.
    public let source: String?
}

/// A group of units that are ranked among each other.
public struct Group: Hashable, Sendable {
    /// The code.
    public let code: String
    /// What people call it.
    public let name: LocalizedText

    /// Makes a group.
    public init(code: String, name: LocalizedText) {
        (self.code, self.name) = (code, name)
    }
}

/// A unit of administration that is scored.
public struct Unit: Hashable, Sendable {
    /// The code: text, never a number.
    public let code: String
    /// What people call it.
    public let name: String
    /// The code of its level.
    public let level: String
    /// The code of the unit that it belongs to.
    public let parent: String?
    /// The code of its group.
    public let group: String?
    /// The codes of the units that it succeeds.
    public let successorOf: [String]

    /// Makes a unit.
    public init(
        code: String, name: String, level: String, parent: String? = nil, group: String? = nil,
        successorOf: [String] = []
    ) {
        (self.code, self.name, self.level) = (code, name, level)
        (self.parent, self.group, self.successorOf) = (parent, group, successorOf)
    }
}

/// Names a unit's figure for a metric.
public struct FigureKey: Hashable, Sendable {
    /// The unit's code.
    public let unit: String
    /// The metric's code.
    public let metric: String
}

/// What was said about a figure.
public struct Remark: Hashable, Sendable {
    /// Tài liệu kiểm chứng.
    public let evidence: String?
    /// Giải trình.
    public let explanation: String?
    /// Ghi chú.
    public let note: String?
}

/// Points that people gave to a criterion, beside the computed ones.
public struct GivenScore: Hashable, Sendable {
    /// The unit's code.
    public let unit: String
    /// The criterion's code.
    public let criterion: String
    /// Who gave them.
    public let stage: AssessmentSettings.Stage
    /// The points.
    public let points: FixedDecimal
    /// Why.
    public let reason: String?
    /// Tài liệu kiểm chứng.
    public let evidence: String?
    /// The day, as written.
    public let date: String?
}

/// What reading a folder brought: everything that was found, and the assessment unless an error forbids it.
public struct AssessmentReading: Sendable {
    /// The assessment; nil when an error leaves nothing to score.
    public let assessment: Assessment?
    /// Every finding, in the order of the files.
    public let findings: [Finding]
    /// How each table was read.
    public let tables: [TableDescription]
}

/// How a table was read, to be shown on request.
public struct TableDescription: Hashable, Sendable {
    /// The file.
    public let file: String
    /// The sign between cells: `,`, `;`, a tab.
    public let delimiter: String
    /// The decimal sign, or nil when no cell needed one.
    public let decimalSeparator: String?
    /// What told the decimal sign: a cell, or that it was forced.
    public let evidence: String?
    /// Whether a row is a unit and a column a metric.
    public let isWide: Bool
    /// Rows below the heading.
    public let rowCount: Int
}

/// What a caller may set about reading.
public struct AssessmentOptions: Sendable {
    /// A file of points that replace those of the criteria.
    public var points: String?
    /// Scores the sound units when rows of others hold errors.
    public var keepGoing = false
    /// The sign between cells, where it shall not be detected.
    public var delimiter: Character?
    /// The decimal sign, where it shall not be detected.
    public var decimalSeparator: Character?
    /// Tally files in place of the survey's answers.
    public var tallies: [String] = []
    /// Codes of the questionnaire's domains by which the survey is divided; others are not looked for.
    public var surveyDomains: [String] = []
    /// The file that gets every fault of the survey's answers.
    public var faultFile: String?

    /// Makes options that detect everything and stop at errors.
    public init() {}
}
