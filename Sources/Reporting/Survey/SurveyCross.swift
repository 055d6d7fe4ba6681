internal import Documents
internal import Survey
internal import Values
internal import Words

/// A division as a table in two directions: a row for each combination of all dimensions but the last, a column for each of
/// its values, with the single figures of rows, columns and all as sums.
struct SurveyCross: Sendable {
    struct Row: Sendable {
        let names: [Phrase]
        /// By column, the row's own result last; nil where there is nobody.
        let cells: [SurveyIndex?]
        let isTotal: Bool
    }

    let title: Phrase
    private let titles: [Phrase]
    private let columns: [Phrase]
    let rows: [Row]

    init(_ division: SurveyDivision, _ source: SurveyDivision.Source, _ naming: SurveyNaming) {
        let outer = Array(division.dimensions.dropLast())
        let last = division.dimensions.last.map { [$0] } ?? []
        let (ofRows, ofColumns) = (SurveyDivision(outer, source).indices, SurveyDivision(last, source).indices)
        let groups = source.questionnaire.groups
        func key(_ index: SurveyIndex, _ dimensions: [SurveyDimension]) -> [String] {
            dimensions.map { dimension in
                switch dimension {
                case .unit: index.unit ?? ""
                case .domain(let domain): index.domain[domain.code] ?? ""
                case .block, .factor, .question:
                    "\(SurveyDivision.part(index.part, at: dimension, groups).map { "\($0)" } ?? "")"
                }
            }
        }
        var cells: [[String]: SurveyIndex] = [:]
        for index in division.indices { cells[key(index, outer + last)] = index }
        title = division.title
        titles = outer.map { $0.title }
        columns = ofColumns.map { index in last.first.map { naming.name(of: index, in: $0) } ?? .none }
        let ofAll = SurveyDivision([], source).indices.first
        rows =
            ofRows.map { row in
                Row(
                    names: outer.map { naming.name(of: row, in: $0) },
                    cells: ofColumns.map { cells[key(row, outer) + key($0, last)] } + [row], isTotal: false)
            } + [
                Row(
                    names: outer.indices.map { $0 == 0 ? SurveyWords.total : .none },
                    cells: ofColumns.map { Optional($0) } + [ofAll], isTotal: true)
            ]
    }

    /// The columns of the table; cells are in percent, blank where nothing is published.
    var tableColumns: [Column<Row>] {
        titles.enumerated().map { position, title in
            .phrase("", title, .wrapped(20)) { $0.names[position] }
        }
            + (columns + [SurveyWords.total]).enumerated().map { position, title in
                .decimal("", title, look: .hundredths) { $0.cells[position]?.percent }
            }
    }
}
