extension Assessment {
    /// Reads an assessment folder whole and scores it.
    ///
    /// - Parameters:
    ///   - folder: the path of a folder with an `assessment.json`.
    ///   - options: what shall not be detected, and whether to score the sound units alone.
    /// - Returns: the assessment, unless an error forbids it, and every finding with its position.
    public static func read(_ folder: String, options: AssessmentOptions = AssessmentOptions()) -> AssessmentReading {
        AssessmentReading(assessment: nil, findings: [], tables: [])
    }
}
