// swift-format-ignore-file
package import Assessment
package import Documents
package import Values

extension Period {
    /// `tháng 8/2026`, `quý III/2026`, `6 tháng đầu năm 2026`, `năm 2026`, `từ 01/08/2026 đến 15/08/2026`.
    package var phrase: Phrase {
        switch kind {
        case .month: Phrase("tháng \(number)/\(year)", "month \(number)/\(year)")
        case .quarter: Phrase("quý \(["I", "II", "III", "IV"][number - 1])/\(year)", "quarter \(number) of \(year)")
        case .halfYear: number == 1 ? Phrase("6 tháng đầu năm \(year)", "first half of \(year)")
            : Phrase("6 tháng cuối năm \(year)", "second half of \(year)")
        case .year: Phrase("năm \(year)", "\(year)")
        case .days: Phrase("từ \(first) đến \(last)", "\(first) to \(last)")
        }
    }

    /// What reports say first: `Năm: 2026`, `Kỳ: tháng 8/2026`.
    package var fact: Document.Fact {
        kind == .year ? .init(.year, Phrase("\(year)")) : .init(.period, phrase)
    }

    /// What an earlier period is called beside this one: `Năm trước`, `Kỳ trước`, `Cùng kỳ năm trước`.
    package func name(of earlier: Period) -> Phrase {
        switch relation(to: earlier) {
        case .lastYear: .lastYearTitle
        case .justBefore: Phrase("Kỳ trước", "Period before")
        case .samePeriodOfLastYear: Phrase("Cùng kỳ năm trước", "Same period last year")
        case nil: Phrase("Kỳ đối chiếu", "Period compared with")
        }
    }
}

extension Period {
    /// The heading of a column: `8/2026`, `III/2026`, `nửa đầu 2026`, `2026`.
    package var shortName: Phrase {
        switch kind {
        case .month: Phrase("\(number)/\(year)")
        case .quarter: Phrase("\(["I", "II", "III", "IV"][number - 1])/\(year)", "Q\(number)/\(year)")
        case .halfYear: number == 1 ? Phrase("nửa đầu \(year)", "H1/\(year)") : Phrase("nửa cuối \(year)", "H2/\(year)")
        case .year: Phrase("\(year)")
        case .days: Phrase("\(first)–\(last)")
        }
    }

    /// The same with a capital: `Tháng 8/2026`.
    package var name: Phrase { phrase.capitalized }
}

/// Sentences of histories.
package enum HistoryWords {
    package static let title = Phrase("Diễn biến qua các kỳ", "History")
    package static let course = Phrase("Diễn biến", "Course")
    package static let missing = Phrase("Kỳ không có số liệu", "Periods without data")
    package static let nothing = Phrase("không có số liệu kỳ này", "nothing for this period")
    package static let changes = Phrase("Thay đổi là so với kỳ liền trước; kỳ không có số liệu để trống, không nối qua.",
                                        "Changes are from the period just before; a period without data stays open and is never bridged.")
    package static let gaps = Phrase("Thay đổi là so với kỳ liền trước; kỳ không có số liệu để trống, không nối qua. «·» trong cột Diễn biến là kỳ không có số liệu.",
                                     "Changes are from the period just before; a period without data stays open and is never bridged. “·” in the course is such a period.")
    package static let incomplete = Phrase("Có kỳ còn điểm chưa đo: chỉ số khi đó là tạm tính.",
                                           "Some periods have points not measured yet: their index is provisional.")
    package static func editions(_ editions: [String]) -> Phrase {
        let list = Phrase(verbatim: editions.joined(separator: ", "))
        return Phrase("Các kỳ được chấm theo bộ tiêu chí khác nhau (\(list)): chỉ số của các kỳ không hoàn toàn so sánh được.",
                      "Periods are scored by different editions (\(list)): their indices cannot be wholly compared.")
    }
    package static func successions(_ count: Int) -> Phrase {
        Phrase("\(count) đơn vị là do sáp nhập, chia hoặc đổi từ đơn vị cũ: các kỳ trước đó đứng ở đơn vị cũ. Lệnh compare so sánh với các đơn vị cũ gộp lại.",
               "\(count, "unit succeeds", "units succeed") older ones, where the earlier periods stand. “compare” compares with these together.")
    }
    package static func ended(_ count: Int) -> Phrase {
        Phrase("\(count) đơn vị không còn ở kỳ cuối không có trong bảng; xem đầy đủ bằng --format md hoặc --format csv.",
               "\(count, "unit", "units") that the last period no longer has \(count == 1 ? "is" : "are") not in the table; --format md or --format csv has them all.")
    }
    /// From when to when, and how many of them are known.
    package static func span(_ first: Period, _ last: Period, known: Int) -> Phrase {
        first == last ? first.phrase
            : Phrase("\(first.phrase) – \(last.phrase) (\(known) kỳ có số liệu)", "\(first.phrase) – \(last.phrase) (\(known) with data)")
    }
    package static func list(_ periods: [Period]) -> Phrase { periods.map { $0.phrase }.joined(", ") }

    /// Why folders make no series.
    package static func fault(_ fault: PeriodSeries.Fault) -> Phrase {
        switch fault {
        case .kindsDiffer(let first, let second):
            Phrase("Kỳ của «\(first)» và «\(second)» khác loại (tháng, quý, nửa năm, năm). Hãy chọn các thư mục cùng loại kỳ.",
                   "The periods of “\(first)” and “\(second)” are of different kinds. Choose folders of one kind.")
        case .samePeriod(let first, let second):
            Phrase("«\(first)» và «\(second)» cùng một kỳ hoặc trùng ngày. Hãy bỏ một trong hai.",
                   "“\(first)” and “\(second)” are of the same period, or their days overlap. Leave one of them out.")
        case .tooLong:
            Phrase("Kỳ đầu và kỳ cuối cách nhau quá xa. Hãy kiểm tra «period» của các thư mục.",
                   "The first and the last period are too far apart. Check “period” of the folders.")
        }
    }
}

/// Sentences about the days up to which figures count.
package enum PeriodWords {
    /// Up to which day one counts.
    package static func asOf(_ day: CalendarDay) -> Phrase { Phrase("tính đến \(day)", "as of \(day)") }

    /// That figures were drawn before the period ended.
    package static func provisional(_ figures: ProvisionalFigures) -> Phrase {
        Phrase("Tạm tính đến \(span(figures)): \(amount: figures.count) số liệu lấy trước khi kỳ kết thúc (\(figures.end)).",
               "Provisional as of \(span(figures)): \(figures.count, "figure was", "figures were") drawn before the period ends (\(figures.end)).")
    }

    /// The same for a cell of every row.
    package static func provisionalInShort(_ figures: ProvisionalFigures) -> Phrase {
        Phrase("tạm tính đến \(span(figures))", "provisional as of \(span(figures))")
    }

    private static func span(_ figures: ProvisionalFigures) -> Phrase {
        let (first, last) = (figures.days.lowerBound, figures.days.upperBound)
        return first == last ? Phrase("\(last)") : Phrase("\(first) – \(last)")
    }
}
