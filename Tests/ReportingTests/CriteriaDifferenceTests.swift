import Documents
import Foundation
import Scoring
import Testing
import Values

@testable import Reporting

struct CriteriaDifferenceTests {
    private func difference(_ language: Language) throws -> CriteriaDifference {
        try CriteriaDifference(
            from: Samples.set(Samples.criteria), to: Samples.set(CriteriaSamples.later), in: language)
    }

    @Test func everyKindOfChangeIsTold() throws {
        let lines = try difference(.vi).changes.map { change in
            let code = [change.oldCode, change.code].compactMap(\.self).joined(separator: "→")
            let (name, before, after) = (change.name.text(.vi), change.before.text(.vi), change.after.text(.vi))
            return "\(change.kind) \(code.isEmpty ? name : code): \(before) | \(after)"
        }
        let expected = [
            "settings Phiên bản: 2024 | 2025", "settings Năm áp dụng: 2024 | 2025-2026",
            "settings Nguồn điểm tối đa: Điểm tối đa là giả định, không do văn bản quy định; lấy theo: Quyết định 2; "
                + "Bảng 1. | theo văn bản: Quyết định 3",
            "settings Điểm tối đa: 5,25 | 5,5",
            "settings Làm tròn: điểm: 2 chữ số thập phân, nửa làm tròn ra xa 0, ở từng tiêu chí chấm điểm; "
                + "chỉ số: 2 chữ số thập phân, nửa làm tròn ra xa 0 | điểm: 2 chữ số thập phân, nửa làm tròn ra xa 0, "
                + "ở từng tiêu chí chấm điểm; chỉ số: 1 chữ số thập phân, làm tròn xuống",
            "settings Xếp hạng: đồng hạng xếp 1, 2, 2, 4; độ phủ từ 0 % trở lên mới xếp hạng | đồng hạng xếp "
                + "1, 2, 2, 3; độ phủ từ 80 % trở lên mới xếp hạng; phân định bằng điểm của 1",
            "settings Mức trần điểm thưởng, điểm trừ:  | thưởng tối đa 2 điểm",
            "settings Xếp loại và khống chế: Tốt ≥ 80 %, Khá ≥ 0 % | Tốt ≥ 85 %, Khá ≥ 0 %",
            "settings Giả định của bộ tiêu chí: Mọi quy tắc là giả định. | ",
            "relations 1.1.numerator ≤ 1.1.denominator:  | tử số 1.1 ≤ mẫu số 1.1",
            "objectives M1:  | M1. Chỉ số: Nhóm 5 đầu (Kế hoạch 1; Phần I)", "added 2.1:  | 0,5", "removed 1.10: 1 | ",
            "moved 2.1→2.2: 2.1 | 2.2", "renamed 2: Hài lòng | Ý kiến người dân", "points 1: 2,25 | 2",
            "points 1.1: 1,25 | 2", "points 2: 3 | 3,5",
            "rules 1.1: điểm = điểm tối đa × giá trị ÷ 100; dưới 80 % không có điểm; trên 99 % được điểm tối đa | "
                + "điểm = điểm tối đa × giá trị ÷ 100; dưới 80 % không có điểm; từ 98 % trở lên được điểm tối đa",
            "targets 1.1: Trên 99% hồ sơ đúng hạn (> 99 %) | Từ 98% hồ sơ đúng hạn (≥ 98 %)",
            "levels 1.1: cấp huyện, cấp xã | cấp huyện",
            "agencies 1.1:  | Theo dõi: Phòng Nội vụ; Chủ trì: Các xã",
            "measures 2.1→2.2: Tỷ lệ hài lòng: tỷ lệ %; từ 0 đến 100; bước 0,01; cao hơn là tốt hơn | "
                + "Tỷ lệ rất hài lòng: tỷ lệ %; từ 0 đến 100; bước 0,01; cao hơn là tốt hơn",
            "notApplicable 1.1:  | không tính vào điểm và điểm tối đa", "task 2.1→2.2:  | Báo cáo khảo sát",
            "evidence 1.1: Báo cáo hồ sơ | Báo cáo hồ sơ; Sổ theo dõi",
        ]
        #expect(lines == expected)
        let kinds = try Set(difference(.vi).changes.map(\.kind))
        // Parts of the points, which no edition here has, are tried below.
        #expect(kinds == Set(CriteriaDifference.Kind.allCases).subtracting([.part]))
    }

    @Test func partsOfThePointsAreTold() throws {
        let parts = #""parts": [{"code": "tham-dinh", "name": "Thẩm định"}, {"code": "dieu-tra", "name": "Điều tra"}],"#
        let text = Samples.criteria.replacing(#""criteria": ["#, with: parts + #" "criteria": ["#)
            .replacing(#""maximum": 2.25}"#, with: #""maximum": 2.25, "part": "tham-dinh"}"#)
            .replacing(
                #""en": "Satisfaction"}, "maximum": 3}"#,
                with: #""en": "Satisfaction"}, "maximum": 3, "part": "dieu-tra"}"#)
        let changes = try CriteriaDifference(
            from: Samples.set(Samples.criteria), to: Samples.set(text), in: .vi
        ).changes.filter { $0.kind == .part }
        let lines = changes.map { "\($0.code ?? ""): \($0.before.text(.vi)) | \($0.after.text(.vi))" }
        #expect(lines.contains("1:  | Thẩm định") && lines.contains("2:  | Điều tra"), "\(lines)")
    }

    /// Until it is settled what is measured, nothing is, and no placeholder is shown in its place.
    @Test func whatWasOpenHadNoFigure() throws {
        let open = Samples.criteria.replacing(
            #""metrics": [{"name": "Có kế hoạch", "kind": "yesNo", "direction": "higher"}], "rule": {"kind": "yesNo"}"#,
            with: #""toSettle": [{"text": "Tùy mức độ", "reason": "unknownWords"}]"#)
        let changes = try CriteriaDifference(from: Samples.set(open), to: Samples.set(Samples.criteria), in: .vi)
            .changes
        let lines = changes.map { "\($0.kind): \($0.before.text(.vi)) | \($0.after.text(.vi))" }
        #expect(
            lines == [
                "rules: chưa thống nhất cách chấm | có thì được điểm tối đa, không thì không có điểm",
                "measures:  | Có kế hoạch: có hoặc không; cao hơn là tốt hơn",
            ])
    }

    @Test func anEditionDoesNotDifferFromItself() throws {
        let set = try Samples.set(Samples.criteria)
        let difference = CriteriaDifference(from: set, to: set, in: .vi)
        #expect(difference.changes.isEmpty)
        #expect(difference.text(as: .md, in: .vi) == "# mau 2024 → mau 2024\n\nKhông có khác biệt.\n")
        #expect(difference.text(as: .md, in: .en) == "# mau 2024 → mau 2024\n\nNo difference.\n")
    }

    @Test func changesAreGroupedByKind() throws {
        let text = try difference(.en).text(as: .md, in: .en)
        let expected = """
            ## Added (1)

            | Code | Criterion | Maximum |
            | --- | --- | ---: |
            | 2.1 | Góp ý | 0.5 |

            ## Removed (1)

            | Code | Criterion | Maximum |
            | --- | --- | ---: |
            | 1.10 | Has a plan | 1 |

            ## Moved to another code (1)

            | Code | Criterion | Before | After |
            | --- | --- | --- | --- |
            | 2.2 | Survey | 2.1 | 2.2 |

            ## Renamed (1)

            | Code | Criterion | Before | After |
            | --- | --- | --- | --- |
            | 2 | Opinions | Satisfaction | Opinions |
            """
        #expect(text.contains(expected))
    }

    @Test func tablesAndJSONHoldEveryChange() throws {
        let difference = try difference(.en)
        let changes = difference.changes
        let rows = difference.text(as: .csv, in: .en).split(separator: "\n")
        #expect(rows.count == 1 + changes.count)
        #expect(rows[0] == "Change,Code,Old code,Name,Before,After")
        #expect(rows.contains("Moved to another code,2.2,2.1,Survey,2.1,2.2"))
        let document = try JSONDocument(file: "out.json", bytes: Array(difference.json(in: .en).utf8))
        let reader = JSONReader(document)
        let root = try #require(reader.object(document.root, named: "root"))
        #expect(root.objects("changes").map { $0.text("kind") } == changes.map(\.kind.rawValue))
    }

    /// A moved leaf takes the codes of its measures and metrics along: nothing but its place has changed.
    @Test func movedMeasuresAreTheSame() throws {
        func set(_ code: String, rule: String = #"{"kind": "task", "late": {"share": 50}}"#) throws -> CriteriaSet {
            let leaf = """
                {"code": "1.1", "name": "Khảo sát", "maximum": 1, "source": {"row": "1"},
                 "levels": ["district", "commune"], "measures": [
                  {"code": "1.1.a", "name": "Ý một", "weight": 2, "rule": {"kind": "yesNo"},
                   "metrics": [{"name": "Có sổ", "kind": "yesNo", "direction": "higher"}]},
                  {"code": "1.1.b", "name": "Ý hai", "rule": \(rule), "notApplicable": {"convention": "fullPoints"},
                   "metrics": [{"name": "Có bảng", "kind": "task", "direction": "higher"}]}]}
                """
            let head = Samples.criteria.prefix(
                upTo: try #require(Samples.criteria.range(of: "\"criteria\":")).lowerBound)
            let field = #"{"code": "1", "name": "Một", "maximum": 1}"#
            return try Samples.set(
                head + "\"criteria\": [\(field), \(leaf.replacing("\"1.1", with: "\"" + code))]}")
        }
        let moved = try CriteriaDifference(from: set("1.1"), to: set("1.2"), in: .vi)
        #expect(moved.changes.map(\.kind) == [.moved])
        let other = try CriteriaDifference(
            from: set("1.1"),
            to: set("1.1", rule: #"{"kind": "task", "late": {"share": 40}}"#), in: .en)
        let changes = other.changes
        #expect(changes.map(\.kind) == [.rules])
        #expect(
            changes.first?.after.text(.en) == """
                weighted mean of the measures that apply: a × 2, b × 1
                a: the maximum for yes, nothing for no
                b: the maximum when done in time; 40 % of the maximum when late; nothing when not done
                """)
    }
}
