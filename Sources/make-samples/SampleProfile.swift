import Assessment
import ScoreNumerics
import Scoring
import Values

/// The source of synthetic figures: `datasets/profiles/*.json`.
struct SampleProfile {
    struct SampleUnit {
        let code: String
        let name: String
        let level: String
        let parent: String?
        let group: String
        let size: Double
        let quality: Double
        /// The years in which the unit exists; every year when empty.
        let years: [Int]
        /// The units that it succeeds.
        let successorOf: [String]
        /// Whose figures it has, as `units.csv` says it; nil for a unit with figures of its own.
        let figuresFrom: String?
        /// Whether it is ranked.
        let isRanked: Bool
    }

    /// How one metric is drawn.
    struct Draw {
        var denominator: ClosedRange<Double>?
        var share: ClosedRange<Double>?
        var value: ClosedRange<Double>?
        var count: ClosedRange<Double>?
        var amount: ClosedRange<Double>?
        /// Whether it is the same in every year.
        var isFixed = false
        /// Whether denominators and amounts are those of one village, so many times the unit's size.
        var isBySize = false
        /// Whether better units have less of it.
        var isReversed = false
        /// What units that are good at it have in common, beside their quality.
        var theme: String?
        /// A count from which the denominator, or the count itself, follows.
        var basis: Basis?
        /// A percentage that counts part of what the numerator leaves out: late files, where it is files in time.
        var leaving: String?
        /// Another metric from which this one is derived, reduced by a percentage each year.
        var from: String?
        var drop: [Int: ClosedRange<Double>] = [:]
        /// The increase in percent, by year.
        var growth: [Int: ClosedRange<Double>] = [:]
        /// How it is drawn in other years.
        var byYear: [Int: [Draw]] = [:]
    }

    /// A count of another metric, in percent.
    struct Basis {
        enum Part: String, CaseIterable {
            case value, numerator, denominator
            /// The denominator without the numerator.
            case rest
        }

        let metric: String
        let part: Part
        let percent: ClosedRange<Double>
    }

    /// The day up to which some figures of a unit count, where it is not that of the others.
    struct Day {
        let gap: Gap
        let day: String
    }

    /// Metrics for which a unit has no figure in a year.
    struct Gap {
        let year: Int
        let unit: String
        let metrics: [String]
    }

    let seed: Int
    let years: [Int]
    let criteria: String
    let output: String
    let units: [SampleUnit]
    /// The percentage of yes.
    let yes: Double
    let notReported: Double
    let notApplicable: Double
    let withoutEvidence: Double
    let explained: Double
    let awaited: [Gap]
    /// Metrics that are not published, where the criteria have a number for that.
    let notPublished: [Gap]
    /// Metrics that do not apply, and those that are late.
    let notApplicableIn: [Gap]
    let notReportedIn: [Gap]
    let days: [Day]
    /// The first year whose figures have evidence of their own and explanations.
    let evidenceFrom: Int
    /// Whether figures follow from those of other metrics and of the units that a unit succeeds.
    let isLinked: Bool
    /// The standard deviation of what a unit is better at in one theme than in others.
    let themeSpread: Double
    let given: GivenProfile?
    private let folders: [Int: String]
    /// The day on which the figures were known; later tasks are not due.
    let asOf: CalendarDay?
    let defaults: SampleDefaults?
    let survey: SurveyProfile?
    private let draws: [String: Draw]
    private let drawsByLevel: [String: [String: Draw]]

    /// The units that exist in a year.
    func units(in year: Int) -> [SampleUnit] {
        units.filter { $0.years.isEmpty || $0.years.contains(year) }
    }

    /// The folder of a year, from that of the profile.
    func folder(of year: Int) -> String { folders[year] ?? output + String(year) }

    /// How a metric is drawn for a level.
    func draw(_ metric: String, level: String, year: Int) -> Draw? {
        let draw = drawsByLevel[metric]?[level] ?? draws[metric]
        return draw?.byYear[year]?.first ?? draw
    }

    /// How a metric is drawn for a level, by its kind and target if it has no entry of its own.
    func draw(_ metric: Metric, level: String, year: Int, target: Bound?) -> Draw? {
        draw(metric.code, level: level, year: year) ?? defaults?.draw(metric, target: target)
    }

    /// How good a unit is at what has a theme, between 0 and 100; its quality where there is none.
    func quality(of unit: SampleUnit, theme: String?) -> Double {
        guard let theme else { return unit.quality }
        var chance = Chance(seed: seed, unit.code, "theme", theme)
        return min(max(unit.quality + chance.deviation() * themeSpread, 0), 100)
    }

    init?(reading document: JSONDocument) {
        let reader = JSONReader(document)
        guard let root = reader.object(document.root, named: "profile"), let rates = root.object("rates") else {
            return nil
        }
        seed = root.integer("seed", in: 0...Int.max) ?? 0
        years = root.integers("years")
        criteria = root.requiredText("criteria") ?? ""
        output = root.text("output") ?? ""
        folders =
            root.object("folders").map { folders in
                Dictionary(
                    folders.keys.compactMap { key in Int(key).map { ($0, folders.requiredText(key) ?? "") } },
                    uniquingKeysWith: { first, _ in first })
            } ?? [:]
        yes = root.double("yes")
        notReported = rates.double("notReported")
        notApplicable = rates.double("notApplicable")
        withoutEvidence = rates.double("withoutEvidence")
        explained = rates.double("explained")
        units = root.objects("units").map { entry in
            SampleUnit(
                code: entry.requiredText("code") ?? "", name: entry.requiredText("name") ?? "",
                level: entry.requiredText("level") ?? "", parent: entry.text("parent"),
                group: entry.requiredText("group") ?? "", size: entry.double("size"), quality: entry.double("quality"),
                years: entry.integers("years"), successorOf: entry.texts("successorOf"),
                figuresFrom: entry.text("figuresFrom"), isRanked: entry.boolean("ranked") ?? true)
        }
        awaited = root.gaps("awaited")
        notPublished = root.gaps("notPublished")
        notApplicableIn = root.gaps("notApplicable")
        notReportedIn = root.gaps("notReported")
        days = zip(root.gaps("days"), root.objects("days")).map { Day(gap: $0, day: $1.requiredText("day") ?? "") }
        evidenceFrom = root.integer("evidenceFrom", in: 1900...2200) ?? 0
        isLinked = root.boolean("linked") ?? false
        themeSpread = root.double("themeSpread")
        given = root.object("given").map(GivenProfile.init(reading:))
        asOf = root.text("asOf").flatMap(CalendarDay.init)
        defaults = root.object("defaults").map(SampleDefaults.init(reading:))
        survey = root.object("survey").flatMap(SurveyProfile.init(reading:))
        if root.has("survey"), survey == nil { return nil }
        var draws: [String: Draw] = [:]
        var byLevel: [String: [String: Draw]] = [:]
        if let metrics = root.object("metrics") {
            for code in metrics.keys {
                guard let entry = metrics.object(code) else { continue }
                draws[code] = Draw(reading: entry)
                if let district = entry.object("district") { byLevel[code] = ["district": Draw(reading: district)] }
            }
        }
        self.draws = draws
        drawsByLevel = byLevel
        guard reader.findings.isEmpty else { return nil }
    }
}

extension SampleProfile.Draw {
    fileprivate init(reading object: JSONObject) {
        denominator = object.range("denominator")
        share = object.range("share")
        value = object.range("value")
        count = object.range("count")
        amount = object.range("amount")
        isFixed = object.boolean("fixed") ?? false
        leaving = object.text("leaving")
        from = object.text("from")
        drop = object.ranges("drop")
        growth = object.ranges("growth")
        isBySize = object.boolean("bySize") ?? false
        isReversed = object.boolean("reversed") ?? false
        theme = object.text("theme")
        basis = object.object("of").map { entry in
            SampleProfile.Basis(
                metric: entry.requiredText("metric") ?? "",
                part: entry.choice("part", of: SampleProfile.Basis.Part.self) ?? .value,
                percent: entry.range("percent") ?? 100...100)
        }
        guard let years = object.object("byYear") else { return }
        for key in years.keys {
            if let year = Int(key), let entry = years.object(key) { byYear[year] = [Self(reading: entry)] }
        }
    }
}

extension JSONObject {
    func double(_ key: String) -> Double {
        decimal(key)?.approximation ?? 0
    }

    fileprivate func integers(_ key: String) -> [Int] {
        array(key).compactMap { node in
            if case .number(let digits) = node.content { Int(digits) } else { nil }
        }
    }

    fileprivate func gaps(_ key: String) -> [SampleProfile.Gap] {
        objects(key).map { entry in
            SampleProfile.Gap(
                year: entry.integer("year", in: 1900...2200) ?? 0, unit: entry.requiredText("unit") ?? "",
                metrics: entry.texts("metrics"))
        }
    }

    func range(_ key: String) -> ClosedRange<Double>? {
        let numbers = array(key).compactMap { node -> Double? in
            if case .number(let digits) = node.content { Double(digits) } else { nil }
        }
        return numbers.count == 2 && numbers[0] <= numbers[1] ? numbers[0]...numbers[1] : nil
    }

    fileprivate func ranges(_ key: String) -> [Int: ClosedRange<Double>] {
        guard let object = object(key) else { return [:] }
        var ranges: [Int: ClosedRange<Double>] = [:]
        for year in object.keys {
            if let number = Int(year) { ranges[number] = object.range(year) }
        }
        return ranges
    }
}
