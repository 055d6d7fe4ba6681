public import Scoring
package import Survey
import Tables
public import Values

/// An assessment (đợt đánh giá) read from a folder: the edition that scores it, the units, their figures, the points
/// people gave, and the scores.
///
/// It never changes, and all that say something of it hold the same one.
public final class Assessment: Sendable {
    /// The folder as the user specified it.
    public let folder: String
    /// The content of `assessment.json`.
    public let settings: AssessmentSettings
    /// The units, in the order of their table, without those that were left out.
    public let units: [Unit]
    /// The figures, by the positions of units and metrics.
    public let figures: FigureTable
    /// The points that stand at the stage of ``settings``: those that people gave, otherwise those that the edition
    /// gives for the figures.
    public let scores: ScoreTable
    /// Evidence, explanations and notes, by unit and metric.
    public let remarks: [FigureKey: Remark]
    /// Points that people gave, by unit, criterion and stage.
    public let givenScores: [GivenScore]
    /// What is said of units beside their figures, in the order of the table.
    public let unitRemarks: [UnitRemark]
    /// What units are asked to explain, in the order of the table.
    public let requests: [ExplanationRequest]
    /// What units give as evidence beside their figures; nil where there is no register.
    public let evidence: EvidenceRegister?
    /// What stages said about the points of those before, by unit, criterion and stage.
    public let givenOpinions: [GivenOpinion]
    /// The satisfaction survey, if the assessment has one.
    public let survey: AssessmentSurvey?
    /// The figures that were counted from lists.
    let lists: AssessmentLists
    /// Codes of units that were left out because their rows contain errors, in the order of the table of units.
    public let leftOut: [String]
    /// The days up to which figures count; nil where none is stated.
    package let figureDays: FigureDays?
    /// The figures that were drawn before the period ended; nil where there are none.
    public let provisional: ProvisionalFigures?
    /// The files that were read; nil where everything was in memory.
    private let files: AssessmentFiles?
    /// The file of points that replace those of the criteria; nil where none does.
    package let pointsFile: String?
    /// What was done to the stages; nil where nothing is known of it.
    package let stageLocks: StageLocks?

    /// What was read, with the points that the edition gives; `pointsFile` names the file of points in place of the set's.
    private init(
        computed scores: ScoreTable, folder: String, settings: AssessmentSettings, parts: Parts,
        files: AssessmentFiles?, pointsFile: String?, stageLocks: StageLocks?
    ) {
        (self.folder, self.settings, self.scores, self.files) = (folder, settings, scores, files)
        (units, figures, figureDays, leftOut) = (parts.units.units, parts.figures, parts.days, parts.leftOut)
        (remarks, givenScores, givenOpinions) = (parts.remarks, parts.given, parts.opinions)
        (unitRemarks, requests, evidence) = (parts.unitRemarks, parts.requests, parts.evidence)
        (survey, lists) = (parts.survey, parts.lists)
        (self.pointsFile, self.stageLocks) = (pointsFile, stageLocks)
        provisional = Self.provisional(parts.figures, parts.days, in: settings.period)
    }

    /// Another with some of its parts replaced.
    private init(
        _ other: Assessment, settings: AssessmentSettings, scores: ScoreTable, evidence: EvidenceRegister?
    ) {
        (self.settings, self.scores, self.evidence) = (settings, scores, evidence)
        (folder, files, units, figures) = (other.folder, other.files, other.units, other.figures)
        (figureDays, leftOut, provisional) = (other.figureDays, other.leftOut, other.provisional)
        (remarks, givenScores, givenOpinions) = (other.remarks, other.givenScores, other.givenOpinions)
        (unitRemarks, requests) = (other.unitRemarks, other.requests)
        (survey, lists) = (other.survey, other.lists)
        (pointsFile, stageLocks) = (other.pointsFile, other.stageLocks)
    }

    /// Another with the points of a stage.
    private convenience init(_ other: Assessment, at stage: Stage) {
        var settings = other.settings
        settings.stage = stage
        self.init(other, settings: settings, scores: other.scores(at: stage), evidence: other.evidence)
    }

    /// What was read, with the points that stand at the stage of its settings; `scores` are those that the edition gives.
    convenience init(
        folder: String, settings: AssessmentSettings, parts: Parts, scores: ScoreTable, files: AssessmentFiles?,
        pointsFile: String? = nil, stageLocks: StageLocks? = nil
    ) {
        self.init(
            Assessment(
                computed: scores, folder: folder, settings: settings, parts: parts, files: files,
                pointsFile: pointsFile, stageLocks: stageLocks),
            at: settings.stage)
    }

    /// The same assessment with the points of another stage; nil for a code that is neither `computed` nor one of its
    /// stages.
    public func at(stage code: String) -> Assessment? {
        settings.stages[code].map { Assessment(self, at: $0) }
    }

    /// The same assessment with another register of evidence.
    func with(evidence: EvidenceRegister?) -> Assessment {
        Assessment(self, settings: settings, scores: scores, evidence: evidence)
    }

    /// The table of actions that the folder names or contains.
    public var actionsFile: String? { files?.actions }
    /// What is specified about the folder's tables.
    var tables: TableOptions { files?.tables ?? TableOptions() }
    /// The criteria file; nil where the criteria were in memory.
    package var criteriaFile: String? { files?.criteria }
    /// The file of the survey's questionnaire.
    package var questionnaireFile: String? { files?.survey?.questionnaire }
    /// The tables of figures, and that of the points that people gave, if there is one.
    package var metricsFiles: [String] { files?.metrics.map { $0.path } ?? [] }
    package var scoresFile: String? { files?.scores }
    /// The table of requests for explanation, if there is one.
    package var requestsFile: String? { files?.requests }

    /// The compiled criteria.
    public var criteria: CompiledCriteria { scores.criteria }

    /// The position of the unit with a code. Complexity: O(units).
    public func position(ofUnit code: String) -> Int? {
        units.firstIndex { $0.code == code }
    }

    /// The remarks about a unit's figure for a metric.
    public func remark(unit: Int, metric: String) -> Remark? {
        remarks[FigureKey(unit: units[unit].code, metric: metric)]
    }

    /// What the survey says of a unit's figure for a metric, as it may be published; nil for one that does not rest on it.
    package func surveyed(unit: Int, metric: String) -> SurveyIndex? {
        guard let index = survey?.index(of: FigureKey(unit: units[unit].code, metric: metric)) else { return nil }
        return disclosure?.published(index, .below(units[unit].code)) ?? index
    }
}

extension Assessment {
    /// Assesses units whose figures are already in memory, without any file, from what a folder would contain.
    ///
    /// - Parameters:
    ///   - name: what reports call the assessment.
    ///   - stage: the stage whose points are shown, one of the list or `computed`.
    ///   - stages: the stages, in their order.
    ///   - groups: the groups in which units are ranked.
    ///   - criteria: the edition, compiled for the year.
    ///   - units: the units, in the order of the figures.
    ///   - figures: the figures.
    ///   - lastYear: last year's figures, for rules that evaluate a change.
    ///   - given: points that people gave, at any stage.
    ///   - opinions: what stages said about points, beside points of their own or without.
    /// - Throws: `ScoringError` when figures, units and criteria do not match.
    public convenience init(
        name: LocalizedText, stage: Stage = .selfAssessment, stages: StageList = StageList(), groups: [Group] = [],
        criteria: CompiledCriteria, units: [Unit], figures: FigureTable, lastYear: LastYear? = nil,
        given: [GivenScore] = [], opinions: [GivenOpinion] = []
    ) throws(ScoringError) {
        try self.init(
            settings: AssessmentSettings(
                name: name, period: Period(year: criteria.year), stage: stage, stages: stages, isSynthetic: false,
                notice: nil, groups: groups),
            criteria: criteria,
            parts: Parts(units: UnitList(units), figures: figures, remarks: [:], given: given, opinions: opinions),
            lastYear: lastYear)
    }

    /// Assesses what is in memory; `folder` is what reports call the place of it.
    convenience init(
        settings: AssessmentSettings, criteria: CompiledCriteria, parts: Parts, lastYear: LastYear? = nil,
        folder: String = ""
    ) throws(ScoringError) {
        let scores = try criteria.score(
            parts.figures, units: parts.units.units.map { $0.scored }, lastYear: lastYear)
        self.init(folder: folder, settings: settings, parts: parts, scores: scores, files: nil)
    }
}

/// A group of units that are ranked against each other.
public struct Group: Hashable, Sendable {
    /// The code.
    public let code: String
    /// The display name.
    public let name: LocalizedText

    /// Makes a group.
    public init(code: String, name: LocalizedText) {
        (self.code, self.name) = (code, name)
    }
}

/// An administrative unit that is scored.
public struct Unit: Hashable, Sendable {
    /// Whose figures, put together, are those of a unit that stands for others.
    public enum FigureSource: String, CaseIterable, Hashable, Sendable {
        /// Those of the units directly under it.
        case children
        /// Those of the units of the same table that it succeeds.
        case predecessors
    }

    /// The code: text, never a number.
    public let code: String
    /// The display name.
    public let name: String
    /// The code of its level.
    public let level: String
    /// The code of its parent unit.
    public let parent: String?
    /// The code of its group.
    public let group: String?
    /// The codes of the units that it succeeds.
    public let successorOf: [String]
    /// Whose figures are its own where it reports none; nil for a unit that stands for itself.
    public let figuresFrom: FigureSource?
    /// Whether it has a place; some are only scored, by decree.
    public let isRanked: Bool

    /// Makes a unit.
    public init(
        code: String, name: String, level: String, parent: String? = nil, group: String? = nil,
        successorOf: [String] = [], figuresFrom: FigureSource? = nil, isRanked: Bool = true
    ) {
        (self.code, self.name, self.level) = (code, name, level)
        (self.parent, self.group, self.successorOf) = (parent, group, successorOf)
        (self.figuresFrom, self.isRanked) = (figuresFrom, isRanked)
    }

    /// The unit as scoring sees it.
    var scored: ScoredUnit {
        ScoredUnit(code: code, level: level, group: group, parent: parent, isRanked: isRanked)
    }
}

/// Identifies a unit's figure for a metric.
public struct FigureKey: Hashable, Sendable {
    /// The unit's code.
    public let unit: String
    /// The metric's code, or the criterion's.
    public let metric: String

    package init(unit: String, metric: String) { (self.unit, self.metric) = (unit, metric) }
}

/// The remarks about a figure.
public struct Remark: Hashable, Sendable {
    /// Tài liệu kiểm chứng.
    public let evidence: String?
    /// Giải trình.
    public let explanation: String?
    /// Ghi chú.
    public let note: String?
    /// The codes of the units whose figures were put together; empty for a figure of the unit's own.
    public internal(set) var pooledFrom: [String] = []
}

/// Points that people gave to a criterion; they are kept beside the computed ones.
public struct GivenScore: Hashable, Sendable {
    /// The unit's code.
    public let unit: String
    /// The criterion's code.
    public let criterion: String
    /// The stage at which they were given.
    public let stage: Stage
    /// The points.
    public let points: FixedDecimal
    /// The reason.
    public let reason: String?
    /// Tài liệu kiểm chứng.
    public let evidence: String?
    /// The day, such as `2025-11-01`.
    public let date: String?

    /// Makes a given score.
    public init(
        unit: String, criterion: String, stage: Stage, points: FixedDecimal, reason: String? = nil,
        evidence: String? = nil, date: String? = nil
    ) {
        (self.unit, self.criterion, self.stage, self.points) = (unit, criterion, stage, points)
        (self.reason, self.evidence, self.date) = (reason, evidence, date)
    }
}

/// The result of reading a folder: all findings, and the assessment unless there is an error.
public struct AssessmentReading: Sendable {
    /// The assessment; nil when an error leaves nothing to score.
    public let assessment: Assessment?
    /// All findings, in file order.
    public let findings: [Finding]
    /// How each table was read.
    public let tables: [TableDescription]
}

/// How a table was read, to be shown on request.
public struct TableDescription: Hashable, Sendable {
    /// The file.
    public let file: String
    /// The sheet of a workbook; nil for a text file.
    public let sheet: String?
    /// The delimiter: `,`, `;`, a tab; a sheet needs none.
    public let delimiter: String
    /// The decimal separator, or nil when no cell needed one.
    public let decimalSeparator: String?
    /// What showed the decimal separator: a cell, or that it was specified.
    public let evidence: String?
    /// Whether rows are units and columns are metrics.
    public let isWide: Bool
    /// Rows below the heading.
    public let rowCount: Int
}

/// What a caller can specify about reading.
public struct AssessmentOptions: Sendable {
    /// A file of points that replace those of the criteria.
    public var points: String?
    /// Whether to score the sound units when rows of others contain errors.
    public var keepGoing = false
    /// The delimiter, if it is not to be detected.
    public var delimiter: Character?
    /// The decimal separator, if it is not to be detected.
    public var decimalSeparator: Character?
    /// The encoding of tables that are text files, if it is not to be recognised: `tcvn3`, `vni`, `windows-1258`.
    public var encoding: String?
    /// To how many decimals numbers of tables are rounded; nil for what the settings say.
    public var roundingDigits: Int?
    /// Tally files instead of the survey's answers.
    public var tallies: [String] = []
    /// Codes of the questionnaire's domains by which the survey is broken down; others are ignored.
    public var surveyDomains: [String] = []
    /// The file to which every fault of the survey's answers is written.
    public var faultFile: String?
    /// Where criteria sets are looked for that `assessment.json` names by set and edition.
    public var criteriaPlaces = CriteriaPlaces()
    /// Which rows of lists that fail are kept; nil for none.
    public var failedRows: FailedRowsOption?
    /// Whether what was locked is not looked at: for copies of a folder.
    package var isWithoutLedger = false

    /// Makes options that detect everything and stop at errors.
    public init() {}
}
