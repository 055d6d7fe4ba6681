import Tables
import Values

/// A table that was opened and parsed, or why that failed.
struct LoadedTable: Sendable {
    let table: Table?
    let findings: [Finding]

    /// Up to which day the figures of the table count; nil where that is not said of the file.
    let asOf: CalendarDay?

    init(_ file: FiguresFile, headings: KnownHeadings, options: TableOptions) {
        self.init(file.path, asOf: file.asOf, headings: headings, options: options)
    }

    init(_ path: String, asOf: CalendarDay? = nil, headings: KnownHeadings, options: TableOptions) {
        var options = options
        options.headings = headings
        self.asOf = asOf
        do throws(FindingsError) {
            table = try Table(contentsOf: path, options: options)
            findings = []
        } catch {
            table = nil
            findings = error.findings
        }
    }
}
