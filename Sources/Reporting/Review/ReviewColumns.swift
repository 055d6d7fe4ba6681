internal import Documents
internal import Scoring
internal import Values
internal import Words

/// What a review tells of a criterion or a field.
struct ReviewColumns: Sendable {
    typealias Line = Column<NodeReview>
    let set: CriteriaSet
    let thresholds: ReviewThresholds

    var code: Line { .text("code", .code, full: .criterionCode) { [set] in set.criteria[$0.node].code } }
    private var name: Line {
        Line("name", .criterion, full: .criterionName, .wrapped(20)) { [set] in .name(set.criteria[$0.node].name) }
    }
    private var maximum: Line {
        .decimal("maximum", .maximumShort, full: .maximum) { [set] in set.criteria[$0.node].maximum }
    }

    private func count(
        _ key: String, _ title: Phrase, full: Phrase? = nil, _ value: @escaping @Sendable (NodeReview) -> Int?
    ) -> Line { Line(key, title, full: full, .decimal) { .count(value($0)) } }

    private func decimal(
        _ key: String, _ title: Phrase, full: Phrase? = nil, digits: Int = 2,
        _ value: @escaping @Sendable (NodeReview) -> FixedDecimal?
    ) -> Line { .decimal(key, title, full: full, digits: digits, value) }

    private var measured: Line {
        count("measured", ReviewWords.measured, full: ReviewWords.measuredFull) { $0.measured }
    }
    private var byConvention: Line { count("byConvention", ReviewWords.byConvention) { $0.byConvention } }
    private var unmeasured: Line {
        count("unmeasured", ReviewWords.unmeasured, full: ReviewWords.unmeasuredFull) { $0.unmeasured }
    }
    private var leftOut: Line { count("notApplicable", ReviewWords.leftOut) { $0.leftOut } }
    private var givenAbove: Line { count("givenAbove", ReviewWords.givenAbove) { $0.givenAbove } }
    private var fullUnits: Line { count("full", ReviewWords.fullUnits) { $0.full.units } }
    private var full: Line {
        decimal("fullPercent", ReviewWords.full, full: ReviewWords.fullShare) { $0.full.percent }
    }
    private var zeroUnits: Line { count("zero", ReviewWords.zeroUnits) { $0.zero.units } }
    private var zero: Line {
        decimal("zeroPercent", ReviewWords.zero, full: ReviewWords.zeroShare) { $0.zero.percent }
    }
    private var alike: [Line] {
        [
            count("alike", ReviewWords.alikeUnits) { $0.alike.units },
            count("alikeOf", ReviewWords.alikeOf) { $0.alike.of },
            Line("alikeShare", ReviewWords.alikeShare) { row in
                row.alike.of == 0 ? .none : .code(row.sameness.rawValue, row.sameness.phrase)
            },
        ]
    }
    private var mean: Line { decimal("mean", ReviewWords.mean, full: ReviewWords.meanShare) { $0.mean } }
    private var deviation: Line {
        decimal("deviation", ReviewWords.deviation, full: ReviewWords.deviationFull) { $0.deviation }
    }
    private var appraised: Line { count("appraised", ReviewWords.appraised) { $0.cut?.cut.of } }
    private var cutUnits: Line {
        count("cut", ReviewWords.cutUnits, full: ReviewWords.cutUnitsFull) { $0.cut?.cut.units }
    }
    private var cutPoints: Line {
        decimal("cutPoints", ReviewWords.cutPoints, digits: self.set.rounding.points.digits) { $0.cut?.points }
    }
    private var raised: [Line] {
        [
            count("raised", ReviewWords.raisedUnits) { $0.cut?.raised },
            decimal("raisedPoints", ReviewWords.raisedPoints, digits: self.set.rounding.points.digits) {
                $0.cut?.raisedPoints
            },
        ]
    }
    /// Nothing is said of a correlation of fewer units than a conclusion needs.
    private var withRest: Line {
        decimal("withRest", ReviewWords.withRest, full: ReviewWords.withRestFull, digits: 3) { [thresholds] row in
            row.withRest.count >= thresholds.leastUnits ? row.withRest.value : nil
        }
    }
    private var withRestUnits: Line { count("withRestUnits", ReviewWords.withRestUnits) { $0.withRest.count } }
    private var moved: Line { count("moved", ReviewWords.moved, full: ReviewWords.movedFull) { $0.moved?.units } }
    private var movedOf: Line { count("movedOf", ReviewWords.movedOf) { $0.moved?.of } }
    private var twinCode: Line {
        .text("mostAlike", ReviewWords.twinFull) { [set] in $0.twin.map { set.criteria[$0.node].code } }
    }
    private var twinCorrelation: Line {
        decimal("mostAlikeCorrelation", ReviewWords.twinCorrelation, digits: 3) { $0.twin?.correlation.value }
    }
    private var twinUnits: Line { count("mostAlikeUnits", ReviewWords.twinUnits) { $0.twin?.correlation.count } }
    private var twin: Line {
        .phrase("", ReviewWords.twin, .leading.blank("–").dispensable) { [set] row in
            row.twin.flatMap { twin in
                twin.correlation.value.map { Phrase("\(set.criteria[twin.node].code) (\($0, digits: 3))") }
            }
        }
    }

    /// What programs read, and tables of data.
    var all: [Line] {
        [
            code, name, maximum, measured, byConvention, unmeasured, leftOut, givenAbove, fullUnits, full, zeroUnits,
            zero,
        ]
            + alike + [mean, deviation, appraised, cutUnits, cutPoints] + raised
            + [withRest, withRestUnits, moved, movedOf, twinCode, twinCorrelation, twinUnits]
    }

    /// The table for people; what says nothing of any row is left out.
    func shown(of rows: [NodeReview], named title: Phrase, cutAt limit: Int?) -> [Line] {
        let isAppraised = rows.contains { $0.cut != nil }
        let isLacking = rows.contains { $0.unmeasured > 0 }
        return [code, name.titled(title).cut(at: limit), maximum, measured] + (isLacking ? [unmeasured] : [])
            + [full, zero, mean, deviation] + (isAppraised ? [cutUnits, cutPoints] : []) + [withRest, moved, twin]
    }
}

extension NodeReview.Count {
    /// In percent, rounded to two decimals; nil of none.
    fileprivate var percent: FixedDecimal? {
        ExactRatio(100 * Int128(units), over: Int128(of))?.rounded(Rounding(.halfAwayFromZero, digits: 2))
    }
}
