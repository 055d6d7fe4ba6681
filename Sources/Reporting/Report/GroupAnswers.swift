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
    /// The index of each unit last year and now, where it is compared.
    let changes: [(row: RankRow, before: FixedDecimal, after: FixedDecimal)]
    /// How many fell since last year.
    let fallen: Int
    /// The criteria that cost most, three at most.
    let costs: [GapCost]
    /// What all lost together, and of it these.
    let (lost, lostTogether): (FixedDecimal, FixedDecimal)

    init(_ model: ReportModel, _ part: RankPart) {
        self.part = part
        leaders = part.rows.filter { $0.place?.rank == part.rows.first?.place?.rank }
        mayLead = part.rows.isEmpty ? [] : part.candidates(forTop: 1)
        changes = part.rows.compactMap { row in
            row.place.flatMap { model.comparison?.compared(unit: $0.unit)?.indices }.map { (row, $0.before, $0.after) }
        }
        let down = changes.filter { $0.after < $0.before }
        fallen = down.count
        let most = down.enumerated().sorted {
            ($0.element.after - $0.element.before, $0.offset) < ($1.element.after - $1.element.before, $1.offset)
        }.prefix(2).map { $0.element.row }
        let known = Dictionary(firstOf: changes.map { ($0.row.unit.code, $0.after - $0.before) })
        needHelp = (part.rows.suffix(part.rows.count > 1 ? 1 : 0) + most).withoutRepeats { $0.unit.code }
            .map { ($0, known[$0.unit.code]) }
        let scores = part.units.map { model.assessment.scores[$0] }
        let all = GapCost.sorted(model.set, scores.lazy.map { $0.losses }, by: nil)
        costs = Array(all.prefix(3))
        lost = scores.reduce(0) { $0 + $1.total.lost }
        lostTogether = costs.reduce(0) { $0 + $1.sum.lost }
    }

    /// What programs read; every number of the first screen is here.
    func write(to record: inout RecordWriter, of model: ReportModel) {
        record.texts("leaders", leaders.map { $0.unit.code })
        record.texts("mayLead", mayLead.map { $0.unit.code })
        record.value("mayLeadCount", .count(mayLead.count))
        record.list("needHelp", needHelp) { ["unit": .text($0.row.unit.code), "indexChange": .number($0.change)] }
        record.values([
            "fallen": .count(fallen), "compared": .count(changes.count), "lost": .number(lost),
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
