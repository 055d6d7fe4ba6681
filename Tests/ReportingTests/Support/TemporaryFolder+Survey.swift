import TestSupport

extension TemporaryFolder {
    /// Writes an assessment whose survey has the questionnaire `questionnaire.json`, but for these two files.
    /// - Parameters:
    ///   - units: The codes and names of its communes.
    ///   - answers: The name of the file of answers.
    func addSurveyed(units: [(code: String, name: String)], answers: String = "survey.csv") {
        let criteria = Repository.path("Tests/SurveyTests/Cases12/40-formula-guard-in-tallies/criteria.json")
        add(
            """
            {"format": 1, "name": "Thử", "criteria": "\(criteria)", "year": 2025, "stage": "self",
             "files": {"units": "units.csv", "metrics": ["metrics.csv"],
                       "survey": {"questionnaire": "questionnaire.json", "answers": ["\(answers)"]}}}
            """, "assessment.json")
        add("code;name;level\n" + units.map { "\($0.code);\($0.name);commune\n" }.joined(), "units.csv")
        add("unit;metric;value;numerator;denominator;status\n", "metrics.csv")
    }
}
