package import Documents
internal import Words
package import Scoring
import Tables
import Values

/// An edition in the layout of the annex of a plan: a row a field, criterion and sub-criterion.
package struct CriteriaAnnex: Sendable {
    /// The edition.
    package let set: CriteriaSet
    private let hasProducts: Bool
    private let hasDeadlines: Bool

    /// Takes an edition; columns for tasks stand only where a criterion has something in them.
    package init(_ set: CriteriaSet) {
        self.set = set
        hasProducts = set.criteria.contains { $0.leaf?.product != nil }
        hasDeadlines = set.criteria.contains { $0.leaf?.deadline != nil }
    }

    /// The texts of a row before its points.
    private func texts(of criterion: Criterion, in language: Language) -> [String] {
        let words = CriterionWords(criterion: criterion, set: set, language: language)
        var texts = [criterion.code, criterion.name.text(language), words.target]
        if hasProducts { texts.append(criterion.leaf?.product?.text(language) ?? "") }
        texts += [criterion.agencies.monitoring, criterion.agencies.lead, criterion.agencies.coordinating]
            .map { $0 ?? "" }
        if hasDeadlines { texts.append(criterion.leaf?.deadline?.text ?? "") }
        return texts
    }

    private func headings(in language: Language) -> [String] {
        var labels: [CriteriaLabel] = [.annexNumber, .annexName, .annexTarget]
        if hasProducts { labels.append(.annexProduct) }
        labels += [.annexMonitoring, .annexLead, .annexCoordinating]
        if hasDeadlines { labels.append(.annexDeadline) }
        return labels.map { $0.text(language) } + [Label.maximum.text(language)]
    }

    /// That points are assumed and from where; nil when they are decreed.
    private func notice(in language: Language) -> String? {
        set.points.basis == .assumed ? ReportHeader.assumed(set.points, in: language, isBrief: true) : nil
    }

    /// The annex as CSV; the last row tells when points are assumed.
    package func csv(in language: Language) -> [UInt8] {
        var writer = CSVWriter(language == .vi ? .excelVietnamese : .plain)
        let headings = headings(in: language)
        writer.writeRow(headings.map { .text($0) })
        for criterion in set.criteria {
            var cells = texts(of: criterion, in: language).map { $0.isEmpty ? CSVWriter.Cell.blank : .text($0) }
            cells.append(.number(criterion.maximum))
            writer.writeRow(cells)
        }
        let blank = [CSVWriter.Cell](repeating: .blank, count: headings.count - 3)
        writer.writeRow(
            [.blank, .text(CriteriaLabel.annexTotal.text(language))] + blank + [.number(set.maximum)])
        if let notice = notice(in: language) { writer.writeRow([.blank, .text(notice)] + blank + [.blank]) }
        return writer.bytes
    }

    /// The annex as a document.
    package func document(in language: Language) -> ReportDocument {
        let numbers = NumberWords(language)
        let headings = headings(in: language)
        var columns = headings.dropLast().map { TextTable.Column($0, wrapsFrom: 12) }
        columns.append(.init(headings.last ?? "", .decimal))
        var rows = set.criteria.map { criterion in
            TextTable.Row(
                texts(of: criterion, in: language) + [numbers.text(criterion.maximum)],
                isStrong: criterion.parent == nil)
        }
        let blank = [String](repeating: "", count: headings.count - 3)
        rows.append(
            .init(
                ["", CriteriaLabel.annexTotal.text(language)] + blank + [numbers.text(set.maximum)], isStrong: true))
        var document = ReportDocument()
        document.blocks.append(.heading(set.name.text(language), level: 1))
        document.blocks.append(.paragraph(SourceWords.text(set.source, in: language)))
        if let notice = notice(in: language) { document.blocks.append(.notice(notice)) }
        document.blocks.append(
            .table(TextTable(columns: columns, rows: rows, decimalSeparator: numbers.decimalSeparator.first ?? ".")))
        return document
    }
}
