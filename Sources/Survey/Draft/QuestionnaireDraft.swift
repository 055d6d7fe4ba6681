public import Tables
public import Values

/// A questionnaire drafted from an export of forms: its text, and everything doubtful in it.
public struct QuestionnaireDraft: Sendable {
    /// The program that probably wrote the export.
    public let tool: ExportTool
    /// The questionnaire file.
    public let text: String
    /// What has to be settled by a person, each at the heading or the cell that it is about.
    public let doubts: [Finding]
    /// The forms, the questions on scales, and those with several answers.
    public let counts: (forms: Int, questions: Int, multiples: Int)

    /// Drafts a questionnaire.
    /// - Throws: `FindingsError` when the file cannot be read, or no column looks like a question.
    public init(contentsOf path: String, options: TableOptions = TableOptions()) throws(FindingsError) {
        let export = try ExportReading(contentsOf: path, options: options)
        var sorting = ExportSorting(export)
        sorting.sort()
        guard !sorting.questions.isEmpty else {
            throw FindingsError(DraftFinding.noQuestion, at: export.table.headingLocation())
        }
        let writer = DraftWriter(sorting, name: Self.name(of: path))
        tool = export.tool
        text = writer.text
        doubts = export.table.findings + sorting.doubts
        counts = (export.rows.count, sorting.questions.count, sorting.multiples.count)
    }

    /// The name of a file without its folders and its suffix.
    private static func name(of path: String) -> String {
        let file = TablePath(path).file.split(separator: "/").last.map { String($0) } ?? path
        return file.split(separator: ".").first.map { String($0) } ?? file
    }
}
