package import Assessment
internal import Documents
package import Scoring
package import Values

/// How units are ranked and what is told about it.
package struct RankOptions: Sendable {
    /// The units among which places are given: those of the same group (khối), unit above them, or level.
    package enum Among: String, CaseIterable, Sendable {
        case group, parent, level
    }

    /// The code of a field or criterion; nil for the total.
    package var code: String?
    package var among = Among.group
    /// The code of the only group, parent or level to be ranked; nil for all.
    package var only: String?
    /// What tied units get; nil for the edition's rule.
    package var ties: RankingPolicy.Ties?
    /// With what confidence intervals hold, between 0 and 1.
    package var confidence = FixedDecimal(mantissa: 950_000)
    package var seed: UInt64 = 1
    /// How often points are varied; nil for not at all.
    package var robustDraws: Int?
    /// So many first places are asked about; nil for none.
    package var top: Int?
    package var errors = MetricErrors()

    package init() {}

    /// `95 %`.
    var confidencePhrase: Phrase { Phrase("\(FixedDecimal(mantissa: confidence.mantissa * 100)) %") }
}

/// The places of the units of an assessment, and how firm they are.
package struct RankReport: Sendable {
    let assessment: Assessment
    let header: ReportHeader
    let options: RankOptions
    let subject: Ranking.Subject
    /// The units that are ranked among each other, in the order of the settings or of the units.
    package let parts: [RankPart]
    package let hasPrevious: Bool
    /// Whether the points of the file are replaced, and places by its own points are known.
    let hasOwnPoints: Bool

    var set: CriteriaSet { header.set }
    /// What equal units get.
    var ties: RankingPolicy.Ties { options.ties ?? set.ranking.ties }

    /// Ranks the units of an assessment; nil when the set has no such code.
    ///
    /// - Parameters:
    ///   - previous: last year's assessment.
    ///   - own: the same assessment by the points of the criteria file, when others replace them.
    package init?(
        _ assessment: Assessment, _ options: RankOptions, previous: Assessment? = nil, own: Assessment? = nil
    ) {
        guard let subject = Ranking.Subject(options.code, in: assessment.criteria.set) else { return nil }
        (self.assessment, self.options, self.subject) = (assessment, options, subject)
        header = ReportHeader(assessment)
        let before = previous.flatMap { Self.ranks(in: $0, options) }
        let others = own.flatMap { Self.ranks(in: $0, options) }
        (hasPrevious, hasOwnPoints) = (before != nil, others != nil)
        parts = Self.partition(assessment, options).map { key, units in
            RankPart(
                assessment, key: key, units: units, by: subject, options, previous: before?[key], own: others?[key])
        }
    }

    private static func partition(_ assessment: Assessment, _ options: RankOptions) -> [(key: String?, units: [Int])] {
        let keys = assessment.units.map { $0.key(options.among) }
        let byKey = Dictionary(grouping: assessment.units.indices) { keys[$0] }
        let settled: [String?] =
            switch options.among {
            case .group: assessment.settings.groups.map(\.code)
            case .level: assessment.criteria.set.levels.map(\.code)
            case .parent: []
            }
        // Units that belong nowhere stand at the end.
        let order = (settled + keys.filter { $0 != nil } + [nil]).withoutRepeats { $0 }
        return order.compactMap { key in
            guard options.only == nil || key == options.only, let units = byKey[key] else { return nil }
            return (key, units)
        }
    }

    /// The places of another assessment, by what its units are ranked among and by their codes; nil when its set has no
    /// such criterion.
    private static func ranks(in assessment: Assessment, _ options: RankOptions) -> [String?: [String: Rank]]? {
        guard let subject = Ranking.Subject(options.code, in: assessment.criteria.set) else { return nil }
        return partition(assessment, options).reduce(into: [:]) { ranks, part in
            for place in Ranking(assessment.scores, units: part.units, by: subject, ties: options.ties).places {
                ranks[part.key, default: [:]][assessment.units[place.unit].code] = place.rank
            }
        }
    }
}

extension Ranking.Subject {
    /// The total, or the node with a code; nil when the set has none.
    fileprivate init?(_ code: String?, in set: CriteriaSet) {
        if let code {
            guard let node = set.index(of: code) else { return nil }
            self = .node(node)
        } else {
            self = .total
        }
    }
}

extension Unit {
    package func key(_ among: RankOptions.Among) -> String? {
        switch among {
        case .group: group
        case .parent: parent
        case .level: level
        }
    }
}
