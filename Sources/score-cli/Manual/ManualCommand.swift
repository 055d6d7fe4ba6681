import Documents
import Words

/// `manual`: pages for `man`, from the declarations.
enum ManualCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        if arguments.operands.isEmpty { return console.write(page(in: console.language)) }
        return console.write(page(of: try HelpCommand.command(arguments.operands), in: console.language))
    }

    /// The page of the program.
    static func page(in language: Language) -> String {
        var page = ManualPage("score-cli", in: language)
        page.section(ManualWords.name)
        page.text(Phrase("score-cli - \(CommandWords.aim)"))
        page.section(ManualWords.synopsis)
        page.text(Phrase("*score-cli* /\(ManualWords.command)/ … [\(ManualWords.option)]"), isMarked: true)
        page.section(ManualWords.commands)
        page.entries(CommandDeclaration.all.map { (Phrase("*\($0.name)*"), $0.summary) })
        page.section(ManualWords.options)
        page.entries(
            OptionDeclaration.common.map { ($0.mark, $0.summary) }
                + [(Phrase("*\(OptionDeclaration.Name.version.flag)*"), CommandWords.version)])
        page.end()
        page.section(ManualWords.environment)
        page.entries(ManualWords.variables.map { (Phrase("*\($0.name)*"), $0.meaning) })
        page.section(ManualWords.seeAlso)
        page.text(ManualWords.pagesOfCommands)
        return page.done
    }

    /// The page of a command.
    static func page(of command: CommandDeclaration, in language: Language) -> String {
        var page = ManualPage(name(of: command), in: language)
        page.section(ManualWords.name)
        page.text(Phrase("\(name(of: command)) - \(command.summary)"))
        page.section(ManualWords.synopsis)
        page.text(
            Phrase("*score-cli \(command.name)* \(command.operandMarks) [\(ManualWords.option)]"), isMarked: true)
        page.section(ManualWords.examples)
        page.examples(command.examples)
        page.section(ManualWords.description)
        page.text(command.discussion)
        let operands = command.operands + command.optionalOperands
        if !operands.isEmpty {
            page.section(ManualWords.arguments)
            page.entries(operands.map { (Phrase("/\($0.name)/"), $0.summary) })
        }
        page.section(ManualWords.options)
        page.entries((command.options + OptionDeclaration.common).map { ($0.mark, $0.summary) })
        page.end()
        page.section(ManualWords.seeAlso)
        page.text(Phrase(verbatim: "*score-cli*(1)"), isMarked: true)
        return page.done
    }

    /// `score-cli-survey-init`.
    private static func name(of command: CommandDeclaration) -> String {
        "score-cli-" + command.name.replacing(" ", with: "-")
    }
}

extension CommandDeclaration {
    /// The operands, marked as such: `/FOLDER/ [/CODE/]`.
    fileprivate var operandMarks: Phrase {
        let words =
            operands.map { Phrase("/\($0.name)/") } + optionalOperands.map { Phrase("[/\($0.name)/]") }
            + (repeatsLastOperand ? [Phrase(verbatim: "…")] : [])
        return words.joined(" ")
    }
}

extension OptionDeclaration {
    /// `*-u*, *--unit* /UNIT/`.
    fileprivate var mark: Phrase {
        let names = Phrase(verbatim: (letter.map { "*-\($0)*, " } ?? "") + "*\(flag)*")
        return placeholder.map { Phrase("\(names) /\($0)/") } ?? names
    }
}

/// A page in the language of `man`, in lines no longer than its readers like, who write other letters than those of ASCII as
/// eight.
private struct ManualPage {
    private static let longest = 78
    private let language: Language
    private var lines: [String]

    init(_ name: String, in language: Language) {
        self.language = language
        let program = "score-cli \(CommandLineTool.version)"
        lines = [
            #".\" -*- mode: troff; coding: utf-8 -*-"#,
            ".TH \(Self.escaped(name.uppercased())) 1 \(CommandLineTool.versionDay) \"\(Self.escaped(program))\"",
        ]
    }

    var done: String { lines.joined(separator: "\n") + "\n" }

    mutating func section(_ title: Phrase) { lines.append(".SH \(title.text(language))") }

    /// A paragraph; where it is marked, `*…*` is bold and `/…/` slanted.
    mutating func text(_ phrase: Phrase, isMarked: Bool = false) {
        let text = phrase.text(language)
        var line = ""
        for word in text.split(separator: " ") {
            let word = isMarked ? Self.marked(String(word)) : Self.escaped(String(word))
            if !line.isEmpty, Self.length(line) + 1 + Self.length(word) > Self.longest {
                lines.append(Self.harmless(line))
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        lines.append(Self.harmless(line))
    }

    /// Names with what they mean.
    mutating func entries(_ entries: [(name: Phrase, meaning: Phrase)]) {
        for (name, meaning) in entries {
            lines.append(".TP")
            lines.append(Self.harmless(Self.marked(name.text(language))))
            text(meaning)
        }
    }

    /// Command lines as they are typed.
    mutating func examples(_ examples: [String]) {
        lines.append(".EX")
        lines += examples.map { Self.harmless(Self.escaped($0)) }
        lines.append(".EE")
    }

    /// How commands end.
    mutating func end() {
        section(ManualWords.exitStatus)
        entries(ManualWords.exits.map { (Phrase("*\($0.code)*"), $0.meaning) })
    }

    private static func length(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 8) }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    }

    /// A text whose marks become changes of the font.
    private static func marked(_ text: String) -> String {
        var (result, isBold, isSlanted) = ("", false, false)
        for sign in text {
            switch sign {
            case "*":
                isBold.toggle()
                result += isBold ? "\\fB" : "\\fR"
            case "/":
                isSlanted.toggle()
                result += isSlanted ? "\\fI" : "\\fR"
            default: result += escaped(String(sign))
            }
        }
        return result
    }

    /// A line that begins with a point or an apostrophe would be an order.
    private static func harmless(_ line: String) -> String {
        line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
    }
}
