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
        let effect = try designEffect(arguments)
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
        let isPlan = [OptionDeclaration.Name.confidence, .share, .response, .allocation, .minimum, .per]
            .contains { arguments.options[$0] != nil }
        if isPlan || strata.contains(where: \.isDetailed) {
            let aim = try aim(arguments, margin: margin, effect: effect)
            return try plan(
                strata.isEmpty ? [SampleStratum(name: "–", population: population)] : strata, aim, arguments, console)
        }
        let size: SampleSize
        do throws(SampleSizeError) {
            size = try SampleSize(population: population, margin: margin, designEffect: effect)
        } catch {
            throw .badValue(option: "--error", found: arguments.options[.error] ?? "", expected: "0 < e < 1")
        }
        let parts = SampleAllocation.proportional(size.people, among: strata.map(\.population))
        let without = zip(strata, parts).filter { $0.1 == 0 }.map(\.0.name)
        if !without.isEmpty {
            console.say([
                Finding(
                    SurveyFinding.strataWithoutPeople, at: Location(file: arguments.options[.strata] ?? ""),
                    [.found: .names(Array(without.prefix(20))), .count: .count(without.count)])
            ])
        }
        return console.write(SampleSizeReport(size, strata: strata), as: arguments.options[.format])
    }

    // MARK: - For publication

    private static func aim(
        _ arguments: ParsedArguments, margin: FixedDecimal, effect: FixedDecimal
    ) throws(UsageError) -> SamplePlan.Aim {
        let one = FixedDecimal(mantissa: FixedDecimal.scale)
        func part(
            _ option: OptionDeclaration.Name, standard: String, _ range: ClosedRange<FixedDecimal>, _ expected: String
        ) throws(UsageError) -> FixedDecimal {
            let number = try number(arguments, option, standard: standard, expected: expected)
            guard range.contains(number) else {
                throw .badValue(
                    option: "--" + option.rawValue, found: arguments.options[option] ?? "", expected: expected)
            }
            return number
        }
        let least = FixedDecimal(mantissa: 1)
        let most = FixedDecimal(mantissa: FixedDecimal.scale - 1)
        guard margin > 0, margin < one else {
            throw .badValue(option: "--error", found: arguments.options[.error] ?? "", expected: "0 < e < 1")
        }
        return SamplePlan.Aim(
            margin: margin,
            confidence: try part(
                .confidence, standard: "0.95", FixedDecimal(mantissa: 500_000)...most, "0.5 ≤ c < 1"),
            share: try part(.share, standard: "0.5", least...most, "0 < p < 1"),
            response: try part(.response, standard: "1", FixedDecimal(mantissa: 10_000)...one, "0.01 … 1"),
            designEffect: effect)
    }

    private static func plan(
        _ strata: [SampleStratum], _ aim: SamplePlan.Aim, _ arguments: ParsedArguments, _ console: Console
    ) throws(UsageError) -> ExitCode {
        var minimum = 1
        if let text = arguments.options[.minimum] {
            guard let number = Int(text), (1...1_000_000).contains(number) else {
                throw .badValue(option: "--minimum", found: text, expected: "1 … 1000000")
            }
            minimum = number
        }
        let standard: SamplePlan.Allocation = arguments.options[.minimum] == nil ? .proportional : .minimum
        let allocation = arguments.options[.allocation].flatMap { SamplePlan.Allocation(rawValue: $0) } ?? standard
        if allocation == .minimum, arguments.options[.minimum] == nil { throw .missingOption("--minimum") }
        let precision =
            arguments.options[.per].flatMap { SamplePlan.Precision(rawValue: $0) }
            ?? (strata.contains { $0.domain != nil } ? .domain : .whole)
        let plan = SamplePlan(strata, aim: aim, allocation: allocation, precision: precision, minimum: minimum)
        return console.write(SamplePlanReport(plan), as: arguments.options[.format])
    }

    /// The design effect, from 1 to 1000.
    static func designEffect(_ arguments: ParsedArguments) throws(UsageError) -> FixedDecimal {
        let effect = try number(arguments, .designEffect, standard: "1", expected: "≥ 1")
        guard effect >= FixedDecimal(mantissa: FixedDecimal.scale), effect <= FixedDecimal(mantissa: 1_000_000_000)
        else {
            throw .badValue(
                option: "--design-effect", found: arguments.options[.designEffect] ?? "", expected: "1 … 1000")
        }
        return effect
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
