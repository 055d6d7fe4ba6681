package import Documents
package import Scoring

extension TaskProgress {
    /// `chưa hoàn thành`.
    package var phrase: Phrase {
        switch self {
        case .doneInTime: Phrase("hoàn thành đúng hạn", "done in time")
        case .doneLate: Phrase("hoàn thành trễ hạn", "done late")
        case .notDone: Phrase("chưa hoàn thành", "not done")
        case .notDue: Phrase("chưa đến hạn", "not due yet")
        case .notTriggered: Phrase("không phát sinh", "not triggered")
        case .notReported: Phrase("chưa báo cáo", "not reported")
        }
    }
}
