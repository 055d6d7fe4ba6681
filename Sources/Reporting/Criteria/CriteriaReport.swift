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
        document.facts(facts(isBrief: document.isBrief))
        writeTree(to: &document)
        if set.points.basis == .assumed { document.notice(set.points.phrase(isBrief: document.isBrief)) }
        document.list(set.objectives.map { $0.phrase }, under: .objectives)
        document.list(set.assumptions.map { Phrase($0) }, under: .assumptions)
        document.list(set.notes.map { Phrase($0) }, under: .notesOfSet)
    }

    private func facts(isBrief: Bool) -> [Document.Fact] {
        // Assumed points are said in a notice of their own.
        let origin = set.points.basis == .decreed ? set.points.phrase(isBrief: isBrief) : .none
        let facts: [(Phrase, Phrase)] = [
            (.criteriaSet, Phrase("\(set.set) \(set.edition)")), (.years, Phrase(verbatim: set.yearsText)),
            (.legalSource, set.source.phrase), (.level, set.levels.map { $0.name }.joined(", ")),
            (.leaves, Phrase("\(set.leafCount)")), (.maximum, Phrase("\(set.maximum)")), (.pointsOrigin, origin),
            (.rounding, set.rounding.phrase), (.ranking, set.ranking.phrase), (.caps, set.capsPhrase),
            (.classes, set.classesPhrase),
        ]
        return facts.filter { !$0.1.isEmpty }.map { .init($0, $1) }
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
        record.value("set", .text(set.set))
        record.value("edition", .text(set.edition))
        record.value("name", .name(set.name))
        record.value("from", .count(set.years.lowerBound))
        record.value("to", .count(set.years.upperBound))
        record.value("source", .phrase(set.source.phrase))
        record.value("maximum", .number(set.maximum))
        record.value("leaves", .count(set.leafCount))
        record.value("pointsBasis", .text(set.points.basis.rawValue))
        record.value("pointsSource", .phrase(set.points.source.phrase))
        record.value("pointsReason", .name(set.points.reason))
        record.value("rounding", .phrase(set.rounding.phrase))
        record.value("ranking", .phrase(set.ranking.phrase))
        record.value("caps", .phrase(set.capsPhrase))
        record.value("classes", .phrase(set.classesPhrase))
        record.values("objectives", set.objectives.map { .phrase($0.phrase) })
        record.values("assumptions", set.assumptions.map { .name($0) })
        record.values("notes", set.notes.map { .name($0) })
        record.list("criteria", set.criteria) { record, criterion in
            CriterionSheet(criterion, in: set).write(to: &record)
        }
    }
}
