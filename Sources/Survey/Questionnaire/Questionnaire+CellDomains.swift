// What the cells of a tally are divided by, beside what results are broken down by.
extension Questionnaire {
    /// The code under which cells of a tally are divided by weight: those of one cell then weigh the same.
    static let weightDomain = "*weight"
    /// The code under which cells are divided by the mean score of a form, ``FormScores``.
    static let scoreDomain = "*score"

    /// The code under which cells are divided by a replicate weight.
    static func replicateDomain(_ number: Int) -> String { "*replicate \(number + 1)" }

    /// The codes under which cells are divided by their weights: nowhere but where forms of a cell must weigh the same.
    private var weightDomains: [String] {
        guard calibration != nil || replicates != nil else { return [] }
        return (columns.weight == nil ? [] : [Self.weightDomain])
            + (replicates?.columns.indices.map { Self.replicateDomain($0) } ?? [])
    }

    /// The keys of the questionnaire by which cells are divided more finely than by what results are broken down by.
    var cellKeys: [String] {
        (calibration == nil ? [] : ["calibration"]) + (replicates == nil ? [] : ["replicates"])
            + (quantiles.isEmpty ? [] : ["quantiles"])
    }

    /// The domains by which cells are divided: those asked for, and what calibration, replicates and quantiles need.
    func cellDomains(_ asked: [String]) -> [String] {
        var needed: [String] = []
        if let calibration {
            needed = (calibration.margins + [calibration.response ?? []]).flatMap { $0 }
                .filter { $0 != CalibrationPlan.unit }
        }
        needed += weightDomains
        if !quantiles.isEmpty { needed.append(Self.scoreDomain) }
        var seen = Set(asked)
        return asked + needed.filter { seen.insert($0).inserted }
    }

    /// The headings under which a domain by which cells are divided may be found; nil where no column has it.
    func headings(ofDomain code: String) -> [String]? {
        if code == Self.scoreDomain { return nil }
        if code == Self.weightDomain, let weight = columns.weight { return weight }
        if let number = replicate(ofDomain: code), let replicates { return [replicates.columns[number]] }
        return columns.domains.first { $0.code == code }?.columns ?? [code]
    }

    /// The codes by which cells can be divided.
    var cellDomainCodes: [String] {
        columns.domains.map { $0.code } + weightDomains + (quantiles.isEmpty ? [] : [Self.scoreDomain])
    }

    /// The replicate weight by which cells are divided under a code; nil where they are divided by something else.
    func replicate(ofDomain code: String) -> Int? {
        guard let replicates, code.hasPrefix("*") else { return nil }
        return replicates.columns.indices.first { Self.replicateDomain($0) == code }
    }
}
