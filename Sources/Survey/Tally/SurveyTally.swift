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
        /// The sum of their weights, in millionths.
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
        var overflowed = false
        for worker in workers {
            worker.store.drain { number, totals in
                let header = totals.header
                overflowed = overflowed || header.overflowed
                // Rows may name a cell and be left out for another reason: a cluster of nobody is not a cluster.
                if header.rows == 0 { return }
                let numbers = CellNumbers(
                    rows: header.rows, weight: header.weight, counts: totals.counts, sums: totals.sums,
                    extras: totals.extras, layout)
                cells.append(
                    Cell(
                        key: worker.keys[number], rows: header.rows, weight: header.weight,
                        unknown: worker.unknownAnswers[number] ?? [], numbers: numbers))
            }
        }
        return mergeSame() && !overflowed
    }

    /// Adds cells of other parts; false on overflow.
    mutating func add(_ others: [Cell]) -> Bool {
        cells += others
        return mergeSame()
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
    static let mostRows = 1_000_000_000_000

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
    /// Adds another part of the cell; false on overflow.
    mutating func add(_ other: Self, _ layout: TallyLayout) -> Bool {
        rows += other.rows
        let (sum, overflow) = weight.addingReportingOverflow(other.weight)
        weight = sum
        var isSound = rows <= Int(UInt32.max) && !overflow
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
    /// The number of answers at some levels over all cells and questions, and the sum of their weights in millionths.
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
