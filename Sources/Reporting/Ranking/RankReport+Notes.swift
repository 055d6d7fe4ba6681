package import Documents
internal import Words
import Assessment
import Scoring
import Values

extension RankReport {
    /// What a reader must know of the columns.
    func notes(in language: Language) -> [String] {
        var notes: [String] = []
        let isVietnamese = language == .vi
        if let part = parts.first(where: { !$0.partNodes.isEmpty }) {
            let names = part.partNodes.map { "\(set.criteria[$0].code) – \(set.criteria[$0].name.text(language))" }
            notes.append(
                isVietnamese
                    ? "Các cột ghi mã là hạng theo từng phần: \(names.joined(separator: "; ")). «–»: phần đó không áp dụng cho "
                        + "đơn vị hoặc chưa đủ số liệu."
                    : "Columns with codes are places by parts: \(names.joined(separator: "; ")). “–”: the part does not apply to "
                        + "the unit, or too little of it is scored.")
        }
        notes.append(
            isVietnamese
                ? "Hạng so trên chỉ số đầy đủ, không phải số đã làm tròn để hiển thị."
                : "Places go by the index in full, not as rounded for show.")
        if parts.contains(where: { !$0.absences.isEmpty }) {
            notes.append(
                isVietnamese
                    ? "Đơn vị chưa đủ số liệu được liệt kê riêng, không tính là 0 điểm."
                    : "Units too incomplete are listed apart; they do not count as zero.")
        }
        if hasPrevious {
            notes.append(
                isVietnamese
                    ? "Năm trước: hạng năm trước trong cùng phạm vi và thay đổi từ đó; «–» khi năm trước không có hạng."
                    : "Last year: the place among the same then, and the change since; “–” for none.")
        }
        if hasOwnPoints {
            notes.append(
                isVietnamese
                    ? "Theo điểm gốc: hạng khi dùng điểm tối đa của chính bộ tiêu chí."
                    : "By own points: the place with the maximum points of the criteria file itself.")
        }
        notes.append(intervalNote(in: language))
        notes += samplingNotes(parts.compactMap(\.sampling), in: language)
        if let variation = parts.lazy.compactMap({ $0.robustness?.variation }).first {
            notes.append(note(on: variation.parameters, in: language))
            notes.append(
                isVietnamese
                    ? "Khi bỏ một phần: hạng tốt nhất và thấp nhất khi bỏ lần lượt từng lĩnh vực, từng tiêu chí; trong ngoặc là "
                        + "phần làm đổi hạng nhiều nhất và hạng khi không có phần đó."
                    : "With a part left out: the best and the worst place as each field and criterion is left out in turn; in "
                        + "brackets the part that moves the unit most, and its place without it.")
        }
        if options.robustDraws != nil, parts.contains(where: { !$0.rows.isEmpty && $0.robustness == nil }) {
            notes.append(
                isVietnamese
                    ? "Không đổi điểm tối đa được: điểm quá lớn để tính."
                    : "Maximum points could not be varied: they are too large.")
        }
        if let reason = classNote(in: language) { notes.append(reason) }
        return notes
    }

    private func intervalNote(in language: Language) -> String {
        let isVietnamese = language == .vi
        guard parts.contains(where: { $0.sampling != nil }) else {
            if !options.errors.isEmpty {
                return isVietnamese
                    ? "Không có số liệu nào dùng để xếp hạng ở đây có sai số chuẩn, nên khoảng hạng là chính hạng đó."
                    : "No figure that counts here has a standard error, so the range of a place is the place itself."
            }
            return isVietnamese
                ? "Không có sai số chuẩn của số liệu khảo sát (--errors), nên khoảng hạng là chính hạng đó."
                : "No standard errors of figures were given (--errors), so the range of a place is the place itself."
        }
        let confidence = RankWords.confidence(options.confidence, in: language)
        return isVietnamese
            ? "Khoảng hạng \(confidence): với độ tin cậy \(confidence), hạng thật của riêng đơn vị đó nằm trong khoảng này. "
                + "Nhóm chưa phân biệt được và danh sách có thể thuộc các hạng đầu đúng đồng thời cho mọi đơn vị."
            : "Range \(confidence): with \(confidence) confidence the unit's own true place lies in it. Groups that cannot "
                + "be told apart and lists of who may be first hold for all units at once."
    }

    /// How ranges came about, over all groups.
    private func samplingNotes(_ samplings: [RankPart.Sampling], in language: Language) -> [String] {
        guard let first = samplings.first else { return [] }
        let isVietnamese = language == .vi
        let straight = samplings.reduce(0) { $0 + $1.straightCount }
        let bounded = samplings.reduce(0) { $0 + $1.boundedCount }
        var notes = [
            isVietnamese
                ? "Sai số của \(straight) số liệu đi thẳng qua quy tắc (phương pháp delta); \(bounded) số liệu gần mốc của quy "
                    + "tắc hoặc trong quy tắc có nhiều số được giữ trong khoảng tin cậy đồng thời."
                : "The errors of \(straight) figures go straight through their rules (delta method); \(bounded) figures near a "
                    + "limit of a rule, or in rules of several figures, are held within simultaneous confidence intervals."
        ]
        if samplings.contains(where: { $0.sets.method == .stepdown }) {
            notes.append(
                isVietnamese
                    ? "Khoảng hạng tính theo Mogstad, Romano, Shaikh, Wilhelm (2024) với \(RankSets.draws) lần rút, hạt giống "
                        + "\(options.seed)."
                    : "Ranges are those of Mogstad, Romano, Shaikh, Wilhelm (2024) with \(RankSets.draws) draws, seed "
                        + "\(options.seed).")
        }
        if samplings.contains(where: { $0.sets.method == .bonferroni }) {
            notes.append(
                isVietnamese
                    ? "Nhóm có hơn \(RankSets.simulatedUnits) đơn vị: khoảng hạng tính với hiệu chỉnh Bonferroni, rộng hơn."
                    : "In groups of more than \(RankSets.simulatedUnits) units ranges are corrected by Bonferroni, and wider."
            )
        }
        let draws = first.simulation.draws
        notes.append(
            isVietnamese
                ? "Hơn kế sau: tỷ lệ trong \(draws) lần rút lại số liệu theo sai số mà đơn vị đứng trước đơn vị ngay sau."
                : "Ahead of next: the share of \(draws) draws of the figures within their errors in which the unit is ahead of "
                    + "the one below.")
        return notes
    }

    private func note(on parameters: PointVariation.Parameters, in language: Language) -> String {
        let spread = NumberWords(language).text(FixedDecimal(mantissa: Int64(parameters.spread) * 10_000))
        return language == .vi
            ? "Khi đổi điểm: hạng tốt nhất và thấp nhất trong \(parameters.draws) lần đổi ngẫu nhiên điểm tối đa của từng "
                + "tiêu chí trong phạm vi ±\(spread) % (hạt giống \(parameters.seed))."
            : "Points varied: the best and the worst place in \(parameters.draws) draws, each changing the maximum of every "
                + "criterion at random within ±\(spread) % (seed \(parameters.seed))."
    }

    /// Classes go with the total, whatever units are ranked by.
    private func classNote(in language: Language) -> String? {
        guard subject == .total,
            set.classSchemes.contains(where: { if case .quantiles = $0.cut { true } else { false } }),
            options.among != .group
        else { return nil }
        return language == .vi
            ? "Xếp loại theo khối, không theo phạm vi xếp hạng ở đây."
            : "Classes are those within groups, not among the units ranked here."
    }
}
