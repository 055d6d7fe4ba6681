import Assessment
import Documents
import Reporting
import Tables
import Values
import Words

/// `report --document evidence`: the index of evidence, or a pack of the files with it.
enum EvidencePackCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) throws(UsageError) -> ExitCode {
        // Evidence is that of the units' own points, whatever stage is shown.
        if arguments.has(.stage) { throw .notTogether("--document evidence", "--stage") }
        let format = arguments.options[.format] ?? "html"
        guard ["json", "md", "html"].contains(format) else {
            throw .badChoice(option: "--format", found: format, choices: ["json", "md", "html"], suggestion: nil)
        }
        let source = AssessmentSource(arguments: arguments, console: console)
        guard let (assessment, exit) = try source.read() else { return .failed }
        var units = try source.unit(in: assessment).map { [$0] }
        if let only = try source.selection(in: assessment).only {
            units = assessment.units.indices.filter { assessment.units[$0].group == only }
        }
        let pack = EvidencePack(assessment, units: units)
        guard let path = arguments.options[.pack] else { return console.write(pack, as: format, exit) }
        do throws(FindingsError) {
            let file = try StreamOutput(path: path)
            var failure: FindingsError?
            try pack.write(in: console.language) { bytes in
                guard failure == nil else { return }
                do throws(FindingsError) { try file.write(bytes) } catch { failure = error }
            }
            if let failure { throw failure }
            try file.finish()
        } catch {
            console.say(error.findings)
            return .failed
        }
        console.remark(EvidenceWords.packed(pack.count, path))
        return arguments.has(.output) ? console.write(pack, as: format, exit) : exit
    }
}
