/// Suggests for many unknown words what each was meant to be, among the same candidates: as ``Spelling`` does, but what
/// cannot be close is not compared letter by letter.
package struct SpellingIndex: Sendable {
    private struct Candidate: Sendable {
        var text: String
        /// The letters, numbered by `numbers`.
        var letters: [Int32]
        var bag: Bag
    }

    /// Which letters occur, and which more than once; those with the same remainder count as one.
    private struct Bag: Sendable {
        private var once: UInt64 = 0
        private var twice: UInt64 = 0

        init(_ letters: [Int32]) {
            for letter in letters {
                let bit: UInt64 = 1 << UInt64(letter & 63)
                twice |= once & bit
                once |= bit
            }
        }

        /// A number of changes that it takes at least to become the other: each removes, or adds, one letter at most.
        func distance(to other: Bag) -> Int {
            let missing = (once & ~other.once).nonzeroBitCount + (twice & ~other.twice).nonzeroBitCount
            let extra = (other.once & ~once).nonzeroBitCount + (other.twice & ~twice).nonzeroBitCount
            return max(missing, extra)
        }
    }

    private let candidates: [Candidate]
    private let numbers: [Character: Int32]

    /// Makes an index. Complexity: O(letters of all candidates).
    package init(_ candidates: some Sequence<String>) {
        var numbers: [Character: Int32] = [:]
        self.candidates = candidates.map { text in
            let letters = VietnameseText.folded(text).prefix(64).map { letter in
                let number = numbers[letter] ?? Int32(numbers.count)
                numbers[letter] = number
                return number
            }
            return Candidate(text: text, letters: letters, bag: Bag(letters))
        }
        self.numbers = numbers
    }

    /// What ``Spelling/closest(to:among:)`` gives for the candidates.
    ///
    /// Complexity: O(candidates), and O(letters²) for each of those that have nearly the same letters.
    package func closest(to word: String) -> String? {
        let letters = VietnameseText.folded(word).prefix(64).map { numbers[$0] ?? -1 }
        let bag = Bag(letters)
        var best: (candidate: Int, distance: Int)?
        for (position, candidate) in candidates.enumerated() {
            let longest = max(letters.count, candidate.letters.count)
            let most = min(max(1, longest / 3), longest - 1, (best?.distance ?? .max) - 1)
            let difference = abs(letters.count - candidate.letters.count)
            guard difference <= most, bag.distance(to: candidate.bag) <= most else { continue }
            guard let distance = Self.editDistance(letters, candidate.letters, atMost: most) else { continue }
            best = (position, distance)
        }
        return best.map { candidates[$0.candidate].text }
    }

    /// The distance of ``Spelling``, if it is at most `most`.
    private static func editDistance(_ first: [Int32], _ second: [Int32], atMost most: Int) -> Int? {
        // What both begin and end with costs nothing.
        let start = zip(first, second).prefix { $0 == $1 }.count
        let shared = min(first.count, second.count) - start
        let end = zip(first.reversed(), second.reversed()).prefix(shared).prefix { $0 == $1 }.count
        let (rows, columns) = (first.count - start - end, second.count - start - end)
        if rows == 0 || columns == 0 { return max(rows, columns) <= most ? max(rows, columns) : nil }
        let width = columns + 1
        // In bounds: three rows of `width` places that change their parts; columns are 0...columns, which is below
        // `width`. Each row is written before it is read: the oldest is first read when two have been written behind
        // it.
        return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * width) { costs in
            var (oldest, previous, current) = (0, width, 2 * width)
            for column in 0...columns { costs[previous + column] = column }
            var leastBefore = 0
            for row in 1...rows {
                costs[current] = row
                var least = row
                let letter = first[start + row - 1]
                for column in 1...columns {
                    let other = second[start + column - 1]
                    var cost = min(costs[previous + column], costs[current + column - 1]) + 1
                    cost = min(cost, costs[previous + column - 1] + (letter == other ? 0 : 1))
                    if row > 1, column > 1, letter == second[start + column - 2], first[start + row - 2] == other {
                        cost = min(cost, costs[oldest + column - 2] + 1)
                    }
                    costs[current + column] = cost
                    least = min(least, cost)
                }
                // A transposition goes back two rows.
                if least > most, leastBefore >= most { return nil }
                leastBefore = least
                (oldest, previous, current) = (previous, current, oldest)
            }
            return costs[previous + columns] <= most ? costs[previous + columns] : nil
        }
    }
}
