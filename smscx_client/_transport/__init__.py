"""HTTP over urllib3: connections, time limits, bodies, and failures below HTTP."""
