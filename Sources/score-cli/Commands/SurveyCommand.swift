import Documents
import Words
import Assessment
import Reporting
import Survey
import Tables
import Values

/// `survey` and its group.
enum SurveyCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        switch arguments.command.name {
        case "survey sample-size": return try SampleSizeCommand.run(arguments, console)
        case "survey init": return draft(arguments, console)
        case "survey check": return try check(arguments, console)
        case "survey progress": return try progress(arguments, console)
        case "survey tally": return try tally(arguments, console)
        case "survey merge": return try merge(arguments, console)
        case "survey sql": return try sql(arguments, console)
        default: return try indices(arguments, console)
        }
    }

    // MARK: - Indices

    private static func indices(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let divisions = divisions(arguments)
        let source = AssessmentSource(arguments: arguments, console: console)
        guard let (assessment, exit) = try source.read() else { return .failed }
        guard let survey = assessment.survey else {
            console.say(SurveyMessages.noSurvey)
            return .failed
        }
        try check(divisions.flatMap { $0 }, survey.questionnaire)
        let isWide = arguments.has(.wide)
        let divided = survey.analysis?.tally.domains
        let missing = divisions.flatMap { $0 }.filter {
            divided?.contains($0) == false && !Questionnaire.reservedDomains.contains($0)
        }
        if !missing.isEmpty {
            console.say(SurveyMessages.notDivided(missing))
            return .failed
        }
        let unit = try source.unit(in: assessment)
        guard
            var report = SurveyReport(
                assessment, unit: unit, divisions: divisions, withQuestions: arguments.has(.questions), isWide: isWide)
        else {
            console.say(SurveyMessages.awaited)
            return .failed
        }
        if let path = arguments.options[.smallAreas] {
            guard let model = smallAreas(path, survey, assessment, console) else { return .failed }
            report.smallAreas = model
        }
        return console.write(report, as: arguments.options[.format], exit)
    }

    /// The areas of a table, estimated by the questionnaire's model; nil where that is not possible, which is said.
    private static func smallAreas(
        _ path: String, _ survey: AssessmentSurvey, _ assessment: Assessment, _ console: Console
    ) -> SmallAreaModel? {
        guard let plan = survey.questionnaire.smallAreas else {
            console.say(SmallAreaWords.noPlan)
            return nil
        }
        do throws(FindingsError) {
            let units = assessment.units
            let table = try SmallAreaTable(
                contentsOf: path, for: plan, units: UnitNames(units.map { (code: $0.code, name: $0.name) }))
            let disclosure = assessment.disclosure
            func codes(_ code: String) -> Set<String> {
                units.first { $0.code == code }.map { survey.units(below: $0, in: assessment) } ?? [code]
            }
            return try survey.analysis?.smallAreas(plan, table, codes: codes) { index in
                let code = index.unit ?? ""
                return disclosure?.published(index, codes(code).count == 1 ? .unit(code) : .below(code)) ?? index
            }
        } catch {
            console.say(error.findings)
            return nil
        }
    }

    /// A table in two directions is of one division that crosses two domains or more.
    static func faults(_ arguments: ParsedArguments, _: Language) -> [UsageError] {
        let divisions = divisions(arguments)
        let isCrossed = divisions.count == 1 && divisions[0].count > 1
        return arguments.has(.wide) && !isCrossed ? [.missingOption("--by A*B")] : []
    }

    /// `service,sex*age` as lists of domains to be crossed.
    static func divisions(_ arguments: ParsedArguments) -> [[String]] {
        (arguments.options[.by] ?? "").split(separator: ",").map { division in
            division.split(separator: "*").map { String($0) }
        }
    }

    private static func check(_ domains: [String], _ questionnaire: Questionnaire) throws(UsageError) {
        let known = Questionnaire.reservedDomains + questionnaire.columns.domains.map(\.code)
        for domain in domains where !known.contains(domain) {
            throw .badChoice(
                option: "--by", found: domain, choices: known, suggestion: Spelling.closest(to: domain, among: known))
        }
    }

    // MARK: - Drafts

    private static func draft(_ arguments: ParsedArguments, _ console: Console) -> ExitCode {
        do throws(FindingsError) {
            let draft = try QuestionnaireDraft(
                contentsOf: arguments.operands[0], options: tableOptions(arguments, console))
            console.say(draft.doubts)
            console.remark(DraftWords.done(draft))
            return console.write(draft.text)
        } catch {
            console.say(error.findings)
            return .failed
        }
    }

    // MARK: - Field work

    private static func check(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        guard let questionnaire = try questionnaire(arguments, console) else { return .failed }
        var options = AnswerOptions()
        options.table = tableOptions(arguments, console)
        do throws(FindingsError) {
            let check = try FieldCheck(
                arguments.operands, questionnaire, options: options,
                questionnaireFile: arguments.options[.questionnaire] ?? "")
            console.say(check.findings)
            return console.write(SurveyCheckReport(check), as: arguments.options[.format])
        } catch {
            console.say(error.findings)
            return .failed
        }
    }

    private static func progress(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        guard let path = arguments.options[.sample] else { throw .missingOption("--sample") }
        let effect = SampleSizeCommand.designEffect(arguments)
        guard let day = try DayArgument.statedOrToday(in: arguments) else {
            throw .badDay(option: "--on", found: arguments.options[.on] ?? "", years: nil)
        }
        guard let questionnaire = try questionnaire(arguments, console) else { return .failed }
        var options = AnswerOptions()
        options.table = tableOptions(arguments, console)
        do throws(FindingsError) {
            let sample = try SampleTarget.read(contentsOf: path, options: options.table)
            let reading = AnswerReader(questionnaire, options: options).read(arguments.operands)
            console.say(sample.findings + reading.findings)
            guard let tally = reading.tally, !reading.findings.containsError else { return .failed }
            let progress = SampleProgress(tally, sample.targets, on: day, designEffect: effect)
            return console.write(SampleProgressReport(progress, on: day), as: arguments.options[.format])
        } catch {
            console.say(error.findings)
            return .failed
        }
    }

    private static func tableOptions(_ arguments: ParsedArguments, _ console: Console) -> TableOptions {
        let reading = AssessmentSource(arguments: arguments, console: console).options
        var table = TableOptions()
        table.delimiter = reading.delimiter.flatMap { TableDelimiter(rawValue: String($0)) }
        table.decimalSeparator = reading.decimalSeparator.flatMap { DecimalSeparator(rawValue: String($0)) }
        table.charset = reading.encoding.flatMap { Charset(rawValue: $0) }
        return table
    }

    // MARK: - Tallies

    private static func questionnaire(
        _ arguments: ParsedArguments, _ console: Console
    ) throws(UsageError) -> Questionnaire? {
        guard let path = arguments.options[.questionnaire] else { throw .missingOption("--questionnaire") }
        let (questionnaire, findings) = Questionnaire.read(contentsOf: path)
        console.say(findings)
        if let questionnaire { try check(divisions(arguments).flatMap { $0 }, questionnaire) }
        return questionnaire
    }

    /// The domains by which a tally is broken down, without repeats.
    static func domains(_ arguments: ParsedArguments) -> [String] {
        divisions(arguments).flatMap { $0 }.filter { !Questionnaire.reservedDomains.contains($0) }
            .withoutRepeats { $0 }
    }

    private static func tally(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        guard let questionnaire = try questionnaire(arguments, console) else { return .failed }
        var options = AnswerOptions()
        options.table = tableOptions(arguments, console)
        options.domains = domains(arguments)
        options.faultFile = arguments.options[.errors]
        if console.language == .vi { options.faultStyle = .excelVietnamese }
        let result = AnswerReader(questionnaire, options: options).read(arguments.operands)
        console.say(result.findings)
        for file in result.files { console.remark(SurveyMessages.read(file)) }
        guard let tally = result.tally, !result.findings.containsError else { return .failed }
        return write(tally, arguments, console)
    }

    /// Writes a tally, protected where that is asked for, and says how small its cells are.
    private static func write(_ tally: SurveyTally, _ arguments: ParsedArguments, _ console: Console) -> ExitCode {
        var tally = tally
        let file = arguments.options[.output] ?? arguments.operands[0]
        do throws(FindingsError) {
            if arguments.has(.protect) {
                let protected = try ProtectedTally(tally, file: file)
                tally = protected.tally
                console.remark(DisclosureWords.protected(protected))
            }
        } catch {
            console.say(error.findings)
            return .failed
        }
        if let smallest = tally.smallestCell {
            console.remark(DisclosureWords.smallest(smallest, of: tally.cells.count))
        }
        console.say(tally.smallCellFindings(file: file))
        return console.write(tally.file())
    }

    private static func merge(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        guard let questionnaire = try questionnaire(arguments, console) else { return .failed }
        let same = SameFiles.findings(arguments.operands)
        console.say(same)
        if !same.isEmpty { return .failed }
        var whole: SurveyTally?
        for file in arguments.operands {
            do throws(FindingsError) {
                let part = try SurveyTally(
                    file: file, bytes: FileInput.bytes(of: file), questionnaire: questionnaire)
                console.say(part.findings)
                let before = (whole?.findings.count ?? 0) + part.findings.count
                if whole == nil { whole = part } else { try whole?.merge(part, from: file) }
                console.say(Array(whole?.findings.dropFirst(before) ?? []))
            } catch {
                console.say(error.findings)
                return .failed
            }
        }
        guard let whole else { return .failed }
        do throws(FindingsError) {
            try whole.checkDesign(file: arguments.operands.last ?? "")
        } catch {
            console.say(error.findings)
            return .failed
        }
        return write(whole, arguments, console)
    }

    private static func sql(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        guard let questionnaire = try questionnaire(arguments, console) else { return .failed }
        guard questionnaire.isEven else {
            console.say(SurveyMessages.unevenInSQL)
            return .failed
        }
        guard questionnaire.replicates == nil else {
            console.say(ReplicateWords.inSQL)
            return .failed
        }
        let dialect = arguments.options[.dialect].flatMap { TallySQL.Dialect(rawValue: $0) } ?? .duckdb
        let reading = AssessmentSource(arguments: arguments, console: console).options
        let sql = TallySQL(
            questionnaire, domains: domains(arguments), dialect: dialect, table: arguments.options[.table] ?? "answers",
            decimalSeparator: reading.decimalSeparator.flatMap { DecimalSeparator(rawValue: String($0)) } ?? .point)
        guard let statement = sql.statement else {
            console.say(SurveyMessages.tooManyColumns)
            return .failed
        }
        return console.write(statement)
    }
}
