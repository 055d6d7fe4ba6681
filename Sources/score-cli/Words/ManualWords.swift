import Documents

/// The fixed parts of manual pages.
enum ManualWords {
    static let name = Phrase("TÊN", "NAME")
    static let synopsis = Phrase("CÁCH DÙNG", "SYNOPSIS")
    static let examples = Phrase("VÍ DỤ", "EXAMPLES")
    static let description = Phrase("MÔ TẢ", "DESCRIPTION")
    static let arguments = Phrase("THAM SỐ", "ARGUMENTS")
    static let options = Phrase("TÙY CHỌN", "OPTIONS")
    static let commands = Phrase("CÁC LỆNH", "COMMANDS")
    static let exitStatus = Phrase("MÃ THOÁT", "EXIT STATUS")
    static let environment = Phrase("BIẾN MÔI TRƯỜNG", "ENVIRONMENT")
    static let seeAlso = Phrase("XEM THÊM", "SEE ALSO")
    static let command = Phrase("LỆNH", "COMMAND")
    static let option = Phrase("tùy chọn", "options")

    static let exits: [(code: Int, meaning: Phrase)] = [
        (0, Phrase("Xong.", "Done.")),
        (1, Phrase("Có lỗi trong dữ liệu, hoặc không làm được.", "Errors in the data, or a failure.")),
        (
            64,
            Phrase(
                "Dùng lệnh sai; chưa tệp nào được mở nếu chỉ dòng lệnh đã sai.",
                "Wrong usage; no file was opened where the line alone is wrong.")
        ),
    ]

    static let variables: [(name: String, meaning: Phrase)] = [
        (
            "LC_ALL, LC_MESSAGES, LANG",
            Phrase("Ngôn ngữ, khi không có --lang.", "The language, where --lang does not say it.")
        ),
        ("NO_COLOR", Phrase("Không tô màu, in đậm.", "No colours or bold.")),
        (
            "SCORE_BY",
            Phrase(
                "Người thực hiện, ghi vào nhật ký, khi không có --by.",
                "Who runs the command, for the journal, where --by does not say it.")
        ),
        (
            "SCORE_CRITERIA",
            Phrase(
                "Các thư mục bộ tiêu chí, cách nhau bằng dấu hai chấm.",
                "Folders of criteria sets, separated by colons.")
        ),
    ]

    static let pagesOfCommands = Phrase(
        "Mỗi lệnh có một trang riêng, như score-cli-score(1); in trang bằng: score-cli manual LỆNH.",
        "Each command has a page of its own, such as score-cli-score(1), which score-cli manual COMMAND prints.")
}
