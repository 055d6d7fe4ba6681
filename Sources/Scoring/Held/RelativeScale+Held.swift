import Values

extension RelativeScale {
    /// The same scale for any figure, and not only for those of the cohort: places become steps, and a figure between two
    /// has the place of the worse one. What only explains the scale is left out.
    func held(_ relative: CompiledRelative) -> RelativeScale {
        var form = form
        if case .places(let places) = form {
            form = places.steps(of: relative).map { .line($0) } ?? .overflow
        }
        return RelativeScale(
            form: form, count: count, missing: missing, ends: ends, extremes: extremes.map { $0.held(relative) },
            of: relative)
    }
}

extension CohortPlaces {
    /// The points of places as steps over all figures; nil beyond 128 bits.
    fileprivate func steps(of relative: CompiledRelative) -> ScoreFunction? {
        let isHigher = relative.direction == .higher
        let numbers = numbers
        var points: [ExactRatio] = []
        for number in numbers {
            guard let own = share(of: number)?.multiplied(by: relative.maximum) else { return nil }
            points.append(own)
        }
        guard let first = points.first, let last = points.last else { return nil }
        // Of what is worse than all, the last place is the nearest.
        var function = ScoreFunction(from: first)
        for (position, number) in numbers.enumerated() {
            if isHigher {
                function.append(from: .init(number, isIncluded: true), intercept: points[position])
            } else {
                let next = position + 1 < points.count ? points[position + 1] : last
                function.append(from: .init(number, isIncluded: false), intercept: next)
            }
        }
        return function
    }
}
