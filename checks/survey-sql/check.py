"""Runs the SQL of every case in every database, and compares the tallies byte by byte after `survey merge`."""

import csv
import glob
import os
import shutil
import subprocess
import sys

import samples

command, folder = sys.argv[1:3]
dialects = sys.argv[3:]

def score(*arguments):
    done = subprocess.run([command, *arguments, "--lang", "en"], capture_output=True)
    if done.returncode:
        errors = [line for line in done.stderr.decode().splitlines() if "warning:" not in line]
        sys.exit("\n".join([f"score-cli {' '.join(arguments)}:", *errors]))
    return done.stdout

def typed_columns(integer, real):
    """The columns of the second table: weight and one question in binary floating point, the other numbers integers."""
    kinds = {"weight": real, "q9": real, "villages": integer, "people": integer}
    kinds |= {column: integer for _, column in samples.QUESTIONS[:-1]}
    return {column: kinds.get(column) for column in samples.heading()}

def quoted(name):
    return '"' + name.replace('"', '""') + '"'

class DuckDB:
    def __init__(self, files):
        import duckdb
        self.connection = duckdb.connect()
        for table, path in files.items():
            self.connection.execute(
                f"CREATE TABLE {table}_text AS SELECT * FROM read_csv('{path}', header=true, all_varchar=true, "
                "quote='\"', escape='\"', delim=',')")
            columns = ", ".join(
                f"CAST({quoted(name)} AS {kind or 'VARCHAR'}) AS {quoted(name)}"
                for name, kind in typed_columns("BIGINT", "DOUBLE").items())
            kept = columns if table == "numbers" else "*"
            self.connection.execute(f"CREATE TABLE {table} AS SELECT {kept} FROM {table}_text")

    def run(self, statement, path):
        self.connection.execute(f"COPY (\n{statement}) TO '{path}' (HEADER)")

class PostgreSQL:
    def __init__(self, files):
        for table, path in files.items():
            kinds = typed_columns("BIGINT", "DOUBLE PRECISION") if table == "numbers" else {}
            columns = ", ".join(f"{quoted(name)} {kinds.get(name) or 'TEXT'}" for name in samples.heading())
            self.psql("--command", f"CREATE TABLE {table} ({columns})")
            self.psql("--command", f"\\copy {table} FROM '{path}' (FORMAT csv, HEADER)")

    def psql(self, *arguments):
        done = subprocess.run(
            ["psql", "--no-psqlrc", "--set", "ON_ERROR_STOP=1", "--quiet", *arguments], capture_output=True)
        if done.returncode:
            sys.exit(f"psql: {done.stderr.decode()}")
        return done.stdout

    def run(self, statement, path):
        with open(path + ".sql", "w", encoding="utf-8") as file:
            file.write(statement)
        with open(path, "wb") as file:
            file.write(self.psql("--csv", "--file", path + ".sql"))

class Spark:
    def __init__(self, files):
        from pyspark.sql import SparkSession
        self.session = (
            SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "2").config("spark.log.level", "ERROR")
            .config("spark.sql.codegen.wholeStage", "false").getOrCreate())
        for table, path in files.items():
            rows = self.session.read.csv(path, header=True, multiLine=True, quote='"', escape='"')
            if table == "numbers":
                kinds = typed_columns("BIGINT", "DOUBLE")
                names = {name: "`" + name.replace("`", "``") + "`" for name in kinds}
                rows = rows.selectExpr(
                    *[f"CAST({names[name]} AS {kind or 'STRING'}) AS {names[name]}" for name, kind in kinds.items()])
            rows.cache().createOrReplaceTempView(table)

    def run(self, statement, path):
        result = self.session.sql(statement).coalesce(1)
        result.write.csv(path + ".parts", header=True, escape='"', mode="overwrite")
        shutil.move(glob.glob(path + ".parts/part-*.csv")[0], path)

def difference(ours, theirs):
    """The first cells that differ, in readable form."""
    tables = [list(csv.reader(text.decode().splitlines(keepends=True))) for text in (ours, theirs)]
    lines = [f"{len(tables[0])} rows, {len(tables[1])} there"]
    for row, (left, right) in enumerate(zip(*tables)):
        for name, mine, other in zip(tables[0][0], left, right):
            if mine != other:
                lines.append(f"row {row + 1}, {name} ({left[1:6]}): {mine[:80]!r}, there {other[:80]!r}")
        if len(lines) > 6:
            break
    return "\n    ".join(lines)

files = {name: f"{folder}/{name}.csv" for name in ["answers", "numbers", "messy"]}
samples.write(files["answers"], samples.rows(4000, seed=1))
samples.write(files["numbers"], samples.number_rows(2000, seed=2))
samples.write(files["messy"], samples.messy_rows(2000, seed=3))
# How numbers are written in the columns of text of each table.
decimals = {"answers": "point", "numbers": "point", "messy": "comma"}
databases = {"duckdb": DuckDB, "postgres": PostgreSQL, "spark": Spark}
opened = {dialect: databases[dialect](files) for dialect in dialects}


checked = wrong = 0
for number, (name, questionnaire, domains) in enumerate(samples.cases()):
    form = f"{folder}/questionnaire.json"
    samples.save(form, questionnaire)
    divisions = ["--by", domains] if domains else []
    common = ["--questionnaire", form]
    for table, path in files.items():
        tally = f"{folder}/ours.csv"
        decimal = ["--decimal", decimals[table]]
        score("survey", "tally", path, *common, *divisions, *decimal, "--output", tally)
        ours = score("survey", "merge", tally, *common)
        if number == 0 and len(ours.splitlines()) < 5:
            sys.exit("the sample has too few cells")
        for dialect, database in opened.items():
            result = f"{folder}/{dialect}.csv"
            statement = score("survey", "sql", "--dialect", dialect, "--table", table, *common, *divisions, *decimal).decode()
            database.run(statement, result)
            theirs = score("survey", "merge", result, *common)
            checked += 1
            if ours == theirs:
                print(f"{dialect}, {table}, {name}: equal, {len(ours.splitlines())} lines")
            else:
                wrong += 1
                print(f"{dialect}, {table}, {name}: other\n    {difference(ours, theirs)}")
# Numbers with a comma, when a point is stated: the reader and every database refuse them alike.
name, questionnaire, domains = next(iter(samples.cases()))
samples.save(f"{folder}/questionnaire.json", questionnaire)
wrongly = ["--questionnaire", f"{folder}/questionnaire.json", "--decimal", "point"]
done = subprocess.run([command, "survey", "tally", files["messy"], *wrongly, "--output", f"{folder}/none.csv"])
refused = {"the reader": done.returncode != 0}
for dialect, database in opened.items():
    statement = score("survey", "sql", "--dialect", dialect, "--table", "messy", *wrongly).decode()
    try:
        database.run(statement, f"{folder}/none-{dialect}.csv")
        refused[dialect] = False
    except SystemExit as failure:
        refused[dialect] = "survey.otherSeparator" in str(failure)
    except Exception as failure:
        refused[dialect] = "survey.otherSeparator" in str(failure)
for who, is_refused in refused.items():
    print(f"{who}: {'refuses' if is_refused else 'takes'} numbers with another decimal sign")
wrong += sum(not is_refused for is_refused in refused.values())
print(f"{checked} tallies of {', '.join(dialects)}: {checked - wrong} equal to ours to the last digit, {wrong} not")
sys.exit(wrong > 0 or checked == 0)
