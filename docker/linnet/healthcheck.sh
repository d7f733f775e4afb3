#!/bin/sh
# Healthy is: the JobManager's page answers, or the console's, or else (a TaskManager) the Java process is there.
set -eu
for page in "http://127.0.0.1:8081/overview" "http://127.0.0.1:8090/healthz"; do
  status=$(curl -s -o /dev/null -m 3 -w '%{http_code}' "$page" || true)
  case $status in
    2* | 3* | 401) exit 0 ;;
    5*) exit 1 ;;
  esac
done
tr '\0' ' ' < /proc/1/cmdline | grep -q TaskManagerRunner
