public import Values

/// A tally in which few people are merged with others before it travels.
public struct ProtectedTally: Sendable {
    /// The same forms in fewer cells.
    public private(set) var tally: SurveyTally
    /// Cells that are now part of others.
    public private(set) var merged = 0
    /// The codes of the domains that it is no longer divided by: all forms have the label of those that are merged.
    public private(set) var undivided: [String] = []
    /// Whether clusters were merged, so that errors are those of larger ones.
    public private(set) var hasMergedClusters = false
    /// Units that are left out with their forms, as these are too few or those of others would follow from them.
    public private(set) var unitsLeftOut: [String] = []

    /// The value of a domain that stands for several.
    public static let label = "…"

    /// Merges what disclosure control withholds: the values of a domain that a unit's results are not published for become
    /// one, so that the tally tells no more than these; then clusters of a unit's stratum that have too few people, the
    /// smallest first. Where that is not enough, the tally is no longer divided by the last domain.
    ///
    /// Sums of units, strata and all that is published stay as they are, to the last digit.
    /// - Throws: `FindingsError` with `survey.unprotectable` where calibration, replicate weights or quantiles need cells as
    ///   they are, with `survey.tooLarge` where a cell gets too large.
    public init(_ tally: SurveyTally, file: String) throws(FindingsError) {
        let limit = tally.questionnaire.minimumCount
        self.tally = tally
        guard limit > 1, tally.smallCells(below: limit) > 0 else { return }
        let needed = tally.questionnaire.cellKeys
        guard needed.isEmpty else {
            throw FindingsError(SurveyFinding.unprotectable, at: Location(file: file), [.found: .names(needed)])
        }
        let control = DisclosureControl(tally)
        let total = SurveyIndex.Part.group(tally.questionnaire.groups.count - 1)
        unitsLeftOut = tally.units.filter { control?.suppression(of: total, .unit($0)) != nil }
        let out = Set(unitsLeftOut)
        var cells = tally.cells.filter { !out.contains($0.key.unit) }
        let left = tally.cells.filter { out.contains($0.key.unit) }.reduce(0) { $0 + $1.rows }
        for position in cells.indices {
            let key = cells[position].key
            for (domain, code) in tally.domains.enumerated() {
                let domain = (domain, [code: key.domains[domain]])
                if control?.suppression(of: total, .unit(key.unit), domain: domain.1) != nil {
                    cells[position].key.domains[domain.0] = Self.label
                }
            }
        }
        for kept in (0...tally.domains.count).reversed() {
            for position in cells.indices {
                for domain in kept..<tally.domains.count { cells[position].key.domains[domain] = Self.label }
            }
            var clusters = ClusterMerging(cells, limit: limit)
            clusters.merge()
            self.tally = try tally.replacing(clusters.cells, leavingOut: left, file: file)
            hasMergedClusters = clusters.hasMerged
            undivided = Array(tally.domains[kept...])
            if self.tally.smallCells(below: limit) == 0 { break }
        }
        merged = cells.count - self.tally.cells.count
    }
}

extension SurveyTally {
    /// The forms of the smallest cell; nil where there are none.
    public var smallestCell: Int? { cells.map { $0.rows }.min() }

    /// How many cells have fewer forms than a limit.
    public func smallCells(below limit: Int) -> Int { cells.count { $0.rows < limit } }

    /// The same survey with other cells; those of one key are added up.
    fileprivate func replacing(
        _ cells: [Cell], leavingOut rows: Int, file: String
    ) throws(FindingsError) -> SurveyTally {
        var other = SurveyTally(questionnaire, domains: domains)
        guard other.leaveOut(rowsLeftOut + rows), other.add(cells, in: weightUnit) else {
            throw FindingsError(SurveyFinding.tooLarge, at: Location(file: file))
        }
        return other
    }

    /// Warns of cells that have too few forms to be given to others.
    public func smallCellFindings(file: String) -> [Finding] {
        let (limit, count) = (questionnaire.minimumCount, smallCells(below: questionnaire.minimumCount))
        guard limit > 1, count > 0 else { return [] }
        return [
            Finding(
                SurveyFinding.smallCells, at: Location(file: file),
                [.count: .count(count), .found: .count(smallestCell ?? 0), .expected: .count(limit)])
        ]
    }
}

/// Merges clusters of one stratum of a unit until all cells have enough people, or one cluster is left.
private struct ClusterMerging {
    private(set) var cells: [SurveyTally.Cell]
    private(set) var hasMerged = false
    private let limit: Int

    /// What the clusters among which one is merged have in common.
    private struct Stratum: Hashable {
        let unit: String
        let strata: [String]
        let population: Int64?
    }

    init(_ cells: [SurveyTally.Cell], limit: Int) { (self.cells, self.limit) = (cells, limit) }

    mutating func merge() {
        guard cells.first?.key.stages.isEmpty == false else { return }
        let strata = Dictionary(grouping: cells.indices) { position in
            let key = cells[position].key
            return Stratum(
                unit: key.unit, strata: key.stages.map { $0.stratum }, population: key.stages[0].population)
        }
        for positions in strata.values { merge(positions) }
    }

    /// A cluster: its path, and its cells.
    private typealias Cluster = (path: [CellKey.StageKey], cells: [Int])

    private mutating func merge(_ positions: [Int]) {
        var clusters: [Cluster] = Dictionary(grouping: positions) { cells[$0].key.stages }
            .map { ($0.key, $0.value) }
        func rows(_ cluster: Cluster) -> Int { cluster.cells.reduce(0) { $0 + cells[$1].rows } }
        func order(_ left: Cluster, _ right: Cluster) -> Bool {
            (rows(left), left.path.map { $0.cluster }.joined(separator: "\u{1F}"))
                < (rows(right), right.path.map { $0.cluster }.joined(separator: "\u{1F}"))
        }
        clusters.sort(by: order)
        while clusters.count > 1, let small = clusters.firstIndex(where: isSmall) {
            let first = clusters.remove(at: small)
            let second = clusters.removeFirst()
            clusters.append((Self.merged(first.path, second.path), first.cells + second.cells))
            clusters.sort(by: order)
            hasMerged = true
        }
        for cluster in clusters {
            for position in cluster.cells { cells[position].key.stages = cluster.path }
        }
    }

    /// Whether a cluster has too few people of some domains.
    private func isSmall(_ cluster: Cluster) -> Bool {
        Dictionary(grouping: cluster.cells) { cells[$0].key.domains }.values.contains { positions in
            positions.reduce(0) { $0 + cells[$1].rows } < limit
        }
    }

    /// The path of two clusters together: from what is drawn within them there are as many as in both.
    private static func merged(_ first: [CellKey.StageKey], _ second: [CellKey.StageKey]) -> [CellKey.StageKey] {
        zip(first, second).enumerated().map { stage, keys in
            var key = keys.0
            if keys.0.cluster != keys.1.cluster { key.cluster = "\(keys.0.cluster) + \(keys.1.cluster)" }
            if stage > 0, let own = keys.0.population, let other = keys.1.population {
                key.population = first[0].cluster == second[0].cluster ? own : own + other
            }
            return key
        }
    }
}
