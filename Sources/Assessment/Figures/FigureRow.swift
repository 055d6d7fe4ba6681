import Scoring
import Tables
import Values

/// The columns that may hold a figure: a value, or two counts, or a status that says why there is none.
struct FigureColumns {
    var value: Int?
    var numerator: Int?
    var denominator: Int?
    /// A percentage beside the counts, or instead of them.
    var ratio: Int?
    var status: Int?

    /// Those that exist.
    var all: [Int] { numbers + [status].compactMap { $0 } }

    /// Those for numbers that exist.
    var numbers: [Int] { [value, numerator, denominator, ratio].compactMap { $0 } }
}

extension TableRow<AssessmentFinding> {
    /// The figure of the row, or nil when it is wrong, which is then reported.
    func figure(_ columns: FigureColumns, of metric: Metric) -> Figure? {
        subject.metric = metric.code
        var saysReported = false
        if let word = text(columns.status) {
            // For a task, people write its progress in the status column.
            if metric.kind == .task, let answer = FigureWord.answer(word, for: .task), isBlank(columns.value) {
                return .value(answer)
            }
            if FigureWord.isAmbiguous(word) { return ambiguous(word, at: columns.status) }
            if FigureWord.saysNotAssigned(word) {
                return refused(.notAssignedByUnit, at: columns.status, [.found: .text(word)])
            }
            guard let status = choice(columns.status, of: FigureStatus.self, orElse: .unknownStatus) else { return nil }
            if let figure = status.figure {
                guard let number = columns.numbers.first(where: { !isBlank($0) }) else { return figure }
                return refused(.contradictoryFigure, at: number)
            }
            saysReported = true
        }
        let hasCounts = !isBlank(columns.numerator) || !isBlank(columns.denominator)
        if let ratio = columns.ratio, !isBlank(ratio) {
            if hasCounts, isBlank(columns.value) { return checkedCounts(columns, ratio, of: metric) }
            // Of what is measured in percent the percentage is the figure; what stands beside it is what it comes from.
            if metric.kind == .percent {
                return hasCounts ? refused(.contradictoryFigure, at: ratio) : value(ratio, of: metric)
            }
            if isBlank(columns.value), !hasCounts { return value(ratio, of: metric) }
        }
        if let value = columns.value, !isBlank(value) {
            return hasCounts ? refused(.contradictoryFigure, at: value) : self.value(value, of: metric)
        }
        if hasCounts { return counts(columns, of: metric) }
        // The row says that there is a figure, but there is none.
        guard saysReported, let column = columns.value ?? columns.numerator else { return .notReported }
        return refused(.blankCell, at: column, [.key: .text(table.headings[column])])
    }

    private func value(_ column: Int, of metric: Metric) -> Figure? {
        let reading = table.number(index, column)
        if case .problem(.notANumber) = reading {
            let word = table.text(index, column)
            if FigureWord.isAmbiguous(word) { return ambiguous(word, at: column) }
            if FigureWord.saysNotAssigned(word) {
                return refused(.notAssignedByUnit, at: column, [.found: .text(word)])
            }
            if let figure = FigureStatus(word: word)?.figure { return figure }
            if let answer = FigureWord.answer(word, for: metric.kind) { return .value(answer) }
            let answers = FigureWord.words(for: metric.kind)
            if !answers.isEmpty, !TextHistory.isSpreadsheetError(word) {
                let words = answers + FigureStatus.words.filter { FigureStatus(word: $0)?.figure != nil }
                fail(
                    .unknownStatus, at: column,
                    [.found: .text(word), .expected: .names(words)].with(TextHistory(of: word)),
                    suggestion: Spelling.closest(to: word, among: words))
                return nil
            }
        }
        guard let number = decimal(reading, column, isPercent: metric.kind == .percent) else { return nil }
        return checked(metric.meaning(of: .value(number)), at: column, of: metric)
    }

    private func counts(_ columns: FigureColumns, of metric: Metric) -> Figure? {
        for case let column? in [columns.numerator, columns.denominator] {
            guard case .problem(.notANumber) = table.number(index, column) else { continue }
            let word = table.text(index, column)
            if FigureWord.saysNotAssigned(word) {
                return refused(.notAssignedByUnit, at: column, [.found: .text(word)])
            }
        }
        guard let numerator = columns.numerator, !isBlank(numerator) else {
            return refused(.missingCount, at: columns.numerator ?? columns.denominator, [.key: .term(.numerator)])
        }
        guard let denominator = columns.denominator, !isBlank(denominator) else {
            return refused(.missingCount, at: columns.denominator ?? numerator, [.key: .term(.denominator)])
        }
        let (above, below) = (decimal(numerator), decimal(denominator))
        guard let above, let below else { return nil }
        return checked(.ratio(numerator: above, denominator: below), at: numerator, of: metric)
    }

    /// The figure of two counts beside which a percentage stands: a warning if it is not theirs, as it was rounded.
    private func checkedCounts(_ columns: FigureColumns, _ ratio: Int, of metric: Metric) -> Figure? {
        let figure = counts(columns, of: metric)
        guard metric.kind == .percent, case .ratio(let numerator, let denominator)? = figure,
            case .number(let stated, _) = table.number(index, ratio), denominator > 0
        else { return figure }
        let text = table.text(index, ratio)
        let decimals =
            text.lastIndex { $0 == "," || $0 == "." }
            .map { text[$0...].dropFirst().prefix { $0.isNumber }.count } ?? 0
        var half = FixedDecimal.scale / 2
        for _ in 0..<min(decimals, FixedDecimal.fractionDigits) { half /= 10 }
        // Compared as products: a quotient would be rounded itself.
        let exact = Int128(numerator.mantissa) * 100 * Int128(FixedDecimal.scale)
        func isAlike(_ percent: Int128) -> Bool {
            let difference = percent * Int128(denominator.mantissa) - exact
            return difference.magnitude <= Int128(max(half, 1)).magnitude * Int128(denominator.mantissa).magnitude
        }
        if !isAlike(Int128(stated.mantissa)), !isAlike(Int128(stated.mantissa) * 100) {
            report(.ratioDiffers, at: ratio, [.found: .text(text), .expected: .counts(numerator, denominator)])
        }
        return figure
    }

    private func checked(_ figure: Figure, at column: Int, of metric: Metric) -> Figure? {
        guard let fault = metric.fault(in: figure) else {
            if metric.isUnexpected(figure) {
                var details: FindingDetails = [.expected: .range(metric.minimum, metric.maximum)]
                details[.found] = figure.detail
                report(.outsideExpectation, at: column, details)
            }
            return figure
        }
        var details: FindingDetails = [:]
        details[.found] = figure.detail
        details[.expected] = fault.expected(of: figure)
        return refused(AssessmentFinding(fault), at: column, details)
    }

    private func ambiguous(_ word: String, at column: Int?) -> Figure? {
        refused(.ambiguousStatus, at: column, [.found: .text(word), .expected: .names(FigureWord.readings)])
    }

    private func refused(_ code: AssessmentFinding, at column: Int?, _ details: FindingDetails = [:]) -> Figure? {
        report(code, at: column, details)
        return nil
    }
}

extension AssessmentFinding {
    init(_ fault: FigureFault) {
        switch fault {
        case .outsideDomain: self = .outsideDomain
        case .offStep: self = .offStep
        case .notARatio: self = .notARatio
        case .negativeCount: self = .negativeCount
        case .numeratorExceedsDenominator: self = .numeratorExceedsDenominator
        case .divisionByZero: self = .divisionByZero
        }
    }
}

extension FigureFault {
    /// What would be right instead of a figure, as a detail of a finding.
    func expected(of figure: Figure) -> FindingValue? {
        switch (self, figure) {
        case (.outsideDomain(let minimum, let maximum), _): .range(minimum, maximum)
        case (.offStep(let step), _): .number(step)
        case (.numeratorExceedsDenominator, .ratio(_, let denominator)): .bound("≤", denominator)
        default: nil
        }
    }
}
