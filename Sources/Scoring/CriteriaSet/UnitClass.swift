public import Values

/// The classes (xếp loại) for some groups of units.
public struct ClassScheme: Sendable {
    /// What a class is based on.
    public enum Cut: Sendable {
        /// The index: the minimum of each class, in percent, in the order of the classes.
        case index(atLeast: [FixedDecimal])
        /// The place among the ranked units of the unit's group.
        case quantiles(QuantileCut)
    }

    /// The groups it applies to; empty for all.
    public let groups: [String]
    /// The classes, highest first.
    public let classes: [UnitClass]
    /// What the classes are based on.
    public let cut: Cut
    /// The class that only a share of the units may have.
    public let shareCap: ClassShareCap?

    /// Makes a scheme.
    public init(groups: [String] = [], classes: [UnitClass], cut: Cut, shareCap: ClassShareCap? = nil) {
        (self.groups, self.classes, self.cut, self.shareCap) = (groups, classes, cut, shareCap)
    }
}

/// A cap on a class: "xuất sắc cho tối đa 20 % số đơn vị xếp loại khá trở lên".
///
/// Among the ranked units of a group, at most a percentage of those with at least some class, rounded down, keep the
/// capped one: the first by rank. The others get the class below it.
public struct ClassShareCap: Hashable, Sendable {
    /// What happens to units of equal rank of which not all can keep the class.
    public enum Ties: String, CaseIterable, Hashable, Sendable {
        /// None of them keeps it.
        case lose
        /// All of them keep it, though they are more than the cap allows.
        case keep
    }

    /// The code of the capped class.
    public let unitClass: String
    /// The most that have it, in percent.
    public let percent: FixedDecimal
    /// The code of the class from which units are counted, themselves included.
    public let base: String
    /// What happens to units of equal rank at the cut.
    public let ties: Ties

    /// Makes a cap.
    public init(_ unitClass: String, percent: FixedDecimal, of base: String, ties: Ties = .lose) {
        (self.unitClass, self.percent, self.base, self.ties) = (unitClass, percent, base, ties)
    }
}

/// Classes of equal parts of the ranked units: four parts are quartiles.
///
/// The ranked units of a group (``RankingPolicy/minimumCoverage``) are divided by their exact index. Equal indices are
/// never in different classes.
public struct QuantileCut: Sendable {
    /// Where a unit belongs whose index is exactly at a cut.
    public enum AtCut: String, CaseIterable, Hashable, Sendable {
        /// In the class above.
        case higher
        /// In the class below.
        case lower
    }

    /// The definition of a quantile.
    public let definition: QuantileDefinition
    /// Where a unit belongs whose index is exactly at a cut.
    public let atCut: AtCut
    /// The minimum number of ranked units; with fewer there is no class.
    public let minimumUnits: Int
    /// Where this way of dividing comes from.
    public let origin: PointsOrigin

    /// Makes a cut.
    public init(definition: QuantileDefinition, atCut: AtCut, minimumUnits: Int, origin: PointsOrigin) {
        (self.definition, self.atCut, self.minimumUnits, self.origin) = (definition, atCut, minimumUnits, origin)
    }
}

/// A class, such as Xuất sắc.
public struct UnitClass: Hashable, Sendable {
    /// The code.
    public let code: String
    /// The display name.
    public let name: LocalizedText

    /// Makes a class.
    public init(code: String, name: LocalizedText) {
        (self.code, self.name) = (code, name)
    }
}

/// A condition that caps the class (khống chế): "not above Khá when …".
public struct ClassCondition: Sendable {
    /// What the condition tests.
    public enum Subject: Hashable, Sendable {
        /// The points of a criterion, in percent of its maximum.
        case criterion(String)
        /// The measured value of a metric.
        case metric(String)
    }

    /// The highest class still possible when the condition holds.
    public let notAbove: String
    /// What it tests.
    public let subject: Subject
    /// When it holds.
    public let bound: Bound
    /// Why.
    public let reason: LocalizedText
    /// Its place in the legal source.
    public let source: LegalSource

    /// Makes a condition.
    public init(notAbove: String, subject: Subject, bound: Bound, reason: LocalizedText, source: LegalSource) {
        (self.notAbove, self.subject, self.bound, self.reason, self.source) = (notAbove, subject, bound, reason, source)
    }
}
