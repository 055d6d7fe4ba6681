internal import Scoring
internal import Values

/// The data of a page as the request `open` has it.
struct PageInput {
    /// A unit whose figures are there.
    struct Unit {
        let scored: ScoredUnit
        let isShown: Bool
        let pool: Int
        let figures: [Figure]
        /// Nil for a unit that was not there.
        let lastYear: [Figure]?
        let given: [Given]
        let scales: HeldScales
    }

    /// Points that people gave.
    struct Given {
        let node: Int
        let stage: Int
        let points: FixedDecimal

        func points(of unit: Int) -> GivenPoints {
            GivenPoints(unit: unit, node: node, stage: stage, points: points)
        }
    }

    /// A unit of which only the total is known.
    struct Other {
        let pool: Int
        /// Of a unit of the page.
        let code: String?
        let unit: HeldUnit
    }

    let stage: String
    let stages: [String]
    let among: String
    let peers: OpenPage.Peers
    let criteria: CompiledCriteria
    let metrics: [String]
    let hasLastYear: Bool
    let units: [Unit]
    let others: [Other]
    let actions: [PlannedAction]

    /// The position of the shown stage; nil for the points of the figures alone.
    var stagePosition: Int? { stages.firstIndex(of: stage) }

    /// The figures of some units.
    func figures(of units: [Unit]) -> FigureTable {
        var figures = FigureTable(metrics: metrics, unitCount: units.count)
        for (position, unit) in units.enumerated() {
            for (column, figure) in unit.figures.enumerated() { figures[position, column] = figure }
        }
        return figures
    }
}

extension OpenPage {
    init(reading root: JSONObject) throws(Refusal) { try self.init(PageInput(reading: root)) }
}

extension PageInput {
    init(reading root: JSONObject) throws(Refusal) {
        let reader = root.reader
        if root.requiredText("format") != "engine-input/1" {
            reader.report(JSONFinding.unknownName, at: root.offset(of: "format"), [.key: .text("format")])
        }
        let year = root.integer("year", in: 1_900...2_200)
        stage = root.requiredText("stage") ?? ""
        let stages = root.texts("stages")
        self.stages = stages
        if !stages.contains(stage), stage != Stage.computed.code {
            reader.report(
                JSONFinding.unknownName, at: root.offset(of: "stage"), [.key: .text("stage"), .found: .text(stage)])
        }
        among = root.requiredText("among") ?? ""
        peers = root.choice("peers", of: OpenPage.Peers.self) ?? .none
        metrics = root.texts("metrics")
        hasLastYear = root.boolean("hasLastYear") ?? false
        guard metrics.withoutRepeats(by: { $0 }).count == metrics.count else {
            reader.report(JSONFinding.wrongType, at: root.offset(of: "metrics"), [.key: .text("metrics")])
            throw .request(reader.findings)
        }
        var criteria = try Self.criteria(root, year: year)
        // What is assigned decides by which rules a unit's scales are read.
        let entries = root.objects("units")
        var assignments: [String: UnitAssignment] = [:]
        var scored: [ScoredUnit] = []
        for entry in entries {
            guard let unit = ScoredUnit(reading: entry, levels: criteria.set) else { continue }
            if scored.contains(where: { $0.code == unit.code }) {
                reader.report(
                    JSONFinding.duplicateKey, at: entry.offset(of: "code"),
                    [.key: .text("code"), .found: .text(unit.code)])
            }
            scored.append(unit)
            let assignment = UnitAssignment(reading: entry, criteria.set)
            if !assignment.isPlain { assignments[unit.code] = assignment }
        }
        if reader.hasErrors { throw .request(reader.findings) }
        if !assignments.isEmpty { criteria = criteria.assigning(assignments, to: scored) }
        self.criteria = criteria
        var units: [Unit] = []
        for (entry, unit) in zip(entries, scored) {
            let own = criteria.criteria(for: unit)
            guard let figures = entry.figures("figures", count: metrics.count),
                let pool = entry.integer("pool", in: 0...1_000_000),
                let scales = peers == .all ? HeldScales.none : HeldScales(reading: entry, named: "scales", of: own)
            else {
                if !reader.hasErrors { _ = entry.required("pool") }
                throw .request(reader.findings)
            }
            let lastYear = entry.has("lastYear") ? entry.figures("lastYear", count: metrics.count) : nil
            let given = entry.objects("given").compactMap { Given(reading: $0, criteria.set, stages: stages.count) }
            units.append(
                Unit(
                    scored: unit, isShown: entry.boolean("isShown") ?? true, pool: pool, figures: figures,
                    lastYear: lastYear, given: given, scales: scales))
            entry.finish()
        }
        self.units = units
        others = root.objects("others").compactMap { entry in
            defer { entry.finish() }
            guard let unit = HeldUnit(reading: entry) else { return nil }
            return Other(
                pool: entry.integer("pool", in: 0...1_000_000) ?? 0, code: entry.text("code"), unit: unit)
        }
        actions = root.objects("actions").compactMap { PlannedAction(reading: $0) }
        _ = root.node("costUnit")
        try root.end()
        try actions.check()
    }

    private static func criteria(_ root: JSONObject, year: Int?) throws(Refusal) -> CompiledCriteria {
        guard let node = root.required("criteria"), let year else {
            if year == nil { _ = root.required("year") }
            throw .request(root.reader.findings)
        }
        do throws(FindingsError) {
            var overlay: PointsOverlay?
            if let points = root.node("points") {
                overlay = try PointsOverlay(reading: JSONDocument(points, of: root.reader.document))
            }
            let set = try CriteriaSet(reading: JSONDocument(node, of: root.reader.document), points: overlay)
            if let criteria = try? CompiledCriteria(set, year: year) { return criteria }
        } catch {
            throw .request(error.findings)
        }
        root.reader.report(JSONFinding.wrongType, at: root.offset(of: "year"), [.key: .text("year")])
        throw .request(root.reader.findings)
    }
}

extension ScoredUnit {
    fileprivate init?(reading entry: JSONObject, levels set: CriteriaSet) {
        guard let code = entry.requiredText("code"), let level = entry.requiredText("level") else { return nil }
        guard set.levels.contains(where: { $0.code == level }) else {
            entry.unknown(level, among: set.levels.map { $0.code }, key: "level", at: entry.offset(of: "level"))
            return nil
        }
        self.init(
            code: code, level: level, group: entry.text("group"), parent: entry.text("parent"),
            isRanked: entry.boolean("isRanked") ?? true)
    }
}

extension UnitAssignment {
    fileprivate init(reading entry: JSONObject, _ set: CriteriaSet) {
        self.init()
        for code in entry.texts("notAssigned") {
            guard let node = set.leaf(code, named: "notAssigned", in: entry) else { continue }
            notAssigned.insert(node)
        }
        guard let stated = entry.object("targets") else { return }
        for code in stated.keys {
            guard let node = set.leaf(code, named: "targets", in: entry) else { continue }
            targets[node] = stated.decimal(code)
        }
    }
}

extension CriteriaSet {
    /// The position of a leaf; nil, which is reported, where there is none of that code.
    fileprivate func leaf(_ code: String, named key: String, in entry: JSONObject) -> Int? {
        if let node = index(of: code), criteria[node].leaf != nil { return node }
        entry.reader.report(
            JSONFinding.unknownName, at: entry.offset(of: key), [.key: .text(key), .found: .text(code)])
        return nil
    }
}

extension PageInput.Given {
    fileprivate init?(reading entry: JSONObject, _ set: CriteriaSet, stages: Int) {
        defer { entry.finish() }
        guard let code = entry.requiredText("criterion"), let points = entry.requiredDecimal("points"),
            entry.required("stage") != nil, let stage = entry.integer("stage", in: 0...max(stages - 1, 0))
        else { return nil }
        guard let node = set.index(of: code) else {
            entry.reader.report(
                JSONFinding.unknownName, at: entry.offset(of: "criterion"),
                [.key: .text("criterion"), .found: .text(code)])
            return nil
        }
        // Sums of given points must fit.
        guard (-1_000_000_000...1_000_000_000 as ClosedRange<FixedDecimal>).contains(points) else {
            entry.reader.report(
                JSONFinding.numberTooLarge, at: entry.offset(of: "points"),
                [.key: .text("points"), .found: .number(points)])
            return nil
        }
        (self.node, self.stage, self.points) = (node, stage, points)
    }
}

extension JSONObject {
    /// As many figures as there are metrics; nil for anything else, which is reported.
    fileprivate func figures(_ key: String, count: Int) -> [Figure]? {
        let nodes = array(key)
        let figures = nodes.compactMap { Figure(reading: $0) }
        if figures.count == nodes.count, figures.count == count { return figures }
        reader.report(
            JSONFinding.wrongType, at: offset(of: key),
            [.key: .text(key), .expected: .count(count), .found: .count(figures.count)])
        return nil
    }
}

extension Figure {
    /// A number, two counts, a status, or null for what is not reported.
    fileprivate init?(reading node: JSONNode) {
        switch node.content {
        case .null: self = .notReported
        case .number(let digits):
            guard let value = try? FixedDecimal(digits) else { return nil }
            self = .value(value)
        case .text(let name):
            guard let absence = Scenario.Absence(rawValue: name) else { return nil }
            self = absence.figure
        case .array(let parts):
            guard parts.count == 2, case .number(let above) = parts[0].content,
                case .number(let below) = parts[1].content, let numerator = try? FixedDecimal(above),
                let denominator = try? FixedDecimal(below)
            else { return nil }
            self = .ratio(numerator: numerator, denominator: denominator)
        case .boolean, .object: return nil
        }
    }
}
