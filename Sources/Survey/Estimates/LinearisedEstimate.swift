/// An estimate with what its variance needs: what the rows of each innermost node add up to.
///
/// A row of weight w adds its linearised value z. For a share or ratio R = Σwy / Σwx that is z = w (y − R x) / Σwx; for a
/// mean of several ratios it is the mean of their z. Rows outside of the domain have z = 0 and need no mention.
package struct LinearisedEstimate: Hashable, Sendable {
    /// What the rows of a node that lie in the domain add up to; nodes without such a row may be left out.
    package struct NodeSums: Hashable, Sendable {
        /// The place of the node in the design.
        package var node: Int
        /// Rows in the domain that count in the estimate: with a valid answer and a weight above zero.
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
        ///   - weight: w, above zero.
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
    /// Sums of nodes, in ascending order of the nodes.
    package var nodes: [NodeSums]

    /// Makes an estimate of sums.
    package init(value: Double, nodes: [NodeSums]) {
        (self.value, self.nodes) = (value, nodes)
    }
}

/// Why sums or settings cannot be used.
package enum EstimateError: Error, Hashable, Sendable {
    /// A node that the design does not have, or not in ascending order.
    case wrongNode(Int)
    /// More rows than the node has, less than none, or sums without a row.
    case wrongRows(node: Int)
    /// A sum that is not a number or beyond 1e100, or sums of squares or weights that cannot be.
    case wrongSums(node: Int)
    /// A value that is not from 0 to 1.
    case valueOutOfRange
    /// A level of confidence that is not between 0 and 1.
    case levelOutOfRange
}
