import Tables
import Values

/// What is read of the rows of one file, and how: conditions as tests, each of which is made once a row.
struct ListPlan: Sendable {
    /// The column of the file for each column of the profile; nil for one that is not needed.
    let fields: [Int?]
    let columns: [ListColumn]
    let headings: [String]
    let tests: [ListTest]
    let metrics: [Metric]
    /// The columns of days and of numbers that tests need.
    let days: [Int]
    let numbers: [Int]
    /// The columns whose texts are told apart, with the tests of them.
    let texts: [(column: Int, tests: [Int])]
    /// The position of each column among ``texts``.
    let textOfColumn: [Int?]
    /// The positions of the columns by which rows are grouped among ``texts``.
    let groups: [Int]
    let profile: ListProfile
    let numberReader: NumberReader
    /// The number of the heading's row.
    let headingRow: Int
    let delimiter: UInt8
    var fieldCount: Int { headings.count }

    /// A figure to be counted: its column in the table of figures, and which rows.
    struct Metric: Sendable {
        let column: Int
        let scope: CompiledCondition
        let numerator: CompiledCondition?
        /// Whether rows in the numerator are those that fail, as where fewer are better.
        let failsInNumerator: Bool
    }

    /// Reads the heading of a table; reports columns that it lacks.
    /// - Parameter metrics: The figures to be counted, as an entry counts them.
    init(_ table: inout Table, _ profile: ListProfile, _ metrics: [ListCounting.Counted], hasUnit: Bool) {
        var tests: [ListTest] = []
        var positions: [ListTest: Int] = [:]
        func position(_ test: ListTest) -> Int {
            if let known = positions[test] { return known }
            positions[test] = tests.count
            tests.append(test)
            return tests.count - 1
        }
        self.metrics = metrics.map { counted in
            Metric(
                column: counted.column, scope: CompiledCondition(counted.metric.scope, position),
                numerator: counted.metric.numerator.map { CompiledCondition($0, position) },
                failsInNumerator: counted.failsInNumerator)
        }
        self.tests = tests
        self.profile = profile
        columns = profile.columns
        headings = table.headings
        headingRow = table.headingNumber
        delimiter = table.dialect.delimiter.byte
        var needed = Set(tests.flatMap { $0.columns } + profile.groupBy)
        for chain in profile.inOrder { needed.formUnion(chain) }
        if let id = profile.id { needed.insert(id) }
        if let unit = profile.unit, hasUnit { needed.insert(unit) }
        fields = profile.columns.indices.map { position in
            let names = profile.columns[position].names
            return needed.contains(position) ? table.requiredColumn(names) : table.optionalColumn(names)
        }
        days = needed.filter { profile.columns[$0].kind == .day }.sorted()
        numbers = needed.filter { profile.columns[$0].kind == .number }.sorted()
        table.settleNumbers(in: numbers.compactMap { [fields] in fields[$0] })
        numberReader = NumberReader(
            decimalSeparator: table.dialect.decimalSeparator, groupSeparator: table.dialect.groupSeparator)
        var texts: [(column: Int, tests: [Int])] = []
        var textOfColumn: [Int?] = Array(repeating: nil, count: profile.columns.count)
        func text(_ column: Int) -> Int {
            if let known = textOfColumn[column] { return known }
            textOfColumn[column] = texts.count
            texts.append((column, []))
            return texts.count - 1
        }
        for (index, test) in tests.enumerated() {
            if case .texts(let column, _) = test { texts[text(column)].tests.append(index) }
        }
        groups = profile.groupBy.map(text)
        self.texts = texts
        self.textOfColumn = textOfColumn
    }
}

extension ListTest {
    /// The columns whose cells it needs.
    var columns: [Int] {
        switch self {
        case .blank(let column), .period(let column, _), .texts(let column, _), .number(let column, _): [column]
        case .day(let column, let from, let to):
            [column]
                + [from, to].compactMap { bound in
                    if case .column(let other, _)? = bound { other } else { nil }
                }
        case .deadline(let done, let due, _, _, _): [done, due]
        }
    }
}

/// A condition as a row of steps on a stack of answers, each of which is yes, no, or unknown where a cell cannot be read.
/// What is unknown matters only where it decides: no row is lost for a cell that makes no difference.
struct CompiledCondition: Sendable {
    private enum Step: Sendable {
        case test(Int)
        case not
        case all(Int)
        case any(Int)
    }

    private var steps: [Step] = []

    init(_ condition: ListCondition, _ position: (ListTest) -> Int) { add(condition, position) }

    private mutating func add(_ condition: ListCondition, _ position: (ListTest) -> Int) {
        switch condition {
        case .test(let test): steps.append(.test(position(test)))
        case .not(let part):
            add(part, position)
            steps.append(.not)
        case .all(let parts), .any(let parts):
            for part in parts { add(part, position) }
            if case .all = condition { steps.append(.all(parts.count)) } else { steps.append(.any(parts.count)) }
        }
    }

    /// Whether it holds; nil where that cannot be told.
    /// - Parameter answers: The answer of each test: 0 no, 1 yes, 2 unknown.
    @inline(__always)
    func holds(_ answers: UnsafeMutablePointer<UInt8>, stack: inout [UInt8]) -> Bool? {
        // In bounds: tests are numbered as their answers are.
        stack.removeAll(keepingCapacity: true)
        for step in steps {
            switch step {
            case .test(let test): stack.append(answers[test])
            case .not:
                let answer = stack.removeLast()
                stack.append(answer == 2 ? 2 : 1 - answer)
            case .all(let count): combine(&stack, count, decisive: 0)
            case .any(let count): combine(&stack, count, decisive: 1)
            }
        }
        return switch stack[0] {
        case 0: false
        case 1: true
        default: nil
        }
    }

    /// Puts one answer in the place of some: the decisive one if any of them is, unknown if any is, otherwise the other.
    @inline(__always)
    private func combine(_ stack: inout [UInt8], _ count: Int, decisive: UInt8) {
        var result = 1 - decisive
        for answer in stack.suffix(count) {
            if answer == decisive {
                result = decisive
                break
            }
            if answer == 2 { result = 2 }
        }
        stack.removeLast(count)
        stack.append(result)
    }
}
