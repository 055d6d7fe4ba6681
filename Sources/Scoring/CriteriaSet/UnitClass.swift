public import Values

/// The classes (xếp loại) of some groups of units.
public struct ClassScheme: Sendable {
    /// What a class is given for.
    public enum Cut: Sendable {
        /// The index: the least of each class, in percent, in the order of the classes.
        case index(atLeast: [FixedDecimal])
        /// The place among the ranked units of the unit's group.
        case quantiles(QuantileCut)
    }

    /// The groups that it is for; empty for all.
    public let groups: [String]
    /// The classes, highest first.
    public let classes: [UnitClass]
    /// What they are given for.
    public let cut: Cut

    /// Makes a scheme.
    public init(groups: [String] = [], classes: [UnitClass], cut: Cut) {
        (self.groups, self.classes, self.cut) = (groups, classes, cut)
    }
}

/// Classes of equal parts of the ranked units: four of them are quartiles.
///
/// The units of a group that are ranked (``RankingPolicy/minimumCoverage``) are cut by their exact index. Equal indices
/// are never in different classes.
public struct QuantileCut: Sendable {
    /// Where a unit belongs that is exactly at a cut.
    public enum AtCut: String, CaseIterable, Hashable, Sendable {
        /// In the class above.
        case higher
        /// In the class below.
        case lower
    }

    /// What a quantile is.
    public let definition: QuantileDefinition
    /// Where a unit belongs that is exactly at a cut.
    public let atCut: AtCut
    /// With fewer ranked units there is no class.
    public let minimumUnits: Int
    /// Where this way of cutting comes from.
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
    /// What people call it.
    public let name: LocalizedText

    /// Makes a class.
    public init(code: String, name: LocalizedText) {
        (self.code, self.name) = (code, name)
    }
}

/// A condition that holds a class down (khống chế): "not above Khá when …".
public struct ClassCondition: Sendable {
    /// What the condition looks at.
    public enum Subject: Hashable, Sendable {
        /// The points of a criterion, in percent of its maximum.
        case criterion(String)
        /// The measured value of a metric.
        case metric(String)
    }

    /// The highest class that is left when the condition holds.
    public let notAbove: String
    /// What it looks at.
    public let subject: Subject
    /// When it holds.
    public let bound: Bound
    /// Why.
    public let reason: LocalizedText
    /// Where it stands.
    public let source: LegalSource

    /// Makes a condition.
    public init(notAbove: String, subject: Subject, bound: Bound, reason: LocalizedText, source: LegalSource) {
        (self.notAbove, self.subject, self.bound, self.reason, self.source) = (notAbove, subject, bound, reason, source)
    }
}
