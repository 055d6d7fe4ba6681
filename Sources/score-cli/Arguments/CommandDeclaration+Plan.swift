import Documents
import Words
import Reporting

extension CommandDeclaration {
    static let plan = CommandDeclaration(
        name: "plan",
        summary: Phrase("các hành động ít tốn nhất để đạt mục tiêu", "the cheapest actions to reach a goal"),
        discussion: Phrase(
            "Chọn hành động trong bảng actions.csv của thư mục (hoặc --actions) để đạt một chỉ số, số điểm hoặc thứ hạng với chi phí ít nhất, để được nhiều điểm nhất trong một ngân sách, hoặc xem cả đường giới hạn chi phí – điểm. Kết quả được chứng minh là tốt nhất, hoặc nói rõ còn có thể tốt hơn bao nhiêu. Không có bảng hành động thì mỗi mức điểm kế tiếp của từng số liệu là một hành động, chi phí là khoảng cách tương đối. --save ghi phương án thành tệp để chạy lại bằng lệnh whatif. Thư mục không bị sửa.",
            "Chooses actions from the folder's actions.csv (or --actions) that reach an index, a number of points or a rank at least cost, or gain the most points within a budget, or shows the whole frontier of cost and points. The result is proven to be the best, or states by how much another could be better. Without a table of actions, each next band of each figure is an action, with its relative distance as the cost. --save writes the plan as a scenario that whatif can replay. The folder is not changed."
        ),
        operands: [
            Operand(
                name: Phrase("THƯ_MỤC", "FOLDER"),
                summary: Phrase(
                    "thư mục của đợt đánh giá, có tệp assessment.json",
                    "the folder of an assessment, containing assessment.json"))
        ],
        options: [
            .unit, .goalIndex, .goalPoints, .goalRank, .among, .budget, .frontier, .keepField, .must, .mustNot, .best,
            .actions, .expect,
            .savePlan, .planDay, .time, .stage, .format, .output, .points, .keepGoing, .delimiter,
            .decimal, .encoding, .roundInput,
        ],
        rules: [UsageRule(PlanCommand.faults)],
        examples: [
            "score-cli plan datasets/tuy-phuoc-2024 --unit tt-tuy-phuoc --goal-index 92",
            "score-cli plan datasets/tuy-phuoc-2024 --unit tt-tuy-phuoc --goal-rank 5 --save phuong-an.json",
            "score-cli plan datasets/tuy-phuoc-2024 --unit tt-tuy-phuoc --budget 100 --best 3",
            "score-cli plan datasets/tuy-phuoc-2024 --unit tt-tuy-phuoc --frontier --format csv",
        ])
}

extension OptionDeclaration {
    fileprivate static let goalIndex = OptionDeclaration(
        name: .goalIndex, value: "INDEX", form: .amount(PlanCommand.points),
        summary: Phrase(
            "đạt ít nhất chỉ số này, theo cách làm tròn của bộ tiêu chí",
            "reach at least this index, as the edition rounds it"))

    fileprivate static let goalPoints = OptionDeclaration(
        name: .goalPoints, value: "POINTS", form: .amount(PlanCommand.points),
        summary: Phrase("đạt ít nhất tổng điểm này", "reach at least this number of points"))

    fileprivate static let goalRank = OptionDeclaration(
        name: .goalRank, value: "RANK", form: .whole(1...1_000_000),
        summary: Phrase(
            "đạt hạng này trở lên trong khối (hoặc theo --among), các đơn vị khác giữ nguyên",
            "reach this place in the group (or as --among says) or better, with the other units unchanged"))

    fileprivate static let budget = OptionDeclaration(
        name: .budget, value: "COST", form: .amount(PlanCommand.costs),
        summary: Phrase("nhiều điểm nhất với chi phí không quá mức này", "the most points for at most this cost"))

    fileprivate static let frontier = OptionDeclaration(
        name: .frontier,
        summary: Phrase(
            "mọi mức chi phí và số điểm nhiều nhất của nó", "every level of cost with the most points it can achieve"))

    fileprivate static let keepField = OptionDeclaration(
        name: .keepField, value: "CODE[=POINTS]", form: .floor(PlanCommand.points), isRepeatable: true,
        summary: Phrase(
            "điểm của mục này không được giảm, hoặc không dưới số ghi kèm; ghi được nhiều lần",
            "points of this node must not fall, or not below the number specified; repeatable"))

    fileprivate static let must = OptionDeclaration(
        name: .must, value: "ACTION", isRepeatable: true,
        summary: Phrase(
            "hành động phải làm; ghi được nhiều lần", "an action that must be done; repeatable")
    )

    fileprivate static let mustNot = OptionDeclaration(
        name: .mustNot, value: "ACTION", isRepeatable: true,
        summary: Phrase(
            "hành động không làm; ghi được nhiều lần", "an action that must not be done; repeatable"))

    fileprivate static let best = OptionDeclaration(
        name: .best, value: "COUNT", form: .whole(1...20),
        summary: Phrase(
            "nêu bấy nhiêu phương án tốt nhất, 1 đến 20; nếu không ghi: 1",
            "the number of best plans to show, 1 to 20 (default: 1)"))

    fileprivate static let actions = OptionDeclaration(
        name: .actions, value: "FILE",
        summary: Phrase(
            "bảng hành động thay cho bảng của thư mục; «none» là không dùng bảng nào",
            "a table of actions to use instead of the folder's; “none” for no table"))

    fileprivate static let savePlan = OptionDeclaration(
        name: .save, value: "FILE", writesFile: true,
        summary: Phrase(
            "ghi phương án tốt nhất để chạy lại bằng whatif --scenario", "saves the best plan for whatif --scenario"))

    fileprivate static let planDay = OptionDeclaration(
        name: .on, value: "DATE", form: .day,
        summary: Phrase(
            "ngày lập phương án: bỏ các hành động đã quá thời hạn; nếu không ghi: hôm nay, khi kỳ đánh giá đang diễn ra",
            "the day of planning: actions whose deadline has passed are left out (default: today, while the assessment's period is running)"
        ))

    fileprivate static let time = OptionDeclaration(
        name: .time, value: "SECONDS", form: .whole(1...86_400),
        summary: Phrase(
            "thời gian lập bài toán và tìm tối đa, tính bằng giây; nếu không ghi: 10",
            "the time limit of preparing and searching, in seconds (default: 10)"))
}
