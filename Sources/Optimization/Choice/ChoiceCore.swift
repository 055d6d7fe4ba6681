/// The search of a multiple-choice knapsack around the choice of its linear relaxation. `ChoiceCore+Incumbents` looks
/// for good plans near that choice; `ChoiceCore+Sweep` is the complete dynamic program.
struct ChoiceCore {
    let knapsack: ChoiceKnapsack
    let relaxation: ChoiceRelaxation
    let capacity: Int64
    /// The relaxation's choice: the item of each group.
    let chosen: [Int]
    let lens: ChoiceKnapsack.Lens
    /// The value of one unit of capacity.
    let slope: Slope
    /// The greatest profit known; only more is of interest.
    private(set) var known: Int64
    private var found = Found.nothing
    var sweep = Sweep()

    private enum Found {
        case nothing
        case exchange([Change])
        case trail(Sweep.TrailEntry)
    }

    /// An item of a group other than the relaxation's.
    struct Change {
        var group: Int
        var item: Int
    }

    /// Only profits above `threshold` are of interest.
    init(_ knapsack: ChoiceKnapsack, _ relaxation: ChoiceRelaxation, threshold: Int64) {
        self.knapsack = knapsack
        self.relaxation = relaxation
        capacity = knapsack.capacity
        lens = knapsack.lens
        chosen = relaxation.chosen
        slope = relaxation.slope
        known = threshold
        if relaxation.isFeasible { note(relaxation.profit, []) }
    }

    /// The greatest profit by the linear relaxation of this side of the split, rounded down; the smallest integer when
    /// no plan fits.
    var linearBound: Int64 { relaxation.isFeasible ? lens.profit(ofValue: relaxation.bound) : .min }

    /// Whether there may be something better than the best known.
    var isOpen: Bool { linearBound > known }

    /// The options of the best choice found.
    var best: [Int]? {
        guard let changes else { return nil }
        var plan = chosen
        for change in changes { plan[change.group] = change.item }
        return knapsack.positions(plan)
    }

    /// The changes made by the best choice found, in order.
    private var changes: [Change]? {
        switch found {
        case .nothing: nil
        case .exchange(let changes): changes
        case .trail(let end): sweep.changes(to: end)
        }
    }

    /// Records a profit found elsewhere, which this search then has to exceed.
    mutating func learn(_ profit: Int64) {
        guard profit > known else { return }
        known = profit
        found = .nothing
    }

    mutating func note(_ profit: Int64, _ changes: @autoclosure () -> [Change]) {
        guard profit > known else { return }
        known = profit
        found = .exchange(changes())
    }

    mutating func note(_ profit: Int64, end: Sweep.TrailEntry) {
        known = profit
        found = .trail(end)
    }

    /// Looks for a good plan by searches that keep few states, until one meets the ceiling.
    mutating func scout(limits: PlanLimits, ceiling: Int64) {
        guard isOpen, known < ceiling else { return }
        var scout = self
        scout.sweep = Sweep()
        _ = scout.run(limits: limits, scouting: Scouting(ceiling: ceiling))
        guard scout.known > known, let changes = scout.changes else { return }
        note(scout.known, changes)
    }

    /// How much value can be lost, times the run of the slope, before exceeding the best known becomes impossible.
    var slack: Int128 {
        product(relaxation.value - lens.value(atLeast: known + 1), slope.run)
            + product(capacity - relaxation.weight, slope.rise)
    }

    /// How much a change loses against the relaxation's bound, times the run of the slope. A change that loses more
    /// than the slack cannot be part of anything better than the best known.
    @inline(__always)
    func loss(of item: Int, insteadOf old: Int) -> Int128 {
        let (new, old) = (knapsack.items[item], knapsack.items[old])
        return product(new.weight - old.weight, slope.rise) - product(new.value - old.value, slope.run)
    }

    /// The knapsack without the items that cannot be part of anything better than the best known.
    func reduced() -> ChoiceKnapsack {
        let slack = slack
        return knapsack.keeping { loss(of: $0, insteadOf: chosen[$1]) <= slack }
    }
}
