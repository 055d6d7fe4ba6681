import Documents
import Words
import Assessment
import Reporting
import Scoring
import Tables
import Values

/// `criteria list`, `show`, `diff`, `import`, `export` and `review`: criteria sets for people to read.
enum CriteriaCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        switch arguments.command.name {
        case CommandDeclaration.criteriaShow.name: try show(arguments, console)
        case CommandDeclaration.criteriaDiff.name: diff(arguments, console)
        case CommandDeclaration.criteriaImport.name: CriteriaImportCommand.run(arguments, console)
        case CommandDeclaration.criteriaExport.name: try export(arguments, console)
        case CommandDeclaration.criteriaReview.name: try CriteriaReviewCommand.run(arguments, console)
        default: list(arguments, console)
        }
    }

    private static func list(_ arguments: ParsedArguments, _ console: Console) -> ExitCode {
        do throws(FindingsError) {
            let folder = try CriteriaFolder(reading: arguments.operands.first ?? CriteriaPlaces.listed)
            let written = console.write(CriteriaListing(folder), as: arguments.options[.format])
            return folder.broken.isEmpty ? written : .failed
        } catch {
            console.say(error.findings)
            return .failed
        }
    }

    private static func show(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        guard let set = read(arguments.operands[0], arguments, console) else { return .failed }
        let format = arguments.options[.format]
        guard arguments.operands.count > 1 else { return console.write(CriteriaReport(set), as: format) }
        let code = arguments.operands[1]
        guard let sheet = CriterionSheet(set, code: code) else {
            throw .unknownCriterion(code, suggestion: Spelling.closest(to: code, among: set.criteria.map(\.code)))
        }
        return console.write(sheet, as: format)
    }

    private static func diff(_ arguments: ParsedArguments, _ console: Console) -> ExitCode {
        let old = read(arguments.operands[0], arguments, console)
        let new = read(arguments.operands[1], arguments, console)
        guard let old, let new else { return .failed }
        return console.write(
            CriteriaDifference(from: old, to: new, in: console.language), as: arguments.options[.format])
    }

    private static func export(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let format = arguments.options[.format] ?? ReportFormat.csv.rawValue
        let isOffice = ["xlsx", "docx"].contains(format)
        // A terminal shows no workbook.
        if isOffice, console.width != nil { throw .missingOption(OptionDeclaration.output.flag) }
        guard let set = read(arguments.operands[0], arguments, console) else { return .failed }
        let annex = CriteriaAnnex(set)
        guard isOffice else { return console.write(annex, as: format) }
        return console.write(.done) { sink throws(FindingsError) in
            if format == "docx" {
                annex.writeDocument(in: console.language, to: sink)
            } else {
                try annex.writeWorkbook(in: console.language, file: console.output ?? format, to: sink)
            }
        }
    }

    /// A criteria set to be shown, with its findings reported; nil when there are errors.
    private static func read(_ name: String, _ arguments: ParsedArguments, _ console: Console) -> CriteriaSet? {
        let path = CriteriaPlaces.file(name)
        do throws(FindingsError) {
            let set = try CriteriaSet.read(path, points: arguments.options[.points], allowingOpenPoints: true)
            console.say(set.warnings)
            return set
        } catch {
            console.say(error.findings.map { named($0, path) })
            return nil
        }
    }

    /// A finding that a file does not exist, with the file or the set that may be meant as a suggestion.
    private static func named(_ finding: Finding, _ path: String) -> Finding {
        guard finding.code == FileFinding.notFound.rawValue, finding.location.file == path else { return finding }
        if let missing = CriteriaPlaces.missing(path) { return missing }
        let folder = path.contains("/") ? path.split(separator: "/").dropLast().joined(separator: "/") : "."
        let start = path.hasPrefix("/") ? "/" + folder : folder
        let files = [start, "criteria"].flatMap { (try? FolderListing.files(in: $0, ending: ".json", depth: 2)) ?? [] }
        guard let suggestion = Spelling.closest(to: path, among: files.map(withoutPoint)) else { return finding }
        var finding = finding
        finding.details[.suggestion] = .text(suggestion)
        return finding
    }

    /// A path without a leading `./`, which people may type.
    private static func withoutPoint(_ path: String) -> String {
        path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    }
}
