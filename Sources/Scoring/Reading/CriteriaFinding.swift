public import Values

/// What can be wrong with a criteria file beyond its form.
public enum CriteriaFinding: String, FindingCode {
    /// A code stands twice.
    case duplicateCode = "criteria.duplicateCode"
    /// The parent of a code is not in the file, or stands after it.
    case orphanCode = "criteria.orphanCode"
    /// A code is empty or has a space.
    case badCode = "criteria.badCode"
    /// A parent's maximum is not the sum of its children's.
    case maximumDiffers = "criteria.maximumDiffers"
    /// A node with children has keys that only a leaf has.
    case parentWithRule = "criteria.parentWithRule"
    /// A leaf has no source.
    case missingSource = "criteria.missingSource"
    /// A maximum is below zero or too large.
    case maximumOutOfRange = "criteria.maximumOutOfRange"
    /// The comparison of a target runs against its metric's direction.
    case targetAgainstDirection = "criteria.targetAgainstDirection"
    /// A target cannot be reached within its metric's domain.
    case targetOutsideDomain = "criteria.targetOutsideDomain"
    /// A rule runs against its metric's direction: more of a good figure would cost points.
    case ruleAgainstDirection = "criteria.ruleAgainstDirection"
    /// The edition says that points are assumed but not why.
    case assumedWithoutReason = "criteria.assumedWithoutReason"
    /// A leaf leaves out a level without saying why.
    case levelsWithoutReason = "criteria.levelsWithoutReason"
    /// Bands leave a gap.
    case bandGap = "criteria.bandGap"
    /// Bands overlap.
    case bandOverlap = "criteria.bandOverlap"
    /// A bound that the rule needs is missing or on the wrong side.
    case badBound = "criteria.badBound"
    /// An amount needs exactly one of points and share.
    case badAmount = "criteria.badAmount"
    /// An amount is beyond the maximum.
    case amountAboveMaximum = "criteria.amountAboveMaximum"
    /// Parts do not add up to the maximum.
    case partsDiffer = "criteria.partsDiffer"
    /// A rule does not fit the kind of its metric.
    case ruleNeedsKind = "criteria.ruleNeedsKind"
    /// Numbers of a rule or a domain stand in the wrong order.
    case badOrder = "criteria.badOrder"
    /// A formula cannot be read.
    case badFormula = "criteria.badFormula"
    /// A year of the edition has no bound.
    case missingYear = "criteria.missingYear"
    /// An overlay gives points to something that is no leaf of the set.
    case overlayNotLeaf = "criteria.overlayNotLeaf"
    /// Classes are not listed from the highest down.
    case classOrder = "criteria.classOrder"
    /// A maximum has more decimals than the edition keeps, so that rounding could pass it.
    case maximumTooFine = "criteria.maximumTooFine"
    /// Bonus or penalty points as one of several measures: they have no maximum to share.
    case extraInMeasures = "criteria.extraInMeasures"
    /// A leaf or a measure applies to no level.
    case noLevels = "criteria.noLevels"
    /// The set has no criteria.
    case noCriteria = "criteria.empty"

    /// An error.
    public var severity: Finding.Severity { .error }
}

/// A criteria file that cannot be used.
public struct CriteriaError: Error, Sendable {
    /// Every finding, warnings too, with positions.
    public let findings: [Finding]

    /// Makes an error of the findings of a file.
    public init(findings: [Finding]) {
        self.findings = findings
    }
}
