#!/usr/bin/env bash
# Checks that the SQL of `score-cli survey sql` computes, in DuckDB, PostgreSQL and Spark, the same tally as
# `score-cli survey tally` does from the file, to the last digit.
# Needs `pip install duckdb pyspark`, Java 17 or later, and PostgreSQL (Debian: apt-get install postgresql), which is
# started here as an unprivileged user in a temporary folder, on a socket only, and stopped at the end.
#
#     checks/survey-sql/run.sh SCORE-CLI [duckdb] [postgres] [spark]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tool=$(realpath "$1")
cd "$here/../.."
dialects=("${@:2}")
[ ${#dialects[@]} -gt 0 ] || dialects=(duckdb postgres spark)
folder=$(mktemp -d)
chmod 755 "$folder"
server=
stop() {
    [ -z "$server" ] || as_server "$programs/pg_ctl" --pgdata "$server/data" --mode immediate stop >/dev/null || true
    rm -rf "$folder"
}
trap stop EXIT

as_server() {
    # PostgreSQL does not run as root.
    if [ "$(id -u)" = 0 ]; then
        (cd / && setpriv --reuid postgres --regid postgres --init-groups "$@")
    else
        "$@"
    fi
}

if [[ " ${dialects[*]} " == *" postgres "* ]]; then
    programs=$(dirname "$(ls -d /usr/lib/postgresql/*/bin/initdb "$(command -v initdb || true)" 2>/dev/null | tail -n 1)")
    mkdir "$folder/server"
    [ "$(id -u)" != 0 ] || chown postgres "$folder/server"
    server=$folder/server
    as_server "$programs/initdb" --pgdata "$server/data" --username checker --auth trust --encoding UTF8 --no-locale \
        >/dev/null
    as_server "$programs/pg_ctl" --pgdata "$server/data" --log "$server/log" --wait \
        --options "-c listen_addresses='' -c unix_socket_directories='$server' -c fsync=off" start >/dev/null
    export PGHOST=$server PGUSER=checker PGDATABASE=postgres
fi
python3 -u "$here/check.py" "$tool" "$folder" "${dialects[@]}"
