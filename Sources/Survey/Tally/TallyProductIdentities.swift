/// What must hold between the sums of products of a cell and everything else in it.
///
/// With 0 ≤ y ≤ x ≤ K for each measure, y and x multiples of known steps, every product of two such differences is at
/// least zero when it is summed over people; and the products of a whole are those of its parts, each with each.
struct TallyProductIdentities {
    private let rules: TallyIdentities
    private let cell: SurveyTally.Cell
    private let layout: TallyLayout
    /// Σw y and Σw x of each measure, and the most that x can be.
    private var sums: [(y: Int128, x: Int128, most: Int128)] = []

    init(_ rules: TallyIdentities, _ cell: SurveyTally.Cell) {
        (self.rules, self.cell, layout) = (rules, cell, rules.layout)
        guard layout.productCount > 0 else { return }
        let measures = layout.extras.measures
        let step = Int128(measures.pairOfLevel[0].x)
        for question in 0..<measures.questions {
            let products = levelProducts(question) { ($0, $1) }
            sums.append((products.yy, products.xx, step))
        }
        for (group, questions) in measures.groups.enumerated() {
            if measures.countsPeople {
                let (answered, satisfied) = rules.people(group, in: cell)
                sums.append((satisfied.weight, answered.weight, 1))
            } else {
                let parts = sums[questions]
                sums.append((parts.reduce(0) { $0 + $1.y }, parts.reduce(0) { $0 + $1.x }, step * Int128(parts.count)))
            }
        }
    }

    /// The column with products that contradict something; nil when all agree.
    var contradiction: TallyColumns.Column? {
        if layout.productCount == 0 { return nil }
        for (index, pair) in layout.extras.pairs.enumerated() where !agrees(pair, plain(index)) {
            return .products(isSquared: false)
        }
        guard wholesAgree(isSquared: false) else { return .products(isSquared: false) }
        for (index, pair) in layout.extras.squaredPairs.enumerated() {
            let squared = cell.numbers.products(at: layout.product(index, isSquared: true))
            guard squaresAgree(pair, squared, plain: products(of: pair)) else { return .products(isSquared: true) }
        }
        return wholesAgree(isSquared: true) ? nil : .products(isSquared: true)
    }

    private func plain(_ index: Int) -> PairProducts {
        cell.numbers.products(at: layout.product(index, isSquared: false))
    }

    /// Σw yy′ and so on; those of a question with itself follow from its answers.
    private func products(of pair: RowExtras.MeasurePair) -> PairProducts {
        if let index = rules.pairs[pair] { return plain(index) }
        return levelProducts(pair.first) { ($0 * $0, $1 * $1) }
    }

    /// Sums over the levels of a question, of functions of y and x; the mixed product is y x.
    private func levelProducts(
        _ question: Int, _ function: (Int128, Int128) -> (y: Int128, x: Int128)
    ) -> PairProducts {
        layout.extras.measures.pairOfLevel.enumerated().reduce(into: PairProducts()) { sum, level in
            let weight = Int128(cell.numbers.sum(at: layout.answer(question, slot: level.offset)))
            let (y, x) = (Int128(level.element.y), Int128(level.element.x))
            let (first, last) = function(y, x)
            sum += PairProducts(yy: weight * first, yx: weight * y * x, xy: weight * y * x, xx: weight * last)
        }
    }

    // MARK: - One pair

    private func agrees(_ pair: RowExtras.MeasurePair, _ found: PairProducts) -> Bool {
        let (a, b) = (sums[pair.first], sums[pair.second])
        // From here on no number is larger than what weights of 64 bits can add up to.
        guard found.isOrdered, found.xx <= min(b.most * a.x, a.most * b.x), found.yx <= b.most * a.y,
            found.xy <= a.most * b.y
        else { return false }
        let (lostA, lostB) = (a.x - a.y, b.x - b.y)
        guard found.xx - found.xy <= a.most * lostB, found.xx - found.yx <= b.most * lostA,
            found.xy - found.yy <= b.most * lostA, found.yx - found.yy <= a.most * lostB
        else { return false }
        let weight = Int128(cell.weight)
        func leaves(_ product: Int128, _ first: Int128, _ second: Int128) -> Bool {
            product >= b.most * first + a.most * second - a.most * b.most * weight
        }
        guard leaves(found.yy, a.y, b.y), leaves(found.yx, a.y, b.x), leaves(found.xy, a.x, b.y),
            leaves(found.xx, a.x, b.x)
        else { return false }
        if pair.first == pair.second { return agreesWithItself(pair.first, found) }
        let (own, other) = (diagonal(pair.first), diagonal(pair.second))
        return Self.isBounded(found.yy, of: own.yy, other.yy) && Self.isBounded(found.yx, of: own.yy, other.xx)
            && Self.isBounded(found.xy, of: own.xx, other.yy) && Self.isBounded(found.xx, of: own.xx, other.xx)
    }

    private func diagonal(_ measure: Int) -> PairProducts {
        products(of: RowExtras.MeasurePair(first: measure, second: measure))
    }

    private func agreesWithItself(_ measure: Int, _ found: PairProducts) -> Bool {
        guard found.yx == found.xy, measure >= layout.questions else { return found.yx == found.xy }
        let sum = sums[measure]
        let (answered, satisfied) = rules.people(measure - layout.questions, in: cell)
        if layout.extras.measures.countsPeople {
            return found.xx == answered.weight && found.yy == satisfied.weight && found.yx == satisfied.weight
        }
        let step = sums[0].most
        // Whoever answered has at least one step of x; what is lost, x − y, is a whole number.
        return found.xx >= step * sum.x && found.yx >= step * sum.y && found.yy >= sum.y
            && found.xx - found.yx - (found.yx - found.yy) >= sum.x - sum.y
            && found.xx <= (sum.most + step) * sum.x - sum.most * step * answered.weight
            && Self.isBounded(found.yx, of: found.yy, found.xx) && Self.isBounded(sum.x, of: answered.weight, found.xx)
            && Self.isBounded(sum.y, of: answered.weight, found.yy)
    }

    /// Cauchy and Schwarz: the square of a sum of products is at most the product of the sums of squares.
    private static func isBounded(_ sum: Int128, of first: Int128, _ second: Int128) -> Bool {
        let square = sum.magnitude.multipliedFullWidth(by: sum.magnitude)
        let product = first.magnitude.multipliedFullWidth(by: second.magnitude)
        return (square.high, square.low) <= (product.high, product.low)
    }

    // MARK: - Squared weights

    private func squaresAgree(_ pair: RowExtras.MeasurePair, _ found: PairProducts, plain: PairProducts) -> Bool {
        guard found.isOrdered else { return false }
        // Weights are from one unit to the whole: others may weigh nothing.
        let largest = Int128(cell.weight)
        let least: Int128 = cell.rows == 1 ? largest : rules.weighsOne ? 1_000_000 : 1
        let most = rules.weighsOne ? least : largest
        for (square, product) in [
            (found.yy, plain.yy), (found.yx, plain.yx), (found.xy, plain.xy), (found.xx, plain.xx),
        ] {
            let (lowest, isTooLarge) = product.multipliedReportingOverflow(by: least)
            let (highest, isUnbounded) = product.multipliedReportingOverflow(by: most)
            guard !isTooLarge, square >= lowest, isUnbounded || square <= highest else { return false }
        }
        let bounds = sums[pair.first].most * sums[pair.second].most * Int128(cell.rows)
        guard Self.isBounded(plain.xx, of: bounds, found.xx), Self.isBounded(plain.yy, of: bounds, found.yy) else {
            return false
        }
        if pair.first != pair.second {
            let (own, other) = (squaredDiagonal(pair.first), squaredDiagonal(pair.second))
            return Self.isBounded(found.yy, of: own.yy, other.yy) && Self.isBounded(found.yx, of: own.yy, other.xx)
                && Self.isBounded(found.xy, of: own.xx, other.yy) && Self.isBounded(found.xx, of: own.xx, other.xx)
        }
        guard found.yx == found.xy, Self.isBounded(found.yx, of: found.yy, found.xx) else { return false }
        return pair.first < layout.questions
            ? questionAgrees(pair.first, found) : groupAgrees(pair.first - layout.questions, found)
    }

    private func squaredDiagonal(_ measure: Int) -> PairProducts {
        let index = rules.squaredPairs[RowExtras.MeasurePair(first: measure, second: measure)]
        return index.map { cell.numbers.products(at: layout.product($0, isSquared: true)) } ?? PairProducts()
    }

    private func questionAgrees(_ question: Int, _ found: PairProducts) -> Bool {
        let step = sums[question].most
        guard found.xx % (step * step) == 0, found.yx % step == 0 else { return false }
        // The squares of those on each level are within bounds of their own.
        var (least, most) = (PairProducts(), PairProducts?.some(PairProducts()))
        for (level, pair) in layout.extras.measures.pairOfLevel.enumerated() {
            let crowd = rules.crowd(question, slot: level, in: cell)
            let (y, x) = (Int128(pair.y), Int128(pair.x))
            if let squares = crowd.leastSquares { least.add(squares, y: y, x: x) }
            if let squares = crowd.mostSquares, var sum = most {
                most = sum.add(squares, y: y, x: x) ? sum : nil
            } else {
                most = nil
            }
        }
        guard found.yy >= least.yy, found.yx >= least.yx, found.xx >= least.xx else { return false }
        guard most.map({ found.yy <= $0.yy && found.yx <= $0.yx && found.xx <= $0.xx }) ?? true else { return false }
        let answered = rules.crowd(question, levels: 0..<rules.levels, in: cell)
        return rules.isPossible(Crowd(answered.count, answered.weight, squares: found.xx / (step * step)))
    }

    private func groupAgrees(_ group: Int, _ found: PairProducts) -> Bool {
        let (answered, satisfied) = rules.people(group, in: cell)
        guard let squares = answered.squares else { return true }
        if layout.extras.measures.countsPeople {
            let pleased = Crowd(satisfied.count, satisfied.weight, squares: found.yy)
            return found.xx == squares && found.yx == found.yy && rules.isPossible(pleased)
                && rules.isPossible(answered - pleased)
        }
        let (step, most) = (sums[0].most, sums[layout.questions + group].most)
        let (lowest, isTooLarge) = squares.multipliedReportingOverflow(by: step * step)
        let (highest, isUnbounded) = squares.multipliedReportingOverflow(by: most * most)
        // A group with one question is that question, and every question is part of a group.
        for part in rules.parts[group] where part < layout.questions {
            var own = rules.crowd(part, levels: 0..<rules.levels, in: cell)
            own.squares = squaredDiagonal(part).xx / (step * step)
            guard rules.isPossible(answered - own) else { return false }
        }
        return !isTooLarge && found.xx >= lowest && (isUnbounded || found.xx <= highest)
    }

    // MARK: - Wholes and parts

    /// Whether the products of each group are those of its parts.
    private func wholesAgree(isSquared: Bool) -> Bool {
        let pairs = isSquared ? rules.squaredPairs : rules.pairs
        if pairs.isEmpty || layout.extras.measures.countsPeople { return true }
        func products(_ first: Int, _ second: Int) -> PairProducts? {
            let pair = RowExtras.MeasurePair(first: first, second: second)
            guard let index = pairs[pair] else {
                return isSquared || first != second ? nil : self.products(of: pair)
            }
            return cell.numbers.products(at: layout.product(index, isSquared: isSquared))
        }
        for (group, questions) in layout.extras.measures.groups.enumerated() {
            let measure = layout.questions + group
            guard let whole = products(measure, measure) else { continue }
            // What is averaged has all its products; other parts at least those with themselves.
            let averaged = layout.extras.parts.filter { part in
                part < layout.questions
                    ? questions.contains(part)
                    : layout.extras.measures.groups[part - layout.questions].clamped(to: questions).count > 0
            }
            let isExact = !averaged.isEmpty && (averaged.count > 1 || averaged[0] != measure)
            let parts = isExact ? averaged : rules.parts[group]
            var sum: PairProducts? = PairProducts()
            for (index, first) in parts.enumerated() {
                sum = sum?.adding(products(first, first))
                guard isExact else { continue }
                for second in parts.dropFirst(index + 1) {
                    let mixed = products(first, second)
                    sum = sum?.adding(mixed)?.adding(mixed?.turned)
                }
            }
            guard let sum else { return false }
            if isExact || parts.count == 1 {
                guard whole == sum else { return false }
            } else {
                guard whole.yy >= sum.yy, whole.yx >= sum.yx, whole.xx >= sum.xx else { return false }
                let count = Int128(parts.count)
                guard whole.yy / count <= sum.yy, whole.xx / count <= sum.xx else { return false }
            }
        }
        return true
    }
}

extension PairProducts {
    /// Whether y ≤ x shows in all products.
    var isOrdered: Bool {
        yy >= 0 && yy <= min(yx, xy) && max(yx, xy) <= xx && xx - yx >= xy - yy
    }

    /// The products with the measures exchanged.
    var turned: Self { PairProducts(yy: yy, yx: xy, xy: yx, xx: xx) }

    /// The sum; nil beyond 128 bits, or where there is nothing to add.
    func adding(_ other: Self?) -> Self? {
        guard let other else { return nil }
        let sums = [(yy, other.yy), (yx, other.yx), (xy, other.xy), (xx, other.xx)].map {
            $0.addingReportingOverflow($1)
        }
        guard !sums.contains(where: { $0.overflow }) else { return nil }
        return PairProducts(
            yy: sums[0].partialValue, yx: sums[1].partialValue, xy: sums[2].partialValue, xx: sums[3].partialValue)
    }

    /// Adds squared weights times the products of y and x; false beyond 128 bits.
    @discardableResult
    mutating func add(_ squares: Int128, y: Int128, x: Int128) -> Bool {
        let factors = [y * y, y * x, x * x].map { squares.multipliedReportingOverflow(by: $0) }
        guard !factors.contains(where: { $0.overflow }) else { return false }
        let (yy, yx, xx) = (factors[0].partialValue, factors[1].partialValue, factors[2].partialValue)
        guard let sum = adding(PairProducts(yy: yy, yx: yx, xy: yx, xx: xx)) else { return false }
        self = sum
        return true
    }
}
