import Documents
import Values
import Words

/// `help`: the commands and their help, from the declarations.
enum HelpCommand {
    /// The cells of a line where no terminal says how many, and the most where one does: longer lines are hard to read.
    static let plainWidth = 100

    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let page = HelpPage(language: console.language, width: console.width)
        guard let first = arguments.operands.first else { return console.write(page.overview) }
        let group = CommandDeclaration.all.filter { $0.group == first }
        if !group.isEmpty, arguments.operands.count == 1 { return console.write(page.text(ofGroup: first, group)) }
        return console.write(page.text(for: try command(arguments.operands)))
    }

    /// The command that some words name.
    static func command(_ words: [String]) throws(UsageError) -> CommandDeclaration {
        let name = words.joined(separator: " ")
        if let command = CommandDeclaration.all.first(where: { $0.name == name }) { return command }
        let names = CommandDeclaration.all.map(\.name)
        throw .unknownCommand(name, suggestion: Spelling.closest(to: name, among: names))
    }

    /// The help for one command.
    static func text(for command: CommandDeclaration, in language: Language, width: Int? = nil) -> String {
        HelpPage(language: language, width: width).text(for: command)
    }

    /// The list of commands with their summaries.
    static func overview(in language: Language, width: Int? = nil) -> String {
        HelpPage(language: language, width: width).overview
    }
}

/// Help in a language, in lines of a width.
private struct HelpPage {
    let language: Language
    let width: Int

    init(language: Language, width: Int?) {
        self.language = language
        self.width = min(width ?? HelpCommand.plainWidth, HelpCommand.plainWidth)
    }

    /// The list of commands with their summaries.
    var overview: String {
        text([
            wrapped(CommandWords.purpose), wrapped(CommandWords.usage, hanging: 4),
            [CommandWords.commands.text(language)] + columns(CommandDeclaration.all),
            [CommandWords.commonOptions.text(language)] + columns(OptionDeclaration.common, and: CommandWords.version),
            wrapped(CommandWords.exitCodes),
        ])
    }

    /// The help of a group: that of the command of this name, where there is one, and its parts.
    func text(ofGroup name: String, _ group: [CommandDeclaration]) -> String {
        let own = CommandDeclaration.all.first { $0.name == name }.map(paragraphs)
        return text((own ?? []) + [columns(group), wrapped(CommandWords.more(name))])
    }

    /// The help of one command: its usage, examples, what it does, its operands and options.
    func text(for command: CommandDeclaration) -> String { text(paragraphs(of: command)) }

    private func paragraphs(of command: CommandDeclaration) -> [[String]] {
        let words = command.operands + command.optionalOperands
        return [
            wrapped(Phrase("\(command.name): \(command.summary)")),
            wrapped(CommandWords.usage(command.synopsis), hanging: 4),
            [CommandWords.examples.text(language)] + command.examples.flatMap(example),
            wrapped(command.discussion),
            columns(words.map { ($0.name.text(language), $0.summary.text(language)) }),
            [CommandWords.options.text(language)] + columns(command.options + OptionDeclaration.common),
            wrapped(CommandWords.exitCodes),
        ].filter { !$0.isEmpty }
    }

    private func text(_ paragraphs: [[String]]) -> String {
        paragraphs.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private func wrapped(_ phrase: Phrase, hanging: Int = 0) -> [String] {
        TextWidth.wrap(phrase.text(language), to: width, hanging: hanging)
    }

    /// An example; a line that is too long goes on behind a backslash, so that it can be copied as it stands.
    private func example(_ line: String) -> [String] {
        var isQuoted = false
        // What stands in quotes is not divided.
        let joined = String(
            line.map { sign -> Character in
                if sign == "\"" { isQuoted.toggle() }
                return isQuoted && sign == " " ? "\u{A0}" : sign
            })
        let lines = TextWidth.wrap(joined, to: width - 4, hanging: 4).map { $0.replacing("\u{A0}", with: " ") }
        return lines.enumerated().map { "  \($1)" + ($0 < lines.count - 1 ? " \\" : "") }
    }

    private func columns(_ commands: [CommandDeclaration]) -> [String] {
        columns(commands.map { ($0.name, $0.summary.text(language)) })
    }

    private func columns(_ options: [OptionDeclaration], and version: Phrase? = nil) -> [String] {
        columns(
            options.map { ($0.synopsis.text(language), $0.summary.text(language)) }
                + (version.map { [(OptionDeclaration.Name.version.flag, $0.text(language))] } ?? []))
    }

    /// Names with their descriptions beside them; below a name that is too long, and below all where lines are short.
    private func columns(_ entries: [(name: String, text: String)]) -> [String] {
        let isNarrow = width < 60
        let room = isNarrow ? 0 : min(entries.map { TextWidth.of($0.name) }.max() ?? 0, 18)
        let indent = String(repeating: " ", count: isNarrow ? 6 : room + 4)
        return entries.flatMap { name, text in
            let lines = TextWidth.wrap(text, to: width - indent.count)
            guard TextWidth.of(name) <= room else {
                let names = TextWidth.wrap(name, to: width - 2, hanging: 2).map { "  " + $0 }
                return names + lines.map { indent + $0 }
            }
            let head = "  " + name + String(repeating: " ", count: room - TextWidth.of(name) + 2)
            return lines.enumerated().map { $0 == 0 ? head + $1 : indent + $1 }
        }
    }
}

extension CommandDeclaration {
    /// `score-cli explain FOLDER CODE`.
    var synopsis: Phrase {
        let words =
            operands.map(\.name) + optionalOperands.map { Phrase("[\($0.name)]") }
            + (repeatsLastOperand ? [Phrase(verbatim: "…")] : [])
        return ([Phrase(verbatim: "score-cli \(name)")] + words).joined(" ")
    }
}

extension OptionDeclaration {
    /// `-u, --unit UNIT`.
    var synopsis: Phrase {
        let names = Phrase(verbatim: (letter.map { "-\($0), " } ?? "") + flag)
        return placeholder.map { Phrase("\(names) \($0)") } ?? names
    }

    /// The name of its value in the reader's language; nil for an option without a value.
    var placeholder: Phrase? {
        value.map { value in
            choices.joined(separator: "|") == value ? Phrase(verbatim: value) : CommandWords.placeholder(value)
        }
    }
}
