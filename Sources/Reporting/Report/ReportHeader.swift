package import Documents
internal import Words
internal import Values
package import Assessment
package import Scoring

/// What stands above every report: which assessment, by which criteria, and what must be known to read its numbers.
package struct ReportHeader: Sendable {
    /// What `assessment.json` says.
    package let settings: AssessmentSettings
    /// The criteria set: its name, edition, source, rounding, assumptions.
    package let set: CriteriaSet
    /// The folder as the user gave it.
    package let folder: String

    /// Takes the header of an assessment.
    package init(_ assessment: Assessment) {
        settings = assessment.settings
        set = assessment.criteria.set
        folder = assessment.folder
    }

    /// `Tự đánh giá`, `Thẩm định`.
    package static func text(of stage: AssessmentSettings.Stage, in language: Language) -> String {
        switch (stage, language) {
        case (.selfAssessment, .vi): "Tự đánh giá"
        case (.selfAssessment, .en): "Self-assessment"
        case (.appraisal, .vi): "Thẩm định"
        case (.appraisal, .en): "Appraisal"
        }
    }

    /// Which assessment and by which criteria, as names with what they say.
    func facts(in language: Language) -> [ReportDocument.Fact] {
        [
            .init(Label.year.text(language), String(settings.year)),
            .init(Label.stage.text(language), Self.text(of: settings.stage, in: language)),
            .init(Label.criteriaSet.text(language), "\(set.name.text(language)) (\(set.set) \(set.edition))"),
        ]
    }

    /// What must not be missed: that figures are made up, the assessment's own notice, that points are assumed.
    package func notices(in language: Language, isBrief: Bool = false) -> [String] {
        let own = figureNotices(in: language)
        return (own.isEmpty ? [] : [own.joined(separator: " ")]) + pointNotices(in: language, isBrief: isBrief)
    }

    /// That figures are made up, and the assessment's own notice.
    func figureNotices(in language: Language) -> [String] {
        var notices: [String] = []
        if settings.isSynthetic {
            notices.append(
                language == .vi
                    ? "Số liệu trong báo cáo này là số liệu giả lập, không phải số liệu thật."
                    : "The figures in this report are synthetic; they are not real.")
        }
        if let notice = settings.notice { notices.append(notice.text(language)) }
        return notices
    }

    /// That points are assumed, or come from elsewhere than the edition's.
    func pointNotices(in language: Language, isBrief: Bool) -> [String] {
        var notices: [String] = []
        if set.points.basis == .assumed { notices.append(Self.assumed(set.points, in: language, isBrief: isBrief)) }
        return notices + replacedPoints(in: language)
    }

    /// Leaves whose maximum comes from elsewhere than the edition's, such as a file of points given by the user.
    private func replacedPoints(in language: Language) -> [String] {
        var codes: [PointsOrigin: [String]] = [:]
        var origins: [PointsOrigin] = []
        for criterion in set.criteria {
            guard let origin = criterion.leaf?.points else { continue }
            if codes[origin] == nil { origins.append(origin) }
            codes[origin, default: []].append(criterion.code)
        }
        return origins.map { origin in
            let named = CleanText.cut((codes[origin] ?? []).joined(separator: ", "), at: 80)
            let source = SourceWords.text(origin.source, in: language)
            switch (origin.basis, language) {
            case (.decreed, .vi): return "Điểm tối đa của \(named) lấy theo: \(source)."
            case (.decreed, .en): return "The maximum points of \(named) are taken from: \(source)."
            case (.assumed, .vi): return "Điểm tối đa của \(named) là giả định; lấy theo: \(source)."
            case (.assumed, .en): return "The maximum points of \(named) are assumed; taken from: \(source)."
            }
        }
    }

    /// The same in a few words, for a cell of every row.
    func shortNotice(in language: Language) -> String {
        var words: [String] = []
        if settings.isSynthetic { words.append(language == .vi ? "số liệu giả lập" : "synthetic figures") }
        if set.points.basis == .assumed {
            let source = set.points.source.document
            words.append(language == .vi ? "điểm tối đa giả định (\(source))" : "assumed maxima (\(source))")
        }
        for origin in Set(set.criteria.compactMap { $0.leaf?.points }.map(\.source.document)).sorted() {
            words.append(language == .vi ? "có điểm tối đa lấy theo \(origin)" : "some maxima from \(origin)")
        }
        return words.joined(separator: "; ")
    }

    /// That maximum points are assumed, from where, and unless brief why.
    static func assumed(_ origin: PointsOrigin, in language: Language, isBrief: Bool) -> String {
        let reason = isBrief ? "" : origin.reason.map { " " + $0.text(language) } ?? ""
        let source = SourceWords.text(origin.source, in: language)
        return language == .vi
            ? "Điểm tối đa là giả định, không do văn bản quy định; lấy theo: \(source).\(reason)"
            : "The maximum points are assumed, not decreed; taken from: \(source).\(reason)"
    }

    /// What the edition assumes: all of it, or when brief how much there is and where it is shown.
    func assumptions(in language: Language, isBrief: Bool) -> [ReportDocument.Block] {
        let assumptions = set.assumptions
        guard !assumptions.isEmpty else { return [] }
        if isBrief {
            return [
                .paragraph(
                    language == .vi
                        ? "Bộ tiêu chí nêu \(assumptions.count) giả định; xem đầy đủ bằng --format md hoặc --format "
                            + "json."
                        : "The criteria set states \(assumptions.count) assumptions; --format md or --format json "
                            + "shows them."
                )
            ]
        }
        return [
            .heading(Label.assumptions.text(language), level: 2), .list(assumptions.map { $0.text(language) }),
        ]
    }
}

/// Legal sources in words.
enum SourceWords {
    /// Document, place and row.
    static func text(_ source: LegalSource, in language: Language = .vi) -> String {
        var parts = [source.document]
        if let place = source.place { parts.append(place) }
        if let row = source.row { parts.append((language == .vi ? "dòng " : "row ") + row) }
        return parts.joined(separator: "; ")
    }
}
