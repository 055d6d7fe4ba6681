internal import Scoring
internal import Tables
public import Values

/// A request for explanation: what somebody asks a unit about a criterion or a figure, and what came of it; a row of
/// `requests.csv`.
public struct ExplanationRequest: Hashable, Sendable {
    /// What the unit answered.
    public struct Answer: Hashable, Sendable {
        /// The text.
        public let text: String
        /// Tài liệu kiểm chứng that came with it.
        public let evidence: String?
        /// The day; nil where none is stated.
        public let day: CalendarDay?
    }

    /// What was decided about it.
    public enum Decision: String, CaseIterable, Hashable, Sendable {
        /// The explanation is accepted (chấp nhận giải trình).
        case accepted
        /// It is not (không chấp nhận).
        case refused
    }

    /// How far it is on a day.
    public enum State: String, CaseIterable, Hashable, Sendable {
        /// Not answered, and the last day has not passed.
        case open
        /// Not answered, and the last day has passed.
        case late
        /// Answered, and nothing was decided.
        case answered
        /// Decided.
        case settled
    }

    /// The unit's code.
    public let unit: String
    /// What it is about: the code of a criterion or of a figure.
    public let code: String
    /// The question.
    public let question: String
    /// Who asks.
    public let askedBy: String?
    /// The day on which it was asked; nil where none is stated.
    public let asked: CalendarDay?
    /// By when to answer, with the working days by which that was counted.
    public let window: StageWindow
    /// The answer; nil as long as there is none.
    public let answer: Answer?
    /// What was decided; nil as long as nothing was.
    public let decision: Decision?
    /// Who decided.
    public let decidedBy: String?
    /// Where it stands.
    let place: Location

    /// How far it is on a day.
    public func state(on day: CalendarDay) -> State {
        if decision != nil { return .settled }
        if answer != nil { return .answered }
        return window.isClosed(on: day) ? .late : .open
    }

    /// Whether the answer came after the last day.
    public var isAnsweredLate: Bool { answer?.day.map(window.isClosed(on:)) ?? false }

    /// What makes it another request than those beside it: a question about the same that is worded otherwise is one.
    var key: RequestKey { RequestKey(unit: unit, code: code, question: question) }
}

/// What a request is about, and what it asks.
struct RequestKey: Hashable, Sendable {
    let unit: String
    let code: String
    private let words: String

    init(unit: String, code: String, question: String) {
        (self.unit, self.code, words) = (unit, code, VietnameseText.word(question))
    }
}

extension ExplanationRequest.Decision: CellWord {
    private static let meanings: [([String], Self)] = [
        (["chấp nhận giải trình", "chấp nhận", "đồng ý", "accepted", "accept"], .accepted),
        (["không chấp nhận", "không chấp nhận giải trình", "không đồng ý", "refused", "not accepted"], .refused),
    ]
    private static let known = Dictionary(
        meanings.flatMap { words, decision in words.map { (VietnameseText.word($0), decision) } },
        uniquingKeysWith: { first, _ in first })

    package static let words = meanings.compactMap { $0.0.first }

    /// The word of a table.
    var word: String { Self.meanings.first { $0.1 == self }?.0.first ?? rawValue }

    package init?(word: String) {
        guard let decision = Self.known[VietnameseText.word(word)] else { return nil }
        self = decision
    }
}

/// Requests by how far they are.
public struct RequestCounts: Hashable, Sendable {
    private var counts: [ExplanationRequest.State: Int] = [:]
    /// Those that were answered after their last day, whatever was decided.
    public private(set) var answeredLate = 0
    /// The points at stake in those that nothing was decided about.
    public private(set) var points = FixedDecimal.zero

    /// Makes counts of none.
    public init() {}

    /// How many are so far.
    public subscript(state: ExplanationRequest.State) -> Int { counts[state] ?? 0 }

    /// All of them.
    public var all: Int { counts.values.reduce(0, +) }

    mutating func add(_ request: ExplanationRequest, points: FixedDecimal, on day: CalendarDay) {
        let state = request.state(on: day)
        counts[state, default: 0] += 1
        if request.isAnsweredLate { answeredLate += 1 }
        if state != .settled { self.points += points }
    }

    mutating func add(_ other: RequestCounts) {
        for (state, count) in other.counts { counts[state, default: 0] += count }
        answeredLate += other.answeredLate
        points += other.points
    }
}

extension Assessment {
    /// The requests of each unit that has some, by its position, by how far they are on a day.
    public func requestCounts(on day: CalendarDay) -> [Int: RequestCounts] {
        if requests.isEmpty { return [:] }
        let (stakes, units) = (PointsAtStake(self), positions.units)
        var counts: [Int: RequestCounts] = [:]
        for request in requests {
            guard let unit = units[request.unit] else { continue }
            counts[unit, default: RequestCounts()].add(
                request, points: stakes.points(ofUnit: unit, code: request.code), on: day)
        }
        return counts
    }

    /// The requests of all units by how far they are on a day; nil where there are none.
    public func allRequests(on day: CalendarDay) -> RequestCounts? {
        let counts = requestCounts(on: day)
        if counts.isEmpty { return nil }
        return counts.values.reduce(into: RequestCounts()) { $0.add($1) }
    }
}

/// How many points of a unit an answer may move.
struct PointsAtStake {
    private let shown: ScoreTable
    private let own: ScoreTable
    private let nodes: [String: Int]
    private let units: [Unit]

    init(_ assessment: Assessment) {
        (shown, own, units) = (assessment.scores, assessment.ownScores, assessment.units)
        nodes = assessment.positions.nodes
    }

    /// The criterion with a code or, where there is none, those that the figure with this code is for.
    func nodes(ofUnit unit: Int, code: String) -> [Int] {
        if let node = nodes[code] { return [node] }
        let set = shown[unit].criteriaSet
        return set.criteria.indices.filter { node in
            guard let leaf = set.criteria[node].leaf, leaf.levels.contains(units[unit].level) else { return false }
            return set.criteria[node].metrics(atLevel: units[unit].level).contains { $0.code == code }
        }
    }

    /// What was cut already and may come back or, where nothing was, what stands and may be cut; of a penalty what may be
    /// lifted.
    func points(ofUnit unit: Int, code: String) -> FixedDecimal {
        nodes(ofUnit: unit, code: code).reduce(FixedDecimal.zero) { sum, node in
            let (now, claimed) = (shown[unit].sum(of: node).points, own[unit].sum(of: node).points)
            let moved = claimed == now ? now : claimed - now
            return sum + (moved < 0 ? 0 - moved : moved)
        }
    }
}
