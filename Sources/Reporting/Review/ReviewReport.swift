package import Assessment
public import Documents
internal import Scoring
internal import Values
internal import Words

/// What a criteria set does to the units it scores: which criteria separate nobody, count twice, are overstated or can
/// hardly be measured; for those who revise it.
public struct ReviewReport: Report {
    /// What the record is.
    public static let recordFormat = "criteria-review/1"

    private let reviewed: SetReview
    private let scope: RankScope
    private let only: String?
    /// So many first criteria are shown; nil for all.
    private let top: Int?
    private let words: ReviewWords

    private var review: CriteriaReview { reviewed.review }
    private var set: CriteriaSet { review.set }
    private var columns: ReviewColumns { ReviewColumns(set: set, thresholds: review.thresholds) }
    private var headers: [ReportHeader] { reviewed.sources.map { ReportHeader($0.assessment) } }

    /// - Parameters:
    ///   - reviewed: the review.
    ///   - scope: among whom units have their places.
    ///   - only: the code of the only group, level or parent that was reviewed.
    ///   - top: how many criteria are shown: the first of each conclusion, and in the table those with the least spread.
    package init(_ reviewed: SetReview, among scope: RankScope, only: String?, top: Int?) {
        (self.reviewed, self.scope, self.only, self.top) = (reviewed, scope, only, top)
        words = ReviewWords(reviewed, among: scope)
    }

    /// The criteria of the table.
    private var shown: [NodeReview] {
        guard let top else { return review.leaves }
        let measured = review.leaves.filter { $0.measured >= review.thresholds.leastUnits }
        let order = measured.indices.sorted {
            (measured[$0].deviation ?? 0, $0) < (measured[$1].deviation ?? 0, $1)
        }
        return order.prefix(top).map { measured[$0] }
    }

    // MARK: - For people

    /// The most criteria of a conclusion on a screen.
    private static let mostOnScreen = 10

    /// What people read: the conclusions, what each rests on, and the table.
    public func write(to document: inout Document) {
        document.heading(Phrase("\(ReviewWords.title): \(set.name)"), level: 1)
        document.facts(facts)
        document.list(sentences, under: ReviewWords.conclusions)
        let limit = document.nameLimit
        write(review.separatingNobody, under: ReviewWords.separatingNobody, to: &document) {
            words.alike($0, cutAt: limit)
        }
        write(review.pairs, under: ReviewWords.countingTwice, to: &document) { words.pair($0, cutAt: limit) }
        write(review.overstated, under: ReviewWords.overstated, to: &document) { words.cut($0, cutAt: limit) }
        write(review.hardlyMeasured, under: ReviewWords.hardlyMeasured, to: &document) {
            words.unmeasured($0, cutAt: limit)
        }
        if !review.fields.isEmpty {
            document.heading(ReviewWords.fields)
            document.table(review.fields, columns.shown(of: review.fields, named: .field, cutAt: limit))
        }
        let shown = shown.filter { $0.applicable + $0.givenAbove > 0 }
        document.heading(top == nil ? ReviewWords.criteria : ReviewWords.leastSpread(shown.count))
        document.table(shown, columns.shown(of: shown, named: .criterion, cutAt: limit))
        document.list(notes, under: .notes)
        writeNotices(to: &document)
    }

    private var facts: [Document.Fact] {
        let sources = reviewed.sources
        let isOne = sources.count == 1
        let count =
            isOne
            ? Document.Fact(.units, .count(reviewed.scoreCount))
            : .init(ReviewWords.scores, ReviewWords.scores(reviewed.scoreCount, periods: sources.count))
        let group = only.flatMap { key in
            headers.last.map { $0.name(ofPart: key, among: scope == .all ? .group : scope) }
        }
        return [
            .init(.criteriaSet, set.fullName), .init(ReviewWords.assessments, sources.map(words.source).joined("\n")),
            count,
        ] + (group.map { [.init(.group, $0)] } ?? []) + [
            .init(RankWords.among, scope.phrase),
            .init(ReviewWords.thresholds, words.thresholdLines.joined("\n")),
        ]
    }

    /// One sentence for each conclusion; none where nothing can be judged.
    private var sentences: [Phrase] {
        let (leaves, least) = (review.leaves, review.thresholds.leastUnits)
        func judged(_ count: (NodeReview) -> Int) -> Int { leaves.count { count($0) >= least } }
        let comparable = judged { $0.alike.of }
        let appraised = judged { $0.cut?.cut.of ?? 0 }
        let applicable = judged { $0.applicable }
        var sentences: [Phrase] = []
        if comparable > 0 { sentences.append(words.separatingNobody(review.separatingNobody, of: comparable)) }
        if review.comparedPairs > 0 {
            sentences.append(words.countingTwice(review.pairs.count, of: review.comparedPairs))
        }
        if appraised > 0 {
            sentences.append(words.overstated(review.overstated, of: appraised))
        } else if reviewed.sources.allSatisfy({ $0.appraisal == nil }) {
            sentences.append(ReviewWords.noAppraisal)
        }
        if applicable > 0 { sentences.append(words.hardlyMeasured(review.hardlyMeasured, of: applicable)) }
        if !review.undecided.isEmpty { sentences.append(words.undecided(review.undecided)) }
        if !review.withoutUnits.isEmpty { sentences.append(words.withoutUnits(review.withoutUnits)) }
        return sentences
    }

    /// The first of a conclusion's criteria, each with what it rests on.
    private func write<Element>(
        _ elements: [Element], under title: Phrase, to document: inout Document, _ phrase: (Element) -> Phrase
    ) {
        if elements.isEmpty { return }
        let count = elements.count
        let isCut = top == nil && document.isBrief && count > Self.mostOnScreen + 1
        let most = min(count, top ?? (isCut ? Self.mostOnScreen : count))
        document.list(
            elements.prefix(most).map(phrase)
                + (most < count ? [ReviewWords.others(count - most, isScreen: isCut)] : []),
            under: Phrase("\(title) (\(count))"))
    }

    private var notes: [Phrase] {
        let changed = changes.map { ReviewWords.changed($0.codes, edition: $0.edition) }
        let givenAbove = review.leaves.count { $0.givenAbove > 0 }
        let hasWatched = set.leafCount > review.leaves.count
        return words.columnNotes + (review.pairs.isEmpty ? [] : [words.chance(of: review.comparedPairs)]) + changed
            + (givenAbove > 0 ? [ReviewWords.givenAbove(givenAbove)] : []) + (hasWatched ? [ReviewWords.watched] : [])
    }

    /// By earlier edition, the criteria that it scores in another way.
    private var changes: [(edition: String, codes: [String])] {
        let editions = reviewed.sources.filter { $0.isOtherEdition }.map { $0.assessment.criteria.set }
        return editions.withoutRepeats { $0.edition }.compactMap { edition in
            let kinds: Set<CriteriaDifference.Kind> = [.renamed, .points, .rules]
            let codes = CriteriaDifference(from: edition, to: set, in: .vi).changes.filter { kinds.contains($0.kind) }
                .compactMap { $0.code }.withoutRepeats { $0 }
            // In the order of the set.
            let leaves = set.criteria.filter { $0.leaf != nil && codes.contains($0.code) }.map { $0.code }
            return leaves.isEmpty ? nil : (edition.edition, leaves)
        }
    }

    private func writeNotices(to document: inout Document) {
        let headers = headers
        for header in headers where !header.leftOut.isEmpty { document.notice(NoticeWords.leftOut(header.leftOut)) }
        for notice in headers.flatMap({ $0.figureNotices }).withoutRepeats(by: { $0.text(.vi) }) {
            document.notice(notice)
        }
        for notice in headers.last?.pointNotices(isBrief: document.isBrief) ?? [] { document.notice(notice) }
    }

    // MARK: - For programs

    /// The criteria that each conclusion names.
    private var concluded: [(phrase: Phrase, nodes: Set<Int>)] {
        [
            (ReviewWords.separatesNobodyInShort, Set(review.separatingNobody.map { $0.node })),
            (ReviewWords.countsTwiceInShort, Set(review.pairs.flatMap { [$0.first, $0.second] })),
            (ReviewWords.overstatedInShort, Set(review.overstated.map { $0.node })),
            (ReviewWords.hardlyMeasuredInShort, Set(review.hardlyMeasured.map { $0.node })),
            (ReviewWords.undecidedInShort, Set(review.undecided.map { $0.node })),
        ]
    }

    /// A row a field, then a row a criterion.
    public var data: DataTable? {
        let selection = top.map { [ReviewWords.onlyLeastSpread($0)] } ?? []
        let notice = (selection + headers.map { $0.shortNotice }).withoutRepeats { $0.text(.vi) }.joined("; ").settled
        let concluded = concluded
        let conclusion = Column<NodeReview>.phrase("", ReviewWords.conclusion) { row in
            concluded.filter { $0.nodes.contains(row.node) }.map { $0.phrase }.joined("; ")
        }
        let isLeaf = Column<NodeReview>(.leaf) { [set] in .flag(set.criteria[$0.node].leaf != nil) }
        return DataTable(
            review.fields + shown, [isLeaf] + columns.all + [conclusion, Column(.notes) { _ in .phrase(notice) }])
    }

    /// What programs read.
    public func write(to record: inout RecordWriter) {
        record.record("criteriaSet") {
            $0.values(of: set, [.set, .edition, .name, .leaves, .maximum])
        }
        record.values([
            "among": .text(scope.rawValue), "only": .text(only), "top": .count(top),
            "scores": .count(reviewed.scoreCount),
        ])
        record.list("assessments", reviewed.sources) { record, source in
            let own = source.assessment
            record.values([
                "folder": .text(own.folder), "name": .name(own.settings.name),
                "period": .text(own.settings.period.code), "edition": .text(own.criteria.set.edition),
                "stage": .text(own.settings.stage.code), "units": .count(source.unitCount),
                "criteria": .count(source.leafCount), "synthetic": .flag(own.settings.isSynthetic),
                "roundInput": .count(own.settings.roundingDigits),
                "appraisedFrom": .text(source.appraisal?.from.code), "appraisedTo": .text(source.appraisal?.to.code),
            ])
            record.texts("leftOut", own.leftOut)
        }
        let thresholds = review.thresholds
        record.line(
            "thresholds",
            [
                "leastUnits": .count(thresholds.leastUnits), "alike": .number(thresholds.alike),
                "twice": .number(thresholds.twice), "cut": .number(thresholds.cut),
                "unmeasured": .number(thresholds.unmeasured),
            ])
        record.values("conclusions", sentences.map { .phrase($0) })
        func codes(_ leaves: [NodeReview]) -> [String] { leaves.map { set.criteria[$0.node].code } }
        record.texts("separatesNobody", codes(review.separatingNobody))
        record.list("countsTwice", review.pairs) { pair in
            [
                "first": .text(set.criteria[pair.first].code), "second": .text(set.criteria[pair.second].code),
                "correlation": .number(pair.correlation.value), "units": .count(pair.correlation.count),
            ]
        }
        record.value("comparedPairs", .count(review.comparedPairs))
        record.texts("overstated", codes(review.overstated))
        record.texts("hardlyMeasured", codes(review.hardlyMeasured))
        record.texts("undecided", codes(review.undecided))
        record.texts("withoutUnits", codes(review.withoutUnits))
        record.list("changedCriteria", changes) { record, change in
            record.value("edition", .text(change.edition))
            record.texts("criteria", change.codes)
        }
        record.list("fields", review.fields, columns.all)
        record.list("criteria", shown, columns.all)
    }
}
