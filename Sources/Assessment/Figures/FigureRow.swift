import Scoring
import Tables
import Values

/// Reads one figure from the cells of a row: a value, or two counts, or a status that says why there is none.
struct FigureRow {
    let value: Int?
    let numerator: Int?
    let denominator: Int?
    let status: Int?
    var unit = ""
    var metric: Metric?

    /// The figure, or nil when the row is wrong; then it is in the findings.
    func read(_ row: Int, of table: Table, into sink: inout FindingSink) -> Figure? {
        guard let metric else { return nil }
        let details: FindingDetails = [.metric: .text(metric.code)]
        func isFilled(_ column: Int?) -> Bool { column.map { !table.isBlank(row, $0) } ?? false }

        var stated: Figure?
        var saysReported = false
        if let status, isFilled(status) {
            let word = table.text(row, status)
            // What was done about a task is what people call its status.
            if metric.kind == .task, let answer = FigureWord.answer(word, for: .task), !isFilled(value) {
                return .value(answer)
            }
            guard let meaning = FigureWord.status(word) else {
                var details = details
                details[.found] = .text(word)
                details[.expected] = .names(FigureWord.statusWords)
                details[.suggestion] = (Spelling.closest(to: word, among: FigureWord.statusWords)).map { .text($0) }
                sink.report(.unknownStatus, at: table.place(row, status), unit: unit, details)
                return nil
            }
            stated = meaning
            saysReported = meaning == nil
        }
        let hasCounts = isFilled(numerator) || isFilled(denominator)
        if let stated {
            if let column = [value, numerator, denominator].compactMap({ $0 }).first(where: { isFilled($0) }) {
                sink.report(.contradictoryFigure, at: table.place(row, column), unit: unit, details)
                return nil
            }
            return stated
        }
        if let value, isFilled(value) {
            if hasCounts {
                sink.report(.contradictoryFigure, at: table.place(row, value), unit: unit, details)
                return nil
            }
            return readValue(row, value, of: table, metric: metric, into: &sink)
        }
        guard hasCounts else {
            // Somebody says that there is a figure, and there is none.
            if saysReported, let column = value ?? numerator {
                let details: FindingDetails = [.metric: .text(metric.code), .key: .text(table.headings[column])]
                sink.report(.blankCell, at: table.place(row, column), unit: unit, details)
                return nil
            }
            return .notReported
        }
        return readCounts(row, of: table, metric: metric, into: &sink)
    }

    private func readValue(
        _ row: Int, _ column: Int, of table: Table, metric: Metric, into sink: inout FindingSink
    ) -> Figure? {
        let reading = table.number(row, column)
        if case .problem(.notANumber) = reading {
            let word = table.text(row, column)
            if let stated = FigureWord.status(word), let figure = stated { return figure }
            if let answer = FigureWord.answer(word, for: metric.kind) { return .value(answer) }
        }
        guard let number = number(row, column, reading: reading, of: table, metric: metric, into: &sink) else {
            return nil
        }
        if case .number(_, false) = reading, metric.kind == .percent, number > 0, number < 1 {
            sink.report(
                .percentLooksLikeShare, at: table.place(row, column), unit: unit,
                [.metric: .text(metric.code), .found: .text(table.text(row, column))])
        }
        return checked(metric.meaning(of: .value(number)), at: table.place(row, column), metric: metric, into: &sink)
    }

    private func readCounts(_ row: Int, of table: Table, metric: Metric, into sink: inout FindingSink) -> Figure? {
        guard let numerator, let denominator, !table.isBlank(row, numerator), !table.isBlank(row, denominator) else {
            let isNumeratorMissing = numerator.map { table.isBlank(row, $0) } ?? true
            let key: FindingTerm = isNumeratorMissing ? .numerator : .denominator
            let column = isNumeratorMissing ? numerator ?? denominator : denominator ?? numerator
            sink.report(
                .missingCount, at: table.place(row, column), unit: unit,
                [.metric: .text(metric.code), .key: .term(key)])
            return nil
        }
        let above = number(row, numerator, reading: table.number(row, numerator), of: table, metric: nil, into: &sink)
        let below = number(
            row, denominator, reading: table.number(row, denominator), of: table, metric: nil, into: &sink)
        guard let above, let below else { return nil }
        let figure = Figure.ratio(numerator: above, denominator: below)
        return checked(figure, at: table.place(row, numerator), metric: metric, into: &sink)
    }

    /// The number in a cell; nil and a finding when it is none, or a percent sign stands where none can.
    private func number(
        _ row: Int, _ column: Int, reading: NumberReading, of table: Table, metric: Metric?,
        into sink: inout FindingSink
    ) -> FixedDecimal? {
        if case .number(let number, let isPercent) = reading {
            if isPercent, metric?.kind != .percent {
                sink.report(
                    .percentSign, at: table.place(row, column), unit: unit,
                    [.metric: .text(self.metric?.code ?? ""), .found: .text(table.text(row, column))])
                return nil
            }
            return number
        }
        if let finding = table.finding(for: reading, row, column) { sink.add([finding], unit: unit) }
        return nil
    }

    private func checked(_ figure: Figure, at place: Place, metric: Metric, into sink: inout FindingSink) -> Figure? {
        guard let fault = metric.fault(in: figure) else { return figure }
        var details: FindingDetails = [.metric: .text(metric.code)]
        details[.found] = figure.detail
        let code: AssessmentFinding
        switch fault {
        case .outsideDomain(let minimum, let maximum):
            code = .outsideDomain
            details[.expected] = .range(minimum, maximum)
        case .offStep(let step):
            code = .offStep
            details[.expected] = .number(step)
        case .notARatio: code = .notARatio
        case .negativeCount: code = .negativeCount
        case .numeratorExceedsDenominator:
            code = .numeratorExceedsDenominator
            if case .ratio(_, let denominator) = figure { details[.expected] = .bound("≤", denominator) }
        case .divisionByZero: code = .divisionByZero
        }
        sink.report(code, at: place, unit: unit, details)
        return nil
    }
}
