import Assessment
import Scoring
import TestSupport
import Testing
import Values

/// Targets of Tuy Phước: the official wording verbatim, and the number in it with the comparison that it means.
@Suite struct TuyPhuocTargetsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var measure: String
        /// An excerpt of the official wording.
        var words: String
        var comparison: Comparison
        var value: String

        init(_ measure: String, _ words: String, _ comparison: Comparison, _ value: String) {
            self.measure = measure
            self.words = words
            self.comparison = comparison
            self.value = value
        }

        var testDescription: String { "\(measure) \(comparison.rawValue) \(value)" }
    }

    static let cases = [
        Case("1.1", "Hoàn thành 100%", .atLeast, "100"), Case("1.3.1", "từ 30% trở lên", .atLeast, "30"),
        Case("1.5", "ít nhất 01 sáng kiến", .atLeast, "100"), Case("3.3.2", "Trên 90%", .above, "90"),
        Case("3.3.3", "Đạt 30 TTHC", .atLeast, "30"), Case("3.3.4", "Đạt 15 TTHC", .atLeast, "15"),
        Case("3.4.1", "Trên 99%", .above, "99"), Case("3.4.2", "Trên 99%", .above, "99"),
        Case("3.4.3", "100% hồ sơ TTHC trễ hẹn", .atLeast, "100"), Case("3.4.4", "Trên 80%", .above, "80"),
        Case("4.1.3", "giảm 10%", .atMost, "-10"), Case("4.2.1", "không vượt quá", .atMost, "100"),
        Case("4.2.2", "không vượt quá", .atMost, "100"), Case("6.2.3", "Từ 85%", .atLeast, "85"),
        Case("6.3.4", "giảm 10%", .atMost, "-10"), Case("7.3.3.a", "tối thiểu 20%", .atLeast, "20"),
        Case("7.3.3.b", "tối thiểu 15%", .atLeast, "15"), Case("7.3.5", "Trên 80%", .above, "80"),
        Case("8.1.1.a", "từ 90% trở lên", .atLeast, "90"), Case("8.1.2.e", "từ 90% trở lên", .atLeast, "90"),
        Case("8.2", "tăng hơn so với năm trước", .above, "0"), Case("8.3.1", "tăng hơn so với năm trước", .above, "0"),
        Case("8.4", "100% các chỉ tiêu", .atLeast, "100"),
    ]

    @Test(arguments: cases)
    func comparisonIsWhatTheWordsSay(_ item: Case) throws {
        let edition = try Repository.criteria("criteria/tuy-phuoc/2023-2025.json")
        let targets = edition.criteria.flatMap { criterion in
            (criterion.leaf?.measures ?? []).filter { $0.code == item.measure }.map {
                $0.target ?? criterion.leaf?.target
            }
        }
        #expect(targets.count == 1)
        let target = try #require(targets.first ?? nil)
        #expect(target.text.contains(item.words))
        #expect(target.bound == Bound(item.comparison, exact(item.value)))
    }
}
