extension OfficeCheck {
    mutating func checkSheet(_ root: OfficeElement, _ part: String, _ context: inout WorkbookContext) {
        checkColumns(root.first("cols")?.children ?? [], part, context)
        checkRows(root.first("sheetData")?.children ?? [], part, context)
        checkPanes(root.first("sheetViews")?.first("sheetView"), part)
        let merged = checkMerged(root.first("mergeCells"), part)
        checkValidations(root.first("dataValidations"), part, context)
        checkConditions(root.all("conditionalFormatting"), part, context)
        for list in ["mergeCells", "dataValidations", "tableParts"].compactMap({ root.first($0) }) {
            if let count = list["count"], Int(count) != list.children.count {
                report(.count, part, list.name, "\(count) for \(list.children.count)")
            }
        }
        for link in root.first("hyperlinks")?.children ?? [] {
            if let id = link["r:id"] {
                if references[part]?[id]?.kind != "hyperlink" {
                    report(.relationship, part, link.place, "\(id) is no reference to a hyperlink")
                }
            } else if (link["location"] ?? "").isEmpty {
                report(.hyperlink, part, link.place, "leads nowhere")
            }
        }
        for text in root.first("headerFooter")?.children ?? [] { checkHeader(text, part) }
        checkTables(root, part, merged, &context)
    }

    // MARK: - Columns, rows and cells

    private mutating func checkColumns(_ columns: [OfficeElement], _ part: String, _ context: WorkbookContext) {
        var last = 0
        for column in columns {
            let (first, end) = (Int(column["min"] ?? "") ?? 0, Int(column["max"] ?? "") ?? 0)
            if first <= last { report(.columns, part, column.place, "begins at \(first) behind \(last)") }
            if first > end || end > CellArea.columnLimit { report(.columns, part, column.place, "ends at \(end)") }
            last = max(last, end)
            if let width = column["width"].flatMap(Double.init), width > 255 {
                report(.columns, part, column.place, "\(width) letters wide, 255 at most")
            }
            checkLook(column["style"], column, part, context)
        }
    }

    private mutating func checkLook(
        _ look: String?, _ element: OfficeElement, _ part: String, _ context: WorkbookContext
    ) {
        guard let number = look.flatMap(Int.init), number >= context.looks else { return }
        report(.styleIndex, part, element.place, "look \(number) of \(context.looks)")
    }

    private mutating func checkRows(_ rows: [OfficeElement], _ part: String, _ context: WorkbookContext) {
        var last = 0
        for row in rows {
            let number = row["r"].flatMap(Int.init) ?? 0
            if number <= last || number > CellArea.rowLimit {
                report(.cellOrder, part, row.place, "row \(number) behind \(last)")
            }
            last = max(last, number)
            if let height = row["ht"].flatMap(Double.init), !(0...409.5).contains(height) {
                report(.cellOrder, part, row.place, "\(height) points high, 409.5 at most")
            }
            checkLook(row["s"], row, part, context)
            var column = 0
            for cell in row.children {
                guard let place = cell["r"].flatMap({ CellArea.corner($0[...]) }) else {
                    report(.cellOrder, part, cell.place, "has no address")
                    continue
                }
                if place.row != number || place.column <= column {
                    report(.cellOrder, part, cell.place, "stands in row \(number) behind column \(column)")
                }
                column = max(column, place.column)
                checkLook(cell["s"], cell, part, context)
                checkCell(cell, part, context)
            }
        }
    }

    private static let errors: Set<String> = [
        "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA",
    ]

    private mutating func checkCell(_ cell: OfficeElement, _ part: String, _ context: WorkbookContext) {
        func wrong(_ text: String) { report(.cellValue, part, cell.place, text) }
        let (value, text, formula) = (cell.first("v"), cell.first("is"), cell.first("f"))
        if let formula {
            let follows = formula["t"] == "shared" && formula["ref"] == nil
            if !follows, let fault = context.formulas.fault(formula.text) {
                report(.formula, part, cell.place, "\(fault): \(formula.text.prefix(80))")
            }
        }
        let kind = cell["t"] ?? "n"
        if (kind == "inlineStr") != (text != nil) || text != nil && (value != nil || formula != nil) {
            wrong("is \(kind) with \(cell.children.map(\.name))")
        }
        if let text { checkText(text, part, cell.place) }
        guard let value else {
            // A formula without its value is computed when the file is opened; what else has a kind has a value.
            if kind != "n", kind != "inlineStr", formula == nil { wrong("is \(kind) without a value") }
            return
        }
        let content = value.text
        switch kind {
        case "b": if content != "0", content != "1" { wrong("\(content) is no truth value") }
        case "e": if !Self.errors.contains(content) { wrong("\(content) is no error") }
        case "s":
            if !(0..<context.sharedTexts).contains(Int(content) ?? -1) {
                wrong("text \(content) of \(context.sharedTexts)")
            }
        case "str":
            if formula == nil { wrong("is the text of a formula without one") }
            if content.utf16.count > 32_767 { wrong("\(content.utf16.count) letters, 32,767 at most") }
        default:
            if !OfficeType.isDecimal(content) { wrong("\(content) is no plain decimal number") }
        }
    }

    // MARK: - What stands around the cells

    private mutating func checkPanes(_ view: OfficeElement?, _ part: String) {
        guard let view else { return }
        func wrong(_ text: String) { report(.panes, part, "pane", text) }
        let selections = view.all("selection").map { $0["pane"] ?? "topLeft" }
        if Set(selections).count < selections.count { wrong("two selections in one pane") }
        guard let pane = view.first("pane") else {
            if selections.contains(where: { $0 != "topLeft" }) { wrong("a selection in a pane that there is not") }
            return
        }
        guard pane["state"]?.hasPrefix("frozen") ?? false else { return }
        let (columns, rows) = (Int(pane["xSplit"] ?? "0"), Int(pane["ySplit"] ?? "0"))
        guard let columns, let rows, columns + rows > 0 else { return wrong("is frozen within a cell") }
        let expected = columns == 0 ? "bottomLeft" : rows == 0 ? "topRight" : "bottomRight"
        if pane["activePane"] ?? "topLeft" != expected { wrong("\(pane["activePane"] ?? "") is not \(expected)") }
        guard let corner = CellArea.corner((pane["topLeftCell"] ?? "")[...]), corner.column > columns, corner.row > rows
        else { return wrong("shows what is frozen twice") }
        let panes = columns > 0 && rows > 0 ? ["topRight", "bottomLeft", "bottomRight"] : [expected]
        if selections.contains(where: { $0 != "topLeft" && !panes.contains($0) }) {
            wrong("a selection in a pane that there is not")
        }
    }

    private mutating func checkMerged(_ list: OfficeElement?, _ part: String) -> [CellArea] {
        var areas: [CellArea] = []
        for element in list?.children ?? [] {
            guard let area = element["ref"].flatMap(CellArea.init), area.count > 1 else {
                report(.merge, part, element.place, "is no area of several cells")
                continue
            }
            areas.append(area)
        }
        if let (one, other) = CellArea.overlap(areas) {
            report(.merge, part, "mergeCells", "\(one) and \(other) overlap")
        }
        return areas
    }

    /// The areas of a list of them; nil where one is none.
    private func areas(_ list: String?) -> [CellArea]? {
        let areas = (list ?? "").split(separator: " ").map { CellArea(String($0)) }
        return areas.isEmpty || areas.contains(nil) ? nil : areas.compactMap(\.self)
    }

    private mutating func checkValidations(_ list: OfficeElement?, _ part: String, _ context: WorkbookContext) {
        var all: [CellArea] = []
        for element in list?.children ?? [] {
            func wrong(_ text: String) { report(.validation, part, element.place, text) }
            if let own = areas(element["sqref"]) { all += own } else { wrong("is for no cells") }
            let kind = element["type"] ?? "none"
            let formulas = element.children.map(\.text)
            if kind != "none", formulas.isEmpty { wrong("has no condition") }
            for formula in formulas {
                if kind == "list", formula.hasPrefix("\"") {
                    let words = formula.dropFirst().dropLast()
                    if !formula.hasSuffix("\"") || formula.count < 2 || words.contains("\"") {
                        wrong("the list has quotes: \(formula)")
                    }
                    if words.utf16.count > 255 { wrong("the list has \(words.utf16.count) letters, 255 at most") }
                    if words.split(separator: ",", omittingEmptySubsequences: false).contains(where: \.isEmpty) {
                        wrong("the list has a blank word: \(formula)")
                    }
                } else if let fault = context.formulas.fault(formula, limit: 255) {
                    wrong("\(fault): \(formula.prefix(80))")
                }
            }
        }
        if let (one, other) = CellArea.overlap(all) {
            report(.validation, part, "dataValidations", "\(one) and \(other) overlap")
        }
    }

    private mutating func checkConditions(_ list: [OfficeElement], _ part: String, _ context: WorkbookContext) {
        for element in list {
            if areas(element["sqref"]) == nil { report(.attributeValue, part, element.place, "is for no cells") }
            for rule in element.children {
                if let look = rule["dxfId"].flatMap(Int.init), look >= context.differences {
                    report(.styleIndex, part, element.place, "dxfId \(look) of \(context.differences)")
                }
                for formula in rule.all("formula") {
                    if let fault = context.formulas.fault(formula.text) {
                        report(.formula, part, element.place, "\(fault): \(formula.text.prefix(80))")
                    }
                }
            }
        }
    }

    private mutating func checkHeader(_ element: OfficeElement, _ part: String) {
        let text = element.text
        if text.utf16.count > 255 {
            report(.headerFooter, part, element.name, "\(text.utf16.count) letters, 255 at most")
        }
        var rest = text[...]
        while let sign = rest.firstIndex(of: "&") {
            let code = rest[rest.index(after: sign)...].first
            guard let code, "LCRPNDTZFAGKSXYBIUEHO&\"+-0123456789".contains(code) else {
                return report(.headerFooter, part, element.name, "& before \(code.map(String.init) ?? "nothing")")
            }
            rest = rest[sign...].dropFirst(2)
        }
    }

    // MARK: - Tables

    private mutating func checkTables(
        _ sheet: OfficeElement, _ part: String, _ merged: [CellArea], _ context: inout WorkbookContext
    ) {
        var areas = merged
        for element in sheet.first("tableParts")?.children ?? [] {
            guard let target = self.part(element["r:id"], of: part, kind: "table", "tablePart"),
                let table = roots[target]
            else { continue }
            func wrong(_ text: String) { report(.table, target, table.place, text) }
            let name = table["displayName"] ?? ""
            let isName =
                name.first.map { $0.isLetter || $0 == "_" } ?? false
                && name.allSatisfy { $0.isLetter || $0.isNumber || "_.".contains($0) }
                && CellArea.corner(name.uppercased()[...]) == nil
            if !isName || !context.tableNames.insert(name.lowercased()).inserted {
                wrong("\(name) is no name, or twice")
            }
            if !context.tableNumbers.insert(table["id"] ?? "").inserted { wrong("its number stands there twice") }
            let columns = table.first("tableColumns")?.all("tableColumn") ?? []
            if let count = table.first("tableColumns")?["count"], Int(count) != columns.count {
                report(.count, target, "tableColumns", "\(count) for \(columns.count)")
            }
            var names: Set<String> = []
            for column in columns where !names.insert((column["name"] ?? "").lowercased()).inserted {
                wrong("two columns are \(column["name"] ?? "")")
            }
            if Set(columns.map { $0["id"] }).count < columns.count { wrong("two columns have one number") }
            guard let area = table["ref"].flatMap(CellArea.init), area.rows.count > 1 else {
                wrong("has no rows")
                continue
            }
            if area.columns.count != columns.count { wrong("\(columns.count) columns stand in \(area.columns.count)") }
            if let filter = table.first("autoFilter")?["ref"].flatMap(CellArea.init),
                filter.columns != area.columns || filter.rows.lowerBound != area.rows.lowerBound
            {
                wrong("its filter has another area")
            }
            if (table["headerRowCount"] ?? "1") != "0" {
                for (column, heading) in zip(area.columns, headings(of: sheet, row: area.rows.lowerBound, area.columns))
                {
                    let wanted =
                        columns.indices.contains(column - area.columns.lowerBound)
                        ? columns[column - area.columns.lowerBound]["name"] : nil
                    if let heading, heading != wanted { wrong("\(wanted ?? "") has the heading \(heading)") }
                }
            }
            areas.append(area)
        }
        if CellArea.overlap(merged) == nil, let (one, other) = CellArea.overlap(areas) {
            report(.table, part, "tableParts", "\(one) and \(other) overlap")
        }
    }

    /// The texts of cells; a cell without a text cannot be a heading, and shared texts are not looked up.
    private func headings(of sheet: OfficeElement, row: Int, _ columns: ClosedRange<Int>) -> [String?] {
        let cells = sheet.first("sheetData")?.children.first { $0["r"] == "\(row)" }?.children ?? []
        var texts: [Int: String?] = [:]
        for cell in cells {
            guard let column = cell["r"].flatMap({ CellArea.corner($0[...]) })?.column else { continue }
            texts[column] = .some(cell["t"] == "s" ? nil : cell.first("is")?.first("t")?.text ?? "")
        }
        return columns.map { texts[$0] ?? "" }
    }
}
