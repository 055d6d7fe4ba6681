import Survey
import Tables
import TestSupport
import Testing
import Values

/// Calibrated surveys with estimates by R's package survey; see checks/r-survey/calibration.R.
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
        let quantiles: [ExpectedQuantile]?
        let tests: [ExpectedTest]?

        var testDescription: String {
            "\(file) \(ids) \(strata) \(fpc) \(method) \(margins) \(response ?? "") \(trim ?? [])"
        }

        /// Of a random design the file has a folder of its own.
        var path: String {
            file.hasPrefix("/") ? file + ".csv" : Repository.path("Tests/SurveyTests/Designs/\(file).csv")
        }

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

        /// Whether weights are calibrated at all.
        var isCalibrated: Bool { !margins.isEmpty || response != nil || trim != nil }

        /// The analysis of its file, with the index that an estimate of R corresponds to.
        /// - Parameters:
        ///   - keys: Further keys of the questionnaire, each followed by a comma.
        ///   - byWeight: Whether cells are divided by weight, as tests of answers need it where people are drawn.
        func analysis(
            measure: String, combination: String, keys: String = "", byWeight: Bool = false
        ) throws -> SurveyAnalysis {
            var keys = keys + #""design": {"stages": [\#(stages)], "singleCluster": "\#(lonely)"}, "#
            if isCalibrated { keys += #""calibration": \#(calibration), "# }
            let text = Self.questionnaire(measure: measure, combination: combination, keys: keys)
            let (read, findings) = Questionnaire.read(file: "r.json", bytes: Array(text.utf8))
            let questionnaire = try #require(read, "\(findings)")
            let tally = try Self.tally(questionnaire, path, byWeight: byWeight)
            guard let plan = questionnaire.calibration, !margins.isEmpty else {
                return try SurveyAnalysis(tally, file: path)
            }
            let files = TemporaryFolder()
            let rows = populations.map { $0.joined(separator: ";") + "\n" }.joined()
            let known = try SurveyPopulations(
                contentsOf: files.add("unit;variable;value;count\n" + rows), for: plan, units: nil)
            return try SurveyAnalysis(tally, file: path, populations: known)
        }

        /// The tally of a file of answers, divided by what R's domains are.
        static func tally(
            _ questionnaire: Questionnaire, _ path: String, byWeight: Bool = false
        ) throws -> SurveyTally {
            var options = AnswerOptions()
            options.domains = ["service", "sex"] + (byWeight ? ["*weight"] : [])
            // Where all weigh 7.389, no file says that this is not seven thousand.
            options.table.decimalSeparator = .point
            let reading = AnswerReader(questionnaire, options: options).read([path])
            // Forms may be alike by chance.
            let findings = reading.findings.filter { $0.code != SurveyFinding.sameRows.rawValue }
            #expect(findings.isEmpty, "\(findings)")
            return try #require(reading.tally)
        }

        /// The questionnaire of all samples that R makes.
        /// - Parameter keys: Further keys, each followed by a comma.
        static func questionnaire(measure: String, combination: String, keys: String) -> String {
            let levels = (1...5).map { #"{"code": "\#($0)", "label": "level \#(["a", "b", "c", "d", "e"][$0 - 1])"}"# }
            let questions = (1...5).map { #"{"code": "q\#($0)", "text": "Question \#($0)"}"# }
            let domains = ["service", "sex"].map { #"{"code": "\#($0)", "name": "\#($0)", "column": "\#($0)"}"# }
            return """
                {"format": 1, "questionnaire": "r", "name": "R",
                 "scale": {"levels": [\(levels.joined(separator: ", "))]},
                 "columns": {"unit": "unit", "weight": "w", "domains": [\(domains.joined(separator: ", "))]}, \(keys)
                 "blocks": [{"code": "B", "name": "B", "factors": [
                   {"code": "F", "name": "F", "questions": [\(questions.joined(separator: ", "))]}]}],
                 "index": {"measure": "\(measure)", "topLevels": 2, "combination": "\(combination)"},
                 "interval": {"method": "logit", "confidence": 0.95}}
                """
        }
    }

    let r, survey: String
    let designs: [Design]

    static func read() throws -> ExpectedCalibrations {
        try Repository.decoded(ExpectedCalibrations.self, "Tests/SurveyTests/Designs/calibrated.json")
    }
}

/// A quantile of mean scores by R's svyquantile.
struct ExpectedQuantile: Decodable {
    let share: Double
    let domain: [String]
    let rows, degreesOfFreedom: Int
    let value: Double
    let limits: [Double?]
    let standardError: Double?
}

/// A test by R; see checks/r-survey/testing.R.
struct ExpectedTest: Decodable {
    let of: String
    /// Column and two of its values; a target; question and column.
    let groups: [String]
    let estimate, standardError: Double?
    let degreesOfFreedom: Int?
    let pValue: Double?
    let limits: [Double?]?
    let statistic: Double?
    let freedom: [Double]?
}

extension SurveyAnalysis {
    /// The respondents whom a column has as a value: a unit, or a domain.
    func respondents(_ column: String, _ value: String) -> Respondents {
        if column == "all" { return Respondents() }
        if column == "unit" { return Respondents(units: [value]) }
        return Respondents(domain: [tally.domains.firstIndex(of: column) ?? -1: value])
    }
}

/// Whether two numbers agree to a share of the second.
func agree(_ found: Double?, _ expected: Double?, to tolerance: Double) -> Bool {
    guard let found, let expected else { return found == nil && expected == nil }
    return abs(found - expected) <= tolerance * max(abs(expected), 1e-300)
}
