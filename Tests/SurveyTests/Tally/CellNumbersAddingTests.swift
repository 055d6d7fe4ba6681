import ScoreNumerics
import Testing

@testable import Survey

/// The numbers of two parts of a cell add up to those of all its rows, and are stored as if these had been read
/// together.
@Suite struct CellNumbersAddingTests {
    static let cases: [(first: [Int64], second: [Int64], unit: Int64)] = [
        ([1_000_000], [1_000_000], 1_000_000), ([7, 7, 7], [7, 7], 7), ([7, 7], [8], 0), ([1, 3], [2], 0),
        ([2], [1, 3], 0), ([1, 2], [3, 4], 0), ([1 << 47 - 1], [1 << 47 - 1], 1 << 47 - 1), ([1 << 50], [1 << 50], 0),
        ([1 << 47 - 1], [1 << 50], 0),
    ]

    @Test(arguments: cases)
    func parts(first: [Int64], second: [Int64], unit: Int64) throws {
        let layout = TallyLayout(try TallySamples.questionnaire())
        var dice = SeededRandom(seed: 11)
        for _ in 0..<20 {
            var rows = RowSums.rows(first + second, &dice)
            // Where nobody answers, rows of different weights have no numbers to tell them apart.
            for row in 0...1 { rows[row].answers[0] = 3 }
            let parts = [Array(rows.prefix(first.count)), Array(rows.dropFirst(first.count))]
            let whole = Self.numbers(rows, layout)
            for parts in [parts, parts.reversed()] {
                var numbers = Self.numbers(parts[0], layout)
                let weight = rows.reduce(0) { $0 + $1.weight }
                let fits = numbers.add(Self.numbers(parts[1], layout), rows: rows.count, weight: weight, layout)
                #expect(fits)
                #expect(numbers == whole)
                #expect(numbers.unit == unit)
                #expect(CellArrays(numbers, layout) == RowSums.arrays(of: rows, layout))
            }
        }
    }

    /// 200 million rows with three answers each: xx is 9 times as many, 1.8·10⁹; three such parts are beyond 2³².
    @Test func multiplesBeyond32Bits() throws {
        let layout = TallyLayout(try TallySamples.questionnaire())
        let unit: Int64 = 2_500_000
        let row = RowSums.arrays(of: [RowSums.Row(weight: unit, answers: [3, 3, 3])], layout)
        func numbers(_ rows: Int) -> CellNumbers {
            let arrays = CellArrays(
                counts: row.counts.map { $0 * UInt32(rows) }, sums: row.sums.map { $0 * Int64(rows) },
                people: row.people.map { $0 * Int128(rows) }, products: row.products.map { $0 * Int128(rows) })
            return CellNumbersTests.numbers(arrays, rows: rows, weight: unit * Int64(rows), layout)
        }
        let part = 200_000_000
        var sum = numbers(part)
        for times in 2...4 {
            let fits = sum.add(numbers(part), rows: part * times, weight: unit * Int64(part * times), layout)
            #expect(fits)
            #expect(sum == numbers(part * times))
            #expect(sum.unit == (times == 2 ? unit : 0))
            let squares = sum.products(at: layout.product(3, isSquared: true)).xx
            #expect(squares == Int128(1_800_000_000 * times) * 6_250_000_000_000)
            #expect(sum.count(over: layout.answers(0..<3, slot: 2)) == 600_000_000 * times)
        }
    }

    /// Sums beyond 64 bits, squares beyond 128, counts beyond 32.
    @Test func overflow() throws {
        let layout = TallyLayout(try TallySamples.questionnaire())
        func part(count: UInt32, sum: Int64, square: Int128) -> CellNumbers {
            var arrays = RowSums.arrays(of: [], layout)
            arrays.counts[0] = count
            arrays.sums[0] = sum
            arrays.people[4] = square
            return CellNumbersTests.numbers(arrays, rows: 1, weight: 10, layout)
        }
        func fits(_ first: CellNumbers, _ second: CellNumbers) -> Bool {
            var sum = first
            return sum.add(second, rows: 2, weight: 20, layout)
        }
        #expect(fits(part(count: 1, sum: .max - 1, square: 0), part(count: 1, sum: 1, square: 0)))
        #expect(!fits(part(count: 1, sum: .max, square: 0), part(count: 1, sum: 1, square: 0)))
        #expect(fits(part(count: 1, sum: 1, square: .max - 1), part(count: 1, sum: 1, square: 1)))
        #expect(!fits(part(count: 1, sum: 1, square: .max), part(count: 1, sum: 1, square: 1)))
        #expect(!fits(part(count: .max, sum: 1, square: 0), part(count: 1, sum: 1, square: 0)))
        #expect(!fits(part(count: .max, sum: 10 * Int64(UInt32.max), square: 0), part(count: 1, sum: 10, square: 0)))
    }

    private static func numbers(_ rows: [RowSums.Row], _ layout: TallyLayout) -> CellNumbers {
        CellNumbersTests.numbers(
            RowSums.arrays(of: rows, layout), rows: rows.count, weight: rows.reduce(0) { $0 + $1.weight }, layout)
    }
}
