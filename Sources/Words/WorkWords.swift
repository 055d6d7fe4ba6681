// swift-format-ignore-file
package import Documents
package import Values

/// What a terminal shows of lengthy work.
package enum WorkWords {
    /// `đã đọc 210 / 300 MB`, `đã chạy 400 / 1.000 lần mô phỏng`.
    package static func progress(_ state: WorkProgress.State) -> Phrase {
        switch state.unit {
        case .bytes:
            let done = state.done / 1_000_000
            guard let total = state.total else { return Phrase("đã đọc \(amount: done) MB", "read \(amount: done) MB") }
            let all = max(total, state.done) / 1_000_000
            return Phrase("đã đọc \(amount: done) / \(amount: all) MB", "read \(amount: done) of \(amount: all) MB")
        case .draws:
            let all = max(state.total ?? 0, state.done)
            return Phrase("đã chạy \(amount: state.done) / \(amount: all) lần mô phỏng",
                          "\(amount: state.done) of \(amount: all) draws")
        case .time:
            let all = (state.total ?? 0) / 1000
            return Phrase("đang tìm: \(amount: min(state.done / 1000, all)) / \(amount: all) giây",
                          "searching: \(amount: min(state.done / 1000, all)) of \(amount: all) s")
        }
    }
}
