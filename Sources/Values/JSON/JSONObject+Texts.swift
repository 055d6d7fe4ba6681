// Bilingual texts and legal sources, as all files of the project write them.
extension JSONObject {
    /// A text, either a plain string or an object with `vi` and `en`; nil when absent.
    package func localized(_ key: String) -> LocalizedText? {
        node(key).flatMap { localized($0, named: key) }
    }

    /// A required text of that kind.
    package func requiredLocalized(_ key: String) -> LocalizedText? {
        required(key).flatMap { localized($0, named: key) }
    }

    /// The short form of a name, of few letters in each language (``LocalizedText/mostShortLetters``).
    package func shortName() -> LocalizedText? {
        let key = "shortName"
        guard let name = localized(key) else { return nil }
        for (language, text) in [("vi", name.vi), ("en", name.en ?? "")]
        where text.count > LocalizedText.mostShortLetters {
            reader.report(
                JSONFinding.textTooLong, at: offset(of: key, in: language),
                [.key: .text(key), .found: .count(text.count), .expected: .count(LocalizedText.mostShortLetters)])
        }
        return name
    }

    /// The byte offset of a text of that kind in a language.
    package func offset(of key: String, in language: String) -> Int {
        guard let node = node(key), case .object = node.content, let texts = reader.object(node, named: key) else {
            return offset(of: key)
        }
        return texts.offset(of: language)
    }

    /// The elements of an array of such texts.
    package func localizedTexts(_ key: String) -> [LocalizedText] {
        array(key).compactMap { localized($0, named: key) }
    }

    private func localized(_ node: JSONNode, named key: String) -> LocalizedText? {
        if case .text(let text) = node.content {
            if text.allSatisfy({ $0.isWhitespace }) {
                reader.report(JSONFinding.emptyText, at: node.offset, [.key: .text(key)])
                return nil
            }
            return LocalizedText(vi: text)
        }
        guard let object = reader.object(node, named: key) else { return nil }
        defer { object.finish() }
        let english = object.text("en")
        return object.requiredText("vi").map { LocalizedText(vi: $0, en: english) }
    }

    /// A required legal source, which must name its document.
    package func requiredSource(_ key: String) -> LegalSource? {
        guard required(key) != nil, let object = object(key) else { return nil }
        defer { object.finish() }
        _ = object.required("document")
        return object.ownSource(inheriting: nil)
    }

    /// A legal source from this object's own keys; the document is inherited where it is not stated.
    package func ownSource(inheriting edition: LegalSource?) -> LegalSource? {
        let document = text("document")
        let place = text("place")
        let row = text("row")
        let file = text("file")
        let address = text("address")
        guard let title = document ?? edition?.document else { return nil }
        // A different document is not in the edition's file.
        let inherited = document == nil ? edition : nil
        return LegalSource(
            document: title, place: place ?? inherited?.place, row: row, file: file ?? inherited?.file,
            address: address ?? inherited?.address)
    }
}
