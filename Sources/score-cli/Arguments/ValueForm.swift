import Assessment
import Scoring
import Tables
import Values

/// What the value of an option looks like, as far as the line alone tells. Every such value is read here, and refused here
/// before a file is opened.
enum ValueForm: Sendable {
    /// Any text.
    case text
    /// A whole number.
    case whole(ClosedRange<Int>)
    /// A number with a decimal point or comma.
    case decimal(ClosedRange<FixedDecimal>)
    /// A part of one, `0.05`, or a percentage, `5%`; `usual` is an example of it.
    case share(ClosedRange<FixedDecimal>, usual: FixedDecimal)
    /// Points or a cost: `1.234` has two readings and is refused.
    case amount(ClosedRange<FixedDecimal>)
    /// A code, with points behind an equals sign where there are any.
    case floor(ClosedRange<FixedDecimal>)
    /// A number of people, which may have its digits in groups.
    case people(ClosedRange<Int>)
    /// A day.
    case day
    /// A year, half-year, quarter or month.
    case period
    /// Two codes of stages that differ.
    case stages
    /// Two whole numbers, or nothing.
    case pair
    /// A change to a figure, the range of one, the cases expected of one.
    case change, sweep, expectation

    /// Refuses a value that is not of this form.
    func check(_ text: String, of flag: String) throws(UsageError) {
        switch self {
        case .text: return
        case .whole(let range): _ = try Self.whole(text, in: range, of: flag)
        case .decimal(let range): _ = try Self.decimal(text, in: range, of: flag)
        case .share(let range, let usual): _ = try Self.share(text, in: range, usual: usual, of: flag)
        case .amount(let range): _ = try Self.amount(text, in: range, of: flag)
        case .floor(let range): _ = try Self.floor(text, in: range, of: flag)
        case .people(let range): _ = try Self.people(text, in: range, of: flag)
        case .day: if CalendarDay(text) == nil { throw .badDay(option: flag, found: text, years: nil) }
        case .period: if Period(text) == nil { throw .badPeriod(text) }
        case .stages: _ = try Self.stages(text, of: flag)
        case .pair: _ = try Self.pair(text, of: flag)
        case .change: try Self.anyKind { kind throws(UsageError) in _ = try ChangeArgument.change(text) { _ in kind } }
        case .sweep: try Self.anyKind { kind throws(UsageError) in _ = try ChangeArgument.sweep(text) { _ in kind } }
        case .expectation: _ = try ExpectArgument.read(text)
        }
    }

    // MARK: - Readers

    static func whole(_ text: String, in range: ClosedRange<Int>, of flag: String) throws(UsageError) -> Int {
        guard text.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(text), range.contains(number) else {
            throw outside(text, range, of: flag)
        }
        return number
    }

    static func decimal(
        _ text: String, in range: ClosedRange<FixedDecimal>, of flag: String
    ) throws(UsageError) -> FixedDecimal {
        guard case .number(let number, false) = reading(text), range.contains(number) else {
            throw .badNumber(option: flag, found: text, least: range.lowerBound, most: range.upperBound)
        }
        return number
    }

    static func share(
        _ text: String, in range: ClosedRange<FixedDecimal>, usual: FixedDecimal, of flag: String
    ) throws(UsageError) -> FixedDecimal {
        var example = usual
        if case .number(let value, let isPercent) = reading(text) {
            let hundredth = value.mantissa % 100 == 0 ? FixedDecimal(mantissa: value.mantissa / 100) : nil
            if let number = isPercent ? hundredth : value, range.contains(number) { return number }
            // Whoever writes 5 means five of a hundred.
            if !isPercent, let hundredth, range.contains(hundredth) { example = hundredth }
        }
        throw .badShare(
            option: flag, found: text, least: range.lowerBound, most: range.upperBound, example: example)
    }

    /// - Parameter whole: the whole value of the option, for messages, where `text` is a part of it.
    static func amount(
        _ text: String, in range: ClosedRange<FixedDecimal>, of flag: String, shownAs whole: String? = nil
    ) throws(UsageError) -> FixedDecimal {
        let whole = whole ?? text
        switch NumberReader(decimalSeparator: nil).read(text) {
        case .number(let number, false) where range.contains(number): return number
        case .number(_, false):
            throw .badNumber(option: flag, found: whole, least: range.lowerBound, most: range.upperBound)
        case .ambiguous(let number, _):
            throw .ambiguousNumber(
                option: flag, found: whole,
                readings: [text.filter { $0.isNumber || $0 == "-" }, number.text(minimumDigits: 4)])
        case .number, .blank, .problem: throw .badAmount(option: flag, found: whole)
        }
    }

    static func floor(
        _ text: String, in range: ClosedRange<FixedDecimal>, of flag: String
    ) throws(UsageError) -> (code: String, points: FixedDecimal?) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return (parts[0], parts.count > 1 ? try amount(parts[1], in: range, of: flag, shownAs: text) : nil)
    }

    static func people(_ text: String, in range: ClosedRange<Int>, of flag: String) throws(UsageError) -> Int {
        let people: FixedDecimal? =
            switch NumberReader(decimalSeparator: nil, readsExponents: false).read(text) {
            case .number(let number, isPercent: false): number
            // People are whole: three digits behind a sign are a group, `180.000` a hundred and eighty thousand.
            case .ambiguous(let number, isPercent: false):
                number.mantissa.multipliedReportingOverflow(by: 1000).overflow
                    ? nil : FixedDecimal(mantissa: number.mantissa * 1000)
            case .blank, .number, .ambiguous, .problem: nil
            }
        guard let people, people.isInteger, range.contains(Int(people.mantissa / FixedDecimal.scale)) else {
            throw outside(text, range, of: flag)
        }
        return Int(people.mantissa / FixedDecimal.scale)
    }

    static func stages(_ text: String, of flag: String) throws(UsageError) -> [String] {
        let codes = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard codes.count == 2, codes[0] != codes[1] else {
            throw .badValue(option: flag, found: text, expected: "self,appraisal")
        }
        return codes
    }

    /// Two numbers; nil for nothing.
    static func pair(_ text: String, of flag: String) throws(UsageError) -> [Int]? {
        if text.isEmpty { return nil }
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 2, let first = numbers[0], let second = numbers[1] else {
            throw .badValue(option: flag, found: text, expected: "1,2")
        }
        return [first, second]
    }

    /// A number by itself: a comma in it is a decimal comma.
    private static func reading(_ text: String) -> NumberReading {
        NumberReader(decimalSeparator: text.contains(",") ? .comma : .point).read(text)
    }

    private static func outside(_ text: String, _ range: ClosedRange<Int>, of flag: String) -> UsageError {
        .badNumber(
            option: flag, found: text, least: FixedDecimal(exactly: range.lowerBound) ?? .zero,
            most: FixedDecimal(exactly: range.upperBound) ?? .zero)
    }

    /// Of a metric nothing is known yet: what can be read of one kind of metric is not refused.
    private static func anyKind(_ read: (Metric.Kind?) throws(UsageError) -> Void) throws(UsageError) {
        do throws(UsageError) {
            try read(nil)
        } catch {
            guard (try? read(.percent)) != nil else { throw error }
        }
    }
}

extension ParsedArguments {
    /// The form of an option's value.
    private func form(_ name: OptionDeclaration.Name) -> ValueForm? {
        command.options.first { $0.name == name }?.form
    }

    /// The whole number of an option; nil where the option is not there. That it is one was checked with the line.
    func whole(_ name: OptionDeclaration.Name) -> Int? {
        guard let text = options[name] else { return nil }
        return switch form(name) {
        case .whole(let range): try? ValueForm.whole(text, in: range, of: "")
        case .people(let range): try? ValueForm.people(text, in: range, of: "")
        default: nil
        }
    }

    /// The number of an option; nil where the option is not there. That it is one was checked with the line.
    func number(_ name: OptionDeclaration.Name) -> FixedDecimal? {
        guard let text = options[name] else { return nil }
        return switch form(name) {
        case .decimal(let range): try? ValueForm.decimal(text, in: range, of: "")
        case .share(let range, let usual): try? ValueForm.share(text, in: range, usual: usual, of: "")
        case .amount(let range): try? ValueForm.amount(text, in: range, of: "")
        default: nil
        }
    }
}
