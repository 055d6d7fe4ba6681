package import Documents
internal import Words
import Assessment
import Scoring
import Tables
import Values

// Headings of the table are in the language; states, reports and days are written alike in both.
extension DeadlineReport {
    /// The report as CSV, a row a task or date.
    package func csv(in language: Language) -> [UInt8] {
        var writer = CSVWriter(language == .vi ? .excelVietnamese : .plain)
        writer.writeRow(Self.headings.map { .text($0.text(language)) })
        let notice = header.shortNotice(in: language)
        for part in review.parts {
            let unit = unit(of: part)
            for item in part.items {
                let cells: [String?] = [
                    unit?.code, unit?.name, item.code, CleanText.line(item.name.text(language)),
                    item.lead.map(DeadlineWords.agency), item.from?.description, item.due?.description, item.words,
                    item.progress?.rawValue, item.standing.state.rawValue,
                ]
                var row: [CSVWriter.Cell] = cells.map { $0.map { .text($0) } ?? .blank }
                row.append(
                    item.standing.daysLeft.map { .number(FixedDecimal(mantissa: Int64($0) * FixedDecimal.scale)) }
                        ?? .blank)
                row.append(item.warning(in: language).map { .text($0) } ?? .blank)
                row.append(.text(notice))
                writer.writeRow(row)
            }
        }
        return writer.bytes
    }

    private static let headings = [
        Wording(vi: "Mã đơn vị", en: "Unit"), Wording(vi: "Tên đơn vị", en: "Unit name"),
        Wording(vi: "Mã tiêu chí", en: "Criterion"), Wording(vi: "Nội dung", en: "Task"),
        Wording(vi: "Cơ quan chủ trì", en: "Lead agency"), Wording(vi: "Từ ngày", en: "From"),
        Wording(vi: "Hạn", en: "Due"), Wording(vi: "Thời gian theo văn bản", en: "Time as written"),
        Wording(vi: "Báo cáo", en: "Reported"), Wording(vi: "Trạng thái", en: "State"),
        Wording(vi: "Còn lại (ngày)", en: "Days left"), Wording(vi: "Cảnh báo", en: "Warning"),
        Wording(vi: "Lưu ý", en: "Notes"),
    ]

    /// The report as JSON; keys are the same in both languages, official texts stand as they are.
    package var json: String {
        var writer = JSONWriter()
        writer.object { root in
            header.write(to: &root)
            root.member("day", review.day.description)
            root.member("within", review.within)
            root.key("parts")
            root.array { list in
                for part in review.parts { write(part, to: &list) }
            }
            root.key("leftOut")
            root.array { list in
                for code in leftOut { list.value(code) }
            }
        }
        return writer.text
    }

    private func write(_ part: DeadlineReview.Part, to list: inout JSONWriter) {
        list.object { object in
            object.member("unit", unit(of: part)?.code)
            object.member("name", unit(of: part)?.name)
            object.key("counts")
            write(DeadlineCounts(part.items), to: &object)
            object.key("leads")
            object.array { leads in
                for (lead, items) in part.byLead {
                    leads.object { entry in
                        entry.member("lead", lead)
                        entry.key("counts")
                        write(DeadlineCounts(items), to: &entry)
                    }
                }
            }
            object.key("items")
            object.array { items in
                for item in part.items { item.write(to: &items) }
            }
        }
    }

    private func write(_ counts: DeadlineCounts, to writer: inout JSONWriter) {
        writer.object { object in
            for state in DeadlineStanding.State.allCases { object.member(state.rawValue, counts[state]) }
        }
    }
}

extension DeadlineReview.Item {
    fileprivate func write(to list: inout JSONWriter) {
        list.object { object in
            object.member("code", code)
            object.member("name", name.vi)
            object.member("lead", lead)
            object.member("from", from?.description)
            object.member("due", due?.description)
            object.member("words", words)
            object.member("reported", progress?.rawValue)
            object.member("state", standing.state.rawValue)
            object.member("daysLeft", standing.daysLeft)
            object.member("contradiction", standing.contradiction?.rawValue)
        }
    }
}
