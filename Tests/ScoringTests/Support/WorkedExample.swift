import Scoring
import TestSupport
import Testing
import Values

/// A file of worked examples: a criterion, figures, and the expected results.
///
/// A figure is a number, two counts `[numerator, denominator]`, or one of the words below. Every key of a case is
/// checked, and a key that the runner does not know fails, so that no expectation is overlooked.
struct WorkedExamples {
    static let folder = "Tests/ScoringTests/Cases/"
    static let files = Repository.names(in: folder, ending: ".json")

    let file: String
    let root: JSONNode

    init(file: String) throws {
        self.file = file
        let bytes = try Repository.data(Self.folder + file)
        root = try JSONDocument(file: file, bytes: Array(bytes)).root
    }

    /// Runs every case; returns how many there were, and what failed.
    func run() throws -> (count: Int, failures: [String]) {
        var count = 0
        var failures: [String] = []
        for example in try #require(root["examples"]).elements {
            let about = example["about"]?.text ?? "?"
            let compiled: [Int: CompiledCriteria]
            do {
                compiled = try Self.compile(example)
            } catch let error as FindingsError {
                failures.append(
                    "\(file) · \(about): \(error.findings.map { "\($0.code) \($0.location) \($0.details)" })")
                continue
            }
            for node in try #require(example["cases"]).elements {
                count += 1
                let name = node["name"]?.text ?? "?"
                for failure in try ExampleCase(node: node).differences(compiled) {
                    failures.append("\(file) · \(about) · \(name): \(failure)")
                }
            }
        }
        return (count, failures)
    }

    /// The editions of the examples, each with the number of its cases.
    func counted() throws -> [(set: CriteriaSet, cases: Int)] {
        try #require(root["examples"]).elements.map { (try Self.edition($0), try #require($0["cases"]).elements.count) }
    }

    /// The editions used by the examples.
    func editions() throws -> [CriteriaSet] {
        try #require(root["examples"]).elements.map(Self.edition)
    }

    /// The criteria files of the examples.
    func texts() throws -> [String] {
        try #require(root["examples"]).elements.map(Self.text)
    }

    private static func edition(_ example: JSONNode) throws -> CriteriaSet {
        try SampleEdition.read(text(example))
    }

    private static func text(_ example: JSONNode) throws -> String {
        try example["criterion"].map { try SampleEdition.text(leaf: $0, edition: example["edition"]) }
            ?? SampleEdition.text(nodes: #require(example["criteria"]).elements, edition: example["edition"])
    }

    private static func compile(_ example: JSONNode) throws -> [Int: CompiledCriteria] {
        let set = try edition(example)
        return try Dictionary(
            uniqueKeysWithValues: set.years.map { ($0, try CompiledCriteria(set, year: $0)) })
    }
}

extension Figure {
    init(example node: JSONNode) throws {
        switch (node.number, node.elements.compactMap(\.number), node.text) {
        case (let value?, _, _): self = .value(value)
        case (_, let counts, _) where counts.count == 2: self = .ratio(numerator: counts[0], denominator: counts[1])
        case (_, _, "chưa báo cáo"): self = .notReported
        case (_, _, "không áp dụng"): self = .notApplicable
        case (_, _, "chờ khảo sát"): self = .awaited
        case (_, _, "không công bố"): self = .notPublished
        case (_, _, "có"): self = .value(1)
        case (_, _, "không"): self = .value(0)
        default: throw ExampleError(text: "no figure: \(node.rendered)")
        }
    }
}

struct ExampleError: Error {
    let text: String
}
