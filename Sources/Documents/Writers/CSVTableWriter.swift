internal import Tables
internal import Values

// In Vietnamese as Excel with Vietnamese settings opens it (`;`, decimal comma, byte-order mark); in English with commas
// and decimal points. Headings and states are in the language; records have the stable names.
extension DataTable {
    /// Hands over the table as CSV. Rows of a long table are worked out on all processors, some at a time.
    public func writeCSV(in language: Language, to sink: ByteSink) {
        let style: CSVWriter.Style = language == .vi ? .excelVietnamese : .plain
        var heading = CSVWriter(style)
        heading.writeRow(columns.map { .text($0.fullTitle.text(language)) })
        guard sink(heading.bytes) else { return }
        for part in parts {
            let goesOn = Stream.parts(of: part.sourceCount, block: 1_024) { sources in
                var writer = CSVWriter.part(of: style)
                part.rows(sources) { values, _ in writer.writeRow(values.map { Self.cell($0, language) }) }
                return writer.bytes
            } take: {
                sink($0)
            }
            guard goesOn else { return }
        }
    }

    /// The table as CSV.
    public func csv(in language: Language) -> [UInt8] {
        var bytes: [UInt8] = []
        writeCSV(in: language) {
            bytes += $0; return true
        }
        return bytes
    }

    private static func cell(_ value: Value, _ language: Language) -> CSVWriter.Cell {
        switch value {
        case .none, .absent, .bar: .blank
        case .name(let name): .text(CleanText.line(name.text(language)))
        case .text, .points, .phrase, .code, .label, .flag, .real, .list: .text(value.text(language))
        case .number(let number, let look): .number(number, minimumDigits: look.digits)
        case .ratio(let ratio, let look):
            ratio.rounded(.finest).map { .number($0, minimumDigits: look.digits) } ?? .blank
        case .count(let count): FixedDecimal(exactly: count).map { .number($0) } ?? .blank
        case .day(let day): .text(day.description)
        }
    }
}
