internal import Values

/// The numbers of lists, which Word works out from the place of a paragraph in its list.
struct WordNumbering {
    /// The place of a paragraph in a list.
    struct Place {
        var list: Int?
        var level: Int?
        var style: String?
    }

    private struct Level {
        var start = 1
        var format = "decimal"
        var text = ""
    }

    private struct List {
        var kind: Int
        var starts: [Int: Int] = [:]
    }

    private var kinds: [Int: [Int: Level]] = [:]
    private var lists: [Int: List] = [:]
    private var styles: [String: (place: Place, base: String?)] = [:]
    /// How far each list has counted; lists of one kind count together.
    private var counts: [Int: [Int: Int]] = [:]
    /// The lists whose own beginning has been used.
    private var begun: Set<Int> = []

    /// A list has nine levels.
    private static let levels = 0...8

    // MARK: - Reading

    mutating func readDefinitions(_ reader: XMLReader) throws(WorkbookFault) {
        try reader.enterRoot(XMLName(.word, .numbering))
        while try reader.nextChild() {
            switch reader.element.word {
            case .abstractNum:
                guard let kind = reader.number(.abstractNumId, in: .word) else { fallthrough }
                var levels: [Int: Level] = [:]
                try Self.readLevels(reader) { level, own, _ in levels[level] = own }
                kinds[kind] = levels
            case .num:
                guard let number = reader.number(.numberingID, in: .word) else { fallthrough }
                var list = List(kind: -1)
                while try reader.nextChild() {
                    switch reader.element.word {
                    case .abstractNumId:
                        list.kind = reader.number(.val, in: .word) ?? -1
                        try reader.skip()
                    case .lvlOverride:
                        let level = reader.number(.level, in: .word)
                        while try reader.nextChild() {
                            if reader.element.word == .startOverride, let level {
                                list.starts[level] = reader.number(.val, in: .word)
                            }
                            try reader.skip()
                        }
                    default: try reader.skip()
                    }
                }
                lists[number] = list
            default: try reader.skip()
            }
        }
        try reader.finish()
    }

    private static func readLevels(
        _ reader: XMLReader, _ body: (Int, Level, XMLReader) -> Void
    ) throws(WorkbookFault) {
        while try reader.nextChild() {
            guard reader.element.word == .lvl, let number = reader.number(.level, in: .word) else {
                try reader.skip()
                continue
            }
            var level = Level()
            while try reader.nextChild() {
                switch reader.element.word {
                case .start: level.start = reader.number(.val, in: .word) ?? 1
                case .numFmt: level.format = reader.text(.val, in: .word) ?? level.format
                case .lvlText: level.text = reader.text(.val, in: .word) ?? ""
                default: break
                }
                try reader.skip()
            }
            body(number, level, reader)
        }
    }

    mutating func readStyles(_ reader: XMLReader) throws(WorkbookFault) {
        try reader.enterRoot(XMLName(.word, .styles))
        while try reader.nextChild() {
            guard reader.element.word == .style, let id = reader.text(.styleID, in: .word) else {
                try reader.skip()
                continue
            }
            var (place, base): (Place, String?) = (Place(), nil)
            while try reader.nextChild() {
                switch reader.element.word {
                case .basedOn:
                    base = reader.text(.val, in: .word)
                    try reader.skip()
                case .paragraphProperties: place = try Place(reading: reader)
                default: try reader.skip()
                }
            }
            styles[id] = (place, base)
        }
        try reader.finish()
    }

    // MARK: - Counting

    /// The number before the next paragraph; empty where it has none.
    mutating func number(_ place: Place) -> String {
        var (list, level, style) = (place.list, place.level, place.style)
        // Styles may follow each other, in a broken file in a circle.
        for _ in 0..<20 {
            guard list == nil, let name = style, let known = styles[name] else { break }
            (list, level, style) = (known.place.list, level ?? known.place.level, known.base)
        }
        guard let list, list != 0, let own = lists[list], let levels = kinds[own.kind] else { return "" }
        let depth = level ?? 0
        guard Self.levels.contains(depth), let kind = levels[depth] else { return "" }
        if let start = own.starts[depth], begun.insert(list * 10 + depth).inserted {
            counts[own.kind, default: [:]][depth] = start
        } else {
            let last = counts[own.kind]?[depth]
            counts[own.kind, default: [:]][depth] = last.map { $0 + 1 } ?? kind.start
        }
        for deeper in Self.levels where deeper > depth { counts[own.kind]?[deeper] = nil }
        if kind.format == "none" { return "" }
        if kind.format == "bullet" { return "-" }
        var text = kind.text
        for level in Self.levels.reversed() {
            guard let place = text.range(of: "%\(level + 1)") else { continue }
            let count = counts[own.kind]?[level] ?? levels[level]?.start ?? 1
            text.replaceSubrange(place, with: Self.written(count, levels[level]?.format ?? "decimal"))
        }
        return text
    }

    private static func written(_ number: Int, _ format: String) -> String {
        switch format {
        case "upperRoman": roman(number)
        case "lowerRoman": roman(number).lowercased()
        case "upperLetter": letters(number).uppercased()
        case "lowerLetter": letters(number)
        case "decimalZero": number < 10 ? "0\(number)" : "\(number)"
        default: "\(number)"
        }
    }

    private static func roman(_ number: Int) -> String {
        let signs = [
            (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var (rest, text) = (min(max(number, 0), 399), "")
        for (value, sign) in signs {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }

    private static func letters(_ number: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(97 + max(number - 1, 0) % 26)))
        return String(repeating: letter, count: min(max(number - 1, 0) / 26, 9) + 1)
    }
}

extension WordNumbering.Place {
    /// Reads the properties of a paragraph to their end.
    init(reading reader: XMLReader) throws(WorkbookFault) {
        while try reader.nextChild() {
            switch (reader.element.namespace, reader.element.word) {
            case (.word, .pStyle):
                style = reader.text(.val, in: .word)
                try reader.skip()
            case (.word, .numberingProperties):
                while try reader.nextChild() {
                    if reader.element.word == .level { level = reader.number(.val, in: .word) }
                    if reader.element.word == .numberingID { list = reader.number(.val, in: .word) }
                    try reader.skip()
                }
            default: try reader.skip()
            }
        }
    }
}

extension String {
    /// Where a text stands first.
    fileprivate func range(of text: String) -> Range<Index>? { ranges(of: text).first }
}
