"""The cost of the client, compared with careful hand-written code for the same call.

    floor.py        that hand-written code: urllib3, json, plain dicts
    harness.py      contests: both sides alternate, in pairs; medians, ratios, spread
    server.py       the local server, in its own process; canned.py has its responses
    calls.py        one small call, and 100,000 of them
    bulk.py         25,000 recipients: send, read, memory; and from 1 to 1,000,000
    clients.py      making clients; callbacks.py parses webhooks; texts.py analyzes texts
    pages.py        a long list, and lists of very different length
    startup.py      cold import
    threads.py      eight threads on one client
    async_calls.py  many calls at the same time from an event loop; async_peers.py: aiohttp and httpx
    celery_jobs.py  a bulk job through Celery
    exports.py      a large export into a file
    peers.py        other SDKs; peer_calls.py runs in their environments
    table.py        the figures as a Markdown table and as JSON; plot.py draws the growth
    sandbox.py      the sandbox: ``python -m benchmarks.sandbox``; sandbox_load.py has 1,000,000 messages of 64 clients
    profiling.py    time by function: ``python -m benchmarks profile NAME``
    chaos.py        sends while 20% of all attempts fail, compared with the sandbox's ledger:
                    ``python -m benchmarks chaos``; chaos_network.py has the network failures

``python -m benchmarks`` measures everything, ``python -m benchmarks NAME ...`` some of it. The results are in
docs/guides/performance.md. Nothing here is part of the package that users install.
"""
