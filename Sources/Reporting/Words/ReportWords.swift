import Assessment
import Scoring

/// Sentences below the tables of reports.
package enum ReportWords {
    /// What coverage means.
    static func coverage(in language: Language) -> String {
        language == .vi
            ? "Độ phủ dưới 100 %: còn tiêu chí chưa có số liệu hoặc chờ khảo sát. Các tiêu chí này tạm tính 0 điểm và vẫn nằm "
                + "trong điểm tối đa, nên chỉ số có thể còn tăng."
            : "Coverage below 100 %: some criteria have no figures yet or await a survey. They count 0 points for now and "
                + "stay in the maximum, so the index may still rise."
    }

    /// How many leaves are not simply scored.
    static func counts(_ counts: [[LeafStatus: Int]], in language: Language) -> [String] {
        var sums: [LeafStatus: Int] = [:]
        for unit in counts { sums.merge(unit, uniquingKeysWith: +) }
        let texts: [(LeafStatus, String, String)] = [
            (
                .notReported, "lượt tiêu chí chưa báo cáo: tạm tính 0 điểm, vẫn nằm trong điểm tối đa",
                "not reported: 0 points for now, still in the maximum"
            ),
            (
                .partlyReported, "lượt tiêu chí báo cáo một phần: phần còn thiếu tạm tính 0 điểm",
                "partly reported: what is missing counts 0 points for now"
            ),
            (
                .awaited, "lượt tiêu chí chờ khảo sát: tạm tính 0 điểm, vẫn nằm trong điểm tối đa",
                "awaiting a survey: 0 points for now, still in the maximum"
            ),
            (
                .notApplicable, "lượt tiêu chí không áp dụng: không tính vào điểm và điểm tối đa, trừ khi tiêu chí quy định "
                    + "được điểm tối đa",
                "not applicable: out of points and maximum, unless the criterion gives full points"
            ),
        ]
        return texts.compactMap { status, vi, en in
            guard let count = sums[status], count > 0 else { return nil }
            return "\(count) " + (language == .vi ? vi : en) + "."
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

    /// That units were left out.
    package static func leftOut(_ codes: [String], in language: Language) -> String {
        let names = codes.joined(separator: ", ")
        return language == .vi
            ? "Không chấm \(codes.count) đơn vị vì số liệu có lỗi: \(names)."
            : "\(codes.count) units are not scored because their rows hold errors: \(names)."
    }
}
