internal import Scoring
internal import Values

/// A row of a register as its cells say it, to be held against that of another copy.
struct RegisterKeyed {
    /// What makes it another row than those beside it, however it is spelt.
    struct Key: Hashable {
        let unit: String
        let code: String
        let about: [String]
    }

    let unit: String
    let code: String
    let about: [String]
    /// The other cells, in their order; blank ones are blank here.
    let rest: [String]

    init(_ unit: String, _ code: String, _ about: [String?], _ rest: [String?]) {
        (self.unit, self.code, self.rest) = (unit, code, rest.map { $0 ?? "" })
        self.about = about.compactMap { $0 }
    }

    var key: Key { Key(unit: unit, code: code, about: about.map { VietnameseText.word($0) }) }
    var stated: [String] { rest.filter { !$0.isEmpty } }
}

extension ExplanationRequest {
    var registerRow: RegisterKeyed {
        RegisterKeyed(
            unit, code, [question],
            [
                askedBy, asked?.description, window.closes?.description, answer?.text, answer?.evidence,
                answer?.day?.description, decision?.word, decidedBy,
            ])
    }
}

extension EvidenceItem {
    var registerRow: RegisterKeyed {
        RegisterKeyed(unit, criterion, [kindText, name], [day?.description, explanation, note])
    }
}
