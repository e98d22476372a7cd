"""The generator: from the API description in openapi/ to API classes, models, docs, examples.

    bundle.py          the files in openapi/ as one document
    read.py            that document as Python objects: models, operations, errors
    wording.py         descriptions in the words of Python
    field_examples.py  an example for each field
    names.py           Python names and file paths
    inputs.py          what a body can be given as: keywords, typed dicts, arguments of a model
    render.py          those objects through the Jinja2 templates in templates/, to a dict from path to text
    samples.py         the example of an operation as Python source
    example_output.py  the output of an example
    markdown.py        types, table cells and JSON on the reference pages
    write.py           writes that dict to the disk, or compares it with the disk
    record.py          records example responses from the sandbox
    picture.py         the picture of the inbox page in README.md

``python -m codegen`` writes all generated files. ``python -m codegen --check`` fails if one is stale, missing or left
over. ``python -m codegen --record`` also records the example responses in openapi/examples from the sandbox. Use it
after a change of the sandbox or of an example request.

To change a generated file, change openapi/ or the generator. Needs ``pip install -r codegen/requirements.txt``.
"""
