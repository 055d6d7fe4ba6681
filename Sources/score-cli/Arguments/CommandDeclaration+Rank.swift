import Documents
import Words
import Reporting
import Scoring
import Values

extension CommandDeclaration {
    static let rank = CommandDeclaration(
        name: "rank",
        summary: Phrase("xếp hạng các đơn vị trong khối", "ranks the units within their group"),
        discussion: Phrase(
            "Xếp hạng theo chỉ số chung, một lĩnh vực hoặc một tiêu chí, trên số đầy đủ, theo cách của bộ tiêu chí khi bằng nhau. Đơn vị chưa đủ độ phủ được liệt kê riêng với lý do. Với --unit, nêu điểm mạnh, điểm yếu của một đơn vị so với nhóm. --errors cho biết sai số chuẩn của số liệu khảo sát; khi đó mỗi hạng có một khoảng. --robust xem hạng đổi ra sao khi điểm tối đa thay đổi. Với --all, xếp hạng nhiều đợt đánh giá.",
            "Ranks by the total index, a field or a criterion, on unrounded numbers, with the edition's rule for ties. Units with too little coverage are listed separately with the reason. With --unit, shows the strengths and weaknesses of one unit compared with its group. --errors supplies standard errors of survey figures; every place then has a range. --robust shows how places change when maximum points change. With --all, ranks several assessments."
        ),
        operands: [folder], repeatsLastOperand: true,
        options: [
            OptionDeclaration(
                name: .by, value: "total|CODE",
                summary: Phrase(
                    "mã lĩnh vực hoặc tiêu chí dùng để xếp hạng; nếu không ghi: total (chỉ số chung)",
                    "the code of the field or criterion to rank by (default: total)")),
            OptionDeclaration(
                name: .group, value: "GROUP",
                summary: Phrase(
                    "chỉ xếp hạng một khối (mã hoặc tên); với --among, một đơn vị cấp trên hoặc một cấp; với --among all, chỉ nêu các đơn vị của khối đó, hạng giữa mọi đơn vị",
                    "ranks only one group (code or name); with --among, one parent or level; with --among all, shows that group's units only, with their places among all"
                )),
            .among, .commonUnits,
            OptionDeclaration(
                name: .ties, value: "RULE", choices: RankingPolicy.Ties.allCases.map(\.rawValue),
                summary: Phrase(
                    "hạng khi bằng nhau, thay cho bộ tiêu chí: standard 1-2-2-4, dense 1-2-2-3, modified 1-3-3-4, average 1-2,5-2,5-4",
                    "places of tied units, instead of the edition's rule: standard 1-2-2-4, dense 1-2-2-3, modified 1-3-3-4, average 1-2.5-2.5-4"
                )),
            .unit,
            OptionDeclaration(
                name: .top, value: "K", form: .whole(1...1_000_000),
                summary: Phrase(
                    "nêu các đơn vị có thể thuộc K hạng đầu", "lists the units that may be among the first K")),
            OptionDeclaration(
                name: .errors, value: "FILE",
                summary: Phrase(
                    "bảng sai số chuẩn của số liệu: đơn vị, số liệu, sai số chuẩn",
                    "a table of standard errors of figures: unit, metric, standard error")),
            OptionDeclaration(
                name: .confidence, value: "LEVEL",
                form: .share(
                    FixedDecimal(mantissa: 500_000)...FixedDecimal(mantissa: 999_000),
                    usual: FixedDecimal(mantissa: 950_000)),
                summary: Phrase(
                    "độ tin cậy của khoảng hạng, từ 0.5 đến 0.999; nếu không ghi: 0.95",
                    "the confidence level of rank ranges, from 0.5 to 0.999 (default: 0.95)")),
            OptionDeclaration(
                name: .draws, value: "N", form: .whole(0...100_000),
                summary: Phrase(
                    "số lần rút lại số liệu theo sai số (đến 100000); 0: không tính sai số; nếu không ghi: 2000",
                    "how often figures are drawn within their errors (up to 100000); 0 leaves errors out (default: 2000)"
                )),
            OptionDeclaration(
                name: .robust, value: "N", form: .whole(1...10_000),
                summary: Phrase(
                    "đổi ngẫu nhiên điểm tối đa ±25 % N lần (đến 10000), và bỏ lần lượt từng lĩnh vực, tiêu chí",
                    "varies maximum points at random by ±25 % N times (up to 10000), and leaves out each field and criterion in turn"
                )),
            OptionDeclaration(
                name: .seed, value: "N", form: .whole(0...1_000_000_000_000),
                summary: Phrase(
                    "hạt giống của mọi phép rút ngẫu nhiên; nếu không ghi: 1",
                    "the seed of all random draws (default: 1)")),
            OptionDeclaration(
                name: .all,
                summary: Phrase(
                    "xếp hạng mọi thư mục được ghi, lần lượt từng đợt đánh giá",
                    "ranks all folders listed, one assessment after the other")),
            .stage, .format, .output, .points, .keepGoing, .delimiter, .decimal, .encoding, .roundInput,
        ],
        rules: [.apart(.all, .unit, .errors), UsageRule(RankCommand.faults)],
        examples: [
            "score-cli rank datasets/tuy-phuoc-2024",
            "score-cli rank datasets/tuy-phuoc-2024 --by 3 --group xa-thi-tran",
            "score-cli rank datasets/tuy-phuoc-2024 --unit phuoc-an", "score-cli rank datasets/papi-2021 --robust 1000",
            "score-cli rank --all datasets/tuy-phuoc-2023 datasets/tuy-phuoc-2024 --format csv",
        ])
}
