internal import Values

/// HTML or SVG as it is put together. Names of tags and classes stand in the source; every text is escaped, so that a name
/// out of a file is never more than text.
///
///     page.element("p", ["class": "note"]) { $0.text(notice) }
package struct Markup {
    /// What was written so far.
    package private(set) var written = ""
    /// The language of the texts.
    package let language: Language

    /// Nothing yet.
    package init(in language: Language) { self.language = language }

    /// The attributes of a tag; an empty value is an attribute without one.
    package typealias Attributes = KeyValuePairs<StaticString, String>

    /// Opens a tag, which is also its end where nothing stands within.
    package mutating func tag(_ name: StaticString, _ attributes: Attributes = [:]) {
        written += "<"
        written += name.description
        for (key, value) in attributes {
            written += " "
            written += key.description
            if value.isEmpty { continue }
            written += "=\""
            written += HTMLWriter.escaped(value)
            written += "\""
        }
        written += ">"
    }

    /// Closes a tag.
    package mutating func end(_ name: StaticString) {
        written += "</"
        written += name.description
        written += ">"
    }

    /// A tag with what stands within it.
    package mutating func element(
        _ name: StaticString, _ attributes: Attributes = [:], _ content: (inout Markup) -> Void
    ) {
        tag(name, attributes)
        content(&self)
        end(name)
    }

    /// A tag with a text.
    package mutating func element(_ name: StaticString, _ attributes: Attributes, _ text: Phrase) {
        element(name, attributes) { $0.text(text) }
    }

    /// A tag without attributes, with a text.
    package mutating func element(_ name: StaticString, _ text: Phrase) { element(name, [:], text) }

    /// A text.
    package mutating func text(_ text: Phrase) { written += HTMLWriter.escaped(text.text(language)) }

    /// The blocks of a document, with headings so many levels lower.
    package mutating func document(_ document: Document, lowered levels: Int = 0) {
        written += HTMLWriter(language: language, lowered: levels).body(of: document)
        line()
    }

    /// The end of a line, which readers of the source are glad of.
    package mutating func line() { written += "\n" }

    /// Data for scripts: no text ends the block, because every `<` is written as an escape.
    package mutating func data(_ id: StaticString, type: StaticString = "application/json", _ json: String) {
        written += "<script type=\"\(type)\" id=\"\(id)\">"
        // Bytes: letters made of several code points, which take most of the time to tell apart, do not matter here.
        var rest = Substring(json).utf8
        while let sign = rest.firstIndex(of: UInt8(ascii: "<")) {
            written += Substring(rest[..<sign])
            written += "\\u003c"
            rest = rest[rest.index(after: sign)...]
        }
        written += Substring(rest)
        written += "</script>\n"
    }

    /// Text that is part of the program: a style sheet, a script, a module in letters.
    package mutating func program(_ text: String) { written += text }
}
