internal import Tables
internal import Values

// In Vietnamese as Excel with Vietnamese settings opens it (`;`, decimal comma, byte-order mark); in English with commas
// and decimal points. Headings are in the language, states are stable names in both.
extension DataTable {
    /// The table as CSV.
    ///
    /// Rows of a long table are worked out on all processors.
    public func csv(in language: Language) -> [UInt8] {
        let style: CSVWriter.Style = language == .vi ? .excelVietnamese : .plain
        var writer = CSVWriter(style)
        writer.writeRow(headings.map { .text($0.fullTitle.text(language)) })
        let parts = Parallel.map(rowCount, minimum: 1_000) { part in
            var writer = CSVWriter.part(of: style)
            for index in part { writer.writeRow(row(index).values.map { Self.cell($0, language) }) }
            return writer.bytes
        }
        writer.append(parts)
        return writer.bytes
    }

    private static func cell(_ value: Value, _ language: Language) -> CSVWriter.Cell {
        switch value {
        case .none, .absent, .bar: .blank
        case .text(let text), .code(let text, _): .text(text)
        case .points(let text): .text(CleanText.points(text))
        case .name(let name): .text(CleanText.line(name.text(language)))
        case .phrase(let phrase), .label(_, let phrase): .text(phrase.text(language))
        case .number(let number, let look): .number(number, minimumDigits: look.digits)
        case .ratio(let ratio, let look):
            ratio.rounded(.finest).map { .number($0, minimumDigits: look.digits) } ?? .blank
        case .count(let count): FixedDecimal(exactly: count).map { .number($0) } ?? .blank
        case .day(let day): .text(day.description)
        case .flag(let flag): .text(Value.words(of: flag).text(language))
        case .real(let number): .text(number.description)
        }
    }
}
