internal import Assessment
internal import Documents
internal import Scoring
internal import Values
internal import Words

/// The places of a unit on both sides of a comparison, and what moved it from one to the other.
struct RankSplitPart: Sendable {
    let places: PlaceChange
    /// Nil where no change is told, and where it is not asked for.
    let split: RankSplit?
    let scope: RankScope
    let isCommon: Bool
    let digits: Int

    /// A row: a place, or what moved the unit from one to the next.
    private struct Row: Sendable {
        var code: String?
        let name: Phrase
        var points: FixedDecimal?
        /// How many half places up.
        var halves: Int?
        var rank: Rank?
        var isStrong = false
    }

    /// The columns of a table of data.
    static var columns: [Column<PlaceChange>] {
        [
            .decimal("", .rankBefore) { $0.before?.rank.decimal },
            Column(.rankedBefore) { .count($0.before?.count) },
            .decimal("", .rankAfter) { $0.after?.rank.decimal }, Column(.rankedAfter) { .count($0.after?.count) },
            .decimal("", .movement) { $0.movement },
            .phrase("", .whyNoMovement) { $0.obstacle?.phrase },
        ]
    }

    func write(to document: inout Document) {
        document.heading(scope.placeTitle)
        document.facts([
            .init(.before, places.before?.phrase ?? Phrase(verbatim: "–")),
            .init(.after, places.after?.phrase ?? Phrase(verbatim: "–")),
        ])
        if let obstacle = places.obstacle { document.paragraph(ComparisonWords.noMovement(obstacle)) }
        if places.isRankedAnew { document.paragraph(RankWords.rankedAnew(.before, isCommon: isCommon)) }
        guard let split else { return }
        let own = split.parts.filter { $0.halves != 0 }
        let rows =
            [
                Row(name: .before, rank: split.before, isStrong: true),
                Row(
                    name: ComparisonWords.others, halves: split.othersHalves, rank: split.withEarlierPoints),
            ]
            + own.map { part in
                let node = part.after ?? part.before
                return Row(
                    code: node?.code, name: node.map { Phrase($0.name) } ?? .adjustment, points: part.points,
                    halves: part.halves, rank: part.rank)
            } + [
                Row(name: .after, halves: split.before.halves - split.after.halves, rank: split.after, isStrong: true)
            ]
        let name = Column<Row>.phrase("", .criterion, .wrapped(24)) { $0.name }
        document.table(
            rows,
            [
                .text("", .code) { $0.code }, name.cut(at: document.nameLimit),
                .decimal("", ComparisonWords.ownPoints, .decimal.blank(""), look: .change(digits: digits)) {
                    $0.points
                },
                .decimal("", .movement, .decimal.blank(""), look: .change(digits: 0)) { row in
                    row.halves.map { Rank(halves: $0).decimal }
                },
                .decimal("", .rank) { $0.rank?.decimal },
            ]
        ) { $0.isStrong }
        let unmoved = split.parts.count - own.count
        document.list(
            [ComparisonWords.split(others: split.othersHalves, own: split.ownHalves), ComparisonWords.splitOrder]
                + (unmoved > 0 ? [ComparisonWords.unmoved(unmoved)] : []))
    }

    func write(to record: inout RecordWriter) {
        record.values([
            "among": .text(scope.rawValue), "before": .number(places.before?.rank.decimal),
            "rankedBefore": .count(places.before?.count), "after": .number(places.after?.rank.decimal),
            "rankedAfter": .count(places.after?.count), "movement": .number(places.movement),
            "notTold": .text(places.obstacle?.code), "notToldText": .text(places.obstacle?.phrase.text(.vi)),
            "rankedAnew": .flag(places.isRankedAnew),
        ])
        guard let split else { return }
        record.record("split") { record in
            func places(_ halves: Int) -> Value { .number(Rank(halves: halves).decimal) }
            record.values([
                "withEarlierPoints": .number(split.withEarlierPoints.decimal), "others": places(split.othersHalves),
                "own": places(split.ownHalves),
            ])
            record.list("criteria", split.parts) { part in
                [
                    "code": .text((part.after ?? part.before)?.code), "name": .name((part.after ?? part.before)?.name),
                    "points": .number(part.points), "movement": places(part.halves), "rank": .number(part.rank.decimal),
                ]
            }
        }
    }
}
