public import Values

/// A figure that is measured.
public final class Metric: Sendable {
    /// What kind of number it is.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// 0 to 100; may be reported as its two counts.
        case percent
        /// A non-negative whole number.
        case count
        /// Any number, such as money.
        case amount
        /// 1 or 0: có, không.
        case yesNo
        /// Points that people gave.
        case points
        /// Task progress: 2 in time, 1 late, 0 not done.
        case task
    }

    /// Which way is better.
    public enum Direction: String, CaseIterable, Hashable, Sendable {
        /// More is better.
        case higher
        /// Less is better.
        case lower
    }

    /// The two counts of a percentage.
    public struct Ratio: Hashable, Sendable {
        /// What the numerator counts.
        public let numerator: LocalizedText
        /// What the denominator counts.
        public let denominator: LocalizedText

        /// Makes the names of two counts.
        public init(numerator: LocalizedText, denominator: LocalizedText) {
            (self.numerator, self.denominator) = (numerator, denominator)
        }
    }

    /// How figures of several units become that of one that succeeds them.
    public enum Pooling: String, CaseIterable, Hashable, Sendable {
        /// Counts and amounts are added, percentages by numerator and denominator.
        case sum
        /// The plain mean.
        case mean
        /// They do not.
        case none
    }

    /// A number that stands for "not published" and is not a measurement.
    public struct NotPublished: Hashable, Sendable {
        /// The number, outside the domain.
        public let value: FixedDecimal
        /// What the source means by it.
        public let reason: LocalizedText

        /// Makes a marker.
        public init(value: FixedDecimal, reason: LocalizedText) {
            (self.value, self.reason) = (value, reason)
        }
    }

    /// The ends of a domain.
    public enum DomainEnd: String, CaseIterable, Hashable, Sendable {
        case minimum
        case maximum
    }

    /// The code under which figures are reported.
    public let code: String
    /// What is measured.
    public let name: LocalizedText
    /// The kind of number.
    public let kind: Kind
    /// The unit of measurement, such as hồ sơ.
    public let unit: LocalizedText?
    /// The two counts of a percentage.
    public let ratio: Ratio?
    /// Which way is better.
    public let direction: Direction
    /// The least value: by law, or as expected.
    public let minimum: FixedDecimal?
    /// The greatest value: by law, or as expected.
    public let maximum: FixedDecimal?
    /// The bounds that are expectations: a figure beyond deserves a look, but may be right. Beyond the others it is an
    /// error.
    public let expectedBounds: Set<DomainEnd>
    /// The smallest difference between two values.
    public let step: FixedDecimal
    /// The number with which the source marks unpublished figures, if it has one.
    public let notPublished: NotPublished?
    /// What becomes of a denominator of zero, if the figure has a convention of its own.
    public let zeroDenominator: ZeroDenominator?
    /// How figures of several units become that of one that succeeds them; nil for the usual way of its kind.
    public let pooling: Pooling?
    /// Whether its two counts grow over the period: what is counted stays, and more cases come.
    public let isCumulative: Bool

    /// Makes a metric; bounds and step default to those of its kind.
    public init(
        code: String, name: LocalizedText, kind: Kind, direction: Direction = .higher, unit: LocalizedText? = nil,
        ratio: Ratio? = nil, minimum: FixedDecimal? = nil, maximum: FixedDecimal? = nil,
        expectedBounds: Set<DomainEnd> = [], step: FixedDecimal? = nil, notPublished: NotPublished? = nil,
        zeroDenominator: ZeroDenominator? = nil, pooling: Pooling? = nil, isCumulative: Bool = false
    ) {
        let domain = kind.domain
        (self.code, self.name, self.kind, self.unit, self.ratio) = (code, name, kind, unit, ratio)
        (self.direction, self.notPublished) = (direction, notPublished)
        (self.minimum, self.maximum) = (minimum ?? domain.minimum, maximum ?? domain.maximum)
        self.expectedBounds = expectedBounds
        self.step = step ?? domain.step
        (self.zeroDenominator, self.pooling, self.isCumulative) = (zeroDenominator, pooling, isCumulative)
    }

    /// The bounds that no figure can be beyond. A percentage stays within 0 to 100 where narrower bounds are
    /// expected: 100.01 % is impossible, however unusual 90 % may be.
    package var lawfulMinimum: FixedDecimal? {
        guard expectedBounds.contains(.minimum) else { return minimum }
        guard kind == .percent, let law = kind.domain.minimum, let minimum, minimum > law else { return nil }
        return law
    }
    package var lawfulMaximum: FixedDecimal? {
        guard expectedBounds.contains(.maximum) else { return maximum }
        guard kind == .percent, let law = kind.domain.maximum, let maximum, maximum < law else { return nil }
        return law
    }
}
