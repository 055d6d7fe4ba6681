import TestSupport
import Values

@testable import Survey

/// What is doubtful in drafts of questionnaires, and what uneven questionnaires find in answers.
enum FoundDrafts {
    static var all: [Finding] { drafts + answers }

    private static var drafts: [Finding] {
        let names = Repository.names(in: "Tests/SurveyTests/Exports", ending: ".csv")
        let exports = names.map { Repository.path("Tests/SurveyTests/Exports/" + $0) }
        let folder = TemporaryFolder()
        let texts = [
            "Góp ý\nA\n",
            "Xã,Xã nơi ở,Câu 1,Trạng thái\nA,B,Hài lòng,xong\nA,B,Bình thường,xong\nA,B,Tạm,\nA,B,Rất hài lòng,\n",
            "Câu 1\nHài lòng\nRất hài lòng\n",
        ]
        let made = texts.enumerated().map { folder.add($1, "\($0).csv") }
        return (exports + made).flatMap { path -> [Finding] in
            do throws(FindingsError) {
                return try QuestionnaireDraft(contentsOf: path).doubts
            } catch {
                return error.findings
            }
        }
    }

    private static var fieldWork: [Finding] {
        let answers = Repository.path("Tests/SurveyTests/Field/answers.csv")
        guard let plain = SmallFolder.surveyOf(SmallFolder.questionnaire),
            let text = try? String(
                decoding: Repository.data("Tests/SurveyTests/Field/questionnaire.json"), as: UTF8.self),
            let dropping = SmallFolder.surveyOf(text.replacing("\"from\":", with: "\"drop\": [\"burst\"], \"from\":"))
        else { return [] }
        let folder = TemporaryFolder()
        var findings = AnswerReader(dropping).read([answers]).findings
        do throws(FindingsError) {
            _ = try FieldCheck([answers], plain, options: AnswerOptions(), questionnaireFile: "q.json")
        } catch {
            findings += error.findings
        }
        let strata = folder.add("tầng;dân số;tỷ lệ dự kiến\nA;5;2;\nB;5;-1\n", "strata.csv")
        do throws(FindingsError) {
            _ = try SampleStratum.read(contentsOf: strata)
        } catch {
            findings += error.findings
        }
        let none: FindingDetails = [.found: .names(["A"]), .count: .count(1)]
        return findings + [Finding(SurveyFinding.strataWithoutPeople, at: Location(file: strata), none)]
    }

    private static var answers: [Finding] {
        let text = SmallFolder.questionnaire.replacing(
            "\"unit\": \"xã\"", with: "\"unit\": \"xã\", \"finished\": [{\"column\": \"xong\", \"is\": [\"1\"]}]"
        ).replacing(
            "{\"code\": \"q1\",", with: "{\"code\": \"q1\", \"askedIf\": [{\"column\": \"hỏi\", \"is\": [\"1\"]}],")
        guard let questionnaire = SmallFolder.surveyOf(text) else { return [] }
        let folder = TemporaryFolder()
        let path = folder.add("xã;hỏi;xong;q1\nh;1;1;5\nh;0;1;5\nh;1;0;5\n")
        return AnswerReader(questionnaire).read([path]).findings + fieldWork
    }
}
