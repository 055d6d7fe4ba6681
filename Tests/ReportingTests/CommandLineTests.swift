import Documents
import Reporting
import TestSupport
import Testing

@testable import score_cli

struct CommandLineTests {
    private func error(_ arguments: String...) -> UsageError? {
        do throws(UsageError) {
            _ = try ArgumentParser.parse(arguments, language: .vi)
            return nil
        } catch {
            return error
        }
    }

    @Test func optionsStandAnywhere() throws {
        let parsed = try ArgumentParser.parse(
            ["--lang", "en", "score", "--unit=u", "folder", "--format", "json", "--quiet"], language: .vi)
        #expect(parsed.command.name == "score")
        #expect(parsed.operands == ["folder"])
        #expect(parsed.options == [.lang: "en", .unit: "u", .format: "json", .quiet: ""])
        #expect(try ArgumentParser.parse(["score", "--", "--odd"], language: .vi).operands == ["--odd"])
    }

    @Test func wrongUsageIsToldWithWhatMayBeMeant() {
        #expect(error("scor", "x") == .unknownCommand("scor", suggestion: "score"))
        #expect(
            error("score", "x", "--formt", "json")
                == .unknownOption("--formt", command: "score", suggestion: "--format"))
        #expect(
            error("score", "x", "--format", "jsn")
                == .badChoice(
                    option: "--format", found: "jsn", choices: ["table", "json", "csv", "md", "html"],
                    suggestion: "json"))
        #expect(error("score") == .missingOperand("THƯ_MỤC", command: "score"))
        #expect(error("score", "x", "y") == .extraOperand("y", command: "score"))
        #expect(error("score", "x", "--unit") == .missingValue("--unit"))
        #expect(error("score", "x", "--quiet=yes") == .unexpectedValue("--quiet"))
        #expect(error("score", "x", "--quiet", "--quiet") == .repeatedOption("--quiet"))
        #expect(error("--lang") != nil)
    }

    @Test func helpAndVersionNeedNoCommand() throws {
        #expect(try ArgumentParser.parse([], language: .vi).command.name == "help")
        #expect(try ArgumentParser.parse(["--help"], language: .vi).command.name == "help")
        #expect(try ArgumentParser.parse(["--version"], language: .vi).has(.version))
        #expect(try ArgumentParser.parse(["--version", "--lang", "en"], language: .vi).has(.version))
        #expect(try ArgumentParser.parse(["score", "--help"], language: .vi).has(.help))
        for words in [["-h"], ["-h", "--lang", "en"], ["--lang", "en", "-h"], ["--lang", "en", "--help"]] {
            let parsed = try ArgumentParser.parse(words, language: .vi)
            #expect(parsed.command.name == "help" && !parsed.has(.version) && parsed.operands == [])
            #expect(parsed.options[.lang] == (words.contains("en") ? "en" : nil))
        }
        #expect(try ArgumentParser.parse(["-h", "score"], language: .vi).operands == ["score"])
        #expect(CommandLineTool.run(["-h"]) == .done)
        // Other single letters are no options.
        for words in [["-V"], ["-v"], ["-x"], ["--", "-h"]] {
            #expect(throws: UsageError.self) { try ArgumentParser.parse(words, language: .vi) }
        }
    }

    @Test func overviewOfHelp() {
        let expected = """
            score-cli: scores the administrative-reform index (PAR INDEX) from criteria, figures and evidence.

            Usage: score-cli COMMAND … [options]

            Commands:
              init                makes the folder of a new assessment
              forms               makes the Excel forms in which units score themselves
              collect             takes filled forms into an assessment
              journal             lists the journal, or what two copies differ in
              check               checks an assessment or a criteria set
              score               scores the units
              explain             explains a unit's points for one criterion
              gap                 lost points, gaps to targets and next bands
              whatif              tries out changes to figures and shows points and rank
              plan                the cheapest actions to reach a goal
              rank                ranks the units within their group
              compare             compares two years, editions, units or stages
              history             points, index and rank over all periods
              progress            how far each unit is at each stage
              deadlines           tasks and dates that are overdue, due soon or done
              alerts              what to see to now: overdue, due soon, without evidence, falling
              evidence            evidence: given, missing, explained, the same twice, not to be used
              lists               figures counted from lists, and what failed
              report              writes pages for a browser, the workbook of results, official documents
                                  (Word), or all data
              open                opens the report of a folder in the browser
              stage lock          locks a stage
              stage unlock        unlocks a stage
              stage confirm       confirms a stage after an earlier one was unlocked
              stage publish       publishes the points of a stage
              stage list          lists what was done to the stages
              verify              computes a publication again from its files
              survey              satisfaction indices from a survey, with errors
              survey init         drafts a questionnaire from an export of forms
              survey check        checks forms by unit and interviewer
              survey progress     the forms so far against the sample
              survey sample-size  computes a sample size and its allocation
              survey tally        aggregates answers into a file without individual forms
              survey merge        merges tallies
              survey sql          writes the SQL that computes a tally where the rows are stored
              criteria list       lists criteria sets
              criteria show       shows a criteria set, or one criterion of it
              criteria diff       compares two editions
              criteria import     reads an annex into a criteria set
              criteria export     exports a set in the layout of an annex
              criteria review     reviews a set by what it scored over units and years
              completions         prints what makes bash, zsh or fish complete commands
              manual              prints a page for man
              help                shows help

            Options for all commands:
              --lang vi|en    language (default: English if LC_ALL, LC_MESSAGES or LANG says so, otherwise
                              Vietnamese)
              -q, --quiet     no warnings or side remarks
              -v, --verbose   shows how each table was read
              --all-findings  lists every error and warning (default: one line per cause, and only what concerns
                              the question)
              --no-color      no colours or bold (same as the NO_COLOR environment variable)
              -h, --help      shows this help
              --version       shows the version

            Exit codes: 0 done; 1 errors in the data, or a failure; 64 wrong usage.

            """
        #expect(HelpCommand.overview(in: .en) == expected)
    }

    @Test func helpOfACommand() {
        let expected = """
            explain: giải thích điểm một tiêu chí của một đơn vị

            Cách dùng: score-cli explain THƯ_MỤC MÃ [tùy chọn]

            Ví dụ:
              score-cli explain datasets/tuy-phuoc-2024 1.1 --unit tt-tuy-phuoc

            Nêu chỉ tiêu, căn cứ, số liệu, công thức đã thay số, mức đạt, mức kế tiếp cần gì, và tài liệu kiểm
            chứng. Với mã của mục có mục con, nêu điểm của các mục con. Cần --unit khi đợt đánh giá có nhiều đơn
            vị.

              THƯ_MỤC  thư mục của đợt đánh giá, có tệp assessment.json
              MÃ       mã tiêu chí, như 1.1

            Tùy chọn:
              -u, --unit ĐƠN_VỊ   mã hoặc tên của một đơn vị
              --expect SỐ_LIỆU=N|last-year
                                  số trường hợp dự kiến cả kỳ của một tỷ lệ lũy kế, như 2.1=910, hoặc last-year:
                                  bằng năm trước; ghi được nhiều lần
              --stage MÃ          bước có điểm được hiện: mã một bước của đợt đánh giá, hoặc computed (tính từ
                                  số liệu); nếu không ghi: bước của đợt đánh giá
              -f, --format table|json|md|html
                                  dạng kết quả; nếu không ghi: table
              -o, --output TỆP    ghi kết quả vào tệp (ghi trọn vẹn hoặc không ghi); nếu không ghi --format,
                                  đuôi tệp quyết định định dạng
              --points TỆP        tệp điểm tối đa thay cho điểm của bộ tiêu chí
              --keep-going        vẫn chấm các đơn vị không có lỗi và nêu các đơn vị bị bỏ lại (mã thoát vẫn là
                                  1)
              --delimiter comma|semicolon|tab|pipe
                                  dấu phân cách ô của các bảng; nếu không ghi: tự nhận biết
              --decimal comma|point
                                  dấu thập phân của các bảng; nếu không ghi: tự nhận biết
              --encoding TÊN      bảng mã của các bảng dạng văn bản (utf-8, tcvn3, vni, windows-1258…); nếu
                                  không ghi: tự nhận biết
              --round-input SỐ_CHỮ_SỐ
                                  làm tròn số của các bảng đến bấy nhiêu chữ số thập phân khi đọc; nếu không
                                  ghi: không làm tròn
              --lang vi|en        ngôn ngữ; nếu không ghi: tiếng Anh khi LC_ALL, LC_MESSAGES hoặc LANG là tiếng
                                  Anh, còn lại tiếng Việt
              -q, --quiet         không hiện cảnh báo và lời nhắn phụ
              -v, --verbose       cho biết từng bảng được đọc thế nào
              --all-findings      liệt kê từng lỗi, từng cảnh báo; nếu không ghi: mỗi nguyên nhân một dòng, và
                                  chỉ những gì liên quan
              --no-color          không tô màu, in đậm (biến môi trường NO_COLOR cũng vậy)
              -h, --help          hiện hướng dẫn này

            Mã thoát: 0 xong; 1 có lỗi trong dữ liệu hoặc không làm được; 64 dùng lệnh sai.

            """
        #expect(HelpCommand.text(for: .explain, in: .vi) == expected)
    }

    @Test func publishedResultsAreWrittenIntoAFile() throws {
        let (exit, text) = commandOutput([
            "score", Repository.path("datasets/binh-duong-2017"), "--format", "csv", "--lang", "vi",
        ])
        #expect(exit == .done)
        let rows = text.split(separator: "\r\n")
        #expect(rows.count == 1 + 9)
        #expect(
            rows.contains(
                "thu-dau-mot;Thủ Dầu Một;huyen;84,58;100,00;84,58;100,00;51,75;32,83;"
                    + "điểm theo thứ tự: Tính từ số liệu"))
    }

    @Test func exitCodesTellWhatHappened() {
        let folder = Repository.path("datasets/binh-duong-2017")
        #expect(CommandLineTool.run(["check", Repository.root + "/nowhere"]) == .failed)
        #expect(CommandLineTool.run(["score", folder, "--output", Repository.root + "/nowhere/x"]) == .failed)
        #expect(CommandLineTool.run(["score", folder, "--unit", "thu-dau-mo"]) == .usage)
        #expect(CommandLineTool.run(["explain", folder, "1"]) == .usage)
        #expect(CommandLineTool.run(["explain", folder, "99", "--unit", "thu-dau-mot"]) == .usage)
    }

    @Test func everyCommandHasHelpInBothLanguages() {
        for command in CommandDeclaration.all {
            for language in Language.allCases {
                let text = HelpCommand.text(for: command, in: language)
                #expect(text.contains(command.summary.text(language)))
                for option in command.options + OptionDeclaration.common { #expect(text.contains(option.flag)) }
                #expect(text.split(separator: "\n").allSatisfy { TextWidth.of($0) <= 100 })
                for width in [40, 60, 80] {
                    let narrow = HelpCommand.text(for: command, in: language, width: width)
                    #expect(narrow.split(separator: "\n").allSatisfy { TextWidth.of($0) <= width })
                }
            }
        }
    }
}
