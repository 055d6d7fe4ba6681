import Assessment
import Scoring
import Tables
import Values

/// The volumes that `--expect` states: `2.1=910`, or those of last year.
struct ExpectArgument {
    private static let lastYear = "last-year"

    private var stated: [(metric: String, cases: FixedDecimal)] = []
    private var words: [String] = []
    private var usesLastYear = false

    init(_ arguments: ParsedArguments) throws(UsageError) {
        for word in arguments.lists[.expect] ?? [] {
            guard let cases = try Self.read(word) else {
                usesLastYear = true
                continue
            }
            stated.append(cases)
            words.append(word)
        }
    }

    /// The cases that a word states of a metric; nil where they are those of last year.
    static func read(_ word: String) throws(UsageError) -> (metric: String, cases: FixedDecimal)? {
        if word == lastYear { return nil }
        let sides = word.split(separator: "=", maxSplits: 1).map { VietnameseText.composed($0.trimmed) }
        guard sides.count == 2, !sides[0].isEmpty else { throw .badExpectation(found: word) }
        switch NumberReader(decimalSeparator: nil, readsExponents: false).read(sides[1]) {
        case .number(let cases, false): return (sides[0], cases)
        case .ambiguous(let number, _):
            throw .ambiguousChange(
                found: word, readings: [sides[1].filter(\.isNumber), number.text(minimumDigits: 4)])
        case .number, .blank, .problem: throw .badExpectation(found: word)
        }
    }

    /// The volumes of units, by their positions; nil where one that is stated cannot be used, which is reported. A number
    /// that is stated is one unit's.
    func volumes(
        of units: [Int], in assessment: Assessment, _ console: Console
    ) throws(UsageError) -> [Int: ExpectedVolumes]? {
        if stated.isEmpty, !usesLastYear { return [:] }
        if !stated.isEmpty, units.count != 1 { throw .unitNeeded(codes: assessment.units.map(\.code)) }
        var volumes: [Int: ExpectedVolumes] = [:]
        var findings: [Finding] = []
        for unit in units {
            let expected = assessment.scores[unit].expectedVolumes(stated: stated, usesLastYear: usesLastYear)
            volumes[unit] = expected.volumes
            findings += expected.faults.map { fault in
                var details = fault.details
                details[.unit] = .text(assessment.units[unit].code)
                let word = fault.position.map { words[$0] } ?? Self.lastYear
                return Finding(fault.code, at: Location(file: "--expect \(word)"), details)
            }
        }
        console.say(findings)
        return findings.containsError ? nil : volumes
    }
}
