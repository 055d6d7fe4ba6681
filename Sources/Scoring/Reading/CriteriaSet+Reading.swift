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
    public init(reading document: JSONDocument, points overlay: PointsOverlay? = nil) throws(FindingsError) {
        try self.init(reading: document, points: overlay, allowingOpenPoints: false)
    }

    /// Reads a file to be shown, exported or compared and never to be scored: with `allowingOpenPoints`, what people have
    /// to settle (``OpenPoint``) is a warning, while it is an error otherwise.
    package init(
        reading document: JSONDocument, points overlay: PointsOverlay? = nil, allowingOpenPoints: Bool
    ) throws(FindingsError) {
        let reader = JSONReader(document)
        guard let root = reader.root(),
            let set = CriteriaSet(root: root, overlay: overlay, allowingOpenPoints: allowingOpenPoints),
            !reader.hasErrors
        else { throw FindingsError(reader.findings) }
        self = set
    }

    private init?(root: JSONObject, overlay: PointsOverlay?, allowingOpenPoints: Bool) {
        _ = root.text("$schema")
        if root.required("format") != nil { _ = root.integer("format", in: 1...1) }
        let set = root.requiredName("set")
        let edition = root.requiredName("edition")
        let name = root.requiredLocalized("name")
        let source = root.requiredSource("source")
        let years = root.years("years")
        let levels = root.levels()
        let points = root.required("points") == nil ? nil : root.pointsOrigin("points")
        let rounding = root.roundingPolicy()
        let ranking = root.rankingPolicy()
        let total = root.maximum("total")
        combination = root.nodeCombination()
        bonusCap = root.cap("bonusCap")
        penaltyCap = root.cap("penaltyCap")
        (totalFloor, totalCap) = root.totalLimits()
        showsIndices = root.boolean("showIndices") ?? false
        parts = root.scoreParts()
        let classSchemes = root.classSchemes()
        let classConditions = root.classConditions(classSchemes)
        assumptions = root.localizedTexts("assumptions")
        notes = root.localizedTexts("notes")
        objectives = root.objectives(inheriting: source)

        var tree = CriteriaTreeReader(
            reader: root.reader, years: years, rounding: rounding, levels: levels.map { $0.code },
            parts: parts, source: source, overlay: overlay, total: total, combination: combination)
        if root.required("criteria") != nil { tree.read(root.objects("criteria"), under: root) }
        relations = root.relations(
            among: tree.criteria.flatMap { $0.leaf?.measures.flatMap { $0.metrics } ?? [] }, inheriting: source)
        root.finish()
        if !allowingOpenPoints { tree.reportOpenPoints() }
        guard let set, let edition, let name, let source, let years, let points, let rounding, let ranking else {
            return nil
        }
        // Points of an overlay add up to a total of their own.
        self.total = overlay == nil ? total : nil
        self.set = set
        self.edition = edition
        self.name = name
        self.source = source
        self.years = years
        self.levels = levels
        // Where an overlay leaves some of the file's points in place, the file's origin is kept, and the replaced
        // leaves name their own.
        self.points = tree.isWhollyReplaced ? overlay?.origin ?? points : points
        self.rounding = rounding
        self.ranking = ranking
        self.classSchemes = classSchemes
        self.classConditions = classConditions.map { $0.condition }
        criteria = tree.criteria
        partNodes = CriteriaSet.nodes(of: parts, in: tree.criteria)
        root.check(conditions: classConditions, against: tree.criteria)
        warnings = root.reader.findings + (allowingOpenPoints ? tree.openFindings : [])
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
