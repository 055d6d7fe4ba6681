import TestSupport
import Values

@testable import Survey

extension FoundFindings {
    /// Populations that weights cannot be calibrated to.
    static var calibrations: [Finding] {
        let forms = "xã,giới,trọng số,q1\nA,nam,1,5\nA,nữ,1,1\nB,nam,2,5\nB,nữ,3,\nB,nữ,1,5\n"
        let sex = #"{"method": "postStratify", "margins": ["giới"]}"#
        let both = #"{"method": "rake", "margins": ["giới", "unit"]}"#
        let head = "variable;value;count;unit\n"
        let cases: [(String, String?)] = [
            (sex, nil), (sex, head), (sex, head + "tuổi;nam;4\n"), (sex, head + "giới;nam;4\ngiới;nam;4\n"),
            (sex, head + "giới;nam;4;A\ngiới;nữ;4;\n"), (sex, head + "giới;nam;4;C\n"),
            (sex, head + "giới;nam;4;A\ngiới;nữ;4;A\n"), (sex, head + "giới;nam;4\n"),
            (sex, head + "giới;nam;4\ngiới;nữ;4\ngiới;khác;4\n"),
            (both, head + "giới;nam;4\ngiới;nữ;4\nunit;A;4\nunit;B;5\n"),
            (
                #"{"method": "linear", "margins": ["giới", "unit"]}"#,
                head + "giới;nam;1\ngiới;nữ;99\nunit;A;1\nunit;B;99\n"
            ),
            (
                #"{"method": "linear", "margins": ["giới", "giới*giới"]}"#,
                head + "giới;nam;4\ngiới;nữ;4\ngiới*giới;nam*nam;3\ngiới*giới;nữ*nữ;5\n"
            ),
            (
                #"{"method": "postStratify", "margins": ["giới"], "trim": {"least": 0.995, "most": 1.01}}"#,
                head + "giới;nam;1\ngiới;nữ;99\n"
            ),
        ]
        let folder = TemporaryFolder()
        let units = UnitNames([(code: "A", name: "A"), (code: "B", name: "B")])
        var findings = [Finding(SurveyFinding.notCalibrated, at: Location(file: "dan-so.csv"), [:])]
        for (calibration, populations) in cases {
            guard let questionnaire = questionnaire(calibration), let plan = questionnaire.calibration,
                let tally = AnswerReader(questionnaire).read([folder.add(forms)]).tally
            else { continue }
            do throws(FindingsError) {
                let known = try known(populations.map { folder.add($0) }, plan, units)
                _ = try SurveyAnalysis(tally, file: "a.csv", populations: known)
            } catch {
                findings += error.findings
            }
        }
        if let responding = questionnaire(#"{"response": "unit*giới"}"#),
            let tally = AnswerReader(responding).read([folder.add("xã,giới,trọng số,q1\nA,nam,1,5\nA,nữ,1,\n")]).tally
        {
            do throws(FindingsError) {
                _ = try SurveyAnalysis(tally, file: "a.csv")
            } catch {
                findings += error.findings
            }
        }
        if let plain = questionnaire(#"{"response": ""}"#), let asked = questionnaire(sex),
            let tally = AnswerReader(plain).read([folder.add(forms)]).tally
        {
            do throws(FindingsError) {
                let read = try SurveyTally(file: "t.csv", bytes: tally.file(), questionnaire: asked)
                _ = try SurveyAnalysis(read, file: "t.csv")
            } catch {
                findings += error.findings
            }
        }
        if let few = questionnaire(sex, minimumCount: 5), let tally = AnswerReader(few).read([folder.add(forms)]).tally
        {
            do throws(FindingsError) {
                _ = try ProtectedTally(tally, file: "t.csv")
            } catch {
                findings += error.findings
            }
        }
        return findings
    }

    private static func known(
        _ path: String?, _ plan: CalibrationPlan, _ units: UnitNames
    ) throws(FindingsError) -> SurveyPopulations? {
        guard let path else { return nil }
        return try SurveyPopulations(contentsOf: path, for: plan, units: units)
    }

    private static func questionnaire(_ calibration: String, minimumCount: Int = 0) -> Questionnaire? {
        SmallFolder.surveyOf(
            """
            {"format": 1, "questionnaire": "nho", "name": "Nhỏ", "design": {"stages": [{}]},
             "scale": {"levels": [{"code": "1", "label": "Kém"}, {"code": "5", "label": "Tốt"}]},
             "columns": {"unit": "xã", "weight": "trọng số",
                         "domains": [{"code": "giới", "name": "Giới", "column": "giới"}]},
             "calibration": \(calibration), "minimumCount": \(minimumCount),
             "blocks": [{"code": "B", "name": "B", "factors": [
                {"code": "F", "name": "F", "questions": [{"code": "q1", "text": "Câu 1"}]}]}],
             "index": {"measure": "topShare", "topLevels": 1}}
            """)
    }
}
