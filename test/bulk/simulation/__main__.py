"""``python -m test.bulk.simulation``: many seeds, or one with its trace."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter

from test.bulk.simulation.run import Broken, simulate


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m test.bulk.simulation", description=__doc__)
    parser.add_argument("--seeds", type=int, default=300, help="how many seeds to run")
    parser.add_argument("--first", type=int, default=0, help="the first of them")
    parser.add_argument("--seed", type=int, help="run this seed only, and print its trace")
    options = parser.parse_args()
    if options.seed is not None:
        try:
            print("\n".join(simulate(options.seed).dice.trace))
        except Broken as broken:
            print(broken)
            return 1
        return 0
    started, totals, broken_seeds = time.monotonic(), Counter[str](), []
    for seed in range(options.first, options.first + options.seeds):
        try:
            simulation = simulate(seed)
        except Broken as broken:
            broken_seeds.append(seed)
            print(str(broken).partition("\n")[0])
            continue
        totals.update(points=simulation.dice.points, crashes=sum("CRASH" in line for line in simulation.dice.trace))
        totals[simulation.operation] += 1
    print(
        f"{options.seeds} seeds in {time.monotonic() - started:.0f} s; broken: {broken_seeds or 'none'}; {dict(totals)}"
    )
    return 1 if broken_seeds else 0


if __name__ == "__main__":
    sys.exit(main())
