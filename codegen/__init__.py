"""From openapi.yaml to all that repeats it: API classes, models, reference pages, example scripts, README tables.

    read.py       openapi.yaml, as Python objects: models, operations, errors
    names.py      what things are called in Python and where they lie
    render.py     those objects through the Jinja2 templates in templates/, to a dict from path to text
    samples.py    what an example sends and shows, picked from the example values
    printing.py   what an example prints
    showing.py    how the pages show types, tables, JSON
    write.py      that dict to the disk, or compared with it

``python -m codegen`` writes; ``python -m codegen --check`` fails when a generated file is stale, missing or left over.
``python -m codegen --record`` takes the example answers in openapi.yaml from the sandbox as well (record.py): for when
the sandbox or an example request has changed.
What is generated is mended in openapi.yaml or here, never by hand. Needs ``pip install -r codegen/requirements.txt``.
"""
