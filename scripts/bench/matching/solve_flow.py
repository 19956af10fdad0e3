"""Solves a flow with OR-tools' min-cost flow in C++ and prints, per repeat, the objective and its seconds, wall and processor.

usage: solve_flow.py <folder> <repeats>; the folder has src, dst (int32), cap, cost, supply (int64) as the bench writes them.
Building the graph is not counted.
"""
import json
import sys
import time
from pathlib import Path

import numpy as np
from ortools.graph.python import min_cost_flow

folder = Path(sys.argv[1])
read = lambda name, kind: np.fromfile(folder / name, dtype=kind)
src, dst = read("src", np.int32), read("dst", np.int32)
cap, cost, supply = (read(name, np.int64) for name in ("cap", "cost", "supply"))
for _ in range(int(sys.argv[2])):
    flow = min_cost_flow.SimpleMinCostFlow()
    flow.add_arcs_with_capacity_and_unit_cost(src, dst, cap, cost)
    flow.set_nodes_supplies(np.arange(len(supply), dtype=np.int32), supply)
    wall, cpu = time.perf_counter(), time.process_time()
    status = flow.solve()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(json.dumps({"optimal": status == flow.OPTIMAL, "objective": str(flow.optimal_cost()), "wall": wall, "cpu": cpu}), flush=True)
