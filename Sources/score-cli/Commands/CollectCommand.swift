import Assessment
import Documents
import Reporting
import Tables
import Values
import Words

/// `collect`: filled forms, taken into the folder.
enum CollectCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let signature = try SignatureArgument.signature(arguments)
        let source = AssessmentSource(arguments: arguments, console: console)
        guard let (assessment, _) = try source.read() else { return .failed }
        let named = arguments.operands.dropFirst()
        let paths = named.flatMap(forms)
        let book = FormBook(assessment, in: console.language)
        let collected = CollectedForms(
            paths.map { path in
                FormReading(path, foundIn: named.contains(path) ? nil : FilePath.parent(of: path), for: assessment)
            }, for: assessment, replaces: arguments.has(.replace),
            computed: book.computedCriteria)
        console.say(collected.findings)
        let written = console.write(
            CollectionReport(collected, of: assessment), as: arguments.options[.format])
        if collected.findings.containsError {
            console.say(CollectWords.notWritten)
            return .failed
        }
        do throws(FindingsError) {
            let files = try collected.files(isVietnamese: console.language == .vi, by: signature)
            try FileOutput.write(files)
            if !files.isEmpty { console.remark(CollectWords.written(files.map(\.path))) }
        } catch {
            console.say(error.findings)
            return .failed
        }
        return written
    }

    /// The forms of a folder, or the one form of a path.
    static func forms(of path: String) -> [String] {
        let forms = [".xlsx", ".csv"].map { try? FolderListing.files(in: path, ending: $0, depth: 1) }
        return forms.contains { $0 != nil } ? forms.flatMap { $0 ?? [] } : [path]
    }
}
