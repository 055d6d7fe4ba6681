import Scoring
import Values

/// How people gave points: the key `given` of `datasets/profiles/*.json`.
///
/// Criteria whose points people give (`freeValue`) then have no figures; units score themselves on them, and the
/// appraisal takes some of it away.
struct GivenProfile {
    /// Points that people gave to a criterion whatever its figures say.
    struct Row {
        let year: Int
        let unit: String
        let criterion: String
        let stage: String
        let points: FixedDecimal
        let reason: String
    }

    /// What the stages are called in `scores.csv`, and on which days they were.
    let first: (name: String, date: String)
    let second: (name: String, date: String)
    /// The first year of which self-scores are kept; earlier ones have the appraised points only.
    let firstFrom: Int
    /// The percentage of self-scores of which the appraisal takes something away.
    let cut: Double
    /// Why it does.
    let reasons: [String]
    let rows: [Row]

    init(reading object: JSONObject) {
        func stage(_ key: String) -> (name: String, date: String) {
            let entry = object.object(key)
            return (entry?.requiredText("name") ?? "", entry?.requiredText("date") ?? "")
        }
        (first, second) = (stage("first"), stage("second"))
        firstFrom = object.integer("firstFrom", in: 1900...2200) ?? 0
        cut = object.double("cut")
        reasons = object.texts("reasons")
        rows = object.objects("rows").map { entry in
            Row(
                year: entry.integer("year", in: 1900...2200) ?? 0, unit: entry.requiredText("unit") ?? "",
                criterion: entry.requiredText("criterion") ?? "", stage: entry.requiredText("stage") ?? "",
                points: entry.requiredDecimal("points") ?? 0, reason: entry.requiredText("reason") ?? "")
        }
    }
}

extension SampleMaker {
    /// Whether people give the points, so that there is no figure.
    func isGiven(_ measure: Measure) -> Bool {
        if case .freeValue = measure.rule { profile.given != nil } else { false }
    }

    private static let givenHeading = [
        "mã đơn vị", "mã tiêu chí", "bước", "điểm", "lý do", "tài liệu kiểm chứng", "ngày",
    ]

    /// `scores.csv`; nil where the profile has no given points.
    func scoresFile() -> [UInt8]? {
        guard let given = profile.given else { return nil }
        let rows = profile.units(in: year).filter { $0.figuresFrom == nil }.flatMap { unit -> [[String]] in
            let free = criteria.criteria.flatMap { node -> [[String]] in
                guard let leaf = node.leaf, leaf.levels.contains(unit.level),
                    case .freeValue(let rule)? = leaf.measures.first?.rule
                else { return [] }
                return freeRows(of: unit, node, rule, given)
            }
            let others = given.rows.filter { $0.year == year && $0.unit == unit.code }.map { row in
                [
                    unit.code, row.criterion, row.stage, row.points.text(decimalSeparator: ","), row.reason, "",
                    row.stage == given.first.name ? given.first.date : given.second.date,
                ]
            }
            return free + others
        }
        return file([Self.givenHeading] + rows)
    }

    /// The self-score of a criterion, and the appraised points where they are others.
    private func freeRows(
        of unit: SampleProfile.SampleUnit, _ node: Criterion, _ rule: FreeValueRule, _ given: GivenProfile
    ) -> [[String]] {
        var chance = Chance(seed: profile.seed, String(year), unit.code, node.code, "given")
        let steps = Int((rule.maximum - rule.minimum).mantissa / max(rule.step.mantissa, 1))
        let own = Int(chance.number(in: Double(steps) * 0.45...Double(steps) * 1.15, pull: unit.quality / 100))
        let first = min(own, steps)
        let isCut = first > 0 && chance.happens(given.cut)
        let second = isCut ? first - min(first, chance.happens(70) ? 1 : 2) : first
        func row(_ stage: (name: String, date: String), _ steps: Int, _ reason: String, _ evidence: String) -> [String]
        {
            let points = FixedDecimal(mantissa: rule.minimum.mantissa + Int64(steps) * rule.step.mantissa)
            return [
                unit.code, node.code, stage.name, points.text(decimalSeparator: ","), reason, evidence, stage.date,
            ]
        }
        if year < given.firstFrom { return [row(given.second, second, "", "")] }
        let evidence = node.leaf?.evidence.first.map { "\($0.vi) (minh họa)" } ?? ""
        let number = Int(chance.unit() * Double(given.reasons.count))
        let reason = given.reasons.indices.contains(number) ? given.reasons[number] : ""
        return [row(given.first, first, "", evidence)] + (isCut ? [row(given.second, second, reason, "")] : [])
    }
}
