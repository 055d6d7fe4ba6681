import Assessment
import Documents
import Foundation
import OfficeCheck
import Testing

@testable import Reporting

/// The cells of a written form, with its formulas as texts.
struct WrittenForm {
    private(set) var formulas: [String: String] = [:]
    /// What was written, results of formulas among it.
    private(set) var values: [String: SheetFormula.Value] = [:]
    /// The addresses of cells that can be changed.
    private(set) var open: Set<String> = []
    let bytes: [UInt8]

    /// The form of a unit, or of one of the agencies, of a small folder.
    init(_ folder: SmallFolder, unit: Int = 0, agency: String? = nil) throws {
        let assessment = try #require(Assessment.read(folder.path).assessment)
        let book = FormBook(assessment, in: .vi)
        let form =
            agency.map { agency in book.agencyForms.first { $0.agency == agency } } ?? book.forms(ofUnit: unit).first
        bytes = try book.workbook(try #require(form))
        let parts = OfficeArchive(bytes).parts
        let text = try #require(parts.first { $0.name == "xl/worksheets/sheet1.xml" }).text
        let styles = try #require(parts.first { $0.name == "xl/styles.xml" }).text
        let looks = styles.components(separatedBy: "<cellXfs")[1].components(separatedBy: "<xf ").dropFirst().map {
            $0.contains("locked=\"0\"")
        }
        let pattern = #/<c r="([A-Z]+[0-9]+)"(?: s="([0-9]+)")?(?: t="[a-zA-Z]+")?(?:\/>|>(.*?)<\/c>)/#
            .dotMatchesNewlines()
        for match in text.matches(of: pattern) {
            let (address, content) = (String(match.1), String(match.3 ?? ""))
            if let look = match.2.flatMap({ Int($0) }), looks[look] { open.insert(address) }
            if let formula = content.firstMatch(of: #/<f>(.*?)<\/f>/#) { formulas[address] = Self.plain(formula.1) }
            if let value = content.firstMatch(of: #/<v>(.*?)<\/v>/#) {
                values[address] = Double(value.1).map { .number($0) } ?? .text(Self.plain(value.1))
            } else if let shown = content.firstMatch(of: #/<t[^>]*>(.*?)<\/t>/#.dotMatchesNewlines()) {
                values[address] = .text(Self.plain(shown.1))
            }
        }
    }

    /// What the formula of a cell gives, from the cells of this form or of another of the same rows.
    func result(_ address: String, from other: WrittenForm? = nil) -> SheetFormula.Value? {
        guard let formula = formulas[address] else { return nil }
        return SheetFormula.value(of: formula) { cell in
            formulas[cell] == nil ? (other ?? self).values[cell] ?? .blank : result(cell, from: other) ?? .blank
        }
    }

    /// The row whose first cell has a text, as part of an address.
    func row(_ code: String) throws -> Int {
        let cell = try #require(values.first { $0.key.hasPrefix("A") && $0.value == .text(code) }, "\(code)")
        return try #require(Int(cell.key.dropFirst()))
    }

    private static func plain(_ text: Substring) -> String {
        String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&amp;", with: "&").replacing("_x005F_", with: "_")
    }
}
