import ScoreNumerics
import Testing
import Values

@testable import Tables

/// What the writer writes, and that it can be read back.
@Suite struct CSVWriterTests {
    private func written(_ rows: [[CSVWriter.Cell]], _ style: CSVWriter.Style = .init()) -> String {
        var writer = CSVWriter(style)
        for row in rows { writer.writeRow(row) }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test(
        arguments: [
            (.text("x"), "x"), (.blank, "\"\""), (.text("a;b"), "\"a;b\""), (.text("a,b"), "a,b"),
            (.text("a\"b"), "\"a\"\"b\""),
            (.text("a\nb"), "\"a\nb\""), (.text("a\rb"), "\"a\rb\""), (.text("001"), "001"), (.text("1.10"), "1.10"),
            (.text("Đơn vị"), "Đơn vị"), (.number(5), "5"), (.number(-5), "-5"),
            (.number(FixedDecimal(mantissa: 99_500_000)), "99,5"),
            (.number(FixedDecimal(mantissa: 99_500_000), minimumDigits: 2), "99,50"),
            (.number(FixedDecimal(mantissa: 1_234_000)), "1,2340"), (.number(FixedDecimal(mantissa: 125_000)), "0,125"),
            (.number(FixedDecimal(mantissa: -1_234_000)), "-1,2340"), (.number(1234, minimumDigits: 3), "1234,000"),
            (.text("sep=;"), "\"sep=;\""), (.text("\u{FEFF}x"), "\"\u{FEFF}x\""),
        ] as [(CSVWriter.Cell, String)])
    func isWritten(_ cell: CSVWriter.Cell, _ expected: String) {
        #expect(written([[cell]]) == expected + "\n")
    }

    /// Formulas are marked as text; numbers and single operators are not formulas.
    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+cmd", "'+cmd"), ("-A1", "'-A1"), ("@SUM(A1)", "'@SUM(A1)"),
        ("- Đã ban hành", "'- Đã ban hành"),
        ("\t=1", "'\t=1"), (" =1", "' =1"), ("\u{A0}=1", "'\u{A0}=1"), ("\u{FF1D}1", "'\u{FF1D}1"), ("'=1", "''=1"),
        ("'x", "'x"), ("-5", "-5"), ("+3,5", "+3,5"), ("-5 %", "-5 %"), ("-", "-"), ("=", "="), ("a=1", "a=1"),
        ("-3.4.1", "'-3.4.1"),
    ])
    func formulasAreMarked(_ text: String, _ expected: String) {
        #expect(written([[.text(text)]]) == expected + "\n")
    }

    @Test func stylesDiffer() {
        let rows: [[CSVWriter.Cell]] = [
            [.text("a"), .text("b;c")], [.number(FixedDecimal(mantissa: 1_500_000)), .blank],
        ]
        #expect(written(rows, .excelVietnamese) == "\u{FEFF}a;\"b;c\"\r\n1,5;\r\n")
        #expect(written(rows, .plain) == "a,b;c\n1.5,\n")
        #expect(written(rows, .init(delimiter: .comma)) == "a,b;c\n\"1,5\",\n")
        #expect(written(rows, .init(delimiter: .tab, usesCRLF: true)) == "a\tb;c\r\n1,5\t\r\n")
    }

    @Test(arguments: TableDelimiter.allCases, DecimalSeparator.allCases)
    func everythingComesBack(_ delimiter: TableDelimiter, _ decimal: DecimalSeparator) throws {
        var generator = SeededRandom(seed: 42)
        let alphabet: [Unicode.Scalar] = [
            ";", ",", "\t", "|", "\"", "\r", "\n", "=", "+", "-", "@", "'", " ", "a", "đ", "1", ".", "%", "\u{FF1D}",
        ]
        for _ in 0..<60 {
            var rows: [[CSVWriter.Cell]] = []
            for _ in 0..<10 {
                rows.append(
                    (0..<3).map { _ in
                        switch Int.random(in: 0..<4, using: &generator) {
                        case 0: return .blank
                        case 1:
                            let shift = Int64.random(in: 0...62, using: &generator)
                            let mantissa = Int64.random(in: -Int64.max...Int64.max, using: &generator) >> shift
                            return .number(FixedDecimal(mantissa: mantissa))
                        default:
                            var text = ""
                            for _ in 0..<Int.random(in: 0...6, using: &generator) {
                                text.unicodeScalars.append(alphabet.randomElement(using: &generator) ?? "a")
                            }
                            return .text(text)
                        }
                    })
            }
            var writer = CSVWriter(.init(delimiter: delimiter, decimalSeparator: decimal, hasByteOrderMark: true))
            writer.writeRow(["h1", "h2", "h3"].map(CSVWriter.Cell.text))
            for row in rows { writer.writeRow(row) }
            let options = TableOptions(delimiter: delimiter, decimalSeparator: decimal)
            let table = try Table(file: "t", bytes: writer.bytes, options: options)
            #expect(!table.findings.containsError)
            #expect(table.rowCount == rows.count)
            for (row, cells) in rows.enumerated() {
                for (column, cell) in cells.enumerated() {
                    switch cell {
                    case .blank: #expect(table.isBlank(row, column))
                    case .number(let number, _): #expect(table.number(row, column) == .number(number, isPercent: false))
                    case .text(let text): #expect(table.text(row, column) == trimmed(text))
                    }
                }
            }
        }
    }

    /// Numbers we write are never ambiguous, so nothing has to be specified to read them.
    @Test(arguments: DecimalSeparator.allCases)
    func numbersNeedNoDialect(_ decimal: DecimalSeparator) throws {
        var generator = SeededRandom(seed: 8)
        for _ in 0..<5000 {
            let number = FixedDecimal(mantissa: Int64.random(in: -2_000_000...2_000_000, using: &generator) * 1000)
            var writer = CSVWriter(.init(decimalSeparator: decimal))
            writer.writeRow([.number(number)])
            let text = String(decoding: writer.bytes, as: UTF8.self)
            #expect(NumberReader(decimalSeparator: nil).read(text) == .number(number, isPercent: false), "\(text)")
        }
    }

    private func trimmed(_ text: String) -> String {
        var scalars = text.unicodeScalars[...]
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(Substring(scalars))
    }
}
