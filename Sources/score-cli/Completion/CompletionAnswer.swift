import Assessment
import Documents
import Scoring
import Tables
import Values
import Words

/// What may stand where a command line is being typed, from the declarations of the commands and, for codes, from the folder
/// that the line names.
struct CompletionAnswer {
    /// What the shell adds by itself.
    enum Files: String {
        case none = "words"
        case files
        case folders
    }

    typealias Candidate = (word: String, about: Phrase)

    private(set) var files = Files.none
    private(set) var candidates: [Candidate] = []

    /// Completes a word.
    ///
    /// - Parameters:
    ///   - words: the words before it, without the program.
    ///   - current: what is typed of it.
    init(behind words: [String], current: String) {
        let line = TypedLine(words)
        if let option = line.pending {
            complete(valueOf: option, line)
        } else if !line.optionsEnded, current.hasPrefix("--"), let sign = current.firstIndex(of: "=") {
            let flag = String(current[..<sign])
            guard let option = line.options.first(where: { $0.flag == flag }) else { return }
            complete(valueOf: option, line)
            candidates = candidates.map { (flag + "=" + $0.word, $0.about) }
        } else if !line.optionsEnded, current.hasPrefix("-") {
            let free = line.options.filter { $0.isRepeatable || !line.used.contains($0.name) }
            candidates = free.map { ($0.flag, $0.summary) }
            if line.command == nil {
                candidates.append((OptionDeclaration.Name.version.flag, CommandWords.version))
            }
        } else {
            complete(operandOf: line)
        }
        candidates = candidates.filter { $0.word.hasPrefix(current) }
    }

    /// The answer for a shell: what it adds by itself, then a line a word with what it means behind a tab.
    func text(in language: Language) -> String {
        ([files.rawValue]
            + candidates.map { word, about in
                let about = CleanText.cut(CleanText.line(about.text(language)), at: Self.longestAbout)
                return CleanText.line(word) + "\t" + about
            }).joined(separator: "\n") + "\n"
    }

    /// Where descriptions are cut: a menu has a line for each.
    private static let longestAbout = 60

    // MARK: - Operands

    private mutating func complete(operandOf line: TypedLine) {
        if let group = line.group, line.operands.isEmpty {
            candidates += CommandDeclaration.all.filter { $0.group == group }.map { command in
                (String(command.name.dropFirst(group.count + 1)), command.summary)
            }
        }
        guard let command = line.command else {
            if !line.isBegun { candidates += Self.firstWords }
            return
        }
        let operands = command.operands + command.optionalOperands
        let position = line.operands.count
        guard
            let operand = position < operands.count
                ? operands[position] : command.repeatsLastOperand ? operands.last : nil
        else { return }
        candidates += operand.choices.map { ($0, .none) }
        if !operand.choices.isEmpty { return }
        switch operand.name.text(.en) {
        case "FOLDER", "BEFORE", "AFTER": files = .folders
        case "CODE": candidates += line.set.map(Self.criteria) ?? []
        case "COMMAND": candidates += Self.firstWords
        case "PART":
            candidates += CommandDeclaration.all.filter { $0.group == line.operands.first }.map { command in
                (String(command.name.dropFirst((command.group ?? "").count + 1)), command.summary)
            }
        default: files = .files
        }
    }

    /// The first words of commands; of a group, the word that its commands share.
    private static var firstWords: [Candidate] {
        var groups: Set<String> = []
        return CommandDeclaration.all.compactMap { command in
            guard let group = command.group else { return (command.name, command.summary) }
            if !groups.insert(group).inserted || CommandDeclaration.all.contains(where: { $0.name == group }) {
                return nil
            }
            let parts = CommandDeclaration.all.filter { $0.group == group }.map { $0.name.dropFirst(group.count + 1) }
            return (group, Phrase(verbatim: parts.joined(separator: ", ")))
        }
    }

    // MARK: - Values

    private mutating func complete(valueOf option: OptionDeclaration, _ line: TypedLine) {
        if !option.choices.isEmpty {
            candidates = option.choices.map { ($0, .none) }
            return
        }
        switch (option.name, option.value ?? "") {
        case (_, "UNIT"): candidates = line.names?.units.map { ($0.code, Phrase(verbatim: $0.name)) } ?? []
        case (_, "GROUP"): candidates = line.names?.groups.map { ($0.code, Phrase($0.name)) } ?? []
        case (.stage, _): candidates = line.names?.stages.all.map { ($0.code, Phrase($0.name)) } ?? []
        case (.by, "total|CODE"):
            candidates = [("total", CommandWords.totalIndex)] + (line.set.map(Self.criteria) ?? [])
        case (.code, _), (.criterion, _), (.keepField, _): candidates = line.set.map(Self.criteria) ?? []
        case (.metric, _): candidates = line.set.map { Self.metrics($0, "") } ?? []
        case (.set, _), (.sweep, _): candidates = line.set.map { Self.metrics($0, "=") } ?? []
        case (.expect, _):
            candidates = [("last-year", CommandWords.asLastYear)] + (line.set.map { Self.metrics($0, "=") } ?? [])
        case (.criteria, _):
            candidates = CriteriaPlaces.names.map { ($0, .none) }
            files = .files
        case (_, "FOLDER"), (_, "DIR"): files = .folders
        case (_, "FILE"), (_, "ZIP"): files = .files
        default: break
        }
    }

    private static func criteria(of set: CriteriaSet) -> [Candidate] {
        set.criteria.map { ($0.code, Phrase($0.name)) }
    }

    private static func metrics(_ set: CriteriaSet, _ ending: String) -> [Candidate] {
        set.metrics.withoutRepeats(by: \.code).map { ($0.code + ending, Phrase($0.name)) }
    }
}

/// The words of a line before the one that is typed.
private struct TypedLine {
    /// The command; nil where none is named yet.
    private(set) var command: CommandDeclaration?
    /// Whether a first word is there, whether a command has it or not.
    private(set) var isBegun = false
    /// The first word of commands of which the second is not named.
    private(set) var group: String?
    private(set) var operands: [String] = []
    private(set) var used: Set<OptionDeclaration.Name> = []
    /// The option whose value comes next.
    private(set) var pending: OptionDeclaration?
    private(set) var optionsEnded = false

    init(_ words: [String]) {
        // What an option is called says whether it has a value, whichever command has it.
        let all = CommandDeclaration.all.flatMap(\.options) + OptionDeclaration.common
        var bare: [String] = []
        for word in words {
            if pending != nil {
                pending = nil
            } else if optionsEnded || !word.hasPrefix("-") || word == "-" {
                bare.append(word)
            } else if word == "--" {
                optionsEnded = true
            } else {
                let flag = String(word.prefix { $0 != "=" })
                let found =
                    flag.hasPrefix("--")
                    ? all.filter { $0.flag == flag }.prefix(1)
                    : flag.dropFirst().compactMap { letter in all.first { $0.letter == letter } }[...]
                used.formUnion(found.map(\.name))
                if let last = found.last, last.value != nil, !last.mayLackValue, !word.contains("=") { pending = last }
            }
        }
        guard let first = bare.first else { return }
        isBegun = true
        let parts = CommandDeclaration.all.filter { $0.group == first }
        if let part = parts.first(where: { bare.count > 1 && $0.name == first + " " + bare[1] }) {
            (command, operands) = (part, Array(bare.dropFirst(2)))
        } else {
            command = CommandDeclaration.all.first { $0.name == first }
            group = parts.isEmpty ? nil : first
            operands = Array(bare.dropFirst())
        }
        // The command knows its own form of an option.
        if let waiting = pending { pending = options.first { $0.name == waiting.name } }
    }

    /// The options that may be used.
    var options: [OptionDeclaration] { (command?.options ?? []) + OptionDeclaration.common }

    /// What the last folder named is about.
    var names: AssessmentNames? {
        operands.last { FileInput.exists($0 + "/assessment.json") }
            .flatMap { AssessmentNames(reading: $0, .installed) }
    }

    /// The criteria set of the folder, or of the file, that is named.
    var set: CriteriaSet? {
        if let names { return names.set }
        return operands.first.flatMap {
            try? CriteriaSet.read(CriteriaPlaces.file($0), points: nil, allowingOpenPoints: true)
        }
    }
}
