public import Scoring
package import Tables
public import Values

extension Assessment {
    /// Reads a whole assessment folder and scores it.
    ///
    /// - Parameters:
    ///   - folder: the path of a folder with an `assessment.json`.
    ///   - options: what is not to be detected, and whether to score only the sound units.
    /// - Returns: the assessment, unless there is an error, and all findings with their places.
    public static func read(_ folder: String, options: AssessmentOptions = AssessmentOptions()) -> AssessmentReading {
        var reader = AssessmentReader(folder: folder, options: options)
        let assessment = reader.read()
        return AssessmentReading(
            assessment: assessment, findings: reader.sink.findings, tables: reader.tables)
    }
}

extension CriteriaSet {
    /// Reads a criteria file; a second file, if specified, replaces its points.
    /// - Throws: ``FindingsError`` with all findings of both files.
    public static func read(_ path: String, points: String? = nil) throws(FindingsError) -> CriteriaSet {
        try read(path, points: points, allowingOpenPoints: false)
    }

    /// The same for a set that is shown and never scored, in which something may be to settle.
    package static func read(
        _ path: String, points: String? = nil, allowingOpenPoints: Bool
    ) throws(FindingsError) -> CriteriaSet {
        try read(JSONDocument(contentsOf: path), points: points, allowingOpenPoints: allowingOpenPoints)
    }

    /// The same for a file that is opened already.
    static func read(
        _ document: JSONDocument, points: String?, allowingOpenPoints: Bool = false
    ) throws(FindingsError) -> CriteriaSet {
        var overlay: PointsOverlay?
        if let points { overlay = try PointsOverlay(reading: JSONDocument(contentsOf: points)) }
        return try CriteriaSet(reading: document, points: overlay, allowingOpenPoints: allowingOpenPoints)
    }
}

extension JSONDocument {
    /// The most bytes of a file that people write: what a program writes may be longer.
    package static let sizeLimit = 64 << 20

    /// Reads a JSON file.
    /// - Throws: ``FindingsError`` with all findings, also when the file cannot be read.
    package init(
        contentsOf path: String, _ kind: FileInput.Kind = .any, limit: Int = Self.sizeLimit
    ) throws(FindingsError) {
        try self.init(file: path, bytes: FileInput.bytes(of: path, limit: limit, kind))
    }
}
