internal import ScoreNumerics
public import Values

extension SurveyAnalysis {
    /// Estimates small areas by the model of Fay and Herriot (`FayHerriot`), beside their direct estimates.
    ///
    /// The model is fitted to areas with an estimated standard error; their sampling variances count as known. An area
    /// with fewer people than the questionnaire requires takes no part in it, so that nothing of its answers is shown.
    /// - Parameters:
    ///   - plan: What the questionnaire says.
    ///   - table: The areas.
    ///   - codes: The codes of the units of an area: its own, and those below it.
    ///   - published: A direct estimate as disclosure control leaves it; one that is suppressed takes no part.
    /// - Throws: `FindingsError` where areas overlap, and where the model cannot be fitted.
    ///
    /// Complexity: that of an index of each area, and of the fit.
    public func smallAreas(
        _ plan: SmallAreaPlan, _ table: SmallAreaTable, codes: (String) -> Set<String>,
        published: (SurveyIndex) -> SurveyIndex = { $0 }
    ) throws(FindingsError) -> SmallAreaModel {
        let whole = Location(file: table.file)
        let groups = tally.questionnaire.groups
        let part = SurveyIndex.Part.group(groups.firstIndex { $0.code == plan.part } ?? groups.count - 1)
        var areaOfUnit: [String: String] = [:]
        var direct: [SurveyIndex] = []
        for area in table.areas {
            let own = codes(area.unit)
            for unit in own.sorted() {
                if let other = areaOfUnit.updateValue(area.unit, forKey: unit) {
                    throw FindingsError(
                        SurveyFinding.overlappingAreas, at: whole, [.found: .text(area.unit), .other: .text(other)])
                }
            }
            direct.append(published(index(of: part, units: own, as: area.unit)))
        }
        var areas: [FayHerriot.Area] = []
        let modelled = zip(table.areas, direct).map { area, index -> FayHerriot.Area? in
            guard index.status == .estimated, let value = index.value, let error = index.estimate?.standardError,
                error > 0
            else { return nil }
            let own = FayHerriot.Area(estimate: value, variance: error * error, auxiliaries: area.auxiliaries)
            areas.append(own)
            return own
        }
        let model = try fitted(areas, plan, whole)
        let estimates = table.areas.indices.map { position in
            let index = direct[position]
            if index.estimate?.method == .census, let value = index.value {
                return SmallAreaEstimate(direct: index, basis: .census, value: value, error: 0, share: 1)
            }
            let own = modelled[position]
            let found =
                own.map { model.prediction(of: $0) } ?? model.synthetic(table.areas[position].auxiliaries)
            return SmallAreaEstimate(
                direct: index, basis: own == nil ? .synthetic : .composite, value: found.value,
                error: max(found.meanSquare, 0).squareRoot(), share: found.share)
        }
        return SmallAreaModel(
            areas: estimates, plan: plan, fitted: areas.count, coefficients: model.coefficients,
            variance: model.modelVariance)
    }

    private func fitted(
        _ areas: [FayHerriot.Area], _ plan: SmallAreaPlan, _ whole: Location
    ) throws(FindingsError) -> FayHerriot {
        do throws(FayHerriot.Failure) {
            return try FayHerriot(areas, by: plan.method)
        } catch {
            let finding: Finding
            switch error {
            case .tooFewAreas:
                finding = Finding(
                    SurveyFinding.fewAreas, at: whole,
                    [.found: .count(areas.count), .expected: .count(plan.auxiliaries.count + 2)])
            case .dependent(let place):
                finding = Finding(
                    SurveyFinding.dependentAuxiliary, at: whole,
                    [.key: .text(plan.auxiliaries.indices.contains(place) ? plan.auxiliaries[place] : "")])
            case .notSettled: finding = Finding(SurveyFinding.modelNotSettled, at: whole)
            }
            throw FindingsError([finding])
        }
    }
}
