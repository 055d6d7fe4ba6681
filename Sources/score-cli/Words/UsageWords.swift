import Documents
import Values
import Words

extension UsageError {
    /// What is wrong and, if there is one, what may be meant; of several faults one line each.
    var phrase: Phrase {
        if case .several(let faults) = self { return faults.map(\.phrase).joined("\n") }
        let meant = suggestion.map { Phrase(" \(Phrase.suggestion(Phrase(verbatim: $0)))") }
        return Phrase("\(fault)\(meant)").line()
    }

    private var fault: Phrase {
        switch self {
        case .unknownCommand("", _):
            Phrase("Thiếu tên lệnh. Xem các lệnh: score-cli help", "A command is missing. See: score-cli help")
        case .unknownCommand(let name, _):
            Phrase(
                "Không có lệnh «\(name)». Xem các lệnh: score-cli help.",
                "There is no command “\(name)”. See: score-cli help.")
        case .missingCommand(let group, let choices):
            Phrase(
                "Lệnh «\(group)» cần một trong các từ: \(choices.joined(separator: ", ")).",
                "The command “\(group)” needs one of: \(choices.joined(separator: ", ")).")
        case .unknownPart(let word, let group, let choices, _):
            Phrase(
                "Lệnh «\(group)» không có «\(word)»; có: \(choices.joined(separator: ", ")).",
                "The command “\(group)” has no “\(word)”; it has: \(choices.joined(separator: ", ")).")
        case .unknownOption(let flag, let command, _):
            Phrase(
                "Lệnh «\(command)» không có tùy chọn «\(flag)».\(Self.elsewhere(flag))",
                "The command “\(command)” has no option “\(flag)”.\(Self.elsewhere(flag))")
        case .missingValue(let flag):
            Phrase("Tùy chọn «\(flag)» cần một giá trị.", "The option “\(flag)” needs a value.")
        case .missingOption(let flag): Phrase("Cần tùy chọn «\(flag)».", "The option “\(flag)” is needed.")
        case .badValue(let option, let found, let expected):
            Phrase(
                "«\(found)» không dùng được cho «\(option)»; cần: \(expected).",
                "“\(found)” cannot stand for “\(option)”; expected: \(expected).")
        case .unexpectedValue(let flag):
            Phrase("Tùy chọn «\(flag)» không có giá trị.", "The option “\(flag)” takes no value.")
        case .badChoice(let option, let found, let choices, _):
            Phrase(
                "«\(found)» không dùng được cho «\(option)»; các giá trị: \(choices.joined(separator: ", ")).",
                "“\(found)” cannot stand for “\(option)”; it may be: \(choices.joined(separator: ", ")).")
        case .repeatedOption(let flag):
            Phrase("Tùy chọn «\(flag)» bị ghi hai lần.", "The option “\(flag)” is given twice.")
        case .missingOperand(let name, let command):
            Phrase(
                "Lệnh «\(command)» cần \(name). Xem: score-cli help \(command)",
                "The command “\(command)” needs \(name). See: score-cli help \(command)")
        case .extraOperand(let word, let command):
            Phrase(
                "Thừa «\(word)». Xem: score-cli help \(command)",
                "“\(word)” is one word too many. See: score-cli help \(command)")
        case .unknownUnit(let name, _): Phrase("Không có đơn vị «\(name)».", "There is no unit “\(name)”.")
        case .unitLeftOut(let code):
            Phrase(
                "Không chấm được đơn vị «\(code)» vì số liệu của đơn vị có lỗi.",
                "The unit “\(code)” is not scored because its rows hold errors.")
        case .ambiguousUnit(let name, let codes):
            Phrase(
                "Nhiều đơn vị cùng tên «\(name)»; hãy ghi mã: \(codes.joined(separator: ", ")).",
                "Several units bear the name “\(name)”; state a code: \(codes.joined(separator: ", ")).")
        case .unitNeeded(let codes):
            Phrase(
                "Hãy chọn một đơn vị bằng --unit: \(CleanText.cut(codes.joined(separator: ", "), at: 300)).",
                "Choose a unit with --unit: \(CleanText.cut(codes.joined(separator: ", "), at: 300)).")
        case .badDay(let option, let found, nil):
            Phrase(
                "«\(found)» không phải một ngày cho «\(option)»; hãy ghi như 2024-07-03 hoặc 3/7/2024.",
                "“\(found)” is no day for “\(option)”; write it like 2024-07-03 or 3/7/2024.")
        case .badDay(let option, let found, .some(let years)):
            Phrase(
                "«\(found)» không dùng được cho «\(option)»: năm phải từ \(years.lowerBound) đến \(years.upperBound).",
                "“\(found)” cannot stand for “\(option)”: the year must be from \(years.lowerBound) to \(years.upperBound)."
            )
        case .badChange(let found):
            Phrase(
                "Không hiểu thay đổi «\(found)»; hãy ghi như 1.1=99,5, 1.1=490/500, 1.2+=2 hoặc 1.4=có.",
                "The change “\(found)” is not understood; write it like 1.1=99.5, 1.1=490/500, 1.2+=2 or 1.4=yes.")
        case .ambiguousChange(let found, let readings):
            Phrase(
                "«\(found)» có hai cách đọc; hãy ghi \(readings.joined(separator: " hoặc ")).",
                "“\(found)” has two readings; write \(readings.joined(separator: " or ")).")
        case .badSweep(let found):
            Phrase(
                "Không hiểu khoảng «\(found)»; hãy ghi như 1.1=90..100 hoặc 1.1=90..100:0,5.",
                "The range “\(found)” is not understood; write it like 1.1=90..100 or 1.1=90..100:0.5.")
        case .badExpectation(let found):
            Phrase(
                "Không hiểu «--expect \(found)»; hãy ghi như 2.1=910 (số hồ sơ dự kiến cả kỳ) hoặc last-year (như năm trước).",
                "“--expect \(found)” is not understood; write it like 2.1=910 (cases expected in all) or last-year.")
        case .nothingToTry:
            Phrase(
                "Lệnh «whatif» cần ít nhất một --set, --scenario hoặc --sweep.",
                "The command “whatif” needs at least one --set, --scenario or --sweep.")
        case .nothingToSave:
            Phrase(
                "«--save» ghi các thay đổi của --set; hãy thêm ít nhất một --set.",
                "“--save” keeps the changes of --set; add at least one --set.")
        case .severalUnits(let codes):
            Phrase(
                "Các phương án là của nhiều đơn vị (\(codes.joined(separator: ", "))); hãy chọn một bằng --unit.",
                "The scenarios are of several units (\(codes.joined(separator: ", "))); choose one with --unit.")
        case .oneGoal:
            Phrase(
                "Lệnh «plan» cần đúng một mục tiêu: --goal-index, --goal-points, --goal-rank, --budget hoặc --frontier.",
                "The command “plan” needs exactly one goal: --goal-index, --goal-points, --goal-rank, --budget or --frontier."
            )
        case .frontierIsNoPlan:
            Phrase(
                "«--save» ghi một phương án, còn «--frontier» cho nhiều phương án; hãy chọn một mục tiêu khác.",
                "“--save” keeps one plan, and “--frontier” gives many; choose another goal.")
        case .ambiguousNumber(let option, let found, let readings):
            Phrase(
                "«\(found)» của «\(option)» có hai cách đọc; hãy ghi \(readings.joined(separator: " hoặc ")).",
                "“\(found)” of “\(option)” has two readings; write \(readings.joined(separator: " or ")).")
        case .badAmount(let option, let found):
            Phrase(
                "«\(found)» không dùng được cho «\(option)»; hãy ghi một số, như 90 hoặc 92,5.",
                "“\(found)” cannot stand for “\(option)”; write a number such as 90 or 92.5.")
        case .unknownAction(let code, _): Phrase("Không có hành động «\(code)».", "There is no action “\(code)”.")
        case .contradictoryAction(let code):
            Phrase(
                "Hành động «\(code)» vừa phải làm vừa không làm; hãy bỏ một trong hai.",
                "The action “\(code)” both must and must not be done; remove one.")
        case .badNumber(let option, let found, let least, let most):
            Phrase(
                "«\(found)» không dùng được cho «\(option)»; hãy ghi một số từ \(least) đến \(most).",
                "“\(found)” cannot stand for “\(option)”; write a number from \(least) to \(most).")
        case .badShare(let option, let found, let least, let most, let example):
            Self.badShare(option, found, least, most, example)
        case .notTogether(let first, let second):
            Phrase(
                "«\(first)» và «\(second)» không dùng chung được.",
                "“\(first)” and “\(second)” cannot be used together.")
        case .writtenOverInput(let path, let option, let input):
            Phrase(
                "«\(option) \(path)» sẽ ghi đè lên tệp đang được đọc: \(input). Chưa ghi gì; hãy chọn tên khác.",
                "“\(option) \(path)” would overwrite a file that is read: \(input). Nothing was written; choose another name."
            )
        case .badPeriod(let text):
            Phrase(
                "«\(text)» không phải một kỳ; hãy ghi như 2026, 2026-08, 2026-Q3 hoặc 2026-H1.",
                "“\(text)” is no period; write 2026, 2026-08, 2026-Q3 or 2026-H1.")
        case .writtenTwice(let path, let options):
            Phrase(
                "Các tùy chọn \(options.joined(separator: ", ")) cùng ghi vào một tệp: «\(path)». Chưa ghi gì; hãy chọn hai tên khác nhau.",
                "The options \(options.joined(separator: ", ")) write the same file: “\(path)”. Nothing was written; choose two names."
            )
        case .formatAgainstName(let format, let path):
            Phrase(
                "«--format \(format)» trái với đuôi của tệp «\(path)». Chưa ghi gì; hãy bỏ --format (định dạng theo đuôi tệp) hoặc đổi tên tệp.",
                "“--format \(format)” belies the suffix of the file “\(path)”. Nothing was written; leave --format out (the suffix decides) or rename the file."
            )
        case .noSuchFormat(let path, let choices):
            Phrase(
                "Lệnh này không ghi được tệp «\(path)»; các định dạng: \(choices.joined(separator: ", ")).",
                "This command cannot write the file “\(path)”; the formats: \(choices.joined(separator: ", "))."
            )
        case .unknownGroup(let name, _):
            Phrase("Không có đơn vị nào thuộc «\(name)».", "There are no units of “\(name)”.")
        case .unknownCriterion(let code, _):
            Phrase("Bộ tiêu chí không có mã «\(code)».", "The criteria set has no code “\(code)”.")
        case .several(let faults): faults.map(\.fault).joined(" ")
        }
    }

    /// A part of one, offered in both ways of writing it.
    private static func badShare(
        _ option: String, _ found: String, _ least: FixedDecimal, _ most: FixedDecimal, _ example: FixedDecimal
    ) -> Phrase {
        let percent = FixedDecimal(mantissa: example.mantissa * 100)
        let from =
            least.mantissa == 1 ? Phrase("lớn hơn 0", "above 0") : Phrase("từ \(least)", "from \(least)")
        let to =
            most.mantissa == FixedDecimal.scale - 1
            ? Phrase("nhỏ hơn 1", "below 1") : Phrase("đến \(most)", "up to \(most)")
        return Phrase(
            "«\(found)» không dùng được cho «\(option)»; hãy ghi \(example) hoặc \(percent)% (một số \(from), \(to)).",
            "“\(found)” cannot stand for “\(option)”; write \(example) or \(percent)% (a number \(from) and \(to)).")
    }

    /// The commands that have an option; nothing where none has it.
    private static func elsewhere(_ flag: String) -> Phrase? {
        let names = CommandDeclaration.all.filter { $0.options.contains { $0.flag == flag } }.map(\.name)
        if names.isEmpty { return nil }
        let list = names.prefix(4).joined(separator: ", ") + (names.count > 4 ? ", …" : "")
        return Phrase(" Tùy chọn này là của: \(list).", " It is an option of: \(list).")
    }

    /// What an unknown name may mean.
    private var suggestion: String? {
        switch self {
        case .unknownCommand(_, let suggestion), .unknownPart(_, _, _, let suggestion),
            .unknownOption(_, _, let suggestion),
            .badChoice(_, _, _, let suggestion), .unknownUnit(_, let suggestion), .unknownAction(_, let suggestion),
            .unknownGroup(_, let suggestion), .unknownCriterion(_, let suggestion):
            suggestion
        default: nil
        }
    }
}
