package import Documents
internal import Words
package import Assessment
package import Scoring
import Values

/// The places of the units of an assessment, and how firm they are.
package struct RankReport: Sendable {
    /// What stands above.
    package let header: ReportHeader
    /// How units are ranked.
    package let options: RankOptions
    /// By what.
    package let subject: Ranking.Subject
    /// The units that are ranked among each other, in the order of the settings or of the units.
    package let parts: [RankPart]
    /// Whether last year's places are known.
    package let hasPrevious: Bool
    /// Whether the points of the file are replaced, and places by its own points are known.
    package let hasOwnPoints: Bool
    /// The assessment.
    package let assessment: Assessment
    let set: CriteriaSet

    /// Ranks the units of an assessment; nil when the set has no such code.
    ///
    /// - Parameters:
    ///   - assessment: the assessment.
    ///   - options: how.
    ///   - previous: last year's assessment.
    ///   - own: the same assessment by the points of the criteria file, when others replace them.
    package init?(
        _ assessment: Assessment, _ options: RankOptions, previous: Assessment? = nil, own: Assessment? = nil
    ) {
        guard let subject = Ranking.Subject(options.code, in: assessment.criteria.set) else { return nil }
        header = ReportHeader(assessment)
        self.assessment = assessment
        self.options = options
        self.subject = subject
        set = assessment.criteria.set
        let before = previous.flatMap { RankLookup($0, options) }
        let others = own.flatMap { RankLookup($0, options) }
        hasPrevious = before != nil
        hasOwnPoints = others != nil
        parts = Self.partition(assessment, options).map { key, units in
            RankPart(
                assessment, key: key, units: units, subject: subject, options: options, previous: before, own: others)
        }
    }

    /// The units by what they are ranked among.
    fileprivate static func partition(
        _ assessment: Assessment, _ options: RankOptions
    ) -> [(key: String?, units: [Int])] {
        let keys = assessment.units.map { $0.key(options.among) }
        let byKey = Dictionary(grouping: assessment.units.indices) { keys[$0] }
        var order: [String?] =
            switch options.among {
            case .group: assessment.settings.groups.map(\.code)
            case .level: assessment.criteria.set.levels.map(\.code)
            case .parent: []
            }
        var seen = Set(order)
        for key in keys where seen.insert(key).inserted { order.append(key) }
        // Units that belong nowhere stand at the end.
        order = order.filter { $0 != nil } + order.filter { $0 == nil }
        return order.compactMap { key in
            guard options.only == nil || key == options.only, let units = byKey[key] else { return nil }
            return (key, units)
        }
    }
}

/// The places of another assessment, by codes of units.
struct RankLookup: Sendable {
    private let ranks: [String: (key: String?, rank: Rank)]

    /// Nil when its set has no such code.
    init?(_ assessment: Assessment, _ options: RankOptions) {
        guard let subject = Ranking.Subject(options.code, in: assessment.criteria.set) else { return nil }
        var ranks: [String: (key: String?, rank: Rank)] = [:]
        for (key, units) in RankReport.partition(assessment, options) {
            for place in Ranking(assessment.scores, units: units, by: subject, ties: options.ties).places {
                ranks[assessment.units[place.unit].code] = (key, place.rank)
            }
        }
        self.ranks = ranks
    }

    /// The place of a unit; nil when it has none or was ranked among others.
    func rank(of code: String, among key: String?) -> Rank? {
        ranks[code].flatMap { $0.key == key ? $0.rank : nil }
    }
}

extension Ranking.Subject {
    /// The total, or the node with a code; nil when the set has none.
    init?(_ code: String?, in set: CriteriaSet) {
        guard let code else {
            self = .total
            return
        }
        guard let node = set.index(of: code) else { return nil }
        self = .node(node)
    }
}

extension Unit {
    /// What the unit is ranked among.
    package func key(_ among: RankOptions.Among) -> String? {
        switch among {
        case .group: group
        case .parent: parent
        case .level: level
        }
    }
}
