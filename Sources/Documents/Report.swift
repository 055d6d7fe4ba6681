/// What a command shows, declared once; every format is written from it.
public protocol Report: Sendable {
    /// What its record is, and the version of its members: `gap/1`. Within a version members are added, and none changes or
    /// goes.
    static var recordFormat: String { get }

    /// Writes the text for people.
    func write(to document: inout Document)

    /// The table of data; nil for a report that has none.
    var data: DataTable? { get }

    /// Writes the record.
    func write(to record: inout RecordWriter)
}

/// By what a record was made.
public struct RecordMaker: Sendable {
    /// The program's version.
    public let version: String
    /// The name of the command.
    public let command: String

    /// Makes one from its parts.
    public init(version: String, command: String) { (self.version, self.command) = (version, command) }
}

/// The formats in which reports are written.
public enum ReportFormat: String, CaseIterable, Sendable {
    /// For a terminal.
    case table
    /// A record as JSON.
    case json
    /// The table of data as CSV.
    case csv
    /// Markdown.
    case md
    /// A page of HTML.
    case html
}

extension Report {
    /// No table of data.
    public var data: DataTable? { nil }

    /// The text for people.
    ///
    /// - Parameter isBrief: for a screen: long names are cut, reasons and assumptions are left to longer formats.
    public func document(isBrief: Bool = false) -> Document {
        var document = Document(isBrief: isBrief)
        write(to: &document)
        return document
    }

    /// What a terminal shows, in the reader's language.
    ///
    /// - Parameters:
    ///   - language: the reader's language.
    ///   - width: the cells of its lines; nil for as many as the text needs.
    ///   - style: how text stands out.
    public func text(
        in language: Language, width: Int? = nil, style: TerminalStyle = TerminalStyle(isColored: false)
    ) -> String { TerminalWriter(language: language, width: width, style: style).text(of: document(isBrief: true)) }

    /// The record as JSON, which begins with its format; the product's own words are in the language.
    public func json(in language: Language) -> String {
        RecordWriter.json(in: language) { writeRecord(by: nil, to: &$0) }
    }

    private func writeRecord(by maker: RecordMaker?, to record: inout RecordWriter) {
        record.head(Self.recordFormat, by: maker)
        write(to: &record)
    }

    /// Writes the report in a format, in the reader's language, piece by piece; nothing in CSV for a report without a
    /// table of data.
    ///
    /// - Parameters:
    ///   - format: the format.
    ///   - language: the reader's language.
    ///   - width: the cells of the terminal's lines; nil where there is no terminal.
    ///   - style: how text stands out on the terminal.
    ///   - maker: what the record says that it was made by; nil for nothing.
    ///   - sink: takes the pieces.
    public func write(
        as format: ReportFormat, in language: Language, width: Int? = nil,
        style: TerminalStyle = TerminalStyle(isColored: false), by maker: RecordMaker? = nil,
        to sink: @escaping ByteSink
    ) {
        switch format {
        case .csv: data?.writeCSV(in: language, to: sink)
        case .table: TerminalWriter(language: language, width: width, style: style).write(document(isBrief: true), sink)
        case .md: MarkdownWriter(language: language).write(document(), sink)
        case .html: HTMLWriter(language: language).write(document(), sink)
        case .json: RecordWriter.writeJSON(in: language, to: sink) { writeRecord(by: maker, to: &$0) }
        }
    }

    /// The report in a format, in the reader's language; nil in CSV for a report without a table of data.
    public func written(
        as format: ReportFormat, in language: Language, width: Int? = nil,
        style: TerminalStyle = TerminalStyle(isColored: false), by maker: RecordMaker? = nil
    ) -> [UInt8]? {
        if format == .csv { return data?.csv(in: language) }
        var bytes: [UInt8] = []
        write(as: format, in: language, width: width, style: style, by: maker) {
            bytes += $0; return true
        }
        return bytes
    }
}
