# Generated from openapi.yaml by `python -m codegen`; change it there.
