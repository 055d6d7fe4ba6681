internal import Documents
internal import Scoring
internal import Values
internal import Words

/// What each criterion costs units of all groups together: a row a criterion, the greatest loss first.
struct CriterionCosts: Sendable {
    /// A row: a criterion, the others together, what lies beyond criteria, or the sum; with what is lost, and what of it for
    /// want of figures where that is known.
    typealias Row = (
        cost: GapCost?, title: Phrase, lost: FixedDecimal, withoutFigures: FixedDecimal?, isSum: Bool
    )

    private let set: CriteriaSet
    private let unitCount: Int
    private let costs: [GapCost]
    /// What the totals lost, and what of it is no criterion's.
    private let lost: FixedDecimal
    private let adjustments: LossAdjustments
    /// So many first criteria are shown; nil for all.
    private let top: Int?
    /// Whether the units are all, not those of one group.
    private let areAll: Bool

    /// Adds up the losses of units.
    init(_ set: CriteriaSet, _ scores: [UnitScore], _ selection: UnitSelection) {
        (self.set, unitCount, top, areAll) = (set, scores.count, selection.top, selection.only == nil)
        costs = GapCost.sorted(set, scores.lazy.map { $0.losses }, by: nil, isComplete: true)
        lost = scores.reduce(0) { $0 + $1.total.lost }
        adjustments = LossAdjustments(scores.lazy.flatMap { $0.sumAdjustments }, of: set)
    }

    private var look: NumberLook { NumberLook(digits: self.set.rounding.points.digits) }

    private var field: Column<GapCost> {
        .text("field", .field) { [set] cost in cost.field.map { set.criteria[$0].code } }
    }
    private var code: Column<GapCost> {
        .text("code", .code, full: .criterionCode) { [set] in $0.criterion(of: set)?.code }
    }
    private var name: Column<GapCost> {
        Column("name", .criterion, full: .criterionName, .wrapped(24)) { [set] in .name($0.criterion(of: set)?.name) }
    }
    private var lead: Column<GapCost> { Column("lead", .lead, full: .leadAgency, .wrapped(12)) { .points($0.lead) } }
    private var losses: Column<GapCost> { .decimal("lost", .lostShort, full: .lost, look: look) { $0.sum.lost } }
    private var withoutFigures: Column<GapCost> {
        .decimal("lostWithoutFigures", .withoutFigures, .decimal.blank(""), look: look) { $0.sum.lostWithoutFigures }
    }
    private var numbers: [Column<GapCost>] {
        [
            .decimal("maximum", .maximumShort, full: .maximum, .decimal.blank(""), look: look) { $0.sum.maximum },
            Column("unitsWithLosses", .unitsWithLosses, .trailing) { .count($0.losingUnits) },
            Column("units", .unitsOfCriterion, .trailing) { .count($0.units) },
        ]
    }

    /// The criteria, and what is no criterion's.
    private var rows: [Row] {
        let others = costs.dropFirst(shown.count)
        let rest: [Row] =
            others.isEmpty
            ? []
            : [(nil, GapWords.otherCriteria(others.count), Self.lost(others), Self.withoutFigures(others), false)]
        return shown.map { ($0, .none, $0.sum.lost, $0.sum.lostWithoutFigures, false) } + rest
            + adjustments.rows.map { (nil, $0.title, $0.lost, nil, false) }
    }

    private static func lost(_ costs: some Sequence<GapCost>) -> FixedDecimal { costs.reduce(0) { $0 + $1.sum.lost } }
    private static func withoutFigures(_ costs: some Sequence<GapCost>) -> FixedDecimal {
        costs.reduce(0) { $0 + $1.sum.lostWithoutFigures }
    }

    /// Those that are shown.
    private var shown: ArraySlice<GapCost> { costs.prefix(top ?? costs.count) }

    /// The columns of rows, of which some are no criteria.
    private func columns(_ before: [Column<GapCost>], cutAt limit: Int?) -> [Column<Row>] {
        let (name, lost, without) = (name.cut(at: limit), losses, withoutFigures)
        let title = Column<Row>(name.title, full: name.fullTitle, name.layout) { row in
            row.cost.map(name.value) ?? .phrase(row.title)
        }
        return before.map { $0.on { $0.cost } } + [title, lead.on { $0.cost }]
            + [
                Column<Row>(lost.title, full: lost.fullTitle, lost.layout) { [look] in .number($0.lost, look: look) },
                Column<Row>(without.title, without.layout) { [look] in .number($0.withoutFigures, look: look) },
            ] + numbers.map { $0.on { $0.cost } }
    }

    /// What people read: the criteria that cost or earn something, and the sum.
    func write(to document: inout Document) {
        document.heading(GapWords.common)
        let shown = rows.filter { $0.lost != 0 } + [(nil, .total, lost, Self.withoutFigures(costs), true)]
        document.table(shown, columns([code], cutAt: document.nameLimit)) { $0.isSum }
        document.paragraph(GapWords.overUnits(unitCount, areAll: areAll))
    }

    /// A row a criterion, also of those that cost nothing.
    func data(_ notice: Column<Row>) -> DataTable {
        DataTable(rows, columns([field, code], cutAt: nil) + [notice])
    }

    /// What programs read.
    func write(to record: inout RecordWriter) {
        record.list("byCriterion", shown, [code, name, field, lead, losses, withoutFigures] + numbers)
        record.record("overall") {
            $0.values([
                "units": .count(unitCount), "lost": .number(lost),
                "adjustment": .number(adjustments.rows.reduce(0) { $0 + $1.lost }),
            ])
        }
    }
}

extension GapCost {
    /// The criterion, where it is one's.
    func criterion(of set: CriteriaSet) -> Criterion? {
        if case .leaf(let index) = subject { set.criteria[index] } else { nil }
    }
}
