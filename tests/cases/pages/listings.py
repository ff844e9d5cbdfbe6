"""Documents of one list: what asks for a page, what an answer tells beside the items, and these."""


def listing(*, asks: str, tells: str, thing: str) -> str:
    """Return a document in OpenAPI 3.0 whose `things.list` takes a page, and a number of items.

    Args:
        asks: the query parameter that takes the page: its name and schema.
        tells: the property beside `data` that leads on: its name and schema.
        thing: the properties of an item.
    """
    return f"""
openapi: 3.0.3
info: {{title: Things, version: "1"}}
paths:
  /things:
    get:
      operationId: list
      tags: [things]
      parameters:
        - {{in: query, {asks}}}
        - {{name: per_page, in: query, schema: {{type: integer}}}}
      responses:
        "200":
          description: d
          content:
            application/json:
              schema:
                type: object
                properties:
                  data: {{type: array, items: {{$ref: '#/components/schemas/Thing'}}}}
                  {tells}
components:
  schemas: {{Thing: {{type: object, properties: {{{thing}}}}}}}
"""
