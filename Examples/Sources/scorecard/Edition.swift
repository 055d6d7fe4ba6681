import Scoring
import Values

/// A small criteria set, built in code: one field with two criteria, 5 points in total.
func edition() throws -> CriteriaSet {
    let decision = LegalSource(document: "Quyết định mẫu", place: "Phụ lục")
    let onTime = Metric(
        code: "1.1", name: LocalizedText(vi: "Tỷ lệ hồ sơ giải quyết đúng hạn", en: "Applications settled in time"),
        kind: .percent, ratio: Metric.Ratio(numerator: "Hồ sơ đúng hạn", denominator: "Hồ sơ đã giải quyết"))
    let online = Metric(
        code: "1.2", name: LocalizedText(vi: "Tỷ lệ hồ sơ trực tuyến", en: "Applications made online"), kind: .percent)

    var draft = CriteriaDraft(
        set: "phuong-mau", edition: "2026",
        name: LocalizedText(vi: "Bộ tiêu chí phường mẫu", en: "Sample criteria for wards"),
        source: decision, years: 2026...2026, levels: [Level(code: "xa", name: "Cấp xã")])
    draft.criteria = [
        CriterionDraft(
            code: "1", name: LocalizedText(vi: "Thủ tục hành chính", en: "Administrative procedures"),
            children: [
                CriterionDraft(
                    code: "1.1", name: onTime.name, maximum: 3, source: decision,
                    leaf: Leaf(
                        // Nothing below 80 %, from there a proportional share of 3 points, all of them above 99 %.
                        onTime,
                        .proportional(ProportionalRule(floor: Bound(.atLeast, 80), full: Bound(.above, 99))),
                        levels: ["xa"],
                        target: Target(text: "Trên 99 % hồ sơ đúng hạn", bound: Bound(.above, 99)))),
                CriterionDraft(
                    code: "1.2", name: online.name, maximum: 2, source: decision,
                    leaf: Leaf(
                        online,
                        .bands(
                            BandsRule(bands: [
                                .init(upper: Bound(.below, 50), amount: .points(0)),
                                .init(lower: Bound(.atLeast, 50), upper: Bound(.below, 70), amount: .points(1)),
                                .init(lower: Bound(.atLeast, 70), amount: .points(2)),
                            ])),
                        levels: ["xa"])),
            ])
    ]
    return try CriteriaSet(draft)
}
