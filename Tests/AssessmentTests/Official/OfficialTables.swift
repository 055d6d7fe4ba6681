@testable import Assessment
@testable import Tables

/// The tables of ``OfficialTablesTests``.
enum OfficialTables {
    static let long: [OfficialTable] = [
        OfficialTable(
            layout: "Decision 1880/QĐ-UBND of Cà Mau 2013, annex of figures: title, place, numbers of columns, sum",
            content: .text(
                """
                ỦY BAN NHÂN DÂN TỈNH CÀ MAU;;;;;
                PHỤ LỤC SỐ LIỆU CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH, NĂM 2025;;;;;
                (Kèm theo Quyết định số 1880/QĐ-UBND ngày 20/12/2013);;;;;
                ;;;;;
                STT;Đơn vị;Mã tiêu chí;Tử số;Mẫu số;Tài liệu kiểm chứng
                (1);(2);(3);(4);(5);(6)
                1;Huyện H;1.1;18;20;Báo cáo 01
                2;Xã Một;1.1;9;10;Báo cáo 02
                3;Xã Hai;1.1;7;10;Báo cáo 03
                ;Tổng cộng;;34;40;

                """), figures: ["h 1.1=18/20", "xa-1 1.1=9/10", "xa-2 1.1=7/10"],
            findings: ["table.headingFound metrics.csv:5 «5»", "table.rowsPassedOver metrics.csv:6"]),
        OfficialTable(
            layout: "DTI annex, district: STT | Chỉ số thành phần | Điểm tối đa | … | Đơn vị phối hợp xác minh",
            content: .text(
                """
                STT;Tên đơn vị;Mã chỉ số;Chỉ số thành phần;Điểm tối đa;Kết quả;Cách xác định và tính điểm;Minh chứng;Nguồn dữ liệu;Đơn vị phối hợp xác minh
                I;Xã Một;;;;;;;;
                1;;1.3;Họp Ban Chỉ đạo;20;4;4 lần: 20 điểm;Biên bản họp;Đơn vị;Sở TTTT
                2;;1.4;Chuyên mục trên cổng;20;Có;Có: 20 điểm;Đường dẫn;Đơn vị;Sở TTTT
                II;Xã Hai;;;;;;;;
                1;;1.3;Họp Ban Chỉ đạo;20;2;4 lần: 20 điểm;Biên bản họp;Đơn vị;Sở TTTT
                2;;1.4;Chuyên mục trên cổng;20;Không;Có: 20 điểm;;Đơn vị;Sở TTTT

                """), figures: ["xa-1 1.3=4", "xa-1 1.4=1", "xa-2 1.3=2", "xa-2 1.4=0"],
            findings: ["table.filledDown metrics.csv:3:2", "table.rowsPassedOver metrics.csv:2"]),
        OfficialTable(
            layout:
                "Self-scoring form of access to law (TCPL), commune: Căn cứ chấm over (1) and (2), unit in the title",
            content: .sheet(
                [
                    "ỦY BAN NHÂN DÂN XÃ MỘT", "BIỂU TỰ CHẤM ĐIỂM CHUẨN TIẾP CẬN PHÁP LUẬT", "",
                    "Tiêu chí/chỉ tiêu | Nội dung | Điểm tối đa | Căn cứ chấm | | Điểm tự chấm | Chữ ký công chức phụ trách",
                    " | | | Số liệu thực hiện (1) | Tỷ lệ đạt được (2) | |",
                    "1 | Lĩnh vực 1 | #10 | | | |", "1.1 | Tiêu chí 1.1 | #2 | 9/10 | #90 | #1.8 | Nguyễn A",
                    "1.3 | Tiêu chí 1.3 | #2 | #7 | | #1.4 | Nguyễn A", "Tổng cộng | | #10 | | | #3.2 |",
                    "NGƯỜI LẬP BIỂU | | | CHỦ TỊCH | | |",
                ], merges: ["A1:G1", "A2:G2", "D4:E4", "A4:A5", "B4:B5", "C4:C5", "F4:F5", "G4:G5"]),
            figures: ["xa-1 1.1=90", "xa-1 1.3=7"],
            findings: [
                "table.headingFound metrics.xlsx:Biểu:4 «4–5»",
                "table.unknownColumn metrics.xlsx:Biểu:5:6 «Điểm tự chấm»",
                "table.rowsPassedOver metrics.xlsx:Biểu:6",
            ]),
        OfficialTable(
            layout: "PAR INDEX scoring table: units merged, criteria in rows, places of signature below",
            content: .sheet(
                [
                    "Đơn vị | Mã số liệu | Giá trị | Ghi chú", "Xã Một | 1.1 | #80 |", " | 1.2 | #70 |",
                    " | 1.3 | #5 | lũy kế",
                    "Xã Hai | 1.1 | #60 |", " | 1.2 | #50 |", "", " | | Cà Mau, ngày 05 tháng 12 năm 2025 |",
                    "Nơi nhận: | | TM. ỦY BAN NHÂN DÂN |", "- Như trên; | | KT. CHỦ TỊCH |",
                    "- Lưu: VT. | | PHÓ CHỦ TỊCH |",
                    " | | Trần Văn B |",
                ], merges: ["A2:A4", "A5:A6"]),
            figures: ["xa-1 1.1=80", "xa-1 1.2=70", "xa-1 1.3=5", "xa-2 1.1=60", "xa-2 1.2=50"],
            findings: ["table.rowsPassedOver metrics.xlsx:Biểu:8"]),
        OfficialTable(
            layout: "The same saved as text, with the criteria merged and the units below each",
            content: .text(
                """
                Mã tiêu chí;Tên tiêu chí;Đơn vị;Kết quả thực hiện
                1.1;Ban hành kế hoạch;Huyện H;95
                ;;Xã Một;80
                ;;Xã Hai;60
                1.3;Họp ban chỉ đạo;Huyện H;12
                ;;Xã Một;4

                """), figures: ["h 1.1=95", "xa-1 1.1=80", "xa-2 1.1=60", "h 1.3=12", "xa-1 1.3=4"],
            findings: ["table.filledDown metrics.csv:3:1"]),
        OfficialTable(
            layout: "Annex of a plan (seed 002): the heading repeated on each page, Stt, Kết quả",
            content: .text(
                """
                **Phụ lục**
                Stt|Đơn vị|Mã tiêu chí|Nội dung|Kết quả|Chủ trì|Thời gian
                1|xa-1|1.3|Tập huấn|3|Sở Nội vụ|Quý I
                2|xa-1|1.4|Niêm yết|có|Sở Nội vụ|Quý II
                Stt|Đơn vị|Mã tiêu chí|Nội dung|Kết quả|Chủ trì|Thời gian
                3|xa-2|1.3|Tập huấn|2|Sở Nội vụ|Quý I

                """), figures: ["xa-1 1.3=3", "xa-1 1.4=1", "xa-2 1.3=2"],
            findings: [
                "table.headingFound metrics.csv:2 «2»", "table.unknownColumn metrics.csv:2:6 «Chủ trì»",
                "table.unknownColumn metrics.csv:2:7 «Thời gian»", "table.rowsPassedOver metrics.csv:5",
            ]),
        OfficialTable(
            layout:
                "One-stop report of dossiers (form of decree 61/2018): Tổng số | Đúng hạn | Tỷ lệ, a share that differs",
            content: .text(
                """
                Tên đơn vị,Mã số liệu,Tổng số,Đúng hạn,"Tỷ lệ (%)"
                Xã Một,1.1,300,299,"99,67"
                Xã Hai,1.1,80,40,51
                Tổng số,,380,339,"89,21"

                """), figures: ["xa-1 1.1=299/300", "xa-2 1.1=40/80"],
            findings: ["assessment.ratioDiffers metrics.csv:3:5 «51»", "table.rowsPassedOver metrics.csv:4"]),
        OfficialTable(
            layout: "Emulation scoring: STT | Tên | Điểm tối đa | …, figures of the only unit",
            content: .text(
                """
                STT;Tên;Điểm tối đa;Kết quả;Giải trình
                1.1;Kế hoạch;2;85;Đã ban hành
                1.3;Kiểm tra;2;6;

                """), units: "code;name;level\nxa-1;Xã Một;commune\n", figures: ["xa-1 1.1=85", "xa-1 1.3=6"],
            findings: []),
    ]

    static let wide: [OfficialTable] = [
        OfficialTable(
            layout: "766 unit table: per group tử số | mẫu số | tỷ lệ | điểm | điểm tối đa",
            content: .sheet(
                [
                    "BỘ CHỈ SỐ 766 THÁNG 8/2025 | | | | | | | | | | |", "",
                    "STT | Đơn vị | 1.1 | | | | | 1.2 | | | |",
                    " | | Tử số | Mẫu số | Tỷ lệ | Điểm | Điểm tối đa | Tử số | Mẫu số | Tỷ lệ | Điểm | Điểm tối đa",
                    "1 | 2 | 3 | 4 | 5=3/4 | 6 | 7 | 8 | 9 | 10=8/9 | 11 | 12",
                    "#1 | Huyện H | #19 | #20 | #95 | #1.9 | #2 | #8 | #8 | #100 | #2 | #2",
                    "#2 | Xã Một | #1 | #3 | #33.33 | #0.67 | #2 | #5 | #6 | #83.33 | #1.67 | #2",
                    " | Cộng | #20 | #23 | | | | #13 | #14 | | |",
                ], merges: ["A1:L1", "A3:A4", "B3:B4", "C3:G3", "H3:L3"]),
            figures: ["h 1.1=19/20", "h 1.2=8/8", "xa-1 1.1=1/3", "xa-1 1.2=5/6"],
            findings: [
                "assessment.unknownColumn metrics.xlsx:Biểu:4:6 «1.1 Điểm»",
                "assessment.unknownColumn metrics.xlsx:Biểu:4:11 «1.2 Điểm»",
                "table.headingFound metrics.xlsx:Biểu:3 «3–4»", "table.rowsPassedOver metrics.xlsx:Biểu:5",
            ]),
        OfficialTable(
            layout: "Province summary by group of units: I. Khối huyện, II. Khối xã, sums of each",
            content: .text(
                """
                TT;Cơ quan, đơn vị;1.1;1.3
                A;B;1;2
                I;Khối huyện;;
                1;Huyện H;90;12
                ;Cộng khối huyện;90;12
                II;Khối xã;;
                1;Xã Một;80;4
                2;Xã Hai;70;5
                ;Cộng khối xã;150;9
                ;Tổng cộng (I+II);240;21

                """), figures: ["h 1.1=90", "h 1.3=12", "xa-1 1.1=80", "xa-1 1.3=4", "xa-2 1.1=70", "xa-2 1.3=5"],
            findings: ["table.rowsPassedOver metrics.csv:2"]),
        OfficialTable(
            layout:
                "Evaluation at the one-stop shop (Thanh Hóa form on decree 61/2018): Tổng số, Điểm bình quân, Tỷ lệ",
            content: .text(
                """
                STT;Đơn vị;Các chỉ số;
                ;;1.3;1.4
                1;Xã Một;4;có
                2;Xã Hai;6;không
                ;Tổng số;10;
                ;Điểm bình quân;5;
                ;Tỷ lệ % hài lòng;80;

                """), figures: ["xa-1 1.3=4", "xa-1 1.4=1", "xa-2 1.3=6", "xa-2 1.4=0"],
            findings: ["table.headingFound metrics.csv:1 «1–2»", "table.rowsPassedOver metrics.csv:5"]),
        OfficialTable(
            layout: "Criteria in rows, units in columns (summary of a scoring council)",
            content: .text(
                """
                BẢNG TỔNG HỢP KẾT QUẢ, NĂM 2025
                STT,Tiêu chí,Huyện H,Xã Một,Xã Hai
                1,LĨNH VỰC 1,,,
                1.1,Kế hoạch,95,80,"70,5"
                1.3,Kiểm tra,12,4,
                Người tổng hợp,,,,

                """), figures: ["h 1.1=95", "xa-1 1.1=80", "xa-2 1.1=70.5", "h 1.3=12", "xa-1 1.3=4"],
            findings: ["table.headingFound metrics.csv:2 «2»", "table.rowsPassedOver metrics.csv:3"]),
        OfficialTable(
            layout: "Criteria in rows, tử số and mẫu số of each unit in columns",
            content: .sheet(
                [
                    "Mã tiêu chí | Nội dung | Xã Một | | Xã Hai | ", " | | Tử số | Mẫu số | Tử số | Mẫu số",
                    "(1) | (2) | (3) | (4) | (5) | (6)", "1.1 | Kế hoạch | #9 | #10 | #7 | #8",
                    "1.2 | Kiểm tra | #3 | #4 | | ",
                ], merges: ["A1:A2", "B1:B2", "C1:D1", "E1:F1"]),
            figures: ["xa-1 1.1=9/10", "xa-2 1.1=7/8", "xa-1 1.2=3/4"],
            findings: ["table.headingFound metrics.xlsx:Biểu:1 «1–2»", "table.rowsPassedOver metrics.xlsx:Biểu:3"]),
        OfficialTable(
            layout: "Three rows of headings: lĩnh vực, tiêu chí, tử số and mẫu số",
            content: .sheet(
                [
                    "Tên xã, phường | Lĩnh vực 1 | | | | Ghi chú", " | 1.1 | | 1.2 | | ",
                    " | Tử số | Mẫu số | Tử số | Mẫu số | ", "Xã Một | #9 | #10 | #3 | #4 | x",
                    "Xã Hai | #7 | #8 | #1 | #2 | ",
                ], merges: ["A1:A3", "B1:E1", "B2:C2", "D2:E2", "F1:F3"]),
            figures: ["xa-1 1.1=9/10", "xa-1 1.2=3/4", "xa-2 1.1=7/8", "xa-2 1.2=1/2"],
            findings: ["table.headingFound metrics.xlsx:Biểu:1 «1–3»"]),
    ]

    private static let stages =
        #""stages": [{"code": "self", "name": "Tự đánh giá"}, {"code": "noi-vu", "name": "Sở Nội vụ đánh giá"}]"#
    private static let appraisal =
        #""stages": [{"code": "self", "name": "Tự chấm"}, {"code": "td", "name": "Thẩm định"}]"#

    static let points: [OfficialTable] = [
        OfficialTable(
            layout: "PAR INDEX scoring table, 1880/QĐ-UBND Cà Mau 2013: Điểm đánh giá over the stages",
            file: "scores.csv",
            content: .text(
                """
                BẢNG ĐIỂM TỰ ĐÁNH GIÁ CỦA XÃ;;;;;
                Đơn vị: Xã Một;;;;;
                STT;Lĩnh vực/Tiêu chí/Tiêu chí thành phần;Điểm tối đa;Điểm đánh giá;;Ghi chú
                ;;;Tự đánh giá;Sở Nội vụ đánh giá;
                (1);(2);(3);(4);(5);(6)
                1;LĨNH VỰC 1;10;;;
                1.1;Ban hành kế hoạch;2;1,5;1,25;
                1.2;Thực hiện kế hoạch;2;2;;
                TỔNG CỘNG;;10;3,5;1,25;

                """), settings: stages,
            points: ["xa-1 1.1 self=1.5", "xa-1 1.1 noi-vu=1.25", "xa-1 1.2 self=2"],
            findings: [
                "table.headingFound scores.csv:3 «3–4»", "table.rowsPassedOver scores.csv:5",
                "assessment.changeWithoutReason scores.csv:7:5 «1.25»",
            ]),
        OfficialTable(
            layout: "Emulation scoring: STT | Tên | Điểm tối đa | Tự chấm | … | Điểm cuối, by unit",
            file: "scores.csv",
            content: .text(
                """
                Tên đơn vị;Mã tiêu chí;Điểm tối đa;Tự chấm;Thẩm định;Lý do
                Xã Một;1.1;2;2;1;Thiếu kế hoạch
                ;1.2;2;1;1;
                Xã Hai;1.1;2;0,5;0,5;

                """), settings: appraisal,
            points: [
                "xa-1 1.1 self=2", "xa-1 1.1 td=1", "xa-1 1.2 self=1", "xa-1 1.2 td=1", "xa-2 1.1 self=0.5",
                "xa-2 1.1 td=0.5",
            ],
            findings: ["table.filledDown scores.csv:3:1"]),
        OfficialTable(
            layout: "Export of appraisal software (kê khai, rà soát): Điểm tự chấm, Điểm thẩm định, a page of its own",
            file: "scores.csv",
            content: .sheet(
                [
                    "DANH SÁCH KÊ KHAI | | | |", "Mã đơn vị | Tên đơn vị | Mã tiêu chí | Điểm tự chấm | Điểm thẩm định",
                    "xa-1 | Xã Một | 1.1 | #2 | #2", "xa-2 | Xã Hai | 1.1 | #1.5 | ", "Tổng điểm | | | #3.5 | #2",
                ], merges: ["A1:E1"]), settings: appraisal,
            points: ["xa-1 1.1 self=2", "xa-1 1.1 td=2", "xa-2 1.1 self=1.5"],
            findings: ["table.headingFound scores.xlsx:Biểu:2 «2»", "table.rowsPassedOver scores.xlsx:Biểu:5"]),
    ]

    /// In the encodings in which such tables are kept; the bytes are made by hand from the tables of the encodings.
    static let encoded: [OfficialTable] = [
        OfficialTable(
            layout: "Annex of figures in TCVN3 (ABC), font .VnTime",
            // Đơn vị;Mã số liệu;Giá trị / Xã Một;1.1;80,5 / Xã Hai;1.1;70
            content: .bytes(
                [0xA7, 0xAC, 0x6E, 0x20, 0x76, 0xDE] + Array(";M".utf8) + [0xB7, 0x20, 0x73, 0xE8] + Array(" li".utf8)
                    + [0xD6, 0x75] + Array(";Gi".utf8) + [0xB8] + Array(" tr".utf8) + [0xDE, 0x0A] + Array("X".utf8) + [
                        0xB7
                    ]
                    + Array(" M".utf8) + [0xE9] + Array("t;1.1;80,5\nX".utf8) + [0xB7] + Array(" Hai;1.1;70\n".utf8)),
            figures: ["xa-1 1.1=80.5", "xa-2 1.1=70"],
            findings: ["table.encodingRecognised metrics.csv «TCVN3 (ABC)»"]),
        OfficialTable(
            layout: "The same typed for a VNI font in a workbook",
            content: .sheet(
                ["Ñôn vò | Maõ soá lieäu | Giaù trò", "Xaõ Moät | 1.1 | #80.5", "Xaõ Hai | 1.1 | #70"], merges: []),
            figures: ["xa-1 1.1=80.5", "xa-2 1.1=70"],
            findings: ["table.encodingRecognised metrics.xlsx:Biểu «VNI»"]),
        OfficialTable(
            layout: "“Unicode Text” of Excel: UTF-16 with tabs",
            content: .bytes(
                [0xFF, 0xFE]
                    + "Đơn vị\tMã số liệu\tGiá trị\r\nXã Một\t1.1\t80,5\r\nTổng\t\t80,5\r\n".utf16.flatMap {
                        [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
                    }), figures: ["xa-1 1.1=80.5"],
            findings: ["table.encodingRecognised metrics.csv «UTF-16 LE»", "table.rowsPassedOver metrics.csv:3"]),
    ]
}
