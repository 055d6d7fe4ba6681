package import Values

/// Writes the rows of a sheet.
package struct SheetWriter {
    /// The longest text of a cell that Excel opens, in units of UTF-16.
    package static let textLimit = 32_767

    private let layout: SheetLayout
    private let file: String
    private(set) var styles: BookStyles
    private(set) var package: PackageWriter
    private var xml = XMLWriter()
    private var row = 0
    private var areas: [MergedArea] = []
    private var validations: [(area: String, rule: CellRule)] = []

    init(_ layout: SheetLayout, isFirst: Bool, styles: BookStyles, package: PackageWriter, file: String) {
        (self.layout, self.styles, self.package, self.file) = (layout, styles, package, file)
        begin(isFirst: isFirst)
    }

    /// The row that is written next.
    package var nextRow: Int { row + 1 }

    /// Writes the next row, in points high where that does not follow from its texts.
    package mutating func row(
        _ cells: [WrittenCell], height: Double? = nil, isHidden: Bool = false
    ) throws(FindingsError) {
        let height = height ?? heightOfLines(cells)
        row += 1
        if row > CellAddress.rowLimit || cells.count > CellAddress.columnLimit {
            throw fault(.tooManyCells, [.expected: .count(CellAddress.rowLimit)])
        }
        xml.open(
            "row",
            [
                "r": "\(row)", "ht": height.map { "\($0)" }, "customHeight": height == nil ? nil : "1",
                "hidden": isHidden ? "1" : nil,
            ])
        for (index, cell) in cells.enumerated() { try write(cell, column: index + 1) }
        xml.close("row")
        let bytes = xml.takeBytes()
        package.write(bytes)
    }

    /// The height of a row whose texts take more than one line: programs do not work it out for themselves when they open a
    /// file. Nil for one line.
    private func heightOfLines(_ cells: [WrittenCell]) -> Double? {
        let merged = areas.compactMap { $0.row == row + 1 ? $0.column..<$0.column + $0.columns : nil }
        var lines = 1
        for (index, cell) in cells.enumerated() where index < layout.columns.count && !layout.columns[index].isHidden {
            guard case .text(let text) = cell.content, cell.look?.wraps ?? false,
                !merged.contains(where: { $0.contains(index + 1) })
            else { continue }
            lines = max(lines, Self.lines(of: text, max(layout.columns[index].width - 1, 1)))
        }
        return lines > 1 ? min(Double(lines) * 15.75, 409) : nil
    }

    /// Writes a row that is one text over the first columns, or over all, in as many lines as it takes.
    package mutating func wideRow(_ text: String, _ look: CellLook, columns: Int? = nil) throws(FindingsError) {
        let joined = layout.columns.prefix(columns ?? .max)
        let width = max(joined.reduce(0) { $0 + ($1.isHidden ? 0 : $1.width) } - 2, 1)
        merge(column: 1, columns: joined.count)
        let look = look.with { $0.wraps = true }
        try row([WrittenCell(text, look)], height: min(Double(max(Self.lines(of: text, width), 1)) * 15.75, 409))
    }

    /// How many lines a text takes in a width of letters.
    private static func lines(of text: String, _ width: Double) -> Int {
        // Letters of Times New Roman are about as wide as the digits by which columns are measured.
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .reduce(0) { $0 + max(1, Int((Double($1.count) / width).rounded(.up))) }
    }

    /// Joins cells of the next row into one: from a column on, over so many columns and rows.
    package mutating func merge(column: Int, columns: Int = 1, rows: Int = 1) {
        guard columns > 1 || rows > 1 else { return }
        areas.append(MergedArea(row: row + 1, column: column, columns: columns, rows: rows))
    }

    /// Holds the cell of a column in the next row to a rule.
    package mutating func require(_ rule: CellRule, column: Int) {
        validations.append((CellAddress(row: row + 1, column: column).text, rule))
    }

    private mutating func write(_ cell: WrittenCell, column: Int) throws(FindingsError) {
        let style = cell.look.map { "\(styles.index(of: $0))" }
        let address = CellAddress(row: row, column: column).text
        switch cell.content {
        case .blank: if style != nil { xml.element("c", ["r": address, "s": style]) }
        case .text(let text):
            guard text.utf16.count <= Self.textLimit else {
                throw fault(
                    .textTooLong, [.found: .count(text.utf16.count), .expected: .count(Self.textLimit)],
                    column: column)
            }
            xml.element("c", ["r": address, "s": style, "t": "inlineStr"]) { xml in
                xml.element("is") { xml in
                    xml.element("t", ["xml:space": "preserve"], text: ExcelTexts.escaped(text))
                }
            }
        case .number(let number):
            xml.element("c", ["r": address, "s": style]) { $0.element("v", text: number.text()) }
        case .formula(let formula, let value):
            xml.element("c", ["r": address, "s": style, "t": value == nil ? "str" : nil]) { xml in
                xml.element("f", text: formula)
                xml.element("v", text: value?.text() ?? "")
            }
        }
    }

    private func fault(_ code: WorkbookFinding, _ details: FindingDetails, column: Int? = nil) -> FindingsError {
        FindingsError(
            code, at: Location(file: file, line: row, column: column, isTable: true, sheet: layout.name), details)
    }

    // MARK: - Around the rows, in the order that Excel asks for

    private mutating func begin(isFirst: Bool) {
        xml.open("worksheet", ["xmlns": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"])
        let layout = layout
        if layout.fitsWidth { xml.element("sheetPr") { $0.element("pageSetUpPr", ["fitToPage": "1"]) } }
        xml.element("sheetViews") { xml in
            xml.element("sheetView", ["tabSelected": isFirst ? "1" : nil, "workbookViewId": "0"]) { xml in
                let (rows, columns) = (layout.frozenRows, layout.frozenColumns)
                guard rows > 0 || columns > 0 else { return }
                let pane = rows == 0 ? "topRight" : columns == 0 ? "bottomLeft" : "bottomRight"
                xml.element(
                    "pane",
                    [
                        "xSplit": columns > 0 ? "\(columns)" : nil, "ySplit": rows > 0 ? "\(rows)" : nil,
                        "topLeftCell": CellAddress(row: rows + 1, column: columns + 1).text, "activePane": pane,
                        "state": "frozen",
                    ])
                xml.element("selection", ["pane": pane])
            }
        }
        xml.element("sheetFormatPr", ["defaultRowHeight": "15.75"])
        if !layout.columns.isEmpty {
            xml.element("cols") { xml in
                for (index, column) in layout.columns.enumerated() {
                    xml.element(
                        "col",
                        [
                            "min": "\(index + 1)", "max": "\(index + 1)", "width": "\(column.width)",
                            "hidden": column.isHidden ? "1" : nil, "customWidth": "1",
                        ])
                }
            }
        }
        xml.open("sheetData")
    }

    mutating func finish() {
        xml.close("sheetData")
        if layout.isProtected {
            xml.element("sheetProtection", ["sheet": "1", "objects": "1", "scenarios": "1"])
        }
        if !areas.isEmpty {
            let areas = areas
            xml.element("mergeCells", ["count": "\(areas.count)"]) { xml in
                for area in areas { xml.element("mergeCell", ["ref": area.text]) }
            }
        }
        writeValidations()
        xml.element(
            "pageMargins",
            [
                "left": "0.79", "right": "0.59", "top": "0.79", "bottom": "0.79", "header": "0.3", "footer": "0.3",
            ])
        xml.element(
            "pageSetup",
            [
                "paperSize": "9", "fitToHeight": layout.fitsWidth ? "0" : nil,
                "orientation": layout.isLandscape ? "landscape" : "portrait",
            ])
        xml.element("headerFooter") { $0.element("oddFooter", text: "&C&P/&N") }
        xml.close("worksheet")
        let bytes = xml.takeBytes()
        package.write(bytes)
    }
}

extension SheetWriter {
    /// The rules of cells, those that are alike together.
    private mutating func writeValidations() {
        if validations.isEmpty { return }
        var areas: [CellRule: [String]] = [:]
        var rules: [CellRule] = []
        for (area, rule) in validations {
            if areas[rule] == nil { rules.append(rule) }
            areas[rule, default: []].append(area)
        }
        xml.element("dataValidations", ["count": "\(rules.count)"]) { xml in
            for rule in rules {
                let isList = if case .list = rule.condition { true } else { false }
                xml.element(
                    "dataValidation",
                    [
                        "type": isList ? "list" : "custom", "allowBlank": "1", "showInputMessage": "1",
                        "showErrorMessage": "1", "errorTitle": rule.title, "error": rule.message,
                        "sqref": areas[rule]?.joined(separator: " "),
                    ]
                ) { xml in
                    switch rule.condition {
                    // A list within the rule has no quotes of its own, and 255 letters at most.
                    case .list(let words): xml.element("formula1", text: "\"\(words.joined(separator: ","))\"")
                    case .formula(let formula): xml.element("formula1", text: formula)
                    }
                }
            }
        }
    }
}

extension ExcelTexts {
    /// A text as Excel holds it: characters that XML does not have as `_x0001_`, and `_x005F_` for what looks so.
    static func escaped(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "_") || $0 == 0x0A || $0 == 0x09 }) { return text }
        var result = ""
        var rest = text[...]
        while let first = rest.unicodeScalars.first {
            if first == "_", isEscape(rest) {
                result += "_x005F_"
            } else if first.value < 0x20, first != "\t", first != "\n" {
                result += "_x" + hexadecimal(first.value) + "_"
            } else {
                result.unicodeScalars.append(first)
            }
            rest = rest[rest.unicodeScalars.index(after: rest.startIndex)...]
        }
        return result
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }

    private static func isEscape(_ text: Substring) -> Bool {
        let letters = Array(text.utf8.prefix(7))
        return letters.count == 7 && letters[1] == UInt8(ascii: "x") && letters[6] == UInt8(ascii: "_")
            && letters[2..<6].allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
    }
}

/// Cells that are shown as one.
private struct MergedArea {
    let row: Int
    let column: Int
    let columns: Int
    let rows: Int

    var text: String {
        let last = CellAddress(row: row + rows - 1, column: column + columns - 1)
        return CellAddress(row: row, column: column).text + ":" + last.text
    }
}
