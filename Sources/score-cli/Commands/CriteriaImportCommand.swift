import Annexes
import Tables
import Values
import Words

/// `criteria import`: the table of an annex as a criteria file.
enum CriteriaImportCommand {
    static func run(_ arguments: ParsedArguments, _ console: Console) -> ExitCode {
        let file = arguments.operands[0]
        var settings = AnnexSettings(texts: .usual)
        settings.set = arguments.options[.code]
        settings.edition = arguments.options[.edition]
        settings.name = arguments.options[.name]
        do throws(FindingsError) {
            let table = try AnnexTable(
                file: file, bytes: FileInput.bytes(of: file), sheet: arguments.options[.sheet])
            let read = try AnnexImport(table, settings)
            console.say(read.findings)
            let written = console.write(read.json)
            if written == .done { console.remark(AnnexWords.summary(read)) }
            return written
        } catch {
            console.say(error.findings)
            return .failed
        }
    }
}
