import Survey
import TestSupport
import Testing

/// Surveys with replicate weights and estimates by R's svrepdesign; see checks/r-survey/replicates.R.
struct ExpectedReplicates: Decodable {
    struct Design: Decodable, CustomTestStringConvertible {
        let file, kind: String
        let count: Int
        let scale, rho: Double
        let rscales: [Double]
        let mse, combined: Bool
        let estimates: [ExpectedDesigns.Expected]
        let tests: [ExpectedTest]
        let quantiles: [ExpectedQuantile]

        var testDescription: String { "\(file) \(kind)\(mse ? " mse" : "")\(combined ? "" : " not combined")" }

        /// As a questionnaire states it.
        var replicates: String {
            let columns = (1...count).map { "\"r\($0)\"" }.joined(separator: ", ")
            var parts = [#""kind": "\#(kind)""#, #""columns": [\#(columns)]"#]
            if ["JK1", "JKn", "bootstrap"].contains(kind) {
                parts += [#""scale": \#(scale)"#, #""rscales": \#(rscales)"#]
            }
            if kind == "Fay" { parts.append(#""rho": \#(rho)"#) }
            if mse { parts.append(#""mse": true"#) }
            if !combined { parts.append(#""combined": false"#) }
            return "{" + parts.joined(separator: ", ") + "}"
        }

        private var path: String {
            file.hasPrefix("/") ? file + ".csv" : Repository.path("Tests/SurveyTests/Designs/\(file).csv")
        }

        /// The analysis of its file.
        /// - Parameter throughFile: Whether the tally is written and read again.
        func analysis(measure: String, combination: String, throughFile: Bool = false) throws -> SurveyAnalysis {
            let keys = #""replicates": \#(replicates), "quantiles": [0.1, 0.25, 0.5, 0.8], "#
            let text = ExpectedCalibrations.Design.questionnaire(
                measure: measure, combination: combination, keys: keys)
            let (read, findings) = Questionnaire.read(file: "r.json", bytes: Array(text.utf8))
            let questionnaire = try #require(read, "\(findings)")
            var tally = try ExpectedCalibrations.Design.tally(questionnaire, path)
            if throughFile {
                tally = try SurveyTally(file: "t.csv", bytes: tally.file(), questionnaire: questionnaire)
            }
            return try SurveyAnalysis(tally, file: path)
        }
    }

    let designs: [Design]
}
