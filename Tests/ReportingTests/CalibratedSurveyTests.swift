import Assessment
import Documents
import Foundation
import TestSupport
import Testing
import Values

@testable import score_cli

/// A survey that is calibrated, and two years of it compared, from the command line.
@Suite struct CalibratedSurveyTests {
    /// An assessment of one commune: men and women who answered that they are satisfied (2) or not (1).
    private func folder(year: Int, men: (Int, Int), women: (Int, Int), calibration: String) -> TemporaryFolder {
        let files = TemporaryFolder()
        let criteria = Repository.path("Tests/SurveyTests/Cases12/40-formula-guard-in-tallies/criteria.json")
        files.add(
            """
            {"format": 1, "name": "Thử", "criteria": "\(criteria)", "year": \(year), "stage": "self",
             "files": {"units": "units.csv", "metrics": ["metrics.csv"],
                       "survey": {"questionnaire": "questionnaire.json", "answers": ["survey.csv"],
                                  "populations": "populations.csv"}}}
            """, "assessment.json")
        files.add("code;name;level\nA;Xã A;commune\n", "units.csv")
        files.add("unit;metric;value;numerator;denominator;status\n", "metrics.csv")
        files.add("variable;value;count\nsex;nam;500\nsex;nữ;500\n", "populations.csv")
        files.add(
            """
            {"format": 1, "questionnaire": "thu", "name": "Thử",
             "scale": {"levels": [{"code": "1", "label": "không"}, {"code": "2", "label": "có"}]},
             "columns": {"unit": "unit", "domains": [{"code": "sex", "name": "Giới", "column": "sex"}]},
             "design": {"stages": [{}]}, "index": {"measure": "topShare", "topLevels": 1}, \(calibration)
             "blocks": [{"code": "N", "name": "N", "factors": [
               {"code": "F", "name": "F", "questions": [{"code": "a", "text": "?"}]}]}],
             "metrics": [{"metric": "1.1"}]}
            """, "questionnaire.json")
        func rows(_ sex: String, _ answers: (Int, Int)) -> String {
            String(repeating: "A,\(sex),2\n", count: answers.0) + String(repeating: "A,\(sex),1\n", count: answers.1)
        }
        files.add("unit,sex,a\n" + rows("nam", men) + rows("nữ", women), "survey.csv")
        return files
    }

    private static let sex = #""calibration": {"method": "postStratify", "margins": ["sex"]},"#

    private func json(_ arguments: [String]) throws -> [String: Any] {
        let text = commandOutput(arguments + ["--format", "json"]).text
        return try #require(try SchemaCheck.parsed(Data(text.utf8)) as? [String: Any], "\(text)")
    }

    /// Holds a record against its schema, strictly.
    private func hold(_ record: [String: Any], _ path: String) throws {
        let check = try SchemaCheck(path)
        #expect(check.faults(of: record).isEmpty)
        #expect(check.strangeKeys(in: record).isEmpty)
    }

    private func number(_ value: Any?) -> Double? { (value as? NSNumber)?.doubleValue }

    /// 30 of 40 men and 10 of 20 women are satisfied, and there are as many men as women: (0.75 + 0.5) ÷ 2 = 62.5 %
    /// where 40 of 60 forms would be 66.67 %. The design effect of weights 12.5 and 25 is
    /// 60 (40 · 12.5² + 20 · 25²) ÷ 1000² = 1.125.
    @Test func weightsAreThoseOfThePopulation() throws {
        let files = folder(year: 2025, men: (30, 10), women: (10, 10), calibration: Self.sex)
        let text = commandOutput(["survey", files.path, "--lang", "vi"]).text
        #expect(text.contains("62,50"), "\(text)")
        #expect(text.contains("hậu phân tầng; trọng số từ 12,5 đến 25, hệ số thiết kế do trọng số 1,13"), "\(text)")
        #expect(text.contains("Trọng số sau hiệu chỉnh, so với dân số"), "\(text)")
        let record = try json(["survey", files.path])
        let survey = try #require(record["survey"] as? [String: Any])
        let calibration = try #require(survey["calibration"] as? [String: Any])
        #expect(calibration["method"] as? String == "postStratify")
        let margins = try #require(calibration["margins"] as? [[String: Any]])
        #expect(margins.compactMap { number($0["before"]) } == [40, 20])
        #expect(margins.compactMap { number($0["after"]) } == [500, 500])
        try hold(record, "schemas/survey.schema.json")
        // Without calibration the table of populations is not used, which is said.
        let plain = folder(year: 2025, men: (30, 10), women: (10, 10), calibration: "")
        let warned = commandOutput(["survey", plain.path, "--lang", "en"])
        #expect(warned.text.contains("66.67"))
        #expect(Assessment.read(plain.path).findings.map(\.code).contains("survey.notCalibrated"))
    }

    /// From 40 of 60 to 50 of 60 : 16.67 points, with a standard error of √(p q ÷ 59 for both), 7.8 points: t = 2.13 on 117
    /// degrees of freedom. To 42 of 60 it is far from enough.
    @Test(arguments: [(40, true), (32, false)])
    func aChangeIsHeldAgainstTheSamplingError(satisfiedMen: Int, exceeds: Bool) throws {
        let before = folder(year: 2024, men: (30, 10), women: (10, 10), calibration: "")
        let after = folder(
            year: 2025, men: (satisfiedMen, 40 - satisfiedMen), women: (10, 10), calibration: "")
        let record = try json(["compare", before.path, after.path])
        let changes = try #require(record["surveyChanges"] as? [[String: Any]])
        #expect(changes.count == 1)
        #expect(changes.first?["exceedsSamplingError"] as? Bool == exceeds)
        #expect(number(changes.first?["degreesOfFreedom"]) == 117)
        let (p, q) = (2.0 / 3, Double(satisfiedMen + 10) / 60)
        let error = 100 * ((p * (1 - p) + q * (1 - q)) / 59).squareRoot()
        #expect(abs((number(changes.first?["standardError"]) ?? 0) - error) < 1e-9)
        try hold(record, "schemas/compare.schema.json")
        let text = commandOutput(["compare", before.path, after.path, "--lang", "vi"]).text
        #expect(text.contains("Chỉ số khảo sát thay đổi có vượt sai số chọn mẫu không"), "\(text)")
        #expect(text.contains(exceeds ? "vượt sai số" : "chưa vượt sai số"))
        // The change is rounded as the indices beside it are.
        #expect(text.firstMatch(of: /[+−]\d+,\d{3,}/) == nil, "\(text)")
    }
}
