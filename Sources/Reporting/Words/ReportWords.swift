package import Documents
internal import Words
import Assessment
import Scoring
import Values

/// Sentences below the tables of reports.
package enum ReportWords {
    /// A unit that was left out.
    static func notScored(in language: Language) -> String {
        language == .vi ? "không chấm vì số liệu có lỗi" : "not scored: its rows hold errors"
    }

    /// The mean index of a group, and how many of its units are too incomplete to be part of it.
    static func mean(
        _ index: FixedDecimal, of count: Int, leftOut: Int, _ digits: Int, in language: Language
    ) -> String {
        let text = NumberWords(language).text(index, minimumDigits: digits)
        switch (language, leftOut) {
        case (.vi, 0): return "Trung bình chỉ số của \(count) đơn vị: \(text)"
        case (.vi, _):
            return "Trung bình chỉ số của \(count) đơn vị: \(text) (không tính \(leftOut) đơn vị chưa đủ số liệu)"
        case (.en, 0): return "Mean index of \(count) units: \(text)"
        case (.en, _): return "Mean index of \(count) units: \(text) (\(leftOut) too incomplete to count)"
        }
    }

    /// What coverage means.
    static func coverage(in language: Language) -> String {
        language == .vi
            ? "Độ phủ dưới 100 %: còn tiêu chí chưa có số liệu, chờ khảo sát hoặc không công bố. Các tiêu chí này "
                + "chưa có điểm và vẫn nằm trong điểm tối đa, nên chỉ số có thể còn tăng."
            : "Coverage below 100 %: some criteria have no figures yet, await a survey or are not published. They have "
                + "no points for now and stay in the maximum, so the index may still rise."
    }

    /// How many leaves are not simply scored.
    static func counts(_ counts: [[LeafStatus: Int]], in language: Language) -> [String] {
        var sums: [LeafStatus: Int] = [:]
        for unit in counts { sums.merge(unit, uniquingKeysWith: +) }
        return [LeafStatus.notReported, .partlyReported, .awaited, .notPublished, .notApplicable].compactMap { status in
            guard let count = sums[status], count > 0 else { return nil }
            let label = CriterionReport.label(of: status).text(language)
            let meaning = meaning(of: status).text(language)
            return language == .vi
                ? "\(label): \(count) lượt tiêu chí; \(meaning)."
                : "\(label): \(count) \(count == 1 ? "criterion" : "criteria"), over all units shown; \(meaning)."
        }
    }

    private static func meaning(of status: LeafStatus) -> Wording {
        switch status {
        case .scored: Wording(vi: "đã có điểm", en: "with points")
        case .awaited:
            Wording(
                vi: "khảo sát chưa có hoặc nhiệm vụ chưa đến hạn, tạm tính 0 điểm, vẫn nằm trong điểm tối đa",
                en: "the survey is not in or the task not due; 0 points for now, still in the maximum")
        case .notReported:
            Wording(
                vi: "tạm tính 0 điểm, vẫn nằm trong điểm tối đa", en: "0 points for now, still in the maximum")
        case .notPublished:
            Wording(
                vi: "nơi khảo sát không công bố; không phải 0 điểm, vẫn nằm trong điểm tối đa",
                en: "whoever measures it does not publish it; not 0 points, and still in the maximum")
        case .partlyReported:
            Wording(vi: "phần còn thiếu tạm tính 0 điểm", en: "what is missing counts 0 points for now")
        case .notApplicable:
            Wording(
                vi: "không tính vào điểm và điểm tối đa, trừ khi tiêu chí quy định được điểm tối đa",
                en: "out of points and maximum, unless the criterion gives full points")
        }
    }

    /// The classes that conditions held down.
    static func classes(_ units: [UnitReport], in language: Language) -> [String] {
        units.compactMap { unit in
            guard let held = unit.classification, !held.conditions.isEmpty, held.unitClass != held.byIndex,
                let byIndex = held.byIndex
            else { return nil }
            let reasons = held.conditions.map { $0.reason.text(language) }.joined(separator: "; ")
            let name = byIndex.name.text(language)
            return language == .vi
                ? "\(unit.unit.name): theo chỉ số đạt loại \(name) nhưng bị khống chế: \(reasons)"
                : "\(unit.unit.name): the index alone gives \(name), held down by: \(reasons)"
        }
    }

    /// How classes that are parts of the ranked units of a group came about, or why there are none: once a group.
    static func quantiles(_ units: [UnitReport], under header: ReportHeader, in language: Language) -> [String] {
        var seen: Set<String?> = []
        return units.compactMap { unit in
            guard let count = unit.score.classedUnitCount, seen.insert(unit.unit.group).inserted,
                let (cut, classes) = unit.score.quantileClasses
            else { return nil }
            let name = header.settings.groups.first { $0.code == unit.unit.group }?.name.text(language)
            let group = name.map { $0 + ": " } ?? ""
            if count < cut.minimumUnits {
                return language == .vi
                    ? "\(group)chưa xếp loại: có \(count) đơn vị được xếp hạng, cần ít nhất \(cut.minimumUnits)."
                    : "\(group)no classes: \(count) ranked, at least \(cut.minimumUnits) needed."
            }
            let words = CriteriaWords.cut(cut, into: classes.count, in: language)
            return language == .vi
                ? "\(group)xếp loại trong \(count) đơn vị được xếp hạng: \(words)."
                : "\(group)classes among \(count) ranked units: \(words)."
        }
    }

    /// That units were left out.
    package static func leftOut(_ codes: [String], in language: Language) -> String {
        let names = codes.joined(separator: ", ")
        return language == .vi
            ? "Không chấm \(codes.count) đơn vị vì số liệu có lỗi: \(names)."
            : codes.count == 1
                ? "1 unit is not scored because its rows hold errors: \(names)."
                : "\(codes.count) units are not scored because their rows hold errors: \(names)."
    }
}
