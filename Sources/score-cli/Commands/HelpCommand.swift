import Documents
import Words
import Reporting
import Values

/// `help`: the commands and their help, from the declarations.
enum HelpCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        guard let first = arguments.operands.first else { return console.write(overview(in: console.language)) }
        let name = arguments.operands.joined(separator: " ")
        let group = CommandDeclaration.all.filter { $0.group == first }
        if !group.isEmpty, arguments.operands.count == 1 {
            let own = CommandDeclaration.all.first { $0.name == first }.map {
                [text(for: $0, in: console.language), ""]
            }
            let lines = (own ?? []) + columns(group.map { ($0.name, $0.summary.text(console.language)) })
            let hint = CommandWords.more(first).text(console.language)
            return console.write((lines + ["", hint]).joined(separator: "\n") + "\n")
        }
        guard let command = CommandDeclaration.all.first(where: { $0.name == name }) else {
            let names = CommandDeclaration.all.map(\.name)
            throw .unknownCommand(name, suggestion: Spelling.closest(to: name, among: names))
        }
        return console.write(text(for: command, in: console.language))
    }

    /// The list of commands with their summaries.
    static func overview(in language: Language) -> String {
        var lines = [
            CommandWords.purpose.text(language), "", CommandWords.usage.text(language), "",
            CommandWords.commands.text(language),
        ]
        lines += columns(CommandDeclaration.all.map { ($0.name, $0.summary.text(language)) })
        lines += ["", CommandWords.commonOptions.text(language)]
        lines += columns(
            OptionDeclaration.common.map { (synopsis($0), $0.summary.text(language)) }
                + [("--version", CommandWords.version.text(language))])
        lines += ["", CommandWords.exitCodes.text(language)]
        return lines.joined(separator: "\n") + "\n"
    }

    /// The help for one command: its usage, what it does, its operands and options.
    static func text(for command: CommandDeclaration, in language: Language) -> String {
        let operands =
            command.operands.map { $0.name.text(language) }
            + command.optionalOperands.map { "[\($0.name.text(language))]" } + (command.repeatsLastOperand ? ["…"] : [])
        let usage = (["score-cli", command.name] + operands).joined(separator: " ")
        var lines = [
            "\(command.name): \(command.summary.text(language))", "",
            CommandWords.usage(usage).text(language), "",
        ]
        lines += TextWidth.wrap(command.discussion.text(language), to: 100)
        let words = command.operands + command.optionalOperands
        if !words.isEmpty {
            lines.append("")
            lines += columns(words.map { ($0.name.text(language), $0.summary.text(language)) })
        }
        lines += ["", CommandWords.options.text(language)]
        lines += columns((command.options + OptionDeclaration.common).map { (synopsis($0), $0.summary.text(language)) })
        lines += ["", CommandWords.examples.text(language)]
        lines += command.examples.map { "  " + $0 }
        lines += ["", CommandWords.exitCodes.text(language)]
        return lines.joined(separator: "\n") + "\n"
    }

    private static func synopsis(_ option: OptionDeclaration) -> String {
        option.value.map { "\(option.flag) \($0)" } ?? option.flag
    }

    /// Names with their descriptions beside them, or below a name that is too long.
    private static func columns(_ entries: [(name: String, text: String)]) -> [String] {
        let width = min(entries.map { TextWidth.of($0.name) }.max() ?? 0, 18)
        return entries.flatMap { name, text in
            let lines = TextWidth.wrap(text, to: 100 - width - 4)
            let indent = String(repeating: " ", count: width + 4)
            let head = "  " + name + String(repeating: " ", count: max(width - TextWidth.of(name), 0) + 2)
            if TextWidth.of(name) > width { return ["  " + name] + lines.map { indent + $0 } }
            return lines.enumerated().map { $0.offset == 0 ? head + $0.element : indent + $0.element }
        }
    }
}
