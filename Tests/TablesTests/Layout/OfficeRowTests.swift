import Testing

@testable import Tables

/// What rows of a table are that are no data.
@Suite struct OfficeRowTests {
    @Test(arguments: [
        (["1", "2", "3"], true), (["(1)", "(2)", "(3)"], true), (["A", "B", "1", "2"], true), (["[1]", "[2]"], true),
        (["1", "2", "3=2/1", "4=3*100"], true), (["1", "2", "2a", "3"], true),
        (["(1)", "(2)", "(3)=(2)/(1)x100"], true),
        (["1", "", "2"], true), (["1", "1", "2"], true), (["a", "b", "1"], true), (["1", "3", "4"], false),
        (["2", "3"], false),
        (["1"], false), (["B", "1"], false), (["1", "2", "x"], false), (["1", "2", "99,5"], false),
        (["100", "101"], false),
        (["A", "B"], false),
    ])
    func numbers(_ item: (texts: [String], isNumbering: Bool)) {
        #expect(OfficeRow.isNumbering(item.texts) == item.isNumbering)
    }

    @Test(arguments: [
        ("Tổng cộng", true), ("TỔNG SỐ", true), ("Cộng", true), ("Tổng", true), ("Tổng cộng:", true),
        ("Tong cong", true),
        ("Tổng cộng (I+II)", true), ("Cộng khối xã", true), ("Tổng số 12 đơn vị", true), ("Điểm bình quân", true),
        ("Tỷ lệ % hài lòng", true), ("Tổng điểm", true), ("Tổng cục Thuế", false), ("Công", false),
        ("Xã Công Hòa", false),
        ("Cộng Hòa", false), ("Công an xã", false), ("Tổng hợp", false), ("Trung bình", true), ("Trung Bình Xã", false),
        ("", false),
    ])
    func sums(_ item: (text: String, isSum: Bool)) { #expect(OfficeRow.isSum(item.text) == item.isSum) }

    @Test(arguments: [
        (["I", "Khối sở"], true), (["I. Khối sở"], true), (["IV.", "Các xã"], true), (["A. CÁC SỞ"], true),
        (["Khối xã"], true),
        (["", "Nhóm 1"], true), (["Cụm thi đua số 2"], true), (["I"], false), (["Xã I"], false), (["Xã Một"], false),
        (["xa-9", "Xã Chín"], false), (["Vĩnh Lộc"], false), (["X"], false), (["D2", "x"], false),
    ])
    func parts(_ item: (texts: [String], isSection: Bool)) {
        #expect(OfficeRow.isSection(item.texts) == item.isSection)
    }

    @Test(arguments: [
        ("Người lập biểu", true), ("NGƯỜI LẬP", true), ("TM. ỦY BAN NHÂN DÂN", true), ("KT. CHỦ TỊCH", true),
        ("Nơi nhận:", true),
        ("- Như trên;", true), ("- Lưu: VT, NV.", true), ("(Ký, ghi rõ họ tên)", true),
        ("Cà Mau, ngày 05 tháng 12 năm 2025", true), ("……, ngày … tháng … năm 2025", true),
        ("Ghi chú: số liệu tạm tính", true),
        ("Giám đốc", true), ("Xã Chủ Tịch", false), ("Báo cáo ngày 5/12", false), ("Giám sát", false), ("", false),
    ])
    func belowTheTable(_ item: (text: String, isClosing: Bool)) {
        #expect(OfficeRow.isClosing(item.text) == item.isClosing)
    }
}
