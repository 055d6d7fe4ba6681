public import Values

/// What can be wrong with an assessment's settings, units, figures and given points.
public enum AssessmentFinding: String, FindingCode {
    /// The folder has no `assessment.json`, or is not a folder. Details: `found`.
    case notAnAssessment = "assessment.notAnAssessment"
    /// There is no criteria file where the settings say. Details: `found` (its path).
    case noCriteriaFile = "assessment.noCriteriaFile"
    /// No file of the criteria that the settings name by set and edition. Details: `found` (the name), `expected` (where
    /// it was looked for).
    case noCriteriaNamed = "assessment.noCriteriaNamed"
    /// The file found under a name holds another set or edition. Details: `expected` (the name), `found`, `first` (the
    /// file).
    case otherCriteriaNamed = "assessment.otherCriteriaNamed"
    /// A file that the folder names or brings along lies outside it, and is not read. Details: `expected` (an
    /// `OutsideKind`) where it might lie there if it were what it should be.
    case outsideFolder = "assessment.outsideFolder"
    /// The folder has a table twice, as text and as a workbook, and this one is not read. Details: `found` (the other).
    case tableTwice = "assessment.tableTwice"
    /// The edition does not cover the year. Details: `found`, `expected`.
    case yearOutsideEdition = "assessment.yearOutsideEdition"
    /// A column that is not read. Details: `found`, `suggestion`.
    case unknownColumn = "assessment.unknownColumn"
    /// A required cell is blank. Details: `key`.
    case blankCell = "assessment.blankCell"
    /// A unit occurs twice. Details: `unit`, `first`.
    case duplicateUnit = "assessment.duplicateUnit"
    /// A unit that is not in the table of units. Details: `found`, `suggestion`.
    case unknownUnit = "assessment.unknownUnit"
    /// A name that several units bear. Details: `found`, `expected` (their codes).
    case ambiguousUnit = "assessment.ambiguousUnit"
    /// A scenario's unit is not scored because its rows have errors. Details: `found`.
    case unitLeftOut = "assessment.unitLeftOut"
    /// A level that the criteria do not have. Details: `found`, `expected`, `suggestion`.
    case unknownLevel = "assessment.unknownLevel"
    /// A group that the settings do not have. Details: `found`, `expected`, `suggestion`.
    case unknownGroup = "assessment.unknownGroup"
    /// The criteria have a rule for a group that the settings do not have. Details: `found`, `expected`, `suggestion`.
    case ruleForUnknownGroup = "assessment.ruleForUnknownGroup"
    /// A word that does not say whether a unit is ranked. Details: `found`, `expected` (the known ones), `suggestion`.
    case unknownRankedWord = "assessment.unknownRankedWord"
    /// A parent that is not a unit. Details: `found`, `suggestion`.
    case unknownParent = "assessment.unknownParent"
    /// Units that are above themselves: a unit's parent is below it, or it is its own. Details: `found` (the way of the
    /// circle).
    case parentCircle = "assessment.parentCircle"
    /// A parent of a lower level than its unit. Details: `found`, `other` (its level), `expected` (the unit's level).
    case parentOfLowerLevel = "assessment.parentOfLowerLevel"
    /// A predecessor that last year's table of units does not have. Details: `found`, `suggestion`.
    case unknownPredecessor = "assessment.unknownPredecessor"
    /// A predecessor whose figures are to be a unit's is not in the same table. Details: `unit`, `found`, `suggestion`.
    case unknownPooledUnit = "assessment.unknownPooledUnit"
    /// A unit names a predecessor twice; it counts once. Details: `unit`, `found`.
    case repeatedPredecessor = "assessment.repeatedPredecessor"
    /// The table of units is empty. Details: none.
    case noUnits = "assessment.noUnits"
    /// An index of the survey is linked to a metric that is not a percentage. Details: `metric`.
    case surveyNeedsPercent = "assessment.surveyNeedsPercent"
    /// A table has a figure that the survey supplies too. Details: `metric`, `unit`.
    case figureBesideSurvey = "assessment.figureBesideSurvey"
    /// Too few people answered, so that a metric is still awaited. Details: `metric`, `code` (the unit), `found`,
    /// `expected`.
    case tooFewAnswers = "assessment.tooFewAnswers"
    /// A metric that the criteria do not have. Details: `found`, `suggestion`.
    case unknownMetric = "assessment.unknownMetric"
    /// A criterion that the set does not have. Details: `found`, `suggestion`.
    case unknownCriterion = "assessment.unknownCriterion"
    /// A unit reports a metric twice. Details: `unit`, `metric`, `first`.
    case duplicateFigure = "assessment.duplicateFigure"
    /// An unknown status. Details: `found`, `expected`, `suggestion`.
    case unknownStatus = "assessment.unknownStatus"
    /// A word that may mean that something does not apply or that it is not available. Details: `found`, `expected` (the
    /// words that say it plainly).
    case ambiguousStatus = "assessment.ambiguousStatus"
    /// A unit says itself that something is not assigned to it. Details: `unit`, `metric`, `found`.
    case notAssignedByUnit = "assessment.notAssignedByUnit"
    /// A row has both a value and counts, or a number and a status that says there is none. Details: `unit`, `metric`.
    case contradictoryFigure = "assessment.contradictoryFigure"
    /// One of two counts is missing. Details: `unit`, `metric`, `key`.
    case missingCount = "assessment.missingCount"
    /// A percent sign on a figure that is not a percentage. Details: `unit`, `metric`, `found`.
    case percentSign = "assessment.percentSign"
    /// A figure outside its metric's domain. Details: `unit`, `metric`, `found`, `expected`.
    case outsideDomain = "assessment.outsideDomain"
    /// A figure outside what the criteria expect: a warning, since it may be right. Details: `unit`, `metric`, `found`,
    /// `expected`.
    case outsideExpectation = "assessment.outsideExpectation"
    /// A figure between two steps. Details: `unit`, `metric`, `found`, `expected`.
    case offStep = "assessment.offStep"
    /// Counts for a metric that is not a ratio. Details: `unit`, `metric`.
    case notARatio = "assessment.notARatio"
    /// A negative count. Details: `unit`, `metric`, `found`.
    case negativeCount = "assessment.negativeCount"
    /// A numerator greater than its denominator. Details: `unit`, `metric`, `found`, `expected`.
    case numeratorExceedsDenominator = "assessment.numeratorExceedsDenominator"
    /// n ÷ 0. Details: `unit`, `metric`, `found`.
    case divisionByZero = "assessment.divisionByZero"
    /// A change in percent of a negative figure. Details: `unit`, `metric`.
    case negativeBase = "assessment.negativeBase"
    /// 0 ÷ 0 where the criterion has no convention. Details: `unit`, `metric`.
    case zeroOverZero = "assessment.zeroOverZero"
    /// Not applicable where the criterion does not allow it. Details: `unit`, `metric`.
    case notApplicableNotAllowed = "assessment.notApplicableNotAllowed"
    /// Some figures of one rule do not apply, others are reported. Details: `unit`, `metric`.
    case partlyNotApplicable = "assessment.partlyNotApplicable"
    /// Figures too large to be scored exactly. Details: `unit`, `metric`.
    case tooLargeToScore = "assessment.tooLargeToScore"
    /// A figure for a criterion that does not apply to the unit's level. Details: `unit`, `metric`, `found` (its
    /// level).
    case figureOfAnotherLevel = "assessment.figureOfAnotherLevel"
    /// A reported figure without evidence or explanation. Details: `unit`, `metric`, `expected`.
    case missingEvidence = "assessment.missingEvidence"
    /// A unit states without a reason that something does not apply. Details: `unit`, `metric`.
    case notApplicableWithoutReason = "assessment.notApplicableWithoutReason"
    /// A unit without a single figure. Details: `unit`.
    case unitWithoutFigures = "assessment.unitWithoutFigures"
    /// Points given outside 0 … maximum. Details: `unit`, `criterion`, `found`, `expected`.
    case givenOutsideMaximum = "assessment.givenOutsideMaximum"
    /// A text that is not a day, or a day far from the assessment's year. Details: `found`, `expected` (the years), if
    /// it is a day.
    case badDay = "assessment.badDay"
    /// Points given twice at one stage. Details: `unit`, `criterion`, `first`.
    case duplicateGiven = "assessment.duplicateGiven"
    /// Given points other than the computed ones. Details: `unit`, `criterion`, `stage`, `found`, `expected` (the
    /// computed points), `other` (how many points are at stake).
    case givenDiffersFromComputed = "assessment.givenDiffersFromComputed"
    /// A stage after the self-assessment changes points without a reason. Details: `unit`, `criterion`, `stage`,
    /// `found`, `expected` (the points that stood before), `other` (how many points are at stake).
    case changeWithoutReason = "assessment.changeWithoutReason"
    /// A unit scored itself on what a survey measures. Details: `unit`, `criterion`, `stage`.
    case selfScoreOfSurvey = "assessment.selfScoreOfSurvey"
    /// A word that does not say what somebody thinks of given points. Details: `found`, `expected` (the known ones).
    case unknownOpinion = "assessment.unknownOpinion"
    /// Words that announce other points, and none are given. Details: `unit`, `criterion`, `found`.
    case opinionWithoutPoints = "assessment.opinionWithoutPoints"
    /// An opinion at the stage at which units score themselves. Details: `unit`, `criterion`, `stage`.
    case opinionAtOwnStage = "assessment.opinionAtOwnStage"
    /// A column of opinions in a table with columns of points for several stages that says of none whose it is. Details:
    /// `found`, `expected` (the stages).
    case opinionOfNoStage = "assessment.opinionOfNoStage"
    /// Agreement beside points other than those that stood before; the points count. Details: `unit`, `criterion`,
    /// `stage`, `found`, `expected` (the points that stood before), `other` (how many points are at stake).
    case acceptedOtherPoints = "assessment.acceptedOtherPoints"
    /// An opinion about a criterion that does not apply to the unit's level or is only watched. Details: `unit`,
    /// `criterion`, `stage`.
    case opinionOfNoLine = "assessment.opinionOfNoLine"
    /// A line is returned, and nobody says what is to be explained. Details: `unit`, `criterion`, `stage`.
    case returnedWithoutReason = "assessment.returnedWithoutReason"
    /// A word that would name two stages: a code or name is that of another. Details: `found` (the word), `code`
    /// and `other` (the stages).
    case ambiguousStage = "assessment.ambiguousStage"
    /// A stage with a code that is not available. Details: `found`.
    case reservedStage = "assessment.reservedStage"
    /// A predecessor was divided, so that nobody knows which part of last year's figures is the unit's: what is compared
    /// with last year is not measured. Details: `unit`, `found` (the predecessor), `expected` (what it became).
    case dividedPredecessor = "assessment.dividedPredecessor"
    /// There are no figures of last year to compare a unit's with. Details: `unit`, `criterion` (those concerned).
    case lastYearNotReported = "assessment.lastYearNotReported"
    /// Last year's folder cannot be used. Details: `found`.
    case previousUnusable = "assessment.previousUnusable"
    /// Figures break a relation of the set. Details: `unit`, `key` (the relation), `found` and `expected` (both numbers),
    /// `other` (how they must compare), `first` (the cell of the second number) or `expectedFrom` (its cells), `foundFrom`
    /// (the cells of the first, where there are several), `metric`, `range` and `conditionFrom` (when it must hold, with the
    /// cell), `tolerance` and `reason`, if the set states them.
    case relationBroken = "assessment.relationBroken"
    /// The same, where the set says that it deserves a look.
    case relationDoubtful = "assessment.relationDoubtful"
    /// The folder of last year's assessment is not there: what is compared with it is not measured. Details: `found`.
    case previousMissing = "assessment.previousMissing"
    /// Last year's figure is zero or negative, so that there is no change in percent of it: the criterion has no points.
    /// Details: `unit`, `metric`, `foundFrom` (its cells, where several units make it).
    case noLastYearBase = "assessment.noLastYearBase"
    /// Criteria compare with last year, and the folder of the period before is that of the period just before. Details:
    /// `criterion`.
    case needsLastYear = "assessment.needsLastYear"
    /// A figure that was drawn before its period began. Details: `unit`, `metric`, `found`, `expected` (days).
    case figureBeforePeriod = "assessment.figureBeforePeriod"
    /// Figures of one criterion that were drawn too far apart. Details: `unit`, `metric`, `criterion`, `found` and `other`
    /// (the days), `expected` (so many days may be between them).
    case figuresApart = "assessment.figuresApart"
    /// The figures of a unit and of a peer that were drawn too far apart. Details: `unit`, `code` (the peer), `metric`,
    /// `found` and `other` (the days), `expected`.
    case peersApart = "assessment.peersApart"
    /// A text that is no period, or days of which the last comes before the first. Details: `found`.
    case badPeriod = "assessment.badPeriod"
    /// The year is not that in which the period ends. Details: `found`, `expected`.
    case yearOutsidePeriod = "assessment.yearOutsidePeriod"
    /// A word that does not say whose figures are a unit's. Details: `found`, `expected` (the known ones).
    case unknownFigureSource = "assessment.unknownFigureSource"
    /// A unit stands for others, and there are none. Details: `unit`.
    case nothingToPool = "assessment.nothingToPool"
    /// A unit stands for itself by way of others. Details: `unit`, `found` (the way of the circle).
    case poolingCircle = "assessment.poolingCircle"
    /// Figures of units that another stands for are missing, so that it has none. Details: `unit`, `found` (the metrics),
    /// `count` and `expected` (the units without a figure).
    case poolingIncomplete = "assessment.poolingIncomplete"
    /// Figures of units that another stands for do not add up, or are percentages without counts. Details: `unit`,
    /// `found` (the metrics).
    case poolingImpossible = "assessment.poolingImpossible"
    /// A unit that stands for others reports another figure than theirs make. Details: `unit`, `metric`, `found`,
    /// `expected`.
    case pooledDiffers = "assessment.pooledDiffers"
    /// The folder specified as that of the period before is of no period that can be compared with. Details: `found`,
    /// `expected` (the codes of the periods).
    case previousYearDiffers = "assessment.previousYearDiffers"
    /// A percentage above 0 and below 1 without a percent sign, 0,97 where 97 may be meant, or a 1 or 0 of the same
    /// metric. With a percent sign, `0,97 %`, it is taken as it is. Details: `unit`, `metric`, `found`, `expected` (the
    /// percentage that may be meant), unless it is 0.
    case percentLooksLikeShare = "assessment.percentLooksLikeShare"
    /// The percentages of a metric are all 1 and 0: 100 may be meant. Details: `unit`, `metric`, `found`, `count` (the
    /// ones).
    case percentOfZerosAndOnes = "assessment.percentOfZerosAndOnes"
    /// A percentage beside two counts that is not theirs, however it was rounded; the counts are taken. Details: `unit`,
    /// `metric`, `found`, `expected` (the counts).
    case ratioDiffers = "assessment.ratioDiffers"
    /// A sum row is the sum neither of all rows nor of a part of them. Details: `found`, `expected` (the sum of the rows).
    case sumDiffers = "assessment.sumDiffers"
    /// A column headed by a metric's code in a table that names metrics row by row: it would not be read. Details:
    /// `found`.
    case metricColumnInLongTable = "assessment.metricColumnInLongTable"
    /// A row reports nothing in the columns that are read, and a column that is not read has a number or a status: its
    /// heading may be misspelt. Details: `unit`, `metric`, `found`, `key` (the heading).
    case figureInUnknownColumn = "assessment.figureInUnknownColumn"
    /// A quoted cell contains lines that look like rows of the table: a quote may be opened in one row and closed in
    /// another. Details: `found` (how many lines).
    case rowsInsideQuotes = "assessment.rowsInsideQuotes"
    /// A standard error where there is no figure. Details: `unit`, `metric`.
    case errorWithoutFigure = "assessment.errorWithoutFigure"

    /// Warnings for what deserves a look although the result stands.
    public var severity: Finding.Severity {
        switch self {
        case .tableTwice, .unknownColumn, .ratioDiffers, .sumDiffers, .outsideExpectation, .figureOfAnotherLevel,
            .missingEvidence,
            .percentLooksLikeShare,
            .percentOfZerosAndOnes, .notApplicableWithoutReason, .unitWithoutFigures, .tooFewAnswers,
            .errorWithoutFigure, .acceptedOtherPoints, .returnedWithoutReason, .givenDiffersFromComputed,
            .changeWithoutReason, .selfScoreOfSurvey, .previousMissing,
            .noLastYearBase, .needsLastYear, .ruleForUnknownGroup, .relationDoubtful, .figureBeforePeriod,
            .figuresApart, .peersApart, .poolingIncomplete, .poolingImpossible, .pooledDiffers,
            .repeatedPredecessor, .dividedPredecessor, .lastYearNotReported:
            .warning
        default: .error
        }
    }
}
