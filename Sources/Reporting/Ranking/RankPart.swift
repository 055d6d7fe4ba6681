package import Documents
internal import Words
package import Assessment
import ScoreNumerics
package import Scoring
package import Values

/// Units that are ranked among each other.
package struct RankPart: Sendable {
    /// A unit with its place.
    package struct Row: Sendable {
        /// The unit.
        package let unit: Unit
        /// Its place, points and maximum.
        package let place: Ranking.Place
        /// The class by its total; nil when there is none.
        package let unitClass: UnitClass?
        /// Last year's place among the same.
        package let previousRank: Rank?
        /// The place by the points of the criteria file, where others replace them.
        package let ownPointsRank: Rank?
        /// Where it may truly stand, for itself.
        package let interval: RankInterval
        /// Where it may truly stand, for all units at once.
        package let simultaneous: RankInterval
        /// Its places at the nodes below the subject; nil where it has none.
        package let partRanks: [Rank?]
    }

    /// What sampling error does.
    package struct Sampling: Sendable {
        /// How the intervals came about.
        package let sets: RankSets
        /// How many figures went through a straight piece, and how many were bounded.
        package let straightCount: Int
        package let boundedCount: Int
        /// Figures drawn again, by the positions of rows.
        package let simulation: RankSimulation
    }

    /// What other points would do, by the positions of rows.
    package struct Robustness: Sendable {
        /// Points varied.
        package let variation: PointVariation
        /// One field or criterion left out.
        package let leaveOneOut: LeaveOneOut
    }

    /// The code of the group, parent or level; nil for units without one.
    package let key: String?
    /// Positions of all units of the part.
    package let units: [Int]
    /// The ranked units, the best first.
    package let rows: [Row]
    /// The others, with the reason.
    package let absences: [Ranking.Absence]
    /// What tied units get.
    package let ties: RankingPolicy.Ties
    /// The nodes below the subject whose places stand side by side.
    package let partNodes: [Int]
    /// What sampling error does; nil where no figure has one.
    package let sampling: Sampling?
    /// What other points would do; nil where nobody asked.
    package let robustness: Robustness?
    /// Groups of rows that cannot be told apart.
    package let indistinct: [Range<Int>]
    /// The mean index of the ranked units; nil for fewer than two.
    package let mean: FixedDecimal?

    init(
        _ assessment: Assessment, key: String?, units: [Int], subject: Ranking.Subject, options: RankOptions,
        previous: RankLookup?, own: RankLookup?
    ) {
        let scores = assessment.scores
        let set = assessment.criteria.set
        let ranking = Ranking(scores, units: units, by: subject, ties: options.ties)
        let ranked = ranking.places.map(\.unit)
        self.key = key
        self.units = units
        absences = ranking.absences
        ties = ranking.ties
        partNodes =
            switch subject {
            case .total: set.criteria.indices.filter { set.criteria[$0].parent == nil }
            case .node(let node): set.criteria[node].children
            }
        let partRanks = partNodes.map { node -> [Int: Rank] in
            let places = Ranking(scores, units: units, by: .node(node), ties: options.ties).places
            return Dictionary(places.map { ($0.unit, $0.rank) }, uniquingKeysWith: { first, _ in first })
        }
        sampling = Sampling(ranking, scores, options)
        let intervals = sampling?.sets.intervals()
        rows = ranking.places.enumerated().map { position, place in
            let unit = assessment.units[place.unit]
            let exact = RankInterval(place.rank, place.rank)
            return Row(
                unit: unit, place: place, unitClass: scores[place.unit].classification?.unitClass,
                previousRank: previous?.rank(of: unit.code, among: key),
                ownPointsRank: own?.rank(of: unit.code, among: key),
                interval: intervals?.marginal[position] ?? exact,
                simultaneous: intervals?.simultaneous[position] ?? exact,
                partRanks: partRanks.map { $0[place.unit] })
        }
        indistinct = sampling?.sets.indistinct(Array(ranked.indices)) ?? []
        robustness = options.robustDraws.flatMap { draws in
            let parameters = PointVariation.Parameters(draws: draws, seed: options.seed)
            guard !ranked.isEmpty,
                let variation = PointVariation(scores, units: ranked, by: subject, parameters),
                let leaveOneOut = LeaveOneOut(scores, units: ranked, by: subject)
            else { return nil }
            return Robustness(variation: variation, leaveOneOut: leaveOneOut)
        }
        mean =
            ranked.count < 2
            ? nil
            : ranking.places.reduce(ExactRatio?.some(.zero)) { $0?.adding($1.index) }?
                .divided(by: ExactRatio(ranked.count))?.rounded(set.rounding.index)
    }

    /// The rows that may be among the first so many: surely all that truly are, with the stated confidence.
    package func candidates(forTop count: Int) -> [Row] {
        rows.filter { $0.simultaneous.lower <= Rank(count) }
    }
}

extension RankPart.Sampling {
    /// Nil where no figure behind the ranked units has an error.
    fileprivate init?(_ ranking: Ranking, _ scores: ScoreTable, _ options: RankOptions) {
        if options.errors.isEmpty { return nil }
        let confidence = options.confidence.approximation
        let indices = SampledIndices(
            scores, units: ranking.places.map(\.unit), by: ranking.subject, errors: options.errors,
            confidence: confidence)
        guard indices.values.contains(where: { !$0.isKnown }) else { return nil }
        sets = RankSets(
            indices.values, ranks: ranking.places.map(\.rank), ties: ranking.ties, error: indices.normalError,
            seed: options.seed)
        straightCount = indices.straightCount
        boundedCount = indices.boundedCount
        simulation = RankSimulation(ranking, scores, errors: options.errors, seed: options.seed)
    }
}
