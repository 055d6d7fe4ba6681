/// What the sheets of a workbook share.
struct WorkbookContext {
    var sharedTexts = 0
    var looks = 0
    var differences = 0
    var formulas = FormulaCheck(sheets: [], names: [])
    /// What tables of all sheets are called, and their numbers.
    var tableNames: Set<String> = []
    var tableNumbers: Set<String> = []
}

extension OfficeCheck {
    mutating func checkWorkbook(_ main: String) {
        guard let book = roots[main] else { return }
        let sheets = book.first("sheets")?.all("sheet") ?? []
        checkNames(of: sheets, main, active: book.first("bookViews")?.first("workbookView")?["activeTab"])
        var context = WorkbookContext()
        let names = book.first("definedNames")?.all("definedName") ?? []
        context.formulas = FormulaCheck(
            sheets: Set(sheets.compactMap { $0["name"] }),
            names: Set(names.compactMap { $0["name"] }))
        checkDefinedNames(names, sheets: sheets.map { $0["name"] ?? "" }, context.formulas, main)
        for reference in (references[main] ?? [:]).values {
            guard let target = reference.target, let root = roots[target] else { continue }
            if reference.kind == "styles" { checkStyles(root, target, &context) }
            if reference.kind == "sharedStrings" { checkSharedTexts(root, target, &context) }
        }
        var seen: Set<String> = []
        var selected = 0
        for sheet in sheets {
            guard let target = part(sheet["r:id"], of: main, kind: "worksheet", sheet.place), let root = roots[target]
            else { continue }
            guard seen.insert(target).inserted else {
                report(.relationship, main, sheet.place, "two sheets are one part")
                continue
            }
            for view in root.first("sheetViews")?.all("sheetView") ?? []
            where ["1", "true"].contains(view["tabSelected"]) {
                selected += 1
            }
            checkSheet(root, target, &context)
        }
        // What is typed into one sheet of several that are selected is typed into all.
        if selected > 1 { report(.sheets, main, "workbook", "\(selected) sheets are selected") }
    }

    private mutating func checkNames(of sheets: [OfficeElement], _ main: String, active: String?) {
        var (names, numbers): (Set<String>, Set<String>) = ([], [])
        for sheet in sheets {
            let name = sheet["name"] ?? ""
            if name.utf16.count > 31 {
                report(.sheetName, main, sheet.place, "\(name.utf16.count) letters, 31 at most")
            }
            if let sign = name.first(where: {
                #"\/?*[]:"#.contains($0) || $0.unicodeScalars.contains { $0.value < 0x20 }
            }) {
                report(.sheetName, main, sheet.place, "\(sign) stands in it")
            }
            if name.hasPrefix("'") || name.hasSuffix("'") {
                report(.sheetName, main, sheet.place, "an apostrophe at an end")
            }
            if name.lowercased() == "history" { report(.sheetName, main, sheet.place, "is Excel's own") }
            if !names.insert(name.lowercased()).inserted { report(.sheetName, main, sheet.place, "stands there twice") }
            if !numbers.insert(sheet["sheetId"] ?? "").inserted {
                report(.sheets, main, sheet.place, "its number stands there twice")
            }
        }
        let open = Int(active ?? "0") ?? -1
        if !sheets.indices.contains(open) || !["visible", nil].contains(sheets[open]["state"]) {
            report(.sheets, main, "workbookView", "the active sheet \(open) is not to be seen")
        }
    }

    // MARK: - Names

    private mutating func checkDefinedNames(
        _ names: [OfficeElement], sheets: [String], _ formulas: FormulaCheck, _ main: String
    ) {
        var seen: Set<String> = []
        for element in names {
            let (name, local) = (element["name"] ?? "", element["localSheetId"])
            func wrong(_ text: String) { report(.definedName, main, element.place, text) }
            if !seen.insert(name.lowercased() + "/" + (local ?? "")).inserted { wrong("stands there twice") }
            let isOwn = name.hasPrefix("_xlnm.")
            let isName =
                name.first.map { $0.isLetter || $0 == "_" || $0 == "\\" } ?? false
                && name.allSatisfy { $0.isLetter || $0.isNumber || "_.\\?".contains($0) } && name.utf16.count <= 255
                && CellArea.corner(name.uppercased()[...]) == nil && !["R", "C"].contains(name.uppercased())
            if !isOwn && !isName { wrong("is no name") }
            if let local, !sheets.indices.contains(Int(local) ?? -1) { wrong("there is no sheet \(local)") }
            guard name == "_xlnm.Print_Titles" || name == "_xlnm.Print_Area" || name == "_xlnm._FilterDatabase" else {
                if isOwn { wrong("is a name of Excel's that is not known") }
                if let fault = formulas.fault(element.text) { wrong(fault) }
                continue
            }
            guard let sheet = local.flatMap(Int.init).flatMap({ sheets.indices.contains($0) ? sheets[$0] : nil }) else {
                wrong("belongs to no sheet")
                continue
            }
            // The sheet stands before every area, in quotes where its name is no word.
            let isWord =
                sheet.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
                && !(sheet.first?.isNumber ?? true) && CellArea.corner(sheet.uppercased()[...]) == nil
            let quoted =
                "'" + sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
            var rest = element.text[...]
            repeat {
                if rest.first == ",", rest.count < element.text.count { rest = rest.dropFirst() }
                let prefix = [quoted + "!", isWord ? sheet + "!" : nil].compactMap(\.self).first { rest.hasPrefix($0) }
                guard let prefix else {
                    wrong("\(rest) does not begin with the sheet \(quoted)")
                    break
                }
                let area = rest.dropFirst(prefix.count).prefix { $0 != "," }
                rest = rest.dropFirst(prefix.count + area.count)
                if !Self.isArea(area, lines: name == "_xlnm.Print_Titles") { wrong("\(area) is no area of that kind") }
            } while !rest.isEmpty
        }
    }

    /// `$1:$4` and `$A:$C`, or `$A$1:$C$4`.
    private static func isArea(_ text: Substring, lines: Bool) -> Bool {
        let ends = text.split(separator: ":", omittingEmptySubsequences: false)
        guard ends.count == 2, ends.allSatisfy({ $0.hasPrefix("$") }) else { return false }
        if !lines { return CellArea(String(text.filter { $0 != "$" })) != nil }
        let rows = ends.compactMap { Int($0.dropFirst()) }
        if rows.count == 2 { return (1...CellArea.rowLimit).contains(rows[0]) && rows[0] <= rows[1] }
        let columns = ends.filter { $0.dropFirst().allSatisfy(\.isLetter) }.compactMap {
            CellArea.corner($0 + "1")?.column
        }
        return columns.count == 2 && columns[0] <= columns[1]
    }

    // MARK: - Texts and looks

    private mutating func checkSharedTexts(_ root: OfficeElement, _ part: String, _ context: inout WorkbookContext) {
        context.sharedTexts = root.children.count
        if let unique = root["uniqueCount"], Int(unique) != root.children.count {
            report(.count, part, "sst", "\(unique) for \(root.children.count)")
        }
        for (index, text) in root.children.enumerated() { checkText(text, part, "text \(index)") }
    }

    mutating func checkText(_ element: OfficeElement, _ part: String, _ place: String) {
        let text = element.all("t").map(\.text).joined() + element.all("r").flatMap { $0.all("t") }.map(\.text).joined()
        guard text.utf16.count > 32_767 else { return }
        // `_x000D_` stands for one letter.
        let count = text.utf16.count - 6 * text.ranges(of: #/_x[0-9A-Fa-f]{4}_/#).count
        if count > 32_767 { report(.cellValue, part, place, "\(count) letters, 32,767 at most") }
    }

    private mutating func checkStyles(_ root: OfficeElement, _ part: String, _ context: inout WorkbookContext) {
        for list in root.children {
            if let count = list["count"], Int(count) != list.children.count {
                report(.count, part, list.name, "\(count) for \(list.children.count)")
            }
        }
        func list(_ name: String) -> [OfficeElement] { root.first(name)?.children ?? [] }
        let patterns = list("fills").prefix(2).map { $0.first("patternFill")?["patternType"] ?? "none" }
        if patterns != ["none", "gray125"] { report(.styles, part, "fills", "begin with \(patterns)") }
        if list("fonts").isEmpty || list("borders").isEmpty {
            report(.styles, part, "styleSheet", "no font or no border")
        }
        for font in list("fonts") {
            if let size = font.first("sz")?["val"].flatMap(Double.init), !(1...409).contains(size) {
                report(.styles, part, "font", "size \(size)")
            }
            if let name = font.first("name")?["val"], name.isEmpty || name.utf16.count > 31 {
                report(.styles, part, "font", "name \(name)")
            }
        }
        var formats: Set<Int> = []
        for format in list("numFmts") {
            let (number, code) = (format["numFmtId"].flatMap(Int.init) ?? 0, format["formatCode"] ?? "")
            if number < 164 || !formats.insert(number).inserted {
                report(.styles, part, format.place, "is Excel's own number or stands there twice")
            }
            let isClosed =
                code.count(where: { $0 == "\"" }) % 2 == 0
                && code.count(where: { $0 == "[" }) == code.count(where: { $0 == "]" })
            if code.isEmpty || !isClosed || code.hasSuffix("\\") {
                report(.styles, part, format.place, "is no format: \(code)")
            }
        }
        context.looks = list("cellXfs").count
        context.differences = list("dxfs").count
        let bases = list("cellStyleXfs").count
        for xf in list("cellXfs") + list("cellStyleXfs") {
            for (key, limit) in [
                ("fontId", list("fonts").count), ("fillId", list("fills").count), ("borderId", list("borders").count),
                ("xfId", bases),
            ] {
                if let number = xf[key].flatMap(Int.init), number >= limit {
                    report(.styleIndex, part, "xf", "\(key)=\(number) of \(limit)")
                }
            }
            // Below 164 stand the formats that every Excel has; those of some languages are left out.
            let format = xf["numFmtId"].flatMap(Int.init) ?? 0
            if !formats.contains(format), !(0...22).contains(format), !(37...49).contains(format) {
                report(.styleIndex, part, "xf", "there is no format \(format)")
            }
        }
        for style in list("cellStyles") where (style["xfId"].flatMap(Int.init) ?? 0) >= bases {
            report(.styleIndex, part, style.place, "xfId of \(bases)")
        }
    }
}
