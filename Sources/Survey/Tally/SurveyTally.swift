public import Values

/// The sums over the answers of a survey, and nothing about any single respondent: the only thing that indices, errors
/// and reports are computed from.
///
/// Tallies of parts add up to the tally of the whole, to the last digit: counts are integers and weights exact
/// decimals. Cells are ordered by key, so the same rows in any order and any division into files give the same tally.
public struct SurveyTally: Sendable {
    /// The questionnaire of the answers.
    public let questionnaire: Questionnaire
    /// The domains by which cells are divided, by code.
    public let domains: [String]
    /// What weights count.
    private(set) var weightUnit = WeightUnit.millionths
    /// The cells, ascending by key.
    public private(set) var cells: [Cell] = []
    /// Where the numbers of a cell are.
    let layout: TallyLayout
    /// Rows that belong to no cell because something in them cannot be used.
    public internal(set) var rowsLeftOut = 0
    /// These rows by unit, as far as that is known of them.
    var unusable = UnusableForms()
    /// Findings from reading a tally file that left it usable.
    public internal(set) var findings: [Finding] = []

    /// The sums over the answers of one cell.
    public struct Cell: Equatable, Sendable {
        var key: CellKey
        /// Respondents.
        var rows: Int
        /// The sum of their weights, in the unit of the tally.
        var weight: Int64
        /// Answers that are not on the scale, by question; empty when there are none.
        var unknown: [Int]
        /// Answers, people and products.
        var numbers: CellNumbers
    }
}

extension SurveyTally {
    /// An empty tally.
    init(_ questionnaire: Questionnaire, domains: [String]) {
        self.questionnaire = questionnaire
        self.domains = domains
        layout = TallyLayout(questionnaire)
    }

    /// Adds the workers' sums, which they no longer have then; false on overflow.
    mutating func add(_ workers: [AnswerWorker]) -> Bool {
        let unit = workers.map { $0.store.unit }.max() ?? weightUnit
        var overflowed = !refine(to: unit)
        for worker in workers {
            let isCoarse = worker.store.unit < weightUnit
            overflowed = overflowed || worker.store.overflowed
            worker.store.drain { number, totals in
                let header = totals.header
                overflowed = overflowed || header.overflowed
                // Rows may name a cell and be left out for another reason: a cluster of nobody is not a cluster.
                if header.rows == 0 { return }
                let numbers = CellNumbers(
                    rows: header.rows, weight: header.weight, counts: totals.counts, sums: totals.sums,
                    extras: totals.extras, layout)
                var cell = Cell(
                    key: worker.keys[number], rows: header.rows, weight: header.weight,
                    unknown: worker.unknownAnswers[number] ?? [], numbers: numbers)
                if isCoarse { overflowed = !cell.refine(layout) || overflowed }
                cells.append(cell)
            }
        }
        return mergeSame() && !overflowed
    }

    /// Adds cells of other parts; false on overflow.
    /// - Parameter unit: What their weights count; at least what those here do.
    mutating func add(_ others: [Cell], in unit: WeightUnit) -> Bool {
        guard refine(to: unit) else { return false }
        cells += others
        return mergeSame()
    }

    /// Counts weights in a unit that may be finer; false when a number becomes too large.
    mutating func refine(to unit: WeightUnit) -> Bool {
        guard weightUnit < unit else { return true }
        weightUnit = unit
        var isSound = true
        for position in cells.indices { isSound = cells[position].refine(layout) && isSound }
        return isSound
    }

    /// The same answers, of which those of each cell have a weight of their own instead of one; nil when a sum becomes too
    /// large.
    /// - Parameter weights: What each answer of a cell weighs, in ten-billionths.
    func reweighed(_ weights: [Int64]) -> SurveyTally? {
        var tally = self
        tally.weightUnit = .tenBillionths
        for (position, own) in weights.enumerated() {
            guard tally.cells[position].reweigh(own, from: weightUnit.one, layout) else { return nil }
        }
        return tally.hasSoundTotals ? tally : nil
    }

    /// Sorts the cells and merges those with the same key, in place: a second copy could be large.
    private mutating func mergeSame() -> Bool {
        guard !cells.isEmpty else { return true }
        cells.sort { $0.key < $1.key }
        var isSound = true
        var last = 0
        for index in 1..<max(1, cells.count) {
            if cells[last].key == cells[index].key {
                let other = cells[index]
                isSound = cells[last].add(other, layout) && isSound
            } else {
                last += 1
                if last != index { cells.swapAt(last, index) }
            }
        }
        cells.removeLast(cells.count - 1 - last)
        return isSound && hasSoundTotals
    }

    /// The most rows of a tally, and the most that it leaves out.
    static let mostRows = Int(clamping: 1_000_000_000_000 as Int64)

    /// Whether rows are countable, and the sums of people and products over all cells fit in 128 bits: an index adds
    /// them up.
    private var hasSoundTotals: Bool {
        guard rowCount <= Self.mostRows else { return false }
        // No number exceeds what it would be if one person had the weight of all and were satisfied with everything.
        let weight = cells.reduce(0.0) { $0 + Double($1.weight) }
        let most = Double(layout.questions) * Double(layout.extras.measures.pairOfLevel[0].x)
        if weight * weight * most * most < 0x1p126 { return true }
        return layout.places.allSatisfy { place in
            var sum: Int128 = 0
            return cells.allSatisfy { cell in
                let (larger, overflow) = sum.addingReportingOverflow(cell.numbers.number(at: place))
                sum = larger
                return !overflow
            }
        }
    }

    /// Counts rows that belong to no cell; false when there are too many.
    mutating func leaveOut(_ rows: Int) -> Bool {
        guard (0...Self.mostRows - rowsLeftOut).contains(rows) else { return false }
        rowsLeftOut += rows
        return true
    }
}

extension SurveyTally.Cell {
    /// Counts weights in ten-billionths instead of millionths; false when a number becomes too large.
    mutating func refine(_ layout: TallyLayout) -> Bool {
        guard let finer = WeightUnit.finer(weight) else { return false }
        weight = finer
        return numbers.refine(rows: rows, weight: weight, layout)
    }

    /// Gives rows that all weigh one another weight; false when a number becomes too large.
    mutating func reweigh(_ own: Int64, from one: Int64, _ layout: TallyLayout) -> Bool {
        let (sum, overflow) = own.multipliedReportingOverflow(by: Int64(rows))
        if overflow { return false }
        weight = sum
        return numbers.reweigh(own, from: one, rows: rows, layout)
    }

    /// Adds another part of the cell; false on overflow.
    mutating func add(_ other: Self, _ layout: TallyLayout) -> Bool {
        rows += other.rows
        let (sum, overflow) = weight.addingReportingOverflow(other.weight)
        weight = sum
        var isSound = rows <= Int(clamping: UInt32.max) && !overflow
        isSound = numbers.add(other.numbers, rows: rows, weight: weight, layout) && isSound
        if unknown.isEmpty {
            unknown = other.unknown
        } else {
            for index in other.unknown.indices { unknown[index] += other.unknown[index] }
        }
        return isSound
    }
}

extension CellKey: Comparable {
    static func < (left: CellKey, right: CellKey) -> Bool {
        if left.unit != right.unit { return left.unit < right.unit }
        if left.domains != right.domains { return left.domains.lexicographicallyPrecedes(right.domains) }
        for (first, second) in zip(left.stages, right.stages) where first != second {
            if first.stratum != second.stratum { return first.stratum < second.stratum }
            if first.cluster != second.cluster { return first.cluster < second.cluster }
            return (first.population ?? 0) < (second.population ?? 0)
        }
        return false
    }
}

extension SurveyTally {
    /// The number of answers at some levels over all cells and questions, and the sum of their weights in the unit of the
    /// tally.
    public func sum(levels: Range<Int>) -> (count: Int, weight: Int128) {
        cells.reduce(into: (0, 0)) { sum, cell in
            sum.0 += cell.numbers.count(over: layout.answers(onLevels: levels))
            sum.1 += cell.numbers.sum(over: layout.answers(onLevels: levels))
        }
    }
}

extension SurveyTally {
    /// The units with answers, in code order.
    public var units: [String] {
        var units: [String] = []
        for cell in cells where units.last != cell.key.unit { units.append(cell.key.unit) }
        return units
    }

    /// The bytes that the numbers of all cells take.
    var memory: Int { cells.reduce(0) { $0 + $1.numbers.memory } }

    /// Respondents in all cells.
    public var rowCount: Int { cells.reduce(0) { $0 + $1.rows } }
}
