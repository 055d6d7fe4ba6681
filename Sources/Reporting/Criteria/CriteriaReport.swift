package import Documents
package import Scoring
internal import Values
internal import Words

/// One edition of a criteria set as people read it: its tree and its settings.
package struct CriteriaReport: Report {
    /// The edition.
    package let set: CriteriaSet

    /// Takes an edition.
    package init(_ set: CriteriaSet) {
        self.set = set
    }

    // MARK: For people

    package func write(to document: inout Document) {
        document.heading(Phrase(set.name), level: 1)
        writeFacts(to: &document)
        writeTree(to: &document)
        if set.points.basis == .assumed { document.notice(set.points.phrase(isBrief: document.isBrief)) }
        document.list(set.objectives.map { $0.phrase }, under: .objectives)
        document.list(set.assumptions.map { Phrase($0) }, under: .assumptions)
        document.list(set.notes.map { Phrase($0) }, under: .notesOfSet)
    }

    private func writeFacts(to document: inout Document) {
        // Assumed points are said in a notice of their own.
        let origin = set.points.basis == .decreed ? set.points.phrase(isBrief: document.isBrief) : nil
        let (caps, classes) = (set.capsPhrase, set.classesPhrase)
        document.facts([
            (.criteriaSet, Phrase("\(set.set) \(set.edition)")), (.years, Phrase(verbatim: set.yearsText)),
            (.legalSource, set.source.phrase), (.level, set.levels.map { $0.name }.joined(", ")),
            (.leaves, Phrase("\(set.leafCount)")), (.maximum, Phrase("\(set.maximum)")), (.pointsOrigin, origin),
            (.rounding, set.rounding.phrase), (.ranking, set.ranking.phrase), (.caps, caps.isEmpty ? nil : caps),
            (.classes, classes.isEmpty ? nil : classes),
        ])
    }

    /// Writes every criterion with its target, rule, levels and agencies, and the sum.
    private func writeTree(to document: inout Document) {
        let isBrief = document.isBrief
        typealias Node = Column<Criterion?>
        func texts(
            _ title: Phrase, _ layout: ColumnLayout, _ text: @escaping @Sendable (Criterion) -> Phrase?
        ) -> Node {
            Node("", title, layout) { .phrase($0.flatMap(text)) }
        }
        let set = set
        let columns: [Node] = [
            Node("", .code) { .text($0?.code) },
            Node("", .criterion, .wrapped(20)) { node in
                let indent = String(repeating: " ", count: node?.depth ?? 0)
                return .phrase(node.map { Phrase("\(indent)\($0.name)") } ?? .total)
            }, Node("", .maximum, .decimal) { .number($0?.maximum ?? set.maximum) },
            texts(.target, .wrapped(12).dispensable) { node in
                isBrief && node.leaf?.target != nil
                    ? node.shortTarget(isBrief: true) : CriterionWords(node, in: set).target
            },
            texts(.rule, .wrapped(20)) { CriterionWords($0, in: set).rule },
            texts(.level, .wrapped(8).dispensable) { CriterionWords($0, in: set).levels },
            texts(.agencies, .wrapped(14).dispensable) { $0.agencies.phrase },
        ]
        document.table(set.criteria.map(Optional.some) + [nil], columns) { $0?.parent == nil }
    }

    // MARK: Record

    package func write(to record: inout RecordWriter) {
        record.values([
            "set": .text(set.set), "edition": .text(set.edition), "name": .name(set.name),
            "from": .count(set.years.lowerBound), "to": .count(set.years.upperBound),
            "source": .phrase(set.source.phrase), "maximum": .number(set.maximum), "leaves": .count(set.leafCount),
            "pointsBasis": .text(set.points.basis.rawValue), "pointsSource": .phrase(set.points.source.phrase),
            "pointsReason": .name(set.points.reason), "rounding": .phrase(set.rounding.phrase),
            "ranking": .phrase(set.ranking.phrase), "caps": .phrase(set.capsPhrase),
            "classes": .phrase(set.classesPhrase),
        ])
        record.values("objectives", set.objectives.map { .phrase($0.phrase) })
        record.values("assumptions", set.assumptions.map { .name($0) })
        record.values("notes", set.notes.map { .name($0) })
        record.list("criteria", set.criteria) { record, criterion in
            CriterionSheet(criterion, in: set).write(to: &record)
        }
    }
}
