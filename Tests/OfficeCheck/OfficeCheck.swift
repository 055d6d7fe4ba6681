/// Holds workbooks and documents against what Excel and Word insist on, though other programs open the file.
///
/// It knows what the project writes, or may come to write: an element that it does not know is a fault.
package struct OfficeCheck {
    package private(set) var faults: [OfficeFault] = []
    let parts: [String: OfficePart]
    /// The parts that are XML.
    private(set) var roots: [String: OfficeElement] = [:]
    private(set) var types: [String: String] = [:]
    /// What each part refers to, by the identifiers.
    private(set) var references: [String: [String: Reference]] = [:]

    /// What a part says of another one.
    struct Reference {
        /// The last word of its type: `worksheet`, `styles`.
        let kind: String
        /// The path of the part; nil for what is outside of the package.
        let target: String?
    }

    /// What is wrong with a file.
    package static func faults(of bytes: [UInt8]) -> [OfficeFault] {
        let archive = OfficeArchive(bytes)
        return archive.faults.isEmpty ? faults(of: archive.parts) : archive.faults
    }

    /// What is wrong with the parts of a file.
    package static func faults(of parts: [OfficePart]) -> [OfficeFault] {
        var check = OfficeCheck(parts)
        check.run()
        return check.faults
    }

    private init(_ parts: [OfficePart]) {
        self.parts = Dictionary(parts.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func report(_ rule: OfficeRule, _ part: String, _ place: String, _ text: String) {
        faults.append(OfficeFault(rule: rule, part: part, place: place, text: text))
    }

    private mutating func run() {
        for (name, part) in parts.sorted(by: { $0.key < $1.key }) {
            guard name.hasSuffix(".xml") || name.hasSuffix(".rels") || name.hasSuffix(".vml") else { continue }
            let xml = OfficeXML(part.bytes)
            roots[name] = xml.root
            if let fault = xml.fault { report(.xml, name, "", fault) }
        }
        // Without its XML nothing more can be said of a package.
        guard faults.isEmpty else { return }
        readTypes()
        readReferences()
        for (name, root) in roots.sorted(by: { $0.key < $1.key }) {
            guard let (schema, wanted) = schema(of: name) else { continue }
            if root.name != wanted { report(.unknownElement, name, root.name, "is no \(wanted)") }
            var found: [(OfficeRule, String, String)] = []
            schema.check(root) { found.append(($0, $1, $2)) }
            for (rule, place, text) in found { report(rule, name, place, text) }
        }
        guard faults.isEmpty, let main = references[""]?.values.first(where: { $0.kind == "officeDocument" })?.target
        else { return }
        if roots[main]?.name == "workbook" { checkWorkbook(main) }
        if roots[main]?.name == "w:document" { checkDocument(main) }
    }

    /// The schema of a part, and its first element.
    private func schema(of part: String) -> (schema: OfficeSchema, root: String)? {
        if part == "[Content_Types].xml" { return (.package, "Types") }
        if part.hasSuffix(".rels") { return (.package, "Relationships") }
        guard let root = Self.kinds.first(where: { $0.type == types[part] })?.root else { return nil }
        return (root.hasPrefix("w:") ? .word : .spreadsheet, root)
    }

    // MARK: - The package

    private static let office = "application/vnd.openxmlformats-officedocument."

    /// The kinds of references, and the types of the parts to which they lead with their first elements; nil for parts that
    /// are not looked into.
    private static let kinds: [(kind: String, type: String, root: String?)] = [
        ("officeDocument", office + "spreadsheetml.sheet.main+xml", "workbook"),
        ("worksheet", office + "spreadsheetml.worksheet+xml", "worksheet"),
        ("styles", office + "spreadsheetml.styles+xml", "styleSheet"),
        ("sharedStrings", office + "spreadsheetml.sharedStrings+xml", "sst"),
        ("table", office + "spreadsheetml.table+xml", "table"),
        ("officeDocument", office + "wordprocessingml.document.main+xml", "w:document"),
        ("styles", office + "wordprocessingml.styles+xml", "w:styles"),
        ("numbering", office + "wordprocessingml.numbering+xml", "w:numbering"),
        ("header", office + "wordprocessingml.header+xml", "w:hdr"),
        ("footer", office + "wordprocessingml.footer+xml", "w:ftr"),
        ("settings", office + "wordprocessingml.settings+xml", nil),
        ("webSettings", office + "wordprocessingml.webSettings+xml", nil),
        ("fontTable", office + "wordprocessingml.fontTable+xml", nil),
        ("theme", office + "theme+xml", nil),
        ("extended-properties", office + "extended-properties+xml", nil),
        ("core-properties", "application/vnd.openxmlformats-package.core-properties+xml", nil),
    ]

    private mutating func readTypes() {
        let name = "[Content_Types].xml"
        guard let root = roots[name], root.name == "Types" else {
            return report(.contentType, name, "", "the package does not say what its parts are")
        }
        var defaults: [String: String] = [:]
        for element in root.all("Default") {
            let ending = (element["Extension"] ?? "").lowercased()
            if defaults.updateValue(element["ContentType"] ?? "", forKey: ending) != nil {
                report(.contentType, name, element.place, "\(ending) stands there twice")
            }
        }
        for element in root.all("Override") {
            let part = element["PartName"] ?? ""
            if !part.hasPrefix("/") || parts[String(part.dropFirst())] == nil {
                report(.contentType, name, element.place, "there is no such part")
            }
            if types.updateValue(element["ContentType"] ?? "", forKey: String(part.dropFirst())) != nil {
                report(.contentType, name, element.place, "stands there twice")
            }
        }
        let relationships = "application/vnd.openxmlformats-package.relationships+xml"
        for part in parts.keys.sorted() where part != name && types[part] == nil {
            let ending = part.split(separator: ".").last.map { $0.lowercased() } ?? ""
            guard let type = defaults[ending] else {
                report(.contentType, part, "", "has no type")
                continue
            }
            types[part] = type
        }
        for (part, type) in types.sorted(by: { $0.key < $1.key })
        where part.hasSuffix(".rels") != (type == relationships) {
            report(.contentType, part, "", "is not \(type)")
        }
    }

    private mutating func readReferences() {
        for (name, root) in roots.sorted(by: { $0.key < $1.key }) where name.hasSuffix(".rels") {
            let path = name.split(separator: "/", omittingEmptySubsequences: false)
            guard path.count >= 2, path[path.count - 2] == "_rels", root.name == "Relationships" else {
                report(.relationship, name, "", "is no part of references")
                continue
            }
            let folder = path.dropLast(2)
            let file = path[path.count - 1].dropLast(".rels".count)
            let owner = (folder + (file.isEmpty ? [] : [file])).joined(separator: "/")
            if !owner.isEmpty, parts[owner] == nil { report(.relationship, name, "", "belongs to no part") }
            var own: [String: Reference] = [:]
            for element in root.all("Relationship") {
                guard let id = element["Id"], let type = element["Type"], let target = element["Target"] else {
                    continue
                }
                let kind = String(type.split(separator: "/").last ?? "")
                let isOutside = element["TargetMode"] == "External"
                let whole = Self.path(target, in: folder.map(String.init))
                let reference = Reference(kind: kind, target: isOutside ? nil : whole)
                if own.updateValue(reference, forKey: id) != nil {
                    report(.relationship, name, element.place, "the identifier stands there twice")
                }
                if isOutside { continue }
                let known = Self.kinds.filter { $0.kind == kind }
                if parts[whole] == nil {
                    report(.relationship, name, element.place, "there is no \(whole)")
                } else if !known.isEmpty, !known.contains(where: { $0.type == types[whole] }) {
                    report(.contentType, whole, "", "is \(types[whole] ?? "nothing") where \(kind) is expected")
                }
            }
            references[owner] = own
        }
        if !(references[""]?.values.contains { $0.kind == "officeDocument" } ?? false) {
            report(.relationship, "_rels/.rels", "", "the package does not say where it begins")
        }
    }

    private static func path(_ target: String, in folder: [String]) -> String {
        var parts = target.hasPrefix("/") ? [] : folder
        for part in target.split(separator: "/") {
            if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
        }
        return parts.joined(separator: "/")
    }

    /// The part to which a part refers by an identifier, if it is of a kind.
    mutating func part(_ id: String?, of owner: String, kind: String, _ place: String) -> String? {
        guard let id, let reference = references[owner]?[id], reference.kind == kind, let target = reference.target
        else {
            report(.relationship, owner, place, "\(id ?? "nothing") is no reference to a \(kind)")
            return nil
        }
        return target
    }
}
