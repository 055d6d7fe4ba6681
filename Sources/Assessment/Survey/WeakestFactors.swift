internal import Scoring
internal import Survey

extension Assessment {
    /// By metric that the survey measures, the codes of the factors on which a unit has the lowest index of those that
    /// the metric covers; empty where the set advises nothing about factors.
    package func weakestFactors(ofUnit position: Int) -> [String: [String]] {
        guard criteria.set.advisesOnFactors, let survey, let analysis = survey.analysis else { return [:] }
        let answered = survey.units(below: units[position], in: self).intersection(analysis.units)
        if answered.isEmpty { return [:] }
        let groups = survey.questionnaire.groups
        var indices: [Int: Double] = [:]
        for factor in groups.indices where groups[factor].kind == .factor {
            indices[factor] = analysis.index(of: .group(factor), units: answered).value
        }
        var weakest: [String: [String]] = [:]
        for link in survey.questionnaire.metrics {
            let whole = groups.first { $0.code == link.part } ?? groups.last
            let covered = indices.filter { whole?.questions.contains(groups[$0.key].questions.lowerBound) ?? false }
            guard let least = covered.values.min() else { continue }
            weakest[link.metric] = covered.filter { $0.value == least }.keys.sorted().compactMap { groups[$0].code }
        }
        return weakest
    }
}

extension CriteriaSet {
    /// Whether a remedy is for a factor of a survey.
    fileprivate var advisesOnFactors: Bool {
        criteria.contains { node in
            node.leaf?.remedies.contains { if case .factor = $0.occasion { true } else { false } } ?? false
        }
    }
}
