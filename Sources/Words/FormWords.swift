// swift-format-ignore-file
package import Documents
internal import Scoring

/// What stands in forms.
package enum FormWords {
    package static let sheet = Phrase("Phiếu", "Form")
    package static let ofUnit = Phrase("PHIẾU TỰ ĐÁNH GIÁ, CHẤM ĐIỂM", "SELF-ASSESSMENT FORM")
    package static let ofAgency = Phrase("PHIẾU THẨM ĐỊNH", "APPRAISAL FORM")
    package static let howToSelfAssess = Phrase("Chỉ nhập vào các ô màu vàng. Số liệu có tử số, mẫu số thì nhập cả hai; không phát sinh thì ghi «không áp dụng» vào ô tử số hoặc ô giá trị. Điểm tự đánh giá được tính từ số liệu; ô điểm màu vàng thì tự ghi điểm.",
                                                "Fill in the yellow cells only. Of a figure with numerator and denominator enter both; for what did not arise write “not applicable” into the numerator or the value. Points follow from the figures; enter them where their cell is yellow.")
    package static let howToAppraise = Phrase("Chỉ nhập vào các ô màu vàng. Đồng ý với điểm đã có thì chọn «đồng ý» ở cột ý kiến và để trống ô điểm; cho điểm khác thì ghi điểm và lý do; cần đơn vị giải trình thì chọn «trả lại» và ghi lý do. Dòng để trống là dòng chưa xem xét.",
                                              "Fill in the yellow cells only. Where you agree with the points, choose “accepted” under opinion and leave the points blank; for other points enter them with the reason; to ask for an explanation choose “returned” and give the reason. A line left blank counts as not looked at.")
    package static func unit(_ name: String) -> Phrase { Phrase("Đơn vị: \(name)", "Unit: \(name)") }
    package static func agency(_ name: String) -> Phrase { Phrase("Cơ quan: \(name)", "Agency: \(name)") }
    package static func unitExplains(_ text: String) -> Phrase { Phrase("Đơn vị giải trình: \(text)", "The unit explains: \(text)") }
    package static let total = Phrase("Tổng điểm", "Total")
    package static let day = Phrase("……, ngày …… tháng …… năm ……", "……, date ……")
    package static let preparedBy = Phrase("NGƯỜI LẬP BIỂU", "PREPARED BY")
    package static let head = Phrase("THỦ TRƯỞNG ĐƠN VỊ", "HEAD OF THE UNIT")
    package static let signature = Phrase("(Ký, ghi rõ họ tên)", "(signature, name)")
    package static let seal = Phrase("(Ký tên, đóng dấu)", "(signature, seal)")

    /// The headings of the columns, in their order.
    package static let headings = [
        Phrase("STT", "No."), Phrase("Lĩnh vực, tiêu chí, tiêu chí thành phần", "Field, criterion"),
        Phrase("Điểm tối đa", "Maximum"), Phrase("Tử số", "Numerator"), Phrase("Mẫu số", "Denominator"),
        Phrase("Giá trị", "Value"), Phrase("Điểm tự đánh giá", "Self-assessed"),
        Phrase("điểm thẩm định", "appraised").capitalized, Phrase("Tài liệu kiểm chứng", "Evidence"),
        Phrase("Giải trình", "Explanation"), Phrase("Mã đơn vị", "Unit code"), Phrase("Mã tiêu chí", "Criterion code"),
        Phrase("Mã số liệu", "Metric code"), opinion, Phrase("Lý do thẩm định", "Reason"),
    ]
    package static let figures = Phrase("Số liệu", "Figures")
    package static let opinion = Phrase("Ý kiến thẩm định", "Opinion")

    // Words that are entered: the readers of tables know them in both languages.
    package static let notApplicable = Phrase("không áp dụng", "not applicable")
    package static let answers = [Phrase("có", "yes"), Phrase("không", "no")]
    package static let progress = [
        Phrase("hoàn thành đúng hạn", "done in time"), Phrase("hoàn thành trễ hạn", "done late"),
        Phrase("chưa hoàn thành", "not done"),
    ]
    package static let opinions = LineOpinion.allCases.map { $0.phrase }
    package static let notDue = Phrase("chưa đến hạn", "not due")

    // What is said where a cell holds something else.
    package static let numberOrNot = Phrase("Nhập số, hoặc «không áp dụng».", "Enter a number, or “not applicable”.")
    package static let percentOrNot = Phrase("Nhập số từ 0 đến 100, hoặc «không áp dụng».", "Enter a number from 0 to 100, or “not applicable”.")
    package static let countOrNot = Phrase("Nhập số không âm; không phát sinh thì ghi «không áp dụng» vào ô tử số.", "Enter a number of at least 0; where nothing arose, “not applicable” as the numerator.")
    package static let fromList = Phrase("Chọn một mục trong danh sách.", "Choose from the list.")

    package static func written(_ count: Int, _ folder: String) -> Phrase {
        Phrase("Đã ghi \(count) phiếu vào thư mục «\(folder)».", "Wrote \(count, "form", "forms") into the folder “\(folder)”.")
    }
}

/// What `collect` says.
package enum CollectWords {
    package static let title = Phrase("Tiếp nhận phiếu", "Forms taken in")
    package static let figures = Phrase("Số liệu mới hoặc thay đổi", "New and changed figures")
    package static let points = Phrase("Điểm mới hoặc thay đổi", "New and changed points")
    package static let changedFigures = Phrase("Số liệu thay đổi", "Changed figures")
    package static let changedPoints = Phrase("Điểm thay đổi", "Changed points")
    package static let new = Phrase("Số liệu và điểm mới", "New figures and points")
    package static let newFigures = Phrase("Số liệu", "Figures")
    package static let newPoints = Phrase("Điểm", "Points")
    package static func newTotal(units: Int, figures: Int, points: Int) -> Phrase {
        Phrase("\(units) đơn vị: \(figures) số liệu và \(points) điểm mới.", "\(units, "unit", "units"): \(figures, "new figure", "new figures") and \(points, "new score", "new scores").")
    }
    package static let nothing = Phrase("Không có số liệu hay điểm nào mới.", "No figures or points are new.")
    package static let before = Phrase("Trong thư mục", "In the folder")
    package static let after = Phrase("Trong phiếu", "In the form")
    package static let opinionBefore = Phrase("Ý kiến trong thư mục", "Opinion in the folder")
    package static let opinion = Phrase("Ý kiến trong phiếu", "Opinion in the form")
    package static let place = Phrase("Vị trí", "Place")
    package static func unchanged(_ count: Int) -> Phrase {
        Phrase("\(count) số liệu giống như trong thư mục.", "\(count, "figure stands", "figures stand") in the folder as in the forms.")
    }
    package static func written(_ files: [String]) -> Phrase {
        Phrase("Đã ghi \(files.joined(separator: ", ")).", "Wrote \(files.joined(separator: ", ")).")
    }
    package static let notWritten = Phrase("Chưa ghi gì vào thư mục vì có lỗi.", "Nothing was written into the folder, because there are errors.")
}
