package import Scoring
package import Values

/// What is given as evidence for a criterion of a unit, and what is said where it is lacking.
package struct LeafEvidence: Sendable {
    /// How complete it is.
    package enum State: Hashable, Sendable {
        case complete
        /// None for some of its figures: their metrics.
        case incomplete([String])
        /// Some of the kinds that the criterion requires are missing, and nobody says why.
        case lacking([LocalizedText])
        case none
    }

    /// A kind of evidence that the criterion requires, as the register has it.
    package struct Kind: Hashable, Sendable {
        package enum State: String, CaseIterable, Hashable, Sendable { case given, explained, missing }

        package let name: LocalizedText
        package let state: State
        /// What is given, or why it is missing.
        package let items: [EvidenceItem]
    }

    /// The texts, each once: evidence of figures and of points that people gave.
    package let texts: [String]
    /// Explanations of figures and reasons of points, each once.
    package let explanations: [String]
    package let state: State
    /// The kinds that the criterion requires, where the register speaks of the criterion.
    package let kinds: [Kind]
    /// The rows of the register.
    package let items: [EvidenceItem]

    /// Those of the unit at a position, at the stage of its own points.
    ///
    /// - Parameters:
    ///   - assessment: the assessment.
    ///   - unit: the position of the unit.
    ///   - criterion: the criterion.
    ///   - points: all points that were given to the unit (``Assessment/givenByUnit``).
    package init(_ assessment: Assessment, unit: Int, criterion: Criterion, given points: [GivenScore]) {
        let (code, own) = (assessment.units[unit], assessment.settings.stages.own)
        let metrics = criterion.metrics(atLevel: code.level)
        let remarks = metrics.map { (code: $0.code, remark: assessment.remark(unit: unit, metric: $0.code)) }
        let given = points.filter { $0.criterion == criterion.code && $0.stage == own }
        items = assessment.evidence?.items(unit: code.code, criterion: criterion.code) ?? []
        let registered = items.filter { $0.isGiven }
        let ofPoints = given.compactMap { $0.evidence } + registered.compactMap { $0.name }
        texts = (remarks.compactMap { $0.remark?.evidence } + ofPoints).withoutRepeats { $0 }
        explanations =
            (remarks.compactMap { $0.remark?.explanation } + given.compactMap { $0.reason }
            + items.compactMap { $0.explanation })
            .withoutRepeats { $0 }
        kinds = Self.kinds(of: criterion.leaf?.evidence ?? [], items)
        // A rule's further figures are covered by the evidence for its main one.
        let main = (criterion.leaf?.measures ?? []).filter { $0.levels?.contains(code.level) ?? true }
            .compactMap { $0.metrics.first?.code }
        let without = remarks.filter { main.contains($0.code) && $0.remark?.evidence == nil }.map { $0.code }
        let missing = kinds.filter { $0.state == .missing }.map { $0.name }
        // Where the register speaks of the criterion, it is what is held against what is required.
        state =
            if texts.isEmpty {
                .none
            } else if !missing.isEmpty {
                .lacking(missing)
            } else if ofPoints.isEmpty, !without.isEmpty, !kinds.contains(where: { $0.state == .explained }) {
                .incomplete(without)
            } else {
                .complete
            }
    }

    /// What the register says of each kind; nothing where it does not speak of the criterion. Evidence of no stated kind is
    /// none of those that are required.
    private static func kinds(of required: [LocalizedText], _ items: [EvidenceItem]) -> [Kind] {
        if items.isEmpty { return [] }
        return required.enumerated().map { position, name in
            let own = items.filter { $0.kind == position }
            let given = own.filter { $0.isGiven }
            let explained = own.filter { $0.explanation != nil }
            return Kind(
                name: name, state: !given.isEmpty ? .given : explained.isEmpty ? .missing : .explained,
                items: own)
        }
    }

    /// The days of documents, and those that its texts name, such as that of `Kế hoạch số 5/KH-UBND ngày 12/01/2026`. Names
    /// of files are names.
    package var days: [CalendarDay] {
        let files = Set(items.filter { $0.readablePath != nil }.compactMap { $0.name })
        let stated = texts.filter { !files.contains($0) }.flatMap { text in
            text.split { !($0.isNumber || "/.-".contains($0)) }.compactMap { word in
                // Numbers of documents have letters or one stroke.
                CalendarDay(String(word.drop { !$0.isNumber }.reversed().drop { !$0.isNumber }.reversed()))
            }
        }
        return items.filter { $0.isGiven }.compactMap { $0.day } + stated
    }
}
