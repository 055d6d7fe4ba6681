public import Values

/// What can be wrong with the content of a criteria file.
public enum CriteriaFinding: String, FindingCode {
    /// A code occurs twice. Details: `code`.
    case duplicateCode = "criteria.duplicateCode"
    /// The parent of a code is not in the file, or comes after it. Details: `code`, `expected`, `suggestion`.
    case orphanCode = "criteria.orphanCode"
    /// A node has too many above it. Details: `code`, `expected` (how many levels there may be).
    case tooDeep = "criteria.tooDeep"
    /// A code is empty or contains a space. Details: `found`.
    case badCode = "criteria.badCode"
    /// A parent's maximum is not the sum of its children's. Details: `code`, `found`, `expected`.
    case maximumDiffers = "criteria.maximumDiffers"
    /// A node with children has keys that only a leaf has. Details: `code`, `key`, `child`.
    case parentWithRule = "criteria.parentWithRule"
    /// A leaf has no source. Details: `code`.
    case missingSource = "criteria.missingSource"
    /// A maximum is negative or too large. Details: `found`, `expected`.
    case maximumOutOfRange = "criteria.maximumOutOfRange"
    /// The comparison of a target contradicts its metric's direction. Details: `code`, `found`.
    case targetAgainstDirection = "criteria.targetAgainstDirection"
    /// A target cannot be reached within its metric's domain. Details: `code`, `found`, `expected`.
    case targetOutsideDomain = "criteria.targetOutsideDomain"
    /// A rule contradicts its metric's direction: more of a good figure would cost points. Details: `code`, `expected`
    /// (`higher` or `lower`).
    case ruleAgainstDirection = "criteria.ruleAgainstDirection"
    /// The edition states that points are assumed but not why. Details: none.
    case assumedWithoutReason = "criteria.assumedWithoutReason"
    /// A leaf excludes a level without stating why. Details: `code`.
    case levelsWithoutReason = "criteria.levelsWithoutReason"
    /// Bands leave a gap. Details: `found`, if known.
    case bandGap = "criteria.bandGap"
    /// Bands overlap. Details: `found`, if known.
    case bandOverlap = "criteria.bandOverlap"
    /// A bound that the rule needs is missing or on the wrong side. Details: `expected`, and `key` if it has one.
    case badBound = "criteria.badBound"
    /// An amount needs exactly one of points and share. Details: `key`, if it has one.
    case badAmount = "criteria.badAmount"
    /// An amount exceeds the maximum. Details: `found`, `expected`.
    case amountAboveMaximum = "criteria.amountAboveMaximum"
    /// A share of a cap has more decimals than points can have. Details: `found` (percent), `expected` (the cap).
    case amountTooFine = "criteria.amountTooFine"
    /// Parts do not add up to the maximum. Details: `found`, `expected`.
    case partsDiffer = "criteria.partsDiffer"
    /// A rule does not fit the kind of its metric. Details: `code`, `found`, `expected`.
    case ruleNeedsKind = "criteria.ruleNeedsKind"
    /// Numbers of a rule or a domain are in the wrong order. Details: `expected`.
    case badOrder = "criteria.badOrder"
    /// A formula cannot be read. Details: `formula`, `found`, `expected`, `suggestion`.
    case badFormula = "criteria.badFormula"
    /// A number of a relation has the form of a metric's code, and no metric has it. Details: `found`, `expected` (how
    /// the number is written), `suggestion`.
    case numberLikeCode = "criteria.numberLikeCode"
    /// A year of the edition has no bound. Details: `expected`.
    case missingYear = "criteria.missingYear"
    /// An overlay gives points to something that is not a leaf of the set. Details: `code`, `suggestion`.
    case overlayNotLeaf = "criteria.overlayNotLeaf"
    /// Classes are not listed from the highest down. Details: `code`.
    case classOrder = "criteria.classOrder"
    /// A scheme has too few classes. Details: `found`, `expected` (how many).
    case tooFewClasses = "criteria.tooFewClasses"
    /// Two class schemes apply to one group. Details: `found` (the group; `*` for all groups).
    case groupWithTwoSchemes = "criteria.groupWithTwoSchemes"
    /// The rule of some groups is of another kind than that of the others, or of a kind without a threshold. Details:
    /// `code`, `found`, `expected`.
    case groupRuleKind = "criteria.groupRuleKind"
    /// Two rules of one measure are for the same units. Details: `code`, `found` (groups and levels).
    case groupWithTwoRules = "criteria.groupWithTwoRules"
    /// A group has two targets. Details: `found`.
    case groupWithTwoTargets = "criteria.groupWithTwoTargets"
    /// Conditions on other criteria depend on each other in a circle. Details: `found` (the way of the circle).
    case requirementCircle = "criteria.requirementCircle"
    /// A leaf with a condition on another criterion has no maximum of its own. Details: `code`.
    case requirementOfExtra = "criteria.requirementOfExtra"
    /// The marker for "not published" is a possible value of the metric. Details: `code`, `found`, `expected` (the
    /// domain).
    case markerInDomain = "criteria.markerInDomain"
    /// A maximum has more decimals than the edition keeps, so rounding could exceed it. Details: `code`, `found`,
    /// `expected` (decimals).
    case maximumTooFine = "criteria.maximumTooFine"
    /// Bonus or penalty points, or what is only watched, as one of several measures: they have no maximum to share. Details: `code`.
    case extraInMeasures = "criteria.extraInMeasures"
    /// Points are shared out to siblings from one of several measures, which has none. Details: `code`.
    case shareOutInMeasures = "criteria.shareOutInMeasures"
    /// A leaf or a measure applies to no level. Details: `code`.
    case noLevels = "criteria.noLevels"
    /// A leaf belongs to no part although the edition has parts. Details: `code`, `expected` (the parts).
    case leafWithoutPart = "criteria.leafWithoutPart"
    /// No leaf belongs to a part. Details: `code`.
    case partWithoutLeaves = "criteria.partWithoutLeaves"
    /// Of siblings, one states its maximum and another its weight. Details: `code`, `other`.
    case weightBesideMaximum = "criteria.weightBesideMaximum"
    /// The weights of siblings are all zero. Details: `code`.
    case weightsWithoutSum = "criteria.weightsWithoutSum"
    /// A maximum by weights is a fraction beyond 128 bits. Details: `code`.
    case weightTooFine = "criteria.weightTooFine"
    /// Bonus or penalty points below a node whose parts are not added. Details: `code`, `child`.
    case extraInCombination = "criteria.extraInCombination"
    /// The weights of a mean stand in no small proportion. Details: `code`, `expected` (the greatest sum).
    case unevenWeights = "criteria.unevenWeights"
    /// Something is to be settled before the set can score. Details: `code`, `text` (the words of the source), if it
    /// has any, `reason` (an ``OpenPoint/Reason``), if it is known.
    case toSettle = "criteria.toSettle"
    /// A remedy is for no loss or for several. Details: `code`, `expected` (the keys, one of which is needed).
    case remedyOccasion = "criteria.remedyOccasion"
    /// A text names in braces what is no number of a unit. Details: `key`, `found`, `expected`.
    case unknownPlaceholder = "criteria.unknownPlaceholder"
    /// The set has no criteria. Details: none.
    case noCriteria = "criteria.empty"

    /// An error.
    public var severity: Finding.Severity { .error }
}
