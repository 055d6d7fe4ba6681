package import Documents
internal import Words
import Values

/// What was done about a task, in words.
enum TaskWords {
    /// `hoàn thành đúng hạn` for 2, `hoàn thành trễ hạn` for 1, `chưa hoàn thành` for 0.
    static func text(_ figure: ExactRatio, in language: Language) -> String {
        if figure >= ExactRatio(2) { return language == .vi ? "hoàn thành đúng hạn" : "done in time" }
        if figure >= .one { return language == .vi ? "hoàn thành trễ hạn" : "done late" }
        return language == .vi ? "chưa hoàn thành" : "not done"
    }

    /// A task that is not due yet.
    static func notDue(in language: Language) -> String {
        language == .vi ? "chưa đến hạn" : "not due yet"
    }
}
