import Documents
import Words
import Reporting

extension CommandDeclaration {
    static let gap = CommandDeclaration(
        name: "gap",
        summary: Phrase(
            "điểm mất, khoảng cách đến chỉ tiêu và mức kế tiếp", "lost points, gaps to targets and next bands"),
        discussion: Phrase(
            "Với một đơn vị: từng tiêu chí mất bao nhiêu điểm, còn cách chỉ tiêu bao nhiêu, còn bao nhiêu trường hợp phải đạt, mức kế tiếp cần gì, cơ quan nào chủ trì; nêu riêng tiêu chí đạt chỉ tiêu mà vẫn mất điểm và tiêu chí đủ điểm mà chưa đạt chỉ tiêu. Không có --unit thì tổng hợp mọi đơn vị; dạng csv và json luôn có đủ từng tiêu chí.",
            "For one unit: the points lost on each criterion, the distance from its target, how many cases are missing, what the next band requires, and the lead agency; targets met despite lost points, and full points despite a missed target, are listed separately. Without --unit, shows totals over all units; the csv and json formats always contain every criterion."
        ),
        operands: [folder],
        options: [
            .unit, .gapOrder, .among, .shownGroup,
            .shownTop(
                Phrase(
                    "chỉ nêu K đơn vị mất nhiều điểm nhất của mỗi khối; với --by criterion, K tiêu chí mất nhiều điểm nhất",
                    "shows only the K units of each group that lost most points; with --by criterion, the K criteria")),
            .expect, .stage, .format, .output, .points, .keepGoing, .delimiter, .decimal, .encoding, .roundInput,
        ],
        rules: [.apart(.unit, .group, .top)],
        examples: [
            "score-cli gap datasets/tuy-phuoc-2024 --unit phuoc-an",
            "score-cli gap datasets/tuy-phuoc-2024 --unit phuoc-an --by agency",
            "score-cli gap datasets/tuy-phuoc-2024 --by criterion",
        ])

    static let whatIf = CommandDeclaration(
        name: "whatif",
        summary: Phrase(
            "thử thay đổi số liệu, xem điểm và thứ hạng", "tries out changes to figures and shows points and rank"),
        discussion: Phrase(
            "Mỗi --set là một thay đổi: MÃ=GIÁ_TRỊ, MÃ+=THÊM hoặc MÃ-=BỚT. Tỷ lệ phần trăm ghi từ 0 đến 100 và giữ nguyên mẫu số; 490/500 ghi cả hai số, 490/ chỉ ghi tử số, +=37/ là thêm 37 trường hợp. Có thể ghi có, không, hoàn thành đúng hạn, không áp dụng… Các --set hợp thành một phương án; mỗi tệp --scenario là một phương án nữa, đặt cạnh nhau. --save ghi phương án để chạy lại. --sweep xem điểm khi một số liệu chạy trong một khoảng. Thư mục không bị sửa.",
            "Each --set is a change: CODE=VALUE, CODE+=INCREASE or CODE-=DECREASE. Percentages are 0 to 100 and keep their denominator; 490/500 specifies both counts, 490/ only the numerator, and +=37/ adds 37 cases. Words such as yes, no, done in time or not applicable are accepted. All --set options together form one scenario; each --scenario file is another, shown side by side. --save writes the scenario to a file for replay. --sweep shows points over a range of one metric. The folder is not changed."
        ),
        operands: [folder],
        options: [
            .unit, .set, .scenario, .save, .sweep, .among, .stage, .format, .output, .points,
            .keepGoing, .delimiter, .decimal, .encoding, .roundInput,
        ],
        rules: [UsageRule(WhatIfCommand.faults)],
        examples: [
            "score-cli whatif datasets/tuy-phuoc-2024 --unit tt-tuy-phuoc --set 1.1=100 --set 5.4=98,5",
            "score-cli whatif datasets/tuy-phuoc-2024 --unit tt-tuy-phuoc --set 1.1+=1/ --save phuong-an.json",
            "score-cli whatif datasets/tuy-phuoc-2024 --scenario phuong-an.json",
            "score-cli whatif datasets/tuy-phuoc-2024 --unit tt-tuy-phuoc --sweep 1.1=50..100",
        ])
}

extension OptionDeclaration {
    fileprivate static let gapOrder = OptionDeclaration(
        name: .by, value: "points|agency|field|criterion", choices: GapReport.Order.allCases.map(\.rawValue),
        summary: Phrase(
            "xếp theo điểm mất, cơ quan chủ trì hoặc lĩnh vực; criterion: mỗi tiêu chí một dòng, gộp mọi đơn vị của mọi khối; nếu không ghi: points",
            "order: by lost points, lead agency or field; criterion: one row per criterion, over all units of all groups (default: points)"
        ))

    fileprivate static let set = OptionDeclaration(
        name: .set, value: "CODE=VALUE", form: .change, isRepeatable: true,
        summary: Phrase(
            "một thay đổi, như 1.1=99,5 hoặc 1.2+=2/; ghi được nhiều lần",
            "a change, such as 1.1=99.5 or 1.2+=2/; repeatable"))

    fileprivate static let scenario = OptionDeclaration(
        name: .scenario, value: "FILE", isRepeatable: true,
        summary: Phrase("tệp phương án; ghi được nhiều lần", "a scenario file; repeatable"))

    fileprivate static let save = OptionDeclaration(
        name: .save, value: "FILE", writesFile: true,
        summary: Phrase("ghi các --set thành tệp phương án", "saves the --set changes as a scenario file"))

    fileprivate static let sweep = OptionDeclaration(
        name: .sweep, value: "CODE=FROM..TO[:STEP]", form: .sweep,
        summary: Phrase(
            "điểm khi một số liệu chạy trong khoảng, như 1.1=90..100 hoặc 1.1=90..100:0,5",
            "points over a range of one metric, such as 1.1=90..100 or 1.1=90..100:0.5"))
}
