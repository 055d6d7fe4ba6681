package import Scoring
package import Values

extension Assessment {
    /// What locks everything of some stages of which the last day has passed and that is not locked yet: what is due for
    /// whole units together, then what is due in single fields only.
    ///
    /// What has to be confirmed first is left out.
    /// Complexity: O(stages × units × criteria × records).
    package func dueLocks(of stages: [Stage], on day: CalendarDay) -> [StageOrder] {
        let locks = locks
        return stages.flatMap { dueLocks(of: $0, locks, on: day) }
    }

    private func dueLocks(of stage: Stage, _ locks: StageLocks, on day: CalendarDay) -> [StageOrder] {
        guard let position = settings.stages.position(of: stage) else { return [] }
        let set = criteria.set
        let fields = set.criteria.filter { $0.parent == nil }.map { $0.code }
        var whole: [String] = []
        var byField: [String: [String]] = [:]
        for unit in units {
            let closed = fields.filter { settings.windows.window(of: stage, unit: unit, field: $0).isClosed(on: day) }
            let open = closed.filter { field in
                let states = locks.leaves(of: field).map { locks.state(of: position, unit: unit.code, leaf: $0) }
                let isWaiting = states.contains { if case .toConfirm = $0 { true } else { false } }
                return !isWaiting && states.contains(.open)
            }
            if closed.count == fields.count, open.count == fields.count {
                whole.append(unit.code)
            } else {
                for field in open { byField[field, default: []].append(unit.code) }
            }
        }
        func order(_ units: [String], _ field: String?) -> StageOrder {
            var order = StageOrder(.lock, stage)
            order.scope = StageScope(units: units.count == self.units.count ? [] : units, criterion: field)
            return order
        }
        return (whole.isEmpty ? [] : [order(whole, nil)])
            + fields.compactMap { field in byField[field].map { order($0, field) } }
    }
}
