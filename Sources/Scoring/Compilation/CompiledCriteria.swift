package import Values

/// A criteria set in the form used for scoring: flat lists of leaves, each a function of its figures.
///
/// Scoring many units, explaining one score and planning all read this one form; nothing interprets a rule a second
/// time. An object, since the scores of every unit refer to it.
public final class CompiledCriteria: Sendable {
    /// The set that was compiled.
    public let set: CriteriaSet
    /// The year being scored: targets may differ from year to year.
    public let year: Int
    /// The codes of all metrics, in tree order: the columns that ``FigureTable`` should have.
    public let metrics: [String]
    /// All metrics, in the same order.
    let described: [Metric]
    package let leaves: [CompiledLeaf]
    /// The same for units whose group or level has rules of its own, or to which not everything is assigned.
    let variants: CriteriaVariants
    /// The relative measures of the leaves, in their order.
    let relatives: [CompiledRelative]
    /// By column, the positions of the leaves whose points depend on a unit's own figure there, and of those that depend on
    /// the figures of its cohort.
    let dependents: [(own: [Int], cohort: [Int])]
    // Comparisons and what-ifs fill one for each unit.
    private let figuresOfOne: FigureTable

    /// Compiles a set for a year.
    /// - Throws: ``CompilationError/yearOutsideEdition``.
    /// - Complexity: linear in the number of rules.
    public convenience init(_ set: CriteriaSet, year: Int) throws(CompilationError) {
        guard set.years.contains(year) else { throw .yearOutsideEdition }
        self.init(set, year: year, variants: CriteriaVariants(set, year: year))
    }

    /// Compiles a set in which every measure has the rule of the units to be scored.
    ///
    /// - Parameter notAssigned: the positions of leaves that are not assigned to them.
    convenience init(resolved set: CriteriaSet, year: Int, notAssigned: Set<Int> = []) {
        self.init(set, year: year, variants: .none, notAssigned: notAssigned)
    }

    private init(_ set: CriteriaSet, year: Int, variants: CriteriaVariants, notAssigned: Set<Int> = []) {
        self.variants = variants
        self.set = set
        self.year = year
        let described = set.metrics
        let metrics = described.map { $0.code }
        (self.described, self.metrics) = (described, metrics)
        figuresOfOne = FigureTable(metrics: metrics, unitCount: 1)
        let slots = Dictionary(
            firstOf: metrics.enumerated().map { ($0.element, $0.offset) })
        var relatives: [CompiledRelative] = []
        var leaves: [CompiledLeaf] = []
        for (index, criterion) in set.criteria.enumerated() {
            guard let leaf = criterion.leaf else { continue }
            leaves.append(
                CompiledLeaf(
                    leaf, of: criterion, at: index, in: set, year: year, slots: slots,
                    isAssigned: !notAssigned.contains(index), numbering: &relatives))
        }
        self.relatives = relatives
        // Who gets the points of whom.
        for source in leaves {
            let codes = set.criteria[source.criterion].leaf?.sharesOut ?? []
            let siblings = leaves.filter { codes.contains(set.criteria[$0.criterion].code) }
            for position in leaves.indices
            where siblings.contains(where: { $0.criterion == leaves[position].criterion }) {
                leaves[position] = leaves[position].with(ShareSource(leaf: source, siblings: siblings))
            }
        }
        Self.link(&leaves, in: set)
        self.leaves = leaves
        var dependents: [(own: [Int], cohort: [Int])] = Array(repeating: ([], []), count: metrics.count)
        for (position, leaf) in leaves.enumerated() {
            let columns = leaf.columns
            for column in columns.own { dependents[column].own.append(position) }
            for column in columns.cohort { dependents[column].cohort.append(position) }
        }
        self.dependents = dependents
    }

    /// The same criteria with other forms for some units.
    init(_ criteria: CompiledCriteria, variants: CriteriaVariants) {
        (set, year, metrics, described) = (criteria.set, criteria.year, criteria.metrics, criteria.described)
        (leaves, relatives, self.variants) = (criteria.leaves, criteria.relatives, variants)
        figuresOfOne = criteria.figuresOfOne
        dependents = criteria.dependents
    }

    /// The codes of the metrics whose figures of last year some rule needs.
    package var lastYearMetrics: Set<String> {
        var found: Set<String> = []
        for form in [self] + variants.compiled {
            for measure in form.leaves.flatMap({ $0.measures }) {
                for figure in measure.quantity.figures where figure.isLastYear { found.insert(metrics[figure.figure]) }
            }
        }
        return found
    }

    /// A table of figures in which nothing is reported, with a column per metric.
    public func emptyFigures(unitCount: Int) -> FigureTable {
        unitCount == 1 ? figuresOfOne : FigureTable(metrics: metrics, unitCount: unitCount)
    }
}

/// Why a set cannot be compiled.
public enum CompilationError: Error, Hashable, Sendable {
    /// The edition does not cover that year.
    case yearOutsideEdition
}

/// A leaf in compiled form; an object, as its measures are: every score, gap and plan looks at it.
package final class CompiledLeaf: Sendable {
    /// The position of its criterion in the set.
    package let criterion: Int
    package let maximum: FixedDecimal
    let exactMaximum: ExactRatio
    package let role: Leaf.Role
    package let combination: Leaf.Combination
    /// Whether it applies, by the position of a level in the set.
    package let levels: [Bool]
    /// Whether it is assigned to the units that the form is for; what is not applies to no level.
    package let isAssigned: Bool
    package let measures: [CompiledMeasure]
    /// How its points are rounded; nil where they stay fractions.
    package let rounding: Rounding?
    /// The measure in integer arithmetic, when the leaf has a single one that uses a single figure.
    private let direct: DirectMeasure?
    /// Whether its only measure is a relative one of the leaf's own levels.
    private let isPlainRelative: Bool
    /// The leaves whose points may be shared out to this one.
    let sources: [ShareSource]
    /// The condition on another leaf.
    let requirement: CompiledRequirement?

    /// Whether figures of last year are needed.
    var isAgainstLastYear: Bool { measures.contains { $0.quantity.figures.contains { $0.isLastYear } } }

    /// The columns of this year's figures that its points depend on, through the chain of its conditions and what is
    /// shared out to it; and those among them of which the figures of the cohort count too.
    ///
    /// Complexity: O(chain × leaves that share): what others share out is theirs alone, whatever is shared out to them.
    fileprivate var columns: (own: Set<Int>, cohort: Set<Int>) {
        var found: (own: Set<Int>, cohort: Set<Int>) = ([], [])
        var next: CompiledLeaf? = self
        while let leaf = next {
            leaf.addColumns(to: &found)
            for source in leaf.sources { for other in [source.leaf] + source.siblings { other.addColumns(to: &found) } }
            next = leaf.requirement?.leaf
        }
        return found
    }

    /// Adds the columns of its own measures.
    private func addColumns(to found: inout (own: Set<Int>, cohort: Set<Int>)) {
        for measure in measures {
            for figure in measure.quantity.figures where !figure.isLastYear { found.own.insert(figure.figure) }
            for zero in measure.zeroDenominators { found.own.insert(zero.column) }
            guard let relative = measure.relative else { continue }
            found.own.insert(relative.column)
            found.cohort.insert(relative.column)
        }
    }

    /// Whether nothing but its own figures matters: no other criterion, no other unit.
    package var standsAlone: Bool {
        sources.isEmpty && requirement == nil && measures.allSatisfy { $0.relative == nil }
    }

    /// The measure in integer arithmetic, where nothing but its own figure matters.
    package var directMeasure: DirectMeasure? { sources.isEmpty && requirement == nil ? direct : nil }

    /// The measure, where nothing but its own figure and the scale of its cohort matters.
    var directRelative: CompiledRelative? {
        guard sources.isEmpty, requirement == nil, isPlainRelative, let relative = measures[0].relative else {
            return nil
        }
        // With targets of groups, units of one cohort have functions of their own.
        return relative.rule.groupTargets.isEmpty ? relative : nil
    }

    /// Compiles a leaf of its own, without what other leaves have to do with it.
    ///
    /// - Parameters:
    ///   - leaf: the leaf.
    ///   - criterion: its node.
    ///   - index: the position of the node.
    ///   - set: the set.
    ///   - year: the year being scored.
    ///   - slots: the columns of metrics, by code.
    ///   - isAssigned: whether it is assigned to the units that the form is for.
    ///   - relatives: the relative measures so far; the leaf's are added.
    init(
        _ leaf: Leaf, of criterion: Criterion, at index: Int, in set: CriteriaSet, year: Int, slots: [String: Int],
        isAssigned: Bool, numbering relatives: inout [CompiledRelative]
    ) {
        self.criterion = index
        (maximum, exactMaximum) = (criterion.maximum, criterion.exactMaximum)
        role = leaf.role
        combination = leaf.combination
        levels = set.levels.map { leaf.levels.contains($0.code) }
        var measures: [CompiledMeasure] = []
        for measure in leaf.measures {
            let context = RuleContext(maximum: criterion.exactMaximum, metrics: measure.metrics, years: set.years)
            let named = measure.rule.quantity(in: context)
            let relative = CompiledRelative.of(
                measure, of: leaf, in: context, set, slots: slots, slot: relatives.count)
            if let relative { relatives.append(relative) }
            measures.append(
                CompiledMeasure(
                    // Reading has checked that every code is among the measure's own figures.
                    quantity: named.mapFigures { slots[$0] ?? 0 },
                    function: measure.rule.function(in: context, year: year),
                    levels: set.levels.map { (measure.levels ?? leaf.levels).contains($0.code) },
                    isAssigned: isAssigned, weight: measure.weight, convention: measure.notApplicable?.convention,
                    zeroDenominators: measure.metrics.compactMap { metric in
                        metric.zeroDenominator.map { ZeroColumn(slots[metric.code] ?? 0, metric, $0.convention) }
                    },
                    isFormula: measure.rule.kind == .formula, withoutLastYear: measure.rule.withoutLastYear,
                    relative: relative))
        }
        (self.measures, self.isAssigned, sources, requirement) = (measures, isAssigned, [], nil)
        rounding = set.rounding.rounding(ofLeaf: criterion)
        // A measure that applies to fewer levels than its leaf needs the slower path, which checks levels.
        let isPlain = measures.count == 1 && measures[0].levels == levels && role != .watched
        direct = isPlain ? DirectMeasure(measures[0], rounding: rounding) : nil
        isPlainRelative = isPlain && measures[0].relative != nil
    }

    private init(_ leaf: CompiledLeaf, sources: [ShareSource], requirement: CompiledRequirement?) {
        (criterion, maximum, exactMaximum) = (leaf.criterion, leaf.maximum, leaf.exactMaximum)
        (role, combination, levels) = (leaf.role, leaf.combination, leaf.levels)
        (isAssigned, measures, rounding) = (leaf.isAssigned, leaf.measures, leaf.rounding)
        (direct, isPlainRelative) = (leaf.direct, leaf.isPlainRelative)
        (self.sources, self.requirement) = (sources, requirement)
    }

    /// The same leaf with one more whose points may be shared out to it.
    fileprivate func with(_ source: ShareSource) -> CompiledLeaf {
        CompiledLeaf(self, sources: sources + [source], requirement: requirement)
    }

    /// The same leaf with a condition.
    func with(_ requirement: CompiledRequirement) -> CompiledLeaf {
        CompiledLeaf(self, sources: sources, requirement: requirement)
    }
}

/// A measure in compiled form.
package final class CompiledMeasure: Sendable {
    package let quantity: Quantity<Int>
    /// Points on the scale of the leaf's maximum.
    package let function: ScoreFunction
    package let levels: [Bool]
    /// Whether its leaf is assigned.
    let isAssigned: Bool
    package let weight: Int
    package let convention: NotApplicable.Convention?
    /// The percentages that have a convention for a denominator of zero.
    let zeroDenominators: [ZeroColumn]
    /// Whether it is a formula, each of whose figures is a part of its own.
    let isFormula: Bool
    /// What is settled for a unit that was not there last year.
    let withoutLastYear: Settlement?
    /// What the other units' figures make of the unit's own; nil where they do not matter, and ``function`` says all.
    let relative: CompiledRelative?

    fileprivate init(
        quantity: Quantity<Int>, function: ScoreFunction, levels: [Bool], isAssigned: Bool, weight: Int,
        convention: NotApplicable.Convention?, zeroDenominators: [ZeroColumn], isFormula: Bool,
        withoutLastYear: Settlement?, relative: CompiledRelative?
    ) {
        (self.quantity, self.function, self.levels) = (quantity, function, levels)
        (self.isAssigned, self.weight, self.convention) = (isAssigned, weight, convention)
        (self.zeroDenominators, self.isFormula) = (zeroDenominators, isFormula)
        (self.withoutLastYear, self.relative) = (withoutLastYear, relative)
    }

    /// What is settled where the figure of a column is 0 ÷ 0; nil where that is an error.
    package func settlementOfZero(in column: Int) -> Settlement? {
        zeroDenominators.first { $0.column == column }?.settlement ?? convention.map { _ in settlement }
    }

    /// What is settled where the measure does not apply.
    var settlement: Settlement { convention == .fullPoints ? .fullPoints : .leaveOut }
}

/// The column of a percentage that has a convention for a denominator of zero.
struct ZeroColumn: Sendable {
    let column: Int
    let settlement: Settlement
    /// The best and the worst percentage.
    let best: ExactRatio
    let worst: ExactRatio

    init(_ column: Int, _ metric: Metric, _ settlement: Settlement) {
        (self.column, self.settlement) = (column, settlement)
        let (low, high) = (ExactRatio(metric.minimum ?? 0), ExactRatio(metric.maximum ?? 100))
        (best, worst) = metric.direction == .higher ? (high, low) : (low, high)
    }
}

extension Leaf {
    /// The codes of the criteria to which its points may go.
    var sharesOut: [String] {
        measures.flatMap { $0.metrics.flatMap { $0.zeroDenominator?.siblings ?? [] } }
    }
}

extension ScoringRule {
    /// What is settled for a unit that was not there last year.
    package var withoutLastYear: Settlement? {
        if case .changeFromLastYear(let rule) = self { rule.withoutLastYear } else { nil }
    }
}
