import ScoreNumerics
import Testing

@testable import Survey

/// A cell gives back the numbers it was made of, however it stores them.
@Suite struct CellNumbersTests {
    /// The weights of rows in millionths, and the unit that all numbers of the cell are stored as multiples of; 0 where
    /// there is none.
    static let cases: [(weights: [Int64], unit: Int64)] = [
        ([1], 1), ([1_000_000], 1_000_000), ([14_500_000, 14_500_000, 14_500_000], 14_500_000),
        (Array(repeating: 904_333_333, count: 100), 904_333_333),
        // Squares of 94 bits, the largest; of 96; and of 122.
        ([1 << 47 - 1, 1 << 47 - 1], 1 << 47 - 1), ([1 << 47, 1 << 47], 0), ([1 << 61 - 1], 0),
        // The mean is a weight too, or is none.
        ([1_000_000, 3_000_000], 0), ([1_000_000, 2_000_000], 0), ([2, 2, 2, 3], 0), ([3, 1, 1, 1, 1, 5], 0),
    ]

    @Test(arguments: cases)
    func weights(weights: [Int64], unit: Int64) throws {
        let layout = TallyLayout(try TallySamples.questionnaire())
        var dice = SeededRandom(seed: 7)
        for _ in 0..<20 {
            var rows = RowSums.rows(weights, &dice)
            // Where nobody answers, rows of different weights have no numbers to tell them apart.
            rows[0].answers[0] = 3
            let expected = RowSums.arrays(of: rows, layout)
            let numbers = Self.numbers(expected, rows: rows.count, weight: weights.reduce(0, +), layout)
            #expect(CellArrays(numbers, layout) == expected)
            #expect(numbers.unit == unit)
            for first in 0..<3 {
                for last in first..<3 {
                    let answers = layout.answers(first..<last + 1, slot: 2)
                    #expect(numbers.count(over: answers) == expected.counts[answers].reduce(0) { $0 + Int($1) })
                    #expect(numbers.sum(over: answers) == expected.sums[answers].reduce(0) { $0 + Int128($1) })
                }
            }
            for (pair, isSquared) in [(0, false), (2, false), (0, true), (5, true)] {
                let place = layout.product(pair, isSquared: isSquared)
                let four = expected.products[(place.index - layout.peopleCount)...].prefix(4)
                let found = numbers.products(at: place)
                #expect([found.yy, found.yx, found.xy, found.xx] == Array(four))
            }
        }
    }

    /// A number of people or products that is not a multiple of the unit, or is one of more than 32 bits.
    @Test(
        arguments: [
            (4_294_967_295 * 49, true), (4_294_967_296 * 49, false), (49 * 1_000_003, true),
            (49 * 1_000_003 + 1, false), (49 * 1_000_003 - 1, false), (48, false), (0, true),
            (4_294_967_295 * 49 - 1, false), (Int128.max, false), (Int128.max / 49 * 49, false),
        ] as [(Int128, Bool)])
    func otherMultiples(number: Int128, isMultiple: Bool) throws {
        let layout = TallyLayout(try TallySamples.questionnaire())
        for place in layout.places where place.power == 2 {
            var arrays = CellArrays(
                counts: Array(repeating: 2, count: 12), sums: Array(repeating: 14, count: 12),
                people: Array(repeating: 0, count: layout.peopleCount),
                products: Array(repeating: 0, count: layout.productCount))
            if place.index < layout.peopleCount {
                arrays.people[place.index] = number
            } else {
                arrays.products[place.index - layout.peopleCount] = number
            }
            let numbers = Self.numbers(arrays, rows: 10, weight: 70, layout)
            #expect(CellArrays(numbers, layout) == arrays)
            #expect(numbers.unit == (isMultiple ? 7 : 0))
            arrays.sums[11] += 1
            #expect(Self.numbers(arrays, rows: 10, weight: 70, layout).unit == 0)
        }
    }

    static func numbers(_ arrays: CellArrays, rows: Int, weight: Int64, _ layout: TallyLayout) -> CellNumbers {
        CellNumbers(
            rows: rows, weight: weight, counts: arrays.counts, sums: arrays.sums,
            extras: arrays.people + arrays.products, layout)
    }
}
