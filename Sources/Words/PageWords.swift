// swift-format-ignore-file
package import Documents
package import Values

/// Headings and sentences of the pages of a report.
package enum PageWords {
    /// What stands where there is nothing.
    package static let none = Phrase(verbatim: "–")

    // MARK: The frame

    package static let skip = Phrase("Đến nội dung chính", "Skip to content")
    package static let toGroup = Phrase("Bảng chung của các đơn vị", "All units")
    package static let search = Phrase("Tìm đơn vị, tiêu chí, cơ quan", "Find a unit, criterion or agency")
    package static let made = Phrase("Lập bằng score-cli", "Made with score-cli")
    package static let contents = Phrase("Mục lục", "Contents")
    package static let assumptions = Phrase("Giả định của bộ tiêu chí", "What the criteria set assumes")
    package static func written(_ count: Int, _ folder: String) -> Phrase {
        Phrase("Đã ghi \(count) trang vào «\(folder)»; mở index.html bằng trình duyệt.", "\(count) pages written to “\(folder)”; open index.html in a browser.")
    }
    package static let scrolls = Phrase("bảng rộng, cuộn ngang để xem hết", "wide table, scroll sideways")
    package static let noScript = Phrase("Trình duyệt không chạy JavaScript: mọi số liệu trên trang vẫn đọc được, chỉ phần thử phương án không dùng được.",
                                         "The browser runs no JavaScript: all figures of the page can be read, only trying changes does not work.")

    // MARK: First screen of a unit

    package static func title(_ name: String, points: Phrase, maximum: Phrase, index: Phrase?) -> Phrase {
        let index = index.map { Phrase(", chỉ số \($0)", ", index \($0)") }
        return Phrase("\(name): \(points)/\(maximum) điểm\(index)", "\(name): \(points)/\(maximum) points\(index)")
    }

    package static let place = Phrase("Hạng", "Place")
    package static func of(_ count: Int) -> Phrase { Phrase("/\(count)") }
    package static func tied(_ names: String) -> Phrase { Phrase("đồng hạng với \(names)", "tied with \(names)") }
    package static func range(_ places: Phrase, _ confidence: Phrase) -> Phrase {
        Phrase("Vì phiếu khảo sát chọn mẫu và điểm còn chưa đo, hạng thật có thể từ \(places) (độ tin cậy \(confidence)).",
               "With sampling error and points not measured yet, the true place may be \(places) (\(confidence) confidence).")
    }
    package static func reach(_ places: Phrase, unmeasured: Phrase) -> Phrase {
        Phrase("Còn \(unmeasured) điểm chưa đo: khi đo đủ có thể đứng hạng \(places).",
               "\(unmeasured) points are not measured yet: once they are, the place may be \(places).")
    }
    package static func reachOfOthers(_ places: Phrase) -> Phrase {
        Phrase("Đơn vị khác còn điểm chưa đo: khi đo đủ có thể đứng hạng \(places).",
               "Others have points not measured yet: once they are, the place may be \(places).")
    }
    package static let sure = Phrase("Hạng này chắc: không có sai số khảo sát và mọi điểm đã đo.", "The place is sure: there is no sampling error, and all points are measured.")
    package static func lastYear(_ period: Phrase, place: Phrase?, index: Phrase?, change: Phrase?) -> Phrase {
        let place = place.map { Phrase("hạng \($0)", "place \($0)") }
        let index = index.map { Phrase("chỉ số \($0)", "index \($0)") }
        let said = [place, index, change].compactMap { $0 }.joined(", ")
        return Phrase("\(period): \(said).", "\(period): \(said).")
    }
    package static func change(_ change: FixedDecimal, digits: Int) -> Phrase {
        let size = change < 0 ? 0 - change : change
        if change == 0 { return Phrase("năm nay không đổi", "unchanged this year") }
        return change > 0 ? Phrase("năm nay tăng \(size, digits: digits)", "up \(size, digits: digits) this year")
            : Phrase("năm nay giảm \(size, digits: digits)", "down \(size, digits: digits) this year")
    }

    package static func losses(_ lost: Phrase, _ together: Phrase, _ count: Int) -> Phrase {
        Phrase("Mất \(lost) điểm, \(together) ở \(count) dòng", "Lost \(lost) points, \(together) in \(count) \(count == 1 ? "line" : "lines")")
    }
    package static let noLosses = Phrase("Không mất điểm", "No points lost")

    package static let doFirst = Phrase("Làm gì trước", "What next")
    package static func nextStep(_ what: Phrase, gain: Phrase) -> Phrase { Phrase("\(what): thêm \(gain) điểm", "\(what): \(gain) more points") }
    package static func cost(_ cost: FixedDecimal, _ unit: Phrase?, isProven: Bool) -> Phrase {
        let unit = unit.map { Phrase(" \($0)") }
        return isProven ? Phrase("Rẻ nhất (đã chứng minh): chi phí \(cost)\(unit).", "Cheapest (proven): cost \(cost)\(unit).")
            : Phrase("Rẻ nhất tìm được: chi phí \(cost)\(unit).", "Cheapest found: cost \(cost)\(unit).")
    }
    package static let nearest = Phrase("Mức gần nhất tính theo khoảng cách tương đối; không có bảng hành động (actions.csv) nên chưa biết chi phí.",
                                        "The nearest by relative distance; without a table of actions (actions.csv) costs are not known.")
    package static let nothingToDo = Phrase("Không thay đổi số liệu nào đã biết cho thêm điểm.", "No known change of a figure earns more points.")

    package static func cuts(_ stage: Phrase, _ points: Phrase) -> Phrase { Phrase("\(stage) cắt \(points) điểm", "\(stage) cut \(points) points") }
    package static func cut(_ criterion: Phrase, _ before: Phrase, _ stageBefore: Phrase, _ after: Phrase, _ stage: Phrase, reason: String?) -> Phrase {
        let reason = reason.map { Phrase(" («\($0)»)", " (“\($0)”)") }
        return Phrase("\(criterion): \(stageBefore) \(before), \(stage) \(after)\(reason)", "\(criterion): \(stageBefore) \(before), \(stage) \(after)\(reason)")
    }
    package static let cutWithoutReason = Phrase("chưa ghi lý do", "no reason stated")

    // MARK: Parts of a unit's page

    package static func belowMedian(_ codes: String, _ count: Int) -> Phrase {
        count == 0 ? Phrase("Không lĩnh vực nào dưới trung vị", "No field is below the median")
            : Phrase("Dưới trung vị ở \(count) lĩnh vực: \(codes)", "Below the median in \(count) \(count == 1 ? "field" : "fields"): \(codes)")
    }
    package static let fieldsAlone = Phrase("Điểm từng lĩnh vực", "Points by field")
    package static let fieldsLegend = Phrase("Thanh: phần trăm điểm tối đa của đơn vị. Vạch dài: trung vị. Vạch ngắn: tốt nhất. Sọc: điểm chưa đo. Trung vị và tốt nhất chỉ tính các đơn vị đã đo đủ lĩnh vực đó.",
                                             "Bar: percent of the unit's maximum. Long tick: median. Short tick: best. Stripes: not measured yet. Median and best are of units that are wholly measured there.")
    package static func similar(_ count: Int) -> Phrase {
        Phrase("Trung vị \(count) đơn vị cùng quy mô", "Median of \(count) units of similar size")
    }
    package static func ofUnits(_ count: Int) -> Phrase { Phrase("của \(count) đơn vị", "of \(count) units") }
    package static func similarSize(_ metric: Phrase) -> Phrase {
        Phrase("Cùng quy mô: «\(metric)» (của tỷ lệ: mẫu số) hơn kém không quá 20 %; chỉ nêu khi có từ 5 đơn vị khác như vậy.",
               "Of similar size: “\(metric)” (of a ratio its denominator) at most 20 % more or less; told only where there are 5 other such units.")
    }
    package static let historyLegend = Phrase("Thanh: chỉ số của mỗi kỳ, trên thang 100. Kỳ không có số liệu để trống.",
                                              "Bar: the index of each period, of 100. A period without data stays open.")
    package static let toMedian = Phrase("So với trung vị", "Against the median")
    package static let median = Phrase("Trung vị", "Median")
    package static let best = Phrase("Tốt nhất", "Best")
    package static let percentScale = Phrase("Phần trăm điểm tối đa, từ 0 đến 100", "Percent of the maximum, from 0 to 100")
    package static let notMeasured = Phrase("chưa đo", "not measured")
    package static func partlyMeasured(_ unmeasured: Phrase, _ maximum: Phrase) -> Phrase {
        Phrase("chưa đo \(unmeasured)/\(maximum)", "\(unmeasured)/\(maximum) not measured")
    }

    package static func whereLost(_ lost: Phrase) -> Phrase { Phrase("\(lost) điểm mất đi đâu", "Where \(lost) points went") }
    package static let waterfallLegend = Phrase("Từ điểm tối đa trừ dần từng dòng mất điểm, mất nhiều trước; sọc: mất vì chưa đo.",
                                                "From the maximum down, the greatest loss first; stripes: lost for want of figures.")
    package static let reached = Phrase("Điểm đạt", "Points reached")
    package static func others(_ count: Int) -> Phrase { Phrase("\(count) tiêu chí khác", "\(count) other criteria") }
    package static let beyond = Phrase("Trần điểm, làm tròn và điểm cho cả mục", "Caps, rounding and points given to wholes")

    package static let lines = Phrase("Từng dòng mất điểm và cách lấy lại", "Each lost line and how to win it back")
    package static let why = Phrase("Vì sao", "Why")
    package static let need = Phrase("Cần gì", "What is needed")
    package static let who = Phrase("Ai chủ trì", "Who leads")
    package static let evidence = Phrase("Tài liệu kiểm chứng", "Evidence")
    package static let noEvidence = Phrase("chưa có tài liệu kiểm chứng", "no evidence")
    package static func gain(_ need: Phrase, _ gain: Phrase) -> Phrase { Phrase("\(need): thêm \(gain) điểm", "\(need): \(gain) more points") }
    package static let noFurther = Phrase("Không lấy lại được", "Cannot be won back")
    package static func furtherLines(_ count: Int, _ lost: Phrase) -> Phrase {
        Phrase("\(count) dòng khác, mất \(lost) điểm", "\(count) more \(count == 1 ? "line" : "lines"), \(lost) points")
    }

    package static let explanations = Phrase("Từng tiêu chí: vì sao được điểm như vậy", "Each criterion: why it has its points")
    package static func explanation(_ criterion: Phrase, _ points: Phrase, _ maximum: Phrase) -> Phrase {
        Phrase("\(criterion): \(points)/\(maximum)")
    }
    package static let onlyLost = Phrase("Chỉ dòng mất điểm", "Only lost lines")
    package static let allAgencies = Phrase("Mọi cơ quan", "All agencies")
    package static let allFields = Phrase("Mọi lĩnh vực", "All fields")
    package static let allStates = Phrase("Mọi trạng thái", "All states")
    package static let sortTree = Phrase("Theo bộ tiêu chí", "In the order of the set")
    package static let sortLost = Phrase("Mất nhiều trước", "Greatest loss first")
    package static let shown = Phrase("dòng đang hiện", "lines shown")
    package static let saveSVG = Phrase("Lưu hình SVG", "Save as SVG")
    package static let savePNG = Phrase("Lưu hình PNG", "Save as PNG")
    package static let nothingFound = Phrase("Không tìm thấy", "Nothing found")

    package static func survey(_ people: Int, _ percent: FixedDecimal, _ limits: Phrase?) -> Phrase {
        Phrase("Khảo sát: \(amount: people) người, hài lòng \(percent, digits: 1) %\(limits.map { Phrase(" (\($0))") })",
               "Survey: \(amount: people) people, \(percent, digits: 1) % satisfied\(limits.map { Phrase(" (\($0))") })")
    }
    package static let surveyAwaited = Phrase("Khảo sát: chờ phiếu của đơn vị", "Survey: the unit's forms are awaited")
    package static let surveyOnly = Phrase("Khảo sát", "Survey")
    package static func surveyLegend(_ confidence: Phrase?) -> Phrase {
        guard let confidence else {
            return Phrase("Mỗi thanh là 100 % câu trả lời, mức thấp ở bên trái. Cột phải: phần trăm hài lòng.",
                          "Each bar is 100 % of the answers, the lowest level left. To the right: percent satisfied.")
        }
        return Phrase("Mỗi thanh là 100 % câu trả lời, mức thấp ở bên trái. Cột phải: phần trăm hài lòng và khoảng tin cậy \(confidence).",
                      "Each bar is 100 % of the answers, the lowest level left. To the right: percent satisfied and its \(confidence) interval.")
    }
    package static let percentScaleOfAnswers = Phrase("100 % câu trả lời", "100 % of the answers")
    package static let factor = Phrase("Nội dung", "Factor")
    package static let satisfied = Phrase("Hài lòng", "Satisfied")
    package static let shares = Phrase("Từng mức, %", "Each level, %")
    package static let interval = Phrase("Khoảng tin cậy", "Interval")

    package static func yearChange(_ period: Phrase, _ change: FixedDecimal?, digits: Int) -> Phrase {
        guard let change else { return Phrase("So với \(period)", "Compared with \(period)") }
        let size = change < 0 ? 0 - change : change
        if change == 0 { return Phrase("So với \(period): chỉ số không đổi", "Compared with \(period): the index is the same") }
        return change > 0
            ? Phrase("So với \(period): chỉ số tăng \(size, digits: digits)", "Compared with \(period): the index rose by \(size, digits: digits)")
            : Phrase("So với \(period): chỉ số giảm \(size, digits: digits)", "Compared with \(period): the index fell by \(size, digits: digits)")
    }
    package static let byAgency = Phrase("Mất điểm theo cơ quan chủ trì", "Losses by lead agency")
    package static let agenciesLegend = Phrase("Điểm mất ở các tiêu chí mà cơ quan chủ trì; sọc: mất vì chưa đo.", "Points lost on the criteria that an agency leads; stripes: lost for want of figures.")
    package static let deadlines = Phrase("Việc có hạn", "Deadlines")
    package static func deadlinesOn(_ day: CalendarDay) -> Phrase { Phrase("Việc có hạn, tính đến ngày \(day)", "Deadlines as of \(day)") }

    // MARK: First screen of all units

    package static func groupTitle(_ name: Phrase, _ count: Int, mean: FixedDecimal?, digits: Int) -> Phrase {
        let mean = mean.map { Phrase(", chỉ số trung bình \($0, digits: digits)", ", mean index \($0, digits: digits)") }
        return Phrase("\(name): \(count) đơn vị\(mean)", "\(name): \(count) \(count == 1 ? "unit" : "units")\(mean)")
    }
    package static let whoLeads = Phrase("Ai dẫn đầu", "Who leads")
    package static let nobodyLeads = Phrase("Chưa đơn vị nào có hạng", "No unit has a place yet")
    package static func notSure(_ count: Int) -> Phrase {
        Phrase("Chưa chắc: \(count) đơn vị có thể thật sự đứng đầu, vì sai số khảo sát và điểm chưa đo.",
               "Not sure: \(count) units may truly be first, by sampling error and points not measured.")
    }
    package static let leadIsSure = Phrase("Chắc: không đơn vị nào khác có thể đứng đầu.", "Sure: no other unit can be first.")
    package static let needHelp = Phrase("Ai cần giúp trước", "Who needs help first")
    package static func fallen(_ fallen: Int, of compared: Int, _ period: Phrase) -> Phrase {
        Phrase("\(fallen) trong \(compared) đơn vị giảm so với \(period).", "\(fallen) of \(compared) units fell against \(period).")
    }
    package static let pointsNotMeasured = Phrase("điểm chưa đo", "points not measured")
    package static let lacks = Phrase("thiếu", "lacks")
    package static let costsLegend = Phrase("Điểm mất của các đơn vị cộng lại; sọc: mất vì chưa đo. Cột cuối: số đơn vị mất điểm trên số đơn vị được chấm.",
                                            "Points that the units lost together; stripes: lost for want of figures. Last column: units with losses of those scored.")
    package static let whereAllLose = Phrase("Cả khối mất nhiều nhất ở đâu", "Where all lose most")
    package static func allLost(_ together: Phrase, of lost: Phrase, units: Int) -> Phrase {
        Phrase("\(together) trong tổng \(lost) điểm mất của \(units) đơn vị", "\(together) of the \(lost) points that \(units) units lost")
    }

    package static func places(_ incomplete: Int, of count: Int) -> Phrase {
        incomplete == 0 ? Phrase("Hạng của \(count) đơn vị", "Places of \(count) units")
            : Phrase("\(incomplete) trong \(count) đơn vị còn điểm chưa đo nên hạng chưa chắc", "\(incomplete) of \(count) units have points not measured, so places may change")
    }
    package static let placesLegend = Phrase("Vạch đứng: hạng tính được. Thanh đặc: khoảng hạng do sai số khảo sát và điểm chưa đo. Thanh sọc: phần chỉ do điểm chưa đo.",
                                             "Tick: the place. Solid bar: the range by sampling error and points not measured. Striped: where only points not measured lead.")
    package static let placesScale = Phrase("Hạng, tốt nhất ở bên trái", "Place, the best left")
    package static let placeRange = Phrase("Khoảng hạng", "Range")

    package static func spread(_ names: Phrase) -> Phrase { Phrase("Chênh nhau nhiều nhất: \(names)", "Units differ most in: \(names)") }
    package static let matrix = Phrase("Điểm của từng đơn vị theo lĩnh vực", "Each unit by field")
    package static func differs(_ field: Phrase, _ points: FixedDecimal) -> Phrase {
        Phrase("\(field) (\(points, digits: 1) điểm phần trăm)", "\(field) (\(points, digits: 1) percentage points)")
    }
    package static let matrixLegend = Phrase("Phần trăm điểm tối đa của lĩnh vực. Ô càng xanh càng gần điểm tối đa; ô sọc: chưa đo đủ, không tính vào trung vị và tốt nhất.",
                                             "Percent of the field's maximum. The bluer, the nearer to it; striped: not wholly measured, no part of median and best.")
    package static func byCriterion(_ field: Phrase) -> Phrase { Phrase("\(field): từng tiêu chí", "\(field): each criterion") }
    package static func part(_ part: Int, of count: Int) -> Phrase { Phrase("phần \(part)/\(count)", "part \(part) of \(count)") }

    package static func changes(_ period: Phrase, fallen: Int, compared: Int) -> Phrase {
        Phrase("So với \(period): \(fallen) trong \(compared) đơn vị giảm", "Against \(period): \(fallen) of \(compared) units fell")
    }
    package static let changesLegend = Phrase("Vạch ngắn: năm trước. Vạch dài: năm nay. Giảm nhiều xếp trước.", "Short tick: last year. Long tick: this year. The greatest fall first.")
    package static func indexScale(_ low: Phrase, _ high: Phrase) -> Phrase { Phrase("Chỉ số từ \(low) đến \(high)", "Index from \(low) to \(high)") }
    package static let costs = Phrase("Tiêu chí mất nhiều điểm nhất", "Criteria that cost most")
    package static let surveyMatrixLegend = Phrase("Phần trăm hài lòng; tên nội dung ở danh sách trên.", "Percent satisfied; the factors are named in the list above.")
    package static let surveyOfUnits = Phrase("Khảo sát theo đơn vị và nội dung", "Survey by unit and factor")
    package static let unranked = Phrase("Chưa xếp hạng", "Not ranked")

    // MARK: Trying changes

    package static let planner = Phrase("Thử phương án", "Try a change")
    package static let plannerFor = Phrase("Trang này tính ngay trong trình duyệt bằng đúng bộ máy của lệnh score-cli; không gửi gì đi đâu.",
                                           "The page computes in the browser with the very engine of score-cli; nothing is sent anywhere.")
    package static let current = Phrase("Hiện có", "Now")
    package static let tried = Phrase("Thử", "Try")
    package static let unchanged = Phrase("chưa thay đổi gì", "nothing changed")
    package static let reset = Phrase("Về như cũ", "Undo all")
    package static let cheapest = Phrase("Tìm phương án rẻ nhất", "Find the cheapest plan")
    package static let goalRank = Phrase("đạt hạng", "to place")
    package static let goalIndex = Phrase("đạt chỉ số", "to index")
    package static let goalPoints = Phrase("đạt điểm", "to points")
    package static let goalBudget = Phrase("trong kinh phí", "within budget")
    package static let goal = Phrase("Mục tiêu", "Goal")
    package static let goalValue = Phrase("Mức", "Value")
    package static let keep = Phrase("Giữ phương án này để so", "Keep this one to compare")
    package static let saved = Phrase("Các phương án đã giữ", "Kept scenarios")
    package static let saveScenario = Phrase("Lưu phương án (.json)", "Save the scenario (.json)")
    package static let openScenario = Phrase("Mở phương án hoặc số liệu", "Open a scenario or figures")
    package static let saveFigures = Phrase("Lưu số liệu (.csv)", "Save the figures (.csv)")
    package static let command = Phrase("Lệnh tương đương", "The same by command")
    package static let engineFailed = Phrase("Trình duyệt này không chạy được bộ máy tính điểm (WebAssembly); hãy dùng bản Edge, Chrome hoặc Firefox mới hơn.",
                                             "This browser cannot run the engine (WebAssembly); use a newer Edge, Chrome or Firefox.")
    package static let badNumber = Phrase("không phải số", "not a number")
    package static let wantsRatio = Phrase("ghi tử số/mẫu số, ví dụ 45/50", "write numerator/denominator, such as 45/50")
    package static let noPlan = Phrase("Không có phương án nào đạt được mục tiêu này.", "No plan reaches this goal.")
    package static let proven = Phrase("đã chứng minh là rẻ nhất", "proven to be the cheapest")
    package static let notProven = Phrase("chưa chứng minh là rẻ nhất", "not proven to be the cheapest")
    package static let scalesFixed = Phrase("Thang so sánh giữa các đơn vị được giữ như hiện nay, vì trang không có số liệu của đơn vị khác.",
                                            "Scales that compare units are kept as they are now, because the page has no figures of others.")
    package static let noPlace = Phrase("Trang này không có điểm của đơn vị khác nên không tính hạng.", "The page has no points of other units and tells no place.")
    package static let searchFigures = Phrase("Tìm số liệu, tiêu chí", "Find a figure or criterion")
    package static let figure = Phrase("Số liệu", "Figure")
    package static let dropped = Phrase("Thả tệp CSV hoặc JSON vào đây cũng được.", "A CSV or JSON file may also be dropped here.")
    package static let unitOfPlanner = Phrase("Đơn vị", "Unit")
    package static let fileUnknown = Phrase("Tệp không có số liệu của đơn vị trên trang này", "The file has no figures of a unit of this page")
    package static let fileRead = Phrase("Đã đọc", "Read")
    package static let collected = Phrase("Đã nhận số liệu", "Figures received")
    package static let costUnknown = Phrase("khoảng cách tương đối", "relative distance")
    package static let next = Phrase("Mức kế tiếp", "Next step")

    /// What the script of a page says, by the keys it asks for.
    package static let ofScript: KeyValuePairs<String, Phrase> = [
        "nothingFound": nothingFound, "shown": shown, "saveSVG": saveSVG, "savePNG": savePNG,
        "points": .points, "index": .index, "rank": .rank, "class": .unitClass, "coverage": .coverage,
        "figure": figure, "criterion": .criterion, "now": current, "try": tried, "next": next,
        "unchanged": unchanged, "changed": changed, "saved": saved, "engineFailed": engineFailed, "badNumber": badNumber,
        "wantsRatio": wantsRatio, "proven": proven, "notProven": notProven,
        "scalesFixed": scalesFixed, "noPlace": noPlace, "cost": .cost,
        "fileUnknown": fileUnknown, "fileRead": fileRead, "collected": collected, "costUnknown": costUnknown,
        "unit": .unit, "notReported": notReported, "notApplicable": notApplicable, "awaited": awaited,
        "notPublished": notPublished, "yes": yes, "no": no, "doneInTime": doneInTime, "doneLate": doneLate,
        "notDone": notDone, "apply": apply, "remove": remove, "freed": StageWords.freed, "scenario": .scenario,
        "outsideDomain": outsideDomain, "nowState": currentState, "noRank": .notRanked, "infeasible": noPlan,
        "unknownPlan": unknownPlan, "columns": fileColumns, "error": error,
    ]
    private static let notReported = Phrase("chưa báo cáo", "not reported")
    private static let notApplicable = Phrase("không áp dụng", "not applicable")
    private static let awaited = Phrase("chờ khảo sát", "awaited")
    private static let notPublished = Phrase("không công bố", "not published")
    private static let yes = Phrase("có", "yes")
    private static let changed = Phrase("Thay đổi", "Changes")
    private static let no = Phrase("không", "no")
    private static let doneInTime = Phrase("xong đúng hạn", "done in time")
    private static let doneLate = Phrase("xong trễ hạn", "done late")
    private static let notDone = Phrase("chưa xong", "not done")
    private static let apply = Phrase("Áp dụng phương án này", "Use this plan")
    private static let remove = Phrase("Bỏ", "Remove")
    private static let outsideDomain = Phrase("ngoài khoảng cho phép", "outside what is possible")
    private static let currentState = Phrase("Hiện nay", "Now")
    private static let unknownPlan = Phrase("Hết lượt tìm mà chưa thấy phương án.", "The search ended before it found a plan.")
    private static let error = Phrase("Không tính được", "Cannot be computed")
    /// The headings of the table of figures.
    private static let fileColumns = Phrase("mã đơn vị;mã số liệu;giá trị;tử số;mẫu số;trạng thái", "unit;metric;value;numerator;denominator;status")
}
