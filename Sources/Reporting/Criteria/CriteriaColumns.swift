internal import Documents
internal import Scoring
internal import Values
internal import Words

/// What reports show of an edition.
extension Column<CriteriaSet> {
    static var set: Column { .text("set", .setCode) { $0.set } }
    static var edition: Column { .text("edition", .edition) { $0.edition } }
    static var name: Column { Column("name", .name, .wrapped(24)) { .name($0.name) } }
    static var source: Column { .phrase("source", .legalSource) { $0.source.phrase } }
    static var from: Column { Column("from") { .count($0.years.lowerBound) } }
    static var to: Column { Column("to") { .count($0.years.upperBound) } }
    static var years: Column { .text("", .years) { $0.yearsText } }
    static var level: Column { .phrase("", .level) { $0.levels.map { $0.name }.joined(", ") } }
    static var leaves: Column { Column("leaves", .leaves, .trailing) { .count($0.leafCount) } }
    static var maximum: Column { .decimal("maximum", .maximum) { $0.maximum } }
    static var basis: Column {
        Column("pointsBasis", .basis) { .code($0.points.basis.rawValue, $0.points.basisPhrase) }
    }

    /// How it rounds, ranks, caps and classes.
    static var rules: [Column] {
        [
            .phrase("rounding", .rounding) { $0.rounding.phrase }, .phrase("ranking", .ranking) { $0.ranking.phrase },
            .phrase("caps", .caps) { $0.capsPhrase }, .phrase("classes", .classes) { $0.classesPhrase },
        ]
    }
}

/// What reports show of a criterion.
extension Column<Criterion> {
    static var code: Column { .text("code", .code, full: .criterionCode) { $0.code } }
    static var name: Column { Column("name", .criterion, full: .criterionName, .wrapped(24)) { .name($0.name) } }
    static var maximum: Column { .decimal("maximum", .maximum) { $0.maximum } }
    static var monitoring: Column { .text("monitoring", .monitoringAgency) { $0.agencies.monitoring } }
    static var lead: Column { .text("lead", .leadAgency) { $0.agencies.lead } }
    static var coordinating: Column { .text("coordinating", .coordinatingAgencies) { $0.agencies.coordinating } }
}
