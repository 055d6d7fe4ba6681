/// The numbers of a cell of a tally, in the order of ``TallyLayout``.
///
/// The rows of a cell mostly weigh the same, by design. Then the sum of the weights of some answers is their count times
/// this weight, and people and products are small integers times the weight, or its square. These integers take a
/// quarter of the memory of the sums. Equal numbers are always stored in the same way.
struct CellNumbers: Equatable, Sendable {
    /// Answers.
    private(set) var counts: [UInt32]
    /// The weight of each row; 0 where rows differ or an integer has more than 32 bits.
    private(set) var unit: Int64 = 0
    /// People and products without the powers of the unit; empty without a unit.
    private var multiples: [UInt32] = []
    /// The sums of the weights of the answers; empty with a unit.
    private var sums: [Int64] = []
    /// People and products; empty with a unit.
    private var extras: [Int128] = []

    /// A unit is less than this: a number of 32 bits times its square has less than 127.
    private static let unitLimit: Int64 = 1 << 47

    /// - Parameters:
    ///   - counts: Those of the rows by answer.
    ///   - sums: Their weights.
    ///   - extras: People, then products.
    init(
        rows: Int, weight: Int64, counts: UnsafeBufferPointer<UInt32>, sums: UnsafeBufferPointer<Int64>,
        extras: UnsafeBufferPointer<Int128>, _ layout: TallyLayout
    ) {
        self.counts = Array(counts)
        let found = Self.multiples(
            rows: rows, weight: weight, counts: self.counts, sums: sums, extras: extras, layout)
        if let found {
            (unit, multiples) = found
        } else {
            (self.sums, self.extras) = (Array(sums), Array(extras))
        }
    }

    /// The unit of some numbers and the multiples of it; nil when there is none.
    private static func multiples(
        rows: Int, weight: Int64, counts: [UInt32], sums: UnsafeBufferPointer<Int64>,
        extras: UnsafeBufferPointer<Int128>, _ layout: TallyLayout
    ) -> (unit: Int64, multiples: [UInt32])? {
        guard let unit = unit(rows: rows, weight: weight),
            counts.indices.allSatisfy({ Int64(counts[$0]) &* unit == sums[$0] })
        else { return nil }
        return multiples(extras, of: unit, layout).map { (unit, $0) }
    }

    /// What each row weighs if all weigh the same.
    private static func unit(rows: Int, weight: Int64) -> Int64? {
        guard rows > 0 else { return nil }
        let (unit, rest) = weight.quotientAndRemainder(dividingBy: Int64(rows))
        return rest == 0 && 0 < unit && unit < unitLimit ? unit : nil
    }

    /// People and products divided by the powers of a unit; nil when one is not such a multiple of 32 bits.
    private static func multiples(
        _ extras: UnsafeBufferPointer<Int128>, of unit: Int64, _ layout: TallyLayout
    ) -> [UInt32]? {
        let powers = (0...2).map { power($0, of: unit) }
        let inverses = powers.map { 1 / $0.approximation }
        var isExact = true
        // In bounds: extras are as many as places; the count follows what was written.
        let multiples = [UInt32](unsafeUninitializedCapacity: extras.count) { multiples, count in
            for (index, place) in layout.places.enumerated() {
                // Dividing 128 bits is slow; a quotient of 32 bits is what a Double, rounded, says it is.
                let quotient = extras[index].approximation * inverses[place.power] + 0.5
                let multiple = UInt32(0..<0x1p32 ~= quotient ? quotient : 0)
                guard Int128(multiple) &* powers[place.power] == extras[index] else {
                    isExact = false
                    return
                }
                multiples.initializeElement(at: index, to: multiple)
                count = index + 1
            }
        }
        return isExact ? multiples : nil
    }

    /// The bytes that the numbers take.
    var memory: Int {
        (counts.count + multiples.count) * MemoryLayout<UInt32>.stride + sums.count * MemoryLayout<Int64>.stride
            + extras.count * MemoryLayout<Int128>.stride
    }

    // MARK: - Numbers

    /// The sum of the weights of some answers.
    func sum(at place: Int) -> Int64 { unit > 0 ? Int64(counts[place]) &* unit : sums[place] }

    /// The number of some answers.
    func count(over places: Range<Int>) -> Int { places.reduce(0) { $0 &+ Int(counts[$1]) } }

    /// The sum of their weights.
    func sum(over places: Range<Int>) -> Int128 {
        if unit > 0 { return Int128(count(over: places)) &* Int128(unit) }
        return places.reduce(0) { $0 &+ Int128(sums[$1]) }
    }

    /// Answers at a level, and what y and x are of one of them.
    struct Level {
        let answers: Range<Int>
        let y, x: Int64
    }

    /// Σw y and Σw x of answers at some levels.
    func sums(over levels: [Level]) -> (y: Int128, x: Int128) {
        var (y, x): (Int128, Int128) = (0, 0)
        guard unit > 0 else {
            for level in levels {
                let weight = sum(over: level.answers)
                y += weight * Int128(level.y)
                x += weight * Int128(level.x)
            }
            return (y, x)
        }
        // Counts have fewer than 64 bits: the products of two such numbers cannot overflow, and each is one instruction.
        for level in levels {
            let count = Int64(count(over: level.answers))
            y += Int128(count) &* Int128(level.y)
            x += Int128(count) &* Int128(level.x)
        }
        return (y * Int128(unit), x * Int128(unit))
    }

    /// A number about people or products.
    func number(at place: TallyLayout.Place) -> Int128 {
        unit > 0 ? Int128(multiples[place.index]) &* Self.power(place.power, of: unit) : extras[place.index]
    }

    /// The products of a pair of measures that start at a place.
    func products(at place: TallyLayout.Place) -> PairProducts {
        let factor = Self.power(place.power, of: unit)
        func number(_ part: TallyLayout.ProductPart) -> Int128 {
            let index = place.index + part.rawValue
            return unit > 0 ? Int128(multiples[index]) &* factor : extras[index]
        }
        return PairProducts(yy: number(.yy), yx: number(.yx), xy: number(.xy), xx: number(.xx))
    }

    private static func power(_ power: Int, of unit: Int64) -> Int128 {
        switch power {
        case 0: 1
        case 1: Int128(unit)
        default: Int128(unit) &* Int128(unit)
        }
    }

    // MARK: - Adding

    /// Adds the numbers of other rows; false on overflow.
    /// - Parameters:
    ///   - rows: All rows.
    ///   - weight: Their weight.
    mutating func add(_ other: Self, rows: Int, weight: Int64, _ layout: TallyLayout) -> Bool {
        if unit > 0, unit == other.unit, lacksSquares(layout) == other.lacksSquares(layout),
            let counts = Self.sums(counts, other.counts),
            let multiples = Self.sums(multiples, other.multiples)
        {
            (self.counts, self.multiples) = (counts, multiples)
            return true
        }
        widen(layout)
        var isSound = true
        func add<Number: FixedWidthInteger>(_ value: Number, to sum: inout Number) {
            let (result, overflow) = sum.addingReportingOverflow(value)
            sum = result
            if overflow { isSound = false }
        }
        for place in counts.indices {
            add(other.sum(at: place), to: &sums[place])
            add(other.counts[place], to: &counts[place])
        }
        let lacksSquares = lacksSquares(layout) || other.lacksSquares(layout)
        for place in layout.places { add(other.number(at: place), to: &extras[place.index]) }
        if lacksSquares, let place = layout.squaresOfAll { extras[place.index] = 0 }
        narrow(rows: rows, weight: weight, layout)
        return isSound
    }

    /// Whether there are no squares of the weights of those who answered, as in tallies of earlier versions.
    private func lacksSquares(_ layout: TallyLayout) -> Bool {
        guard let squares = layout.squaresOfAll, let answered = layout.answeredOfAll else { return false }
        return number(at: squares) == 0 && number(at: answered) > 0
    }

    /// Stores sums instead of multiples.
    private mutating func widen(_ layout: TallyLayout) {
        guard unit > 0 else { return }
        sums = counts.indices.map { sum(at: $0) }
        extras = layout.places.map { number(at: $0) }
        (unit, multiples) = (0, [])
    }

    /// Stores multiples instead of sums where there is a unit.
    private mutating func narrow(rows: Int, weight: Int64, _ layout: TallyLayout) {
        // In bounds: sums are as many as counts, and extras as places of the layout.
        let found = sums.withUnsafeBufferPointer { sums in
            extras.withUnsafeBufferPointer {
                Self.multiples(rows: rows, weight: weight, counts: counts, sums: sums, extras: $0, layout)
            }
        }
        guard let found else { return }
        (unit, multiples) = found
        (sums, extras) = ([], [])
    }

    // MARK: - Other weights

    /// Counts weights in ten-billionths instead of millionths; false when a number becomes too large.
    mutating func refine(rows: Int, weight: Int64, _ layout: TallyLayout) -> Bool {
        if unit > 0, let finer = WeightUnit.finer(unit), finer < Self.unitLimit {
            unit = finer
            return true
        }
        return multiply(layout, rows: rows, weight: weight) { WeightUnit.finer($0, power: $1) }
    }

    /// Gives rows that all weigh one another weight; false when a number becomes too large.
    mutating func reweigh(_ own: Int64, from one: Int64, rows: Int, _ layout: TallyLayout) -> Bool {
        if unit == one, own < Self.unitLimit {
            unit = own
            return true
        }
        return multiply(layout, rows: rows, weight: own &* Int64(rows)) { number, power in
            (0..<power).reduce(Int128?(number)) { product, _ in
                product.flatMap { product in
                    let (larger, overflow) = (product / Int128(one)).multipliedReportingOverflow(by: Int128(own))
                    return overflow ? nil : larger
                }
            }
        }
    }

    private mutating func multiply(
        _ layout: TallyLayout, rows: Int, weight: Int64, _ multiplied: (Int128, _ power: Int) -> Int128?
    ) -> Bool {
        widen(layout)
        for place in sums.indices {
            guard let sum = multiplied(Int128(sums[place]), 1).flatMap({ Int64(exactly: $0) }) else { return false }
            sums[place] = sum
        }
        for place in layout.places {
            guard let number = multiplied(extras[place.index], place.power) else { return false }
            extras[place.index] = number
        }
        narrow(rows: rows, weight: weight, layout)
        return true
    }

    private static func sums(_ first: [UInt32], _ second: [UInt32]) -> [UInt32]? {
        var sums = first
        for (index, number) in second.enumerated() {
            let (sum, overflow) = sums[index].addingReportingOverflow(number)
            if overflow { return nil }
            sums[index] = sum
        }
        return sums
    }
}

extension CellNumbers {
    init(rows: Int, weight: Int64, counts: [UInt32], sums: [Int64], extras: [Int128], _ layout: TallyLayout) {
        // In bounds: callers make sums as many as counts, and extras as places of the layout.
        self = counts.withUnsafeBufferPointer { counts in
            sums.withUnsafeBufferPointer { sums in
                extras.withUnsafeBufferPointer {
                    Self(rows: rows, weight: weight, counts: counts, sums: sums, extras: $0, layout)
                }
            }
        }
    }
}
