import ScoreNumerics
import TestSupport
import Testing
import Values

@testable import Scoring

@Suite("Rank correlations in whole numbers")
struct RankCorrelationTests {
    private static func correlation(_ left: [[Double?]], _ right: [[Double?]]) -> RankCorrelation {
        RankCorrelation(OrderedColumn(left) { $0 < $1 }, OrderedColumn(right) { $0 < $1 })
    }

    /// A column twice, and its coefficient as R 4 (`cor(…, method = "spearman")`) and SciPy 1.17 (`spearmanr`) give it.
    struct Published: Sendable {
        let name: String
        let left: [Double]
        let right: [Double]
        let expected: FixedDecimal
    }

    static let published = [
        // 0.783333: appraisal and survey of the nine districts (the published results of Bình Dương province, 2017).
        Published(
            name: "Bình Dương 2017", left: [51.75, 48.75, 47.45, 46.80, 46.50, 45.75, 44.00, 46.00, 40.45],
            right: [32.83, 33.25, 32.82, 32.24, 31.56, 32.08, 32.22, 30.03, 31.01], expected: exact("0.783")),
        // −0.170549: points of the ministry and of the survey of the first 19 provinces (PAR INDEX 2012, as published),
        // with ties on both sides.
        Published(
            name: "PAR INDEX 2012",
            left: [
                53.25, 54.35, 52.75, 52.5, 54.25, 51.5, 51.25, 53.75, 50.25, 51.25, 50.5, 50.5, 50, 50.1, 48.1, 51,
                48.35, 51.5, 49.75,
            ],
            right: [
                33.87, 31.79, 31.08, 30.91, 29, 31.55, 31.52, 29, 31.7, 30.42, 30.76, 30.37, 30.73, 30.46, 32.42, 29.41,
                32.01, 28.79, 30.46,
            ], expected: exact("-0.171")),
        // 0.134715: many ties.
        Published(
            name: "ties", left: [3, 1, 4, 1, 5, 9, 2, 6, 5, 3], right: [2, 7, 1, 8, 2, 8, 1, 8, 2, 8],
            expected: exact("0.135")),
    ]

    @Test("one group has the coefficient that statistical programs give", arguments: published)
    func oneGroup(_ sample: Published) {
        let correlation = Self.correlation([sample.left], [sample.right])
        #expect(correlation.value == sample.expected, "\(sample.name)")
        #expect(correlation.count == sample.left.count)
        // The order of the columns and that of the units make no difference.
        #expect(Self.correlation([sample.right], [sample.left]).value == sample.expected)
        #expect(Self.correlation([sample.left.reversed()], [sample.right.reversed()]).value == sample.expected)
    }

    /// Ranks from the middle: −2/3, 0, 2/3 and −1/2, 1/2. In sixths the products are 16 + 0 + 16 − 9 − 9 = 14, the squares
    /// 16 + 0 + 16 + 9 + 9 = 50: 14 ÷ 50. The levels of the groups make no difference.
    @Test("units have their ranks within their group, and all weigh the same")
    func groups() {
        let correlation = Self.correlation([[1, 2, 3], [101, 102]], [[51, 52, 53], [2, 1]])
        #expect(correlation.value == exact("0.28"))
        #expect(correlation.count == 5)
        // A unit without another in its group has no rank.
        #expect(Self.correlation([[1, 2, 3], [7]], [[3, 1, 2], [7]]).count == 3)
        #expect(Self.correlation([[1, 2, 3], [7]], [[3, 1, 2], [7]]).value == exact("-0.5"))
    }

    /// The third and the fourth unit lack a value on one side: 1, 2, 5 with 2, 1, 3 are left, 1 − 6 · 2 ÷ 24.
    @Test("only units with both values are compared")
    func missingValues() {
        let correlation = Self.correlation([[1, 2, nil, 4, 5]], [[2, 1, 9, nil, 3]])
        #expect(correlation.value == exact("0.5"))
        #expect(correlation.count == 3)
    }

    @Test(
        "where a side has a single value there is no coefficient",
        arguments: [
            ([[5, 5, 5]], [[1, 2, 3]], 3), ([[1, 2, nil]], [[nil, nil, 1]], 0), ([[1]], [[1]], 0), ([[]], [[]], 0),
            ([], [], 0),
        ] as [([[Double?]], [[Double?]], Int)])
    func undefined(_ left: [[Double?]], _ right: [[Double?]], _ count: Int) {
        let correlation = Self.correlation(left, right)
        #expect(correlation.value == nil)
        #expect(correlation.count == count)
    }

    @Test("random columns agree with floating-point ranks", arguments: Draws.seeds(16, of: 40))
    func random(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let sizes = (0..<random.int(1...4)).map { _ in random.int(1...12) }
        func column() -> [[Double?]] {
            sizes.map { size in (0..<size).map { _ in random.chance(15) ? nil : Double(random.int(0...6)) } }
        }
        let (left, right) = (column(), column())
        let found = Self.correlation(left, right)
        let (expected, count) = Self.slow(left, right)
        #expect(found.count == count)
        if let expected {
            let value = found.value.map { Double($0.mantissa) / 1_000_000 }
            #expect(abs((value ?? 9) - expected) <= 0.000501, "\(left) \(right)")
        } else {
            #expect(found.value == nil)
        }
    }

    /// The same by the definition: each rank by counting, in floating point.
    private static func slow(_ left: [[Double?]], _ right: [[Double?]]) -> (value: Double?, count: Int) {
        var (both, own, others, count) = (0.0, 0.0, 0.0, 0)
        for (mine, theirs) in zip(left, right) {
            let pairs = zip(mine, theirs).compactMap { first, second in
                first.flatMap { first in second.map { (first, $0) } }
            }
            if pairs.count < 2 { continue }
            count += pairs.count
            func rank(_ value: Double, among values: [Double]) -> Double {
                let place = Double(values.count { $0 < value }) + Double(values.count { $0 == value } + 1) / 2
                return (place - Double(values.count + 1) / 2) / Double(values.count)
            }
            for pair in pairs {
                let first = rank(pair.0, among: pairs.map(\.0))
                let second = rank(pair.1, among: pairs.map(\.1))
                both += first * second
                own += first * first
                others += second * second
            }
        }
        return (own * others < 1e-12 ? nil : both / (own * others).squareRoot(), count)
    }

    /// Sizes 2, 3, 5 … 19 have the common multiple 9 699 690: ranks are taken to six decimals.
    @Test("groups whose sizes have no small common multiple")
    func manySizes() {
        let columns = [2, 3, 5, 7, 11, 13, 17, 19].map { size in (0..<size).map { Double($0) as Double? } }
        #expect(Self.correlation(columns, columns).value == 1)
        #expect(Self.correlation(columns, columns.map { $0.reversed() }).value == -1)
        var swapped = columns
        swapped[7].swapAt(0, 18)
        let (expected, _) = Self.slow(columns, swapped)
        let found = Self.correlation(columns, swapped).value.map { Double($0.mantissa) / 1_000_000 }
        #expect(abs((found ?? 9) - (expected ?? 8)) <= 0.000501)
    }

    @Test("how many have the most frequent value of their group")
    func alike() {
        let column = OrderedColumn([[1, 1, 1, 2], [3, 4, nil], [5], [nil, nil]]) { $0 < $1 }
        // 3 of 4, and 1 of 2; who is alone in a group is compared with nobody.
        #expect(column.alike.count == 4)
        #expect(column.alike.of == 6)
    }
}
