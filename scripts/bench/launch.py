"""Runs a program without input and output, and prints its seconds, CPU seconds, MiB, exit code.

A process of its own, since a program's peak memory counts from that of whoever starts it.
"""

import os
import sys
import time

if __name__ == "__main__":
    null = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in range(3)]
    start = time.perf_counter()
    process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=null)
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - start
    cpu, peak = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
    print(wall, cpu, peak, os.waitstatus_to_exitcode(status))
