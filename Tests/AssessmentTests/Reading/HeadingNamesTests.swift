import Assessment
import Scoring
import Testing
import Values

/// Headings may be Vietnamese or English, in any case, with or without diacritics, in any order.
@Suite struct HeadingNamesTests {
    @Test(arguments: [
        "unit;metric;value;numerator;denominator;status;evidence;explanation;note",
        "mã đơn vị;mã số liệu;giá trị;tử số;mẫu số;trạng thái;tài liệu kiểm chứng;giải trình;ghi chú",
        "MÃ ĐƠN VỊ;MÃ SỐ LIỆU;GIÁ TRỊ;TỬ SỐ;MẪU SỐ;TRẠNG THÁI;TÀI LIỆU KIỂM CHỨNG;GIẢI TRÌNH;GHI CHÚ",
        "Ma don vi;Ma tieu chi;Ket qua;Tu so;Mau so;Tinh trang;Tai lieu kiem chung;Giai trinh;Ghi chu",
        " Đơn vị ;Tiêu chí;Giá trị (%);Tử-số;Mẫu_số;Status;Evidence;Explanation;Note",
    ])
    func ofFigures(_ heading: String) throws {
        let rows = "\nh;1.1;90;;;;Báo cáo 12;;\nxa-1;1.1;;9;10;;;Đang hoàn thiện;\nxa-2;1.2;;;;không áp dụng;;;vắng\n"
        let reading = try SmallAssessment(["metrics.csv": heading + rows]).read()
        #expect(reading.briefs == [])
        #expect(reading.figure("h", "1.1") == .value(90))
        #expect(reading.figure("xa-1", "1.1") == .ratio(numerator: 9, denominator: 10))
        #expect(reading.figure("xa-2", "1.2") == .notApplicable)
        #expect(reading.assessment?.remark(unit: 0, metric: "1.1")?.evidence == "Báo cáo 12")
        #expect(reading.assessment?.remark(unit: 1, metric: "1.1")?.explanation == "Đang hoàn thiện")
        #expect(reading.assessment?.remark(unit: 2, metric: "1.2")?.note == "vắng")
    }

    @Test(arguments: [
        "code;name;level;parent", "Mã đơn vị;Tên đơn vị;Cấp;Trực thuộc", "Mã;Tên;CẤP;Đơn vị cấp trên",
        "unit;name;level;parent",
    ])
    func ofUnits(_ heading: String) throws {
        let rows = "\nh;Huyện H;district;\nxa-1;Xã Một;Cấp xã;h\nxa-2;Xã Hai;cap xa;h\n"
        let reading = try SmallAssessment(["units.csv": heading + rows]).read()
        #expect(reading.briefs == [])
        #expect(reading.assessment?.units.map(\.level) == ["district", "commune", "commune"])
        #expect(reading.assessment?.units.map(\.parent) == [nil, "h", "h"])
        #expect(reading.assessment?.units.map(\.name) == ["Huyện H", "Xã Một", "Xã Hai"])
    }
}
