import Documents
import Words
import Reporting

extension CommandDeclaration {
    static let lists = CommandDeclaration(
        name: "lists",
        summary: Phrase(
            "số liệu đếm từ danh sách hồ sơ, và những gì chưa đạt", "figures counted from lists, and what failed"),
        discussion: Phrase(
            "Với từng số liệu đếm từ danh sách («lists» trong assessment.json): tử số, mẫu số, số dòng chưa đạt (có trong mẫu số mà không có trong tử số; với số liệu càng thấp càng tốt thì là các dòng của tử số), và các thủ tục, thôn, văn bản… có nhiều dòng chưa đạt nhất, theo các cột «groupBy» của tệp mô tả. Dạng csv và json có đủ mọi nhóm; số dòng chưa đạt của các nhóm cộng lại bằng của số liệu. Với --failed-rows, liệt kê từng dòng chưa đạt.",
            "For each figure counted from lists (“lists” in assessment.json): numerator, denominator, the rows that failed (in the denominator but not in the numerator; for metrics of which less is better, those of the numerator), and the procedures, villages or documents with most of them, by the columns in “groupBy” of the profile. The csv and json formats have every group; the failures of the groups add up to those of the figure. With --failed-rows, lists every row that failed."
        ),
        operands: [folder],
        options: [
            .unit, .metric, .failedRows,
            .shownTop(
                Phrase(
                    "chỉ nêu K nhóm chưa đạt nhiều nhất của mỗi cột; các nhóm khác gộp một dòng",
                    "shows only the K groups of each column with most failures; the others share a row")),
            .format, .output, .points, .keepGoing, .delimiter, .decimal, .roundInput,
        ],
        examples: [
            "score-cli lists cham-diem-2026",
            "score-cli lists cham-diem-2026 --unit phuoc-an --metric ho-so-dung-han --failed-rows",
            "score-cli lists cham-diem-2026 --failed-rows --format csv --output chua-dat.csv",
        ])
}

extension OptionDeclaration {
    fileprivate static let metric = OptionDeclaration(
        name: .metric, value: "CODE",
        summary: Phrase("chỉ nêu một số liệu", "shows only one metric"))

    fileprivate static let failedRows = OptionDeclaration(
        name: .failedRows,
        summary: Phrase(
            "liệt kê từng dòng chưa đạt: tệp, số dòng, mã, các cột «groupBy»",
            "lists every row that failed: its file, row, number and the columns in “groupBy”"))
}
