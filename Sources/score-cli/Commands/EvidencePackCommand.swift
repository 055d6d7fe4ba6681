import Assessment
import Documents
import Reporting
import Tables
import Values
import Words

/// `report --document evidence`: the index of evidence, or a pack of the files with it.
enum EvidencePackCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        let format = arguments.options[.format] ?? "html"
        let source = AssessmentSource(arguments: arguments, console: console)
        guard let (assessment, exit) = try source.read() else { return .failed }
        let units = try source.units(in: assessment)
        let pack = EvidencePack(assessment, units: units)
        let documents = OfficialDocuments(source, assessment, units ?? [], format, exit)
        guard let path = arguments.options[.pack] else { return documents.write(pack) }
        let isWritten = console.write(to: path) { sink throws(FindingsError) in
            try pack.write(in: console.language) { _ = sink($0) }
        }
        guard isWritten else { return .failed }
        console.remark(EvidenceWords.packed(pack.count, path))
        return arguments.has(.output) ? documents.write(pack) : exit
    }
}
