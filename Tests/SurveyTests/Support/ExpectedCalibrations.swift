import Survey
import TestSupport
import Testing
import Values

/// Calibrated surveys with estimates by R's package survey; see checks/survey-estimates/calibration.R.
struct ExpectedCalibrations: Decodable {
    struct Design: Decodable, CustomTestStringConvertible {
        let file: String
        let ids, strata, fpc: [String]
        let lonely, method: String
        let margins: [String]
        /// Unit, variable, value and count.
        let populations: [[String]]
        let response: String?
        let trim: [Double]?
        /// The smallest and the largest weight, and the design effect of weights.
        let weights: [Double]
        let estimates: [ExpectedDesigns.Expected]

        var testDescription: String {
            "\(file) \(ids) \(strata) \(fpc) \(method) \(margins) \(response ?? "") \(trim ?? [])"
        }

        var path: String { "Tests/SurveyTests/Designs/\(file).csv" }

        /// The design as a questionnaire states it.
        var stages: String {
            ids.enumerated().map { stage, id in
                var parts: [String] = []
                if stage < strata.count { parts.append(#""stratum": "\#(strata[stage])""#) }
                if id != "row" { parts.append(#""cluster": "\#(id)""#) }
                if stage < fpc.count { parts.append(#""population": "\#(fpc[stage])""#) }
                return "{" + parts.joined(separator: ", ") + "}"
            }.joined(separator: ", ")
        }

        /// The calibration as a questionnaire states it.
        var calibration: String {
            var parts: [String] = []
            if !margins.isEmpty {
                let names = margins.map { "\"\($0)\"" }.joined(separator: ", ")
                parts += [#""method": "\#(method)""#, #""margins": [\#(names)]"#]
            }
            if let response { parts.append(#""response": "\#(response)""#) }
            if let trim { parts.append(#""trim": {"least": \#(trim[0]), "most": \#(trim[1])}"#) }
            return "{" + parts.joined(separator: ", ") + "}"
        }

        /// The analysis of its file, with the index that an estimate of R corresponds to.
        func analysis(measure: String, combination: String) throws -> SurveyAnalysis {
            let levels = (1...5).map { #"{"code": "\#($0)", "label": "level \#(["a", "b", "c", "d", "e"][$0 - 1])"}"# }
            let questions = (1...5).map { #"{"code": "q\#($0)", "text": "Question \#($0)"}"# }
            let domains = ["service", "sex"].map { #"{"code": "\#($0)", "name": "\#($0)", "column": "\#($0)"}"# }
            let text = """
                {"format": 1, "questionnaire": "r", "name": "R",
                 "scale": {"levels": [\(levels.joined(separator: ", "))]},
                 "columns": {"unit": "unit", "weight": "w", "domains": [\(domains.joined(separator: ", "))]},
                 "design": {"stages": [\(stages)], "singleCluster": "\(lonely)"}, "calibration": \(calibration),
                 "blocks": [{"code": "B", "name": "B", "factors": [
                   {"code": "F", "name": "F", "questions": [\(questions.joined(separator: ", "))]}]}],
                 "index": {"measure": "\(measure)", "topLevels": 2, "combination": "\(combination)"},
                 "interval": {"method": "logit", "confidence": 0.95}}
                """
            let (read, findings) = Questionnaire.read(file: "r.json", bytes: Array(text.utf8))
            let questionnaire = try #require(read, "\(findings)")
            let file = Repository.path(path)
            var options = AnswerOptions()
            options.domains = ["service", "sex"]
            let reading = AnswerReader(questionnaire, options: options).read([file])
            #expect(reading.findings.isEmpty, "\(reading.findings)")
            let plan = try #require(questionnaire.calibration)
            let files = TemporaryFolder()
            let rows = populations.map { $0.joined(separator: ";") + "\n" }.joined()
            let known =
                margins.isEmpty
                ? nil
                : try SurveyPopulations(
                    contentsOf: files.add("unit;variable;value;count\n" + rows), for: plan, units: nil)
            return try SurveyAnalysis(try #require(reading.tally), file: file, populations: known)
        }
    }

    let r, survey: String
    let designs: [Design]

    static func read() throws -> ExpectedCalibrations {
        try Repository.decoded(ExpectedCalibrations.self, "Tests/SurveyTests/Designs/calibrated.json")
    }
}

/// Whether two numbers agree to a share of the second.
func agree(_ found: Double?, _ expected: Double?, to tolerance: Double) -> Bool {
    guard let found, let expected else { return found == nil && expected == nil }
    return abs(found - expected) <= tolerance * max(abs(expected), 1e-300)
}
