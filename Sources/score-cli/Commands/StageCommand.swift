import Assessment
import Documents
import Reporting
import Scoring
import Tables
import Values
import Words

/// `stage`: locking, unlocking, confirming and publishing stages, and what was done to them.
enum StageCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let source = AssessmentSource(arguments: arguments, console: console)
        let part = arguments.command.name.dropFirst("stage ".count)
        if part == "list" { return try list(source) }
        guard let action = StageAction(rawValue: String(part)) else { return .usage }
        let signature = try SignatureArgument.signature(arguments)
        guard let assessment = try source.readAll(of: arguments.operands[0]) else { return .failed }
        let orders = try orders(action, for: assessment, source)
        if orders.isEmpty {
            console.remark(LedgerWords.nothingDue)
            return .done
        }
        let change = StageChange(
            orders, in: assessment, source.options.criteriaPlaces, by: signature,
            isVietnamese: console.language == .vi)
        console.say(change.findings)
        if change.records.isEmpty { return .failed }
        do throws(FindingsError) {
            try FileOutput.write(change.files)
        } catch {
            console.say(error.findings)
            return .failed
        }
        for (record, order) in zip(change.records, orders) {
            console.remark(LedgerWords.done(record, at: Phrase(order.stage.name)))
            let waiting = record.toConfirm.compactMap { assessment.settings.stages[$0].map { Phrase($0.name) } }
            if !waiting.isEmpty { console.remark(LedgerWords.confirm(waiting)) }
        }
        return .done
    }

    private static func list(_ source: AssessmentSource) throws(UsageError) -> ExitCode {
        guard let (assessment, exit) = try source.read() else { return .failed }
        let reading = source.ledger(of: assessment)
        return source.console.write(
            StageLedgerReport(assessment, reading.ledger), as: source.arguments.options[.format],
            reading.findings.containsError ? .failed : exit)
    }

    /// What is to be done: what the options say or, with `--due`, what is due.
    private static func orders(
        _ action: StageAction, for assessment: Assessment, _ source: AssessmentSource
    ) throws(UsageError) -> [StageOrder] {
        let arguments = source.arguments
        guard arguments.has(.due) else {
            guard let stage = try stage(in: assessment, arguments) else { throw .missingOption("--stage") }
            return [try order(StageOrder(action, stage), for: assessment, source)]
        }
        let day = try DayArgument.statedOrToday(in: arguments, for: assessment)
        let stages = try stage(in: assessment, arguments).map { [$0] } ?? assessment.settings.stages.stages
        var orders: [StageOrder] = []
        for due in assessment.dueLocks(of: stages, on: day) {
            orders.append(try order(due, for: assessment, source))
        }
        return orders
    }

    /// The stage of `--stage`; nil without it.
    private static func stage(
        in assessment: Assessment, _ arguments: ParsedArguments
    ) throws(UsageError) -> Stage? {
        guard let code = arguments.options[.stage] else { return nil }
        let codes = assessment.settings.stages.stages.map(\.code)
        guard codes.contains(code), let stage = assessment.settings.stages[code] else {
            throw .badChoice(
                option: "--stage", found: code, choices: codes, suggestion: Spelling.closest(to: code, among: codes))
        }
        return stage
    }

    private static func order(
        _ order: StageOrder, for assessment: Assessment, _ source: AssessmentSource
    ) throws(UsageError) -> StageOrder {
        let arguments = source.arguments
        var order = order
        order.decision = arguments.options[.decision] ?? ""
        order.reason = arguments.options[.reason] ?? ""
        order.acceptsOpen = arguments.options[.acceptOpen]
        order.corrects = arguments.whole(.corrects)
        // What is due has its own scope.
        if arguments.has(.due) { return order }
        order.scope.units = try source.unit(in: assessment).map { [assessment.units[$0].code] } ?? []
        if let group = arguments.options[.group] { order.scope.group = try source.key(group, of: assessment, .group) }
        if let text = arguments.options[.criterion] {
            let known = assessment.criteria.set.criteria.map(\.code)
            guard known.contains(text) else {
                throw .unknownCriterion(text, suggestion: Spelling.closest(to: text, among: known))
            }
            order.scope.criterion = text
        }
        return order
    }
}

/// `verify`: a publication computed again from its files.
enum VerifyCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let source = AssessmentSource(arguments: arguments, console: console)
        let number = arguments.whole(.number)
        guard source.isAssessment(arguments.operands[0]) else { return .failed }
        let verification = Verification(arguments.operands[0], number: number, options: source.options)
        return console.write(
            VerificationReport(verification), as: arguments.options[.format],
            verification.findings.containsError ? .failed : .done)
    }
}

extension AssessmentSource {
    /// Whether a folder holds an assessment; that it does not is reported.
    func isAssessment(_ folder: String) -> Bool {
        if FileInput.exists(folder + "/assessment.json") { return true }
        console.say([
            Finding(AssessmentFinding.notAnAssessment, at: Location(file: folder), [.found: .text(folder)])
        ])
        return false
    }

    /// The assessment of a folder in which nothing is wrong; nil, with the findings reported, otherwise.
    func readAll(of folder: String) throws(UsageError) -> Assessment? {
        let reading = Assessment.read(folder, options: options)
        console.say(reading.findings, of: folder, about: FindingScope(self, in: reading.assessment))
        guard let assessment = reading.assessment, !reading.findings.containsError else {
            console.say(LedgerWords.notDone)
            return nil
        }
        return assessment
    }
}
