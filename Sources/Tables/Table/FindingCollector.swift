internal import Values

/// Gathers findings, but of each code only so many: a hostile or hopeless table could have one per cell.
struct FindingCollector: Sendable {
    /// What is kept, in the order in which it was found.
    private(set) var findings: [Finding] = []
    private var counts: [String: Int] = [:]
    private let file: String
    private let limit: Int

    init(file: String, limit: Int) {
        self.file = file
        self.limit = max(limit, 1)
    }

    /// Adds a finding; its details are worked out only when it is kept.
    mutating func report(
        _ code: TableFinding, row: Int?, column: Int? = nil, _ details: @autoclosure () -> [String: String] = [:]
    ) {
        guard shouldKeep(code.rawValue) else { return }
        let place = Place(file: file, line: row, column: column, isTable: true)
        findings.append(Finding(code, at: place, details: details()))
    }

    private mutating func shouldKeep(_ code: String) -> Bool {
        let count = counts[code, default: 0]
        counts[code] = count + 1
        return count < limit
    }

    /// Everything found, with a count of what was left out.
    var complete: [Finding] {
        let rest = counts.filter { $0.value > limit }.sorted { $0.key < $1.key }.map { code, count in
            Finding(
                TableFinding.moreFindings, at: Place(file: file, isTable: true),
                details: ["code": code, "count": String(count - limit)])
        }
        return findings + rest
    }
}
