import ScoreNumerics
import TestSupport
import Testing

@Suite("Distributions")
struct DistributionTests {
    /// R's value of a function at a point; see checks/r-survey/distributions.R.
    struct Point: CustomTestStringConvertible {
        let name: String
        let a, b: Double?
        let at, value: Double

        init?(_ row: [String: String]) {
            guard let name = row["name"], let at = row["at"].flatMap(Double.init),
                let value = row["value"].flatMap(Double.init)
            else { return nil }
            (self.name, self.at, self.value) = (name, at, value)
            a = row["a"].flatMap(Double.init)
            b = row["b"].flatMap(Double.init)
        }

        var testDescription: String { "\(name)(\(at), \(a ?? .nan), \(b ?? .nan)) = \(value)" }

        var found: Double? {
            let student = a.flatMap { StudentDistribution(degreesOfFreedom: $0) }
            let beta = a.flatMap { a in b.flatMap { BetaDistribution(a, $0) } }
            return switch name {
            case "pnorm": NormalDistribution.cumulative(at)
            case "qnorm": NormalDistribution.quantile(at)
            case "pt": student?.cumulative(at)
            case "qt": student?.quantile(at)
            case "pbeta": beta?.cumulative(at)
            case "pbetaUpper": beta?.upper(at)
            case "qbeta": beta?.quantile(at)
            default: nil
            }
        }
    }

    @Test(
        "agree with R to twelve digits",
        arguments: ["pnorm", "qnorm", "pt", "qt", "pbeta", "pbetaUpper", "qbeta"])
    func points(name: String) throws {
        let points = try Repository.rows("Tests/ScoreNumericsTests/Fixtures/distributions.csv").compactMap(Point.init)
            .filter { $0.name == name }
        #expect(points.count >= 15)
        for point in points {
            let found = try #require(point.found)
            #expect(abs(found - point.value) <= 1e-12 * abs(point.value), "\(point.testDescription), not \(found)")
        }
    }
}
