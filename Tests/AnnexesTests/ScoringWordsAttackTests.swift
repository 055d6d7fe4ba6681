import Scoring
import Testing
import Values

@testable import Annexes

/// Words that look like usual ones and say something else: a rule made of them would be wrong.
@Suite struct ScoringWordsAttackTests {
    struct Trap: Sendable, CustomTestStringConvertible {
        var maximum: String
        var words: String
        init(_ maximum: String, _ words: String) { (self.maximum, self.words) = (maximum, words) }
        var testDescription: String { words }
    }

    @Test(
        "no rule is read",
        arguments: [
            // A second condition, however it is joined.
            Trap("1", "Từ 90% trở lên, có báo cáo: 1; dưới 90%: 0"),
            Trap("1", "Từ 90% trở lên (có minh chứng): 1; dưới 90%: 0"),
            Trap("1", "Từ 90% trở lên đúng thời hạn: 1; dưới 90%: 0"),
            Trap("1", "Nộp đúng hạn, đạt từ 90% trở lên: 1; đạt dưới 90%: 0"),
            Trap("1", "Từ 90% trở lên kèm báo cáo: 1; dưới 90%: 0"),
            Trap("1", "Đạt 100%: 1; dưới 100%: 0; trong đó nếu có hồ sơ quá hạn thì không được điểm"),
            Trap("1", "Đạt 100%: 1; dưới 100%: 0. Ghi chú: không tính điểm nếu báo cáo chậm"),
            Trap("1", "Có kế hoạch và báo cáo: 1; không có: 0"),
            Trap("1", "Có kế hoạch, báo cáo: 1; không có kế hoạch, báo cáo: 0"),
            Trap("1", "Có đầy đủ văn bản: 1; không có: 0"),
            Trap("1", "Ban hành đúng hạn: 1; không ban hành: 0"),
            // Points are taken only where "trừ" says it of the number.
            Trap("2", "Mỗi sáng kiến được 0,5 điểm (trừ sáng kiến cấp xã)"),
            Trap("2", "Mỗi hồ sơ đúng hạn, trừ hồ sơ rút, được 0,5 điểm"),
            Trap("2", "Mỗi 10% giảm trừ 0,5 điểm"),
            Trap("2", "Cứ tăng 1% được cộng 0,1 điểm"),
            Trap("1", "Mỗi tuần chậm trừ 0,25 điểm"),
            Trap("1", "Mỗi đơn vị đạt 100% được 0,5 điểm; dưới 100%: 0"),
            Trap("2", "Đạt yêu cầu: 2 điểm; mỗi hồ sơ trễ hạn trừ 0,25"),
            Trap("2", "Từ 90% trở lên: 2 điểm. Cứ giảm 1% trừ 0,1 điểm"),
            Trap("1", "Mỗi đơn vị đạt được 0,5 điểm; mỗi đơn vị không đạt trừ 0,25 điểm"),
            // Ratios that are not the plain one.
            Trap("2", "Từ 90% trở lên: 2; dưới 90%: tính theo tỷ lệ"),
            Trap("2", "Tính theo tỷ lệ nghịch"),
            Trap("2", "Tính điểm theo tỷ lệ hồ sơ trễ hạn"),
            Trap("2", "Điểm = Điểm tối đa × (100% - tỷ lệ hồ sơ trễ hạn)"),
            Trap("2", "Điểm = (Tỷ lệ - 50%) × điểm tối đa"),
            Trap("2", "Điểm = Tỷ lệ/90% × điểm tối đa"),
            Trap("2", "Vượt 100% kế hoạch: 2; đạt 100%: 1; dưới 100%: 0"),
            // Changes, amounts and indices are no percentages and no counts.
            Trap("1", "Tăng từ 10% trở lên: 1; tăng dưới 10%: 0"),
            Trap("1", "Giảm từ 10% trở lên: 1; giảm dưới 10%: 0"),
            Trap("1", "Tăng: 1; bằng: 0,5; giảm: 0"),
            Trap("1", "Tăng so với năm trước: 1; không tăng: 0"),
            Trap("1", "Từ 100 triệu đồng trở lên: 1; từ 50 đến 99 triệu đồng: 0,5; dưới 50 triệu đồng: 0"),
            Trap("1", "Từ 2 tỷ trở lên: 1; dưới 2 tỷ: 0"),
            Trap("1", "Đạt từ 90 điểm trở lên: 1; dưới 90 điểm: 0"),
            Trap("1", "Từ 90 trở lên: 1; dưới 90: 0"),
            Trap("1", "Chậm dưới 2 tuần: 1; chậm từ 2 tuần trở lên: 0"),
            // Bounds.
            Trap("1", "Quá 3 hồ sơ: 0; không quá 3 hồ sơ: 0,5; không có hồ sơ: 1"),
            Trap("1", "Khoảng 90%: 1; dưới 90%: 0"),
            Trap("1", "Gần 100%: 1; dưới 90%: 0"),
            Trap("1", "Từ 90% đến 100%: 1; từ 80% đến 90%: 0,5; dưới 80%: 0"),
            Trap("1", "Từ 90% trở lên: 1; từ 80% đến 89%: 0,5; dưới 80%: 0"),
            Trap("1", "Đạt 100%: 1; đạt dưới 100%: 0,5; đạt dưới 50%: 0"),
            Trap("1", "Trên 90% trở lên: 1; từ 90% trở xuống: 0"),
            Trap("1", "100%: 1; dưới 100%: 0,5; không thực hiện: 0"),
            Trap("1", "Từ 1.000 hồ sơ trở lên: 1; dưới 1.000 hồ sơ: 0"),
            // Days.
            Trap("1", "Ban hành trước ngày 15/01: 1; sau ngày 15/01: 0,5; không ban hành: 0"),
            Trap("1", "Trong tháng 1: 1; trong tháng 2: 0,5; còn lại: 0"),
            Trap("1", "Chậm không quá 5 ngày: 0,5; đúng hạn: 1; chậm trên 5 ngày: 0"),
            // Places and degrees are no counts.
            Trap("1", "Xếp hạng từ 1 đến 3: 1; còn lại: 0"),
            Trap("1", "Hạng 1: 1; hạng 2: 0,5; hạng 3: 0,25; còn lại: 0"),
            Trap("1", "Cấp độ 3 trở lên: 1; dưới cấp độ 3: 0"),
            Trap("1", "Bình quân từ 2 sáng kiến trở lên: 1; dưới 2 sáng kiến: 0"),
            Trap("2", "0,5 điểm/mô hình/năm"),
            Trap("1", "Ban hành kịp thời, đầy đủ: 1; ban hành không kịp thời: 0,5; không ban hành: 0"),
            Trap("1", "Ban hành đầy đủ kịp thời: 1; không kịp thời: 0,5; không ban hành: 0"),
            Trap("10", "A/B x 10; A: số việc đã làm; B: tổng số việc; A không tính việc quá hạn"),
            // Degrees.
            Trap("1", "Tốt: 1; khá: 0,5; trung bình: 0"),
            Trap("1", "Đạt: 1; đạt một phần: 0,5; không đạt: 0"),
            Trap("1", "Đạt: từ 0,5 đến 1 điểm; không đạt: 0"),
            Trap("1", "Đạt: 1; không đạt: 0; tùy mức độ trừ điểm"),
            Trap("1", "Từ 90% trở lên: 1 điểm/đơn vị; dưới 90%: 0"),
            Trap("1", "Hồ sơ trực tuyến từ 80% trở lên: 1; hồ sơ số hóa dưới 80%: 0"),
            Trap("2", "Từ 80% trở lên một trong hai chỉ tiêu: 1; cả hai: 2; còn lại: 0"),
        ])
    func trap(trap: Trap) throws {
        let found = RuleText.of(ScoringWords.read(trap.words, maximum: try FixedDecimal(trap.maximum)))
        #expect(ScoringWords.Doubt(rawValue: found) != nil, "\(found)")
    }
}
