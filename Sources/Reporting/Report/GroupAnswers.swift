internal import Assessment
internal import Documents
internal import Scoring
internal import Values
internal import Words

/// What is asked first about units that are ranked among each other: who leads and how sure that is, who needs help first
/// and where all lose most.
struct GroupAnswers: Sendable {
    let part: RankPart
    /// Those on the first place.
    let leaders: [RankRow]
    /// All that may truly be first, the leaders among them.
    let mayLead: [RankRow]
    /// The last of those that have a place, and of those that fell the two that fell most; each once.
    let needHelp: [(row: RankRow, change: FixedDecimal?)]
    /// How many fell since last year, and how many are compared.
    let (fallen, compared): (Int, Int)
    /// The criteria that cost most, three at most.
    let costs: [GapCost]
    /// What all lost together, and of it these.
    let (lost, lostTogether): (FixedDecimal, FixedDecimal)

    init(_ model: ReportModel, _ part: RankPart) {
        self.part = part
        leaders = part.rows.filter { $0.place?.rank == part.rows.first?.place?.rank }
        mayLead = part.rows.isEmpty ? [] : part.candidates(forTop: 1)
        let positions = Dictionary(firstOf: part.rows.compactMap { row in row.place.map { (row.unit.code, $0.unit) } })
        let changes = part.rows.map { row in
            (row: row, change: positions[row.unit.code].flatMap(model.indexChange))
        }
        compared = changes.count { $0.change != nil }
        let down = changes.filter { ($0.change ?? 0) < 0 }
        fallen = down.count
        let most = down.enumerated().sorted {
            ($0.element.change ?? 0, $0.offset) < ($1.element.change ?? 0, $1.offset)
        }.map(\.element)
        needHelp = (Array(changes.suffix(changes.count > 1 ? 1 : 0)) + most.prefix(2))
            .withoutRepeats { $0.row.unit.code }
        let scores = part.units.map { model.assessment.scores[$0] }
        let all = GapCost.sorted(model.set, scores.lazy.map(\.losses), by: nil)
        costs = Array(all.prefix(3))
        lost = scores.reduce(0) { $0 + $1.total.lost }
        lostTogether = costs.reduce(0) { $0 + $1.sum.lost }
    }

    /// What programs read; every number of the first screen is here.
    func write(to record: inout RecordWriter, of model: ReportModel) {
        record.texts("leaders", leaders.map(\.unit.code))
        record.texts("mayLead", mayLead.map(\.unit.code))
        record.value("mayLeadCount", .count(mayLead.count))
        record.list("needHelp", needHelp) { ["unit": .text($0.row.unit.code), "indexChange": .number($0.change)] }
        record.values([
            "fallen": .count(fallen), "compared": .count(compared), "lost": .number(lost),
            "lostTogether": .number(lostTogether),
        ])
        record.list("greatestCosts", costs) { cost in
            [
                "criterion": .text(cost.criterion(of: model.set)?.code), "lost": .number(cost.sum.lost),
                "units": .count(cost.losingUnits),
            ]
        }
    }
}
