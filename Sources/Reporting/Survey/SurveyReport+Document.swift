package import Documents
internal import Words
internal import Assessment
internal import Survey
internal import Values

extension SurveyReport {
    /// The report for people.
    package func document(in language: Language) -> ReportDocument {
        let questionnaire = survey.questionnaire
        var document = ReportDocument()
        document.blocks.append(.heading(header.settings.name.text(language), level: 1))
        var facts: [ReportDocument.Fact] = [
            .init(Label.year.text(language), String(header.settings.year)),
            .init(language == .vi ? "Phiếu khảo sát" : "Questionnaire", questionnaire.name.text(language)),
            .init(
                language == .vi ? "Chỉ số" : "Index",
                SurveyWords.text(questionnaire.index, levels: questionnaire.scale.levels, in: language)),
            .init(language == .vi ? "Chọn mẫu" : "Sampling", SurveyWords.text(questionnaire.design, in: language)),
        ]
        if questionnaire.design != nil {
            facts.append(
                .init(
                    language == .vi ? "Khoảng tin cậy" : "Interval",
                    SurveyWords.text(questionnaire.interval, in: language)))
        }
        facts.append(.init(language == .vi ? "Phiếu" : "Forms", readFact(in: language)))
        if let unit { facts.append(.init(language == .vi ? "Đơn vị" : "Unit", "\(unit.name) (\(unit.code))")) }
        if !awaited.isEmpty {
            facts.append(
                .init(
                    language == .vi ? "Chưa có phiếu" : "No forms yet",
                    awaited.map(\.name).joined(separator: ", ")))
        }
        document.blocks.append(.facts(facts))
        document.blocks.append(.heading(language == .vi ? "Theo đơn vị" : "By unit", level: 2))
        document.blocks.append(
            .table(
                table(totals, language == .vi ? "Đơn vị" : "Unit", in: language) { index in
                    units.first { $0.code == index.unit }?.name ?? unit?.name
                        ?? (language == .vi ? "Tất cả" : "All")
                }))
        document.blocks.append(.heading(language == .vi ? "Theo nội dung" : "By factor", level: 2))
        document.blocks.append(
            .table(
                table(parts, language == .vi ? "Nội dung" : "Factor", in: language) { index in
                    [code(of: index.part), name(of: index.part, in: language)].compactMap { $0 }.joined(separator: ". ")
                }))
        for division in divisions {
            let title = division.domains.map { $0.name.text(language) }.joined(separator: " × ")
            document.blocks.append(.heading((language == .vi ? "Theo " : "By ") + title.lowercased(), level: 2))
            document.blocks.append(
                .table(
                    table(division.indices, title, in: language) { index in
                        division.domains.map { index.domain[$0.code] ?? "" }.map { $0.isEmpty ? "–" : $0 }
                            .joined(separator: " × ")
                    }))
        }
        document.blocks.append(.paragraph(legend(in: language)))
        if questionnaire.design != nil {
            document.blocks.append(.paragraph(SurveyWords.designEffect.text(language)))
        }
        document.blocks += header.notices(in: language, isBrief: true).map { .notice($0) }
        return document
    }

    /// What was read, and what was not usable.
    private func readFact(in language: Language) -> String {
        let rows = survey.analysis?.tally.rowCount ?? 0
        let left = survey.analysis?.tally.rowsLeftOut ?? 0
        let unknown = totals.first?.unknown ?? 0
        let numbers = NumberWords(language)
        func count(_ value: Int) -> String { numbers.text(FixedDecimal(exactly: value) ?? .zero) }
        return language == .vi
            ? "\(count(rows)) phiếu dùng được, \(count(left)) dòng bị bỏ, \(count(unknown)) câu trả lời không hợp lệ"
            : "\(count(rows)) usable, \(count(left)) rows left out, \(count(unknown)) answers not valid"
    }

    private func table(
        _ indices: [SurveyIndex], _ title: String, in language: Language, name: (SurveyIndex) -> String
    ) -> TextTable {
        let isVietnamese = language == .vi
        let numbers = NumberWords(language)
        func count(_ value: Int) -> String { numbers.text(FixedDecimal(exactly: value) ?? .zero) }
        var columns = [
            TextTable.Column(title, wrapsFrom: 24),
            TextTable.Column(isVietnamese ? "Người" : "People", .trailing),
            TextTable.Column(isVietnamese ? "Câu trả lời" : "Answers", .trailing, isDispensable: true),
            TextTable.Column(isVietnamese ? "Chỉ số" : "Index", .decimal),
        ]
        let hasDesign = survey.questionnaire.design != nil
        if hasDesign {
            columns += [
                TextTable.Column(isVietnamese ? "Sai số chuẩn" : "Std. error", .decimal),
                TextTable.Column(isVietnamese ? "Khoảng tin cậy" : "Interval"),
                TextTable.Column(isVietnamese ? "Hệ số thiết kế" : "Design effect", .decimal, isDispensable: true),
            ]
        }
        columns.append(TextTable.Column(isVietnamese ? "Phân bố" : "Distribution"))
        let hasNotes = indices.contains { $0.status != .estimated && $0.status != .noDesign }
        if hasNotes { columns.append(TextTable.Column(isVietnamese ? "Ghi chú" : "Note", wrapsFrom: 16)) }
        let rows = indices.enumerated().map { position, index in
            var cells = [
                name(index), count(index.people), index.status == .suppressed ? "–" : count(index.answers),
                percent(index.percent, language),
            ]
            if hasDesign {
                cells.append(
                    SurveyWords.fraction(index.estimate?.standardError.map { $0 * 100 }, digits: 2, in: language))
                cells.append(SurveyWords.limits(index, in: language) ?? "–")
                cells.append(SurveyWords.fraction(index.estimate?.designEffect, digits: 2, in: language))
            }
            cells.append(index.value == nil ? "" : AnswerBar.text(index.weights, width: 20))
            if hasNotes { cells.append(SurveyWords.note(index, in: language)) }
            let isStrong = position == 0 && index.unit == unit?.code && indices.count == totals.count
            return TextTable.Row(cells, isStrong: isStrong && name(index) != "")
        }
        return TextTable(
            columns: columns, rows: rows, decimalSeparator: Character(NumberWords(language).decimalSeparator))
    }

    private func percent(_ value: FixedDecimal?, _ language: Language) -> String {
        guard let value else { return "–" }
        return NumberWords(language).text(
            value.rounded(Rounding(.halfAwayFromZero, digits: 2)) ?? value, minimumDigits: 2)
    }

    private func legend(in language: Language) -> String {
        let levels = survey.questionnaire.scale.levels
        let signs = zip(AnswerBar.signs(levels: levels.count), levels).map { "\($0) \($1.label.text(language))" }
        return (language == .vi ? "Phân bố: " : "Distribution: ") + signs.joined(separator: ", ")
    }
}

extension FixedDecimal {
    /// The nearest number to a floating-point one; nil beyond the range.
    init?(rounding value: Double) {
        let scaled = (value * Double(Self.scale)).rounded(.toNearestOrAwayFromZero)
        guard let mantissa = Int64(exactly: scaled) else { return nil }
        self.init(mantissa: mantissa)
    }
}
