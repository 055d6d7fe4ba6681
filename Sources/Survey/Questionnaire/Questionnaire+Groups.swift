public import Values

extension Questionnaire {
    /// Questions that share an index: a factor, a block, or all.
    public struct Group: Hashable, Sendable {
        /// The kind of group.
        public enum Kind: String, Hashable, Sendable {
            case factor, block, total
        }

        /// The kind of group.
        public let kind: Kind
        /// The code of the factor or block; nil for the total.
        public let code: String?
        /// Its name; nil for the total.
        public let name: LocalizedText?
        /// Its name where there is little room; nil for the total, and without a short form.
        public let shortForm: LocalizedText?
        /// Its questions, by position.
        public let questions: Range<Int>
    }

    /// Every factor and block in questionnaire order, a block before its factors, and the total last.
    public var groups: [Group] {
        var groups: [Group] = []
        var first = 0
        for block in blocks {
            let place = groups.count
            let start = first
            for factor in block.factors {
                let questions = first..<first + factor.questions.count
                groups.append(
                    Group(
                        kind: .factor, code: factor.code, name: factor.name,
                        shortForm: factor.name.shortForm(factor.shortName), questions: questions))
                first = questions.upperBound
            }
            groups.insert(
                Group(
                    kind: .block, code: block.code, name: block.name, shortForm: block.name.shortForm(block.shortName),
                    questions: start..<first), at: place)
        }
        groups.append(Group(kind: .total, code: nil, name: nil, shortForm: nil, questions: 0..<first))
        return groups
    }
}
