public import Scoring
import Tables
package import Values

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
            assessment: assessment, findings: reader.sink.complete, tables: reader.tables)
    }
}

extension CriteriaSet {
    /// Reads a criteria file, with the points of another file in place of its own when one is named.
    /// - Throws: ``CriteriaError`` with every finding of both files.
    public static func read(_ path: String, points: String? = nil) throws(CriteriaError) -> CriteriaSet {
        var overlay: PointsOverlay?
        if let points { overlay = try PointsOverlay(reading: document(points)) }
        return try CriteriaSet(reading: document(path), points: overlay)
    }

    static func document(_ path: String) throws(CriteriaError) -> JSONDocument {
        do {
            return try JSONDocument(contentsOf: path)
        } catch {
            throw CriteriaError(findings: error.findings)
        }
    }
}

extension JSONDocument {
    /// Reads a JSON file.
    /// - Throws: ``JSONSyntaxError`` with every finding, also when there is no file to read.
    package init(contentsOf path: String) throws(JSONSyntaxError) {
        let bytes: [UInt8]
        do {
            bytes = try FileInput.bytes(of: path)
        } catch {
            throw JSONSyntaxError(findings: [error.finding])
        }
        try self.init(file: path, bytes: bytes)
    }
}
