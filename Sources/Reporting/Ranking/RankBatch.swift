internal import Assessment
package import Documents
internal import Scoring
internal import Words

/// The rankings of several assessments, one after the other.
package struct RankBatch: Report {
    /// The rankings.
    package let reports: [RankReport]

    /// Puts rankings together.
    package init(_ reports: [RankReport]) { self.reports = reports }

    package func write(to document: inout Document) {
        for report in reports { report.write(to: &document) }
    }

    package var data: DataTable? { Self.table(reports, withFolder: true) }

    package func write(to record: inout RecordWriter) {
        record.list("assessments", reports) { record, report in report.write(to: &record) }
    }

    /// A row a unit: first those with a place, group by group, then the others with the reason.
    static func table(_ reports: [RankReport], withFolder: Bool) -> DataTable {
        // Codes of parts are the headings of their places; sets that differ have none in common.
        let codes = reports.first.map { $0.partCodes } ?? []
        let shown = reports.allSatisfy { $0.partCodes == codes } ? codes : []
        let folder = Column<RankLine>("", .folder) { .text($0.report.header.folder) }
        let columns =
            (withFolder ? [folder] : []) + [
                RankColumns.code, RankColumns.name, RankColumns.among, RankColumns.rank, RankColumns.points,
                RankColumns.maximum, RankColumns.index, RankColumns.unitClass, RankColumns.previousRank,
                RankColumns.ownPointsRank, RankColumns.lower, RankColumns.upper, RankColumns.simultaneousLower,
                RankColumns.simultaneousUpper, RankColumns.bestVaried, RankColumns.worstVaried,
            ] + shown.enumerated().map { RankColumns.partRank($0, $1) } + [RankColumns.reason, RankColumns.notice]
        let lines = reports.flatMap { report in
            report.parts.flatMap { report.lines(of: $0) + report.absentLines(of: $0) }
        }
        return DataTable(lines, columns)
    }
}

extension RankReport {
    fileprivate var partCodes: [String] { (parts.first?.partNodes ?? []).map { self.set.criteria[$0].code } }
}
