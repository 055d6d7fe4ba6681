internal import Scoring
internal import Values

/// Makes a node of a criteria set of a row of an annex, with what is open about it.
struct NodeBuilder {
    let node: AnnexNode
    /// Its maximum, which of a node with children is the sum of theirs.
    let maximum: FixedDecimal
    let isLeaf: Bool
    let levels: [String]
    /// The document of the edition.
    let document: String
    let texts: AnnexTexts
    private(set) var open: [(point: OpenPoint, place: AnnexPlace)] = []
    private var notes: [LocalizedText] = []

    init(
        _ node: AnnexNode, maximum: FixedDecimal, isLeaf: Bool, levels: [String], document: String, texts: AnnexTexts
    ) {
        (self.node, self.maximum, self.isLeaf, self.levels) = (node, maximum, isLeaf, levels)
        (self.document, self.texts) = (document, texts)
    }

    mutating func draft() -> CriterionDraft {
        open = node.openPoints.map { ($0, node.place) }
        notes = (node.notes + node.tasks).map { LocalizedText(vi: $0) }
        var deadline: Deadline?
        if !node.deadline.isEmpty {
            deadline = AnnexDeadline.read(node.deadline)
            if deadline == nil || !isLeaf { notes.append(LocalizedText(vi: node.deadline)) }
        }
        if let text = node.unreadMaximum { open.append((OpenPoint(text, .unreadMaximum), maximumPlace)) }
        var leaf: Leaf?
        if isLeaf {
            leaf = self.leaf(deadline: deadline)
        } else {
            checkSum()
            // A file has these of leaves only.
            notes += (node.target + node.results + node.evidence).map { LocalizedText(vi: $0) }
            if !node.words.isEmpty {
                let text = node.words.joined(separator: "\n")
                open.append((OpenPoint(text, .wordsOfParent), node.wordPlaces.first ?? node.place))
            }
        }
        let name = node.name.isEmpty ? node.code : node.name
        func agency(_ text: String) -> String? { text.isEmpty ? nil : text }
        var draft = CriterionDraft(
            code: node.code, name: LocalizedText(vi: name), maximum: maximum,
            source: LegalSource(document: document, row: node.code),
            agencies: Agencies(
                monitoring: agency(node.monitoring), lead: agency(node.lead), coordinating: agency(node.coordinating)),
            notes: notes, leaf: leaf)
        draft.openPoints = open.map({ $0.point })
        return draft
    }

    private var maximumPlace: AnnexPlace { node.maximumPlace ?? node.place }

    /// The maximum that the annex prints against the sum of its children's.
    private mutating func checkSum() {
        guard let printed = node.maximum, printed != maximum else { return }
        open.append((OpenPoint("\(Self.text(printed)) ≠ \(Self.text(maximum))", .otherSum), maximumPlace))
    }

    private static func text(_ number: FixedDecimal) -> String { number.text(decimalSeparator: ",") }

    // MARK: - Leaves

    private mutating func leaf(deadline: Deadline?) -> Leaf {
        let rule = writtenRule()
        if case .moreIsAsGood(let number)? = rule?.assumption { notes.append(texts.moreIsAsGood(number)) }
        let targets = TargetWords.items(in: node.target)
        let bounds = Set(targets.compactMap { $0.bound })
        let text = node.target.joined(separator: "\n")
        var target: Target?
        var measures: [Measure]
        if let rule {
            let metric = Metric(
                code: node.code, name: LocalizedText(vi: node.name.isEmpty ? node.code : node.name), kind: rule.kind,
                direction: rule.direction, unit: rule.unit.map { LocalizedText(vi: $0) }, ratio: rule.ratio)
            let bound = bounds.count == 1 ? bounds.first.flatMap { fitting($0, rule, text) } : nil
            if !text.isEmpty { target = Target(text: text, bound: bound) }
            measures = [Measure(code: node.code, metrics: [metric], rule: rule.rule)]
        } else if bounds.count > 1 || bounds.count == 1 && targets.count > 1, targets.count <= Self.letters.count {
            // Several things to reach are measured each.
            if !text.isEmpty { target = Target(text: text) }
            measures = zip(targets, Self.letters).map { item, letter in
                Measure(
                    open: "\(node.code).\(letter)", name: LocalizedText(vi: item.text),
                    target: Target(text: item.text, bound: item.bound))
            }
        } else {
            if !text.isEmpty { target = Target(text: text, bound: bounds.first) }
            measures = [Measure(open: node.code)]
        }
        let product = node.results.map(AnnexText.item).joined(separator: "; ")
        return Leaf(
            levels: levels, target: target, measures: measures,
            product: product.isEmpty ? nil : LocalizedText(vi: product), deadline: deadline,
            wording: node.words.map { LocalizedText(vi: $0) },
            evidence: node.evidence.map { LocalizedText(vi: AnnexText.item($0)) })
    }

    private static let letters = Array("abcdđeghiklmnopqrstuvxy")

    /// The rule that the scoring words say; what is not clear becomes an open point.
    private mutating func writtenRule() -> WrittenRule? {
        let text = node.words.joined(separator: "\n")
        guard node.maximum != nil else {
            if node.unreadMaximum == nil {
                open.append((OpenPoint(text.isEmpty ? nil : text, .noMaximum), maximumPlace))
            }
            return nil
        }
        switch ScoringWords.read(text, maximum: maximum, name: node.name) {
        case .rule(let rule): return rule
        case .unclear(let doubt, let sentence):
            let index = node.words.firstIndex { $0.contains(sentence) }
            let place = index.map { node.wordPlaces[$0] } ?? node.wordPlaces.first ?? node.place
            open.append((OpenPoint(sentence.isEmpty ? nil : sentence, doubt), place))
            return nil
        }
    }

    /// The number of a target, where it is one of the rule's figure. One on the wrong side is open.
    private mutating func fitting(_ bound: Bound, _ rule: WrittenRule, _ text: String) -> Bound? {
        let isPercent = text.contains("%")
        switch rule.kind {
        case .percent where isPercent && bound.value >= 0 && bound.value <= 100: break
        case .count where !isPercent && bound.value >= 0 && bound.value.isInteger: break
        default: return nil
        }
        let isAgainst = rule.direction == .higher ? bound.isUpper : bound.isLower
        let isBeyond = rule.kind == .percent && (bound == Bound(.above, 100) || bound == Bound(.below, 0))
        guard !isAgainst, !isBeyond else {
            open.append((OpenPoint(text, .targetAgainstRule), node.place))
            return nil
        }
        return bound
    }
}
