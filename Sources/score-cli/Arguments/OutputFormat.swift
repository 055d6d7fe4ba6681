import Documents
import Words

extension ParsedArguments {
    /// Lets the name of the file that a report is written to decide its format, where none is asked for.
    ///
    /// - Throws: ``UsageError/formatAgainstName(format:path:)`` where a format is asked for that such a name belies, and
    ///   ``UsageError/noSuchFormat(path:choices:)`` where the command writes no report of that kind.
    mutating func takeFormatFromOutput() throws(UsageError) {
        guard let option = command.options.first(where: { $0.name == .format }), let path = options[.output],
            let named = Self.format(of: path)
        else { return }
        if let asked = options[.format] {
            if asked != named, option.choices.contains(asked) { throw .formatAgainstName(format: asked, path: path) }
            return
        }
        guard option.choices.contains(named) else {
            throw .noSuchFormat(path: path, choices: option.choices.filter { $0 != ReportFormat.table.rawValue })
        }
        options[.format] = named
    }

    /// The format that a path's suffix names; nil for other suffixes, which say nothing.
    private static func format(of path: String) -> String? {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
        switch name[name.index(after: dot)...].lowercased() {
        case "htm": return ReportFormat.html.rawValue
        case let suffix where suffixes.contains(suffix): return suffix
        default: return nil
        }
    }

    private static let suffixes = Set(
        ReportFormat.allCases.filter { $0 != .table }.map(\.rawValue) + ["xlsx", "docx", "ics"])
}
