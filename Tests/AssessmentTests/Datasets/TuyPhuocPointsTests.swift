import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// The assumed points of Tuy Phước: maxima of fields as published for provinces, divided within a field.
@Suite struct TuyPhuocPointsTests {
    private let edition: CriteriaSet

    init() throws {
        edition = try Repository.criteria("criteria/tuy-phuoc/2023-2025.json")
    }

    /// Maxima of decision 2948 in quarters of a point: 10, 10, 14.5, 11, 16, 7, 16, 15.5.
    private static let quarters = [40, 40, 58, 44, 64, 28, 64, 62]

    @Test func fieldMaxima() {
        #expect(edition.fields.map { $0.maximum.text() } == ["10", "10", "14.5", "11", "16", "7", "16", "15.5"])
        #expect(edition.maximum == 100)
    }

    /// Equal steps of 0.25, with the remainder going to the first leaves in code order.
    @Test(arguments: 0..<8)
    func leavesShareTheirFieldEqually(_ field: Int) {
        let code = edition.fields[field].code
        let leaves = edition.criteria.filter { $0.leaf != nil && $0.code.hasPrefix(code + ".") }
        let (each, surplus) = Self.quarters[field].quotientAndRemainder(dividingBy: leaves.count)
        let expected = leaves.indices.map { each + ($0 < surplus ? 1 : 0) }
        #expect(leaves.map { Int($0.maximum.mantissa / 250_000) } == expected)
        #expect(leaves.allSatisfy { $0.maximum.mantissa % 250_000 == 0 })
    }

    @Test func theyAreSaidToBeAssumed() throws {
        #expect(edition.points.basis == .assumed)
        #expect(edition.points.source.document.contains("2948/QĐ-BNV"))
        #expect(try !#require(edition.points.reason).vi.isEmpty)
        #expect(edition.criteria.allSatisfy { $0.leaf?.points == nil })
    }
}
