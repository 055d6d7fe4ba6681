package import Documents
internal import Words
import Assessment
import Scoring
import Tables
import Values

extension RankReport {
    /// The report as CSV, a row a unit: first those with a place, group by group, then the others with the reason.
    package func csv(in language: Language) -> [UInt8] {
        Self.csv([self], withFolder: false, in: language)
    }

    /// Several reports as one table; the folder may stand in front of each row.
    package static func csv(_ reports: [RankReport], withFolder: Bool, in language: Language) -> [UInt8] {
        var writer = CSVWriter(language == .vi ? .excelVietnamese : .plain)
        // Codes of parts are the headings of their places; sets that differ have none in common.
        let codes = reports.first.map(\.partCodes) ?? []
        let isCommon = reports.allSatisfy { $0.partCodes == codes }
        let shown = isCommon ? codes : []
        let folder = Wording(vi: "Thư mục", en: "Folder")
        let headings =
            (withFolder ? [folder.text(language)] : []) + Self.headings.map { $0.text(language) }
            + shown.map { (language == .vi ? "Hạng " : "Rank ") + $0 }
            + [Wording(vi: "Lý do chưa xếp hạng", en: "Why not ranked"), Wording(vi: "Lưu ý", en: "Notes")].map {
                $0.text(language)
            }
        writer.writeRow(headings.map { .text($0) })
        for report in reports {
            let start: [CSVWriter.Cell] = withFolder ? [.text(report.header.folder)] : []
            for part in report.parts {
                report.write(part, shown.count, start, to: &writer, language)
            }
        }
        return writer.bytes
    }

    private var partCodes: [String] { (parts.first?.partNodes ?? []).map { set.criteria[$0].code } }

    private func write(
        _ part: RankPart, _ partCount: Int, _ start: [CSVWriter.Cell], to writer: inout CSVWriter,
        _ language: Language
    ) {
        let notice = CSVWriter.Cell.text(header.shortNotice(in: language))
        let digits = set.rounding.points.digits
        for (position, row) in part.rows.enumerated() {
            var cells: [CSVWriter.Cell] = start
            cells += [.text(row.unit.code), .text(row.unit.name), .text(part.key ?? ""), cell(row.place.rank)]
            cells.append(.number(row.place.tally.points, minimumDigits: digits))
            cells.append(.number(row.place.tally.maximum, minimumDigits: digits))
            cells.append(
                row.place.index.rounded(set.rounding.index).map {
                    .number($0, minimumDigits: set.rounding.index.digits)
                } ?? .blank)
            cells.append(.text(row.unitClass?.name.text(language) ?? ""))
            cells += [cell(row.previousRank), cell(row.ownPointsRank)]
            cells += [cell(row.interval.lower), cell(row.interval.upper)]
            cells += [cell(row.simultaneous.lower), cell(row.simultaneous.upper)]
            let places = part.robustness?.variation.places[position]
            cells += [places?.best, places?.worst].map { $0.map { cell(Rank($0)) } ?? .blank }
            if partCount > 0 { cells += row.partRanks.map(cell) }
            writer.writeRow(cells + [.blank, notice])
        }
        for absence in part.absences {
            let unit = assessment.units[absence.unit]
            let reason = RankWords.reason(absence.reason, minimum: set.ranking.minimumCoverage, in: language)
            let blanks = repeatElement(CSVWriter.Cell.blank, count: Self.headings.count - 3 + partCount)
            writer.writeRow(
                start + [.text(unit.code), .text(unit.name), .text(part.key ?? "")] + blanks
                    + [.text(reason), notice])
        }
    }

    private func cell(_ rank: Rank?) -> CSVWriter.Cell { rank.map { .number($0.decimal) } ?? .blank }

    private static let headings = [
        Wording(vi: "Mã đơn vị", en: "Unit"), Wording(vi: "Tên đơn vị", en: "Unit name"),
        Wording(vi: "Xếp trong", en: "Among"), Wording(vi: "Hạng", en: "Rank"),
        Wording(vi: "Điểm", en: "Points"), Wording(vi: "Điểm tối đa", en: "Maximum"),
        Wording(vi: "Chỉ số", en: "Index"), Wording(vi: "Xếp loại", en: "Class"),
        Wording(vi: "Hạng năm trước", en: "Last year's rank"),
        Wording(vi: "Hạng theo điểm gốc", en: "Rank by own points"),
        Wording(vi: "Hạng từ", en: "Rank from"), Wording(vi: "Hạng đến", en: "Rank to"),
        Wording(vi: "Hạng từ (đồng thời)", en: "Rank from (simultaneous)"),
        Wording(vi: "Hạng đến (đồng thời)", en: "Rank to (simultaneous)"),
        Wording(vi: "Hạng tốt nhất khi đổi điểm", en: "Best rank as points vary"),
        Wording(vi: "Hạng thấp nhất khi đổi điểm", en: "Worst rank as points vary"),
    ]
}
