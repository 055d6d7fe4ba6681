import Documents
import Words
import Assessment
import Reporting
import Scoring
import Survey
import Values

/// Reads the assessment that a command names, and reports the findings.
struct AssessmentSource {
    let arguments: ParsedArguments
    let console: Console

    /// The reading options specified on the command line.
    var options: AssessmentOptions {
        var options = AssessmentOptions()
        options.points = arguments.options[.points]
        options.criteriaPlaces = .installed
        options.keepGoing = arguments.has(.keepGoing)
        options.tallies = arguments.lists[.tally] ?? []
        // Other commands' --by and --errors have a different meaning.
        if arguments.command.name.hasPrefix("survey") {
            options.surveyDomains = SurveyCommand.domains(arguments)
            options.faultFile = arguments.options[.errors]
        }
        if arguments.has(.failedRows) {
            options.failedRows = FailedRowsOption(
                unit: arguments.options[.unit].map(VietnameseText.composed), metric: arguments.options[.metric])
        }
        let delimiters: [String: Character] = ["comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"]
        options.delimiter = arguments.options[.delimiter].flatMap { delimiters[$0] }
        options.encoding = arguments.options[.encoding]
        options.roundingDigits = arguments.options[.roundInput].flatMap { Int($0) }
        let decimals: [String: Character] = ["comma": ",", "point": "."]
        options.decimalSeparator = arguments.options[.decimal].flatMap { decimals[$0] }
        return options
    }

    /// The assessment, with the points of the stage that `--stage` names, and whether it is complete; nil when errors
    /// leave nothing to score. Findings are reported.
    func read() throws(UsageError) -> (assessment: Assessment, exit: ExitCode)? {
        try read(arguments.operands[0])
    }

    /// The same for one of several folders; `beforeWords` is called once it is read, before anything is reported.
    func read(
        _ folder: String, beforeWords: () -> Void = {}
    ) throws(UsageError) -> (assessment: Assessment, exit: ExitCode)? {
        let reading = Assessment.read(folder, options: options)
        beforeWords()
        if arguments.has(.verbose) { describe(reading.tables) }
        console.say(reading.findings, of: folder, about: FindingScope(self, in: reading.assessment))
        let hasErrors = reading.findings.containsError
        guard let assessment = reading.assessment, !hasErrors || arguments.has(.keepGoing) else {
            let nothing = arguments.has(.keepGoing) ? CommandWords.noUnitScored : CommandWords.nothingScored
            console.say(Phrase("\(nothing) \(FindingList(reading.findings).count)"))
            return nil
        }
        if !assessment.leftOut.isEmpty { console.say(NoticeWords.leftOut(assessment.leftOut)) }
        let exit = hasErrors ? ExitCode.failed : .done
        guard let code = arguments.options[.stage] else { return (assessment, exit) }
        guard let shown = assessment.at(stage: code) else {
            throw unknownStage(code, of: .stage, in: assessment)
        }
        return (shown, exit)
    }

    /// The assessments of all operands, in their order; nil when errors leave nothing to score in one of them.
    func readAll() throws(UsageError) -> (assessments: [Assessment], exit: ExitCode)? {
        var assessments: [Assessment] = []
        var exit = ExitCode.done
        for folder in arguments.operands {
            guard let (assessment, ending) = try read(folder) else { return nil }
            if ending != .done { exit = ending }
            assessments.append(assessment)
        }
        return (assessments, exit)
    }

    /// The records of a folder that was read. What reading it did not report is reported.
    func ledger(of assessment: Assessment) -> LedgerReading {
        let reading = StageLedger.read(assessment.folder)
        console.say(reading.furtherFindings)
        return reading
    }

    /// Last year's assessment at the stage of this year's, for places beside these; nil without one.
    func previous(of assessment: Assessment) -> Assessment? {
        // Its findings were reported when it was read for comparison.
        var reading = AssessmentOptions()
        reading.keepGoing = true
        reading.criteriaPlaces = .installed
        return assessment.settings.previous.flatMap { folder in
            Assessment.read(folder, options: reading).assessment.map { $0.shown(as: assessment) }
        }
    }

    /// The assessments of the periods before that the folders lead back to, the latest first.
    func earlier(than assessment: Assessment) -> [Assessment] {
        var found: [Assessment] = []
        var next = assessment
        // Periods only fall, so that folders that name each other come to an end too.
        while found.count < Self.mostEarlier, let before = previous(of: next),
            before.settings.period < next.settings.period
        {
            found.append(before)
            next = before
        }
        return found
    }

    /// The most periods before that are looked at.
    private static let mostEarlier = 12

    /// That an option names a stage which the assessment does not have.
    func unknownStage(
        _ code: String, of option: OptionDeclaration.Name, in assessment: Assessment
    ) -> UsageError {
        let codes = assessment.settings.stages.all.map(\.code)
        return .badChoice(
            option: "--" + option.rawValue, found: code, choices: codes,
            suggestion: Spelling.closest(to: code, among: codes))
    }

    /// Reports how tables were read.
    func describe(_ tables: [TableDescription]) {
        for table in tables { console.say(table.phrase) }
    }

    /// The position of the unit that `--unit`, or another option, names by its code or name.
    func unit(
        in assessment: Assessment, named option: OptionDeclaration.Name = .unit
    ) throws(UsageError) -> Int? {
        guard let wanted = arguments.options[option] else { return nil }
        return try unit(named: wanted, in: assessment)
    }

    /// The position of the unit with a code or name.
    func unit(named name: String, in assessment: Assessment) throws(UsageError) -> Int {
        let wanted = VietnameseText.composed(name)
        if let position = assessment.position(ofUnit: wanted) { return position }
        if assessment.leftOut.contains(wanted) { throw .unitLeftOut(wanted) }
        switch UnitNames(assessment.units.map { (code: $0.code, name: $0.name) }).match(wanted) {
        case .one(let code):
            if let position = assessment.position(ofUnit: code) { return position }
        case .several(let codes): throw .ambiguousUnit(wanted, codes: codes)
        case .none: break
        }
        let names = assessment.units.flatMap { [$0.code, $0.name] }
        throw .unknownUnit(wanted, suggestion: Spelling.closest(to: wanted, among: names))
    }

    /// The positions of the units that `--unit` or `--group` asks for; nil without either.
    func units(in assessment: Assessment) throws(UsageError) -> [Int]? {
        guard let wanted = arguments.options[.group] else { return try unit(in: assessment).map { [$0] } }
        let group = try key(wanted, of: assessment, .group)
        return assessment.units.indices.filter { assessment.units[$0].group == group }
    }

    /// The code of the group, parent or level that a word means.
    func key(
        _ wanted: String, of assessment: Assessment, _ among: RankScope
    ) throws(UsageError) -> String {
        let known: [(code: String, name: String)] =
            switch among {
            case .group, .all: assessment.settings.groups.map { ($0.code, $0.name.vi) }
            case .level: assessment.criteria.set.levels.map { ($0.code, $0.name.vi) }
            case .parent: assessment.units.map { ($0.code, $0.name) }
            }
        let used = Set(assessment.units.compactMap { unit in unit.key(among == .all ? .group : among) })
        let folded = VietnameseText.word(wanted)
        if used.contains(wanted) { return wanted }
        let named = known.filter { used.contains($0.code) && VietnameseText.word($0.name) == folded }
        if named.count > 1 { throw .ambiguousUnit(wanted, codes: named.map(\.code)) }
        guard let found = named.first else {
            let names = known.filter { used.contains($0.code) }.flatMap { [$0.code, $0.name] }
            throw .unknownGroup(wanted, suggestion: Spelling.closest(to: wanted, among: names))
        }
        return found.code
    }

    /// The code that `--group` means in the latest of some assessments; nil without it.
    func shownKey(in assessments: [Assessment]) throws(UsageError) -> String? {
        guard let wanted = arguments.options[.group],
            let last = assessments.reversed().max(by: { $0.settings.period < $1.settings.period })
        else { return nil }
        return try key(wanted, of: last, arguments.scope)
    }

    /// Which units `--group` and `--top` ask for.
    func selection(in assessment: Assessment) throws(UsageError) -> UnitSelection {
        var selection = UnitSelection()
        selection.top = arguments.whole(.top)
        if let wanted = arguments.options[.group] {
            selection.only = try key(wanted, of: assessment, arguments.scope)
        }
        return selection
    }
}

extension Assessment {
    /// The same at the stage of another, if it has that stage.
    func shown(as other: Assessment) -> Assessment { at(stage: other.settings.stage.code) ?? self }
}

extension ParsedArguments {
    /// Among whom units have their places.
    var scope: RankScope { options[.among].flatMap(RankScope.init) ?? .group }
}
