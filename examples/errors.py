"""Meet every kind of error, the narrow ones first."""

import sys

from trigger_dev import (
    ApiConnectionError,
    ApiError,
    ApiStatusError,
    AuthenticationError,
    BadRequestError,
    MissingCredentialError,
    NotFoundError,
    RateLimitError,
    TriggerClient,
)


def main(run_id: str) -> None:
    try:
        with TriggerClient(max_retries=2) as client:
            print(client.runs.retrieve(run_id).status)
    except MissingCredentialError as error:
        print(f"set TRIGGER_SECRET_KEY: {error}")
    except AuthenticationError:
        print("the key is wrong")
    except NotFoundError:
        print(f"there is no {run_id}")
    except BadRequestError as error:
        print(f"the request is not valid: {error.body!r}")
    except RateLimitError as error:
        print(f"too many requests; again in {error.retry_after} s")
    except ApiStatusError as error:
        print(f"the server answered {error.status}: {error} ({error.request_id})")
    except ApiConnectionError as error:
        print(f"the server cannot be reached: {error}")
    except ApiError as error:
        print(f"anything else that a call raises: {error}")


if __name__ == "__main__":
    main(*sys.argv[1:])
