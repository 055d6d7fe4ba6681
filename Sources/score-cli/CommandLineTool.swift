import Documents
import Words
import Reporting

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The program: parses its arguments, runs a command, and returns how it ended. It never throws.
enum CommandLineTool {
    static let version = "0.1.0"
    /// The day of the version, for manual pages.
    static let versionDay = "2026-11-30"

    /// Runs the program with the arguments after its name.
    static func run(_ arguments: [String]) -> ExitCode {
        StandardStream.ignoreSignalsOfWriting()
        let language = statedLanguage(arguments) ?? Environment.language
        if arguments.first == CompletionsCommand.question {
            let answer = CompletionsCommand.answer(Array(arguments.dropFirst()), language)
            _ = StandardStream.write(Array(answer.utf8), to: STDOUT_FILENO)
            return .done
        }
        var console = Console(ParsedArguments(command: .help), language: language)
        do throws(UsageError) {
            let parsed = try ArgumentParser.parse(arguments, language: language)
            console = Console(parsed, language: language)
            ProgressLine.begin(in: language, isQuiet: console.isQuiet)
            defer { ProgressLine.end() }
            return try run(parsed, console)
        } catch {
            for fault in error.each { console.say(Phrase("score-cli: \(fault.phrase)")) }
            if case .unitLeftOut = error { return .failed }
            return .usage
        }
    }

    private static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        if arguments.has(.version) { return console.write("score-cli \(version)\n") }
        if arguments.has(.help) {
            return console.write(
                HelpCommand.text(for: arguments.command, in: console.language, width: console.width))
        }
        try WrittenFiles.check(arguments)
        switch arguments.command.name {
        case "init": return try InitCommand.run(arguments, console)
        case "forms": return try FormsCommand.run(arguments, console)
        case "collect": return try CollectCommand.run(arguments, console)
        case "journal": return try JournalCommand.run(arguments, console)
        case let name where name.hasPrefix("stage "): return try StageCommand.run(arguments, console)
        case "verify": return try VerifyCommand.run(arguments, console)
        case "check": return try CheckCommand.run(arguments, console)
        case "score": return try ScoreCommand.run(arguments, console)
        case "explain": return try ExplainCommand.run(arguments, console)
        case "gap": return try GapCommand.run(arguments, console)
        case "whatif": return try WhatIfCommand.run(arguments, console)
        case "plan": return try PlanCommand.run(arguments, console)
        case "compare": return try CompareCommand.run(arguments, console)
        case "evidence": return try EvidenceCommand.run(arguments, console)
        case "progress": return try ProgressCommand.run(arguments, console)
        case "deadlines": return try DeadlinesCommand.run(arguments, console)
        case "alerts": return try AlertsCommand.run(arguments, console)
        case "open": return try OpenCommand.run(arguments, console)
        case "report": return try ReportCommand.run(arguments, console)
        case "lists": return try ListsCommand.run(arguments, console)
        case "history": return try HistoryCommand.run(arguments, console)
        case "rank": return try RankCommand.run(arguments, console)
        case let name where name.hasPrefix("survey"): return try SurveyCommand.run(arguments, console)
        case let name where name.hasPrefix("criteria "): return try CriteriaCommand.run(arguments, console)
        case "completions": return CompletionsCommand.run(arguments, console)
        case "manual": return try ManualCommand.run(arguments, console)
        default: return try HelpCommand.run(arguments, console)
        }
    }

    /// The language on the command line, even when the rest of it is wrong: the error message is in that language.
    private static func statedLanguage(_ arguments: [String]) -> Language? {
        for (index, word) in arguments.enumerated() {
            if word == "--" { return nil }
            if word == "--lang", index + 1 < arguments.count { return Language(rawValue: arguments[index + 1]) }
            if word.hasPrefix("--lang=") { return Language(rawValue: String(word.dropFirst(7))) }
        }
        return nil
    }
}
