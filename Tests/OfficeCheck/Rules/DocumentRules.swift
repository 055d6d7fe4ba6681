extension OfficeCheck {
    mutating func checkDocument(_ main: String) {
        guard let body = roots[main]?.first("w:body") else { return }
        if body.children.last?.name != "w:sectPr" {
            report(.missingElement, main, "w:body", "the last section's properties stand at its end")
        }
        let names = styles(main)
        let lists = numbering(main)
        var parts = [main]
        for reference in (references[main] ?? [:]).values.sorted(by: { $0.kind < $1.kind })
        where ["header", "footer"].contains(reference.kind) {
            if let target = reference.target { parts.append(target) }
        }
        for part in parts {
            guard let root = roots[part] else { continue }
            var bookmarks: Set<String> = []
            checkBlocks(root, part)
            visit(root) { element, check in
                switch element.name {
                case "w:pStyle", "w:rStyle", "w:tblStyle":
                    if let name = element["w:val"], !names.contains(name) {
                        check.report(.wordReference, part, element.place, "there is no such style")
                    }
                case "w:numId":
                    if let list = element["w:val"], list != "0", !lists.contains(list) {
                        check.report(.wordReference, part, element.place, "there is no such list")
                    }
                case "w:bookmarkStart":
                    let name = element["w:name"] ?? ""
                    if !bookmarks.insert(name.lowercased()).inserted || name.utf16.count > 40 {
                        check.report(.wordReference, part, name, "a bookmark twice, or longer than 40 letters")
                    }
                case "w:headerReference", "w:footerReference":
                    let kind = String(element.name.dropFirst(2).dropLast("Reference".count))
                    _ = check.part(element["r:id"], of: part, kind: kind, element.place)
                case "w:hyperlink":
                    if let id = element["r:id"], check.references[part]?[id]?.kind != "hyperlink" {
                        check.report(.relationship, part, element.place, "\(id) is no reference to a hyperlink")
                    }
                default: break
                }
            }
        }
    }

    private mutating func visit(_ element: OfficeElement, _ body: (OfficeElement, inout OfficeCheck) -> Void) {
        body(element, &self)
        for child in element.children { visit(child, body) }
    }

    private func target(of main: String, _ kind: String) -> String? {
        references[main]?.values.first { $0.kind == kind }?.target
    }

    /// The identifiers of styles.
    private mutating func styles(_ main: String) -> Set<String> {
        guard let part = target(of: main, "styles"), let root = roots[part] else { return [] }
        var names: Set<String> = []
        for style in root.all("w:style") where !names.insert(style["w:styleId"] ?? "").inserted {
            report(.wordReference, part, style.place, "stands there twice")
        }
        for style in root.all("w:style") {
            for key in ["w:basedOn", "w:next", "w:link"] {
                if let name = style.first(key)?["w:val"], !names.contains(name) {
                    report(.wordReference, part, style.place, "\(key): there is no \(name)")
                }
            }
        }
        let usual = root.all("w:style").filter {
            $0["w:type"] == "paragraph" && ["1", "true", "on"].contains($0["w:default"])
        }
        if usual.count != 1 { report(.wordReference, part, "w:styles", "\(usual.count) styles are the usual one") }
        return names
    }

    /// The identifiers of lists.
    private mutating func numbering(_ main: String) -> Set<String> {
        guard let part = target(of: main, "numbering"), let root = roots[part] else { return [] }
        let kinds = Set(root.all("w:abstractNum").compactMap { $0["w:abstractNumId"] })
        var lists: Set<String> = []
        for list in root.all("w:num") {
            if !lists.insert(list["w:numId"] ?? "").inserted {
                report(.wordReference, part, list.place, "stands there twice")
            }
            if !kinds.contains(list.first("w:abstractNumId")?["w:val"] ?? "") {
                report(.wordReference, part, list.place, "there is no such kind of list")
            }
        }
        return lists
    }

    // MARK: - Tables

    private mutating func checkBlocks(_ element: OfficeElement, _ part: String) {
        let blocks = element.children.filter { !["w:bookmarkStart", "w:bookmarkEnd"].contains($0.name) }
        for (one, next) in zip(blocks, blocks.dropFirst()) where one.name == "w:tbl" && next.name == "w:tbl" {
            report(.tablesTouch, part, "w:tbl", "no paragraph stands between two tables")
        }
        for child in element.children {
            if child.name == "w:tbl" { checkTable(child, part) }
            checkBlocks(child, part)
        }
    }

    private mutating func checkTable(_ table: OfficeElement, _ part: String) {
        let columns = table.first("w:tblGrid")?.all("w:gridCol").count ?? 0
        /// By their first column: how many columns the cells of the row above take, and whether they may go on below.
        var above: [Int: (span: Int, isJoined: Bool)] = [:]
        for (index, row) in table.all("w:tr").enumerated() {
            let place = "row \(index + 1)"
            func skipped(_ key: String) -> Int { row.first("w:trPr")?.first(key)?["w:val"].flatMap(Int.init) ?? 0 }
            var column = skipped("w:gridBefore")
            var own: [Int: (span: Int, isJoined: Bool)] = [:]
            for cell in row.all("w:tc") {
                let properties = cell.first("w:tcPr")
                let span = properties?.first("w:gridSpan")?["w:val"].flatMap(Int.init) ?? 1
                let joint = properties?.first("w:vMerge").map { $0["w:val"] ?? "continue" }
                if span < 1 { report(.tableGrid, part, place, "a cell takes no column") }
                if joint == "continue", above[column]?.span != span || above[column]?.isJoined != true {
                    report(.verticalMerge, part, place, "the cell of column \(column + 1) continues none above it")
                }
                own[column] = (span, joint != nil)
                column += max(span, 1)
                if cell.children.last?.name != "w:p" {
                    report(.cellEnd, part, place, "a cell ends with \(cell.children.last?.name ?? "nothing")")
                }
            }
            column += skipped("w:gridAfter")
            if column != columns { report(.tableGrid, part, place, "its cells take \(column) columns of \(columns)") }
            above = own
        }
    }
}
