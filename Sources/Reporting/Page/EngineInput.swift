public import Assessment
public import Documents
internal import Scoring
public import Values

/// The data with which a page opens the engine that it holds: the request `open` of `docs/page-engine.md`.
public struct EngineInput: Sendable {
    /// What the page knows of the units that it is not about.
    public enum Peers: String, CaseIterable, Sendable {
        /// Nothing, so that there are no places; scales of relative measures are held.
        case none
        /// What they are ranked by, and the scales of relative measures, which are held.
        case totals
        /// Their figures.
        case all
    }

    /// The name of the record.
    static let format = "engine-input/1"

    private let assessment: Assessment
    private var shown: Set<Int>
    private let scope: RankScope
    /// What is known of other units: everything where the page is about all of them.
    public private(set) var peers: Peers
    private let criteria: JSONDocument
    private let points: JSONDocument?
    /// What could be done, from the folder's table; nil where it has none.
    private let actions: ActionsReading?
    /// What every unit that has a place is ranked by.
    private let held: [(position: Int, unit: HeldUnit)]

    /// Takes the units at some positions; nil where the criteria are in no file.
    ///
    /// - Parameters:
    ///   - assessment: the assessment, at the stage that the page shows.
    ///   - units: the positions of the units that the page is about.
    ///   - scope: among whom they have their places.
    ///   - peers: what the page may know of the others.
    /// - Throws: `FindingsError` when the criteria can no longer be read.
    public init?(
        _ assessment: Assessment, units: [Int], among scope: RankScope = .group, peers: Peers = .totals
    ) throws(FindingsError) {
        guard let file = assessment.criteriaFile else { return nil }
        (self.assessment, shown, self.scope) = (assessment, Set(units), scope)
        self.peers = Self.peers(peers, shown: units.count, of: assessment)
        criteria = try JSONDocument(contentsOf: file)
        points = if let file = assessment.pointsFile { try JSONDocument(contentsOf: file) } else { nil }
        actions = assessment.actionsFile.map { assessment.readActions($0) }
        held = assessment.units.indices.compactMap { unit in assessment.scores.heldUnit(unit).map { (unit, $0) } }
    }

    /// The same for a page about other units: what was read and worked out serves all pages of a report.
    func about(_ units: [Int], peers: Peers) -> EngineInput {
        var other = self
        (other.shown, other.peers) = (Set(units), Self.peers(peers, shown: units.count, of: assessment))
        return other
    }

    private static func peers(_ peers: Peers, shown: Int, of assessment: Assessment) -> Peers {
        shown == assessment.units.count ? .all : peers
    }

    /// The request as bytes.
    public var bytes: [UInt8] { Array(RecordWriter.json(in: .vi) { write(to: &$0) }.utf8) }

    /// Writes the request.
    public func write(to record: inout RecordWriter) {
        let settings = assessment.settings
        let units = assessment.units.indices.filter { peers == .all || shown.contains($0) }
        let lastYear = assessment.scores.lastYear
        let columns = metrics(of: units, lastYear)
        record.values(["request": .text("open"), "format": .text(Self.format), "year": .count(settings.year)])
        record.value("stage", .text(settings.stage.code))
        record.texts("stages", settings.stages.stages.map { $0.code })
        record.values(["among": .text(scope.rawValue), "peers": .text(peers.rawValue)])
        record.members { json in
            json.key("criteria")
            write(criteria.root, in: &json)
            if let points {
                json.key("points")
                json.value(points.root)
            }
        }
        record.texts("metrics", columns)
        record.value("hasLastYear", .flag(lastYear != nil))
        let pools = pools
        let given = assessment.givenByUnit
        record.members { json in
            json.lines("units", units) { unit, json in
                write(unit, pool: pools[unit], columns, lastYear, given: given, in: &json)
            }
            if peers == .totals {
                json.lines("others", held) { other, json in
                    json.member("pool", pools[other.position])
                    if shown.contains(other.position) { json.member("code", assessment.units[other.position].code) }
                    other.unit.write(to: &json)
                }
            }
        }
        writeActions(to: &record)
    }

    /// What of a set is for people only; a page has it in its own words.
    private static let unread: Set<String> = [
        "agencies", "evidence", "notes", "objectives", "assumptions", "remedies", "shortName",
    ]

    private func write(_ node: JSONNode, in json: inout JSONWriter) {
        switch node.content {
        case .object(let members):
            json.object { json in
                for member in members where !Self.unread.contains(member.key) {
                    json.key(member.key)
                    write(member.value, in: &json)
                }
            }
        case .array(let nodes): json.array { json in for node in nodes { write(node, in: &json) } }
        case .null, .boolean, .number, .text: json.value(node)
        }
    }

    /// The number of the part in which each unit has its place.
    private var pools: [Int] {
        var pools = Array(repeating: 0, count: assessment.units.count)
        for (number, part) in assessment.parts(by: scope).enumerated() {
            for unit in part.units { pools[unit] = number }
        }
        return pools
    }

    /// The metrics of which some unit has anything, this year or last.
    private func metrics(of units: [Int], _ lastYear: LastYear?) -> [String] {
        let compared = assessment.criteria.lastYearMetrics
        return assessment.criteria.metrics.filter { metric in
            units.contains { unit in
                assessment.figures[unit, metric] != .notReported
                    || compared.contains(metric) && lastYear.figure(metric, of: unit) != .notReported
            }
        }
    }

    private func write(
        _ position: Int, pool: Int, _ columns: [String], _ lastYear: LastYear?, given: [String: [GivenScore]],
        in json: inout JSONWriter
    ) {
        let unit = assessment.units[position]
        json.member("code", unit.code)
        json.member("level", unit.level)
        if let group = unit.group { json.member("group", group) }
        if let parent = unit.parent { json.member("parent", parent) }
        if !unit.isRanked { json.member("isRanked", false) }
        if !shown.contains(position) { json.member("isShown", false) }
        json.member("pool", pool)
        json.figures("figures", columns.map { assessment.figures[position, $0] })
        if let lastYear, lastYear.units[position] != nil {
            let compared = assessment.criteria.lastYearMetrics
            json.figures(
                "lastYear",
                columns.map { compared.contains($0) ? lastYear.figure($0, of: position) : .notReported })
        }
        write(assessment.criteria.assignments[unit.code], in: &json)
        write(given[unit.code] ?? [], in: &json)
        if peers != .all {
            json.key("scales")
            json.array { list in assessment.scores.heldScales(of: position).write(to: &list) }
        }
    }

    private func write(_ assignment: UnitAssignment?, in json: inout JSONWriter) {
        guard let assignment else { return }
        let criteria = assessment.criteria.set.criteria
        if !assignment.notAssigned.isEmpty {
            json.key("notAssigned")
            json.array { list in for node in assignment.notAssigned.sorted() { list.value(criteria[node].code) } }
        }
        if assignment.targets.isEmpty { return }
        json.key("targets")
        json.object { targets in
            for (node, target) in assignment.targets.sorted(by: { $0.key < $1.key }) {
                targets.member(criteria[node].code, target)
            }
        }
    }

    /// The points that people gave up to the stage that is shown.
    private func write(_ given: [GivenScore], in json: inout JSONWriter) {
        let (settings, set) = (assessment.settings, assessment.criteria.set)
        guard let shown = settings.stages.position(of: settings.stage) else { return }
        let counted = given.compactMap { points in
            settings.stages.position(of: points.stage).flatMap { stage in
                stage <= shown && set.index(of: points.criterion) != nil ? (points, stage) : nil
            }
        }
        if counted.isEmpty { return }
        json.key("given")
        json.array { list in
            for (points, stage) in counted {
                list.object { entry in
                    entry.member("criterion", points.criterion)
                    entry.member("stage", stage)
                    entry.member("points", points.points)
                }
            }
        }
    }

    /// The planned actions of the folder, if there are any that can be read.
    private func writeActions(to record: inout RecordWriter) {
        guard let reading = actions, let actions = reading.actions else { return }
        record.members { json in
            json.lines("actions", actions) { action, json in action.write(to: &json) }
        }
        if let unit = reading.costUnit { record.value("costUnit", .name(unit)) }
    }
}

extension LastYear? {
    /// A unit's figure of last year; not reported where there is none.
    fileprivate func figure(_ metric: String, of unit: Int) -> Figure { self?.figure(metric, of: unit) ?? .notReported }
}

extension LastYear {
    fileprivate func figure(_ metric: String, of unit: Int) -> Figure {
        units[unit].map { figures[$0, metric] } ?? .notReported
    }
}

extension PlannedAction {
    fileprivate func write(to json: inout JSONWriter) {
        json.member("code", code)
        if !name.isEmpty { json.member("name", name) }
        json.member("cost", cost)
        if let deadline { json.member("deadline", deadline.description) }
        for (key, codes) in [("needs", needs), ("excludes", excludes)] where !codes.isEmpty {
            json.key(key)
            json.array { list in for code in codes { list.value(code) } }
        }
        if requirement != .open { json.member("requirement", requirement.rawValue) }
        json.key("effects")
        json.array { list in
            for effect in effects {
                list.object { entry in
                    entry.member("metric", effect.metric)
                    effect.edit.write(to: &entry)
                    guard let units = effect.units else { return }
                    entry.key("units")
                    entry.array { list in for unit in units { list.value(unit) } }
                }
            }
        }
    }
}

extension JSONWriter {
    /// Writes a list of objects, each on a line of its own.
    fileprivate mutating func lines<Element>(
        _ name: String, _ elements: some Sequence<Element>, _ members: (Element, inout JSONWriter) -> Void
    ) {
        key(name)
        array { list in
            for element in elements {
                list.open("{", onOneLine: true)
                members(element, &list)
                list.close("}")
            }
        }
    }

    fileprivate mutating func figures(_ name: String, _ figures: [Figure]) {
        key(name)
        array { list in
            for figure in figures {
                switch figure {
                case .value(let value): list.value(value)
                case .ratio(let numerator, let denominator):
                    list.array { counts in
                        counts.value(numerator)
                        counts.value(denominator)
                    }
                case .notReported: list.value(nil as String?)
                case .notApplicable: list.value(Scenario.Absence.notApplicable.rawValue)
                case .awaited: list.value(Scenario.Absence.awaited.rawValue)
                case .notPublished: list.value(Scenario.Absence.notPublished.rawValue)
                }
            }
        }
    }
}
