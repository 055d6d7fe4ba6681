package import Assessment
package import Documents
package import Scoring
internal import Survey
internal import Tables
package import Values
internal import Words

/// A new assessment folder, ready to be filled: its settings, units and a table with a row for every figure asked for.
package struct AssessmentStart: Sendable {
    package let set: CriteriaSet
    package let units: StartingUnits
    package let period: Period
    /// The display name; nil for that of the set with the period.
    package var name: LocalizedText?
    /// The assessment of the period before, and its folder as seen from the new one.
    package var earlier: (assessment: Assessment, path: String)?
    /// The criteria file and what goes with it, as they are.
    private var copies: [(path: String, bytes: [UInt8])] = []
    private var questionnaire: String?
    private var schema: String?

    package init(_ set: CriteriaSet, _ units: StartingUnits, period: Period) {
        (self.set, self.units, self.period) = (set, units, period)
    }

    /// Takes the criteria file into the folder, the schema of settings that stands above it, and the questionnaire.
    /// - Throws: ``FindingsError`` where one of them cannot be read.
    package mutating func copy(criteria: String, questionnaire: String?) throws(FindingsError) {
        copies = [(criteriaPath, try FileInput.bytes(of: criteria))]
        let above = criteria.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let schemas = (above.isEmpty ? "." : above.joined(separator: "/")) + "/../assessment.schema.json"
        if FileInput.exists(schemas) {
            let path = "criteria/assessment.schema.json"
            copies.append((path, try FileInput.bytes(of: schemas)))
            schema = path
        }
        if let questionnaire {
            copies.append(("questionnaire.json", try FileInput.bytes(of: questionnaire)))
            self.questionnaire = "questionnaire.json"
        }
    }

    /// The name of the set and edition; nil for codes that could not be the names of files.
    private var criteriaName: String? {
        let name = "\(set.set)/\(set.edition)"
        return CriteriaPlaces.isName(name) ? name : nil
    }

    private var criteriaPath: String { criteriaName.map { "criteria/\($0).json" } ?? "criteria.json" }

    /// The files of the folder, with its tables as workbooks if so wanted.
    /// - Throws: ``FindingsError`` for a text that no cell of a workbook holds.
    package func files(
        in language: Language, asWorkbooks: Bool = false
    ) throws(FindingsError) -> [(path: String, bytes: [UInt8])] {
        let tables = StartTables(self, language)
        var files: [(path: String, bytes: [UInt8])] = []
        files.append(("assessment.json", settings(asWorkbooks: asWorkbooks)))
        if asWorkbooks {
            let units = try tables.workbook(tables.units, sheet: StartWords.units, file: "units.xlsx")
            let figures = try tables.workbook(tables.figures, sheet: StartWords.figures, file: "metrics.xlsx")
            files.append(("units.xlsx", units))
            files.append(("metrics.xlsx", figures))
        } else {
            files.append(("units.csv", tables.text(tables.units)))
            files.append(("metrics.csv", tables.text(tables.figures)))
        }
        for copy in copies { files.append(copy) }
        return files
    }

    /// How many figures are asked for.
    package var figureCount: Int { StartTables(self, .vi).rows.count }

    /// How many dates were taken over, a year later.
    package var movedDates: Int { dates.count }

    // MARK: - Settings

    private func settings(asWorkbooks: Bool) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { root in
            if let schema { root.member("$schema", schema) }
            root.member("format", 1)
            root.key("name")
            root.text(name ?? usualName)
            root.member("criteria", criteriaName ?? criteriaPath)
            if period.kind == .year { root.member("year", period.year) } else { period.write(to: &root) }
            root.member("stage", stages.stages.first?.code ?? Stage.computed.code)
            if let stages = earlier?.assessment.settings.stages, stages != StageList() {
                root.list("stages", stages.stages) { ($0.code, $0.name) }
            }
            if let unit = earlier?.assessment.settings.costUnit {
                root.key("costUnit")
                root.text(unit)
            }
            if let size = earlier?.assessment.settings.size { root.member("size", size.metric) }
            if !units.groups.isEmpty { root.list("groups", units.groups) { ($0.code, $0.name) } }
            if !dates.isEmpty { writeDates(to: &root) }
            if let earlier { root.member("previous", earlier.path) }
            guard asWorkbooks || questionnaire != nil else { return }
            root.key("files")
            root.object { files in
                if asWorkbooks {
                    files.member("units", "units.xlsx")
                    files.key("metrics")
                    files.array { $0.value("metrics.xlsx") }
                }
                if let questionnaire {
                    files.key("survey")
                    files.object { $0.member("questionnaire", questionnaire) }
                }
            }
        }
        return Array((writer.text + "\n").utf8)
    }

    private var stages: StageList { earlier?.assessment.settings.stages ?? StageList() }

    /// The earlier name with the new year, where it names its own; otherwise that of the set, with the period
    /// that it does not name.
    private var usualName: LocalizedText {
        if let settings = earlier?.assessment.settings, settings.period.kind == .year, period.kind == .year {
            let (old, new) = (String(settings.year), String(period.year))
            let vi = settings.name.vi.replacing(old, with: new)
            if vi != settings.name.vi {
                return LocalizedText(vi: vi, en: settings.name.en.map { $0.replacing(old, with: new) })
            }
        }
        // A set for one year may name it itself.
        if period.kind == .year, VietnameseText.folded(set.name.vi).hasSuffix("nam \(period.year)") { return set.name }
        let phrase = Phrase("\(set.name), \(period.phrase)", "\(set.name), \(period.phrase)")
        return LocalizedText(vi: phrase.text(.vi), en: set.name.en == nil ? nil : phrase.text(.en))
    }

    /// The earlier dates a year later; what was done then is not done now.
    private var dates: [PlannedDate] {
        guard let settings = earlier?.assessment.settings, settings.period.kind == .year, period.kind == .year else {
            return []
        }
        return settings.dates.compactMap { date in
            date.due.later(years: period.year - settings.period.year).map {
                PlannedDate(name: date.name, due: $0, lead: date.lead)
            }
        }
    }

    private func writeDates(to root: inout JSONWriter) {
        root.key("dates")
        root.array { list in
            for date in dates {
                list.object { entry in
                    entry.key("name")
                    entry.text(date.name)
                    entry.member("due", date.due.description)
                    if let lead = date.lead { entry.member("lead", lead) }
                }
            }
        }
    }
}

extension CalendarDay {
    /// The same day of a later year; of a year without a 29th of February the 28th.
    fileprivate func later(years: Int) -> CalendarDay? {
        CalendarDay(year: year + years, month: month, day: day)
            ?? CalendarDay(year: year + years, month: month, day: day - 1)
    }
}

extension Period {
    fileprivate func write(to root: inout JSONWriter) {
        guard kind == .days else { return root.member("period", code) }
        root.key("period")
        root.object { days in
            days.member("from", first.description)
            days.member("to", last.description)
        }
    }
}

extension JSONWriter {
    /// A text, with its English where there is one.
    fileprivate mutating func text(_ text: LocalizedText) {
        guard let english = text.en else { return value(text.vi) }
        object { both in
            both.member("vi", text.vi)
            both.member("en", english)
        }
    }

    /// Things with a code and a name.
    fileprivate mutating func list<Element>(
        _ name: String, _ elements: [Element], _ parts: (Element) -> (code: String, name: LocalizedText)
    ) {
        key(name)
        array { list in
            for element in elements {
                let (code, name) = parts(element)
                list.object { entry in
                    entry.member("code", code)
                    entry.key("name")
                    entry.text(name)
                }
            }
        }
    }
}
