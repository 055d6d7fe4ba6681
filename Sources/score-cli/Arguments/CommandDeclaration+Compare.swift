import Documents
import Words
import Reporting

extension CommandDeclaration {
    static let compare = CommandDeclaration(
        name: "compare",
        summary: Phrase(
            "so sánh hai năm, hai bộ tiêu chí, hai đơn vị, hai bước", "compares two years, editions, units or stages"),
        discussion: Phrase(
            "Tách mức tăng, giảm điểm của từng đơn vị thành bốn bước theo thứ tự: số liệu, tiêu chí, áp dụng, làm tròn; các bước cộng lại đúng bằng tổng thay đổi. Đơn vị được ghép theo mã, hoặc theo cột «kế thừa» của bên sau khi đã sáp nhập. Với --unit, nêu cả hạng trước, hạng sau và tách thay đổi hạng: phần do các đơn vị khác, phần do từng tiêu chí của đơn vị; chỉ nêu lên, xuống bậc giữa hai kỳ liền nhau, cùng khối, cùng các đơn vị, hoặc giữa các đơn vị chung (--common). Với --stages, so sánh điểm tự chấm và điểm thẩm định của một đợt đánh giá và nêu lý do. Với --published, lập bảng đính chính giữa hai lần công bố: điểm, hạng trước và sau, lý do.",
            "Breaks down the change in each unit's points into four steps, in this order: figures, criteria, applicability, rounding; they add up exactly to the total change. Units are matched by code or, after a merger, by the later side's “successor of” column. With --unit, also shows the rank before and after and splits its change into what the others did and what each of the unit's own criteria did; a change of rank is told only between two periods in a row, in the same group and among the same units, or among those that both sides share (--common). With --stages, compares the points of self-assessment and appraisal in one assessment, with the reasons. With --published, makes the table of corrections between two publications: points and places before and after, with the reasons."
        ),
        operands: [
            Operand(
                name: Phrase("TRƯỚC", "BEFORE"),
                summary: Phrase("thư mục của đợt đánh giá trước", "the folder of the earlier assessment"))
        ],
        optionalOperands: [
            Operand(
                name: Phrase("SAU", "AFTER"),
                summary: Phrase(
                    "thư mục của đợt đánh giá sau; không cần khi có --stages hoặc --with",
                    "the folder of the later assessment; not needed with --stages or --with"))
        ],
        options: [
            .unit, .with, .among, .shownGroup,
            .shownTop(
                Phrase(
                    "chỉ nêu K đơn vị có điểm thay đổi nhiều nhất của mỗi khối",
                    "shows only the K units of each group whose points changed most")),
            .commonUnits, .stage, .stages, .published, .comparedBy, .format, .output, .keepGoing,
            .delimiter, .decimal, .encoding, .roundInput,
        ],
        rules: [
            .onOne(.stages), .apart(.stages, .with, .stage, .among, .common, .group, .top),
            .onOne(.published),
            .apart(.published, .unit, .with, .stage, .stages, .among, .common, .group, .top, .by),
            .needs(.with, .unit), .apart(.with, .common), .apart(.unit, .group, .top), UsageRule(CompareCommand.faults),
        ],
        examples: [
            "score-cli compare datasets/tuy-phuoc-2023 datasets/tuy-phuoc-2024",
            "score-cli compare datasets/tuy-phuoc-2023 datasets/tuy-phuoc-2024 --unit phuoc-an --by criterion",
            "score-cli compare datasets/tuy-phuoc-2023 datasets/tuy-phuoc-2024 --unit phuoc-an --common",
            "score-cli compare datasets/tuy-phuoc-2024 --stages self,appraisal",
            "score-cli compare datasets/tuy-phuoc-2024 --unit phuoc-an --with phuoc-loc",
            "score-cli compare cham-diem-2026 --published 1,2 --format csv --output dinh-chinh.csv",
        ])
}

extension OptionDeclaration {
    static let with = OptionDeclaration(
        name: .with, value: "UNIT",
        summary: Phrase(
            "đơn vị của bên sau để so với đơn vị --unit của bên trước",
            "the later side's unit to compare with the earlier side's --unit"))

    static let stages = OptionDeclaration(
        name: .stages, value: "CODE,CODE", form: .stages,
        summary: Phrase(
            "so sánh hai bước của một đợt đánh giá, như self,appraisal (tự đánh giá, thẩm định) hoặc computed,self",
            "compares two stages of one assessment, such as self,appraisal or computed,self"))

    static let published = OptionDeclaration(
        name: .published, value: "N,N", form: .pair, mayLackValue: true,
        summary: Phrase(
            "bảng đính chính giữa hai lần công bố; nếu không ghi số: hai lần cuối",
            "the table of corrections between two publications (default: the last two)"))

    static let comparedBy = OptionDeclaration(
        name: .by, value: "field|criterion", choices: ["field", "criterion"],
        summary: Phrase(
            "nêu từng lĩnh vực hoặc từng tiêu chí; nếu không ghi: lĩnh vực khi có --unit, tiêu chí khi có --stages",
            "shows fields or criteria (default: fields with --unit, criteria with --stages)"))
}
