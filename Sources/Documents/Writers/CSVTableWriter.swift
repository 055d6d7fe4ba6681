internal import Tables
internal import Values

// In Vietnamese as Excel with Vietnamese settings opens it (`;`, decimal comma, byte-order mark); in English with commas
// and decimal points. Headings are in the language, states are stable names in both.
extension DataTable {
    /// The table as CSV. Rows of a long table are worked out on all processors, a part of them on each.
    public func csv(in language: Language) -> [UInt8] {
        let style: CSVWriter.Style = language == .vi ? .excelVietnamese : .plain
        var writer = CSVWriter(style)
        writer.writeRow(columns.map { .text($0.fullTitle.text(language)) })
        for part in parts {
            writer.append(
                Parallel.map(part.sourceCount, minimum: 100) { sources in
                    var writer = CSVWriter.part(of: style)
                    part.rows(sources) { values, _ in writer.writeRow(values.map { Self.cell($0, language) }) }
                    return writer.bytes
                })
        }
        return writer.bytes
    }

    private static func cell(_ value: Value, _ language: Language) -> CSVWriter.Cell {
        switch value {
        case .none, .absent, .bar: .blank
        case .code(let name, _): .text(name)
        case .name(let name): .text(CleanText.line(name.text(language)))
        case .text, .points, .phrase, .label, .flag, .real, .list: .text(value.text(language))
        case .number(let number, let look): .number(number, minimumDigits: look.digits)
        case .ratio(let ratio, let look):
            ratio.rounded(.finest).map { .number($0, minimumDigits: look.digits) } ?? .blank
        case .count(let count): FixedDecimal(exactly: count).map { .number($0) } ?? .blank
        case .day(let day): .text(day.description)
        }
    }
}
