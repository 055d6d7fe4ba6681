import Assessment
import Documents
import Reporting
import Scoring
import Tables
import Values
import Words

/// `init`: the folder of a new assessment.
enum InitCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        var earlier: Assessment?
        if let from = arguments.options[.from] {
            let source = AssessmentSource(arguments: arguments, console: console)
            guard let reading = try source.read(from) else { return .failed }
            earlier = reading.assessment
        }
        guard let criteria = arguments.options[.criteria].map(CriteriaPlaces.file) ?? earlier?.criteriaFile else {
            throw .missingOption("--criteria")
        }
        if let missing = arguments.options[.criteria].flatMap(CriteriaPlaces.missing) {
            console.say([missing])
            return .failed
        }
        let period = try period(arguments, after: earlier?.settings.period)
        do throws(FindingsError) {
            try make(arguments, criteria: criteria, period, earlier, console)
            return .done
        } catch {
            console.say(error.findings)
            return .failed
        }
    }

    private static func make(
        _ arguments: ParsedArguments, criteria: String, _ period: Period, _ earlier: Assessment?, _ console: Console
    ) throws(FindingsError) {
        let folder = arguments.operands[0]
        let set = try CriteriaSet.read(criteria)
        guard set.years.contains(period.year) else {
            throw FindingsError(
                AssessmentFinding.yearOutsideEdition, at: Location(file: criteria),
                [.found: .count(period.year), .expected: .range(set.years)])
        }
        let groups = earlier?.settings.groups ?? []
        var units = StartingUnits(units: earlier?.units.map(\.withoutPredecessors) ?? [], groups: groups)
        if let list = arguments.options[.units] {
            let reading = StartingUnits.read(list, levels: set.levels, groups: groups)
            guard let read = reading.units else { throw FindingsError(reading.findings) }
            console.say(reading.findings)
            units = read
        }
        var start = AssessmentStart(set, units, period: period)
        start.name = arguments.options[.name].map { LocalizedText(vi: $0) }
        start.earlier = earlier.map { ($0, FilePath.relative(from: folder, to: $0.folder)) }
        try start.copy(criteria: criteria, questionnaire: earlier?.questionnaireFile)
        let asWorkbooks = arguments.options[.format] == "xlsx"
        try FolderOutput.write(start.files(in: console.language, asWorkbooks: asWorkbooks), to: folder)
        console.remark(
            StartWords.done(
                folder: folder, table: asWorkbooks ? "metrics.xlsx" : "metrics.csv", units: units.units.count,
                figures: start.figureCount, hasEarlier: earlier != nil,
                movedDates: start.movedDates))
    }

    private static func period(
        _ arguments: ParsedArguments, after earlier: Period?
    ) throws(UsageError) -> Period {
        if let text = arguments.options[.period] {
            guard let period = Period(text) else { throw .badPeriod(text) }
            return period
        }
        guard let period = earlier?.moved(by: 1) ?? DayArgument.today.map({ Period(year: $0.year) }) else {
            throw .missingOption("--period")
        }
        return period
    }
}
