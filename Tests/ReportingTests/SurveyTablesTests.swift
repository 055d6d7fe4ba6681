import Documents
import Foundation
import Reporting
import TestSupport
import Testing

@testable import score_cli

/// Tables of a survey by two or three of units, domains and parts of the questionnaire.
@Suite struct SurveyTablesTests {
    private struct Output: Decodable {
        struct Estimate: Decodable {
            let unit, factor: String?
            let domain: [String: String]
            let kind, status: String
            let n: Int
            let answers: Int?
            let counts: [Int]?
            let percent: Double?
        }
        let estimates: [Estimate]
    }

    /// Forms: the unit, the service, the sex, and answers to `a` and `b` of F and `c` of G.
    private static let forms = [
        "A,đất đai,nam,1,2,2", "A,đất đai,nữ,2,2,1", "A,hộ tịch,nam,2,1,", "A,hộ tịch,nữ,1,1,2", "A,đất đai,nam,2,,2",
        "B,đất đai,nữ,2,1,1", "B,hộ tịch,nam,2,2,2", "B,hộ tịch,nữ,1,2,1", "B,hộ tịch,nam,2,2,",
    ]

    private func folder(domain: String = "service", minimum: Int = 0) -> TemporaryFolder {
        let files = TemporaryFolder()
        files.addSurveyed(units: [("A", "Xã A"), ("B", "Xã B")])
        files.add(
            """
            {"format": 1, "questionnaire": "thu", "name": "Thử", "minimumCount": \(minimum),
             "scale": {"levels": [{"code": "1", "label": "không"}, {"code": "2", "label": "có"}]},
             "columns": {"unit": "unit", "domains": [{"code": "\(domain)", "name": "Dịch vụ", "column": "service"},
                                                     {"code": "sex", "name": "Giới", "column": "sex"}]},
             "design": {"stages": [{}]}, "index": {"measure": "topShare", "topLevels": 1},
             "blocks": [{"code": "N", "name": "N", "factors": [
               {"code": "F", "name": "F", "questions": [{"code": "a", "text": "A?"}, {"code": "b", "text": "B?"}]},
               {"code": "G", "name": "G", "questions": [{"code": "c", "text": "C?"}]}]}]}
            """, "questionnaire.json")
        files.add((["unit,service,sex,a,b,c"] + Self.forms).joined(separator: "\n") + "\n", "survey.csv")
        return files
    }

    private func estimates(_ files: TemporaryFolder, _ arguments: String...) throws -> [Output.Estimate] {
        let text = commandOutput(["survey", files.path, "--format", "json"] + arguments).text
        return try JSONDecoder().decode(Output.self, from: Data(text.utf8)).estimates
    }

    /// The answers of some forms to some questions, by level: counted from the text.
    private func counts(_ unit: String?, _ service: String?, _ sex: String?, _ questions: [Int]) -> [Int] {
        let rows = Self.forms.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        let chosen = rows.filter { row in
            zip([unit, service, sex], row).allSatisfy { asked, own in asked.map { $0 == own } ?? true }
        }
        return ["1", "2"].map { level in chosen.reduce(0) { sum, row in sum + questions.count { row[3 + $0] == level } }
        }
    }

    private static let questions = ["F": [0, 1], "G": [2], "N": [0, 1, 2], "a": [0], "b": [1], "c": [2]]

    /// Everything that was asked for stands in one record, and every combination counts what the forms say.
    @Test func everyCombinationIsThere() throws {
        let found = try estimates(
            folder(), "--by", "factor*unit,question*service,unit*service*sex,block*sex,unit*factor*service,service")
        let combinations = found.filter { !$0.domain.isEmpty || ($0.unit != nil && $0.kind != "total") }
        // 2 × 2, 3 × 2, 4 + 3 that occur, 1 × 2, 2 × 2 × 2, 2.
        #expect(combinations.count == 4 + 6 + 7 + 2 + 8 + 2)
        for estimate in combinations {
            let own = estimate.factor.flatMap { Self.questions[$0] } ?? [0, 1, 2]
            let expected = counts(estimate.unit, estimate.domain["service"], estimate.domain["sex"], own)
            #expect(estimate.counts == expected, "\(estimate)")
        }
    }

    @Test func ordersFollowTheNames() throws {
        let found = try estimates(folder(), "--by", "factor*unit").filter { $0.unit != nil && $0.kind == "factor" }
        #expect(found.map { "\($0.factor ?? "") \($0.unit ?? "")" } == ["F A", "F B", "G A", "G B"])
        let other = try estimates(folder(), "--by", "unit*factor").filter { $0.unit != nil && $0.kind == "factor" }
        #expect(other.map { "\($0.factor ?? "") \($0.unit ?? "")" } == ["F A", "G A", "F B", "G B"])
    }

    /// A row a unit, a column a service; the sums are the single figures.
    @Test func wideTablesHaveTheSingleFiguresAsSums() throws {
        let files = folder()
        let text = commandOutput(
            ["survey", files.path, "--by", "unit*service", "--wide", "--format", "csv", "--lang", "en"]).text
        let rows = text.split(whereSeparator: \.isNewline).map { $0.split(separator: ",").map(String.init) }
        #expect(rows.count == 4)
        #expect(
            rows.first?.dropFirst() == ["hộ tịch", "đất đai", "Total"]
                || rows.first?.dropFirst() == ["đất đai", "hộ tịch", "Total"])
        func percent(_ unit: String?, _ service: String?) -> Double {
            let counts = counts(unit, service, nil, [0, 1, 2])
            return 100 * Double(counts[1]) / Double(counts[0] + counts[1])
        }
        let services: [String?] = rows[0][1] == "hộ tịch" ? ["hộ tịch", "đất đai", nil] : ["đất đai", "hộ tịch", nil]
        for (row, unit) in zip(rows.dropFirst(), ["A", "B", nil]) {
            for (cell, service) in zip(row.dropFirst(), services) {
                let value = try #require(Double(cell))
                #expect(abs(value - percent(unit, service)) < 1e-5)
            }
        }
    }

    @Test func wideNeedsOneTable() {
        let files = folder()
        for by in ["service", "unit*service,sex"] {
            #expect(commandOutput(["survey", files.path, "--by", by, "--wide"]).exit == .usage)
        }
        #expect(commandOutput(["survey", files.path, "--wide"]).exit == .usage)
    }

    @Test(arguments: ["unit", "block", "factor", "question"])
    func reservedNamesAreNoDomains(name: String) {
        let result = commandOutput(["survey", folder(domain: name).path])
        #expect(result.exit == .failed)
    }

    /// With a limit, a table by unit and service withholds what it does one unit at a time, and what crosses more is not shown.
    @Test func tablesAreProtected() throws {
        let files = folder(minimum: 2)
        let table = try estimates(files, "--by", "unit*service").filter { !$0.domain.isEmpty }
        var single: [Output.Estimate] = []
        for unit in ["A", "B"] {
            single += try estimates(files, "--unit", unit, "--by", "service").filter { !$0.domain.isEmpty }
        }
        #expect(table.map(\.answers) == single.map(\.answers))
        #expect(table.contains { $0.status == "suppressed" && $0.n == 1 })
        #expect(table.filter { $0.status == "suppressed" }.count > 1)
        let crossed = try estimates(files, "--by", "unit*service*sex").filter { $0.domain.count == 2 }
        #expect(crossed.allSatisfy { $0.status == "suppressed" && $0.counts == nil })
        // Somebody of each shown group left out a question, so no question is shown there.
        let parts = try estimates(files, "--by", "unit*service*question").filter { !$0.domain.isEmpty }
        #expect(parts.allSatisfy { $0.answers == nil || $0.n >= 2 })
    }
}
