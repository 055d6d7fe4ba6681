// swift-format-ignore-file
package import Assessment
package import Documents
package import Scoring
package import Values

/// Sentences on how far units are.
package enum ProgressWords {
    package static let byGroup = Phrase("Theo khối", "By group")
    package static let units = Phrase("Từng đơn vị", "Units")
    package static let next = Phrase("Hạn gần nhất", "Next to close")
    package static let lines = Phrase("Dòng", "Lines")
    package static let linesInFull = Phrase("Số dòng", "Lines")
    package static let answered = Phrase("Đã trả lời", "Answered")
    package static let answeredInFull = Phrase("Dòng: đã trả lời", "Lines answered")
    package static let late = Phrase("Quá hạn", "Late")
    package static let lateInFull = Phrase("Dòng quá hạn", "Open lines of which the last day has passed")
    package static let opens = Phrase("Ngày mở", "Opens")
    package static let closes = Phrase("Ngày đóng", "Closes")
    package static let openPoints = Phrase("Điểm ở dòng chưa xong", "Points on open lines")
    package static let openMaximum = Phrase("Điểm tối đa của dòng chưa xong", "Maximum of open lines")
    package static let missing = Phrase("Số liệu thiếu", "Figures missing")
    package static let due = Phrase("Số liệu phải báo cáo", "Figures due")
    package static let missingFigures = Phrase("Số liệu còn thiếu", "Figures missing")

    package static func lines(_ state: LineState) -> Phrase { Phrase("Dòng: \(state.phrase.lowercased)", "Lines \(state.phrase.lowercased)") }

    package static func total(_ count: Int) -> Phrase { Phrase("Toàn đợt (\(count) đơn vị)", "All (\(count, "unit", "units"))") }

    package static func day(_ day: CalendarDay) -> Document.Fact { .init(Phrase("Tính đến ngày", "On"), Phrase("\(day)")) }

    /// `3/40`; nothing where no figure is due.
    package static func missing(_ figures: FiguresDue) -> Phrase? {
        figures.due == 0 ? nil : Phrase(verbatim: "\(figures.missing)/\(figures.due)")
    }

    package static func figures(_ total: ProgressTotal, digits: Int, stage: Stage) -> Phrase {
        Phrase("Số liệu: còn thiếu \(total.figures.missing)/\(total.figures.due) số liệu phải báo cáo. Điểm chưa đo (bước \(stage.phrase)): \(total.unmeasured, digits: digits).",
               "Figures: \(total.figures.missing) of \(total.figures.due) that are due are missing. Points not measured (stage \(stage.phrase)): \(total.unmeasured, digits: digits).")
    }

    /// `Đang làm 12/40`: so many of the lines are done.
    package static func state(_ progress: StageProgress) -> Phrase {
        let all = progress.lines.all.count
        let done = all - progress.lines[.open].count
        return progress.state == .inProgress ? Phrase("\(progress.state.phrase) \(String(done))/\(String(all))") : progress.state.phrase
    }
}

extension StageState {
    package var words: Value { .code(rawValue, phrase) }

    package var phrase: Phrase {
        switch self {
        case .notStarted: Phrase("Chưa làm", "Not started")
        case .inProgress: Phrase("Đang làm", "In progress")
        case .complete: Phrase("Xong", "Complete")
        case .locked: Phrase("Đã khóa", "Locked")
        case .toConfirm: Phrase("Phải xác nhận lại", "To confirm")
        }
    }
}

extension LineState {
    /// The heading of a narrow column.
    package var shortPhrase: Phrase {
        switch self {
        case .open: Phrase("Chưa xem", "Open")
        case .accepted: Phrase("Đồng ý", "Accepted")
        case .changed: Phrase("Sửa", "Changed")
        case .returned: Phrase("Trả lại", "Returned")
        }
    }
}
