import Documents
import Words
import Reporting

/// Wrong usage in words.
enum UsageWords {
    /// What is wrong and, where there is one, what may be meant.
    static func text(_ error: UsageError, in language: Language) -> String {
        let (wording, suggestion) = words(error)
        let meant = suggestion.map { " " + Phrase.suggestion(Phrase(verbatim: $0)).text(language) } ?? ""
        return CleanText.line(wording.text(language) + meant)
    }

    private static func words(_ error: UsageError) -> (Wording, suggestion: String?) {
        switch error {
        case .unknownCommand("", _):
            (
                Wording(
                    vi: "Thiếu tên lệnh. Xem các lệnh: score-cli "
                        + "help", en: "A command is missing. See: score-cli help"),
                nil
            )
        case .unknownCommand(let name, let suggestion):
            (
                Wording(
                    vi: "Không có lệnh «\(name)». Xem các lệnh: score-cli help.",
                    en: "There is no command “\(name)”. See: score-cli help."), suggestion
            )
        case .missingCommand(let group, let choices):
            (
                Wording(
                    vi: "Lệnh «\(group)» cần một trong các từ: \(choices.joined(separator: ", ")).",
                    en: "The command “\(group)” needs one of: \(choices.joined(separator: ", "))."), nil
            )
        case .unknownPart(let word, let group, let choices, let suggestion):
            (
                Wording(
                    vi: "Lệnh «\(group)» không có «\(word)»; có: \(choices.joined(separator: ", ")).",
                    en: "The command “\(group)” has no “\(word)”; it has: \(choices.joined(separator: ", "))."),
                suggestion
            )
        case .unknownOption(let flag, let command, let suggestion):
            (
                Wording(
                    vi: "Lệnh «\(command)» không có tùy chọn «\(flag)».",
                    en: "The command “\(command)” has no option “\(flag)”."), suggestion
            )
        case .missingValue(let flag):
            (Wording(vi: "Tùy chọn «\(flag)» cần một giá trị.", en: "The option “\(flag)” needs a value."), nil)
        case .missingOption(let flag):
            (Wording(vi: "Cần tùy chọn «\(flag)».", en: "The option “\(flag)” is needed."), nil)
        case .badValue(let option, let found, let expected):
            (
                Wording(
                    vi: "«\(found)» không dùng được cho «\(option)»; cần: \(expected).",
                    en: "“\(found)” cannot stand for “\(option)”; expected: \(expected)."), nil
            )
        case .unexpectedValue(let flag):
            (Wording(vi: "Tùy chọn «\(flag)» không có giá trị.", en: "The option “\(flag)” takes no value."), nil)
        case .badChoice(let option, let found, let choices, let suggestion):
            (
                Wording(
                    vi: "«\(found)» không dùng được cho «\(option)»; các giá trị: \(choices.joined(separator: ", ")).",
                    en: "“\(found)” cannot stand for “\(option)”; it may be: \(choices.joined(separator: ", "))."),
                suggestion
            )
        case .repeatedOption(let flag):
            (Wording(vi: "Tùy chọn «\(flag)» bị ghi hai lần.", en: "The option “\(flag)” is given twice."), nil)
        case .missingOperand(let name, let command):
            (
                Wording(
                    vi: "Lệnh «\(command)» cần \(name). Xem: score-cli help \(command)",
                    en: "The command “\(command)” needs \(name). See: score-cli help \(command)"), nil
            )
        case .extraOperand(let word, let command):
            (
                Wording(
                    vi: "Thừa «\(word)». Xem: score-cli help \(command)",
                    en: "“\(word)” is one word too many. See: score-cli help \(command)"), nil
            )
        case .unknownUnit(let name, let suggestion):
            (
                Wording(vi: "Không có đơn vị «\(name)».", en: "There is no unit “\(name)”."), suggestion
            )
        case .unitLeftOut(let code):
            (
                Wording(
                    vi: "Không chấm được đơn vị «\(code)» vì số liệu của đơn vị có lỗi.",
                    en: "The unit “\(code)” is not scored because its rows hold errors."), nil
            )
        case .ambiguousUnit(let name, let codes):
            (
                Wording(
                    vi: "Nhiều đơn vị cùng tên «\(name)»; hãy ghi mã: \(codes.joined(separator: ", ")).",
                    en: "Several units bear the name “\(name)”; state a code: \(codes.joined(separator: ", "))."), nil
            )
        case .unitNeeded(let codes):
            (
                Wording(
                    vi: "Hãy chọn một đơn vị bằng --unit: \(CleanText.cut(codes.joined(separator: ", "), at: 300)).",
                    en: "Choose a unit with --unit: \(CleanText.cut(codes.joined(separator: ", "), at: 300))."), nil
            )
        case .badDay(let option, let found):
            (
                Wording(
                    vi: "«\(found)» không phải một ngày cho «\(option)»; hãy ghi như 2024-07-03.",
                    en: "“\(found)” is no day for “\(option)”; write it like 2024-07-03."), nil
            )
        case .badDays(let option, let found):
            (
                Wording(
                    vi: "«\(found)» không dùng được cho «\(option)»; hãy ghi số ngày từ 0 đến 3660.",
                    en: "“\(found)” cannot stand for “\(option)”; write a number of days from 0 to 3660."), nil
            )
        case .badChange(let found):
            (
                Wording(
                    vi: "Không hiểu thay đổi «\(found)»; hãy ghi như 1.1=99,5, 1.1=490/500, 1.2+=2 hoặc 1.4=có.",
                    en: "The change “\(found)” is not understood; write it like 1.1=99.5, 1.1=490/500, 1.2+=2 or "
                        + "1.4=yes."), nil
            )
        case .ambiguousChange(let found, let readings):
            (
                Wording(
                    vi: "«\(found)» có hai cách đọc; hãy ghi \(readings.joined(separator: " hoặc ")).",
                    en: "“\(found)” has two readings; write \(readings.joined(separator: " or "))."), nil
            )
        case .badSweep(let found):
            (
                Wording(
                    vi: "Không hiểu khoảng «\(found)»; hãy ghi như 1.1=90..100 hoặc 1.1=90..100:0,5.",
                    en: "The range “\(found)” is not understood; write it like 1.1=90..100 or 1.1=90..100:0.5."),
                nil
            )
        case .nothingToTry:
            (
                Wording(
                    vi: "Lệnh «whatif» cần ít nhất một --set, --scenario hoặc --sweep.",
                    en: "The command “whatif” needs at least one --set, --scenario or --sweep."), nil
            )
        case .nothingToSave:
            (
                Wording(
                    vi: "«--save» ghi các thay đổi của --set; hãy thêm ít nhất một --set.",
                    en: "“--save” keeps the changes of --set; add at least one --set."), nil
            )
        case .severalUnits(let codes):
            (
                Wording(
                    vi:
                        "Các phương án là của nhiều đơn vị (\(codes.joined(separator: ", "))); hãy chọn một bằng --unit.",
                    en: "The scenarios are of several units (\(codes.joined(separator: ", "))); choose one with --unit."
                ),
                nil
            )
        case .oneGoal:
            (
                Wording(
                    vi:
                        "Lệnh «plan» cần đúng một mục tiêu: --goal-index, --goal-points, --goal-rank, --budget hoặc --frontier.",
                    en:
                        "The command “plan” needs exactly one goal: --goal-index, --goal-points, --goal-rank, --budget or "
                        + "--frontier."), nil
            )
        case .frontierIsNoPlan:
            (
                Wording(
                    vi: "«--save» ghi một phương án, còn «--frontier» cho nhiều phương án; hãy chọn một mục tiêu khác.",
                    en: "“--save” keeps one plan, and “--frontier” gives many; choose another goal."), nil
            )
        case .ambiguousNumber(let option, let found, let readings):
            (
                Wording(
                    vi: "«\(found)» của «\(option)» có hai cách đọc; hãy ghi \(readings.joined(separator: " hoặc ")).",
                    en: "“\(found)” of “\(option)” has two readings; write \(readings.joined(separator: " or "))."), nil
            )
        case .badAmount(let option, let found):
            (
                Wording(
                    vi: "«\(found)» không dùng được cho «\(option)»; hãy ghi một số, như 90 hoặc 92,5.",
                    en: "“\(found)” cannot stand for “\(option)”; write a number such as 90 or 92.5."), nil
            )
        case .unknownAction(let code, let suggestion):
            (Wording(vi: "Không có hành động «\(code)».", en: "There is no action “\(code)”."), suggestion)
        case .contradictoryAction(let code):
            (
                Wording(
                    vi: "Hành động «\(code)» vừa phải làm vừa không làm; hãy bỏ một trong hai.",
                    en: "The action “\(code)” both must and must not be done; remove one."), nil
            )
        case .badNumber(let option, let found, let least, let most):
            (
                Wording(
                    vi: "«\(found)» không dùng được cho «\(option)»; hãy ghi một số từ \(least) đến \(most).",
                    en: "“\(found)” cannot stand for “\(option)”; write a number from \(least) to \(most)."), nil
            )
        case .notTogether(let first, let second):
            (
                Wording(
                    vi: "«\(first)» và «\(second)» không dùng chung được.",
                    en: "“\(first)” and “\(second)” cannot be used together."), nil
            )
        case .unknownGroup(let name, let suggestion):
            (
                Wording(
                    vi: "Không có đơn vị nào thuộc «\(name)».", en: "There are no units of “\(name)”."), suggestion
            )
        case .unknownCriterion(let code, let suggestion):
            (
                Wording(
                    vi: "Bộ tiêu chí không có mã «\(code)».", en: "The criteria set has no code “\(code)”."), suggestion
            )
        }
    }
}
