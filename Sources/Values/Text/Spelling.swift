/// Suggests what an unknown word was meant to be.
public enum Spelling {
    /// The candidate closest to `word`, if it is close enough: at most a third of its letters differ, and at least one
    /// letter agrees. Ties go to the first candidate.
    ///
    /// Complexity: O(candidates × letters²); meant for the handful of names that a message needs.
    public static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
        let letters = Array(VietnameseText.folded(word).prefix(64))
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            let other = Array(VietnameseText.folded(candidate).prefix(64))
            let distance = editDistance(letters, other)
            guard distance <= max(1, max(letters.count, other.count) / 3), distance < max(letters.count, other.count)
            else { continue }
            if distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.candidate
    }

    /// Insertions, deletions, substitutions and transpositions that turn one word into the other (optimal string
    /// alignment).
    static func editDistance(_ first: [Character], _ second: [Character]) -> Int {
        guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
        var beforePrevious: [Int] = []
        var previous = Array(0...second.count)
        for row in 1...first.count {
            var current = [row]
            for column in 1...second.count {
                let change = first[row - 1] == second[column - 1] ? 0 : 1
                var cost = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + change)
                if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] {
                    cost = min(cost, beforePrevious[column - 2] + 1)
                }
                current.append(cost)
            }
            (beforePrevious, previous) = (previous, current)
        }
        return previous[second.count]
    }
}
