internal import Assessment
internal import Documents
package import Scoring
internal import Values
internal import Words

/// What stands above and below every report: which assessment, by which criteria, and what must be known to read its
/// numbers.
package struct ReportHeader: Sendable {
    let assessment: Assessment
    /// What of the points rests on lines that nobody looked at; nil where nobody has to.
    let openLines: OpenLines?

    init(_ assessment: Assessment) { (self.assessment, openLines) = (assessment, assessment.openLines) }

    var settings: AssessmentSettings { assessment.settings }
    package var set: CriteriaSet { assessment.criteria.set }
    /// The codes of units that were left out because their rows hold errors.
    var leftOut: [String] { assessment.leftOut }
    var name: Phrase { Phrase(settings.name) }
    var pointDigits: Int { self.set.rounding.points.digits }
    var indexDigits: Int { self.set.rounding.index.digits }
    private var periodFact: Document.Fact { settings.period.fact }
    var criteriaFact: Document.Fact { .init(.criteriaSet, self.set.fullName) }
    var stageFact: Document.Fact { .init(.stage, StageWords.shown(settings)) }
    var facts: [Document.Fact] { [periodFact, stageFact, criteriaFact] }
    /// The same where the report is about several stages.
    var factsWithoutStage: [Document.Fact] { [periodFact, criteriaFact] }

    /// The name of a group (khối); nil for one that the settings do not name.
    func knownName(ofGroup code: String?) -> Phrase? {
        settings.groups.first { $0.code == code }.map { Phrase($0.name) }
    }

    func name(ofGroup code: String?) -> Phrase { knownName(ofGroup: code) ?? .ungrouped }

    /// A class by its code, with the name that one of the schemes gives it; nothing where there is no code.
    func unitClass(_ code: String) -> Value { code.isEmpty ? .none : .label(code, className(code)) }

    /// The name of a class by its code; a dash where there is no code.
    func className(_ code: String) -> Phrase {
        if code.isEmpty { return LedgerWords.noValue }
        let known = self.set.classSchemes.lazy.flatMap { $0.classes }.first { $0.code == code }
        return known.map { Phrase($0.name) } ?? Phrase(verbatim: code)
    }

    /// The name of what units have in common that have their places among each other.
    func name(ofPart key: String?, among scope: RankScope) -> Phrase {
        guard let key else {
            return switch scope {
            case .all: RankWords.allUnits
            case .parent: RankWords.withoutParent
            case .group, .level: .ungrouped
            }
        }
        let known: Phrase? =
            switch scope {
            case .group: knownName(ofGroup: key)
            case .level: set.levels.first { $0.code == key }.map { Phrase($0.name) }
            case .parent: assessment.units.first { $0.code == key }.map { Phrase(verbatim: $0.name) }
            case .all: nil
            }
        return known ?? Phrase(verbatim: key)
    }

    /// What must not be missed: that figures are made up, the assessment's own notice, where points come from; but for
    /// the edition's own origin where that stands elsewhere.
    func notices(isBrief: Bool, withOrigin: Bool = true) -> [Phrase] {
        let own = figureNotices
        return (own.isEmpty ? [] : [own.joined(" ")]) + pointNotices(isBrief: isBrief, withOrigin: withOrigin)
    }

    var figureNotices: [Phrase] {
        (settings.isSynthetic ? [NoticeWords.synthetic] : []) + [settings.notice].compactMap { $0 }.map { Phrase($0) }
            + [settings.roundingDigits].compactMap { $0 }.map(NoticeWords.rounded)
            + [assessment.provisional].compactMap { $0 }.map(PeriodWords.provisional)
    }

    /// That points rest on lines that nobody looked at, are assumed, or come from elsewhere than the edition's, such as a
    /// file of points given by the user.
    func pointNotices(isBrief: Bool, withOrigin: Bool = true) -> [Phrase] {
        var codes: [PointsOrigin: [String]] = [:]
        var origins: [PointsOrigin] = []
        for criterion in set.criteria {
            guard let origin = criterion.leaf?.points else { continue }
            if codes[origin] == nil { origins.append(origin) }
            codes[origin, default: []].append(criterion.code)
        }
        let assumed = withOrigin ? [set.points.assumption(isBrief: isBrief)].compactMap({ $0 }) : []
        return [openNotice].compactMap({ $0 }) + assumed + origins.map { $0.notice(for: codes[$0] ?? []) }
    }

    private var openNotice: Phrase? {
        openLines.flatMap { $0.atStage.count > 0 ? LineWords.open($0, at: settings.stage, digits: pointDigits) : nil }
    }

    /// The same in a few words, for a cell of every row.
    var shortNotice: Phrase {
        let synthetic = settings.isSynthetic ? [NoticeWords.syntheticInShort] : []
        let assumed = set.points.basis == .assumed ? [NoticeWords.assumedInShort(set.points.source.document)] : []
        let others = Set(set.criteria.compactMap { $0.leaf?.points?.source.document }).sorted()
        let rounded = [settings.roundingDigits].compactMap { $0 }.map(NoticeWords.roundedInShort)
        let missing = leftOut.isEmpty ? [] : [NoticeWords.leftOutInShort(leftOut.count)]
        let provisional = [assessment.provisional].compactMap { $0 }.map(PeriodWords.provisionalInShort)
        let open = openLines.map { $0.atStage.count } ?? 0
        let unseen = open > 0 ? [LineWords.openInShort(open)] : []
        let notices =
            missing + unseen + provisional + synthetic + rounded + assumed + others.map(NoticeWords.otherPointsInShort)
        return (notices + [StageWords.inShort(settings)]).joined("; ")
    }

    /// The same as a column, with what a selection leaves out.
    func noticeColumn<Row>(_ selection: UnitSelection = UnitSelection()) -> Column<Row> {
        let first = selection.notice.map { Phrase("\($0); \(shortNotice)") }
        let notice = Value.phrase((first ?? shortNotice).settled)
        return Column(.notes) { _ in notice }
    }

    /// Writes what stands below a report: who was left out, what must not be missed, what the edition assumes.
    func writeNotices(
        to document: inout Document, withLeftOut: Bool = true, withOrigin: Bool = true, withAssumptions: Bool = true
    ) {
        if withLeftOut, !leftOut.isEmpty { document.notice(NoticeWords.leftOut(leftOut)) }
        for notice in notices(isBrief: document.isBrief, withOrigin: withOrigin) { document.notice(notice) }
        guard withAssumptions, !set.assumptions.isEmpty else { return }
        if document.isBrief {
            document.paragraph(NoticeWords.assumptions(set.assumptions.count))
        } else {
            document.list(set.assumptions.map(Phrase.init), under: .assumptions)
        }
    }

    func write(to record: inout RecordWriter) {
        record.record("assessment") { record in
            record.values([
                "name": .name(settings.name), "year": .count(settings.year), "stage": .text(settings.stage.code),
                "synthetic": .flag(settings.isSynthetic), "notice": .name(settings.notice),
                "roundInput": .count(settings.roundingDigits),
            ])
            record.line(
                "period",
                [
                    "kind": .text(settings.period.kind.rawValue), "code": .text(settings.period.code),
                    "from": .day(settings.period.first), "to": .day(settings.period.last),
                ])
            if let provisional = assessment.provisional {
                record.line(
                    "provisional",
                    [
                        "from": .day(provisional.days.lowerBound), "to": .day(provisional.days.upperBound),
                        "figures": .count(provisional.count),
                    ])
            }
            if let openLines {
                record.record("openLines") { record in
                    record.values(LineWords.values(openLines.atStage))
                    record.record("atNoStage") { $0.values(LineWords.values(openLines.atNoStage)) }
                }
            }
            record.list("stages", settings.stages.stages) { ["code": .text($0.code), "name": .name($0.name)] }
            record.texts("precedence", settings.stages.precedence(at: settings.stage).map({ $0.code }))
            record.list("groups", settings.groups) { ["code": .text($0.code), "name": .name($0.name)] }
        }
        let origin: [Column<PointsOrigin>] = [
            Column("pointsBasis") { .text($0.basis.rawValue) },
            Column("pointsSource") { .text($0.source.phrase.text(.vi)) },
        ]
        record.record("criteria") { record in
            record.values(of: set, [.set, .edition, .name])
            record.values(["source": .text(set.source.phrase.text(.vi)), "maximum": .number(set.maximum)])
            record.values(of: set.points, origin)
            record.value("pointsReason", .name(set.points.reason))
            let others = set.criteria.compactMap { node in node.leaf?.points.map { (node.code, $0) } }
            record.list("otherPoints", others) { record, other in
                record.value("code", .text(other.0))
                record.values(of: other.1, origin)
            }
            record.value("classes", set.classSchemes.isEmpty ? .absent : .text(set.classesPhrase.text(.vi)))
            record.texts("assumptions", set.assumptions.map { $0.vi })
        }
        // Without these units, places, classes and means are not those of the whole.
        record.texts("leftOut", leftOut)
    }
}

extension ReportHeader {
    /// Remarks on units of which much is left out as not applicable although their peers are scored there, each with the
    /// code of the unit. Worked out over all units on each call.
    func leftOutRemarks() -> [(unit: String, remark: Phrase)] {
        assessment.scores.leftOutShares.map { share in
            let (unit, codes) = (assessment.units[share.unit], share.criteria.map { self.set.criteria[$0].code })
            return (unit.code, ScoreWords.leftOutBesidePeers(unit.name, share, codes, digits: pointDigits))
        }
    }

    /// Those on some units.
    func leftOutRemarks(_ units: Set<String>) -> [Phrase] {
        leftOutRemarks().filter { units.contains($0.unit) }.map { $0.remark }
    }

    func writeLeftOutShares(_ units: Set<String>, to record: inout RecordWriter) {
        let shares = assessment.scores.leftOutShares.filter { units.contains(assessment.units[$0.unit].code) }
        record.list("notApplicableBesidePeers", shares) { share in
            [
                "unit": .text(assessment.units[share.unit].code), "points": .number(share.points),
                "maximum": .number(share.maximum),
                "criteria": .list(share.criteria.map { .text(self.set.criteria[$0].code) }),
            ]
        }
    }

    /// That points given to wholes above some leaves of a unit no longer stand once a figure changes; nil where there are
    /// none.
    func freedWholes(_ score: UnitScore, _ leaves: [Int]) -> Phrase? {
        let wholes = Set(leaves.flatMap { score.nodesGivenAsWhole(above: $0) }).sorted()
        let listed = wholes.compactMap { node in
            score.standing(of: node).map {
                Phrase("\(self.set.criteria[node].code): \($0.points, digits: pointDigits)")
            }
        }
        return listed.isEmpty ? nil : StageWords.freesWholes(listed)
    }

    /// The given points that no longer stand once figures are changed, each with its criterion and stage.
    func phrases(of freed: [FreedPoints]) -> [Phrase] {
        freed.map { freed in
            StageWords.freed(
                self.set.criteria[freed.node].code, freed.standing.points,
                settings.stages.stages[freed.standing.stage], digits: pointDigits)
        }
    }

    /// The points that a row frees.
    func freedColumn<Row>(_ freed: @escaping @Sendable (Row) -> [FreedPoints]) -> Column<Row> {
        .phrase("", StageWords.freedShort) { row in
            let phrases = phrases(of: freed(row))
            return phrases.isEmpty ? nil : phrases.joined("; ")
        }
    }

    func write(_ freed: [FreedPoints], to record: inout RecordWriter) {
        record.list("freed", freed) {
            [
                "criterion": .text(self.set.criteria[$0.node].code),
                "stage": .text(settings.stages.stages[$0.standing.stage].code), "points": .number($0.standing.points),
            ]
        }
    }
}

extension Unit { var fact: Document.Fact { .init(.unit, Phrase("\(name) (\(code))")) } }
