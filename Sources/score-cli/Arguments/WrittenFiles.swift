import Assessment
import Tables

/// Holds the files that a command line writes against those that it reads, before anything is opened.
enum WrittenFiles {
    /// Refuses a file to be written that is also read, or that is written twice.
    static func check(_ arguments: ParsedArguments) throws(UsageError) {
        var written: [(flag: String, path: String, identity: FileIdentity)] = []
        for option in arguments.command.options where option.writesFile {
            guard let path = arguments.options[option.name], let identity = FileIdentity(path: path) else { continue }
            if let other = written.first(where: { $0.identity == identity }) {
                throw .writtenTwice(path, options: [other.flag, option.flag])
            }
            written.append((option.flag, path, identity))
        }
        if written.isEmpty { return }
        for path in read(arguments) {
            guard let identity = FileIdentity(path: path) else { continue }
            if let output = written.first(where: { $0.identity == identity }) {
                throw .writtenOverInput(output.path, option: output.flag, input: path)
            }
        }
    }

    /// The files that the command reads: those that options and operands name, and what is in folders.
    private static func read(_ arguments: ParsedArguments) -> [String] {
        var paths = arguments.operands
        if arguments.command.name == "criteria list", paths.isEmpty { paths = [CriteriaPlaces.listed] }
        for option in arguments.command.options where option.isRead {
            paths += arguments.lists[option.name] ?? []
        }
        return paths.flatMap(files)
            + (arguments.command.name == "collect" ? arguments.operands.dropFirst().flatMap(CollectCommand.forms) : [])
    }

    /// The files that one path leads to: those of an assessment, the criteria sets of a folder, the set that is named, or
    /// the workbook whose sheet is.
    private static func files(of path: String) -> [String] {
        if FileInput.exists(path + "/assessment.json") { return Assessment.files(of: path, .installed) }
        return (try? FolderListing.files(in: path, ending: ".json"))
            ?? [TablePath(CriteriaPlaces.file(path)).file]
    }
}
