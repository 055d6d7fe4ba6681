package import Assessment
package import Documents
internal import Scoring
internal import Survey
package import Values
internal import Words
internal import Workbooks

/// Forms in which units enter their figures and score themselves, and departments appraise: workbooks in the official
/// columns, with points that follow from the figures where a spreadsheet can compute them.
package struct FormBook {
    /// A form's name, and what it holds.
    package struct Form: Sendable {
        /// The code of the unit, or the agency's name made a file's.
        package let file: String
        let units: [Int]
        /// The agency that appraises; nil for a unit's own form.
        let agency: String?
    }

    let assessment: Assessment
    let scores: ScoreTable
    let ofSurvey: Set<String>
    /// What was entered at the stage of forms of appraisal.
    let appraised: [FigureKey: GivenLine]

    let language: Language
    let words: EntryWords

    package init(_ assessment: Assessment, in language: Language) {
        (self.assessment, self.language) = (assessment, language)
        words = EntryWords(language)
        scores = assessment.ownScores
        appraised = assessment.appraisalStage.map { assessment.given(at: $0) } ?? [:]
        ofSurvey = Set(assessment.survey?.questionnaire.metrics.map { $0.metric } ?? [])
    }

    var set: CriteriaSet { assessment.criteria.set }

    func text(_ phrase: Phrase) -> String { phrase.text(language) }

    /// The units that report themselves.
    private var reporting: [Int] { assessment.units.indices.filter { assessment.units[$0].figuresFrom == nil } }

    /// A form for each unit that reports itself.
    package var unitForms: [Form] {
        var names = FileNames()
        return reporting.map { unit in
            Form(file: names.name(ofUnit: assessment.units[unit].code), units: [unit], agency: nil)
        }
    }

    /// The form of one unit; none for a unit that stands for others.
    package func forms(ofUnit unit: Int) -> [Form] { unitForms.filter { $0.units == [unit] } }

    /// A form for each agency that leads or monitors criteria, about all units.
    package var agencyForms: [Form] {
        var names: [String] = []
        for criterion in set.criteria where criterion.leaf != nil {
            for name in [criterion.agencies.monitoring, criterion.agencies.lead].compactMap({ $0 })
            where !names.contains(name) {
                names.append(name)
            }
        }
        var files = FileNames()
        return names.map { name in
            let made = String(VietnameseText.code(from: name).prefix(80))
            return Form(file: files.unused(made), units: reporting, agency: name)
        }
    }

    /// The workbook of a form.
    /// - Throws: ``FindingsError`` for a text that no cell holds, and for an agency's form where no stage follows that at
    ///   which units score themselves (`form.noAppraisal`).
    package func workbook(_ form: Form) throws(FindingsError) -> [UInt8] {
        let settings = assessment.settings
        guard let stage = form.agency == nil ? settings.stages.own ?? settings.stage : assessment.appraisalStage else {
            throw FindingsError(
                FormFinding.noAppraisal, at: Location(file: assessment.folder + "/assessment.json"))
        }
        var bytes: [UInt8] = []
        var book = BookWriter(file: form.file + ".xlsx") { bytes += $0 }
        var layout = SheetLayout(name: text(FormWords.sheet))
        layout.columns = FormLayout.Column.columns(isAppraisal: form.agency != nil).map {
            SheetLayout.Column(width: Self.width(of: $0), isHidden: $0.isHidden)
        }
        layout.isLandscape = true
        layout.isProtected = true
        let heading = FormHeading(self, form)
        layout.frozenRows = heading.rowCount
        layout.titleRows = heading.rowCount - 2...heading.rowCount
        try book.sheet(layout) { sheet throws(FindingsError) in
            try heading.write(to: &sheet)
            for unit in form.units {
                try FormSection(self, form, unit: unit, first: sheet.nextRow).write(to: &sheet)
            }
            try heading.writeSignatures(to: &sheet)
        }
        try book.about(
            FormLayout.About(
                set: set.set, edition: set.edition, period: settings.period.code, stage: stage.code, agency: form.agency
            ))
        book.finish()
        return bytes
    }

    /// The criteria whose points follow by a formula from the figures that a unit enters.
    package func computedCriteria(ofUnit unit: Int) -> Set<Int> {
        FormSection(self, Form(file: "", units: [unit], agency: nil), unit: unit, first: 1).computed
    }

    private static func width(of column: FormLayout.Column) -> Double {
        switch column {
        case .ordinal: 8
        case .name: 46
        case .maximum, .selfPoints, .appraisalPoints: 10
        case .numerator, .denominator, .value: 12
        case .evidence, .explanation: 26
        case .unit, .criterion, .metric: 12
        case .opinion: 14
        case .reason: 26
        }
    }
}

extension BookWriter {
    /// Writes the hidden sheet that says what a form is about.
    mutating func about(_ form: FormLayout.About) throws(FindingsError) {
        var layout = SheetLayout(name: FormLayout.aboutSheet)
        layout.isHidden = true
        try sheet(layout) { sheet throws(FindingsError) in
            for row in form.rows { try sheet.row([WrittenCell(row.key), WrittenCell(row.value)]) }
        }
    }
}

/// The looks of a form's cells.
enum FormLook {
    static let plain = CellLook()
    static let text = CellLook().with { $0.format = .text }
    static let bold = CellLook().with { $0.isBold = true }
    static let heading = CellLook().with {
        $0.isBold = true
        $0.alignment = .center
        $0.isVerticallyCentred = true
        $0.fill = "DDEBF7"
    }
    static let numbering = CellLook().with {
        $0.isItalic = true
        $0.alignment = .center
    }
    static let title = CellLook().with {
        $0.isBold = true
        $0.alignment = .center
        $0.hasBorder = false
    }
    static let note = CellLook().with {
        $0.isItalic = true
        $0.hasBorder = false
    }
    static let input = CellLook().with {
        $0.isUnlocked = true
        $0.fill = "FFF9E5"
        $0.alignment = .right
    }
    static let entry = CellLook().with {
        $0.isUnlocked = true
        $0.fill = "FFF9E5"
    }
    static func points(_ digits: Int, isBold: Bool = false, isInput: Bool = false) -> CellLook {
        CellLook().with {
            $0.alignment = .right
            $0.format = .decimals(digits)
            $0.isBold = isBold
            $0.isUnlocked = isInput
            if isInput { $0.fill = "FFF9E5" }
        }
    }
}
