import Documents
import Words
import Assessment
import Scoring
import Tables
import Values

/// Parses `1.1=99,5`, `1.1=490/500`, `1.2+=2`, `1.4=có`.
enum ChangeArgument {
    /// One change.
    ///
    /// - Parameters:
    ///   - text: the argument.
    ///   - kind: the kind of a metric; nil for a code that is not a metric's.
    static func change(
        _ text: String, kind: (String) -> Metric.Kind?
    ) throws(UsageError) -> Scenario.Change {
        guard let sign = text.firstIndex(of: "=") else { throw .badChange(found: text) }
        var code = text[..<sign]
        var factor: Int64?
        if code.last == "+" || code.last == "-" {
            factor = code.last == "+" ? 1 : -1
            code.removeLast()
        }
        let metric = trimmed(code)
        let value = trimmed(text[text.index(after: sign)...])
        guard !metric.isEmpty, !value.isEmpty else { throw .badChange(found: text) }
        let edit =
            if let factor {
                try addition(value, factor, in: text, of: kind(metric))
            } else {
                try statement(value, in: text, of: kind(metric))
            }
        return Scenario.Change(metric, edit)
    }

    /// A range: `1.1=90..100`, `1.1=90..100:0,5`.
    static func sweep(
        _ text: String, kind: (String) -> Metric.Kind?
    ) throws(UsageError) -> SweepRange {
        let sides = text.split(separator: "=", maxSplits: 1).map(trimmed)
        guard sides.count == 2, let dots = sides[1].firstRange(of: "..") else { throw .badSweep(found: text) }
        let kind = kind(sides[0])
        let end = sides[1][dots.upperBound...].split(separator: ":", omittingEmptySubsequences: false).map(trimmed)
        guard end.count <= 2, let from = try number(trimmed(sides[1][..<dots.lowerBound]), in: text, of: kind),
            let through = try number(end[0], in: text, of: kind)
        else { throw .badSweep(found: text) }
        var step: FixedDecimal?
        if end.count == 2 {
            guard let stated = try number(end[1], in: text, of: kind) else { throw .badSweep(found: text) }
            step = stated
        }
        return SweepRange(metric: sides[0], from: from, through: through, step: step)
    }

    private static func addition(
        _ value: String, _ factor: Int64, in text: String, of kind: Metric.Kind?
    ) throws(UsageError) -> Scenario.Edit {
        let isCount = value.hasSuffix("/")
        guard
            let number = try number(isCount ? String(value.dropLast()) : value, in: text, of: isCount ? .count : kind),
            number.mantissa != .min
        else { throw .badChange(found: text) }
        let signed = FixedDecimal(mantissa: factor * number.mantissa)
        return isCount ? .addToNumerator(signed) : .add(signed)
    }

    private static func statement(
        _ value: String, in text: String, of kind: Metric.Kind?
    ) throws(UsageError) -> Scenario.Edit {
        if value.contains("/"), value.first?.isNumber == true || value.first == "-" {
            let counts = value.split(separator: "/", omittingEmptySubsequences: false).map(trimmed)
            guard counts.count == 2, let numerator = try number(counts[0], in: text, of: .count) else {
                throw .badChange(found: text)
            }
            if counts[1].isEmpty { return .numerator(numerator) }
            guard let denominator = try number(counts[1], in: text, of: .count) else { throw .badChange(found: text) }
            return .counts(numerator: numerator, denominator: denominator)
        }
        if let number = try number(value, in: text, of: kind) { return .set(number) }
        if FigureWord.isAmbiguous(value) { throw .ambiguousChange(found: text, readings: FigureWord.readings) }
        if let answer = FigureWord.answer(value, for: .yesNo) { return .answer(answer > 0) }
        if let answer = FigureWord.answer(value, for: .task) {
            return .task(answer >= 2 ? .doneInTime : answer >= 1 ? .doneLate : .notDone)
        }
        switch FigureStatus(word: value)?.figure {
        case .notReported: return .status(.notReported)
        case .notApplicable: return .status(.notApplicable)
        case .awaited: return .status(.awaited)
        case .notPublished: return .status(.notPublished)
        case .value, .ratio, nil: throw .badChange(found: text)
        }
    }

    /// A number as people write it, with a decimal comma or point; nil for anything else.
    ///
    /// `1.234` is ambiguous, unless it is a percentage.
    private static func number(
        _ value: String, in text: String, of kind: Metric.Kind?
    ) throws(UsageError) -> FixedDecimal? {
        switch NumberReader(decimalSeparator: nil, readsExponents: false).read(value) {
        case .number(let number, let isPercent): return isPercent && kind != .percent ? nil : number
        case .ambiguous(let number, _) where kind == .percent: return number
        case .ambiguous(let number, _):
            let whole = value.filter { $0.isNumber || $0 == "-" }
            throw .ambiguousChange(found: text, readings: [whole, number.text(minimumDigits: 4)])
        case .blank, .problem: return nil
        }
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        VietnameseText.composed(text.trimmed)
    }
}
