import Values

/// Reads the nodes of the tree in file order and checks their relations.
struct CriteriaTreeReader {
    /// The most levels of a tree, of which decisions have three or four: what goes through it from a node upwards, or node
    /// by node downwards, must stay short.
    static let mostLevels = 16

    let reader: JSONReader
    let years: ClosedRange<Int>?
    let rounding: RoundingPolicy?
    let levels: [String]
    let parts: [ScorePart]
    let source: LegalSource?
    let overlay: PointsOverlay?
    let total: FixedDecimal?
    let combination: NodeCombination
    var criteria: [Criterion] = []
    private var indices: [String: Int] = [:]
    /// The children of each node with some, until all nodes are read.
    private var children: [Int: [Int]] = [:]
    private var metricOffsets: [String: Int] = [:]
    /// Where leaves have a condition on another criterion.
    private(set) var requirementPlaces: [(leaf: Int, place: JSONObject)] = []
    /// What people have to settle, and where it stands.
    private(set) var openPlaces: [(code: String, point: OpenPoint, offset: Int)] = []
    private var hasUnknownPart = false
    private var shares: [(leaf: Int, place: JSONObject, siblings: [String])] = []

    init(
        reader: JSONReader, years: ClosedRange<Int>?, rounding: RoundingPolicy?, levels: [String],
        parts: [ScorePart], source: LegalSource?, overlay: PointsOverlay?, total: FixedDecimal?,
        combination: NodeCombination
    ) {
        self.reader = reader
        self.years = years
        self.rounding = rounding
        self.levels = levels
        self.parts = parts
        self.source = source
        self.overlay = overlay
        (self.total, self.combination) = (total, combination)
    }

    mutating func read(_ objects: [JSONObject], under root: JSONObject) {
        guard !objects.isEmpty else {
            reader.report(CriteriaFinding.noCriteria, at: root.offset(of: "criteria"))
            return
        }
        var nodes: [(object: JSONObject, index: Int)] = []
        for object in objects {
            if let index = readNode(object) { nodes.append((object, index)) }
        }
        for (parent, children) in children { criteria[parent] = criteria[parent].with(children: children) }
        settleWeights(nodes, under: root)
        for (object, index) in nodes {
            if criteria[index].children.isEmpty {
                if overlay != nil { replaceMaximum(at: index) }
                readLeaf(object, at: index)
            } else {
                criteria[index] = criteria[index].with(combination: object.nodeCombination())
                refuseLeafKeys(of: object, at: index)
            }
            object.finish()
        }
        checkSums(nodes)
        checkParts(nodes, under: root)
        checkFields(nodes)
        checkCombinations(nodes, under: root)
        checkShares()
        checkRequirements()
        checkOverlay()
    }

    private mutating func readNode(_ object: JSONObject) -> Int? {
        let name = object.requiredLocalized("name")
        let shortName = object.shortName()
        let weight = object.maximum("weight")
        let own = object.has("weight") || object.required("maximum") != nil ? object.maximum("maximum") : nil
        let maximum = weight == nil ? own : nil
        let notes = object.localizedTexts("notes")
        let openPoints = object.openPoints("toSettle")
        let agencies = object.agencies()
        let part = part(of: object)
        let stated = object.text("parent")
        let place = object.object("source")
        let nodeSource = place?.ownSource(inheriting: source)
        place?.finish()
        guard let code = object.requiredText("code") else { return nil }
        guard !code.contains(where: { $0.isWhitespace }) else {
            reader.report(CriteriaFinding.badCode, at: object.offset(of: "code"), [.found: .text(code)])
            return nil
        }
        guard indices[code] == nil else {
            reader.report(CriteriaFinding.duplicateCode, at: object.offset(of: "code"), [.code: .text(code)])
            return nil
        }
        let parentCode = stated ?? code.lastIndex(of: ".").map { String(code[..<$0]) }
        var parent: Int?
        if let parentCode {
            parent = indices[parentCode]
            guard parent != nil else {
                reader.report(
                    CriteriaFinding.orphanCode, at: object.offset(of: "code"),
                    [.code: .text(code), .expected: .text(parentCode)],
                    suggestion: Spelling.closest(to: parentCode, among: criteria.map { $0.code }))
                return nil
            }
        }
        let depth = parent.map { criteria[$0].depth + 1 } ?? 0
        guard depth < Self.mostLevels else {
            reader.report(
                CriteriaFinding.tooDeep, at: object.offset(of: "code"),
                [.code: .text(code), .expected: .count(Self.mostLevels)])
            return nil
        }
        let index = criteria.count
        indices[code] = index
        criteria.append(
            Criterion(
                code: code, name: name ?? LocalizedText(vi: code), shortName: shortName, parent: parent,
                depth: depth, maximum: maximum ?? 0, weight: weight, part: part,
                agencies: agencies, source: nodeSource, notes: notes, openPoints: openPoints.map { $0.point }))
        openPlaces += openPoints.map { (code, $0.point, $0.offset) }
        if let parent { children[parent, default: []].append(index) }
        return index
    }

    /// The part of the points that a node states, if the edition has it.
    private mutating func part(of object: JSONObject) -> String? {
        guard let code = object.text("part") else { return nil }
        let codes = parts.map { $0.code }
        if codes.contains(code) { return code }
        let place = object.offset(of: "part")
        hasUnknownPart = true
        if codes.isEmpty {
            reader.report(JSONFinding.missingKey, at: place, [.key: "parts"])
        } else {
            object.unknown(code, among: codes, key: "part", at: place)
        }
        return nil
    }

    /// Every leaf belongs to one part, and every part has a leaf.
    private func checkParts(_ nodes: [(object: JSONObject, index: Int)], under root: JSONObject) {
        if parts.isEmpty || hasUnknownPart { return }
        let found = CriteriaSet.nodes(of: parts, in: criteria)
        let known = Set(found.joined())
        for (object, index) in nodes where criteria[index].children.isEmpty {
            var node: Int? = index
            while let next = node, !known.contains(next) { node = criteria[next].parent }
            guard node == nil else { continue }
            reader.report(
                CriteriaFinding.leafWithoutPart, at: object.offset,
                [.code: .text(criteria[index].code), .expected: .names(parts.map { $0.code })])
        }
        for (part, nodes) in zip(parts, found) where nodes.isEmpty {
            reader.report(
                CriteriaFinding.partWithoutLeaves, at: root.offset(of: "parts"), [.code: .text(part.code)])
        }
    }

    private func refuseLeafKeys(of object: JSONObject, at index: Int) {
        let keys = [
            "rule", "metrics", "measures", "levels", "levelsReason", "target", "wording", "evidence",
            "notApplicable", "product", "deadline", "points", "byGroup", "requires", "remedies",
        ]
        for key in keys where object.has(key) {
            reader.report(
                CriteriaFinding.parentWithRule, at: object.offset(of: key),
                [
                    .code: .text(criteria[index].code), .key: .text(key),
                    .child: .text(criteria[criteria[index].children[0]].code),
                ])
        }
    }

    private mutating func readLeaf(_ object: JSONObject, at index: Int) {
        let criterion = criteria[index]
        if object.object("source")?.keys.isEmpty ?? true {
            reader.report(CriteriaFinding.missingSource, at: object.offset, [.code: .text(criterion.code)])
        }
        // Where sums are rounded, the parts may have more decimals.
        if let rounding = rounding?.rounding(ofLeaf: criterion) {
            checkDigits(of: criterion, rounding, at: object.offsetOfMaximum)
        }
        var leafReader = LeafReader(
            code: criterion.code, maximum: criterion.exactMaximum, years: years, levels: levels, edition: source,
            replacedPoints: overlay.flatMap { $0.points[criterion.code] == nil ? nil : $0.origin },
            mayBeOpen: !criterion.openPoints.isEmpty)
        criteria[index] = criterion.with(leaf: leafReader.read(object))
        if let place = leafReader.requirementPlace { requirementPlaces.append((index, place)) }
        shares += leafReader.shares.map { (index, $0.place, $0.siblings) }
        for (code, offset) in leafReader.metricOffsets {
            if metricOffsets[code] != nil {
                reader.report(CriteriaFinding.duplicateCode, at: offset, [.code: .text(code)])
            } else {
                metricOffsets[code] = offset
            }
        }
    }

    private mutating func replaceMaximum(at index: Int) {
        if let maximum = overlay?.points[criteria[index].code] {
            criteria[index] = criteria[index].with(maximum: ExactRatio(maximum))
        }
    }

    /// Whether an overlay gives points to every leaf.
    var isWhollyReplaced: Bool {
        guard let overlay else { return false }
        return criteria.allSatisfy { !$0.children.isEmpty || overlay.points[$0.code] != nil }
    }

    private mutating func checkSums(_ nodes: [(object: JSONObject, index: Int)]) {
        // Children come after their parents, so sums of an overlay are made from the end.
        for (object, index) in nodes.reversed() where !criteria[index].children.isEmpty {
            // What weights share out adds up.
            if criteria[index].children.contains(where: { criteria[$0].weight != nil }) { continue }
            let sum = exactSum(of: criteria[index].children)
            if overlay != nil {
                criteria[index] = criteria[index].with(maximum: sum)
            } else if sum != criteria[index].exactMaximum {
                reader.report(
                    CriteriaFinding.maximumDiffers, at: object.offsetOfMaximum,
                    [
                        .code: .text(criteria[index].code), .found: .points(criteria[index].exactMaximum),
                        .expected: .points(sum),
                    ])
            }
        }
    }

    /// Points can only go to other leaves of the same parent.
    private func checkShares() {
        for (index, place, named) in shares {
            let others = criteria.indices.filter {
                $0 != index && criteria[$0].parent == criteria[index].parent && criteria[$0].leaf?.role == .regular
            }
            let codes = others.map { criteria[$0].code }
            for code in named where !codes.contains(code) {
                place.unknown(code, among: codes, key: "siblings", at: place.offset(of: "siblings"))
            }
            // Points are shared out in whole millionths.
            for sharing in [index] + others.filter({ named.contains(criteria[$0].code) }) {
                checkDigits(of: criteria[sharing], .finest, at: place.offset)
            }
        }
    }

    /// What people have to settle, as errors of a set that is to score.
    func reportOpenPoints() {
        for open in openPlaces { reader.report(CriteriaFinding.toSettle, at: open.offset, details(of: open)) }
    }

    /// The same as warnings of a set that is only shown.
    var openFindings: [Finding] {
        openPlaces.map { open in
            var finding = Finding(
                CriteriaFinding.toSettle, at: reader.document.location(of: open.offset), details(of: open))
            finding.severity = .warning
            return finding
        }
    }

    private func details(of open: (code: String, point: OpenPoint, offset: Int)) -> FindingDetails {
        var details: FindingDetails = [.code: .text(open.code)]
        if let text = open.point.text { details[.text] = .text(text) }
        if let reason = open.point.reason { details[.reason] = .code(reason.rawValue) }
        return details
    }

    private func checkOverlay() {
        guard let overlay else { return }
        let leaves = criteria.filter { $0.children.isEmpty }.map { $0.code }
        let known = Set(leaves)
        for code in overlay.points.keys.sorted() where !known.contains(code) {
            reader.report(
                CriteriaFinding.overlayNotLeaf, in: overlay.document, at: overlay.offsets[code] ?? 0,
                [.code: .text(code)], suggestion: Spelling.closest(to: code, among: leaves))
        }
    }
}

extension JSONObject {
    /// What people have to settle, with the places of the entries.
    fileprivate func openPoints(_ key: String) -> [(point: OpenPoint, offset: Int)] {
        objects(key).compactMap { entry in
            defer { entry.finish() }
            let reason = entry.choice("reason", of: OpenPoint.Reason.self)
            guard entry.has("text") || reason != nil else {
                _ = entry.required("text")
                return nil
            }
            return (OpenPoint(entry.has("text") ? entry.requiredText("text") : nil, reason), entry.offset)
        }
    }

    fileprivate func agencies() -> Agencies {
        guard let object = object("agencies") else {
            return Agencies(monitoring: nil, lead: nil, coordinating: nil)
        }
        defer { object.finish() }
        return Agencies(
            monitoring: object.text("monitoring"), lead: object.text("lead"), coordinating: object.text("coordinating"))
    }
}
