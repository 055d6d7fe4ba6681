import Documents
import Words
import Reporting
import Survey
import Values

extension CommandDeclaration {
    private static let answers = Operand(
        name: Phrase("TỆP", "FILE"),
        summary: Phrase(
            "tệp câu trả lời (CSV, có thể nén gzip; «-» là luồng nhập chuẩn)",
            "a file of answers (CSV, optionally gzipped; “-” is standard input)"))

    /// `survey` and the commands of its group.
    static let surveys: [CommandDeclaration] = [
        survey, surveyInit, surveyCheck, surveyProgress, sampleSize, surveyTally, surveyMerge, surveySQL,
    ]

    static let survey = CommandDeclaration(
        name: "survey",
        summary: Phrase("chỉ số hài lòng từ khảo sát, với sai số", "satisfaction indices from a survey, with errors"),
        discussion: Phrase(
            "Tính chỉ số theo đơn vị, nhóm, yếu tố từ các phiếu trả lời, kèm sai số chuẩn, khoảng tin cậy, hệ số thiết kế theo đúng cách chọn mẫu, và phân bố câu trả lời. Dòng không dùng được được đếm và nêu vị trí.",
            "Computes indices by unit, block and factor from the answers, with standard errors, confidence intervals and design effects according to the sampling design, and the distribution of answers. Unusable rows are counted and their positions shown."
        ),
        operands: [
            Operand(
                name: Phrase("THƯ_MỤC", "FOLDER"),
                summary: Phrase(
                    "thư mục của đợt đánh giá có khảo sát (files.survey trong assessment.json)",
                    "the folder of an assessment with a survey (files.survey in assessment.json)"))
        ],
        options: [
            .unit, .by, .wide, .questions, .smallAreas, .tallies, .faults, .format, .output, .keepGoing,
            .delimiter,
            .decimal, .encoding, .roundInput,
        ],
        rules: [UsageRule(SurveyCommand.faults)],
        examples: [
            "score-cli survey datasets/tuy-phuoc-2024", "score-cli survey datasets/tuy-phuoc-2024 --by service,sex",
            "score-cli survey datasets/tuy-phuoc-2024 --unit tt-tuy-phuoc --questions",
            "score-cli survey datasets/tuy-phuoc-2024 --by unit*factor --wide --format csv",
        ])

    static let surveyInit = CommandDeclaration(
        name: "survey init",
        summary: Phrase(
            "lập phiếu khảo sát từ tệp xuất của công cụ thu phiếu", "drafts a questionnaire from an export of forms"),
        discussion: Phrase(
            "Đọc tệp xuất từ Google Forms, KoboToolbox, ODK, LimeSurvey, SurveyMonkey, SPSS (dạng CSV) hoặc sổ Excel và viết tệp phiếu khảo sát: cột nào là đơn vị, trọng số, mã phiếu, câu hỏi, thang đo, câu hỏi chọn nhiều. Mọi chỗ phải đoán được liệt kê để người làm quyết định.",
            "Reads an export of Google Forms, KoboToolbox, ODK, LimeSurvey, SurveyMonkey, SPSS (as CSV) or an Excel workbook and writes a questionnaire: which column is the unit, the weight, the number of the form, a question, on which scale, with several answers. Everything that had to be guessed is listed, for a person to settle."
        ),
        operands: [
            Operand(
                name: Phrase("TỆP", "FILE"),
                summary: Phrase("tệp xuất (csv, xlsx, ods)", "the export (csv, xlsx, ods)"))
        ],
        options: [.output, .delimiter, .decimal, .encoding],
        examples: ["score-cli survey init ket-qua-kobo.csv --output questionnaire.json"])

    static let surveyProgress = CommandDeclaration(
        name: "survey progress",
        summary: Phrase("tiến độ thu phiếu so với mẫu", "the forms so far against the sample"),
        discussion: Phrase(
            "So số phiếu dùng được với mẫu cần hỏi, theo đơn vị và tầng; nêu sai số đạt được đến nay và nơi nào chậm. Bảng mẫu có cột đơn vị, tầng hoặc cả hai, cột số phiếu, và cột dân số nếu biết.",
            "Holds usable forms against the sample, by unit and stratum, with the margin reached so far and who is behind. The table of the sample has a column unit, stratum or both, a column people, and a column population if it is known."
        ),
        operands: [answers], repeatsLastOperand: true,
        options: [
            .questionnaire, .sample, .on, .designEffect, .format, .output, .delimiter, .decimal, .encoding,
        ],
        rules: [.needed(.questionnaire), .needed(.sample)],
        examples: ["score-cli survey progress tra-loi.csv --questionnaire questionnaire.json --sample co-mau.csv"])

    static let surveyCheck = CommandDeclaration(
        name: "survey check",
        summary: Phrase("kiểm tra phiếu theo đơn vị và điều tra viên", "checks forms by unit and interviewer"),
        discussion: Phrase(
            "Đếm phiếu trả lời quá nhanh, trả lời như nhau cả một nhóm câu hỏi, dồn dập từ một thiết bị, ngoài đợt khảo sát, theo các giới hạn trong mục fieldwork của phiếu khảo sát; nêu chỉ số khi bỏ các phiếu đó. Phiếu chỉ bị bỏ khi phiếu khảo sát ghi quy tắc (drop).",
            "Counts forms answered too fast, with the same answer to a whole block, in bursts from one device, or outside the period, by the limits under fieldwork in the questionnaire, and shows the indices without them. Forms are dropped only where the questionnaire states a rule (drop)."
        ),
        operands: [answers], repeatsLastOperand: true,
        options: [.questionnaire, .format, .output, .delimiter, .decimal, .encoding], rules: [.needed(.questionnaire)],
        examples: ["score-cli survey check tra-loi.csv --questionnaire questionnaire.json"])

    static let sampleSize = CommandDeclaration(
        name: "survey sample-size",
        summary: Phrase("tính cỡ mẫu và phân bổ", "computes a sample size and its allocation"),
        discussion: Phrase(
            "n = N ÷ (1 + N × e²) (Yamane 1967: tỷ lệ gần một nửa, độ tin cậy 95 %), nhân hệ số thiết kế, làm tròn lên; chia cho các tầng theo tỷ lệ dân số; nêu sai số đạt được. Có --confidence, --share, --response, --allocation, --minimum hoặc --per, hoặc bảng có cột vùng, tỷ lệ dự kiến, tỷ lệ trả lời: mẫu để công bố, theo vùng và tầng.",
            "n = N ÷ (1 + N × e²) (Yamane 1967: a share near one half, 95 % confidence) times the design effect, rounded up; divided among strata in proportion to their population; with the margin of error achieved. With --confidence, --share, --response, --allocation, --minimum or --per, or with columns domain, share or response in the table: a sample for publication, by domain and stratum."
        ),
        operands: [],
        options: [
            .population, .margin, .designEffect, .strata, .sampleConfidence, .share, .response, .allocation, .minimum,
            .precision, .format, .output,
        ],
        rules: [.needed(.population, unless: .strata), UsageRule(SampleSizeCommand.faults)],
        examples: [
            "score-cli survey sample-size --population 180000 --error 0.05 --design-effect 1.5",
            "score-cli survey sample-size --strata dan-so.csv --error 5%",
            "score-cli survey sample-size --strata dan-so.csv --per domain --allocation neyman --response 80%",
        ])

    static let surveyTally = CommandDeclaration(
        name: "survey tally",
        summary: Phrase(
            "gộp câu trả lời thành tệp tổng hợp không còn phiếu riêng",
            "aggregates answers into a file without individual forms"),
        discussion: Phrase(
            "Tệp tổng hợp chỉ có số đếm, tổng trọng số và tổng theo cụm. Các tệp tổng hợp gộp lại cho đúng kết quả của mọi phiếu, đến chữ số cuối.",
            "A tally contains only counts, sums of weights and cluster totals. Tallies of parts add up to the tally of all forms, to the last digit."
        ),
        operands: [answers], repeatsLastOperand: true,
        options: [.questionnaire, .by, .protect, .faults, .output, .delimiter, .decimal, .encoding],
        rules: [.needed(.questionnaire)],
        examples: ["score-cli survey tally tra-loi.csv --questionnaire questionnaire.json --output tong-hop.csv"])

    static let surveyMerge = CommandDeclaration(
        name: "survey merge",
        summary: Phrase("gộp các tệp tổng hợp", "merges tallies"),
        discussion: Phrase(
            "Các tệp phải làm từ cùng một phiếu khảo sát và cùng cách chia; nếu không thì báo lỗi.",
            "The files must be made with the same questionnaire and the same breakdowns; otherwise an error is reported."
        ),
        operands: [
            Operand(
                name: Phrase("TỆP", "FILE"),
                summary: Phrase("tệp tổng hợp", "a tally"))
        ], repeatsLastOperand: true,
        options: [.questionnaire, .protect, .output], rules: [.needed(.questionnaire)],
        examples: ["score-cli survey merge xa-1.csv xa-2.csv --questionnaire questionnaire.json --output huyen.csv"])

    static let surveySQL = CommandDeclaration(
        name: "survey sql",
        summary: Phrase(
            "viết câu lệnh SQL làm tệp tổng hợp tại nơi có dữ liệu",
            "writes the SQL that computes a tally where the rows are stored"
        ),
        discussion: Phrase(
            "Kết quả của câu lệnh, lưu thành CSV có dòng tiêu đề, chính là tệp tổng hợp.",
            "The statement's result, saved as CSV with a heading, is a tally."),
        operands: [],
        options: [.questionnaire, .dialect, .table, .by, .decimal, .output], rules: [.needed(.questionnaire)],
        examples: ["score-cli survey sql --dialect duckdb --questionnaire questionnaire.json --table tra_loi"])
}

extension OptionDeclaration {
    static let by = OptionDeclaration(
        name: .by, value: "DOMAIN,…",
        summary: Phrase(
            "chia theo nhóm người trả lời (như service), unit, block, factor, question; «service*sex» chia theo cả hai",
            "breaks down results by domains (such as service), unit, block, factor, question; “service*sex” crosses them"
        ))

    static let wide = OptionDeclaration(
        name: .wide,
        summary: Phrase(
            "bảng hai chiều: mỗi giá trị của tên cuối trong --by là một cột",
            "a table in two directions: a column for each value of the last name of --by"))

    static let questions = OptionDeclaration(
        name: .questions, summary: Phrase("nêu cả từng câu hỏi", "shows each question too"))

    static let smallAreas = OptionDeclaration(
        name: .smallAreas, value: "FILE",
        summary: Phrase(
            "thêm ước lượng theo mô hình (Fay–Herriot) cho các địa bàn trong bảng biến phụ trợ này",
            "adds estimates by a model (Fay–Herriot) for the areas of this table of auxiliary variables"))

    static let protect = OptionDeclaration(
        name: .protect,
        summary: Phrase(
            "gộp các nhóm dưới minimumCount phiếu trước khi ghi",
            "merges cells with fewer than minimumCount forms before writing"))

    static let tallies = OptionDeclaration(
        name: .tally, value: "FILE", isRepeatable: true,
        summary: Phrase(
            "dùng tệp tổng hợp thay cho phiếu trả lời; có thể ghi nhiều lần",
            "uses a tally instead of the answers; repeatable"))

    static let faults = OptionDeclaration(
        name: .errors, value: "FILE", writesFile: true,
        summary: Phrase(
            "ghi mọi câu trả lời và dòng không dùng được vào tệp CSV",
            "writes every unusable answer and row to a CSV file"))

    static let questionnaire = OptionDeclaration(
        name: .questionnaire, value: "FILE",
        summary: Phrase("tệp phiếu khảo sát (bắt buộc)", "the questionnaire file (required)"))

    static let dialect = OptionDeclaration(
        name: .dialect, value: "duckdb|postgres|spark", choices: ["duckdb", "postgres", "spark"],
        summary: Phrase("hệ cơ sở dữ liệu; nếu không ghi: duckdb", "the database (default: duckdb)"))

    static let table = OptionDeclaration(
        name: .table, value: "NAME",
        summary: Phrase(
            "bảng phiếu trả lời, viết như cơ sở dữ liệu cần; nếu không ghi: answers",
            "the table of answers, written as the database expects it (default: answers)"))

    static let population = OptionDeclaration(
        name: .population, value: "N", form: .people(SampleStratum.populations),
        summary: Phrase("số người của tổng thể", "people in the population"))

    /// More than nothing and less than all.
    private static let partOfOne = FixedDecimal(mantissa: 1)...FixedDecimal(mantissa: FixedDecimal.scale - 1)

    static let margin = OptionDeclaration(
        name: .error, value: "E", form: .share(partOfOne, usual: FixedDecimal(mantissa: 50_000)),
        summary: Phrase(
            "sai số cho phép, như 0,05 hoặc 5%; nếu không ghi: 0,05",
            "the margin of error, such as 0.05 or 5% (default: 0.05)"))

    static let designEffect = OptionDeclaration(
        name: .designEffect, value: "D", form: .share(1...1000, usual: FixedDecimal(mantissa: 1_500_000)),
        summary: Phrase("hệ số thiết kế, như 1,5; nếu không ghi: 1", "the design effect, such as 1.5 (default: 1)"))

    static let sampleConfidence = OptionDeclaration(
        name: .confidence, value: "C",
        form: .share(
            FixedDecimal(mantissa: 500_000)...partOfOne.upperBound, usual: FixedDecimal(mantissa: 950_000)),
        summary: Phrase("độ tin cậy, như 0,95 hoặc 95%", "the confidence, such as 0.95 or 95%"))

    static let share = OptionDeclaration(
        name: .share, value: "P", form: .share(partOfOne, usual: FixedDecimal(mantissa: 500_000)),
        summary: Phrase(
            "tỷ lệ dự kiến, như 0,5; nếu không ghi: 0,5 (cần nhiều người nhất)",
            "the expected share, such as 0.5 (default: 0.5, which needs most people)"))

    static let response = OptionDeclaration(
        name: .response, value: "R",
        form: .share(FixedDecimal(mantissa: 10_000)...1, usual: FixedDecimal(mantissa: 800_000)),
        summary: Phrase("tỷ lệ người trả lời, như 80%", "the share of people who answer, such as 80%"))

    static let allocation = OptionDeclaration(
        name: .allocation, value: "proportional|equal|minimum|neyman",
        choices: SamplePlan.Allocation.allCases.map(\.rawValue),
        summary: Phrase(
            "cách chia cho các tầng; nếu không ghi: proportional",
            "how strata share the answers (default: proportional)"))

    static let minimum = OptionDeclaration(
        name: .minimum, value: "N", form: .whole(1...1_000_000),
        summary: Phrase("số phiếu ít nhất của một tầng", "the fewest answers of a stratum"))

    static let precision = OptionDeclaration(
        name: .per, value: "whole|domain|stratum", choices: SamplePlan.Precision.allCases.map(\.rawValue),
        summary: Phrase(
            "số liệu của ai phải đạt sai số; nếu không ghi: domain khi bảng có cột vùng, nếu không thì whole",
            "whose figures have the margin (default: domain where the table has that column, otherwise whole)"))

    static let sample = OptionDeclaration(
        name: .sample, value: "FILE",
        summary: Phrase("bảng mẫu cần hỏi (bắt buộc)", "the table of the sample (required)"))

    static let strata = OptionDeclaration(
        name: .strata, value: "FILE",
        summary: Phrase(
            "bảng các tầng, có cột tầng và dân số", "a table of strata, with columns stratum and population"))
}
