"""What the client costs, against what a careful engineer would write by hand for the same call.

    floor.py        that hand-written code: urllib3, json, plain dicts
    harness.py      contests: both sides in turn, in pairs; medians, ratios, spread
    server.py       the local server, in its own process; canned.py has what it answers
    calls.py        one small call, and 100,000 of them
    bulk.py         25,000 recipients: send, read, memory; and from 1 to 1,000,000
    startup.py      cold import
    threads.py      eight threads on one client
    exports.py      a large export into a file
    peers.py        other clients at calls of their own; peer_calls.py is what runs in their environments
    table.py        the figures as a Markdown table and as JSON; plot.py draws the growth
    profiling.py    where the time goes: ``python -m benchmarks profile NAME``
    chaos.py        sends while a fifth of all attempts fails, and what the sandbox's ledger shows after it:
                    ``python -m benchmarks chaos``; chaos_network.py is where requests go astray

``python -m benchmarks`` measures all of it, ``python -m benchmarks NAME ...`` some of it, and
docs/guides/performance.md says what came out. Nothing here is part of the package that users install.
"""
