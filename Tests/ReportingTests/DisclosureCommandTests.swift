import Documents
import Foundation
import Reporting
import TestSupport
import Testing

@testable import score_cli

/// What `survey` and `report` show of one folder, all of it held together, does not tell what a few people answered.
@Suite struct DisclosureCommandTests {
    private struct Output: Decodable {
        struct Survey: Decodable {
            struct Disclosure: Decodable {
                let method: String?
                let threshold, complementary: Int
            }
            let disclosure: Disclosure?
        }
        struct Estimate: Decodable {
            let unit, factor, reason: String?
            let domain: [String: String]
            let kind, status: String
            let n: Int
            let answers: Int?
            let counts: [Int]?
            let share: Double?
        }
        let survey: Survey
        let estimates: [Estimate]
    }

    private static let services = ["đất đai", "hộ tịch", "xây dựng", "y tế"]
    /// Forms by unit and service: three people asked for a building permit in A.
    private static let forms = ["A": [14, 9, 3, 0], "B": [11, 8, 7, 6], "C": [6, 12, 9, 5]]

    private func folder(_ extra: String = "") -> TemporaryFolder {
        let files = TemporaryFolder()
        files.addSurveyed(units: [("A", "Xã A"), ("B", "Xã B"), ("C", "Xã C")])
        files.add(
            """
            {"format": 1, "questionnaire": "thu", "name": "Thử", "minimumCount": 5, \(extra)
             "scale": {"levels": [{"code": "1", "label": "không"}, {"code": "2", "label": "có"}]},
             "columns": {"unit": "unit", "domains": [{"code": "service", "name": "Dịch vụ", "column": "service"}]},
             "design": {"stages": [{}]}, "index": {"measure": "topShare", "topLevels": 1},
             "blocks": [{"code": "N", "name": "N", "factors": [
               {"code": "F", "name": "F", "questions": [{"code": "a", "text": "?"}, {"code": "b", "text": "?"}]},
               {"code": "G", "name": "G", "questions": [{"code": "c", "text": "?"}]}]}]}
            """, "questionnaire.json")
        var rows = ["unit,service,a,b,c"]
        for (unit, counts) in Self.forms.sorted(by: { $0.key < $1.key }) {
            for (service, count) in zip(Self.services, counts) {
                for number in 0..<count {
                    rows.append("\(unit),\(service),\(1 + number % 2),\(1 + number % 3 / 2),\(2 - number % 5 / 4)")
                }
            }
        }
        files.add(rows.joined(separator: "\n") + "\n", "survey.csv")
        return files
    }

    private func output(_ files: TemporaryFolder, _ arguments: [String]) throws -> Output {
        let text = commandOutput(["survey", files.path, "--format", "json"] + arguments).text
        return try JSONDecoder().decode(Output.self, from: Data(text.utf8))
    }

    /// Every table by service, of all units and of each, and every part of the questionnaire: the answers of the three
    /// could be any number of a range as long as the limit.
    @Test func threePeopleAreNotFound() throws {
        let files = folder()
        let units = Self.forms.keys.sorted()
        var attacker = Attacker(units.count * Self.services.count)
        var hidden: [String] = []
        for arguments in [[]] + units.map({ ["--unit", $0] }) {
            for estimate in try output(files, arguments + ["--by", "service"]).estimates where estimate.kind == "total"
            {
                let places = units.indices.filter { estimate.unit == nil || units[$0] == estimate.unit }.flatMap {
                    unit in
                    Self.services.indices.filter { service in
                        estimate.domain["service"].map { $0 == Self.services[service] } ?? true
                    }.map { unit * Self.services.count + $0 }
                }
                if let answers = estimate.answers {
                    attacker.learn(places, answers)
                } else {
                    #expect(estimate.counts == nil && estimate.share == nil && estimate.status == "suppressed")
                    hidden.append("\(estimate.unit ?? "") \(estimate.domain["service"] ?? "")")
                }
            }
        }
        // Nobody of A answered about health.
        attacker.learn([3], 0)
        #expect(hidden.contains("A xây dựng"))
        let (least, greatest) = attacker.range(of: [2])
        #expect(least <= 9 && 9 <= greatest)
        #expect(greatest - least >= 5 * 3)
    }

    @Test func whatIsLostIsSaid() throws {
        let files = folder()
        let unit = try output(files, ["--unit", "A", "--by", "service"])
        let reasons = unit.estimates.filter { $0.status == "suppressed" }.map { $0.reason ?? "threshold" }
        #expect(reasons.sorted() == ["complementary", "threshold"])
        #expect(unit.survey.disclosure?.method == "cellSuppression")
        #expect(unit.survey.disclosure?.threshold == 1)
        #expect(unit.survey.disclosure?.complementary == 1)
        for (language, text) in [("vi", "Bảo vệ người trả lời: "), ("en", "Protection of answers: ")] {
            let report = commandOutput(["survey", files.path, "--unit", "A", "--by", "service", "--lang", language])
                .text
            #expect(report.contains(text))
            let words = language == "vi" ? "dưới 5 người" : "fewer than 5 people"
            #expect(report.replacing("\n", with: " ").contains(words))
        }
    }

    /// A report has the same results as `survey`, with the same ones missing.
    @Test func reportsShowNoMore() throws {
        let files = folder()
        struct Report: Decodable {
            struct Unit: Decodable {
                let unit: String
                let estimates: [Output.Estimate]
            }
            let surveyUnits: [Unit]
        }
        let text = commandOutput(["report", files.path, "--format", "json"]).text
        let report = try JSONDecoder().decode(Report.self, from: Data(text.utf8))
        #expect(report.surveyUnits.map(\.unit) == ["A", "B", "C"])
        for unit in report.surveyUnits {
            let own = try output(files, ["--unit", unit.unit])
            #expect(unit.estimates.map(\.answers) == own.estimates.map(\.answers))
        }
    }

    @Test func countsAreRoundedWhereAskedFor() throws {
        let plain = try output(folder(), ["--by", "service"])
        let rounded = try output(folder(#""disclosure": {"roundTo": 5},"#), ["--by", "service"])
        #expect(plain.estimates.map(\.share) == rounded.estimates.map(\.share))
        for (exact, other) in zip(plain.estimates, rounded.estimates) {
            #expect(other.n.isMultiple(of: 5) && abs(other.n - exact.n) <= 2)
            #expect(other.counts?.allSatisfy { $0.isMultiple(of: 5) } ?? true)
            #expect(other.answers == other.counts?.reduce(0, +))
        }
    }

    /// With `crossing` 1 no service of a unit is published, and those of all are.
    @Test func whatIsNotCrossedIsNotShown() throws {
        let files = folder(#""disclosure": {"crossing": 1},"#)
        let all = try output(files, ["--by", "service"]).estimates.filter { !$0.domain.isEmpty }
        #expect(all.map(\.status) == ["estimated", "estimated", "estimated", "estimated"])
        let unit = try output(files, ["--unit", "B", "--by", "service"]).estimates.filter { !$0.domain.isEmpty }
        #expect(unit.map(\.status) == ["suppressed", "suppressed", "suppressed", "suppressed"])
    }

    /// Without a limit nothing is withheld and nothing said.
    @Test func withoutALimitNothingIsWithheld() throws {
        let files = folder()
        let text = try #require(files.text("questionnaire.json"))
        files.add(text.replacing("\"minimumCount\": 5", with: "\"minimumCount\": 1"), "questionnaire.json")
        let unit = try output(files, ["--unit", "A", "--by", "service"])
        #expect(unit.survey.disclosure == nil)
        #expect(unit.estimates.allSatisfy { $0.status == "estimated" || $0.status == "oneSidedBound" })
    }
}
