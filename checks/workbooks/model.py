"""Random workbooks with what each of their cells must be read as.

The expected values are worked out here, from the value that was put in and the class of its format, which is stated
beside each format; nothing is asked of the program under test.
"""

import datetime
import random
import re
from decimal import ROUND_HALF_UP, Context, Decimal

PLAIN = ["General", "0", "0.00", "#,##0", "#,##0.00", '#,##0 "đồng"', "0.00E+00", "[Red]0.0;[Blue]-0.0",
         "_-* #,##0_-;-* #,##0_-", '0.0" %"', "0.0\\%", "[$-42A]#,##0.0", "[>=1000]#,##0;0.0", "General;[Red]-General",
         '#,##0\\ "dm/y"', "# ?/?"]
PERCENT = ["0%", "0.00%", "0.0%;[Red]-0.0%", "[Red]0.00 %", "#,##0.00%_)", '"đạt "0.0%']
DAY = ["dd/mm/yyyy", "d-mmm-yy", "yyyy-mm-dd", "[$-42A]dd mmmm yyyy", "mm/yyyy", "mmm-yy", "dddd",
       '"Ngày" dd "tháng" mm "năm" yyyy', "dd/mm/yyyy;@", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy"]
MOMENT = ["dd/mm/yyyy hh:mm", "yyyy-mm-dd hh:mm:ss", "m/d/yy h:mm AM/PM"]
TIME = ["hh:mm", "hh:mm:ss", "h:mm AM/PM", "[h]:mm:ss", "mm:ss", "[mm]:ss"]

WORDS = ["Hà Nội", "xã Tuy Phước", "Đạt", "không", "1.10", "001", "99,5", "<b> & \"c\" 'd'", "dòng 1\ndòng 2",
         "  hai đầu  ", "Ủy ban nhân dân", "=không phải công thức", "\U0001F600 emoji", "]]>", "ﬁ", "'phẩy"]

EPOCHS = {False: datetime.datetime(1899, 12, 30), True: datetime.datetime(1904, 1, 1)}


def decimal(value):
    """The shortest decimal that is the double, or its exact value at fifteen digits, half away from zero."""
    number = Decimal(repr(value))
    if len(number.normalize().as_tuple().digits) > 15:
        number = Context(prec=15, rounding=ROUND_HALF_UP).create_decimal(Decimal(value))
    return number


def text(number):
    plain = format(number.normalize(), "f")
    return "0" if plain in ("-0", "0") else plain


def number(draw, digits):
    """A number that survives the digits with which it is written: sixteen, and fifteen by LibreOffice."""
    return float(f"%.{digits}g" % drawn(draw))


def drawn(draw):
    shape = draw.randrange(8)
    if shape == 0: return draw.randint(-10**6, 10**6)
    if shape == 1: return draw.random()
    if shape == 2: return round(draw.uniform(-1000, 1000), draw.randrange(6))
    if shape == 3: return draw.uniform(-1e9, 1e9)
    if shape == 4: return draw.randint(0, 10**12) / 100
    if shape == 5: return sum(draw.choice([0.1, 0.2, 0.7, 1.1]) for _ in range(draw.randint(2, 9)))
    if shape == 6: return draw.uniform(0.1, 1) * 10 ** draw.randint(-4, 14)
    return draw.randint(0, 1000) / draw.randint(1, 1000)


def cell(draw, formulas):
    """A value, its format, and the kind and text that it is read as."""
    kind = draw.choices(["text", "number", "percent", "day", "moment", "time", "boolean", "formula"],
                        [30, 30, 12, 10, 5, 5, 4, 4 if formulas else 0])[0]
    if kind == "text":
        word = " ".join(draw.choice(WORDS) for _ in range(draw.randint(1, 3)))
        # LibreOffice writes runs of spaces in texts of several lines so that they count as one.
        if formulas and "\n" in word: word = re.sub(" +", " ", word).strip(" ")
        return word, "General", "text", word
    if kind == "number":
        value = number(draw, 15 if formulas else 16)
        return value, draw.choice(PLAIN), "number", text(decimal(value))
    if kind == "percent":
        value = draw.choice([0.995, 0.07, 0.57, 1, 0.285, 1.15, -0.045, float("%.15g" % draw.random()), draw.randint(0, 1000) / 1000])
        return value, draw.choice(PERCENT), "percent", text(decimal(value).scaleb(2)) + "%"
    if kind == "boolean":
        value = draw.random() < 0.5
        return value, "General", "boolean", str(value).upper()
    if kind == "formula":
        return draw.choice([
            ("=ROUND(10/4,1)", "General", "number", "2.5"), ("=ROUND(199/200,3)", "0.0%", "percent", "99.5%"),
            ('="a"&"b"', "General", "text", "ab"), ("=1/0", "General", "error", "#DIV/0!"),
            ("=NA()", "General", "error", "#N/A"), ("=2>1", "General", "boolean", "TRUE"),
            ("=DATE(2024,2,29)", "dd/mm/yyyy", "day", "2024-02-29")])
    if kind == "time":
        seconds = draw.randrange(86400)
        clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        return ("serial", 0, seconds), draw.choice(TIME), "time", clock
    day = datetime.date(1905, 1, 1) + datetime.timedelta(days=draw.randrange(60000))
    if kind == "day":
        return ("day", day, 0), draw.choice(DAY), "day", day.isoformat()
    seconds = draw.randrange(86400)
    clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return ("day", day, seconds), draw.choice(MOMENT), "moment", f"{day.isoformat()} {clock}"


def serial(value, is1904):
    """What a file holds for a day or a time; other values as they are."""
    if not isinstance(value, tuple): return value
    _, day, seconds = value
    if day == 0: return seconds / 86400
    days = (datetime.datetime.combine(day, datetime.time()) - EPOCHS[is1904]).days
    return days + seconds / 86400 if seconds else days


class Sheet:
    def __init__(self, draw, name, formulas):
        self.name = name
        self.isHidden = False
        rows, columns = draw.randint(1, 40), draw.randint(1, 12)
        density = draw.choice([0.2, 0.6, 1])
        self.cells = {(row, column): cell(draw, formulas) for row in range(1, rows + 1)
                      for column in range(1, columns + 1) if draw.random() < density}
        self.hiddenRows = {row for row in range(1, rows + 1) if draw.random() < 0.05}
        self.hiddenColumns = {column for column in range(1, columns + 1) if draw.random() < 0.05}
        self.merges = []
        taken = set()
        for _ in range(draw.randint(0, 5)):
            top, left = draw.randint(1, rows), draw.randint(1, columns)
            bottom, right = top + draw.randrange(4), left + draw.randrange(4)
            area = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
            if (top, left) == (bottom, right) or area & taken: continue
            taken |= area
            self.merges.append((top, left, bottom, right))
            for place in area - {(top, left)}: self.cells.pop(place, None)

    def expected(self):
        """The lines that the reader prints: address, kind, whether repeated, text."""
        filled = dict(self.cells)
        if not filled: return {}
        last = max(row for row, _ in filled), max(column for _, column in filled)
        lines = {place: (kind, False, shown) for place, (_, _, kind, shown) in filled.items()}
        for top, left, bottom, right in self.merges:
            if (top, left) not in filled: continue
            kind, _, shown = lines[top, left]
            for row in range(top, min(bottom, last[0]) + 1):
                for column in range(left, min(right, last[1]) + 1):
                    if (row, column) != (top, left): lines[row, column] = (kind, True, shown)
        return lines


class Book:
    def __init__(self, seed, formulas=False):
        draw = random.Random(seed)
        self.is1904 = draw.random() < 0.3
        self.sheets = [Sheet(draw, f"Trang {index} & <{seed}>", formulas) for index in range(draw.randint(1, 3))]
        for sheet in self.sheets[1:]: sheet.isHidden = draw.random() < 0.3
