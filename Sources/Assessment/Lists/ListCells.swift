import Tables
import Values

/// What the conditions of a plan need of a row: its days, numbers and texts, and the answer to each test.
final class ListCells {
    private let plan: ListPlan
    /// The answer to each test of the row read last: 0 no, 1 yes, 2 unknown.
    let answers: UnsafeMutablePointer<UInt8>
    /// The texts of each column whose texts are told apart, and the numbers of those of the row.
    private(set) var texts: [ListTexts]
    private(set) var textNumbers: [Int]
    /// By test, which of the texts asked for were found.
    private(set) var found: [[Bool]]

    /// By test, the texts asked for, and by the number of a text whether it is one of them.
    private let wanted: [[String]]
    private var matches: [[Bool]]
    // By column, what is known of its cell.
    private let states: UnsafeMutablePointer<State>
    private let moments: UnsafeMutablePointer<ListMoment?>
    private let amounts: UnsafeMutablePointer<FixedDecimal>

    private enum State: UInt8 { case read, blank, broken, outOfOrder }

    init(_ plan: ListPlan) {
        self.plan = plan
        texts = plan.texts.map { _ in ListTexts() }
        textNumbers = plan.texts.map { _ in 0 }
        wanted = plan.tests.map { test in
            if case .texts(_, let wanted) = test { wanted.map { VietnameseText.word($0.text) } } else { [] }
        }
        found = wanted.map { $0.map { _ in false } }
        matches = plan.tests.map { _ in [false] }
        // In bounds: columns and tests are numbered by the plan, and every place is initialized here; none needs
        // destruction.
        let columns = plan.columns.count
        states = .allocate(capacity: columns)
        states.initialize(repeating: .blank, count: columns)
        moments = .allocate(capacity: columns)
        moments.initialize(repeating: nil, count: columns)
        amounts = .allocate(capacity: columns)
        amounts.initialize(repeating: 0, count: columns)
        answers = .allocate(capacity: plan.tests.count)
        answers.initialize(repeating: 0, count: plan.tests.count)
    }

    deinit {
        states.deallocate()
        moments.deallocate()
        amounts.deallocate()
        answers.deallocate()
    }

    // MARK: - Cells

    /// Reads a row.
    /// - Parameters:
    ///   - raw: The bytes of a column's cell.
    ///   - isPlainNumber: Whether the cell of a field is a number however numbers are written.
    @inline(__always)
    func read(_ bytes: UnsafeBufferPointer<UInt8>, _ raw: (Int) -> Range<Int>, _ isPlainNumber: (Int) -> Bool) {
        readDays(bytes, raw)
        readNumbers(bytes, raw, isPlainNumber)
        readTexts(bytes, raw)
        for test in plan.tests.indices { answers[test] = answer(plan.tests[test], test, bytes, raw) }
    }

    @inline(__always)
    private func readDays(_ bytes: UnsafeBufferPointer<UInt8>, _ raw: (Int) -> Range<Int>) {
        for column in plan.days {
            let cell = raw(column)
            guard let content = CellText.content(of: cell, in: bytes) else {
                states[column] = .broken
                continue
            }
            if content.isEmpty {
                states[column] = .blank
            } else {
                moments[column] = ListMoment(content, in: bytes, isMonthFirst: plan.profile.isMonthFirst)
                states[column] = moments[column] == nil ? .broken : .read
            }
        }
        for chain in plan.profile.inOrder {
            var before = -1
            for column in chain where states[column] != .blank && states[column] != .broken {
                if before >= 0, let earlier = moments[before], let later = moments[column],
                    earlier.isAfter(later, comparingTimes: plan.profile.comparesTimes)
                {
                    states[column] = .outOfOrder
                    states[before] = .outOfOrder
                }
                before = column
            }
        }
    }

    @inline(__always)
    private func readNumbers(
        _ bytes: UnsafeBufferPointer<UInt8>, _ raw: (Int) -> Range<Int>, _ isPlainNumber: (Int) -> Bool
    ) {
        for column in plan.numbers {
            guard let content = CellText.content(of: raw(column), in: bytes) else {
                states[column] = .broken
                continue
            }
            let reader =
                plan.fields[column].map(isPlainNumber) == true ? Self.plainReader : plan.numberReader
            switch reader.read(content, in: bytes) {
            case .blank: states[column] = .blank
            case .number(let number, isPercent: false): (states[column], amounts[column]) = (.read, number)
            case .number, .ambiguous, .problem: states[column] = .broken
            }
        }
    }

    private static let plainReader = NumberReader(decimalSeparator: .point)

    @inline(__always)
    private func readTexts(_ bytes: UnsafeBufferPointer<UInt8>, _ raw: (Int) -> Range<Int>) {
        for (index, text) in plan.texts.enumerated() {
            let (number, new) = texts[index].number(of: raw(text.column), in: bytes)
            textNumbers[index] = number
            guard let new, !text.tests.isEmpty else { continue }
            let word = VietnameseText.word(new)
            for test in text.tests {
                for (position, wanted) in wanted[test].enumerated() where wanted == word {
                    found[test][position] = true
                }
                let isWanted = wanted[test].contains(word)
                if number > 0 { matches[test].append(isWanted) } else { matches[test][0] = isWanted }
            }
        }
    }

    // MARK: - Tests

    @inline(__always)
    private func answer(
        _ test: ListTest, _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ raw: (Int) -> Range<Int>
    ) -> UInt8 {
        switch test {
        case .blank(let column):
            if plan.columns[column].kind != .text { return states[column] == .blank ? 1 : 0 }
            return CellText.content(of: raw(column), in: bytes)?.isEmpty == true ? 1 : 0
        case .period(let column, let days):
            guard states[column] == .read, let moment = moments[column] else { return 2 }
            return days.contains(moment.day) ? 1 : 0
        case .texts(let column, _):
            guard let text = plan.textOfColumn[column] else { return 0 }
            let number = textNumbers[text]
            if texts[text].isBroken[number] { return 2 }
            return matches[index][number] ? 1 : 0
        case .number(let column, let bounds):
            switch states[column] {
            case .read: return bounds.contains(amounts[column]) ? 1 : 0
            case .blank: return 0
            case .broken, .outOfOrder: return 2
            }
        case .day(let column, let from, let to):
            return day(column, from: from, to: to)
        case .deadline(let done, let due, let asOf, let states, let withoutDue):
            return deadline(done: done, due: due, asOf: asOf, states, withoutDue)
        }
    }

    @inline(__always)
    private func day(_ column: Int, from: ListTest.DayBound?, to: ListTest.DayBound?) -> UInt8 {
        if states[column] == .blank { return 0 }
        guard states[column] == .read, let moment = moments[column] else { return 2 }
        for (bound, isFrom) in [(from, true), (to, false)] {
            switch bound {
            case nil: continue
            case .day(let day): if isFrom ? moment.day < day : moment.day > day { return 0 }
            case .column(let other, let isOutside):
                if states[other] == .blank { return 0 }
                guard states[other] == .read, let limit = moments[other] else { return 2 }
                let comparesTimes = plan.profile.comparesTimes
                let (isAfter, isBefore) = (
                    moment.isAfter(limit, comparingTimes: comparesTimes),
                    limit.isAfter(moment, comparingTimes: comparesTimes)
                )
                if isFrom ? isBefore : isAfter { return 0 }
                if isOutside, isFrom ? !isAfter : !isBefore { return 0 }
            }
        }
        return 1
    }

    @inline(__always)
    private func deadline(
        done: Int, due: Int, asOf: Int, _ wanted: Set<ListTest.Outcome>, _ withoutDue: ListTest.WithoutDue
    ) -> UInt8 {
        guard states[done] == .read || states[done] == .blank else { return 2 }
        let end = states[done] == .read ? moments[done].flatMap { $0.day <= asOf ? $0 : nil } : nil
        guard states[due] == .read, let limit = moments[due] else {
            guard states[due] == .blank else { return 2 }
            switch withoutDue {
            case .unreadable: return 2
            case .leftOut: return 0
            case .onTime: return wanted.contains(end == nil ? .pending : .onTime) ? 1 : 0
            }
        }
        let outcome: ListTest.Outcome
        if let end {
            outcome = end.isAfter(limit, comparingTimes: plan.profile.comparesTimes) ? .late : .onTime
        } else {
            outcome = limit.day <= asOf ? .late : .pending
        }
        return wanted.contains(outcome) ? 1 : 0
    }

    // MARK: - Faults

    /// The first column for which an answer is unknown, and why.
    var unreadable: (kind: ListFault.Kind, column: Int)? {
        for (index, test) in plan.tests.enumerated() where answers[index] == 2 {
            for column in test.columns {
                switch states[column] {
                case .broken: return (.cell, column)
                case .outOfOrder: return (.order, column)
                case .blank where plan.columns[column].kind == .day:
                    if case .deadline(let done, _, _, _, _) = test, done == column { continue }
                    return (.missingDay, column)
                case .read, .blank:
                    guard let text = plan.textOfColumn[column], texts[text].isBroken[textNumbers[text]] else {
                        continue
                    }
                    return (.cell, column)
                }
            }
        }
        return nil
    }

    /// What is wrong with a column.
    func fault(
        _ unreadable: (kind: ListFault.Kind, column: Int), at place: ListPlace, _ bytes: UnsafeBufferPointer<UInt8>,
        _ raw: (Int) -> Range<Int>
    ) -> ListFault {
        let (kind, column) = unreadable
        let other = kind == .order ? self.other(than: column) : nil
        return ListFault(
            kind: kind, place: place, field: plan.fields[column], column: column, found: Excerpt.of(bytes[raw(column)]),
            other: other.map { Excerpt.of(bytes[raw($0)]) } ?? "")
    }

    /// The other column of two days that are not in order.
    private func other(than column: Int) -> Int? {
        for chain in plan.profile.inOrder where chain.contains(column) {
            if let other = chain.first(where: { $0 != column && states[$0] == .outOfOrder }) { return other }
        }
        return nil
    }
}
