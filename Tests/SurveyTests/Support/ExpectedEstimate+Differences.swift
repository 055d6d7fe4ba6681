import Survey
import Testing
import Values

extension ExpectedDesigns.Expected {
    /// What the estimates of R are: the index, and the part of the questionnaire.
    typealias Kind = (of: String, measure: String, combination: String, part: SurveyIndex.Part)

    static let kinds: [Kind] = [
        ("shareOfQuestion1", "topShare", "answers", .question(0)),
        ("meanOfQuestion2", "meanScore", "answers", .question(1)), ("pooledShare", "topShare", "answers", .group(2)),
        ("meanOfShares", "topShare", "questions", .group(2)),
    ]

    /// Whether all answers are alike, but for rounding: R then has an error of 0, or of what rounding leaves.
    private var isConstant: Bool {
        guard let error = shareError, let share else { return true }
        return error < 1e-9 || share < 1e-12 || share > 1 - 1e-12
    }

    /// The index of an analysis beside R's.
    func differences(_ analysis: SurveyAnalysis, _ kind: Kind) -> [Difference] {
        let respondents = analysis.respondents(domain[0], domain[1])
        let index = analysis.index(of: kind.part, units: respondents.units, domain: respondents.domain)
        let estimate = index.estimate
        var found: [Difference] = [
            .exact("estimate", index.value, share), .same("people", index.people, rows),
            .same("degreesOfFreedom", estimate?.degreesOfFreedom, degreesOfFreedom),
        ]
        // Where nothing can be said R says 0, or nothing.
        if estimate?.standardError == nil, isConstant || degreesOfFreedom ?? 0 < 1 { return found }
        found += [
            .exact("standardError", estimate?.standardError, shareError),
            .exact("designEffect", estimate?.designEffect, designEffect),
        ]
        guard kind.measure == "topShare", let limits = limits?["logit"] else { return found }
        return found + [
            .near("lower", estimate?.lower, limits[0]), .near("upper", estimate?.upper, limits[1]),
        ]
    }
}

extension ExpectedQuantile {
    /// The quantile of an analysis beside R's.
    func differences(_ analysis: SurveyAnalysis) -> [Difference] {
        let respondents = analysis.respondents(domain[0], domain[1])
        let found = analysis.quantiles(units: respondents.units, domain: respondents.domain)
            .first { abs(Double($0.probability.mantissa) / 1e6 - share) < 1e-9 }
        let whole: [Difference] = [
            .exact("quantile", found?.value, value), .same("people", found?.people, rows),
            .same("degreesOfFreedom", found?.degreesOfFreedom, degreesOfFreedom),
        ]
        // Where all have at most the quantile, R's share has an error of 0, or of what rounding leaves.
        if found?.status == .cannotBeEstimated(.noVariation) { return whole }
        return whole + [
            .exact("quantileError", found?.standardError, standardError),
            .near("lower", found?.lower, limits[0]), .near("upper", found?.upper, limits[1]),
        ]
    }
}

extension ExpectedTest {
    /// The same test by an analysis beside R's.
    func differences(_ analysis: SurveyAnalysis) -> [Difference] {
        switch of {
        case "association":
            let column = groups[1]
            let question = (Int(groups[0].dropFirst()) ?? 0) - 1
            let values =
                column == "unit" ? analysis.units : column == "sex" ? ["m", "f"] : ["S1", "S2", "S3", "S4"]
            let test = analysis.association(
                question: question, groups: values.map { analysis.respondents(column, $0) })
            return [
                .exact("statistic", test?.statistic, statistic), .exact("d0", test?.numeratorFreedom, freedom?[0]),
                .exact("d1", test?.denominatorFreedom, freedom?[1]), .near("pValue", test?.pValue, pValue),
            ]
        case "target":
            // R's estimate is the distance from the target.
            let estimate = analysis.index(of: .question(0)).estimate
            return differences(estimate.flatMap { SurveyTest($0, target: Double(groups[0]) ?? .nan) })
        default:
            let part = of == "difference" ? SurveyIndex.Part.question(0) : .group(2)
            return differences(
                analysis.difference(
                    of: part, analysis.respondents(groups[0], groups[1]), analysis.respondents(groups[0], groups[2])))
        }
    }

    /// A test beside R's.
    func differences(_ test: SurveyTest?) -> [Difference] {
        // Where two units are one cluster each there is no degree of freedom left, and where all answers are alike no
        // error: R has a p-value that is not a number, or 0.
        if test == nil, degreesOfFreedom ?? 0 < 1 || standardError ?? 0 < 1e-9 { return [] }
        return [
            .exact("estimate", test?.estimate, estimate), .exact("standardError", test?.standardError, standardError),
            .same("degreesOfFreedom", test?.degreesOfFreedom, degreesOfFreedom),
            .near("pValue", test?.pValue, pValue), .near("lower", test?.lower, limits?[0] ?? nil),
            .near("upper", test?.upper, limits?[1] ?? nil),
        ]
    }
}
