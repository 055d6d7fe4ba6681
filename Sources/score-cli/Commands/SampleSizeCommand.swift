import Documents
import Words
import Reporting
import Survey
import Values

/// `survey sample-size`: how many people to ask, where, and with what margin of error.
enum SampleSizeCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let margin = arguments.number(.error) ?? FixedDecimal(mantissa: 50_000)
        let effect = designEffect(arguments)
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
        let own = arguments.whole(.population)
        let sum = strata.reduce(0) { $0 + $1.population }
        guard let population = own ?? (strata.isEmpty ? nil : sum) else { throw .missingOption("--population") }
        if let own, !strata.isEmpty, own != sum {
            throw .badValue(option: "--population", found: String(own), expected: String(sum))
        }
        let isPlan = [OptionDeclaration.Name.confidence, .share, .response, .allocation, .minimum, .per]
            .contains { arguments.options[$0] != nil }
        if isPlan || strata.contains(where: \.isDetailed) {
            let aim = aim(arguments, margin: margin, effect: effect)
            return plan(
                strata.isEmpty ? [SampleStratum(name: "–", population: population)] : strata, aim, arguments, console)
        }
        let size: SampleSize
        do throws(SampleSizeError) {
            size = try SampleSize(population: population, margin: margin, designEffect: effect)
        } catch {
            throw .badValue(option: "--error", found: arguments.options[.error] ?? "0.05", expected: "0 < e < 1")
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
    ) -> SamplePlan.Aim {
        SamplePlan.Aim(
            margin: margin, confidence: arguments.number(.confidence) ?? FixedDecimal(mantissa: 950_000),
            share: arguments.number(.share) ?? FixedDecimal(mantissa: 500_000),
            response: arguments.number(.response) ?? 1, designEffect: effect)
    }

    /// The least number of answers must be stated where strata share by it.
    static func faults(_ arguments: ParsedArguments, _: Language) -> [UsageError] {
        let isMinimum = arguments.options[.allocation] == SamplePlan.Allocation.minimum.rawValue
        return isMinimum && !arguments.has(.minimum) ? [.missingOption("--minimum")] : []
    }

    private static func plan(
        _ strata: [SampleStratum], _ aim: SamplePlan.Aim, _ arguments: ParsedArguments, _ console: Console
    ) -> ExitCode {
        let minimum = arguments.whole(.minimum)
        let standard: SamplePlan.Allocation = minimum == nil ? .proportional : .minimum
        let allocation = arguments.options[.allocation].flatMap { SamplePlan.Allocation(rawValue: $0) } ?? standard
        let precision =
            arguments.options[.per].flatMap { SamplePlan.Precision(rawValue: $0) }
            ?? (strata.contains { $0.domain != nil } ? .domain : .whole)
        let plan = SamplePlan(strata, aim: aim, allocation: allocation, precision: precision, minimum: minimum ?? 1)
        return console.write(SamplePlanReport(plan), as: arguments.options[.format])
    }

    /// The design effect, from 1 to 1000.
    static func designEffect(_ arguments: ParsedArguments) -> FixedDecimal { arguments.number(.designEffect) ?? 1 }
}
