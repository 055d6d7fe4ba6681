public import Assessment
public import Documents
internal import Scoring
internal import Values
internal import Words

/// The points of all units by criterion, with a column for each stage that decided something.
public struct MatrixReport: OfficialReport {
    /// What the record is.
    public static let recordFormat = "matrix/1"

    private let header: ReportHeader
    private let matrix: StageMatrix
    private let units: [Int]
    /// The most columns of points that a table has; nil for as many as there are.
    private let columnLimit: Int?

    /// Makes the table of some units, or all, up to the stage that the assessment shows.
    ///
    /// - Parameters:
    ///   - assessment: the assessment at the stage that is shown.
    ///   - units: the positions of the units shown; nil for all.
    ///   - columnLimit: so many columns of points fit beside each other; nil where there is no limit.
    public init(_ assessment: Assessment, units: [Int]? = nil, columnLimit: Int? = nil) {
        header = ReportHeader(assessment)
        matrix = StageMatrix(assessment)
        let order = assessment.parts(by: .group).flatMap { $0.units }
        let wanted = units.map(Set.init)
        self.units = order.filter { wanted?.contains($0) ?? true }
        self.columnLimit = columnLimit
    }

    /// So many columns of points fit on a page across.
    public static let pageColumns = 12

    /// What stands around the text.
    public var frame: OfficialFrame {
        var frame = OfficialFrame(
            ofCouncil: AppraisalWords.matrix, AppraisalWords.minutesNumber,
            subject: AppraisalWords.matrixSubject(header.settings.period.phrase), recipients: AppraisalWords.recipients)
        frame.isLandscape = true
        return frame
    }

    /// The totals, then each field.
    public var sections: [OfficialSection] {
        [
            OfficialSection(AppraisalWords.totals) { document in
                document.heading(AppraisalWords.totalsTitle)
                document.paragraph(AppraisalWords.blank)
                write(totalColumns, to: &document)
                for notice in header.notices(isBrief: true) { document.notice(notice) }
            }
        ]
            + header.set.fieldIndices.map { field in
                let criterion = header.set.criteria[field]
                return OfficialSection(AppraisalWords.fieldSheet(criterion.code)) { document in
                    document.heading(criterion.label)
                    write(columns(of: field), to: &document)
                }
            }
    }

    private typealias Cell = Column<Int>

    private var names: [Cell] {
        let units = header.assessment.units
        return [
            .text("code", .code) { units[$0].code }, .text("name", .unit, .wrapped(18)) { units[$0].name },
        ]
    }

    private func column(_ title: Phrase, at stage: Int, _ value: @escaping @Sendable (Int) -> FixedDecimal?) -> Cell {
        .decimal(
            "", AppraisalWords.column(title, matrix.stages[stage]), .decimal.blank(""), digits: header.pointDigits,
            value)
    }

    private var totalColumns: [[Cell]] {
        let (matrix, maximum, digits) = (matrix, header.assessment.scores, header.pointDigits)
        return [[.decimal("", .maximumShort, digits: digits) { maximum[$0].total.maximum }]]
            + [
                matrix.stages.indices.map { stage in
                    column(.total, at: stage) { matrix.sum(of: $0, field: nil, at: stage) }
                }
            ]
    }

    /// The columns of a field, criterion by criterion, and its sums.
    private func columns(of field: Int) -> [[Cell]] {
        let matrix = matrix
        let nodes = matrix.nodes.filter { header.set.field(above: $0) == field && $0 != field }
        return nodes.map { node in
            matrix.stages.indices.map { stage in
                column(Phrase(verbatim: header.set.criteria[node].code), at: stage) {
                    matrix.points(of: $0, node: node, at: stage)
                }
            }
        } + [
            matrix.stages.indices.map { stage in
                column(AppraisalWords.sum, at: stage) { matrix.sum(of: $0, field: field, at: stage) }
            }
        ]
    }

    /// Writes the columns, those of one criterion beside each other, in as many tables as they need.
    private func write(_ columns: [[Cell]], to document: inout Document) {
        var rows: [[Cell]] = [[]]
        for group in columns {
            let end = rows.count - 1
            if let columnLimit, !rows[end].isEmpty, rows[end].count + group.count > columnLimit {
                rows.append(group)
            } else {
                rows[end] += group
            }
        }
        // Where there is little room, the names say enough.
        let names = columnLimit == nil ? names : Array(names.dropFirst())
        for columns in rows { document.table(units, names + columns) }
    }

    /// What programs read.
    public func write(to record: inout RecordWriter) {
        header.write(to: &record)
        let (set, matrix) = (header.set, matrix)
        record.texts("columns", matrix.stages.map { $0.code })
        func values(_ value: (Int) -> FixedDecimal?) -> Value {
            .list(matrix.stages.indices.map { .number(value($0)) })
        }
        record.list("units", units) { record, unit in
            record.values(of: unit, self.names)
            record.value("maximum", .number(self.header.assessment.scores[unit].total.maximum))
            record.value("total", values { matrix.sum(of: unit, field: nil, at: $0) })
            record.list("fields", set.fieldIndices) { field in
                [
                    "code": .text(set.criteria[field].code),
                    "points": values { matrix.sum(of: unit, field: field, at: $0) },
                ]
            }
            record.list("criteria", matrix.nodes) { node in
                [
                    "code": .text(set.criteria[node].code),
                    "points": values { matrix.points(of: unit, node: node, at: $0) },
                ]
            }
        }
    }
}
