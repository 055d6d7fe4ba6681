import Scoring
import Values

/// Criteria files: what is written of a set that was read gives the same set, and it scores whatever is reported.
enum CriteriaCheck {
    static func fault(_ bytes: [UInt8]) -> String? {
        fault(bytes, allowsOpenPoints: false, mustBeRead: false)
            ?? fault(bytes, allowsOpenPoints: true, mustBeRead: false)
    }

    static func fault(_ bytes: [UInt8], allowsOpenPoints: Bool, mustBeRead: Bool) -> String? {
        let set: CriteriaSet
        do throws(FindingsError) {
            set = try CriteriaSet(
                reading: JSONDocument(file: "t.json", bytes: bytes), allowingOpenPoints: allowsOpenPoints)
        } catch {
            return mustBeRead ? "refused: \(error)" : refusalFault(error)
        }
        if let fault = findingsFault(set.warnings, isRefused: false) { return fault }
        return writtenFault(set, allowsOpenPoints: allowsOpenPoints) ?? (allowsOpenPoints ? nil : scoreFault(set))
    }

    private static func writtenFault(_ set: CriteriaSet, allowsOpenPoints: Bool) -> String? {
        let written = CriteriaDraft(set).json
        do throws(FindingsError) {
            let again = try CriteriaSet(
                reading: JSONDocument(file: "t.json", bytes: Array(written.utf8)),
                allowingOpenPoints: allowsOpenPoints)
            let writtenAgain = CriteriaDraft(again).json
            return writtenAgain == written ? nil : "written \(written) and then \(writtenAgain)"
        } catch {
            return "what was written is refused: \(error) in \(written)"
        }
    }

    /// Scores some units by the first and the last year.
    private static func scoreFault(_ set: CriteriaSet) -> String? {
        for year in [set.years.lowerBound, set.years.upperBound] {
            guard let criteria = try? CompiledCriteria(set, year: year) else { return "not compiled for \(year)" }
            let kinds: [(Metric) -> Figure] = [
                { _ in .notReported }, { _ in .notApplicable },
                { $0.minimum.map(Figure.value) ?? .value(0) }, { $0.maximum.map(Figure.value) ?? .value(100) },
                { $0.ratio == nil ? .value(1) : .ratio(numerator: 9, denominator: 10) },
                { $0.ratio == nil ? .value(2) : .ratio(numerator: 0, denominator: 0) },
            ]
            let units = set.levels.flatMap { level in
                kinds.indices.map { ScoredUnit(code: "\(level.code)-\($0)", level: level.code, group: "g") }
            }
            var figures = criteria.emptyFigures(unitCount: units.count)
            let metrics = Dictionary(set.metrics.map { ($0.code, $0) }) { first, _ in first }
            for unit in units.indices {
                for (column, code) in figures.metrics.enumerated() {
                    guard let metric = metrics[code] else { return "no metric \(code)" }
                    let figure = kinds[unit % kinds.count](metric)
                    if metric.fault(in: figure) == nil { figures[unit, column] = figure }
                }
            }
            guard let table = try? criteria.score(figures, units: units) else { return "not scored" }
            for unit in units.indices {
                let score = table[unit]
                if let index = score.index, !(-1_000_000_000...1_000_000_000).contains(index) {
                    return "an index of \(index)"
                }
                _ = (score.total, score.coverage)
            }
        }
        return nil
    }
}
