import Testing

@testable import Annexes

struct AnnexTitleTests {
    /// Who issues a decision stands in capitals above the title as well, with the motto beside it.
    @Test(arguments: [
        ["UBND TỈNH MẪU", "BỘ TIÊU CHÍ CẢI CÁCH HÀNH CHÍNH NĂM 2026"],
        [
            "ỦY BAN NHÂN DÂN TỈNH MẪU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
            "BỘ TIÊU CHÍ CẢI CÁCH HÀNH CHÍNH NĂM 2026",
        ],
        ["UBND TỈNH MẪU", "PHỤ LỤC", "BỘ TIÊU CHÍ CẢI CÁCH HÀNH CHÍNH NĂM 2026"],
    ])
    func letterheadIsNoTitle(lines: [String]) {
        let title = AnnexTitle(lines)
        #expect(title.name == "BỘ TIÊU CHÍ CẢI CÁCH HÀNH CHÍNH NĂM 2026")
        #expect(title.years == 2026...2026)
    }

    @Test func letterheadAlone() {
        #expect(AnnexTitle(["UBND TỈNH MẪU", "Kế hoạch công tác"]).name == nil)
    }
}
