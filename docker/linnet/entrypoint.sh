#!/bin/sh
# What a container of this image runs: jobmanager, taskmanager, or a linnet command such as 'console' or 'run'.
set -eu
# State and secrets are for this user alone.
umask 077

home=${LINNET_HOME:-/opt/linnet}
role=${1:-}
# On a cluster nobody else says what happens to the job: restarts, checkpoints, failures.
log=
case $role in jobmanager | taskmanager) log=-Dlinnet.library.level=INFO ;; esac
opens=
for package in java.lang java.net java.io java.nio sun.nio.ch java.lang.reflect java.text java.time java.util \
  java.util.concurrent java.util.concurrent.atomic java.util.concurrent.locks; do
  opens="$opens --add-opens=java.base/$package=ALL-UNNAMED"
done
# shellcheck disable=SC2086 # the options are words
run() { exec java $opens -XX:+UseParallelGC -Djava.awt.headless=true $log ${LINNET_JAVA_OPTS:-} -cp "$home/lib/*" "$@"; }

export FLINK_CONF_DIR="$home/flink"
case $role in
  jobmanager)
    : "${LINNET_FLINK_PASSWORD:?set it to the password of the Flink page on port 8081}"
    # Application mode: the JobManager runs the job's main itself. What follows -- goes to main: Flink would else take --config
    # for an abbreviation of its own --configDir.
    run org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint \
      --configDir "$FLINK_CONF_DIR" \
      --job-classname "${LINNET_JOB_CLASS:-dev.linnet.pipeline.LinnetJob}" \
      -D jobmanager.rpc.address="$(hostname)" \
      -- --config "${LINNET_CONFIG:-/etc/linnet/linnet.yaml}"
    ;;
  taskmanager)
    run org.apache.flink.runtime.taskexecutor.TaskManagerRunner \
      --configDir "$FLINK_CONF_DIR" \
      -D jobmanager.rpc.address="${JOBMANAGER:-jobmanager}" \
      -D taskmanager.resource-id="$(hostname)"
    ;;
  *)
    run dev.linnet.cli.Linnet "$@"
    ;;
esac
