#!/usr/bin/env python3
"""Makes the exports of a form tool that the survey guide starts from (docs/vi-du/khao-sat): nobody was asked anything.

    checks/guide/make-survey.py [FOLDER]

Three communes, four villages drawn in each, twelve people in each of these (fewer in the year before), as KoboToolbox exports
them. Women are at home more often than men, and more satisfied. With a seed of its own the same files come out again.
"""

import csv
import datetime
import pathlib
import random
import sys

LEVELS = ["Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng"]
QUESTIONS = [
    "Tiếp cận/Nơi ngồi chờ, trang thiết bị", "Tiếp cận/Tìm thông tin về thủ tục",
    "Thủ tục/Hồ sơ phải nộp được nêu rõ ràng", "Thủ tục/Thời hạn giải quyết",
    "Công chức/Thái độ của công chức", "Công chức/Hướng dẫn dễ hiểu",
]
# How satisfied people are in each commune, as a shift of the mean level, in either year.
COMMUNES = {"Xã An Bình": (0.75, 0.55), "Xã Bình Minh": (0.35, 0.3), "Xã Cẩm Sơn": (-0.1, 0.05)}
SERVICES = ["Đất đai", "Hộ tịch", "Chứng thực"]
HEADINGS = ["start", "end", "deviceid", "thong_tin/Xã", "thong_tin/Thôn", "thong_tin/Giới tính",
            "thong_tin/Nhóm tuổi", "thong_tin/Dịch vụ"] + QUESTIONS + ["_uuid", "_submission_time", "_validation_status", "_submitted_by"]


def level(mean, chance):
    return LEVELS[max(0, min(4, round(chance.gauss(mean, 0.85))))]


def forms(year, each, chance):
    for place, (commune, shift) in enumerate(COMMUNES.items()):
        for village in sorted(chance.sample(range(1, 12 + place * 3), 4)):
            effect = chance.gauss(0, 0.25)
            begin = datetime.datetime(year, 9, 7 + 2 * place, 8) + datetime.timedelta(days=village % 5)
            for number in range(each):
                begin += datetime.timedelta(minutes=chance.randint(14, 25))
                sex = "Nữ" if chance.random() < 0.64 else "Nam"
                service = chance.choices(SERVICES, [5, 4, 3 if place < 2 else 1.1])[0]
                mean = 2.9 + shift[year == 2025] + effect + (0.25 if sex == "Nữ" else 0) + chance.gauss(0, 0.45)
                answers = [level(mean, chance) for _ in QUESTIONS]
                if chance.random() < 0.06:
                    answers[chance.randrange(6)] = "Không trả lời"
                yield [begin, chance.randint(5, 11), f"ee.mau:{place * 2 + village % 2}", commune, f"Thôn {village}", sex, chance.choice(["18–34", "35–54", "55 trở lên"]), service] + answers


def write(path, year, each, seed):
    chance = random.Random(seed)
    rows = list(forms(year, each, chance))
    if year == 2026:
        # One interviewer filled in four forms within minutes, all alike; somebody wrote what no scale has.
        for number, row in enumerate(rows[100:104]):
            row[0] = rows[100][0] + datetime.timedelta(minutes=2 * number)
            row[1:3] = [1, rows[100][2]]
            row[8:] = ["Rất hài lòng"] * 6
        rows[37][11] = "Tạm được"
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file, delimiter=";", lineterminator="\r\n")
        out.writerow(HEADINGS)
        for number, (begin, minutes, *rest) in enumerate(rows):
            end = begin + datetime.timedelta(minutes=minutes)
            out.writerow([f"{begin:%Y-%m-%dT%H:%M:%S}.000+07:00", f"{end:%Y-%m-%dT%H:%M:%S}.000+07:00"] + rest + [
                f"uuid:{year}-{number:04d}", f"{end - datetime.timedelta(hours=7):%Y-%m-%dT%H:%M:%S}", "",
                f"dieu_tra_{rest[0][-1]}"])


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2] / "docs/vi-du/khao-sat")
    folder.mkdir(parents=True, exist_ok=True)
    write(folder / "xuat-2026.csv", 2026, 12, 2026)
    write(folder / "xuat-2025.csv", 2025, 10, 2025)


if __name__ == "__main__":
    main()
