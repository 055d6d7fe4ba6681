extension DesignTree {
    /// How many of the population a row of each node stands for: the product of N ÷ n over the stages; nil where a stage
    /// has no population. It is what R's `svydesign` weighs rows by that have no weights of their own.
    var rowWeights: [Double]? {
        guard stages.allSatisfy({ stage in stage.population.allSatisfy { $0.isFinite } }) else { return nil }
        return (0..<nodeCount).map { node in
            var weight = 1.0
            eachStratum(above: node) { weight *= $0.population[$1] / Double($0.sampled[$1]) }
            return weight
        }
    }

    /// The stratum of the first stage that each node belongs to.
    var firstStrata: [Int] {
        (0..<nodeCount).map { node in
            var first = 0
            eachStratum(above: node) { first = $1 }
            return first
        }
    }

    /// Calls with each stage, from the last, and the position of the stratum in it that a node belongs to.
    private func eachStratum(above node: Int, _ take: (Stage, Int) -> Void) {
        var stratum = node
        for (number, stage) in stages.enumerated().reversed() {
            let isOfRows = number == stages.count - 1 && lastStage == .rows
            if !isOfRows { stratum = stage.stratumOfUnit[stratum] }
            take(stage, stratum)
            stratum = stage.unitOfStratum[stratum]
        }
    }
}
