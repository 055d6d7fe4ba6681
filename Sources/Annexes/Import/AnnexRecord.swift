internal import Values

/// What a row of an exported annex says for programs: the JSON of its criterion or of the edition, and marks of its
/// other cells, by which a change of these is noticed.
package struct AnnexRecord: Sendable {
    /// What it describes.
    package enum Kind: String, Sendable { case criterion, edition }

    let kind: Kind
    /// The marks of the other cells by those of their headings.
    let marks: [(heading: String, text: String)]
    let json: String

    /// The text of the cell.
    ///
    /// - Parameter cells: The other cells of the row with their headings.
    package static func text(_ kind: Kind, _ json: String, cells: [(heading: String, text: String)] = []) -> String {
        let marks = cells.map { mark($0.heading) + ":" + mark($0.text, under: $0.heading) }
        return ([kind.rawValue] + marks + [json]).joined(separator: " ")
    }

    /// Reads the text of a cell; nil when it is none.
    init?(_ text: String) {
        guard let start = text.firstIndex(of: "{"),
            let word = text[..<start].split(separator: " ").first, let kind = Kind(rawValue: String(word))
        else { return nil }
        self.kind = kind
        marks = text[..<start].split(separator: " ").dropFirst().compactMap { mark in
            let parts = mark.split(separator: ":")
            return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
        }
        json = String(text[start...])
    }

    /// The cells that say something else than when the row was written, by their headings.
    func changed(_ cells: [AnnexCellText]) -> [AnnexCellText] {
        marks.compactMap { heading, text in
            guard let cell = cells.first(where: { Self.mark($0.heading) == heading }) else { return nil }
            return Self.mark(cell.text, under: cell.heading) == text ? nil : cell
        }
    }

    /// Eight digits by which texts are told apart, whatever spaces stand in them and however a maximum is written.
    private static func mark(_ text: String, under heading: String = "") -> String {
        var text = AnnexText.plain(VietnameseText.composed(text))
        if AnnexHeading.isMaximum(heading),
            let number = try? FixedDecimal(String(text.map { $0 == "," ? "." : $0 }))
        {
            text = number.text()
        }
        var hash: UInt32 = 2_166_136_261
        for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
