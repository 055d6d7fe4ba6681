/// Some people of a cell: how many there are, the sum of their weights, and of the squares of these.
///
/// The weight of everyone who answered is at least one unit of the tally, so three numbers that were typed rarely belong to any people at all.
struct Crowd: Equatable {
    var count: Int128
    var weight: Int128
    /// Nil where squares are not kept.
    var squares: Int128?

    init(_ count: some BinaryInteger, _ weight: some BinaryInteger, squares: Int128? = nil) {
        (self.count, self.weight, self.squares) = (Int128(count), Int128(weight), squares)
    }

    /// Whether there can be such people, some of whom may weigh nothing.
    var isPossibleWithWeightless: Bool { count >= 0 && weight >= 0 && (count > 0 || weight == 0) }

    /// Whether there can be such people.
    var isPossible: Bool {
        guard count >= 0, weight >= count, count > 0 || weight == 0 else { return false }
        guard let squares else { return true }
        return squares >= 0 && leastSquares.map { squares >= $0 } ?? true && mostSquares.map { squares <= $0 } ?? true
    }

    /// The squares when all weights are as equal as possible, rounded up; nil beyond 128 bits.
    var leastSquares: Int128? {
        guard count > 0 else { return 0 }
        let (square, overflow) = weight.multipliedReportingOverflow(by: weight)
        return overflow ? nil : square / count + (square % count == 0 ? 0 : 1)
    }

    /// The squares when one person has all weight that the others do not need; nil beyond 128 bits.
    var mostSquares: Int128? {
        guard count > 0 else { return 0 }
        let largest = weight - count + 1
        let (square, overflow) = largest.multipliedReportingOverflow(by: largest)
        let (sum, tooLarge) = square.addingReportingOverflow(count - 1)
        return overflow || tooLarge ? nil : sum
    }

    /// The people of a crowd who are not in a part of it.
    static func - (whole: Self, part: Self) -> Self {
        var squares: Int128?
        if let own = whole.squares, let other = part.squares { squares = own - other }
        return Crowd(whole.count - part.count, whole.weight - part.weight, squares: squares)
    }

    /// Both together; whoever is in both counts twice.
    static func + (first: Self, second: Self) -> Self {
        var squares: Int128?
        if let own = first.squares, let other = second.squares {
            let (sum, overflow) = own.addingReportingOverflow(other)
            squares = overflow ? nil : sum
        }
        return Crowd(first.count + second.count, first.weight + second.weight, squares: squares)
    }
}
