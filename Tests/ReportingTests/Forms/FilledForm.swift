import Assessment
import Foundation
import Scoring
import TestSupport
import Values
import Workbooks

@testable import Reporting

/// A form as it comes back, made of its rows.
struct FilledForm {
    /// A row: the codes, what stands in the visible columns, and points.
    struct Row {
        var unit = "u1"
        var criterion: String
        var metric: String?
        var shown: String?
        var numerator = ""
        var denominator = ""
        var value = ""
        var points: WrittenCell.Content = .blank
        var appraised: WrittenCell.Content = .blank
        var evidence = ""
        var explanation = ""
        var opinion = ""
        var reason = ""
    }

    var about: FormLayout.About
    var rows: [Row]
    var hasAbout = true

    /// Writes it into a folder; returns its path.
    func write(_ name: String, to folder: TemporaryFolder) throws -> String {
        var bytes: [UInt8] = []
        var book = BookWriter(file: name) { bytes += $0 }
        try book.sheet(SheetLayout(name: "Phiếu")) { sheet throws(FindingsError) in
            try sheet.row(FormLayout.Column.allCases.map { WrittenCell("\($0)") })
            for row in rows {
                func cell(_ text: String) -> WrittenCell {
                    (try? FixedDecimal(text)).map { WrittenCell(.number($0)) } ?? WrittenCell(text)
                }
                try sheet.row([
                    WrittenCell(row.shown ?? row.metric ?? row.criterion), WrittenCell("x"), WrittenCell(""),
                    cell(row.numerator), cell(row.denominator), cell(row.value), WrittenCell(row.points),
                    WrittenCell(row.appraised), WrittenCell(row.evidence), WrittenCell(row.explanation),
                    WrittenCell(row.unit), WrittenCell(row.criterion), WrittenCell(row.metric ?? ""),
                    WrittenCell(row.opinion), WrittenCell(row.reason),
                ])
            }
        }
        if hasAbout {
            try book.sheet(SheetLayout(name: FormLayout.aboutSheet)) { sheet throws(FindingsError) in
                for row in about.rows { try sheet.row([WrittenCell(row.key), WrittenCell(row.value)]) }
            }
        }
        book.finish()
        return folder.add(bytes, name)
    }
}
