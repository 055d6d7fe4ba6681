import Documents
import Words
import Reporting
import Survey
import Tables
import Values

/// `survey sample-size`: how many people to ask, where, and with what margin of error.
enum SampleSizeCommand {
    /// More people than there are: a population beyond is a slip of the hand.
    private static let greatestPopulation: FixedDecimal = 10_000_000_000

    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let margin = try number(arguments, .error, standard: "0.05", expected: "0 < e < 1")
        let effect = try number(arguments, .designEffect, standard: "1", expected: "≥ 1")
        guard effect >= FixedDecimal(mantissa: FixedDecimal.scale), effect <= FixedDecimal(mantissa: 1_000_000_000)
        else {
            throw .badValue(
                option: "--design-effect", found: arguments.options[.designEffect] ?? "", expected: "1 … 1000")
        }
        var strata: [SampleSizeReport.Stratum] = []
        if let path = arguments.options[.strata] {
            guard let read = self.strata(path, console) else { return .failed }
            strata = read
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

    private static func population(_ text: String) throws(UsageError) -> Int {
        guard let value = Int(text.filter { $0 != "." && $0 != " " }), value > 0, value <= 10_000_000_000 else {
            throw .badValue(option: "--population", found: text, expected: "1 … 10000000000")
        }
        return value
    }

    /// The strata of a table; nil, with the findings reported, when it cannot be used.
    private static func strata(_ path: String, _ console: Console) -> [SampleSizeReport.Stratum]? {
        do throws(FindingsError) {
            var table = try Table(contentsOf: path)
            let name = table.requiredColumn(["stratum", "tầng", "đơn vị", "unit", "tên"])
            let people = table.requiredColumn(["population", "dân số", "số người", "tổng thể"])
            guard let name, let people else { throw FindingsError(table.findings) }
            table.settleNumbers(in: [people])
            var strata: [SampleSizeReport.Stratum] = []
            let sink = FindingSink()
            sink.add(table.findings)
            for row in table.usableRows {
                let reading = table.number(row, people)
                guard case .number(let value, isPercent: false) = reading, value.isInteger, value.mantissa > 0,
                    value <= greatestPopulation
                else {
                    let text: FindingValue = .text(table.text(row, people))
                    let own =
                        reading.value.map { $0 > greatestPopulation } == true
                        ? Finding(
                            TableFinding.numberTooLarge, at: table.location(row, people),
                            [.found: text, .expected: .number(greatestPopulation)])
                        : Finding(TableFinding.notANumber, at: table.location(row, people), [.found: text])
                    sink.add([table.finding(for: reading, row, people) ?? own])
                    continue
                }
                strata.append(
                    SampleSizeReport.Stratum(
                        name: table.text(row, name), population: Int(value.mantissa / FixedDecimal.scale)))
            }
            console.say(sink.findings)
            return sink.findings.containsError ? nil : strata
        } catch {
            console.say(error.findings)
            return nil
        }
    }
}
