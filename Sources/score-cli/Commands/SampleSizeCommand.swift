import Documents
import Words
import Reporting
import Survey
import Tables
import Values

/// `survey sample-size`: how many people to ask, where, and with what margin of error.
enum SampleSizeCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let margin = try number(arguments, .error, standard: "0.05", expected: "0 < e < 1")
        let effect = try number(arguments, .designEffect, standard: "1", expected: "≥ 1")
        guard effect >= FixedDecimal(mantissa: FixedDecimal.scale), effect <= FixedDecimal(mantissa: 1_000_000_000)
        else {
            throw .badValue(
                option: "--design-effect", found: arguments.options[.designEffect] ?? "", expected: "1 … 1000")
        }
        var strata: [SampleStratum] = []
        if let path = arguments.options[.strata] {
            do throws(FindingsError) {
                let read = try SampleStratum.read(contentsOf: path)
                console.say(read.findings)
                strata = read.strata
            } catch {
                console.say(error.findings)
                return .failed
            }
        }
        let own = try arguments.options[.population].map { text throws(UsageError) in
            try self.population(text)
        }
        let sum = strata.reduce(0) { $0 + $1.population }
        guard let population = own ?? (strata.isEmpty ? nil : sum) else { throw .missingOption("--population") }
        if let own, !strata.isEmpty, own != sum {
            throw .badValue(option: "--population", found: String(own), expected: String(sum))
        }
        let size: SampleSize
        do throws(SampleSizeError) {
            size = try SampleSize(population: population, margin: margin, designEffect: effect)
        } catch {
            throw .badValue(option: "--error", found: arguments.options[.error] ?? "", expected: "0 < e < 1")
        }
        return console.write(SampleSizeReport(size, strata: strata), as: arguments.options[.format])
    }

    /// A number with a decimal point or comma, or a percentage.
    private static func number(
        _ arguments: ParsedArguments, _ option: OptionDeclaration.Name, standard: String, expected: String
    ) throws(UsageError) -> FixedDecimal {
        let text = arguments.options[option] ?? standard
        let separator: DecimalSeparator = text.contains(",") ? .comma : .point
        guard case .number(let value, let isPercent) = NumberReader(decimalSeparator: separator).read(text) else {
            throw .badValue(option: "--" + option.rawValue, found: text, expected: expected)
        }
        guard isPercent else { return value }
        guard value.mantissa % 100 == 0 else {
            throw .badValue(option: "--" + option.rawValue, found: text, expected: expected)
        }
        return FixedDecimal(mantissa: value.mantissa / 100)
    }

    /// A number of people, which may have its digits in groups.
    private static func population(_ text: String) throws(UsageError) -> Int {
        let people: FixedDecimal? =
            switch NumberReader(decimalSeparator: nil, readsExponents: false).read(text) {
            case .number(let number, isPercent: false): number
            // People are whole: three digits behind a sign are a group, `180.000` a hundred and eighty thousand.
            case .ambiguous(let number, isPercent: false):
                number.mantissa.multipliedReportingOverflow(by: 1000).overflow
                    ? nil : FixedDecimal(mantissa: number.mantissa * 1000)
            case .blank, .number, .ambiguous, .problem: nil
            }
        let populations = SampleStratum.populations
        guard let people, people.isInteger,
            populations.contains(Int(people.mantissa / FixedDecimal.scale))
        else {
            throw .badValue(
                option: "--population", found: text, expected: "\(populations.lowerBound) … \(populations.upperBound)")
        }
        return Int(people.mantissa / FixedDecimal.scale)
    }
}
