package import Scoring

/// Where things stand in a form: the official columns of the self-assessment, and behind them hidden ones by which a row is
/// known when the form comes back.
package enum FormLayout {
    /// A column, from 1.
    package enum Column: Int, CaseIterable, Sendable {
        case ordinal = 1
        case name, maximum, numerator, denominator, value, selfPoints, appraisalPoints, evidence, explanation
        /// Hidden: the codes of the unit, the criterion and the metric.
        case unit, criterion, metric
        /// Behind these, so that all others stand where they stand in every form: only in forms of appraisal.
        case opinion, reason

        package var number: Int { rawValue }
        /// `A`, `B` …
        package var letter: String { String(UnicodeScalar(UInt8(64 + rawValue))) }
        package var isHidden: Bool { [.unit, .criterion, .metric].contains(self) }

        /// The columns of a form of a unit, or of one of appraisal.
        package static func columns(isAppraisal: Bool) -> [Column] {
            allCases.filter { isAppraisal || $0.rawValue < Column.opinion.rawValue }
        }
    }

    /// The hidden sheet that says what a form is of.
    package static let aboutSheet = "score"
    /// The first cell of that sheet.
    package static let mark = "score-form"
    /// The version of this layout.
    package static let version = "1"

    /// What the hidden sheet says.
    package struct About: Hashable, Sendable {
        package var set: String
        package var edition: String
        package var period: String
        package var stage: String
        /// The agency for which the form was made; nil for one of a unit.
        package var agency: String?
        /// Whether it asks a unit to explain.
        package var isExplanation: Bool

        package init(
            set: String, edition: String, period: String, stage: String, agency: String? = nil,
            isExplanation: Bool = false
        ) {
            (self.set, self.edition, self.period, self.stage, self.agency) = (set, edition, period, stage, agency)
            self.isExplanation = isExplanation
        }

        /// As rows of key and value.
        package var rows: [(key: String, value: String)] {
            [
                (FormLayout.mark, FormLayout.version), ("set", set), ("edition", edition), ("period", period),
                ("stage", stage),
            ] + (agency.map { [("agency", $0)] } ?? []) + (isExplanation ? [("kind", Self.explanation)] : [])
        }

        /// Nil where a key is missing.
        package init?(_ rows: [String: String]) {
            guard rows[FormLayout.mark] == FormLayout.version, let set = rows["set"], let edition = rows["edition"],
                let period = rows["period"], let stage = rows["stage"]
            else { return nil }
            self.init(
                set: set, edition: edition, period: period, stage: stage, agency: rows["agency"],
                isExplanation: rows["kind"] == Self.explanation)
        }

        private static let explanation = "explanation"
    }
}

extension Assessment {
    /// The stage for which forms of appraisal are made: the one shown or, where units score themselves at that one, the
    /// first after it; nil where there is none.
    package var appraisalStage: Stage? {
        if hasLines(at: settings.stage) { return settings.stage }
        return settings.stages.stages.first(where: hasLines(at:))
    }

    /// The scores that forms show, whatever stage the assessment is at: what units gave themselves, and what their figures
    /// give where they gave nothing.
    package var ownScores: ScoreTable { atOwnStage.scores }
}
