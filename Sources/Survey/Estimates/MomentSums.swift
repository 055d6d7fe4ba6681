/// What rows add up to before an estimate is known: sums and products of a few figures a row, such as "satisfied" and
/// "valid" of every question. They merge by adding, and give the sums of any mean or ratio of the figures afterwards.
package struct MomentSums: Hashable, Sendable {
    /// Rows added.
    package private(set) var rows = 0
    /// Σ w and Σ w².
    package private(set) var weight = 0.0, weightSquares = 0.0
    /// Σ w v of each figure v.
    package private(set) var totals: [Double]
    /// Σ w v u and Σ w² v u of each pair of figures, the pairs (0, 0), (1, 0), (1, 1), (2, 0) …
    private var products: [Double], squaredProducts: [Double]

    /// Makes empty sums of so many figures a row.
    package init(figures count: Int) {
        totals = Array(repeating: 0, count: count)
        products = Array(repeating: 0, count: count * (count + 1) / 2)
        squaredProducts = products
    }

    /// Adds a row with its weight, above zero, and as many figures as the sums have.
    ///
    /// Complexity: O(figures²).
    package mutating func add(weight: Double, figures: [Double]) {
        precondition(figures.count == totals.count, "another number of figures")
        rows += 1
        self.weight += weight
        weightSquares += weight * weight
        var pair = 0
        for (index, figure) in figures.enumerated() {
            totals[index] += weight * figure
            for other in figures[...index] {
                let product = weight * figure * other
                products[pair] += product
                squaredProducts[pair] += weight * product
                pair += 1
            }
        }
    }

    /// Adds the sums of other rows with the same figures.
    package mutating func add(_ other: MomentSums) {
        precondition(other.totals.count == totals.count, "another number of figures")
        rows += other.rows
        weight += other.weight
        weightSquares += other.weightSquares
        for index in totals.indices { totals[index] += other.totals[index] }
        for pair in products.indices {
            products[pair] += other.products[pair]
            squaredProducts[pair] += other.squaredProducts[pair]
        }
    }

    /// The sums of z = w (c₀ v₀ + c₁ v₁ + …) for a node of a design; c as many as figures.
    func nodeSums(node: Int, coefficients: [Double]) -> LinearisedEstimate.NodeSums {
        var sum = Difference(), spread = Difference(), squares = Difference()
        var pair = 0
        for (index, coefficient) in coefficients.enumerated() {
            sum.add(coefficient * totals[index])
            for (other, second) in coefficients[...index].enumerated() {
                let factor = (other == index ? 1 : 2) * coefficient * second
                spread.add(factor * products[pair])
                squares.add(factor * squaredProducts[pair])
                pair += 1
            }
        }
        return LinearisedEstimate.NodeSums(
            node: node, domainRows: rows, sum: sum.value(rows: rows), squares: max(squares.value(rows: rows), 0),
            spread: max(spread.value(rows: rows), 0), weight: weight, weightSquares: weightSquares)
    }

    /// A sum of terms that may cancel. What is left below the rounding of sums over rows is nothing: otherwise answers
    /// that are all alike would seem to differ a little.
    private struct Difference {
        private var sum = 0.0, size = 0.0

        mutating func add(_ term: Double) {
            sum += term
            size += abs(term)
        }

        func value(rows: Int) -> Double {
            abs(sum) <= 10 * Double.ulpOfOne * Double(rows).squareRoot() * size ? 0 : sum
        }
    }
}

extension LinearisedEstimate {
    /// A figure over another, by their places among the figures of a row.
    package struct Ratio: Hashable, Sendable {
        package var above, below: Int

        /// Makes a ratio.
        package init(_ above: Int, over below: Int) {
            (self.above, self.below) = (above, below)
        }
    }

    /// The mean of ratios Σwy / Σwx, all with the same weight: one for a share or a pooled ratio, several for a mean
    /// over questions; nil when there is no ratio or the sum below one is zero.
    /// - Parameter nodes: nodes of the design in ascending order with the sums of their rows in the domain.
    package init?(meanOf ratios: [Ratio], nodes: [(node: Int, sums: MomentSums)], quantity: Quantity) {
        guard var whole = nodes.first?.sums, !ratios.isEmpty else { return nil }
        for (_, sums) in nodes.dropFirst() { whole.add(sums) }
        let totals = whole.totals
        guard ratios.allSatisfy({ totals[$0.below] != 0 }) else { return nil }
        var coefficients = Array(repeating: 0.0, count: totals.count)
        var sum = 0.0
        for ratio in ratios {
            let value = totals[ratio.above] / totals[ratio.below]
            let scale = 1 / totals[ratio.below] / Double(ratios.count)
            coefficients[ratio.above] += scale
            coefficients[ratio.below] -= value * scale
            sum += value
        }
        self.init(
            value: sum / Double(ratios.count), quantity: quantity,
            nodes: nodes.map { $0.sums.nodeSums(node: $0.node, coefficients: coefficients) })
    }
}
