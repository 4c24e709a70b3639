"""Runs the extraction on Spark in local mode, with a shuffle by issuer and year, and kills a worker in between.

    make spark                                   # or: python examples/engines/spark_run.py [REPORTS]

Ends with 1 unless Spark's rows are, one by one, those of a single process, although a task was lost.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time

import pyarrow.parquet as pq
from pyspark.sql import SparkSession
from pyspark.sql import functions as f
from reports import answer, digest, made

from fazhi_extract.arrow import extract_batches, spark_ddl

TASKS = 12


def python_workers() -> list[int]:
    """The processes of this Spark that run Python for its tasks: the children of its daemons."""
    listed = subprocess.run(["ps", "-eo", "pid,ppid,args"], capture_output=True, text=True, check=True).stdout
    parents, daemons = {}, set()
    for line in listed.splitlines()[1:]:
        pid, parent, args = line.split(None, 2)
        parents[int(pid)] = int(parent)
        if "pyspark.daemon" in args:
            daemons.add(int(pid))

    def is_ours(pid: int) -> bool:
        while pid in parents:
            if pid == os.getpid():
                return True
            pid = parents[pid]
        return False

    return [pid for pid, parent in parents.items() if pid in daemons and parent in daemons and is_ours(pid)]


class Killer(threading.Thread):
    """Kills one Python worker once some tasks are done and others are at work."""

    def __init__(self, spark: SparkSession) -> None:
        super().__init__(daemon=True)
        self.tracker = spark.sparkContext.statusTracker()
        self.killed: int | None = None
        self.done = self.failed = self.tasks = 0

    def run(self) -> None:
        """Watches the stages until there are none left."""
        while True:
            for stage in self.tracker.getActiveStageIds():
                info = self.tracker.getStageInfo(stage)
                if info is None or info.numTasks < TASKS:
                    continue
                self.failed = max(self.failed, info.numFailedTasks)
                if self.killed is None and info.numCompletedTasks >= 3 and (workers := python_workers()):
                    self.killed, self.done, self.tasks = workers[0], info.numCompletedTasks, info.numTasks
                    os.kill(self.killed, signal.SIGKILL)
            time.sleep(0.02)


def main(count: int) -> int:
    """The run; tells what it saw."""
    reports = made(count)
    start = time.monotonic()
    expected, figures, failures = answer(reports)
    print(f"one process:  {count} reports, {sum(figures.values())} figures, {failures} errors,", end=" ")
    print(f"{time.monotonic() - start:.1f} s, digest {expected}", flush=True)

    os.environ["PYSPARK_PYTHON"] = sys.executable  # else the workers take the first python3 of the path
    with tempfile.TemporaryDirectory() as folder:
        pq.write_table(reports, f"{folder}/reports.parquet")
        spark = (
            SparkSession.builder.master("local[2,4]")  # two threads; a task may fail three times
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.execution.arrow.maxRecordsPerBatch", "100")
            .config("spark.sql.shuffle.partitions", "8")
            .config("spark.sql.adaptive.enabled", "false")  # so that the shuffle keeps its eight partitions
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate()
        )
        spark.sparkContext.setLogLevel("OFF")
        print(f"Spark {spark.version}, Java {java(spark)}, master {spark.sparkContext.master}", flush=True)

        rows = (
            spark.read.parquet(f"{folder}/reports.parquet").repartition(TASKS).mapInArrow(extract_batches, spark_ddl())
        )
        by_issuer = rows.groupBy("issuer", "reporting_year").agg(
            f.count("id").alias("figures"),
            f.count_if(f.col("id").isNotNull() & f.col("indicator").isNotNull()).alias("with_indicator"),
            f.count("error_code").alias("errors"),
        )
        plan = by_issuer._jdf.queryExecution().executedPlan().toString()
        print(
            *[f"plan:         {line}" for line in re.findall(r"Exchange \w+[(][^)]*[)]|MapInArrow \w+", plan)], sep="\n"
        )

        killer = Killer(spark)
        killer.start()
        start = time.monotonic()
        grouped = by_issuer.collect()
        seconds = time.monotonic() - start
        print(
            f"killed:       worker {'yes (SIGKILL)' if killer.killed else 'NO'} when {killer.done} of {killer.tasks} tasks were done"
        )
        print(f"lost tasks:   {killer.failed}, run again by Spark")
        print(
            f"grouped:      {len(grouped)} issuers and years, {sum(row.figures for row in grouped)} figures,", end=" "
        )
        print(f"{sum(row.errors for row in grouped)} errors, {seconds:.1f} s")
        same_groups = {(r.issuer, r.reporting_year): r.figures for r in grouped if r.figures} == dict(figures)

        rows.write.partitionBy("reporting_year").parquet(f"{folder}/out")
        written = spark.read.parquet(f"{folder}/out").select(rows.columns)
        found = digest(row.asDict() for row in written.toLocalIterator())
        print(f"written:      {written.count()} rows of Parquet by year, digest {found}")
        spark.stop()

    kept = killer.killed is not None and killer.failed > 0 and same_groups and found == expected
    print("the same rows as in one process" if kept else "NOT the same, or nothing was killed")
    return 0 if kept else 1


def java(spark: SparkSession) -> str:
    """The version of the machine that runs Spark."""
    return str(spark.sparkContext._jvm.System.getProperty("java.version"))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 600))
