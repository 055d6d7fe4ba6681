@testable import Documents

extension Report {
    /// The report in a format, as text.
    func text(as format: ReportFormat, in language: Language, width: Int? = nil) -> String {
        String(decoding: written(as: format, in: language, width: width) ?? [], as: UTF8.self)
    }

    /// What stands on a screen, as Markdown.
    func briefMarkdown(in language: Language) -> String {
        MarkdownWriter(language: language).text(of: document(isBrief: true))
    }
}
