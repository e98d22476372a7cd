"""The crash simulation: a job in a world where everything can fail at any moment, decided by a seed.

In one process, without threads, sockets or sleeps: the journal is on a simulated disk that loses what was not synced,
the requests go to a sandbox through a simulated network that loses them, repeats nothing and delivers some late, the
workers take turns as the seed decides, and the clock is the sandbox's. Every point where anything can happen is a point
where the program or the machine can die. After each death the job goes on from the disk alone.

    python -m test.bulk.simulation --seeds 10000        many seeds
    python -m test.bulk.simulation --seed 17            one seed, with its trace

dice.py    decisions by seed, and the trace
disk.py    the disk under the journal
world.py   the sandbox, the network, the workers
check.py   what must be true at the end
run.py     one seed from start to end
"""

from __future__ import annotations

from test.bulk.simulation.run import Broken, Simulation, simulate

__all__ = ["Broken", "Simulation", "simulate"]
