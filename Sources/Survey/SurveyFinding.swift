public import Values

/// What can be wrong with answers and tallies. Places count rows as a spreadsheet shows them.
public enum SurveyFinding: String, FindingCode {
    /// An answer that is not on the scale; it counts as no answer. Details: `found`, `expected` (the levels).
    case unknownAnswer = "survey.unknownAnswer"
    /// A unit that is not in the list of units; the row is left out. Details: `found`.
    case unknownUnit = "survey.unknownUnit"
    /// A name that several units bear; the row is left out. Details: `found`, `expected` (their codes).
    case ambiguousUnit = "survey.ambiguousUnit"
    /// A row without a unit; it is left out. Details: none.
    case missingUnit = "survey.missingUnit"
    /// A weight or population that is not a number; the row is left out. Details: `found`.
    case notANumber = "survey.notANumber"
    /// A weight or population with a decimal separator other than the one at the beginning of the file: one of them is
    /// wrong. Details: `found`.
    case otherSeparator = "survey.otherSeparator"
    /// A weight or population that can be read in two ways; the row is left out. Details: `found`.
    case ambiguousNumber = "survey.ambiguousNumber"
    /// Weights with more decimals than are kept, which are rounded. Details: `found` (the first), `count`, `expected` (the
    /// decimals that are kept).
    case roundedWeights = "survey.roundedWeights"
    /// Clusters, or units where there are none, all of whose forms weigh nothing. Details: `found`, `count`.
    case weightless = "survey.weightless"
    /// The weights of a stratum do not add up to its population. Details: `found` (their sum), `expected` (people by the
    /// design), `stratum`, `count` (of such strata), `unit` if there is one.
    case otherWeights = "survey.otherWeights"
    /// The weights of all strata add up to the same share of their populations. Details: `found`, `expected` (people).
    case scaledWeights = "survey.scaledWeights"
    /// A weight that is negative, too large, or so small that rounding leaves nothing of it; a population that is no whole
    /// number from 1. The row is left out. Details: `found`.
    case numberOutOfRange = "survey.numberOutOfRange"
    /// A row with a different number of cells than the heading; it is left out. Details: `found`, `expected`, `text`.
    case cellCount = "survey.cellCount"
    /// A quote where none is allowed; the row is left out. Details: `found`.
    case badQuote = "survey.badQuote"
    /// A quote that is never closed, so that the rows after it are unknown. Details: `found`.
    case unclosedQuote = "survey.unclosedQuote"
    /// The file ends in the middle of its last row: more rows may be missing. Details: `found`, `expected`, `text`.
    case cutOff = "survey.cutOff"
    /// Bytes that are not UTF-8, or NUL, or a name of more than 1024 bytes; the row is left out. Details: `found`.
    case badText = "survey.badText"
    /// No row of a file can be used. Details: `count` (of rows after the heading).
    case noUsableRow = "survey.noUsableRow"
    /// More combinations of units, domains, strata and clusters than memory allows. Details: `expected`.
    case tooManyGroups = "survey.tooManyGroups"
    /// The file for all faults is one of the input files. Details: none.
    case faultsOverInput = "survey.faultsOverInput"
    /// More findings of one file than are listed; as severe as they are. Details: `count`.
    case moreFindings = "survey.moreFindings"
    /// Two rows state different populations for the same stratum. Details: `found`, `other`, `stratum`, `stage`, and
    /// if they are known `unit` (of the former) and `first` (where the latter stands).
    case otherPopulation = "survey.otherPopulation"
    /// A population is smaller than the sample drawn from it. Details: `found`, `expected`, `stratum`, `stage`,
    /// `unit` if it is known.
    case populationTooSmall = "survey.populationTooSmall"
    /// The cells of a tally are impossible under the design. Details: `found`.
    case badDesign = "survey.badDesign"
    /// A tally was made with another questionnaire, or other domains. Details: `found`, `expected`.
    case otherSurvey = "survey.otherSurvey"
    /// A table that is not a tally. Details: `found`, `expected`.
    case noTally = "survey.noTally"
    /// A number in a tally file cannot be read. Details: `found`.
    case badTally = "survey.badTally"
    /// A unit loses all of its forms, because its name is unknown or nothing in them can be used. Details: `found` (the
    /// name), `count`, `code` (the unit, if known), `suggestion`.
    case unitLost = "survey.unitLost"
    /// A unit loses more of its forms than the questionnaire allows. Details: `code` (the unit), `count`, `found` (all
    /// its forms), `expected` (percent).
    case tooManyUnusable = "survey.tooManyUnusable"
    /// More forms are left out that name no unit than the questionnaire allows. Details: `count`, `found` (all forms),
    /// `expected` (percent).
    case unusableWithoutUnit = "survey.unusableWithoutUnit"
    /// A unit has more answers that are not on the scale than the questionnaire allows. Details: `code` (the unit),
    /// `count`, `found` (all its answers), `expected` (percent).
    case tooManyUnknown = "survey.tooManyUnknown"
    /// All answers of a unit to one question are not on the scale. Details: `code` (the unit), `count`, `found` (the
    /// question).
    case answersLost = "survey.answersLost"
    /// A spreadsheet's error, such as `#N/A`, in a cell that is read. Details: `found`.
    case spreadsheetError = "survey.spreadsheetError"
    /// A file has the content of another one that is read too. Details: `other` (the file).
    case sameFile = "survey.sameFile"
    /// Forms that stand in an earlier file too, and are counted once. Details: `count`, `first` (of the place), `other`
    /// (the file), `found` (forms counted in all files).
    case repeatedForms = "survey.repeatedForms"
    /// Forms with the number of another form of the unit. Details: `count`, `first` (the place of the other).
    case repeatedNumber = "survey.repeatedNumber"
    /// Rows that are the same as others, where nothing tells whether they are one form; all are counted. Details:
    /// `count`, `first` (the place of the first).
    case sameRows = "survey.sameRows"
    /// Forms without a number, although the questionnaire names a column of them. Details: `count`.
    case noNumber = "survey.noNumber"
    /// Forms that are not finished by the questionnaire's rule; they do not count. Details: `count`.
    case unfinishedForms = "survey.unfinishedForms"
    /// Answers to questions that were not asked by the questionnaire's rules; they do not count. Details: `count`.
    case answersNotAsked = "survey.answersNotAsked"
    /// Forms that are dropped by the questionnaire's rules of field work. Details: `count`, `found` (the rules).
    case droppedForms = "survey.droppedForms"
    /// A questionnaire without a rule of field work, so that forms cannot be checked. Details: none.
    case noFieldRules = "survey.noFieldRules"
    /// Cells that should say when a form was begun or ended. Details: `found` (the first), `count`.
    case badMoment = "survey.badMoment"
    /// A tally has the same cells as others that were added before. Details: `count` (of cells), `found` (forms).
    case repeatedTally = "survey.repeatedTally"
    /// Some cells of a tally are the same as those of others that were added before; all are counted. Details: `count`
    /// (of cells), `found` (forms).
    case sameCells = "survey.sameCells"
    /// Numbers of a cell of a tally that contradict each other: no forms can give them. Details: `found`, `key` (the
    /// heading).
    case contradictoryTally = "survey.contradictoryTally"
    /// A cell stands twice in a tally. Details: `first`.
    case repeatedCell = "survey.repeatedCell"
    /// A tally was changed or cut after it had been written. Details: `found`, `expected` (checksums).
    case editedTally = "survey.editedTally"
    /// A tally without a checksum, so that nobody knows whether it was changed. Details: none.
    case noChecksum = "survey.noChecksum"
    /// A required cell of a table of strata is blank. Details: `key` (its heading).
    case blankCell = "survey.blankCell"
    /// The population of a stratum to draw from is no whole number of people. Details: `found`, `expected` (the range),
    /// unless a percent sign is what is wrong.
    case badPopulation = "survey.badPopulation"
    /// A stratum to draw from stands twice. Details: `found`, `first`.
    case repeatedStratum = "survey.repeatedStratum"
    /// The expected share, or the share of people who answer, is none. Details: `found`.
    case badShare = "survey.badShare"
    /// Strata that get nobody of a sample that is divided in proportion. Details: `found` (their names), `count`.
    case strataWithoutPeople = "survey.strataWithoutPeople"
    /// A table of strata without a stratum. Details: none.
    case noStrata = "survey.noStrata"
    /// A variable that calibration does not ask for. Details: `found`, `expected` (those that it does).
    case unknownVariable = "survey.unknownVariable"
    /// Populations of a unit that is not in the list of units. Details: `found`.
    case unknownPopulationUnit = "survey.unknownPopulationUnit"
    /// A category of a margin stands twice. Details: `found`, `first`.
    case repeatedCategory = "survey.repeatedCategory"
    /// Some populations are those of a unit and others of all. Details: none.
    case mixedMargins = "survey.mixedMargins"
    /// A margin without populations. Details: `key` (its variable), `unit` if they are those of one.
    case noMargin = "survey.noMargin"
    /// Two margins do not count the same people. Details: `key`, `found`, `other`, `expected` (the variables with their
    /// sums), `unit` if they are those of one.
    case marginsDiffer = "survey.marginsDiffer"
    /// Weights are to be calibrated, and there are no populations. Details: `expected` (the variables).
    case noPopulations = "survey.noPopulations"
    /// There are populations, and the questionnaire does not say how weights are calibrated. Details: none.
    case notCalibrated = "survey.notCalibrated"
    /// Forms of a category that has no population. Details: `found` (the category), `key` (the variable), `count` (of
    /// forms), `unit` if populations are those of units.
    case categoryWithoutPopulation = "survey.categoryWithoutPopulation"
    /// Nobody answered of a category that has a population. Details as of ``categoryWithoutPopulation``, `count` (people).
    case categoryWithoutForms = "survey.categoryWithoutForms"
    /// Forms of units without populations. Details: `found` (the units), `count`.
    case unitWithoutPopulations = "survey.unitWithoutPopulations"
    /// Margins that weights cannot meet together. Details: `key` (a variable), `unit` if they are those of one.
    case marginsNotMet = "survey.marginsNotMet"
    /// Linear calibration gives negative weights. Details: `count` (of forms), `unit` if populations are those of units.
    case negativeWeights = "survey.negativeWeights"
    /// Nobody of a class answered. Details: `found` (the class), `count` (of forms).
    case classWithoutAnswers = "survey.classWithoutAnswers"
    /// Weights cannot be held between their bounds. Details: `unit` if populations are those of units.
    case noRoomForWeights = "survey.noRoomForWeights"
    /// A tally that is not divided by what calibration, replicate weights or quantiles need. Details: `expected` (the codes).
    case undividedTally = "survey.undividedTally"
    /// Forms that weigh nothing in the sample and something in a replicate. Details: `found` (the column).
    case replicateOfWeightless = "survey.replicateOfWeightless"
    /// An area that is no unit of the list. Details: `found`.
    case unknownAreaUnit = "survey.unknownAreaUnit"
    /// A name in a table of areas that several units bear. Details: `found`, `expected` (their codes).
    case ambiguousAreaUnit = "survey.ambiguousAreaUnit"
    /// An area stands twice. Details: `found`, `first`.
    case repeatedArea = "survey.repeatedArea"
    /// Two areas have a unit in common, whose answers would count twice. Details: `found`, `other` (the areas).
    case overlappingAreas = "survey.overlappingAreas"
    /// Not enough areas with an error to fit a model. Details: `found`, `expected` (their number).
    case fewAreas = "survey.fewAreas"
    /// An auxiliary variable is the same in all areas, or follows from others. Details: `key`.
    case dependentAuxiliary = "survey.dependentAuxiliary"
    /// The variance between areas cannot be found. Details: none.
    case modelNotSettled = "survey.modelNotSettled"
    /// Cells of a tally that have fewer forms than results are published of. Details: `found` (the fewest), `count` (of
    /// cells), `expected` (the limit).
    case smallCells = "survey.smallCells"
    /// Few people cannot be merged in a tally whose cells something in the questionnaire needs as they are. Details: `found`
    /// (the keys of the questionnaire).
    case unprotectable = "survey.unprotectable"
    /// A sum exceeded 64 bits. Details: none.
    case tooLarge = "survey.tooLarge"

    /// Rows and answers that are left out are counted and reported, and the others still count.
    public var severity: Finding.Severity {
        switch self {
        case .otherPopulation, .populationTooSmall, .badDesign, .otherSurvey, .noTally, .badTally, .tooLarge,
            .contradictoryTally, .unitLost, .tooManyUnusable, .unusableWithoutUnit, .sameFile, .repeatedNumber,
            .repeatedTally, .repeatedCell, .editedTally, .unclosedQuote, .cutOff, .noUsableRow, .tooManyGroups,
            .faultsOverInput, .otherSeparator, .tooManyUnknown, .answersLost, .spreadsheetError, .blankCell,
            .badPopulation, .repeatedStratum, .noStrata, .unknownVariable, .unknownPopulationUnit,
            .repeatedCategory, .mixedMargins, .noMargin, .marginsDiffer, .noPopulations, .categoryWithoutPopulation,
            .categoryWithoutForms, .unitWithoutPopulations, .marginsNotMet, .negativeWeights, .classWithoutAnswers,
            .noRoomForWeights, .undividedTally, .replicateOfWeightless,
            .unknownAreaUnit, .ambiguousAreaUnit, .repeatedArea, .overlappingAreas, .fewAreas, .dependentAuxiliary,
            .modelNotSettled,
            .noFieldRules, .badShare, .unprotectable:
            .error
        default: .warning
        }
    }
}
