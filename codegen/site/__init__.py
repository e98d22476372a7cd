"""The documentation as a web site: ``python -m codegen.site`` builds it in build/site/VERSION/.

    pages.py        docs/ as the pages of the site, and the files outside docs/ that they link to as more pages
    navigation.py   the navigation in mkdocs.yml, from the lists in docs/README.md
    texts.py        each page as Markdown, llms.txt and llms-full.txt
    versions.py     one folder for each version, and the page that leads to the latest
    check.py        dead links, missing anchors, requests to other hosts

Zensical turns the pages into HTML; Material for MkDocs reads the same mkdocs.yml (``--builder material``). In the
repository, a page may link to any file. A site has only its own pages. So the pages are prepared first, in build/docs.

Needs ``pip install -r codegen/site/requirements.txt``.
"""
