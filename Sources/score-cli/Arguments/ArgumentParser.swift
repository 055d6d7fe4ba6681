import Documents
import Words
import Reporting
import Values

/// A parsed command line.
struct ParsedArguments: Sendable {
    let command: CommandDeclaration
    var operands: [String] = []
    /// The options used, with their values; an option that takes no value has an empty one.
    var options: [OptionDeclaration.Name: String] = [:]
    /// The values of repeatable options, in order.
    var lists: [OptionDeclaration.Name: [String]] = [:]

    /// Whether an option was used.
    func has(_ name: OptionDeclaration.Name) -> Bool { options[name] != nil }
}

/// Why a command line cannot be used, as data that ``UsageWords`` puts into words.
enum UsageError: Error, Hashable, Sendable {
    case unknownCommand(String, suggestion: String?)
    case missingCommand(of: String, choices: [String])
    case unknownPart(String, of: String, choices: [String], suggestion: String?)
    case unknownOption(String, command: String, suggestion: String?)
    case missingValue(String)
    case missingOption(String)
    case badValue(option: String, found: String, expected: String)
    case unexpectedValue(String)
    case badChoice(option: String, found: String, choices: [String], suggestion: String?)
    case repeatedOption(String)
    case missingOperand(String, command: String)
    case extraOperand(String, command: String)
    case unknownUnit(String, suggestion: String?)
    case unitLeftOut(String)
    case ambiguousUnit(String, codes: [String])
    case unitNeeded(codes: [String])
    case unknownCriterion(String, suggestion: String?)
    case badDay(option: String, found: String, years: ClosedRange<Int>?)
    case badChange(found: String)
    case ambiguousChange(found: String, readings: [String])
    case badSweep(found: String)
    case badExpectation(found: String)
    case badPeriod(String)
    case nothingToTry
    case nothingToSave
    case severalUnits(codes: [String])
    case oneGoal
    case badAmount(option: String, found: String)
    case frontierIsNoPlan
    case ambiguousNumber(option: String, found: String, readings: [String])
    case unknownAction(String, suggestion: String?)
    case contradictoryAction(String)
    case badNumber(option: String, found: String, least: FixedDecimal, most: FixedDecimal)
    case badShare(
        option: String, found: String, least: FixedDecimal, most: FixedDecimal, example: FixedDecimal)
    case unknownGroup(String, suggestion: String?)
    case notTogether(String, String)
    case writtenOverInput(String, option: String, input: String)
    case writtenTwice(String, options: [String])
    case formatAgainstName(format: String, path: String)
    case noSuchFormat(path: String, choices: [String])
    /// Everything that is wrong with a line, in its order; two faults at least.
    case several([UsageError])

    /// Those that it stands for.
    var each: [UsageError] {
        if case .several(let faults) = self { faults } else { [self] }
    }

    /// Whether it says that something is not there, which an option that is not understood may have been.
    fileprivate var isLack: Bool {
        switch self {
        case .missingOption, .missingOperand, .oneGoal, .nothingToTry, .nothingToSave: true
        default: false
        }
    }
}

extension [UsageError] {
    /// Refuses a line of which anything is wrong, with all of it.
    func refuse() throws(UsageError) {
        let faults = withoutRepeats { $0 }
        if faults.count > 1 { throw .several(faults) }
        if let only = faults.first { throw only }
    }
}

/// Parses a command line by the declarations of the commands.
enum ArgumentParser {
    /// Parses the arguments after the program's name.
    ///
    /// Options may be anywhere, as `--name value` or `--name=value`; those of one letter also together, `-qf json`. `--`
    /// ends them, and a single `-` is an operand. All that is wrong with the line is told at once.
    static func parse(_ arguments: [String], language: Language) throws(UsageError) -> ParsedArguments {
        let position = commandPosition(in: arguments)
        // Options of the program itself may precede the command.
        let leading = arguments[..<(position ?? arguments.count)].prefix { $0 != "--" }
        if leading.contains(where: alone.contains) || arguments.isEmpty {
            var parsed = ParsedArguments(command: .help)
            if leading.contains("--version") { parsed.options[.version] = "" }
            try readLanguage(from: arguments[...], into: &parsed, language: language)
            return parsed
        }
        guard let position else { throw .unknownCommand("", suggestion: nil) }
        var rest = arguments[..<position] + arguments[(position + 1)...]
        let group = CommandDeclaration.all.filter { $0.group == arguments[position] }
        if !group.isEmpty, isHelpAlone(rest) {
            var parsed = ParsedArguments(command: .help)
            parsed.operands = [arguments[position]]
            return parsed
        }
        let command =
            group.isEmpty
            ? try self.command(named: arguments[position]) : try takePart(of: arguments[position], group, from: &rest)
        var words = OptionWords(parsed: ParsedArguments(command: command))
        words.read(rest)
        if words.parsed.has(.help) { return words.parsed }
        var faults = words.faults
        let lacks =
            words.operandFaults(language)
            + command.rules.flatMap { $0.faults(words.parsed, language) }
        // What is not understood may be what seems to be missing.
        faults += words.isUnderstood ? lacks : lacks.filter { !$0.isLack }
        do throws(UsageError) { try words.parsed.takeFormatFromOutput() } catch { faults.append(error) }
        try faults.refuse()
        return words.parsed
    }

    /// A command whose name is a single word.
    private static func command(named name: String) throws(UsageError) -> CommandDeclaration {
        if let command = CommandDeclaration.all.first(where: { $0.name == name }) { return command }
        let names = CommandDeclaration.all.map { $0.group ?? $0.name }
        throw .unknownCommand(name, suggestion: Spelling.closest(to: name, among: names))
    }

    /// A command of a group: its second word is taken from the remaining arguments.
    private static func takePart(
        of name: String, _ group: [CommandDeclaration], from rest: inout ArraySlice<String>
    ) throws(UsageError) -> CommandDeclaration {
        let choices = group.map { String($0.name.dropFirst(name.count + 1)) }
        // A group may also be a command by itself.
        let own = CommandDeclaration.all.first { $0.name == name }
        let words = Array(rest)
        let options = (group + [own].compactMap { $0 }).flatMap(\.options)
        guard let position = commandPosition(in: words, among: options) else {
            if let own { return own }
            throw .missingCommand(of: name, choices: choices)
        }
        let part = words[position]
        guard let index = choices.firstIndex(of: part) else {
            if let own { return own }
            throw .unknownPart(
                part, of: name, choices: choices, suggestion: Spelling.closest(to: part, among: choices))
        }
        rest = words[..<position] + words[(position + 1)...]
        return group[index]
    }

    /// Whether only help is requested.
    private static func isHelpAlone(_ rest: ArraySlice<String>) -> Bool {
        (rest.contains("--help") || rest.contains("-h")) && commandPosition(in: Array(rest)) == nil
    }

    /// The position of the command: the first argument that is neither an option nor an option's value.
    private static func commandPosition(in arguments: [String], among options: [OptionDeclaration] = []) -> Int? {
        let valued = (options + OptionDeclaration.common).filter { $0.value != nil }
        var index = 0
        while index < arguments.count {
            let word = arguments[index]
            guard word.hasPrefix("-"), word != "-" else { return index }
            let takesNext = valued.contains { option in
                word == option.flag || !word.hasPrefix("--") && option.letter != nil && word.last == option.letter
            }
            index += takesNext ? 2 : 1
        }
        return nil
    }

    /// What the program is asked for without a command.
    private static let alone = ["--version", "--help", "-h"]

    /// What needs no command accepts a language and nothing else.
    private static func readLanguage(
        from words: ArraySlice<String>, into parsed: inout ParsedArguments, language: Language
    ) throws(UsageError) {
        var lone = OptionWords(parsed: ParsedArguments(command: parsed.command))
        lone.read(words.filter { !alone.contains($0) }[...])
        try lone.faults.refuse()
        parsed.operands = lone.parsed.operands
        parsed.options.merge(lone.parsed.options) { mine, _ in mine }
        if let first = parsed.operands.dropFirst().first { throw .extraOperand(first, command: parsed.command.name) }
    }
}
