internal import Documents
internal import Scoring
internal import Values
internal import Words

/// What sums lost beyond their parts, put together by the reason: points given to wholes, or caps and rounding.
struct LossAdjustments: Sendable {
    /// A row a reason, without those that come to nothing.
    let rows: [(title: Phrase, lost: FixedDecimal)]

    /// Adjustments of one unit or of several.
    init(_ adjustments: some Sequence<SumAdjustment>, of set: CriteriaSet) {
        var lost: [Bool: FixedDecimal] = [:]
        var wholes: Set<Int> = []
        for adjustment in adjustments {
            let isGiven = adjustment.reason == .givenToWhole
            lost[isGiven, default: 0] += adjustment.lost
            if isGiven, let node = adjustment.node { wholes.insert(node) }
        }
        let codes = CleanText.cut(wholes.sorted().map { set.criteria[$0].code }.joined(separator: ", "), at: 80)
        let titles = [
            (true, SumAdjustment.Reason.givenToWhole.phrase.with(remark: Phrase(verbatim: codes))),
            (false, set.adjustmentTitle),
        ]
        rows = titles.compactMap { isGiven, title in
            lost[isGiven].flatMap { $0 == 0 ? nil : (title, $0) }
        }
    }
}
