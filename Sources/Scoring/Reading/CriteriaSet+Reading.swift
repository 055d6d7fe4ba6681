public import Values

extension CriteriaSet {
    /// Reads and checks a criteria file (`docs/criteria-format.md`).
    ///
    /// - Parameters:
    ///   - document: the file.
    ///   - overlay: points that replace the file's, with their own source.
    /// - Throws: `FindingsError` with all findings when one of them is an error. Warnings of a sound file are in
    ///   ``CriteriaSet/warnings``.
    /// - Complexity: linear in the file's size, except for findings, each of which costs one pass to determine its
    ///   line.
    public convenience init(
        reading document: JSONDocument, points overlay: PointsOverlay? = nil
    ) throws(FindingsError) {
        try self.init(reading: document, points: overlay, allowingOpenPoints: false)
    }
}

/// Points that replace those of a criteria file: `{"format": 1, "basis": …, "source": …, "points": {"1.1": 1.5, …}}`.
///
/// Only leaves are named; a parent's maximum becomes the sum of its children's.
public struct PointsOverlay: Sendable {
    /// Where these points come from.
    public let origin: PointsOrigin
    /// The maximum points by leaf code.
    public let points: [String: FixedDecimal]
    let document: JSONDocument
    let offsets: [String: Int]

    /// Reads an overlay file.
    /// - Throws: `FindingsError` with all findings.
    public init(reading document: JSONDocument) throws(FindingsError) {
        let reader = JSONReader(document)
        guard let root = reader.root() else {
            throw FindingsError(reader.findings)
        }
        _ = root.text("$schema")
        if root.required("format") != nil { _ = root.integer("format", in: 1...1) }
        let origin = root.pointsOrigin()
        var points: [String: FixedDecimal] = [:]
        var offsets: [String: Int] = [:]
        if root.required("points") != nil, let entries = root.object("points") {
            for code in entries.keys {
                points[code] = entries.maximum(code)
                offsets[code] = entries.offset(of: code)
            }
        }
        root.finish()
        guard let origin, !reader.hasErrors else { throw FindingsError(reader.findings) }
        self.origin = origin
        self.points = points
        self.offsets = offsets
        self.document = document
    }
}
