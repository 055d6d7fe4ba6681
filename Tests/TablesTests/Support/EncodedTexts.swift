import Foundation

@testable import Tables

/// The same texts in each encoding, in Base64, made by other programs: iconv (Windows-1258, TCVN 5712, VISCII), Python
/// (UTF-16, Windows-1252), and the table of letters of the keyboard program xvnkb (VNI).
enum EncodedTexts {
    /// All letters with marks, small ones and capitals.
    static let letters =
        "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ;"
        + "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"
    static let latinLetters = "àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ"

    /// A table of units; TCVN 5712 and VISCII have a hyphen for the dash.
    static let table = """
        Mã đơn vị;Tên đơn vị;Cấp;Ghi chú
        xa-1;Xã Phước Hưng;xã;Ủy ban nhân dân huyện Tuy Phước
        xa-2;Xã Đắk Nhoong;xã;Đã báo cáo
        xa-3;Thị trấn Diêu Trì;xã;Chưa có tài liệu kiểm chứng
        h;Huyện Mỹ Xuyên;huyện;Độc lập – Tự do – Hạnh phúc

        """
    /// One with the letters that Windows-1252 has.
    static let latinTable = """
        Mã;Tên;Kê
        xa-1;Xã Hòa Hà;xã
        xa-2;Xã Mã Thành;xã
        xa-3;Xã Tân Lý;xã

        """

    static func bytes(_ base64: String) -> [UInt8] { Data(base64Encoded: base64).map(Array.init) ?? [] }

    /// The letters and the table.
    static let encoded: [Charset: (letters: String, table: String)] = [
        .windows1258: (
            "4OFh0mHeYfLj48zj7OPS497j8uLizOLs4tLi3uLy6Oll0mXeZfLq6szq7OrS6t7q8mnM7WnSad5p8m/M82/Sb95v8vT0zPTs"
                + "9NL03vTy9fXM9ez10vXe9fL5+nXSdd518v39zP3s/dL93v3yecx57HnSed558vA7wMFB0kHeQfLDw8zD7MPSw97D8sLCzMLs"
                + "wtLC3sLyyMlF0kXeRfLKyszK7MrSyt7K8knMzUnSSd5J8k/M00/ST95P8tTUzNTs1NLU3tTy1dXM1ezV0tXe1fLZ2lXSVd5V"
                + "8t3dzN3s3dLd3t3yWcxZ7FnSWd5Z8tA=",
            "TWHeIPD1biB2afI7VOpuIPD1biB2afI7Q+LscDtHaGkgY2j6CnhhLTE7WGHeIFBo/fXsYyBI/W5nO3hh3jtV0nkgYmFuIG5o"
                + "4m4gZOJuIGh1eerybiBUdXkgUGj99exjCnhhLTI7WGHeINDj7GsgTmhvb25nO3hh3jvQYd4gYuFvIGPhbwp4YS0zO1RoafIg"
                + "dHLi7G4gRGnqdSBUcmnMO3hh3jtDaP1hIGPzIHTgaSBsaerydSBraerSbSBjaP3sbmcKaDtIdXnq8m4gTXneIFh1eepuO2h1"
                + "eerybjvQ9PJjIGzi8nAgliBU/fIgZG8gliBIYfJuaCBwaPpjCg=="
        ),
        .tcvn3: (
            "tbi2t7mou768vcapx8rIycvM0M7P0arS1dPU1tfd2Nze3+Ph4uSr5ejm5+ms6u3r7O7v8/Hy9K31+Pb3+fr9+/z+rjuAg4GC"
                + "hKGvwLq/haLBxMLDhoeKiImLo8XazdmMjZCOj5GSlZOUlqTb/+Dwl6WYm5manJ0Bnp8CpgQRBQYSExYUFRen",
            "TbcgrqxuIHbeO1SqbiCurG4gdt47Q8pwO0doaSBjaPMKeGEtMTtYtyBQaK3tYyBIrW5nO3i3O555IGJhbiBuaKluIGSpbiBo"
                + "dXnWbiBUdXkgUGit7WMKeGEtMjtYtyCnvmsgTmhvb25nO3i3O6e3IGK4byBjuG8KeGEtMztUaN4gdHLKbiBEaap1IFRy1zt4"
                + "tztDaK1hIGPjIHS1aSBsadZ1IGtp020gY2j4bmcKaDtIdXnWbiBN/CBYdXmqbjtodXnWbjun6WMgbMtwIC0gVPkgZG8gLSBI"
                + "uW5oIHBo82MK"
        ),
        .viscii: (
            "4OHk49XloqHGx6PipaSm56fo6euoqeqrqqytruzt7+648vP29ff0sK+xsrW9tr633v75+vz7+N/X0djm8c/91tvc8DvAwcTD"
                + "gMWCgQIFg8KFhIYGh8jJy4iJyouKjI2OzM2bzpjS05mgmtSQj5GSk7SWlZezlNnanJ2ev7u6vP+5n90UGR7Q",
            "TeMg8L1uIHa4O1TqbiDwvW4gdrg7Q6RwO0doaSBjaPoKeGEtMTtY4yBQaN++YyBI325nO3jjO5x5IGJhbiBuaOJuIGTibiBo"
                + "dXmubiBUdXkgUGjfvmMKeGEtMjtY4yDQoWsgTmhvb25nO3jjO9DjIGLhbyBj4W8KeGEtMztUaLggdHKkbiBEaep1IFRy7Dt4"
                + "4ztDaN9hIGPzIHTgaSBsaa51IGtprG0gY2jRbmcKaDtIdXmubiBN2yBYdXnqbjtodXmubjvQtWMgbKdwIC0gVPEgZG8gLSBI"
                + "1W5oIHBo+mMK"
        ),
        .vni: (
            "Yfhh+WH7YfVh72HqYehh6WH6Yfxh62HiYeBh4WHlYeNh5GX4Zfll+2X1Ze9l4mXgZeFl5WXjZeTs7ebz8m/4b/lv+2/1b+9v"
                + "4m/gb+Fv5W/jb+T09Pj0+fT79PX073X4dfl1+3X1de/29vj2+fb79vX273n4efl5+3n17vE7QdhB2UHbQdVBz0HKQchByUHa"
                + "QdxBy0HCQcBBwUHFQcNBxEXYRdlF20XVRc9FwkXARcFFxUXDRcTMzcbT0k/YT9lP20/VT89Pwk/AT8FPxU/DT8TU1NjU2dTb"
                + "1NXUz1XYVdlV21XVVc/W1tjW2dbb1tXWz1nYWdlZ21nVztE=",
            "TWH1IPH0biB28jtUZeJuIPH0biB28jtDYeFwO0doaSBjaHX5CnhhLTE7WGH1IFBo9vT5YyBI9m5nO3hh9TtV23kgYmFuIG5o"
                + "YeJuIGRh4m4gaHV5ZeRuIFR1eSBQaPb0+WMKeGEtMjtYYfUg0WHpayBOaG9vbmc7eGH1O9Fh9SBiYflvIGNh+W8KeGEtMztU"
                + "aPIgdHJh4W4gRGll4nUgVHLsO3hh9TtDaPZhIGNv+SB0YfhpIGxpZeR1IGtpZeVtIGNo9vluZwpoO0h1eWXkbiBNefUgWHV5"
                + "ZeJuO2h1eWXkbjvRb+RjIGxh5HAgliBU9u8gZG8gliBIYe9uaCBwaHX5Ywo="
        ),
        .utf16LittleEndian: (
            "4ADhAKMe4wChHgMBsR6vHrMetR63HuIApx6lHqkeqx6tHugA6QC7Hr0euR7qAMEevx7DHsUexx7sAO0AyR4pAcse8gDzAM8e"
                + "9QDNHvQA0x7RHtUe1x7ZHqEB3R7bHt8e4R7jHvkA+gDnHmkB5R6wAese6R7tHu8e8R7zHv0A9x75HvUeEQE7AMAAwQCiHsMA"
                + "oB4CAbAerh6yHrQeth7CAKYepB6oHqoerB7IAMkAuh68HrgeygDAHr4ewh7EHsYezADNAMgeKAHKHtIA0wDOHtUAzB7UANIe"
                + "0B7UHtYe2B6gAdwe2h7eHuAe4h7ZANoA5h5oAeQerwHqHuge7B7uHvAe8h7dAPYe+B70HhAB",
            "TQDjACAAEQGhAW4AIAB2AMseOwBUAOoAbgAgABEBoQFuACAAdgDLHjsAQwClHnAAOwBHAGgAaQAgAGMAaAD6AAoAeABhAC0A"
                + "MQA7AFgA4wAgAFAAaACwAdseYwAgAEgAsAFuAGcAOwB4AOMAOwDmHnkAIABiAGEAbgAgAG4AaADiAG4AIABkAOIAbgAgAGgA"
                + "dQB5AMcebgAgAFQAdQB5ACAAUABoALAB2x5jAAoAeABhAC0AMgA7AFgA4wAgABABrx5rACAATgBoAG8AbwBuAGcAOwB4AOMA"
                + "OwAQAeMAIABiAOEAbwAgAGMA4QBvAAoAeABhAC0AMwA7AFQAaADLHiAAdAByAKUebgAgAEQAaQDqAHUAIABUAHIA7AA7AHgA"
                + "4wA7AEMAaACwAWEAIABjAPMAIAB0AOAAaQAgAGwAaQDHHnUAIABrAGkAwx5tACAAYwBoAOkebgBnAAoAaAA7AEgAdQB5AMce"
                + "bgAgAE0A+R4gAFgAdQB5AOoAbgA7AGgAdQB5AMcebgA7ABAB2R5jACAAbACtHnAAIAATICAAVADxHiAAZABvACAAEyAgAEgA"
                + "oR5uAGgAIABwAGgA+gBjAAoA"
        ),
        .utf16BigEndian: (
            "AOAA4R6jAOMeoQEDHrEerx6zHrUetwDiHqcepR6pHqserQDoAOkeux69HrkA6h7BHr8ewx7FHscA7ADtHskBKR7LAPIA8x7P"
                + "APUezQD0HtMe0R7VHtce2QGhHt0e2x7fHuEe4wD5APoe5wFpHuUBsB7rHuke7R7vHvEe8wD9Hvce+R71AREAOwDAAMEeogDD"
                + "HqABAh6wHq4esh60HrYAwh6mHqQeqB6qHqwAyADJHroevB64AMoewB6+HsIexB7GAMwAzR7IASgeygDSANMezgDVHswA1B7S"
                + "HtAe1B7WHtgBoB7cHtoe3h7gHuIA2QDaHuYBaB7kAa8e6h7oHuwe7h7wHvIA3R72Hvge9AEQ",
            "AE0A4wAgAREBoQBuACAAdh7LADsAVADqAG4AIAERAaEAbgAgAHYeywA7AEMepQBwADsARwBoAGkAIABjAGgA+gAKAHgAYQAt"
                + "ADEAOwBYAOMAIABQAGgBsB7bAGMAIABIAbAAbgBnADsAeADjADse5gB5ACAAYgBhAG4AIABuAGgA4gBuACAAZADiAG4AIABo"
                + "AHUAeR7HAG4AIABUAHUAeQAgAFAAaAGwHtsAYwAKAHgAYQAtADIAOwBYAOMAIAEQHq8AawAgAE4AaABvAG8AbgBnADsAeADj"
                + "ADsBEADjACAAYgDhAG8AIABjAOEAbwAKAHgAYQAtADMAOwBUAGgeywAgAHQAch6lAG4AIABEAGkA6gB1ACAAVAByAOwAOwB4"
                + "AOMAOwBDAGgBsABhACAAYwDzACAAdADgAGkAIABsAGkexwB1ACAAawBpHsMAbQAgAGMAaB7pAG4AZwAKAGgAOwBIAHUAeR7H"
                + "AG4AIABNHvkAIABYAHUAeQDqAG4AOwBoAHUAeR7HAG4AOwEQHtkAYwAgAGwerQBwACAgEwAgAFQe8QAgAGQAbwAgIBMAIABI"
                + "HqEAbgBoACAAcABoAPoAYwAK"
        ),
        .windows1252: (
            "4OHi4+jp6uzt8vP09fn6/cDBwsPIycrMzdLT1NXZ2t0=",
            "TeM7VOpuO0vqCnhhLTE7WOMgSPJhIEjgO3jjCnhhLTI7WOMgTeMgVGjgbmg7eOMKeGEtMztY4yBU4m4gTP07eOMK"
        ),
    ]
}
