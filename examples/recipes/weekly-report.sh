#!/bin/sh
# One athlete's weekly report: a page, and a draft mail that holds it.
#
#   weekly-report.sh LOGS REPORTS [OPTION of `tl report`]...
#
# LOGS is a folder of exports, or - for what `tl import` has put into the log store; REPORTS is
# where page and draft go, named by the day. Nothing is sent. Prints nothing where there is nothing
# to be told, so that cron stays quiet then.
#
# Exit code: that of `tl report`.
#   0  written, no flag at the level asked for
#   1  written, and a flag at that level or above
#   2  not written: the call, the profile or another setting is wrong
#   3  not written: nothing readable in LOGS
set -u

if [ "$#" -lt 2 ]; then
    echo "usage: weekly-report.sh LOGS REPORTS [OPTION of tl report]..." >&2
    exit 2
fi
logs=$1
reports=$2
shift 2

# Reports are health data: nobody else on this computer reads them.
umask 077
mkdir -p -- "$reports" || exit 2
page=$reports/$(date +%Y-%m-%d).html

# What is given comes last, and so wins over --fail-on amber.
set -- --format html --out "$page" --mail "${page%.html}.eml" --fail-on amber "$@"
if [ "$logs" != - ]; then
    set -- "$logs" "$@"
fi

# Not on a line of its own: a shell with -e would end there, and tell nothing.
status=0
tl report "$@" || status=$?
case $status in
    0) ;;
    1) echo "weekly report: something was flagged, see $page" ;;
    2) echo "weekly report: not written, correct what tl says above" >&2 ;;
    3) echo "weekly report: not written, nothing readable in $logs" >&2 ;;
    127) echo "weekly report: tl was not found, name its folder in PATH" >&2 ;;
    *) echo "weekly report: tl ended with $status; TL_DEBUG=1 tells more" >&2 ;;
esac
exit "$status"
