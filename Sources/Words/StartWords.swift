// swift-format-ignore-file
package import Documents

/// What `init` says.
package enum StartWords {
    /// The names of sheets.
    package static let units = Phrase("Đơn vị", "Units")
    package static let figures = Phrase("Số liệu", "Figures")

    package static func done(
        folder: String, table: String, units: Int, figures: Int, hasEarlier: Bool, movedDates: Int
    ) -> Phrase {
        let first = Phrase("Đã lập thư mục «\(folder)»: \(units) đơn vị, \(figures) số liệu cần điền trong \(table).",
                           "Made the folder “\(folder)”: \(units, "unit", "units"), \(figures, "figure", "figures") to enter in \(table).")
        let before = hasEarlier
            ? Phrase(" Số liệu kỳ trước ghi ở các cột cuối để đối chiếu.", " The figures of the period before stand in the last columns.")
            : nil
        let dates = movedDates > 0
            ? Phrase(" \(movedDates) mốc thời gian được lùi theo năm mới: hãy sửa trong assessment.json theo kế hoạch năm nay.",
                     " \(movedDates, "date was", "dates were") moved to the new year: correct them in assessment.json after this year's plan.")
            : nil
        return Phrase("\(first)\(before)\(dates) Điền xong hãy chạy: score-cli check \(folder)",
                      "\(first)\(before)\(dates) Then run: score-cli check \(folder)")
    }
}
