package import Documents
internal import Words
internal import Assessment
internal import Survey
internal import Tables
internal import Values

extension SurveyReport {
    /// The report as JSON; shares and their errors are from 0 to 1.
    package var json: String {
        let questionnaire = survey.questionnaire
        var writer = JSONWriter()
        writer.object { root in
            header.write(to: &root)
            root.key("survey")
            root.object { object in
                object.member("questionnaire", questionnaire.code)
                object.member("measure", questionnaire.index.measure.rawValue)
                object.member("topLevels", questionnaire.index.topLevels)
                object.member("combination", questionnaire.index.effectiveCombination.rawValue)
                object.member("hasDesign", questionnaire.design != nil)
                object.member("interval", questionnaire.interval.method.rawValue)
                object.member("confidence", questionnaire.interval.confidence)
                object.member("minimumCount", questionnaire.minimumCount)
                object.member("rows", survey.analysis?.tally.rowCount)
                object.member("rowsLeftOut", survey.analysis?.tally.rowsLeftOut)
                object.key("unitsAwaited")
                object.array { list in
                    for unit in awaited { list.value(unit.code) }
                }
                object.key("levels")
                object.array { list in
                    for level in questionnaire.scale.levels { list.value(level.code) }
                }
            }
            root.key("estimates")
            root.array { list in
                for index in all { write(index, to: &list) }
            }
        }
        return writer.text
    }

    private func write(_ index: SurveyIndex, to list: inout JSONWriter) {
        list.object { object in
            object.member("unit", index.unit)
            object.key("domain")
            object.object { domain in
                for key in index.domain.keys.sorted() { domain.member(key, index.domain[key]) }
            }
            object.member("factor", code(of: index.part))
            object.member("kind", kind(of: index.part))
            index.writeEstimate(to: &object)
            // What is suppressed is not given away by its parts.
            if index.status != .suppressed {
                object.key("counts")
                object.array { counts in
                    for count in index.counts { counts.value(count) }
                }
            }
            let isShown = index.status != .suppressed
            object.member("noAnswer", isShown ? index.noAnswer : nil)
            object.member("unknown", isShown ? index.unknown : nil)
        }
    }

    private func kind(of part: SurveyIndex.Part) -> String {
        switch part {
        case .question: "question"
        case .group(let group): survey.questionnaire.groups[group].kind.rawValue
        }
    }

    /// The report as CSV, a row an index; shares are percentages.
    package func csv(in language: Language) -> [UInt8] {
        let isVietnamese = language == .vi
        var writer = CSVWriter(isVietnamese ? .excelVietnamese : .plain)
        var headings =
            isVietnamese
            ? [
                "Mã đơn vị", "Tên đơn vị", "Nhóm", "Mã nội dung", "Nội dung", "Số người", "Số câu trả lời",
                "Chỉ số (%)",
                "Sai số chuẩn (%)", "Cận dưới (%)", "Cận trên (%)", "Hệ số thiết kế", "Bậc tự do", "Trạng thái",
                "Lưu ý",
            ]
            : [
                "Unit", "Unit name", "Domain", "Code", "Factor", "People", "Answers", "Index (%)", "Standard error (%)",
                "Lower (%)", "Upper (%)", "Design effect", "Degrees of freedom", "Status", "Notes",
            ]
        headings.insert(contentsOf: survey.questionnaire.scale.levels.map { $0.label.text(language) }, at: 7)
        writer.writeRow(headings.map { .text($0) })
        let notice = header.shortNotice(in: language)
        for index in all {
            let name = units.first { $0.code == index.unit }?.name ?? unit?.name
            let domain = index.domain.keys.sorted().map { "\($0)=\(index.domain[$0] ?? "")" }.joined(separator: "; ")
            var row: [CSVWriter.Cell] = [index.unit, name, domain, code(of: index.part)].map {
                $0.map { .text($0) } ?? .blank
            }
            row.append(.text(CleanText.line(self.name(of: index.part, in: language))))
            let isShown = index.status != .suppressed
            let counts: [Int?] = [index.people] + ([index.answers] + index.counts).map { isShown ? $0 : nil }
            row += counts.map { count in
                count.flatMap { FixedDecimal(exactly: $0) }.map { .number($0) } ?? .blank
            }
            row.append(index.percent.map { .number($0, minimumDigits: 2) } ?? .blank)
            let estimate = index.estimate
            let numbers = [
                estimate?.standardError.map { $0 * 100 }, estimate?.lower.map { $0 * 100 },
                estimate?.upper.map { $0 * 100 }, estimate?.designEffect, estimate.map { Double($0.degreesOfFreedom) },
            ]
            row += numbers.map { number in
                number.flatMap { FixedDecimal(rounding: $0) }.map { .number($0) } ?? .blank
            }
            row.append(.text(SurveyWords.code(index.status).status))
            row.append(.text(notice))
            writer.writeRow(row)
        }
        return writer.bytes
    }
}

extension SurveyIndex {
    /// Writes the value with its error and limits, shares from 0 to 1, as members of an object.
    func writeEstimate(to object: inout JSONWriter) {
        let status = SurveyWords.code(status)
        object.member("method", estimate?.method.map(SurveyWords.code))
        object.member("n", people)
        object.member("answers", self.status == .suppressed ? nil : answers)
        object.member("share", value)
        object.member("percent", percent)
        object.member("standardError", estimate?.standardError)
        object.member("lower", estimate?.lower)
        object.member("upper", estimate?.upper)
        object.member("designEffect", estimate?.designEffect)
        object.member("designEffectKind", estimate.map { _ in "withoutReplacement" })
        object.member("degreesOfFreedom", estimate?.degreesOfFreedom)
        object.member("status", status.status)
        object.member("reason", status.reason)
    }
}
