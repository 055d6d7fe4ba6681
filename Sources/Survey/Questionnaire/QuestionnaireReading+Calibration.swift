internal import Values

// How weights are adjusted to known populations.
extension QuestionnaireReading {
    /// - Parameter columns: Those that describe the respondents; nil where they cannot be used.
    func calibration(_ columns: SurveyColumns?) -> CalibrationPlan? {
        guard let object = object.object("calibration") else { return nil }
        defer { object.finish() }
        let known = (columns?.domains.map { $0.code } ?? []) + (columns?.unit == nil ? [] : [CalibrationPlan.unit])
        func domains(_ text: String, _ key: String) -> [String] {
            let codes = text.split(separator: "*").map(String.init)
            for code in codes where columns != nil && !known.contains(code) {
                object.unknown(code, among: known, key: key, at: object.offset(of: key))
            }
            return codes
        }
        let margins = object.unblankTexts("margins").map { domains($0, "margins") }
        let response = object.has("response") ? domains(object.text("response") ?? "", "response") : nil
        let method = object.choice("method", of: CalibrationMethod.self)
        if !margins.isEmpty { _ = object.required("method") }
        if method == .postStratify, margins.count > 1 {
            outOfRange(
                "margins", found: .count(margins.count), expected: .bound("≤", 1), at: object.offset(of: "margins"))
        }
        if method != nil, margins.isEmpty { requireElements("margins", of: object) }
        return CalibrationPlan(method: method ?? .rake, margins: margins, response: response, trim: trim(of: object))
    }

    /// How small areas are estimated by a model.
    func smallAreas() -> SmallAreaPlan? {
        guard let areas = object.object("smallAreas") else { return nil }
        defer { areas.finish() }
        let method = areas.choice("method", of: SmallAreaPlan.Method.self) ?? .reml
        _ = areas.required("auxiliaries")
        let auxiliaries = areas.unblankTexts("auxiliaries").withoutRepeats { $0 }
        let part = areas.text("part")
        if let part, !parts.contains(part) {
            areas.unknown(part, among: parts, key: "part", at: areas.offset(of: "part"))
        }
        return SmallAreaPlan(method: method, auxiliaries: auxiliaries, part: part)
    }

    /// The bounds of weights.
    private func trim(of calibration: JSONObject) -> ClosedRange<FixedDecimal>? {
        guard let trim = calibration.object("trim") else { return nil }
        defer { trim.finish() }
        let least = trim.decimal("least") ?? 0
        _ = trim.required("most")
        guard let most = trim.decimal("most") else { return nil }
        let one: FixedDecimal = 1
        guard (0...one).contains(least) else {
            outOfRange("least", found: .number(least), expected: .range(0, 1), at: trim.offset(of: "least"))
            return nil
        }
        guard most > one else {
            outOfRange("most", found: .number(most), expected: .bound("≥", 1), at: trim.offset(of: "most"))
            return nil
        }
        return least...most
    }
}
