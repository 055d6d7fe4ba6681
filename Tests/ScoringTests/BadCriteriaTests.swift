import Scoring
import TestSupport
import Testing
import Values

/// Small criteria files with one defect each, and the findings that they must give: code, line:column, suggestion.
@Suite("Bad criteria files (BadCriteria/*.json)")
struct BadCriteriaTests {
    private static let folder = "Tests/ScoringTests/BadCriteria/"
    private static let expectations = "expected-findings.json"
    private static let names = Repository.names(in: folder, ending: ".json")

    private static let expected = (try? Repository.decoded([String: [String]].self, folder + expectations)) ?? [:]

    private static func bytes(of file: String) throws -> [UInt8] { try Array(Repository.data(folder + file)) }

    private static func findings(of file: String) throws -> [Finding] {
        do {
            let document = try JSONDocument(file: file, bytes: bytes(of: file))
            let overlayFile = file.replacing(".json", with: ".overlay.json")
            var overlay: PointsOverlay?
            if names.contains(overlayFile) {
                overlay = try PointsOverlay(
                    reading: JSONDocument(file: overlayFile, bytes: bytes(of: overlayFile)))
            }
            return try CriteriaSet(reading: document, points: overlay).warnings
        } catch let error as FindingsError {
            return error.findings
        }
    }

    @Test("one defect gives its finding at its place, and no other", arguments: expected.keys.sorted())
    func defect(file: String) throws {
        let found = try Self.findings(of: file).map { finding in
            let suggestion = finding.text(.suggestion).map { " → \($0)" } ?? ""
            return "\(finding.code) \(finding.location.line ?? 0):\(finding.location.column ?? 0)\(suggestion)"
        }
        #expect(found == Self.expected[file], "\(file)")
    }

    @Test("every file of the folder is expected, and every expectation has its file")
    func complete() throws {
        let files = Self.names.filter { !$0.hasSuffix(".overlay.json") && $0 != Self.expectations }
        #expect(!files.isEmpty && files == Self.expected.keys.sorted())
    }

    @Test("every code of the reader is given by one of the files")
    func everyCode() throws {
        let found = Set(try Self.expected.keys.flatMap { try Self.findings(of: $0).map(\.code) })
        let codes =
            CriteriaFinding.allCases.map(\.rawValue) + JSONFinding.allCases.map(\.rawValue)
        // A hundred others are needed for the one; no list of a set has a limit, which is the other.
        let others = [JSONFinding.moreFindings, .tooMany].map(\.rawValue)
        for code in codes where !others.contains(code) { #expect(found.contains(code), "\(code)") }
    }
}
