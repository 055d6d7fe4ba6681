package import Documents
internal import Words
import Scoring
import Tables
import Values

extension CriteriaDifference.Kind {
    /// The kind as a heading.
    func text(_ language: Language) -> String {
        switch self {
        case .settings: CriteriaLabel.settings.text(language)
        case .objectives: CriteriaLabel.objectives.text(language)
        case .added: CriteriaLabel.added.text(language)
        case .removed: CriteriaLabel.removed.text(language)
        case .moved: CriteriaLabel.moved.text(language)
        case .renamed: CriteriaLabel.renamed.text(language)
        case .points: Label.maximum.text(language)
        case .rules: Label.rule.text(language)
        case .targets: Label.target.text(language)
        case .levels: Label.levels.text(language)
        case .agencies: Label.agencies.text(language)
        case .measures: CriteriaLabel.measures.text(language)
        case .notApplicable: CriteriaLabel.notApplicable.text(language)
        case .task: CriteriaLabel.task.text(language)
        case .evidence: CriteriaLabel.evidence.text(language)
        }
    }
}

extension CriterionWords {
    /// A task's product and deadline; empty without either.
    var task: String {
        [criterion.leaf?.product?.text(language) ?? "", deadline].filter { !$0.isEmpty }.joined(separator: "; ")
    }

    /// The documents that prove it.
    var evidence: String {
        (criterion.leaf?.evidence ?? []).map { $0.text(language) }.joined(separator: "; ")
    }
}

extension CriteriaDifference {
    /// The changes as text, grouped by kind.
    package func document(in language: Language) -> ReportDocument {
        var document = ReportDocument()
        let names = [old, new].map { "\($0.set) \($0.edition)" }
        document.blocks.append(.heading(names.joined(separator: " → "), level: 1))
        let changes = changes(in: language)
        if changes.isEmpty {
            document.blocks.append(.paragraph(language == .vi ? "Không có khác biệt." : "No difference."))
        }
        for kind in Kind.allCases {
            let group = changes.filter { $0.kind == kind }
            guard !group.isEmpty else { continue }
            document.blocks.append(.heading("\(kind.text(language)) (\(group.count))", level: 2))
            document.blocks.append(.table(table(of: group, kind, in: language)))
        }
        return document
    }

    private func table(of changes: [Change], _ kind: Kind, in language: Language) -> TextTable {
        let name = kind == .settings ? CriteriaLabel.change.text(language) : Label.criterion.text(language)
        var columns: [TextTable.Column] = [.init(name, wrapsFrom: 24)]
        var rows = changes.map { [$0.name] }
        func add(_ column: TextTable.Column, _ cell: (Change) -> String) {
            columns.append(column)
            for (index, change) in changes.enumerated() { rows[index].append(cell(change)) }
        }
        if kind != .settings {
            columns.insert(.init(Label.code.text(language)), at: 0)
            for (index, change) in changes.enumerated() { rows[index].insert(change.code ?? "", at: 0) }
        }
        let areNumbers = kind == .added || kind == .removed
        if areNumbers {
            add(.init(Label.maximum.text(language), .decimal)) { $0.before + $0.after }
        } else {
            add(.init(CriteriaLabel.before.text(language), wrapsFrom: 20)) { $0.before.isEmpty ? "–" : $0.before }
            add(.init(CriteriaLabel.after.text(language), wrapsFrom: 20)) { $0.after.isEmpty ? "–" : $0.after }
        }
        let separator = NumberWords(language).decimalSeparator.first ?? "."
        return TextTable(columns: columns, rows: rows.map { .init($0) }, decimalSeparator: separator)
    }

    /// The changes as JSON, in the words of a language.
    package func json(in language: Language) -> String {
        var writer = JSONWriter()
        writer.object { root in
            for (key, set) in [("from", old), ("to", new)] {
                root.key(key)
                root.object { object in
                    object.member("set", set.set)
                    object.member("edition", set.edition)
                }
            }
            root.key("changes")
            root.array { list in
                for change in changes(in: language) {
                    list.object { object in
                        object.member("kind", change.kind.rawValue)
                        object.member("code", change.code)
                        object.member("oldCode", change.oldCode)
                        object.member("name", change.name)
                        object.member("before", change.before)
                        object.member("after", change.after)
                    }
                }
            }
        }
        return writer.text
    }

    /// The changes as CSV, a row a change.
    package func csv(in language: Language) -> [UInt8] {
        var writer = CSVWriter(language == .vi ? .excelVietnamese : .plain)
        let headings = [
            CriteriaLabel.change.text(language), Label.code.text(language), CriteriaLabel.oldCode.text(language),
            Label.name.text(language), CriteriaLabel.before.text(language), CriteriaLabel.after.text(language),
        ]
        writer.writeRow(headings.map { .text($0) })
        for change in changes(in: language) {
            let cells = [
                change.kind.text(language), change.code ?? "", change.oldCode ?? "", change.name, change.before,
                change.after,
            ]
            writer.writeRow(cells.map { $0.isEmpty ? .blank : .text($0) })
        }
        return writer.bytes
    }
}
