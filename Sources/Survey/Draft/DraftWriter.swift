internal import Tables
internal import Values

/// Writes the questionnaire of a sorted export.
struct DraftWriter {
    private let sorting: ExportSorting
    private let name: String
    private var codes: Set<String> = []

    init(_ sorting: ExportSorting, name: String) {
        (self.sorting, self.name) = (sorting, name)
    }

    var text: String {
        var writer = self
        return writer.written()
    }

    private mutating func written() -> String {
        let scales = sorting.scales
        var lines: [String] = ["{"]
        func member(_ key: String, _ value: String) -> String { "  \(Self.quoted(key)): \(value)," }
        lines.append(member("format", "1"))
        lines.append(member("questionnaire", Self.quoted(Self.slug(name) ?? "survey")))
        lines.append(member("name", Self.quoted(name)))
        lines.append(member("scale", Self.scale(scales[0], sorting.nothing[scales[0]], code: nil, indent: "  ")))
        let others = scales.dropFirst().enumerated().map { index, scale in
            Self.scale(scale, sorting.nothing[scale], code: Self.code(ofScale: index + 1), indent: "    ")
        }
        if !others.isEmpty { lines.append(member("scales", Self.list(others, indent: "    "))) }
        lines.append(member("columns", columns()))
        if !sorting.fieldWork.isEmpty {
            let keys = sorting.fieldWork.map { #""\#($0.key)": \#(names(of: $0.column))"# }
            lines.append(member("fieldwork", "{\(keys.joined(separator: ", "))}"))
        }
        let top = scales[0].topLevels
        lines.append(member("index", #"{"measure": "topShare", "topLevels": \#(top)}"#))
        if !sorting.multiples.isEmpty { lines.append(member("multiple", multiples())) }
        lines.append(#"  "blocks": ["#)
        lines.append(#"    {"code": "1", "name": \#(Self.quoted(name)), "factors": ["#)
        codes.insert("1")
        let factors = sorting.factors
        for (index, factor) in factors.enumerated() {
            lines += self.factor(factor, number: index + 1, isLast: index + 1 == factors.count, scales: scales)
        }
        lines += ["    ]}", "  ]", "}"]
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: - Parts

    private static func scale(
        _ scale: ScaleGuess, _ nothing: (noAnswer: [String], notAsked: [String])?, code: String?, indent: String
    ) -> String {
        var keys: [String] = []
        if let code { keys += ["\"code\": \(quoted(code))", "\"topLevels\": \(scale.topLevels)"] }
        let levels = scale.levels.map { level in
            let label = level.en.map { #"{"vi": \#(quoted(level.vi)), "en": \#(quoted($0))}"# } ?? quoted(level.vi)
            return #"{"code": \#(quoted(level.code)), "label": \#(label)}"#
        }
        keys.append("\"levels\": \(list(levels, indent: indent + "  "))")
        if let nothing, !nothing.noAnswer.isEmpty { keys.append("\"noAnswer\": \(texts(nothing.noAnswer))") }
        if let nothing, !nothing.notAsked.isEmpty { keys.append("\"notAsked\": \(texts(nothing.notAsked))") }
        return "{" + keys.joined(separator: ",\n\(indent) ") + "}"
    }

    private mutating func columns() -> String {
        var keys: [String] = []
        func column(_ key: String, _ column: ExportColumn?) {
            if let column { keys.append("\"\(key)\": \(names(of: column))") }
        }
        column("unit", sorting.unit)
        column("weight", sorting.weight)
        column("id", sorting.id)
        if !sorting.finished.isEmpty {
            let rules = sorting.finished.map { rule in
                let test =
                    switch rule.test {
                    case .says(let texts): "\"is\": \(Self.texts(texts))"
                    case .saysNot(let texts): "\"isNot\": \(Self.texts(texts))"
                    case .isFilled(let isFilled): "\"filled\": \(isFilled)"
                    }
                return #"{"column": \#(names(of: rule.column)), \#(test)}"#
            }
            keys.append("\"finished\": [\(rules.joined(separator: ", "))]")
        }
        let domains = sorting.domains.enumerated().map { index, column in
            let code = self.code(Self.slug(column.item), else: "domain-\(index + 1)")
            return
                #"{"code": \#(Self.quoted(code)), "name": \#(Self.line(column.item)), "column": \#(names(of: column))}"#
        }
        if !domains.isEmpty { keys.append("\"domains\": \(Self.list(domains, indent: "    "))") }
        return "{" + keys.joined(separator: ",\n   ") + "}"
    }

    private mutating func multiples() -> String {
        let multiples = sorting.multiples.enumerated().map { index, question in
            var keys = [
                "\"code\": \(Self.quoted(code("m\(index + 1)", else: "m")))", "\"text\": \(Self.line(question.text))",
            ]
            if let cell = question.cell {
                keys += [
                    "\"column\": \(names(of: cell))", "\"separators\": \(Self.texts(question.separators))",
                ]
            }
            // A code in one cell is what the cell says; the places of the others pass over these.
            var used = Set(question.cell == nil ? [] : question.choices.map({ $0.label }).filter(Self.isCode))
            let choices = question.choices.enumerated().map { number, choice in
                let column = choice.column.map { ", \"column\": \(names(of: $0))" } ?? ""
                let other = ExportSorting.isOther(choice.label) ? ", \"other\": true" : ""
                var code = choice.label
                if choice.column != nil || !Self.isCode(choice.label) {
                    var place = number + 1
                    while !used.insert(String(place)).inserted { place += 1 }
                    code = String(place)
                }
                return #"{"code": \#(Self.quoted(code)), "label": \#(Self.line(choice.label))\#(column)\#(other)}"#
            }
            return "{" + keys.joined(separator: ", ") + ",\n     \"choices\": \(Self.list(choices, indent: "      "))}"
        }
        return Self.list(multiples, indent: "    ")
    }

    private mutating func factor(_ group: String?, number: Int, isLast: Bool, scales: [ScaleGuess]) -> [String] {
        let code = self.code("1.\(number)", else: "f\(number)")
        let title = group.map { Self.line($0) } ?? Self.quoted(name)
        var lines = [#"      {"code": \#(Self.quoted(code)), "name": \#(title), "questions": ["#]
        let own = sorting.questions.filter { $0.column.group == group }
        for (index, question) in own.enumerated() {
            let fallback = "q\(question.column.position + 1)"
            let code = self.code(Self.isCode(question.column.item) ? question.column.item : fallback, else: fallback)
            let place = scales.firstIndex(of: question.scale) ?? 0
            let scale = place == 0 ? "" : ", \"scale\": \(Self.quoted(Self.code(ofScale: place)))"
            lines.append(
                #"        {"code": \#(Self.quoted(code)), "text": \#(Self.line(question.column.item)), "#
                    + #""column": \#(names(of: question.column))\#(scale)}\#(index + 1 < own.count ? "," : "")"#)
        }
        return lines + ["      ]}" + (isLast ? "" : ",")]
    }

    /// The heading of a column; under a name that stands over several, also the lower one, by which it is found where
    /// nobody knows the upper.
    private func names(of column: ExportColumn) -> String {
        let own = CellText.key(column.item)
        let isOnlyOne =
            sorting.export.columns.count { [$0.item, $0.heading].contains { CellText.key($0) == own } } == 1
        guard sorting.export.tool == .table, isOnlyOne, column.item != column.heading,
            sorting.export.table.group(ofColumn: column.position) != nil
        else { return Self.quoted(column.heading) }
        return Self.texts([column.heading, column.item])
    }

    // MARK: - Texts

    private static func code(ofScale position: Int) -> String { "scale-\(position + 1)" }

    /// A code that nothing else has.
    private mutating func code(_ wanted: String?, else fallback: String) -> String {
        var code = wanted ?? fallback
        var number = 1
        while !codes.insert(code).inserted {
            number += 1
            code = "\(wanted ?? fallback)-\(number)"
        }
        return code
    }

    /// Whether a heading is a code already.
    private static func isCode(_ text: String) -> Bool {
        text.count <= 24 && !text.isEmpty
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
    }

    private static func slug(_ text: String) -> String? {
        let words = VietnameseText.folded(text).split(separator: " ").prefix(4)
        return words.isEmpty ? nil : words.joined(separator: "-")
    }

    /// A text on one line, with single spaces.
    private static func line(_ text: String) -> String {
        quoted(text.split { $0.isWhitespace }.joined(separator: " "))
    }

    private static func quoted(_ text: String) -> String { JSONWriter.quoted(text) }

    private static func texts(_ texts: [String]) -> String {
        "[\(texts.withoutRepeats { $0 }.map(quoted).joined(separator: ", "))]"
    }

    private static func list(_ items: [String], indent: String) -> String {
        "[\n" + items.map { indent + $0 }.joined(separator: ",\n") + "\n" + String(indent.dropLast(2)) + "]"
    }
}
