import Documents
import Reporting

extension CommandDeclaration {
    static let report = CommandDeclaration(
        name: "report",
        summary: Phrase(
            "lập các trang cho trình duyệt, sổ Excel kết quả, các văn bản (Word), hoặc toàn bộ dữ liệu",
            "writes pages for a browser, the workbook of results, official documents (Word), or all data"),
        discussion: Phrase(
            "--output TÊN (không đuôi) lập một thư mục trang: index.html cho mọi đơn vị và mỗi đơn vị một tệp; mỗi trang tự đủ, mở không cần mạng, thử phương án ngay trong trình duyệt. xlsx: trang xếp hạng, trang điểm của mọi đơn vị theo tiêu chí, mỗi đơn vị một trang; điểm tổng là công thức. json: toàn bộ điểm, giải thích, số liệu, mất điểm, hạng, khảo sát. --document self lập báo cáo tự đánh giá của từng đơn vị theo thể thức Nghị định 30/2020/NĐ-CP: bảng điểm, giải trình tiêu chí thiếu tài liệu kiểm chứng, khó khăn, kiến nghị (từ remarks.csv), phụ lục số liệu. appraisal: biên bản thẩm định; matrix: điểm của mọi đơn vị theo tiêu chí và bước; publication: bảng công bố; notices: thông báo kết quả cho từng đơn vị. Với self và notices, không có --unit thì mỗi đơn vị một tệp trong thư mục của --output.",
            "--output NAME (without a suffix) writes a folder of pages: index.html for all units and a file for each; every page stands for itself, opens without a network, and tries changes in the browser. xlsx: a sheet of ranks, one of all units by criterion, one for each unit; sums are formulas. json: all points, explanations, figures, losses, places and the survey. --document self writes a unit's self-assessment report in the layout of decree 30/2020: points, criteria that lack evidence, difficulties and proposals (from remarks.csv), the figures as an annex. appraisal: the minutes of the appraisal; matrix: the points of all units by criterion and stage; publication: the table of a publication; notices: the notice of its result for each unit. For self and notices, without --unit there is a file a unit in the folder of --output."
        ),
        operands: [folder],
        options: [
            OptionDeclaration(
                name: .document, value: (DocumentKind.allCases.map(\.rawValue) + ["evidence"]).joined(separator: "|"),
                choices: DocumentKind.allCases.map(\.rawValue) + ["evidence"],
                summary: Phrase(
                    "văn bản cần lập: báo cáo tự đánh giá, biên bản thẩm định, bảng điểm theo bước, bảng công bố, thông báo kết quả, mục lục tài liệu kiểm chứng (với --pack thì kèm các tệp)",
                    "the document: self-assessment report, minutes of the appraisal, points by stage, table of a publication, notices of results, index of evidence (with --pack together with the files)"
                )),
            OptionDeclaration(
                name: .number, value: "N", form: .whole(1...1_000_000),
                summary: Phrase(
                    "lần công bố, với --document publication; nếu không ghi: lần cuối",
                    "the publication, with --document publication (default: the last)")),
            OptionDeclaration(
                name: .pack, value: "ZIP", writesFile: true,
                summary: Phrase(
                    "với --document evidence: gói .zip gồm mục lục và các tệp, đánh số theo tiêu chí",
                    "with --document evidence: a .zip with the index and the files, numbered by criterion")),
            .unit, .shownGroup, .stage,
            OptionDeclaration(
                name: .format, letter: "f", value: "html|json|xlsx|docx|md",
                choices: ["html", "json", "xlsx", "docx", "md"],
                summary: Phrase(
                    "dạng kết quả; nếu không ghi: theo đuôi của --output (không đuôi: html), hoặc docx với --document (xlsx với matrix), json khi không có",
                    "the output format (default: by the suffix of --output, html without one; docx with --document, xlsx for matrix, json without)"
                )),
            OptionDeclaration(
                name: .output, letter: "o", value: "FILE", writesFile: true,
                summary: Phrase(
                    "tệp kết quả (ghi trọn vẹn hoặc không ghi); với --document của nhiều đơn vị: một thư mục mới",
                    "the file, written whole or not at all; for documents of several units, a new folder")),
            OptionDeclaration(
                name: .peers, value: EngineInput.Peers.allCases.map(\.rawValue).joined(separator: "|"),
                choices: EngineInput.Peers.allCases.map(\.rawValue),
                summary: Phrase(
                    "trang của một đơn vị biết gì về các đơn vị khác khi thử phương án: không gì, điểm tổng (mặc định), hay mọi số liệu",
                    "what a unit's page knows of others when changes are tried: nothing, their totals (default), or all figures"
                )),
            .on, .expect, .points, .keepGoing, .delimiter, .decimal, .encoding, .roundInput,
        ],
        rules: [.apart(.unit, .group), UsageRule(ReportCommand.faults)],
        examples: [
            "score-cli report datasets/tuy-phuoc-2024 --output bao-cao",
            "score-cli report datasets/tuy-phuoc-2024 --output ket-qua.xlsx",
            "score-cli report datasets/tuy-phuoc-2024 --document self --unit tt-tuy-phuoc --output bao-cao.docx",
            "score-cli report datasets/tuy-phuoc-2024 --document self --output tu-danh-gia",
            "score-cli report cham-diem-2026 --document appraisal --stage appraisal --output bien-ban.docx",
            "score-cli report cham-diem-2026 --document evidence --pack minh-chung.zip --unit phuoc-an",
        ])

    static let open = CommandDeclaration(
        name: "open",
        summary: Phrase(
            "mở báo cáo của một thư mục trong trình duyệt", "opens the report of a folder in the browser"),
        discussion: Phrase(
            "Ghi các trang vào một thư mục tạm mới, mở bằng trình duyệt (xdg-open, open) và in đường dẫn. Trang tự đủ, không cần mạng. Muốn giữ báo cáo thì dùng report --output.",
            "Writes the pages into a new temporary folder, opens them in the browser (xdg-open, open), and prints the path. Pages stand for themselves and need no network. To keep a report, use report --output."
        ),
        operands: [folder],
        options: [.unit, .stage, .on, .points, .keepGoing, .delimiter, .decimal, .encoding, .roundInput],
        examples: [
            "score-cli open datasets/tuy-phuoc-2024", "score-cli open datasets/tuy-phuoc-2024 --unit phuoc-an",
        ])
}
