public import Scoring
import Tables
public import Values

extension Assessment {
    /// Reads an assessment folder whole and scores it.
    ///
    /// - Parameters:
    ///   - folder: the path of a folder with an `assessment.json`.
    ///   - options: what shall not be detected, and whether to score the sound units alone.
    /// - Returns: the assessment, unless an error forbids it, and every finding with its position.
    public static func read(_ folder: String, options: AssessmentOptions = AssessmentOptions()) -> AssessmentReading {
        var reader = AssessmentReader(folder: folder, options: options)
        let assessment = reader.read()
        return AssessmentReading(
            assessment: assessment, findings: reader.sink.findings, tables: reader.tables)
    }
}

extension CriteriaSet {
    /// Reads a criteria file, with the points of another file in place of its own when one is named.
    /// - Throws: ``FindingsError`` with every finding of both files.
    public static func read(_ path: String, points: String? = nil) throws(FindingsError) -> CriteriaSet {
        var overlay: PointsOverlay?
        if let points { overlay = try PointsOverlay(reading: JSONDocument(contentsOf: points)) }
        return try CriteriaSet(reading: JSONDocument(contentsOf: path), points: overlay)
    }
}

extension JSONDocument {
    /// Reads a JSON file.
    /// - Throws: ``FindingsError`` with every finding, also when there is no file to read.
    package init(contentsOf path: String) throws(FindingsError) {
        try self.init(file: path, bytes: FileInput.bytes(of: path))
    }
}
