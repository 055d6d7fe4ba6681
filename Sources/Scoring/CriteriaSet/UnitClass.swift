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

    /// Makes a scheme.
    public init(groups: [String] = [], classes: [UnitClass], cut: Cut) {
        (self.groups, self.classes, self.cut) = (groups, classes, cut)
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
