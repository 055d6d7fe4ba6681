/// How wide the columns of a table are where the width of a page is shared: what numbers and codes need, and the rest by
/// the length of the texts.
struct TableWidths {
    /// In letters, each column's.
    let widths: [Double]

    /// - Parameters:
    ///   - titles: The headings.
    ///   - rows: The texts of the rows.
    ///   - room: The letters of a line.
    ///   - edges: What stands free in each cell, in letters.
    init(_ titles: [String], _ rows: [[String]], room: Int, edges: Int = 2) {
        let cells = titles.indices.map { column in rows.map { $0[column] } }
        // No column is narrower than its longest word, and a heading wraps.
        let least = zip(titles, cells).map { title, texts in
            min((texts + [title]).reduce(3) { max($0, Self.longest($1, split: { $0.isWhitespace })) }, 24)
        }
        let wanted = zip(cells, least).map { texts, least in
            max(texts.reduce(0) { max($0, Self.longest($1, split: { $0.isNewline })) }, least)
        }
        let free = Double(room - least.reduce(0, +) - edges * titles.count)
        // A text ten times as long needs not ten times the width: it wraps.
        let wishes = zip(wanted, least).map { Double(max($0 - $1, 0)).squareRoot() }
        let sum = wishes.reduce(0, +)
        widths = wanted.indices.map { column in
            let share = sum > 0 && free > 0 ? free * wishes[column] / sum : 0
            return min(Double(least[column]) + share, Double(max(wanted[column], least[column]))) + Double(edges)
        }
    }

    private static func longest(_ text: String, split: (Character) -> Bool) -> Int {
        text.split(whereSeparator: split).reduce(0) { max($0, TextWidth.of($1)) }
    }
}
