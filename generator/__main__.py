"""`python -m generator` is the program `oasmith`."""

import sys

from generator.cli import main

sys.exit(main())
