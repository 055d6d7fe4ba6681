// swift-format-ignore-file
package import Assessment
package import Documents

/// What commands say of what is done to stages, of publications and of their verification.
package enum LedgerWords {
    package static let records = Phrase("Các lần khóa, mở khóa, xác nhận, công bố", "What was done to the stages")
    package static let none = Phrase("Chưa có bước nào được khóa.", "No stage has been locked yet.")
    package static let number = Phrase("Số", "No.")
    package static let time = JournalWords.time
    package static let by = JournalWords.by
    package static let action = Phrase("Việc", "Action")
    package static let decision = Phrase("Số quyết định", "Decision")
    package static let openLines = Phrase("Dòng chưa xem xét", "Open lines")
    package static let acceptedBy = Phrase("Người chấp nhận", "Accepted by")
    package static let toConfirm = Phrase("Phải xác nhận lại", "To confirm")
    package static let publication = Phrase("Lần công bố", "Publication")
    package static let corrects = Phrase("Đính chính lần", "Corrects")
    package static let states = Phrase("Các bước", "Stages")
    package static let locked = Phrase("Đã khóa", "Locked")
    package static let open = Phrase("Chưa khóa", "Open")

    package static let nothingDue = Phrase("Không có bước nào hết hạn mà chưa khóa.", "Nothing is due that is not locked.")
    package static let notDone = Phrase("Chưa thực hiện vì còn lỗi.", "Nothing was done, because there are errors.")

    package static func done(_ record: StageRecord, at stage: Phrase) -> Phrase {
        switch record.action {
        case .lock: Phrase("Đã khóa bước \(stage) (dòng \(record.number) của stages.csv).", "Locked the stage \(stage) (record \(record.number) of stages.csv).")
        case .unlock: Phrase("Đã mở khóa bước \(stage) (dòng \(record.number) của stages.csv).", "Unlocked the stage \(stage) (record \(record.number) of stages.csv).")
        case .confirm: Phrase("Đã xác nhận lại bước \(stage) (dòng \(record.number) của stages.csv).", "Confirmed the stage \(stage) (record \(record.number) of stages.csv).")
        case .publish: Phrase("Đã công bố lần \(record.publication ?? 1) điểm của bước \(stage), ghi vào thư mục published/\(record.publication ?? 1).", "Published the points of the stage \(stage) as publication \(record.publication ?? 1), in the folder published/\(record.publication ?? 1).")
        }
    }

    package static func confirm(_ stages: [Phrase]) -> Phrase {
        let names = stages.joined(", ")
        return Phrase("Các bước phải xác nhận lại: \(names).", "Stages to be confirmed: \(names).")
    }

    package static let verification = Phrase("Đối chiếu bản công bố", "Verification of a publication")
    package static let files = Phrase("Số tệp đã đối chiếu", "Files held against their sums")
    package static let units = Phrase("Số đơn vị tính lại", "Units computed again")
    package static let matches = Phrase("Không có sai khác: kết quả đã công bố khớp với các tệp kèm theo.", "Nothing differs: the publication is what its files give.")
    package static let differs = Phrase("Có sai khác, như đã nêu ở trên.", "Something differs, as said above.")

    package static let corrections = Phrase("Bảng đính chính", "Corrections")
    package static let before = Phrase("Đã công bố", "Published")
    package static let after = Phrase("Đính chính", "Corrected")
    package static let placeBefore = Phrase("Hạng đã công bố", "Place published")
    package static let placeAfter = Phrase("Hạng đính chính", "Place corrected")
    package static let classBefore = Phrase("Xếp loại đã công bố", "Class published")
    package static let classAfter = Phrase("Xếp loại đính chính", "Class corrected")
    package static let noCorrections = Phrase("Hai lần công bố không khác nhau.", "The two publications do not differ.")
    package static let noValue = Phrase(verbatim: "–")
    /// What was published, and what is now; one where they are the same.
    package static func change(_ before: Phrase, _ after: Phrase) -> Phrase {
        before.text(.vi) == after.text(.vi) ? after : Phrase("\(before) → \(after)")
    }
    package static func between(_ first: Int, _ second: Int) -> Phrase {
        Phrase("lần \(first) → lần \(second)", "publication \(first) → publication \(second)")
    }
}

extension StageAction {
    package var phrase: Phrase {
        switch self {
        case .lock: Phrase("khóa", "lock")
        case .unlock: Phrase("mở khóa", "unlock")
        case .confirm: Phrase("xác nhận lại", "confirm")
        case .publish: Phrase("công bố", "publish")
        }
    }
}
