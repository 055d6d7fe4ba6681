import Testing
import Values

@testable import Survey

/// Respondents to the questionnaire of ``TallySamples``, and their numbers added up one row at a time as
/// ``TallyColumns`` defines them.
struct RowSums {
    struct Row {
        /// In millionths.
        var weight: Int64
        /// 1, 2 or 3; 99 for no answer, 0 for a blank.
        var answers: [Int]

        /// As a line of the file, in one cell of the tally.
        func line(commune: String = "A", village: Int = 1) -> String {
            let texts = answers.map { $0 == 0 ? "" : String($0) }
            return "\(commune),nam,s1,v\(village),10,100,\(FixedDecimal(mantissa: weight).text()),"
                + texts.joined(separator: ",")
        }
    }

    /// Rows with any answers and the weights given.
    static func rows(_ weights: [Int64], _ dice: inout some RandomNumberGenerator) -> [Row] {
        weights.map { weight in
            Row(weight: weight, answers: (0..<3).map { _ in [1, 2, 3, 3, 99, 0].randomElement(using: &dice) ?? 0 })
        }
    }

    static func arrays(of rows: [Row], _ layout: TallyLayout) -> CellArrays {
        var arrays = CellArrays(
            counts: Array(repeating: 0, count: 12), sums: Array(repeating: 0, count: 12), people: [], products: [])
        for row in rows {
            for (question, answer) in row.answers.enumerated() where answer != 0 {
                let slot = answer == 99 ? 3 : answer - 1
                arrays.counts[slot * 3 + question] += 1
                arrays.sums[slot * 3 + question] += row.weight
            }
        }
        let groups = layout.extras.measures.groups
        for group in groups {
            let answered = rows.filter { !given($0, group).isEmpty }
            let satisfied = answered.filter { given($0, group).allSatisfy { $0 == 3 } }
            arrays.people += [
                Int128(answered.count), Int128(satisfied.count), answered.reduce(0) { $0 + Int128($1.weight) },
                satisfied.reduce(0) { $0 + Int128($1.weight) },
                answered.reduce(0) { $0 + Int128($1.weight) * Int128($1.weight) },
            ]
        }
        let measures = (0..<3).map { $0..<$0 + 1 } + groups
        for (pairs, isSquared) in [(layout.extras.pairs, false), (layout.extras.squaredPairs, true)] {
            for pair in pairs {
                var products: [Int128] = [0, 0, 0, 0]
                for row in rows {
                    let weight = Int128(row.weight) * (isSquared ? Int128(row.weight) : 1)
                    let (first, second) = (given(row, measures[pair.first]), given(row, measures[pair.second]))
                    let (y, x) = (first.filter { $0 == 3 }.count, first.count)
                    let (otherY, otherX) = (second.filter { $0 == 3 }.count, second.count)
                    for (part, product) in [y * otherY, y * otherX, x * otherY, x * otherX].enumerated() {
                        products[part] += weight * Int128(product)
                    }
                }
                arrays.products += products
            }
        }
        return arrays
    }

    /// The answers on the scale to some questions.
    private static func given(_ row: Row, _ questions: Range<Int>) -> [Int] {
        row.answers[questions].filter { (1...3).contains($0) }
    }
}
