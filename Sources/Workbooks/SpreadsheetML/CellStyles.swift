/// What the styles of a workbook make of numbers.
struct CellStyles: Sendable {
    /// The formats by the number of a style.
    private var formats: [NumberFormat] = []

    init() {}

    /// Reads `styles.xml`.
    init(reading reader: XMLReader) throws(WorkbookFault) {
        var defined: [Int: NumberFormat] = [:]
        var numbers: [Int] = []
        try reader.enterRoot(XMLName(.sheet, .styleSheet))
        while try reader.nextChild() {
            switch (reader.element.namespace, reader.element.word) {
            case (.sheet, .numFmts):
                while try reader.nextChild() {
                    if reader.element == XMLName(.sheet, .numFmt), let number = reader.number(.numFmtId),
                        let code = reader.text(.formatCode)
                    {
                        defined[number] = NumberFormat(code)
                    }
                    try reader.skip()
                }
            case (.sheet, .cellXfs):
                while try reader.nextChild() {
                    if reader.element == XMLName(.sheet, .xf) { numbers.append(reader.number(.numFmtId) ?? 0) }
                    try reader.skip()
                }
            default: try reader.skip()
            }
        }
        try reader.finish()
        formats = numbers.map { defined[$0] ?? NumberFormat(number: $0) ?? .general }
    }

    /// The format of a style; that of every number where there is no such style.
    func format(_ style: Int) -> NumberFormat {
        formats.indices.contains(style) ? formats[style] : .general
    }
}
