import Foundation
import TestSupport
import Testing
import Values

@testable import Assessment
@testable import Tables

/// Tables in the layouts of published forms, as offices keep them: with titles, numbers of columns, sums, merged cells,
/// parts and signatures. The figures are typed by hand from the tables.
@Suite struct OfficialTablesTests {
    @Test(arguments: OfficialTables.long + OfficialTables.wide + OfficialTables.points + OfficialTables.encoded)
    func isRead(_ table: OfficialTable) throws { try table.check() }

    /// The same wide table, saved as text by a spreadsheet: of merged cells the first has the text.
    @Test func mergedHeadingsReadTheSameAsText() throws {
        let sheet = try #require(OfficialTables.wide.first { $0.layout.hasPrefix("766 unit table") })
        guard case .sheet(let rows, _) = sheet.content else { return }
        let lines = rows.map { row in
            row.split(separator: "|", omittingEmptySubsequences: false).map { cell in
                let text = cell.trimmingCharacters(in: .whitespaces)
                return text.hasPrefix("#") ? String(text.dropFirst()).replacing(".", with: ",") : text
            }.joined(separator: ";")
        }
        try OfficialTable(
            layout: sheet.layout + " as text", content: .text(lines.joined(separator: "\n") + "\n"),
            figures: sheet.figures, findings: sheet.findings.map { $0.replacing("xlsx:Biểu", with: "csv") }
        ).check()
    }
}
