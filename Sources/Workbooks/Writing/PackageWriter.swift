/// Writes an Office package: its parts, their types and how they refer to each other.
struct PackageWriter {
    /// A reference from one part to another.
    struct Reference {
        var id: String
        /// The last word of its type: `worksheet`, `styles`.
        var kind: String
        /// The other part, from the folder of the first.
        var target: String
    }

    private var zip: ZipWriter
    private var types: [(part: String, type: String)] = []

    init(_ sink: @escaping ZipWriter.Sink) { zip = ZipWriter(sink) }

    /// Begins a part of a type; the parts that it refers to are stated at its end (``refer(from:to:)``).
    mutating func begin(_ part: String, type: String) {
        types.append((part, type))
        zip.begin(part)
    }

    func write(_ bytes: [UInt8]) { zip.write(bytes) }

    /// Writes a whole part.
    mutating func add(_ part: String, type: String, _ body: (inout XMLWriter) -> Void) {
        begin(part, type: type)
        write(XMLWriter.document(body))
    }

    /// Says which parts a part refers to; the package itself with an empty name.
    mutating func refer(from part: String, to references: [Reference]) {
        let folderEnd = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
        let name = part[..<folderEnd] + "_rels/" + part[folderEnd...] + ".rels"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        zip.add(
            String(name),
            XMLWriter.document { xml in
                xml.element(
                    "Relationships",
                    ["xmlns": "http://schemas.openxmlformats.org/package/2006/relationships"]
                ) { xml in
                    for reference in references {
                        xml.element(
                            "Relationship",
                            ["Id": reference.id, "Type": office + reference.kind, "Target": reference.target])
                    }
                }
            })
    }

    /// Ends the package, whose main part is named.
    mutating func finish(main: String) {
        refer(from: "", to: [Reference(id: "rId1", kind: "officeDocument", target: main)])
        zip.add(
            "[Content_Types].xml",
            XMLWriter.document { xml in
                xml.element(
                    "Types", ["xmlns": "http://schemas.openxmlformats.org/package/2006/content-types"]
                ) { xml in
                    let relationships = "application/vnd.openxmlformats-package.relationships+xml"
                    xml.element("Default", ["Extension": "rels", "ContentType": relationships])
                    xml.element("Default", ["Extension": "xml", "ContentType": "application/xml"])
                    for (part, type) in types {
                        xml.element("Override", ["PartName": "/" + part, "ContentType": type])
                    }
                }
            })
        zip.finish()
    }
}
