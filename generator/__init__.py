"""oasmith: from an OpenAPI document to a Python client package.

The picture, as code: `build` runs the passes, `generate` writes what they make.

    load -> overlay -> normalise -> resolve -> lower -> IR
    IR -> infer -> name -> plan -> render -> twin -> format -> write
"""
