internal import Values

/// The parts of an Office package and how they refer to each other.
struct PackageParts {
    /// A reference from one part to another.
    struct Reference {
        var id: String
        /// The last word of its type: `worksheet`, `styles`.
        var kind: String
        /// The name of the part in the archive.
        var target: String
    }

    let archive: ZipArchive
    /// The types of parts by their names and by the ends of names, in lower case.
    private var typesByName: [String: String] = [:]
    private var typesByEnding: [String: String] = [:]

    init(_ archive: ZipArchive) throws(WorkbookFault) {
        self.archive = archive
        guard let entry = archive.entry("[Content_Types].xml") else { return }
        var (byName, byEnding): ([String: String], [String: String]) = ([:], [:])
        try archive.withXML(entry) { reader throws(WorkbookFault) in
            try reader.enterRoot(XMLName(.contentTypes, .types))
            while try reader.nextChild() {
                if let type = reader.text(.contentType)?.lowercased() {
                    if let name = reader.text(.partName)?.lowercased() { byName[name] = type }
                    if let ending = reader.text(.extensionName)?.lowercased() { byEnding[ending] = type }
                }
                try reader.skip()
            }
            try reader.finish()
        }
        (typesByName, typesByEnding) = (byName, byEnding)
    }

    /// The type of a part, in lower case; nil when the package does not say it.
    func type(of part: String) -> String? {
        let name = "/" + part.lowercased()
        return typesByName[name]
            ?? name.lastIndex(of: ".").flatMap { typesByEnding[String(name[name.index(after: $0)...])] }
    }

    /// Whether any part is of a type.
    func hasType(_ isMeant: (String) -> Bool) -> Bool {
        typesByName.values.contains(where: isMeant) || typesByEnding.values.contains(where: isMeant)
    }

    /// What a part refers to; the package itself with an empty name.
    func references(of part: String) throws(WorkbookFault) -> [Reference] {
        let folderEnd = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
        let folder = String(part[..<folderEnd])
        guard let entry = archive.entry(folder + "_rels/" + part[folderEnd...] + ".rels") else { return [] }
        return try archive.withXML(entry) { reader throws(WorkbookFault) in
            var references: [Reference] = []
            try reader.enterRoot(XMLName(.relationships, .relationships))
            while try reader.nextChild() {
                if reader.element == XMLName(.relationships, .relationship), reader.text(.targetMode) != "External",
                    let id = reader.text(.relationshipID), let type = reader.text(.type),
                    let target = reader.text(.target)
                {
                    let kind = type.split(separator: "/").last.map(String.init) ?? ""
                    references.append(Reference(id: id, kind: kind, target: try Self.path(target, from: folder)))
                }
                try reader.skip()
            }
            try reader.finish()
            return references
        }
    }

    /// The name in the archive of what a part names: `../sheets/sheet1.xml`, `/xl/sheet1.xml`.
    private static func path(_ target: String, from folder: String) throws(WorkbookFault) -> String {
        let isAbsolute = target.hasPrefix("/")
        var steps = isAbsolute ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") {
            switch step {
            case ".": continue
            case "..":
                guard steps.popLast() != nil else { throw WorkbookFault(.unsafeName, [.key: .text(target)]) }
            default: steps.append(step)
            }
        }
        return steps.joined(separator: "/")
    }

    func entry(_ name: String) throws(WorkbookFault) -> ZipArchive.Entry {
        guard let entry = archive.entry(name) else { throw WorkbookFault(.missingPart, [.key: .text(name)]) }
        return entry
    }
}
