/// How branching on actions has changed the bound so far, from which the next action to branch on is chosen.
struct Branching {
    /// One side of a branching: the action taken (up) or left (down), how far the relaxation was from that, and its
    /// bound.
    struct Branch {
        var action: Int
        var isUp: Bool
        var distance: Double
        var from: Double
    }

    /// A value closer to an integer than this counts as integral.
    static let leastDistance = 1e-6

    /// The sum of the bound's rises per unit of distance, and their number.
    private var rises: [(down: Double, up: Double)]
    private var counts: [(down: Int, up: Int)]
    private var total = (rise: 0.0, count: 0)

    init(actions: Int) {
        rises = Array(repeating: (0, 0), count: actions)
        counts = Array(repeating: (0, 0), count: actions)
    }

    /// Nothing is learnt where the relaxation was on this side already.
    mutating func learn(_ branch: Branch, _ bound: Double) {
        guard branch.distance > Self.leastDistance else { return }
        let rise = max(bound - branch.from, 0) / branch.distance
        if branch.isUp {
            rises[branch.action].up += rise
            counts[branch.action].up += 1
        } else {
            rises[branch.action].down += rise
            counts[branch.action].down += 1
        }
        total.rise += rise
        total.count += 1
    }

    /// How much both sides together promise: a product, so that neither side is neglected. Past rises of an action
    /// count, or the average for one never branched on, but no less than the first dual simplex pivot raises the bound.
    func score(_ action: Int, _ value: Double, _ penalties: (down: Double, up: Double)) -> Double {
        let usual = total.count > 0 ? total.rise / Double(total.count) : 1
        let (rise, count) = (rises[action], counts[action])
        let down = count.down > 0 ? rise.down / Double(count.down) : usual
        let up = count.up > 0 ? rise.up / Double(count.up) : usual
        return max(down * value, penalties.down, 1e-6) * max(up * (1 - value), penalties.up, 1e-6)
    }
}
