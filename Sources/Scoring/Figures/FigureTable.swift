package import Values

/// The figures of many units, one column per metric: the form in which ten thousand units are scored in milliseconds.
public struct FigureTable: Sendable {
    /// The codes of the metrics, in the order of the columns.
    public let metrics: [String]
    /// How many units there are.
    public let unitCount: Int

    // Column by column. A value, or the numerator of a ratio, in millionths.
    package private(set) var values: [Int64]
    // The denominators of ratios, in millionths; empty until the first ratio is set.
    package private(set) var denominators: [Int64]
    package private(set) var states: [UInt8]
    private let columns: [String: Int]

    package enum State {
        package static let notReported: UInt8 = 0
        package static let value: UInt8 = 1
        package static let ratio: UInt8 = 2
        package static let notApplicable: UInt8 = 3
        package static let awaited: UInt8 = 4
        package static let notPublished: UInt8 = 5
    }

    /// A table in which nothing is reported.
    public init(metrics: [String], unitCount: Int) {
        self.metrics = metrics
        self.unitCount = unitCount
        // Columns are scored without checking states first, so an unreported cell must hold a number too.
        values = Array(repeating: 0, count: metrics.count * unitCount)
        denominators = []
        states = Array(repeating: State.notReported, count: metrics.count * unitCount)
        columns = Dictionary(
            firstOf: metrics.enumerated().map { ($0.element, $0.offset) })
    }

    /// One unit of another table.
    private init(_ other: FigureTable, _ unit: Int) {
        (metrics, columns, unitCount) = (other.metrics, other.columns, 1)
        let cells = other.metrics.indices.map { other.cell(unit, $0) }
        values = cells.map { other.values[$0] }
        denominators = other.denominators.isEmpty ? [] : cells.map { other.denominators[$0] }
        states = cells.map { other.states[$0] }
    }

    /// The figures of a unit in a table of its own. Traps out of bounds. Complexity: O(metrics).
    func alone(_ unit: Int) -> FigureTable { FigureTable(self, unit) }

    /// The column of a metric's code, or nil.
    public func column(of metric: String) -> Int? {
        columns[metric]
    }

    /// The figure of a unit, by the positions of both. Traps out of bounds. Complexity: O(1).
    public subscript(unit: Int, column: Int) -> Figure {
        get {
            let cell = self.cell(unit, column)
            switch states[cell] {
            case State.value: return .value(FixedDecimal(mantissa: values[cell]))
            case State.ratio:
                return .ratio(
                    numerator: FixedDecimal(mantissa: values[cell]),
                    denominator: FixedDecimal(mantissa: denominators[cell]))
            case State.notApplicable: return .notApplicable
            case State.awaited: return .awaited
            case State.notPublished: return .notPublished
            default: return .notReported
            }
        }
        set {
            let cell = self.cell(unit, column)
            switch newValue {
            case .value(let value):
                states[cell] = State.value
                values[cell] = value.mantissa
            case .ratio(let numerator, let denominator):
                if denominators.isEmpty { denominators = Array(repeating: 0, count: values.count) }
                states[cell] = State.ratio
                values[cell] = numerator.mantissa
                denominators[cell] = denominator.mantissa
            case .notReported: states[cell] = State.notReported
            case .notApplicable: states[cell] = State.notApplicable
            case .awaited: states[cell] = State.awaited
            case .notPublished: states[cell] = State.notPublished
            }
        }
    }

    private func cell(_ unit: Int, _ column: Int) -> Int {
        // Without the check, a unit out of range would read the next metric's first unit.
        precondition(unit >= 0 && unit < unitCount, "no such unit")
        return column * unitCount + unit
    }

    /// The figure of a unit by the metric's code; not reported when the table has no such metric. Setting a figure that
    /// the table does not have traps.
    public subscript(unit: Int, metric: String) -> Figure {
        get { columns[metric].map { self[unit, $0] } ?? .notReported }
        set {
            guard let column = columns[metric] else { preconditionFailure("no such metric") }
            self[unit, column] = newValue
        }
    }
}

extension FigureTable {
    /// Whether the cell holds a number.
    package func isReported(unit: Int, column: Int) -> Bool {
        let state = states[column * unitCount + unit]
        return state == State.value || state == State.ratio
    }

    /// Whether the unit reports anything at all, including that something does not apply.
    package func hasAnything(unit: Int) -> Bool {
        metrics.indices.contains { states[$0 * unitCount + unit] != State.notReported }
    }

    /// The units whose figure of a column is a value between two numbers, and how many others have a value or counts.
    package func units(
        ofColumn column: Int, between least: FixedDecimal, and most: FixedDecimal
    ) -> (between: [Int], others: Int) {
        let (start, least, most) = (column * unitCount, least.mantissa, most.mantissa)
        // In bounds: a column has one cell for each unit, in values and states alike.
        return values.withUnsafeBufferPointer { values in
            states.withUnsafeBufferPointer { states in
                var between: [Int] = []
                var reported = 0
                for unit in 0..<unitCount {
                    let (value, state) = (values[start + unit], states[start + unit])
                    reported += state == State.value || state == State.ratio ? 1 : 0
                    if value >= least, value <= most, state == State.value { between.append(unit) }
                }
                return (between, reported - between.count)
            }
        }
    }

    /// The same figures, with every number that stands for "not published" read as such.
    ///
    /// - Parameter described: the metrics of the columns, in their order.
    func withMarkersRead(_ described: [Metric]) -> FigureTable {
        var table = self
        for (column, metric) in described.enumerated() where metric.notPublished != nil {
            for unit in 0..<unitCount { table[unit, column] = metric.meaning(of: table[unit, column]) }
        }
        return table
    }

    /// Gives access to the cells themselves, for filling many of them: values in millionths and ``State``, column by
    /// column. A cell with a value needs both.
    package mutating func withCells<Result>(
        _ body: (UnsafeMutableBufferPointer<Int64>, UnsafeMutableBufferPointer<UInt8>) -> Result
    ) -> Result {
        // In bounds: callers count cells as this table does, units × metrics, and get no others.
        values.withUnsafeMutableBufferPointer { values in
            states.withUnsafeMutableBufferPointer { states in body(values, states) }
        }
    }
}
