public import Values

/// The classes (xếp loại) of some groups of units.
public struct ClassScheme: Sendable {
    /// The groups that it is for; empty for all.
    public let groups: [String]
    /// The classes, highest first.
    public let classes: [UnitClass]
}

/// A class, such as Xuất sắc.
public struct UnitClass: Hashable, Sendable {
    /// The code.
    public let code: String
    /// What people call it.
    public let name: LocalizedText
    /// The least index, in percent.
    public let atLeast: FixedDecimal
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
}
