internal import CAnswerRows

/// The mean scores of forms, by which the cells of a tally are divided where quantiles of them are wanted.
///
/// The score of a form is the mean of its answers to the questions of the index, each from 0 for the lowest level to 1 for
/// the highest, as of ``IndexMethod/Measure/meanScore``, whatever the index measures. A cell has it as `y/x`, so that it
/// stays exact; a form without an answer has none.
struct FormScores: Sendable {
    /// The position of the score among the domains of a tally.
    let domain: Int
    /// The questions of the index.
    private let questions: Range<Int>
    /// What an answer at each level of all scales adds.
    private let pairs: [(y: Int64, x: Int64)]

    /// Nil where cells are not divided by scores.
    init?(_ questionnaire: Questionnaire, domains: [String]) {
        guard let domain = domains.firstIndex(of: Questionnaire.scoreDomain) else { return nil }
        self.domain = domain
        questions = questionnaire.indexedQuestions
        pairs = RowMeasures.meanLevels(of: questionnaire.scales)
    }

    /// The score of a form from the levels of its answers.
    @inline(__always)
    func score(of levels: UnsafePointer<UInt8>) -> (y: Int64, x: Int64) {
        var sum: (y: Int64, x: Int64) = (0, 0)
        for question in questions {
            let level = Int(levels[question])
            // Beyond the levels are those of no answer and of an unknown one.
            guard level < pairs.count else { continue }
            sum.y &+= pairs[level].y
            sum.x &+= pairs[level].x
        }
        return sum
    }

    /// What a cell has of a score.
    static func text(of score: (y: Int64, x: Int64)) -> String { score.x == 0 ? "" : "\(score.y)/\(score.x)" }

    /// The number from 0 to 1 that a cell has; nil where its forms have no answers, or the text is no score.
    static func value(of text: String) -> Double? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let y = Int64(parts[0]), let x = Int64(parts[1]), x > 0, (0...x).contains(y) else {
            return nil
        }
        // The nearest number to the quotient, so that equal scores are equal numbers.
        return Double(y) / Double(x)
    }
}

/// A cell of forms with one key, and the mean score of some of them.
struct CellOfScore: Hashable {
    let cell: Int
    let y, x: Int64
}

extension AnswerWorker {
    /// Moves rows that the kernel read to the cells of their mean scores.
    func divide(rows: Int, by scores: FormScores) {
        for index in 0..<rows where batch.cells[index] >= 0 {
            let cell = cell(of: Int(batch.cells[index]), with: batch.levels + index &* batch.rowSize, scores)
            batch.cells[index] = Int32(truncatingIfNeeded: cell)
        }
    }

    /// The cell of a form with its mean score, among those of one key; -1 where memory allows no other.
    func cell(of cell: Int, with levels: UnsafePointer<UInt8>, _ scores: FormScores) -> Int {
        let score = scores.score(of: levels)
        if score.x == 0 { return cell }
        let place = CellOfScore(cell: cell, y: score.y, x: score.x)
        if let known = cellOfScore[place] { return known }
        var key = keys[cell]
        key.domains[scores.domain] = FormScores.text(of: score)
        let own = self.cell(of: key)
        if own >= 0 { cellOfScore[place] = own }
        return own
    }
}
