import Documents
import Words
import Assessment
import Reporting
import Scoring
import Tables
import Values

/// `criteria list`, `show`, `diff` and `export`: criteria sets as people read them.
enum CriteriaCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        switch arguments.command.name {
        case CommandDeclaration.criteriaShow.name: try show(arguments, console)
        case CommandDeclaration.criteriaDiff.name: diff(arguments, console)
        case CommandDeclaration.criteriaExport.name: export(arguments, console)
        default: list(arguments, console)
        }
    }

    private static func list(_ arguments: ParsedArguments, _ console: Console) -> ExitCode {
        let listing: CriteriaListing
        do {
            listing = try CriteriaListing(folder: arguments.operands.first ?? "criteria")
        } catch {
            console.say(error.findings)
            return .failed
        }
        let format = arguments.options[.format]
        let written =
            format == "json"
            ? console.write(listing.json) : console.write(listing.document(in: console.language), as: format)
        return listing.broken.isEmpty ? written : .failed
    }

    private static func show(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        guard let set = read(arguments.operands[0], arguments, console) else { return .failed }
        let format = arguments.options[.format]
        let isBrief = format != "md"
        guard arguments.operands.count > 1 else {
            let report = CriteriaReport(set)
            if format == "json" { return console.write(report.json(in: console.language)) }
            return console.write(report.document(in: console.language, isBrief: isBrief), as: format)
        }
        let code = arguments.operands[1]
        guard let sheet = CriterionSheet(set, code: code) else {
            throw .unknownCriterion(code, suggestion: Spelling.closest(to: code, among: set.criteria.map(\.code)))
        }
        if format == "json" { return console.write(sheet.json(in: console.language)) }
        return console.write(sheet.document(in: console.language, isBrief: isBrief), as: format)
    }

    private static func diff(_ arguments: ParsedArguments, _ console: Console) -> ExitCode {
        let old = read(arguments.operands[0], arguments, console)
        let new = read(arguments.operands[1], arguments, console)
        guard let old, let new else { return .failed }
        let difference = CriteriaDifference(from: old, to: new)
        let format = arguments.options[.format]
        switch format {
        case "json": return console.write(difference.json(in: console.language))
        case "csv": return console.write(difference.csv(in: console.language))
        default: return console.write(difference.document(in: console.language), as: format)
        }
    }

    private static func export(_ arguments: ParsedArguments, _ console: Console) -> ExitCode {
        guard let set = read(arguments.operands[0], arguments, console) else { return .failed }
        let annex = CriteriaAnnex(set)
        if arguments.options[.format] == "md" {
            return console.write(annex.document(in: console.language), as: "md")
        }
        return console.write(annex.csv(in: console.language))
    }

    /// A criteria set, with what was found on the way said; nil when errors forbid to use it.
    private static func read(_ path: String, _ arguments: ParsedArguments, _ console: Console) -> CriteriaSet? {
        do throws(FindingsError) {
            let set = try CriteriaSet.read(path, points: arguments.options[.points])
            console.say(set.warnings)
            return set
        } catch {
            console.say(error.findings.map { named($0, path) })
            return nil
        }
    }

    /// A finding that there is no such file, with the file that may be meant.
    private static func named(_ finding: Finding, _ path: String) -> Finding {
        guard finding.code == FileFinding.notFound.rawValue, finding.place.file == path else { return finding }
        let folder = path.contains("/") ? path.split(separator: "/").dropLast().joined(separator: "/") : "."
        let start = path.hasPrefix("/") ? "/" + folder : folder
        let files = [start, "criteria"].flatMap { (try? FolderListing.files(in: $0, ending: ".json", depth: 2)) ?? [] }
        guard let suggestion = Spelling.closest(to: path, among: files.map(withoutPoint)) else { return finding }
        var finding = finding
        finding.details[.suggestion] = .text(suggestion)
        return finding
    }

    /// A path without `./` in front, as people type it.
    private static func withoutPoint(_ path: String) -> String {
        path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    }
}
