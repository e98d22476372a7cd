"""The crash simulation: everything around a job can fail at any moment, and a seed decides when.

In one process, without threads, sockets or sleeps: the journal is on a simulated disk that loses what was not synced,
the requests go to a sandbox through a simulated network that loses them, repeats nothing and delivers some late, the
workers take turns as the seed decides, and the clock is the sandbox's. At every such point the program or the
machine can crash. After each crash the job continues from the disk only.

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
