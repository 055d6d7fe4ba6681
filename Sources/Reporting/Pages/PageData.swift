internal import Assessment
internal import Documents
internal import Scoring
internal import Values
internal import Words

/// What the script of a page knows beside what stands in it: names to be searched for, words, and the figures that can be
/// tried.
struct PageData {
    private let frame: PageFrame
    /// The positions of the units whose figures can be tried.
    private let units: [Int]
    /// The code of the unit that the page is about; nil for the page of all.
    private let page: String?
    private let hasEngine: Bool

    init(_ frame: PageFrame, units: [Int], page: String?, engine: String?) {
        (self.frame, self.units, self.page, hasEngine) = (frame, units, page, engine != nil)
    }

    private var assessment: Assessment { frame.model.assessment }
    private var set: CriteriaSet { frame.model.set }

    var json: String {
        RecordWriter.json(in: frame.language) { record in
            record.values([
                "format": .text("page/1"), "language": .text(frame.language.rawValue), "unit": .text(page),
                "folder": .text(assessment.folder), "pointDigits": .count(frame.header.pointDigits),
                "indexDigits": .count(frame.header.indexDigits),
                "costUnit": .name(frame.model.actions?.costUnit),
                "hasActions": .flag(frame.model.actions != nil),
            ])
            record.record("words") { words in
                for (key, phrase) in PageWords.ofScript { words.value(key, .phrase(phrase)) }
            }
            record.list("units", assessment.units.indices) { position in
                let unit = assessment.units[position]
                return [
                    "code": .text(unit.code), "name": .text(CleanText.line(unit.name)),
                    "file": .text(frame.address(ofUnit: position)), "tried": .flag(units.contains(position)),
                ]
            }
            record.list("criteria", set.criteria) { criterion in
                [
                    "code": .text(criterion.code), "name": .name(criterion.name),
                    "anchor": .text(PageFrame.anchor(criterion.code)),
                ]
            }
            if hasEngine { record.list("metrics", set.metrics, metric) }
            record.list("actions", hasEngine ? frame.model.actions?.actions ?? [] : []) {
                ["code": .text($0.code), "name": .text(CleanText.line($0.name))]
            }
        }
    }

    private func metric(_ metric: Metric) -> KeyValuePairs<String, Value> {
        [
            "code": .text(metric.code), "name": .name(metric.name), "kind": .text(metric.kind.rawValue),
            "numerator": .name(metric.ratio?.numerator), "denominator": .name(metric.ratio?.denominator),
        ]
    }
}
