"""Respondents and questionnaires with everything in which a database could differ from the reader."""

import csv
import itertools
import json
import random
import unicodedata

LONG = "Mức-độ-hài-lòng-về-thái-độ-phục-vụ-của-công-chức-tại-Bộ-phận-Một-cửa"
# Codes that look alike, are long, or contain characters with a meaning in SQL; with their columns.
QUESTIONS = [
    ("q1", "q1"), ("q2", "Câu 2"), ("A.1", "a1"), ("A-1", "a2"), (LONG, "Thái độ"), ("it's", "it's"),
    ('say"x"', 'say "x"'), ("back\\slash`", "back\\slash`"), ("q9", "q9"),
]
FACTORS = [("F1", 0, 3), ("F2", 3, 5), (LONG + "-F", 5, 6), ("F4", 6, 9)]
BLOCKS = [("B1", FACTORS[:2]), ("B2", FACTORS[2:])]

UNITS = [
    "Xã Phước Hòa", 'Xã "Bình An"', "Thị trấn, cũ", "O'Hara", "back\\slash", "TT Tuy Phước\n(cũ)", "-x", "Xã ${a} {b}",
]
CLEAN = ["1", "2", "3", "4", "5"]
FINE_ANSWERS = CLEAN * 12 + [
    "", "", "", "5.0", "4,0", " 3 ", "\t2", "05", "+1", "0004.00", "Rất hài lòng", "RẤT HÀI LÒNG", "rat hai long",
    unicodedata.normalize("NFD", "Rất hài lòng"), "Hài lòng", "hài lòng\u00a0",
    "very satisfied", "It's good", "a\\b", "Mức 5", "It\u2019s good", "99", "99.0", "-1", "\u22121", "-1.0", "KB",
    "Không biết", "không  biết", "-", "'-", "x`y",
]
BAD_ANSWERS = [
    "7", "0", "6.0", "abc", "Rất  hài-lòng!", "“Bình thường”", "5.000", "5%", "5.5", "5.", ".5", "1e0", "--5", "mức 5", "55", "1 2", "²", "?", "hài lòngg",
    "None", "NULL", "-5", "5 5", "1.0.0", "' 5", "hài lòng ж",
]
FINE_WEIGHTS = [
    "1", "2", "1.5", "0.25", "1.0005", "0.333333", "12.75", "2.5000000000", "+2.5", "007.5", " 3.5 ", "0.000001", "0", "0.0",
    "1,234.5", "12 345.25",
]
BAD_WEIGHTS = [
    "", "-1", "abc", "1e3", "9300000000000", "5.", ".5", "12 %", "1.2.3", "0.0", "99999999999999999999",
    "NaN", "Infinity", "0x10", "1_0",
]
# Numbers with a decimal comma, signs between thousands, more decimals than are kept and signs that nobody sees.
COMMA_WEIGHTS = [
    "12,35294118", "12,3529411764705882", "1.234,5", "1.234", "1.234.567", "12 345,25", "1\u00a0234,5", "1\u202f234,5", "0,125",
    "2,99999999995", "2,99999999994", "0,00000000005", "\u200b3,5", "7,25\ufeff", "\u00ad1,5\u2060", "0", "0,0", "+1,5", "1,000",
    "0001,5", "0,1234567890123456789",
]
BAD_COMMA_WEIGHTS = ["", "-1,5", "abc", "1,2,3", "5,5%", "1e3", "0,00000000004", ",5", "5,", "12 34,5", "1 2", "0.123,5"]
UNSEEN = ["\u200b", "\ufeff", "\u00ad", "\u202a", "\u2060", "\u3000", "\u2003", "\u00a0", "\u202f", "\t", "\u200d"]
BAD_POPULATIONS = ["", "0", "-5", "12.5", "x", "1e3", "99999999999999999999"]
COLUMNS = ["id", "Phường xã", "Dịch vụ", "Giới tính", "stratum", "village", "villages", "person stratum", "people", "weight"]


def heading():
    return COLUMNS + [column for _, column in QUESTIONS]


def rows(count, seed):
    """Rows with everything that can be wrong with text."""
    dice = random.Random(seed)

    def odd(fine, bad, share):
        return dice.choice(bad) if dice.random() < share else dice.choice(fine)

    for number in range(count):
        unit = dice.choice(UNITS)
        if dice.random() < 0.05:
            unit = dice.choice([unicodedata.normalize("NFD", unit), f" {unit} ", f"{unit}\u00a0", f"\t{unit}"])
        if dice.random() < 0.01:
            unit = dice.choice(["", " ", "\u00a0", "\t"])
        stratum = dice.choice(["s1", "S1", "đô thị", ""])
        village = f"thôn {dice.randrange(6)}"
        villages = odd([str(len(stratum) * 10 + 40)], BAD_POPULATIONS, 0.02)
        people = odd([str(2000 + int(village[-1])), f"{2000 + int(village[-1])}.0"], BAD_POPULATIONS, 0.02)
        service = dice.choice(["đất đai", "Hộ tịch", "hộ, tịch", "", " Hộ tịch"])
        sex = dice.choice(["nam", "nữ"])
        weight = odd(FINE_WEIGHTS, BAD_WEIGHTS, 0.03)
        if dice.random() < 0.5:
            weight = f"{dice.randrange(1, 5_000_000) / 1_000_000:.6f}"
        answers = [odd(FINE_ANSWERS, BAD_ANSWERS, 0.02) for _ in QUESTIONS]
        yield [str(number), unit, service, sex, stratum, village, villages, dice.choice("ab"), people, weight] + answers


def number_rows(count, seed):
    """Rows whose weights, populations and answers can be stored in numeric columns."""
    dice = random.Random(seed)
    weights = ["0.0001", "0.00001", "12345678.25", "2500000", "0", "-2", "123456.789012", "10000000000000000", ""]
    for number in range(count):
        stratum = dice.choice(["s1", "s2"])
        village = f"thôn {dice.randrange(5)}"
        weight = dice.choice(weights) if dice.random() < 0.1 else f"{dice.randrange(1, 50_000_000) / 1_000_000:.6f}"
        answers = [dice.choice(CLEAN * 9 + ["", "", "7", "99", "-1"]) for _ in QUESTIONS]
        yield [
            str(number), dice.choice(UNITS[:4]), dice.choice(["đất đai", "hộ tịch"]), dice.choice(["nam", "nữ"]), stratum,
            village, "40", "a", str(2000 + int(village[-1])), weight,
        ] + answers


def messy_rows(count, seed):
    """Rows with a decimal comma, and with signs that nobody sees around what is read."""
    dice = random.Random(seed)

    def unseen(text):
        if dice.random() > 0.2:
            return text
        return dice.choice(UNSEEN) * dice.randrange(3) + text + dice.choice(UNSEEN) * dice.randrange(3)

    for number, row in enumerate(rows(count, seed)):
        village = row[5]
        people = 1200 + int(village[-1])
        weight = dice.choice(BAD_COMMA_WEIGHTS if dice.random() < 0.03 else COMMA_WEIGHTS)
        # The first one shows the decimal separator.
        row[9] = "0,5" if number == 0 else weight
        row[6] = dice.choice(["40", "40,0", " 40 "])
        row[8] = dice.choice([str(people), f"{people // 1000}.{people % 1000:03}", f"{people // 1000} {people % 1000:03}"])
        yield row[:1] + [unseen(text) for text in row[1:]]


def write(path, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(heading())
        writer.writerows(rows)


STRATA = {"stages": [{"stratum": "stratum", "cluster": "village"}]}
FINITE = {"stages": [{"stratum": "stratum", "cluster": "village", "population": "villages"}]}
PEOPLE = {
    "stages": [
        {"stratum": "stratum", "cluster": "village", "population": "villages"},
        {"stratum": "person stratum", "population": "people"},
    ]
}
DESIGNS = {"none": None, "strata": STRATA, "finite": FINITE, "people": PEOPLE}


def questionnaire(design, measure, combination, weighted=True):
    def question(code, column):
        return {"code": code, "text": code, "column": column}

    index = {"measure": measure, "combination": combination}
    if measure != "meanScore":
        index["topLevels"] = 2
    result = {
        "format": 1, "questionnaire": "check'\\\"s", "name": "Check",
        "scale": {
            "levels": [
                {"code": "1", "label": "Rất không hài lòng"},
                {"code": "2", "label": "Không hài lòng"},
                {"code": "3", "label": "Bình thường", "spellings": ["a\\b", "x`y"]},
                {"code": "4", "label": "Hài lòng", "spellings": ["It's good"]},
                {"code": "5", "label": {"vi": "Rất hài lòng", "en": "Very satisfied"}, "spellings": ["Mức 5"]},
            ],
            "noAnswer": ["99", "-1", "KB", "Không biết", "-"],
        },
        "columns": {
            "unit": "Phường xã",
            "domains": [
                {"code": "service", "name": "Dịch vụ", "column": "Dịch vụ"},
                {"code": "sex", "name": "Giới tính", "column": "Giới tính"},
            ],
        },
        "blocks": [
            {"code": block, "name": block, "factors": [
                {"code": factor, "name": factor, "questions": [question(*pair) for pair in QUESTIONS[first:last]]}
                for factor, first, last in factors
            ]}
            for block, factors in BLOCKS
        ],
        "index": index,
        "maximumUnusable": 100,
    }
    if weighted:
        result["columns"]["weight"] = "weight"
    if design:
        result["design"] = design
    return result


def cases():
    """Every combination of design, measure and combination, with and without domains: name, questionnaire, domains."""
    methods = [
        (measure, combination)
        for measure, combination in itertools.product(
            ["topShare", "meanScore", "satisfiedPeople"], ["answers", "questions", "factors"])
        if measure != "satisfiedPeople" or combination == "answers"
    ]
    for design, (measure, combination) in itertools.product(DESIGNS, methods):
        for domains in ["service,sex"] if combination != "answers" else ["", "service,sex"]:
            name = " ".join(filter(None, [design, measure, combination, domains]))
            yield name, questionnaire(DESIGNS[design], measure, combination), domains
    yield "unweighted", questionnaire(None, "topShare", "answers", weighted=False), "sex"


def save(path, questionnaire):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(questionnaire, file, ensure_ascii=False)
