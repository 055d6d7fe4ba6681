internal import Values

// The parts of an edition other than its tree.
extension JSONObject {
    /// A required name without spaces.
    func requiredName(_ key: String) -> String? {
        guard let name = requiredText(key) else { return nil }
        if name.contains(where: { $0.isWhitespace }) {
            reader.report(CriteriaFinding.badCode, at: offset(of: key), [.found: .text(name)])
            return nil
        }
        return name
    }

    func years(_ key: String) -> ClosedRange<Int>? {
        guard required(key) != nil, let object = object(key) else { return nil }
        defer { object.finish() }
        let first = object.required("from").flatMap { _ in object.integer("from", in: 1900...2200) }
        let last = object.required("to").flatMap { _ in object.integer("to", in: 1900...2200) }
        guard let from = first, let to = last else { return nil }
        guard from <= to, to - from <= 50 else {
            reader.report(CriteriaFinding.badOrder, at: offset(of: key), [.expected: "from ≤ to ≤ from + 50"])
            return nil
        }
        return from...to
    }

    func levels() -> [Level] {
        required("levels") == nil ? [] : named("levels") { _, code, name in Level(code: code, name: name) }
    }

    /// The parts of the points that are told apart; none when absent.
    func scoreParts() -> [ScorePart] {
        named("parts") { entry, code, name in
            ScorePart(code: code, name: name, showsPercent: entry.boolean("showPercent") ?? false)
        }
    }

    /// A list of objects with codes of their own and names.
    private func named<Entry>(_ key: String, _ make: (JSONObject, String, LocalizedText) -> Entry) -> [Entry] {
        var codes: Set<String> = []
        return objects(key).compactMap { entry in
            defer { entry.finish() }
            guard let code = entry.requiredName("code"), let name = entry.requiredLocalized("name") else { return nil }
            if !codes.insert(code).inserted {
                reader.report(CriteriaFinding.duplicateCode, at: entry.offset, [.code: .text(code)])
                return nil
            }
            return make(entry, code, name)
        }
    }

    /// Where points come from, from the object under a key.
    func pointsOrigin(_ key: String) -> PointsOrigin? {
        guard let object = object(key) else { return nil }
        defer { object.finish() }
        return object.pointsOrigin()
    }

    /// Where points come from, from this object's own keys.
    func pointsOrigin() -> PointsOrigin? {
        let reason = localized("reason")
        let stated = required("basis").flatMap { _ in choice("basis", of: PointsOrigin.Basis.self) }
        let document = requiredSource("source")
        guard let basis = stated, let source = document else { return nil }
        if basis == .assumed, reason == nil {
            reader.report(CriteriaFinding.assumedWithoutReason, at: offset)
            return nil
        }
        return PointsOrigin(basis: basis, source: source, reason: reason)
    }

    func roundingPolicy() -> RoundingPolicy? {
        guard required("rounding") != nil, let object = object("rounding") else { return nil }
        defer { object.finish() }
        let pointsObject = object.required("points").flatMap { _ in object.object("points") }
        let indexObject = object.required("index").flatMap { _ in object.object("index") }
        guard let points = pointsObject, let index = indexObject else { return nil }
        let stage = points.required("stage").flatMap { _ in points.choice("stage", of: RoundingPolicy.Stage.self) }
        let pointsRounding = points.ownRounding()
        let indexRounding = index.ownRounding()
        points.finish()
        index.finish()
        guard let stage, let pointsRounding, let indexRounding else { return nil }
        return RoundingPolicy(points: pointsRounding, stage: stage, index: indexRounding)
    }

    private func ownRounding() -> Rounding? {
        let mode = required("mode").flatMap { _ in choice("mode", of: Rounding.Mode.self) }
        let digits = required("digits").flatMap { _ in integer("digits", in: 0...FixedDecimal.fractionDigits) }
        guard let mode, let digits else { return nil }
        return Rounding(mode, digits: digits)
    }

    func rankingPolicy() -> RankingPolicy? {
        guard required("ranking") != nil, let object = object("ranking") else { return nil }
        defer { object.finish() }
        let tieBreakers = object.texts("tieBreakers")
        let ties = object.required("ties").flatMap { _ in object.choice("ties", of: RankingPolicy.Ties.self) }
        let coverage = object.requiredDecimal("minimumCoverage")
        guard let ties, let coverage else { return nil }
        guard (0...100).contains(coverage) else {
            reader.report(
                CriteriaFinding.badOrder, at: object.offset(of: "minimumCoverage"), [.expected: .range(0, 100)])
            return nil
        }
        return RankingPolicy(ties: ties, minimumCoverage: coverage, tieBreakers: tieBreakers)
    }

    /// A maximum number of points: from 0 to a million.
    func maximum(_ key: String) -> FixedDecimal? {
        guard let value = decimal(key) else { return nil }
        guard (0...1_000_000).contains(value) else {
            reader.report(
                CriteriaFinding.maximumOutOfRange, at: offset(of: key),
                [.found: .number(value), .expected: .range(0, 1_000_000)])
            return nil
        }
        return value
    }

    /// The least and the most that a total can be; nil where there is none.
    func totalLimits() -> (floor: FixedDecimal?, cap: FixedDecimal?) {
        let (floor, cap) = (decimal("totalFloor"), maximum("totalCap"))
        if let floor, !(-1_000_000...(cap ?? 1_000_000)).contains(floor) {
            reader.report(
                CriteriaFinding.badOrder, at: offset(of: "totalFloor"),
                [.expected: cap == nil ? .range(-1_000_000, 1_000_000) : "totalFloor ≤ totalCap"])
        }
        return (floor, cap)
    }

    /// A cap on bonus or penalty points; nil when absent.
    func cap(_ key: String) -> FixedDecimal? {
        maximum(key)
    }
}
