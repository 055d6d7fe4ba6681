package import Scoring
package import Values

/// What is given as evidence for a criterion of a unit, and what is said where it is lacking.
package struct LeafEvidence: Sendable {
    /// How complete it is.
    package enum State: Hashable, Sendable {
        case complete
        /// None for some of its figures: their metrics.
        case incomplete([String])
        case none
    }

    /// The texts, each once: evidence of figures and of points that people gave.
    package let texts: [String]
    /// Explanations of figures and reasons of points, each once.
    package let explanations: [String]
    package let state: State

    /// Those of the unit at a position, at the stage of its own points.
    package init(_ assessment: Assessment, unit: Int, criterion: Criterion) {
        let (code, own) = (assessment.units[unit], assessment.settings.stages.own)
        let metrics = criterion.metrics(atLevel: code.level)
        let remarks = metrics.map { (code: $0.code, remark: assessment.remark(unit: unit, metric: $0.code)) }
        let given = assessment.givenScores.filter {
            $0.unit == code.code && $0.criterion == criterion.code && $0.stage == own
        }
        let ofPoints = given.compactMap(\.evidence)
        texts = (remarks.compactMap(\.remark?.evidence) + ofPoints).withoutRepeats { $0 }
        explanations = (remarks.compactMap(\.remark?.explanation) + given.compactMap(\.reason)).withoutRepeats { $0 }
        // A rule's further figures are covered by the evidence for its main one.
        let main = (criterion.leaf?.measures ?? []).filter { $0.levels?.contains(code.level) ?? true }
            .compactMap { $0.metrics.first?.code }
        let without = remarks.filter { main.contains($0.code) && $0.remark?.evidence == nil }.map(\.code)
        state =
            texts.isEmpty ? .none : ofPoints.isEmpty && !without.isEmpty ? .incomplete(without) : .complete
    }

    /// The days that its texts name, such as that of `Kế hoạch số 5/KH-UBND ngày 12/01/2026`.
    package var days: [CalendarDay] {
        texts.flatMap { text in
            text.split { !($0.isNumber || "/.-".contains($0)) }.compactMap { word in
                // Numbers of documents have letters or one stroke.
                CalendarDay(String(word.drop { !$0.isNumber }.reversed().drop { !$0.isNumber }.reversed()))
            }
        }
    }
}
