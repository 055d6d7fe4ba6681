package import Documents
internal import Words
import Scoring
import Values

extension CriteriaSet {
    /// The number of criteria that are scored themselves.
    package var leafCount: Int { criteria.count { $0.leaf != nil } }
}

/// The settings of an edition in words.
enum CriteriaWords {
    /// `2023-2025`, `2024`.
    static func years(_ years: ClosedRange<Int>) -> String {
        years.lowerBound == years.upperBound
            ? String(years.lowerBound) : "\(years.lowerBound)-\(years.upperBound)"
    }

    /// `giả định`, `quy định`.
    static func basis(_ origin: PointsOrigin, in language: Language) -> String {
        (origin.basis == .assumed ? CriteriaLabel.assumed : .decreed).text(language)
    }

    /// Where points come from, in one line.
    static func origin(_ origin: PointsOrigin, in language: Language, isBrief: Bool) -> String {
        if origin.basis == .assumed { return ReportHeader.assumed(origin, in: language, isBrief: isBrief) }
        let source = SourceWords.text(origin.source, in: language)
        return language == .vi ? "theo văn bản: \(source)" : "decreed: \(source)"
    }

    /// That a file is no sound criteria set.
    static func broken(_ file: CriteriaListing.Broken, in language: Language) -> String {
        let count = file.errors
        return language == .vi
            ? "\(file.file): \(count) lỗi; xem bằng: score-cli check \(file.file)"
            : "\(file.file): \(count) \(count == 1 ? "error" : "errors"); see: score-cli check \(file.file)"
    }

    /// `điểm: 2 chữ số, nửa làm tròn lên, ở từng tiêu chí; chỉ số: …`.
    static func rounding(_ policy: RoundingPolicy, in language: Language) -> String {
        let stage =
            switch policy.stage {
            case .leaf: Wording(vi: "ở từng tiêu chí chấm điểm", en: "at every leaf")
            case .field: Wording(vi: "ở từng lĩnh vực", en: "at every field")
            case .total: Wording(vi: "ở tổng điểm", en: "at the total")
            }
        let (points, index) = (rounding(policy.points, in: language), rounding(policy.index, in: language))
        return language == .vi
            ? "điểm: \(points), \(stage.vi); chỉ số: \(index)" : "points: \(points), \(stage.en); index: \(index)"
    }

    private static func rounding(_ rounding: Rounding, in language: Language) -> String {
        let mode =
            switch rounding.mode {
            case .halfAwayFromZero: Wording(vi: "nửa làm tròn ra xa 0", en: "halves away from zero")
            case .halfToEven: Wording(vi: "nửa làm tròn về số chẵn", en: "halves to even")
            case .towardsZero: Wording(vi: "cắt bỏ phần thừa", en: "cut off")
            case .down: Wording(vi: "làm tròn xuống", en: "downwards")
            case .up: Wording(vi: "làm tròn lên", en: "upwards")
            }
        return language == .vi
            ? "\(rounding.digits) chữ số thập phân, \(mode.vi)"
            : "\(rounding.digits) \(rounding.digits == 1 ? "decimal" : "decimals"), \(mode.en)"
    }

    /// `bằng nhau thì 1, 2, 2, 4; độ phủ tối thiểu 80 %`.
    static func ranking(_ policy: RankingPolicy, in language: Language) -> String {
        let ties =
            switch policy.ties {
            case .standard: "1, 2, 2, 4"
            case .dense: "1, 2, 2, 3"
            case .modified: "1, 3, 3, 4"
            case .average: language == .vi ? "1; 2,5; 2,5; 4" : "1, 2.5, 2.5, 4"
            }
        let coverage = NumberWords(language).text(policy.minimumCoverage, unit: "%")
        var parts =
            language == .vi
            ? ["đồng hạng xếp \(ties)", "độ phủ từ \(coverage) trở lên mới xếp hạng"]
            : ["ties ranked \(ties)", "ranked from a coverage of \(coverage)"]
        if !policy.tieBreakers.isEmpty {
            let codes = policy.tieBreakers.joined(separator: ", ")
            parts.append(language == .vi ? "phân định bằng điểm của \(codes)" : "ties broken by the points of \(codes)")
        }
        return parts.joined(separator: "; ")
    }

    /// The caps on bonus and penalty points; empty when there are none.
    static func caps(_ set: CriteriaSet, in language: Language) -> String {
        let numbers = NumberWords(language)
        var parts: [String] = []
        if let cap = set.bonusCap {
            let text = numbers.text(cap)
            parts.append(language == .vi ? "thưởng tối đa \(text) điểm" : "bonus at most \(text) points")
        }
        if let cap = set.penaltyCap {
            let text = numbers.text(cap)
            parts.append(language == .vi ? "trừ tối đa \(text) điểm" : "penalty at most \(text) points")
        }
        return parts.joined(separator: "; ")
    }

    /// How units are cut into classes: `4 phần bằng nhau theo chỉ số; …`.
    static func cut(_ cut: QuantileCut, into parts: Int, in language: Language) -> String {
        let definition =
            switch cut.definition {
            case .averagedStep:
                Wording(
                    vi: "bậc thang có trung bình (Hyndman–Fan 2)", en: "averaged steps (Hyndman and Fan 2)")
            case .linear:
                Wording(
                    vi: "nội suy như QUARTILE.INC (Hyndman–Fan 7)",
                    en: "interpolated as QUARTILE.INC (Hyndman and Fan 7)")
            case .exclusive:
                Wording(
                    vi: "nội suy như QUARTILE.EXC (Hyndman–Fan 6)",
                    en: "interpolated as QUARTILE.EXC (Hyndman and Fan 6)")
            }
        let isHigher = cut.atCut == .higher
        let origin = basis(cut.origin, in: language)
        let reason = cut.origin.reason.map { ": " + $0.text(language) } ?? ""
        switch language {
        case .vi:
            let side = isHigher ? "loại trên" : "loại dưới"
            return "\(parts) phần bằng nhau theo chỉ số, ngưỡng \(definition.vi), bằng ngưỡng thuộc \(side), chỉ số "
                + "bằng nhau cùng một loại; cách chia \(origin)\(reason)"
        case .en:
            let side = isHigher ? "above" : "below"
            return "\(parts) equal parts by index, cuts by \(definition.en), at a cut the class \(side), equal indices "
                + "always in one class; this way of cutting is \(origin)\(reason)"
        }
    }

    /// The classes with the least index of each, and what holds a class down; empty when there are none.
    static func classes(_ set: CriteriaSet, in language: Language) -> String {
        let numbers = NumberWords(language)
        var parts = set.classSchemes.map { scheme in
            let names = scheme.classes.map { $0.name.text(language) }
            let classes: [String]
            switch scheme.cut {
            case .index(let least):
                classes = zip(names, least).map { "\($0) ≥ \(numbers.text($1, unit: "%"))" }
            case .quantiles(let cut):
                let words = Self.cut(cut, into: names.count, in: language)
                let limit =
                    language == .vi
                    ? "từ \(cut.minimumUnits) đơn vị được xếp hạng" : "from \(cut.minimumUnits) ranked units"
                classes = ["\(names.joined(separator: ", ")) (\(words); \(limit))"]
            }
            let groups = scheme.groups.isEmpty ? "" : scheme.groups.joined(separator: ", ") + ": "
            return groups + classes.joined(separator: ", ")
        }
        parts += set.classConditions.map { condition in
            let (subject, unit): (String, String?) =
                switch condition.subject {
                case .criterion(let code): (code, language == .vi ? "% điểm tối đa" : "% of its maximum")
                case .metric(let code): (code, nil)
                }
            let value = numbers.text(condition.bound.value, unit: unit)
            let when = "\(subject) \(condition.bound.comparison.rawValue) \(value)"
            let reason = condition.reason.text(language)
            return language == .vi
                ? "không trên «\(condition.notAbove)» khi \(when) (\(reason))"
                : "not above “\(condition.notAbove)” when \(when) (\(reason))"
        }
        return parts.joined(separator: "; ")
    }
}
