internal import Tables
internal import Values

/// What each heading of a respondents' file stands for.
struct HeadingUses {
    /// Kinds of columns, by which uses one column can have at once.
    enum Use {
        /// Describes the respondent and can break down results: the unit, a domain.
        case respondent
        /// Says how the respondent was drawn: a stratum, a cluster. The column may also break down results, as where
        /// communes are strata.
        case drawing
        /// An answer, a weight, a population: used for nothing else.
        case other
    }

    private var uses: [String: [Use]] = [:]

    /// One heading or several, as a string or an array of strings; nil when absent or unusable.
    mutating func read(_ key: String, of object: JSONObject, as use: Use) -> [String]? {
        guard let node = object.node(key) else { return nil }
        let names = shared(key, of: object)
        for name in names ?? [] { take(name, of: object, at: node.offset, as: use) }
        return names
    }

    /// The same for a column that may be used for something else, too: what a condition asks about.
    func shared(_ key: String, of object: JSONObject) -> [String]? {
        guard let node = object.node(key) else { return nil }
        var names: [String] = []
        if case .text = node.content {
            names = [object.requiredText(key)].compactMap { $0 }
        } else {
            names = object.filledTexts(key)
        }
        return names.isEmpty ? nil : names
    }

    /// Records what a heading stands for; reports a finding when it stands for something else already.
    mutating func take(_ name: String, of object: JSONObject, at offset: Int, as use: Use) {
        // Tables look headings up by this key.
        let heading = CellText.key(name)
        let mayShare = uses[heading, default: []].allSatisfy { other in
            switch (other, use) {
            case (.respondent, .drawing), (.drawing, .respondent): true
            default: false
            }
        }
        if mayShare {
            uses[heading, default: []].append(use)
        } else {
            object.reader.report(QuestionnaireFinding.sameColumn, at: offset, [.found: .text(name)])
        }
    }
}

extension JSONObject {
    /// The elements of a non-empty array of strings, none of them blank; blank ones are left out.
    func filledTexts(_ key: String) -> [String] {
        guard let node = node(key) else { return [] }
        if case .array(let elements) = node.content, elements.isEmpty {
            reader.report(JSONFinding.emptyText, at: node.offset, [.key: .text(key)])
        }
        return unblankTexts(key)
    }

    /// The elements of an array of strings, none of them blank; blank ones are reported and left out.
    func unblankTexts(_ key: String) -> [String] {
        texts(key).filter { text in
            guard text.allSatisfy({ $0.isWhitespace }) else { return true }
            reader.report(JSONFinding.emptyText, at: offset(of: key), [.key: .text(key)])
            return false
        }
    }
}
