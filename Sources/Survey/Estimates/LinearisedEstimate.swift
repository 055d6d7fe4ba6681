/// An estimate with what its variance needs: the sums over the rows of each innermost node.
///
/// A row of weight w adds its linearised value z. For a share or ratio R = Σwy / Σwx that is z = w (y − R x) / Σwx; for
/// a mean of several ratios it is the mean of their z. Rows outside the domain have z = 0 and can be left out.
package struct LinearisedEstimate: Hashable, Sendable {
    /// The sums over the rows of a node that are in the domain; nodes without such a row may be left out.
    package struct NodeSums: Hashable, Sendable {
        /// The position of the node in the design.
        package var node: Int
        /// Rows in the domain that count in the estimate: with a valid answer and a positive weight.
        package var domainRows: Int
        /// Σ z.
        package var sum: Double
        /// Σ z²; used where rows are the last stage.
        package var squares: Double
        /// Σ z²/w; used for the design effect.
        package var spread: Double
        /// Σ w; used for the design effect, and for the effective number of answers where all are alike.
        package var weight: Double
        /// Σ w²; used where all answers are alike and rows are the only stage.
        package var weightSquares: Double

        /// Makes the sums of a node.
        package init(
            node: Int, domainRows: Int = 0, sum: Double = 0, squares: Double = 0, spread: Double = 0,
            weight: Double = 0, weightSquares: Double = 0
        ) {
            (self.node, self.domainRows, self.sum, self.squares) = (node, domainRows, sum, squares)
            (self.spread, self.weight, self.weightSquares) = (spread, weight, weightSquares)
        }

        /// Adds a row.
        /// - Parameters:
        ///   - weight: w, positive.
        ///   - value: z.
        package mutating func add(weight: Double, value: Double) {
            domainRows += 1
            sum += value
            squares += value * value
            spread += value * value / weight
            self.weight += weight
            weightSquares += weight * weight
        }
    }

    /// The estimated number: a share, or a mean of values, from 0 to 1.
    package var value: Double
    /// The sums of nodes, in ascending order of the nodes.
    package var nodes: [NodeSums]
    /// The sums that the variance is computed from, where it is not that of ``nodes``: of the residuals of calibration, of
    /// all rows that the estimate depends on.
    var residuals: [NodeSums]?

    package init(value: Double, nodes: [NodeSums]) {
        (self.value, self.nodes) = (value, nodes)
    }
}

/// Why sums or settings cannot be used.
package enum EstimateError: Error, Hashable, Sendable {
    /// A node that the design does not have, or that is out of order.
    case wrongNode(Int)
    /// More rows than the node has, a negative number, or sums without a row.
    case wrongRows(node: Int)
    /// A sum that is not a number or exceeds 1e100, or impossible sums of squares or weights.
    case wrongSums(node: Int)
    /// A value outside 0 to 1.
    case valueOutOfRange
    /// A confidence level that is not between 0 and 1.
    case levelOutOfRange
}
