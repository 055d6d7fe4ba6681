internal import Foundation

#if canImport(FoundationXML)
    internal import FoundationXML
#endif

/// An element of a part. Names carry the prefixes that the standard uses, whatever the file calls them: none for
/// workbooks, `w:` for documents, `r:` for references.
struct OfficeElement {
    let name: String
    var attributes: [String: String]
    var children: [OfficeElement] = []
    var text = ""

    subscript(_ attribute: String) -> String? { attributes[attribute] }

    func all(_ name: String) -> [OfficeElement] { children.filter { $0.name == name } }
    func first(_ name: String) -> OfficeElement? { children.first { $0.name == name } }

    /// The element with what tells it from others of its name.
    var place: String {
        let keys = ["r", "ref", "sqref", "name", "min", "numFmtId", "id", "Id", "PartName", "w:styleId", "w:val"]
        return name + (keys.compactMap { attributes[$0] }.first.map { "[\($0.prefix(60))]" } ?? "")
    }
}

/// The XML of a part as elements, by the parser of Foundation.
struct OfficeXML {
    private(set) var root: OfficeElement?
    /// Why there is no root.
    private(set) var fault: String?

    init(_ bytes: [UInt8]) {
        let head = String(decoding: bytes.prefix(400), as: UTF8.self)
        if String(validating: bytes, as: UTF8.self) == nil {
            fault = "no UTF-8"
        } else if head.contains("<!DOCTYPE") {
            fault = "a document type"
        } else if head.contains("encoding="),
            head.range(of: #"encoding=["']UTF-8["']"#, options: .regularExpression) == nil
        {
            fault = "another encoding than UTF-8"
        } else {
            let builder = Builder()
            // Data as a whole is refused beyond ten million bytes; a stream is not.
            let parser = XMLParser(stream: InputStream(data: Data(bytes)))
            parser.shouldProcessNamespaces = true
            parser.shouldReportNamespacePrefixes = true
            parser.delegate = builder
            if parser.parse(), builder.fault == nil {
                root = builder.root
            } else {
                fault = builder.fault ?? "not well-formed: \(parser.parserError.map { "\($0)" } ?? "")"
            }
        }
    }

    private static let prefixes = [
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
        "http://schemas.openxmlformats.org/package/2006/relationships": "",
        "http://schemas.openxmlformats.org/package/2006/content-types": "",
        "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
        "http://www.w3.org/XML/1998/namespace": "xml:",
    ]

    private final class Builder: NSObject, XMLParserDelegate {
        var root: OfficeElement?
        var fault: String?
        private var open: [OfficeElement] = []
        private var spaces: [String: [String]] = ["xml": ["http://www.w3.org/XML/1998/namespace"]]
        /// Prefixes that programs may pass over.
        private var ignorable: Set<String> = []
        /// How deep the parser is in what is passed over.
        private var passedOver = 0

        func parser(_ parser: XMLParser, didStartMappingPrefix prefix: String, toURI uri: String) {
            spaces[prefix, default: []].append(uri)
        }

        func parser(_ parser: XMLParser, didEndMappingPrefix prefix: String) { _ = spaces[prefix]?.popLast() }

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            if passedOver > 0 {
                passedOver += 1
                return
            }
            let prefix = qualifiedName.flatMap { name in name.firstIndex(of: ":").map { String(name[..<$0]) } }
            var own: [String: String] = [:]
            for (key, value) in attributes {
                guard let colon = key.firstIndex(of: ":") else {
                    own[key] = value
                    continue
                }
                let short = String(key[..<colon])
                if short == "xmlns" { continue }
                let uri = spaces[short]?.last ?? ""
                let known = OfficeXML.prefixes[uri]
                if known == "mc:" {
                    ignorable.formUnion(value.split(separator: " ").map(String.init))
                } else if let known {
                    own[known + key[key.index(after: colon)...]] = value
                } else if !ignorable.contains(short) {
                    own[key] = value
                }
            }
            own["xmlns"] = nil
            guard let known = OfficeXML.prefixes[namespaceURI ?? ""] else {
                // What no program must know.
                if let prefix, ignorable.contains(prefix) || open.last?.name == "ext" {
                    passedOver = 1
                } else {
                    open.append(OfficeElement(name: "{\(namespaceURI ?? "")}\(name)", attributes: own))
                }
                return
            }
            open.append(OfficeElement(name: known + name, attributes: own))
        }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
        ) {
            if passedOver > 0 {
                passedOver -= 1
                return
            }
            guard let element = open.popLast() else { return }
            if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) { add(text) }
        func parser(_ parser: XMLParser, foundCDATA data: Data) { add(String(decoding: data, as: UTF8.self)) }

        private func add(_ text: String) {
            if passedOver == 0, !open.isEmpty { open[open.count - 1].text += text }
        }

        func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
            fault = "not well-formed at line \(parser.lineNumber), column \(parser.columnNumber): \(error)"
        }
    }
}
