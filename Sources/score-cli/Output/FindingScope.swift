import Assessment
import Scoring
import Values
import Words

/// What a question is about. Warnings beside it are counted, not listed; errors always concern it. What evidence lacks is
/// listed by `check` alone.
struct FindingScope: Sendable {
    /// The codes and names of the units asked about; empty for all.
    var units: Set<String> = []
    /// The criteria and metrics asked about; nil for all.
    var codes: Set<String>?

    /// Why a finding is not told.
    enum Beside: Hashable {
        case evidence, otherUnits, otherCriteria
    }

    /// Why a finding is beside the question; nil for one that is told.
    func beside(_ finding: Finding) -> Beside? {
        if finding.severity == .error { return nil }
        let isEvidence =
            finding.cause == AssessmentFinding.missingEvidence.rawValue || finding.code.hasPrefix("evidence.")
        if isEvidence { return .evidence }
        if !units.isEmpty, let stated = Self.unit(of: finding), !units.contains(stated) { return .otherUnits }
        if let codes, let stated = Self.code(of: finding), !codes.contains(stated) { return .otherCriteria }
        return nil
    }

    private static func unit(of finding: Finding) -> String? {
        let key: FindingKey = finding.code == AssessmentFinding.tooFewAnswers.rawValue ? .code : .unit
        guard case .text(let unit)? = finding.details[key] else { return nil }
        return unit
    }

    /// The criterion or metric that a finding is about. A relation is one of several metrics.
    private static func code(of finding: Finding) -> String? {
        if finding.code == AssessmentFinding.relationDoubtful.rawValue { return nil }
        for key in [FindingKey.criterion, .metric] {
            if case .text(let code)? = finding.details[key] { return code }
        }
        return nil
    }
}

extension FindingScope {
    /// What a command line asks about: units, where options name some, and the criterion of `explain`.
    init(_ source: AssessmentSource, in assessment: Assessment?) {
        guard let assessment else { return }
        for option in [OptionDeclaration.Name.unit, .with] {
            guard let position = try? source.unit(in: assessment, named: option) else { continue }
            units.formUnion([assessment.units[position].code, assessment.units[position].name])
        }
        let arguments = source.arguments
        let set = assessment.criteria.set
        guard arguments.command.name == CommandDeclaration.explain.name, let node = set.index(of: arguments.operands[1])
        else { return }
        codes = set.codes(around: node)
    }
}

extension CriteriaSet {
    /// The codes of a node, of what is above and below it, and of the metrics of these.
    fileprivate func codes(around node: Int) -> Set<String> {
        var codes: Set<String> = []
        var open = [node]
        while let next = open.popLast() {
            codes.insert(criteria[next].code)
            codes.formUnion(criteria[next].leaf?.measures.flatMap(\.metrics).map(\.code) ?? [])
            open += criteria[next].children
        }
        var above = criteria[node].parent
        while let next = above {
            codes.insert(criteria[next].code)
            above = criteria[next].parent
        }
        return codes
    }
}
