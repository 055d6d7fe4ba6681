internal import Documents
internal import Scoring
internal import Values
internal import Words

extension Document {
    /// Adds what the set advises about lines of losses, line by line; nothing where it advises nothing.
    mutating func advice(on leaves: [LeafGap], digits: Int, level: Int = 3) {
        let facts = leaves.flatMap { leaf in
            leaf.remedies.compactMap { remedy in
                remedy.lines(digits: digits).map { Fact(leaf.score.criterion.shortTitle, $0) }
            }
        }
        if facts.isEmpty { return }
        heading(RemedyWords.title, level: level)
        self.facts(facts)
    }

    /// Adds what shares that grow over the period can still come to; nothing where no volume is expected of any.
    mutating func reachable(_ leaves: [LeafGap], digits: Int) {
        let facts = leaves.flatMap { $0.reachable(digits: digits) }
        if facts.isEmpty { return }
        heading(PeriodEndWords.title)
        self.facts(facts)
        paragraph(PeriodEndWords.countedStays)
    }
}

extension LeafGap {
    /// What its shares that grow over the period can still come to, each with its name.
    func reachable(digits: Int) -> [Document.Fact] {
        measures.flatMap { measure in
            let own = measure.explanation.measure
            let title = measures.count == 1 ? score.criterion.shortTitle : own.heading.line(cutAt: 60)
            return measure.explanation.reachable.map { Document.Fact(title, $0.lines(digits: digits)) }
        }
    }
}

extension Criterion {
    /// Code and short form of the name, where there is little room: `2.1. Xử lý đúng hạn`.
    var shortTitle: Phrase { Phrase("\(self.code). \(Phrase(self.shortForm ?? self.name).line(cutAt: 60))") }
}

extension RecordWriter {
    /// What programs read of the advice about a loss, under `remedies`; nothing where there is none.
    mutating func advice(_ remedies: [AppliedRemedy], digits: Int) {
        if remedies.isEmpty { return }
        list("remedies", remedies) { record, remedy in
            for (key, text) in remedy.remedy.texts {
                record.value(key, .phrase(remedy.phrase(text, digits: digits)))
            }
        }
    }

    /// What programs read of shares that grow over the period, under `reachable`; nothing where nothing is expected.
    mutating func reachable(_ shares: [ReachableShare]) {
        if shares.isEmpty { return }
        list("reachable", shares) { record, share in
            record.values([
                "metric": .text(share.metric.code), "numerator": .number(FixedDecimal(cases: share.numerator)),
                "denominator": .number(FixedDecimal(cases: share.denominator)),
                "expected": .number(FixedDecimal(cases: share.expected.cases)),
                "expectedFrom": .text(share.expected.origin.rawValue),
                "remaining": .number(FixedDecimal(cases: share.remaining)),
            ])
            for (key, end) in [("best", share.best), ("worst", share.worst)] {
                record.line(
                    key,
                    [
                        "numerator": .number(FixedDecimal(cases: end.numerator)), "percent": .ratio(end.share),
                        "points": .number(end.points),
                    ])
            }
            record.lines("levels", share.levels) {
                [
                    "comparison": .text($0.limit.comparison.rawValue), "value": .ratio($0.limit.value),
                    "target": .flag($0.isTarget), "points": .number($0.points), "state": .text($0.state.rawValue),
                    "mayFail": .number($0.mayFail.map { FixedDecimal(cases: $0) }),
                ]
            }
        }
    }
}
