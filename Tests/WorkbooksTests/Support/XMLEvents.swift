import Values

@testable import Workbooks

/// What is read from XML, as text.
enum XMLEvents {
    /// The events, with neighbouring texts as one: `+row r=5`, `-`, `"text"`; words that nobody reads are `?`.
    static func list(_ bytes: [UInt8], step: Int = .max) throws(WorkbookFault) -> [String] {
        var rest = bytes[...]
        let reader = try XMLReader(part: "t.xml") { room in
            let part = rest.prefix(min(step, room.count))
            room.copyBytes(from: part)
            rest = rest.dropFirst(part.count)
            return part.count
        }
        var events: [String] = []
        var text: [UInt8] = []
        while true {
            let event = try reader.next()
            if case .text = event {
                text += reader.textBytes
                continue
            }
            if !text.isEmpty { events.append("\"\(String(decoding: text, as: UTF8.self))\"") }
            text = []
            switch event {
            case .start: events.append("+" + name(reader.element) + attributes(reader))
            case .end: events.append("-" + name(reader.element))
            case .finish: return events
            case .text: break
            }
        }
    }

    private static func name(_ name: XMLName) -> String {
        let word = name.word == .other ? "?" : name.word.rawValue
        return name.namespace == .none ? word : "\(name.namespace):\(word)"
    }

    private static func attributes(_ reader: XMLReader) -> String {
        let words: [XMLWord] = [.run, .text, .name, .id, .space, .value]
        let namespaces: [XMLNamespace] = [.none, .xml, .sheet, .reference]
        return words.flatMap { word in
            namespaces.compactMap { namespace in
                reader.text(word, in: namespace).map { " \(name(XMLName(namespace, word)))=\($0)" }
            }
        }.joined()
    }

    /// What is wrong with XML, and after how many bytes: `endTag 12`; nil when it is read.
    static func fault(_ bytes: [UInt8], step: Int = .max) -> String? {
        do throws(WorkbookFault) {
            _ = try list(bytes, step: step)
            return nil
        } catch {
            guard case .code(let reason)? = error.details[.reason], case .count(let offset)? = error.details[.offset]
            else { return error.code.rawValue }
            return "\(reason) \(offset)"
        }
    }

    static func fault(_ text: String, step: Int = .max) -> String? { fault(Array(text.utf8), step: step) }
}
