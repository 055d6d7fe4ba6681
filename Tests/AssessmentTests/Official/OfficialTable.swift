import Foundation
import Scoring
import TestSupport
import Testing
import Values

@testable import Assessment

/// A table in the layout of a published form, with the figures or points that a person reads in it.
struct OfficialTable: CustomTestStringConvertible, Sendable {
    enum Content: Sendable {
        case text(String)
        case bytes([UInt8])
        /// Rows from the first on; cells divided by `|`, numbers as numbers, and the merged areas.
        case sheet([String], merges: [String])
    }

    /// What the form is and where it was published.
    let layout: String
    var file = "metrics.csv"
    let content: Content
    var settings = ""
    var units = SmallAssessment.units
    /// `unit metric=figure`: `xa-1 1.1=9/10`.
    var figures: [String] = []
    /// `unit criterion stage=points`.
    var points: [String] = []
    /// The findings but for units without figures.
    let findings: [String]

    var testDescription: String { layout }

    func check() throws {
        var small = SmallAssessment(["assessment.json": SmallAssessment.settings(settings), "units.csv": units])
        let name =
            file == "metrics.csv" && isSheet ? "metrics.xlsx" : file == "scores.csv" && isSheet ? "scores.xlsx" : file
        if name != file { small.files[file] = nil }
        if file != "metrics.csv" { small.files["metrics.csv"] = Array("unit;metric;value\n".utf8) }
        small.files[name] = bytes
        let reading = try small.read()
        #expect(reading.briefs == findings)
        guard let assessment = reading.assessment else { return }
        let metrics = assessment.figures.metrics
        let found = assessment.units.flatMap { unit in
            metrics.compactMap { metric -> String? in
                guard let figure = reading.figure(unit.code, metric), figure != .notReported else { return nil }
                return "\(unit.code) \(metric)=\(Self.text(figure))"
            }
        }
        if !figures.isEmpty { #expect(found.sorted() == figures.sorted()) }
        let given = assessment.givenScores.map { "\($0.unit) \($0.criterion) \($0.stage.code)=\($0.points.text())" }
        if !points.isEmpty { #expect(given.sorted() == points.sorted()) }
        #expect(!figures.isEmpty || !points.isEmpty)
    }

    private var isSheet: Bool { if case .sheet = content { true } else { false } }

    private var bytes: [UInt8] {
        switch content {
        case .text(let text): return Array(text.utf8)
        case .bytes(let bytes): return bytes
        case .sheet(let rows, let merges):
            let cells = rows.map { row in
                row.split(separator: "|", omittingEmptySubsequences: false).map { cell -> TestBook.Cell in
                    let text = cell.trimmingCharacters(in: .whitespaces)
                    if text.isEmpty { return .blank }
                    // A code that looks like a number is text in an official form.
                    return text.hasPrefix("#") ? .number(String(text.dropFirst())) : .text(text)
                }
            }
            let numbered = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($0 + 1, $1) })
            return TestBook(("Biểu", numbered), merges: merges).bytes
        }
    }

    private static func text(_ figure: Figure) -> String {
        switch figure {
        case .value(let value): value.text()
        case .ratio(let numerator, let denominator): "\(numerator.text())/\(denominator.text())"
        case .notReported: "-"
        case .notApplicable: "không áp dụng"
        case .awaited: "chờ"
        case .notPublished: "không công bố"
        }
    }
}
